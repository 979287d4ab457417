"""The whole journey: the root of everything that an author writes."""

import datetime
import re
from collections.abc import Iterable
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.checks import faults_of
from journeymap.model.evidence import Remark, Statement, to_statement
from journeymap.model.flow import Flow, to_flow
from journeymap.model.index import walk
from journeymap.model.look import Look, to_look
from journeymap.model.messages import Fab, to_messages
from journeymap.model.money import Rate, to_share
from journeymap.model.offers import Offer, to_offers
from journeymap.model.people import Buyer, Persona, Segment, to_buyers, to_persona, to_segment
from journeymap.model.quantities import Scale, to_scale
from journeymap.model.record import attempt, refuse
from journeymap.model.stages import Stage, to_stages
from journeymap.model.terms import Terms, to_terms
from journeymap.notebook import Faces, Tabled, overview

Kind = Literal["b2b", "b2c"]
State = Literal["as-is", "to-be"]
Topology = Literal["linear", "cyclic"]

DEFAULT_SCALE = Scale()

_LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"


def _kind(value: Kind | None) -> Kind | None:
    chosen = None if value is None else attempt(lambda v: plain.choose(v, get_args(Kind)), value)
    return cast("Kind | None", chosen)


def _state(value: State) -> State:
    return cast("State", attempt(lambda v: plain.choose(v, get_args(State)), value))


def _topology(value: Topology | None) -> Topology | None:
    options = get_args(Topology)
    chosen = None if value is None else attempt(lambda v: plain.choose(v, options), value)
    return cast("Topology | None", chosen)


def _language(value: str) -> str:
    def convert(given: Any) -> str:
        tag = plain.gate(given)
        if not re.fullmatch(_LANGUAGE, tag):
            raise refuse("not a language tag", given, "a tag of BCP 47 such as en or ru")
        return tag

    return attempt(convert, value)


@attrs.frozen(repr=False, eq=False)
class Journey(Remark, Tabled):
    """The way of one segment, or of one persona of it, in one scenario.

    Attributes:
        title: What the map is called.
        kind: b2b or b2c; decides the shape and the rules of the review.
        state: as-is, or to-be.
        topology: linear or cyclic; a b2c journey is a cycle and any other a line unless given.
        scenario: What the persona sets out to do.
        language: The language of the texts, as a tag of BCP 47.
        updated: When the map was last worked through.
        repeat_rate: How many customers come again, for a cycle.
        scale: The scale of the emotions; -2..2 unless given.
        theme: How its pictures look, unless the one who draws them says another theme.
        flow: How the way through it is drawn, unless the one who draws it says otherwise.
        segment: Whom the map is about.
        persona: One person who stands for the segment.
        buyers: The buying group.
        messages: What the seller tells the buyers.
        stages: The stages, in their order.
        offers: What the customer can choose, with what it costs.
        tco: How those costs are reckoned: years, rate, prices.

    Raises:
        ModelError: With every fault between the parts: an id used twice, a reference to nothing, a
            valence off the scale.
    """

    title: str = attrs.field(converter=plain.text)
    kind: Kind | None = attrs.field(default=None, kw_only=True, converter=_kind)
    state: State = attrs.field(default="as-is", kw_only=True, converter=_state)
    topology: Topology | None = attrs.field(default=None, kw_only=True, converter=_topology)
    scenario: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    language: str = attrs.field(default="en", kw_only=True, converter=_language)
    updated: datetime.date | None = attrs.field(default=None, kw_only=True, converter=plain.date)
    repeat_rate: Rate | None = attrs.field(default=None, kw_only=True, converter=to_share)
    scale: Scale = attrs.field(default=DEFAULT_SCALE, kw_only=True, converter=to_scale)
    theme: Look | None = attrs.field(default=None, kw_only=True, converter=to_look)
    flow: Flow | None = attrs.field(default=None, kw_only=True, converter=to_flow)
    segment: Segment | None = attrs.field(default=None, kw_only=True, converter=to_segment)
    persona: Persona | None = attrs.field(default=None, kw_only=True, converter=to_persona)
    buyers: tuple[Buyer, ...] = attrs.field(default=(), kw_only=True, converter=to_buyers)
    messages: tuple[Fab, ...] = attrs.field(default=(), kw_only=True, converter=to_messages)
    stages: tuple[Stage, ...] = attrs.field(default=(), kw_only=True, converter=to_stages)
    offers: tuple[Offer, ...] = attrs.field(default=(), kw_only=True, converter=to_offers)
    tco: Terms | None = attrs.field(default=None, kw_only=True, converter=to_terms)

    @property
    def is_cyclic(self) -> bool:
        """Whether the last stage leads back to the first."""
        if self.topology is None:
            return self.kind == "b2c"
        return self.topology == "cyclic"

    def by_id(self) -> dict[str, Remark]:
        """Return everything on the map by its id: the author's own, or one from its position.

        Examples:
            >>> list(Journey("Coffee", stages=[Stage("Queue", touchpoints=["Bar"])]).by_id())
            ['stage1', 'stage1.touchpoint1']
        """
        return {item.id: item.value for item in walk(self)}

    def _faces(self) -> Faces:
        return overview(self)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what is wrong between the parts."""
        return faults_of(self)
