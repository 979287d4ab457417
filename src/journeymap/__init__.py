"""Customer journey maps as code: one typed, checked, diffable model, and the pictures made of it.

Every public name stands here and is loaded when it is first used, so that the import stays light.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymap.analysis.bottleneck import Bottleneck as Bottleneck
    from journeymap.analysis.bottleneck import StageLoad as StageLoad
    from journeymap.analysis.bottleneck import bottleneck as bottleneck
    from journeymap.analysis.coverage import Coverage as Coverage
    from journeymap.analysis.coverage import coverage as coverage
    from journeymap.analysis.funnel import Funnel as Funnel
    from journeymap.analysis.funnel import FunnelStep as FunnelStep
    from journeymap.analysis.funnel import funnel as funnel
    from journeymap.analysis.ideas import Idea as Idea
    from journeymap.analysis.ideas import ice as ice
    from journeymap.analysis.ideas import ideas as ideas
    from journeymap.analysis.ideas import rice as rice
    from journeymap.analysis.intervals import Interval as Interval
    from journeymap.analysis.intervals import wilson as wilson
    from journeymap.analysis.lifetime import LifetimeValue as LifetimeValue
    from journeymap.analysis.lifetime import expected_purchases as expected_purchases
    from journeymap.analysis.lifetime import lifetime_value as lifetime_value
    from journeymap.analysis.nps import Nps as Nps
    from journeymap.analysis.nps import nps as nps
    from journeymap.analysis.nps import nps_of as nps_of
    from journeymap.analysis.opportunity import GrowthPoint as GrowthPoint
    from journeymap.analysis.opportunity import Opportunity as Opportunity
    from journeymap.analysis.opportunity import opportunities as opportunities
    from journeymap.analysis.opportunity import opportunity as opportunity
    from journeymap.analysis.peakend import PeakEnd as PeakEnd
    from journeymap.analysis.peakend import peak_end as peak_end
    from journeymap.analysis.scores import Score as Score
    from journeymap.analysis.tco import Tco as Tco
    from journeymap.analysis.tco import tco as tco
    from journeymap.diagram import Diagram as Diagram
    from journeymap.errors import Fault as Fault
    from journeymap.errors import JourneymapError as JourneymapError
    from journeymap.errors import MissingLibraryError as MissingLibraryError
    from journeymap.errors import ModelError as ModelError
    from journeymap.errors import OptionError as OptionError
    from journeymap.errors import RenderError as RenderError
    from journeymap.errors import SourceError as SourceError
    from journeymap.errors import UnreadableError as UnreadableError
    from journeymap.files import Limits as Limits
    from journeymap.files import dump as dump
    from journeymap.files import dumps as dumps
    from journeymap.files import load as load
    from journeymap.files import loads as loads
    from journeymap.flowing import FlowDiagram as FlowDiagram
    from journeymap.lanechoice import Lane as Lane
    from journeymap.model import Backstage as Backstage
    from journeymap.model import Barrier as Barrier
    from journeymap.model import Benefit as Benefit
    from journeymap.model import Buyer as Buyer
    from journeymap.model import Channel as Channel
    from journeymap.model import Concern as Concern
    from journeymap.model import Cost as Cost
    from journeymap.model import Duration as Duration
    from journeymap.model import Emotion as Emotion
    from journeymap.model import Evidence as Evidence
    from journeymap.model import Fab as Fab
    from journeymap.model import Flow as Flow
    from journeymap.model import Gain as Gain
    from journeymap.model import Hypothesis as Hypothesis
    from journeymap.model import Ice as Ice
    from journeymap.model import Involvement as Involvement
    from journeymap.model import Journey as Journey
    from journeymap.model import Look as Look
    from journeymap.model import Metric as Metric
    from journeymap.model import Money as Money
    from journeymap.model import Motivation as Motivation
    from journeymap.model import Note as Note
    from journeymap.model import Offer as Offer
    from journeymap.model import Persona as Persona
    from journeymap.model import Quantity as Quantity
    from journeymap.model import Rate as Rate
    from journeymap.model import Recommendation as Recommendation
    from journeymap.model import Rice as Rice
    from journeymap.model import Scale as Scale
    from journeymap.model import Segment as Segment
    from journeymap.model import Stage as Stage
    from journeymap.model import Statement as Statement
    from journeymap.model import Swatch as Swatch
    from journeymap.model import Terms as Terms
    from journeymap.model import Touchpoint as Touchpoint
    from journeymap.model import Transition as Transition
    from journeymap.tabular import Table as Table
    from journeymap.theme import Metrics as Metrics
    from journeymap.theme import Palette as Palette
    from journeymap.theme import Theme as Theme
    from journeymap.theme import Tone as Tone
    from journeymap.theme import brand_theme as brand_theme
    from journeymap.views.buying_network import buying_network as buying_network
    from journeymap.views.compare import compare as compare
    from journeymap.views.cycle import cycle as cycle
    from journeymap.views.fab_matrix import fab_matrix as fab_matrix
    from journeymap.views.flow import flow as flow
    from journeymap.views.mindmap import mindmap as mindmap
    from journeymap.views.persona_card import persona_card as persona_card
    from journeymap.views.swimlane import swimlane as swimlane
    from journeymap.views.table import table as table
    from journeymap.views.tco_chart import tco_chart as tco_chart

__version__ = "0.1.0"

_HOMES = {
    "journeymap.analysis.bottleneck": "Bottleneck StageLoad bottleneck",
    "journeymap.analysis.funnel": "Funnel FunnelStep funnel",
    "journeymap.analysis.intervals": "Interval wilson",
    "journeymap.analysis.lifetime": "LifetimeValue expected_purchases lifetime_value",
    "journeymap.analysis.nps": "Nps nps nps_of",
    "journeymap.analysis.opportunity": "GrowthPoint Opportunity opportunities opportunity",
    "journeymap.analysis.peakend": "PeakEnd peak_end",
    "journeymap.analysis.ideas": "Idea ice ideas rice",
    "journeymap.analysis.scores": "Score",
    "journeymap.analysis.tco": "Tco tco",
    "journeymap.errors": "Fault JourneymapError MissingLibraryError ModelError OptionError"
    " RenderError SourceError UnreadableError",
    "journeymap.files": "Limits dump dumps load loads",
    "journeymap.model": "Backstage Barrier Benefit Buyer Channel Concern Cost Duration Emotion"
    " Evidence Fab Flow Gain Hypothesis Ice Involvement Journey Look Metric Money Motivation Note"
    " Offer Persona Quantity Rate Recommendation Rice Scale Segment Stage Statement Swatch Terms"
    " Touchpoint Transition",
    "journeymap.analysis.coverage": "Coverage coverage",
    "journeymap.diagram": "Diagram",
    "journeymap.flowing": "FlowDiagram",
    "journeymap.lanechoice": "Lane",
    "journeymap.tabular": "Table",
    "journeymap.theme": "Metrics Palette Theme Tone brand_theme",
    "journeymap.views.buying_network": "buying_network",
    "journeymap.views.compare": "compare",
    "journeymap.views.cycle": "cycle",
    "journeymap.views.fab_matrix": "fab_matrix",
    "journeymap.views.flow": "flow",
    "journeymap.views.mindmap": "mindmap",
    "journeymap.views.persona_card": "persona_card",
    "journeymap.views.swimlane": "swimlane",
    "journeymap.views.table": "table",
    "journeymap.views.tco_chart": "tco_chart",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - a list of strings, made from the table above


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOME_OF:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return [*__all__, "__version__"]
