"""What the author writes: typed, frozen, checked where it is built.

The modules with classes keep their annotations as objects, not as strings: the readers of files and
the schema are made from them.
"""

from journeymap.model.durations import Duration
from journeymap.model.evidence import Evidence, Statement
from journeymap.model.feelings import Barrier, Concern, Emotion, Motivation
from journeymap.model.flow import Flow
from journeymap.model.improvements import Hypothesis, Ice, Metric, Recommendation, Rice
from journeymap.model.journey import Journey
from journeymap.model.look import Look, Swatch
from journeymap.model.messages import Benefit, Fab
from journeymap.model.money import Money, Rate
from journeymap.model.notes import Note
from journeymap.model.offers import Cost, Gain, Offer
from journeymap.model.people import Buyer, Involvement, Persona, Segment
from journeymap.model.quantities import Quantity, Scale
from journeymap.model.stages import Stage, Transition
from journeymap.model.terms import Terms
from journeymap.model.touchpoints import Backstage, Channel, Touchpoint

__all__ = [
    "Backstage",
    "Barrier",
    "Benefit",
    "Buyer",
    "Channel",
    "Concern",
    "Cost",
    "Duration",
    "Emotion",
    "Evidence",
    "Fab",
    "Flow",
    "Gain",
    "Hypothesis",
    "Ice",
    "Involvement",
    "Journey",
    "Look",
    "Metric",
    "Money",
    "Motivation",
    "Note",
    "Offer",
    "Persona",
    "Quantity",
    "Rate",
    "Recommendation",
    "Rice",
    "Scale",
    "Segment",
    "Stage",
    "Statement",
    "Swatch",
    "Terms",
    "Touchpoint",
    "Transition",
]
