"""The buying group: a row a buyer, a bar that says how far the buyer is drawn in at each stage."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.frames import Frame, Shape
from journeymap.layout.lanes.rows import Cells, Row, row_label
from journeymap.layout.marked import Marked, marked
from journeymap.layout.words import Words
from journeymap.model import Buyer, Involvement, Journey
from journeymap.model.index import Index

MOST_INFLUENCE = 5
"""The highest influence that a buyer can have."""

_SHARES = {"informed": 1 / 3, "consulted": 2 / 3, "decides": 1.0}


def buying_group(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
    """Return a row for each buyer, if anybody is drawn in: an empty rail shows who is not."""
    if not any(stage.involvement for stage in journey.stages):
        return ()
    index = Index(journey)
    rows: list[Row] = []
    for position, buyer in enumerate(journey.buyers):
        found = [_involvement(place, position, index) for place in places]
        cells = tuple(_cell(entry, buyer, setting) if entry else None for entry in found)
        rows.append(Cells(cells, setting, _label(buyer, setting), Bar(None, 0.0, "", setting)))
    return tuple(rows)


def _involvement(place: Place, position: int, index: Index) -> Involvement | None:
    for entry in place.stage.involvement:
        (item,) = index.find(entry.buyer, Buyer)
        if item.steps[1] == position:
            return entry
    return None


def tone_of(buyer: Buyer) -> str:
    """Return the kind of colours that a buyer has: those of the first role."""
    return buyer.role[0] if buyer.role else "plain"


def _label(buyer: Buyer, setting: Setting) -> Block:
    metrics, labels = setting.metrics, setting.labels
    name = Words(buyer.name, metrics.small_strong, setting, link=buyer.link)
    parts: list[Block] = [marked(name, buyer)]
    if buyer.role:
        roles = ", ".join(labels.role_words[role] for role in buyer.role)
        parts.append(Words(roles, metrics.small, setting, ink="muted"))
    if buyer.stance is not None:
        parts.append(stance_of(buyer.stance, setting))
    if buyer.influence is not None:
        parts.append(influence_of(buyer, setting))
    inset = (metrics.rail - metrics.line_height(metrics.badge)) / 2
    said = Flow(parts, metrics.dot_gap, 0.0)
    return row_label(said, metrics.small_strong, metrics.badge, setting, inset)


def influence_of(buyer: Buyer, setting: Setting, tone: str = "") -> Shape:
    """Return how much the others listen to a buyer, as points out of five in a kind of colours."""
    metrics, labels = setting.metrics, setting.labels
    return Shape(
        role="influence",
        width=metrics.influence,
        tall=metrics.line_height(metrics.small),
        variant=tone or tone_of(buyer),
        value=(buyer.influence or 0) / MOST_INFLUENCE,
        label=labels.legend["influence_of"].format(level=buyer.influence),
    )


def stance_of(stance: str, setting: Setting, ink: str = "muted") -> Frame:
    """Return how a buyer stands to us, as word and mark."""
    metrics = setting.metrics
    return Frame(
        role="stance",
        inside=Words(setting.labels.stances[stance], metrics.small, setting, ink=ink),
        left=metrics.sign + metrics.evidence_gap,
        mark="sign",
        mark_variant=f"{stance} {ink}",
        mark_size=metrics.sign,
        mark_line=metrics.line_height(metrics.small),
    )


def _cell(entry: Involvement, buyer: Buyer, setting: Setting) -> Block:
    role = tone_of(buyer)
    is_full = entry.level == "decides"
    ink = f"on-{role}" if is_full else role
    level = setting.labels.levels[entry.level]
    words = Words(level, setting.metrics.badge, setting, ink=ink, link=entry.link)
    stance = entry.stance and stance_of(entry.stance, setting, ink if is_full else "muted")
    bar = Bar(
        marked(words, entry), _SHARES[entry.level], f"{role} {entry.level}", setting, stance or None
    )
    if entry.stance is None:
        return bar
    return _Stanced(bar, stance_of(entry.stance, setting), setting)


@attrs.frozen(repr=False, eq=False)
class _Stanced:
    """A bar with a stance: at the right end of the rail, or below where it has no room there."""

    bar: Bar
    stance: Frame
    setting: Setting

    def least(self) -> float:
        return max(self.bar.least(), self.stance.least())

    def natural(self) -> float:
        return self.bar.natural() + self.stance.natural() + self.setting.metrics.rail_padding

    def height(self, width: float) -> float:
        bar = self.bar.height(width)
        return bar if self.bar.has_room(width) else bar + self._gap + self.stance.height(width)

    def place(self, x: float, y: float, width: float) -> Box:
        bar = self.bar.place(x, y, width)
        if self.bar.has_room(width):
            return bar
        stance = self.stance.place(x, bar.rect.bottom + self._gap, width)
        whole = Rect(x, y, width, stance.rect.bottom - y)
        return Box(role="stack", rect=whole, children=(bar, stance))

    @property
    def _gap(self) -> float:
        return self.setting.metrics.divider_gap


@attrs.frozen(repr=False, eq=False)
class Bar:
    """A rail that is filled as far as its share, and at least as far as its words go.

    Attributes:
        inside: The words in the bar; none for an empty rail.
        share: How much of the rail is filled.
        variant: The role and the level.
        setting: Lengths, words and a ruler.
        end: What stands at the right end of the rail if there is room.
    """

    inside: Words | Marked | None
    share: float
    variant: str
    setting: Setting
    end: Frame | None = None

    def least(self) -> float:
        """Return the width of the longest word with room at both ends."""
        return 0.0 if self.inside is None else self.inside.least() + self._sides()

    def natural(self) -> float:
        """Return the width of the words with room at both ends."""
        return 0.0 if self.inside is None else self.inside.natural() + self._sides()

    def has_room(self, width: float) -> bool:
        """Tell whether what stands at the end has room: in a full bar, or beside a shorter one."""
        if self.end is None:
            return False
        filled = self.natural() if self.share == 1 else max(self.share * width, self.natural())
        return filled + self.end.natural() + self._sides() <= width

    def height(self, width: float) -> float:
        """Return the height of the words with room above and below."""
        rail = self.setting.metrics.rail
        if self.inside is None:
            return rail
        room = rail - self.setting.metrics.line_height(self.setting.metrics.badge)
        return self.inside.height(width - self._sides()) + room

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the rail with the bar on it and the words in the bar."""
        whole = Rect(x, y, width, self.height(width))
        if self.inside is None:
            return Box(role="rail", rect=whole)
        metrics = self.setting.metrics
        room = width - self._sides()
        own = min(room, self.inside.natural())
        filled = max(self.share * width, own + self._sides())
        inset = (metrics.rail - metrics.line_height(metrics.badge)) / 2
        words = self.inside.place(x + metrics.rail_padding, y + inset, min(room, own))
        end = self._end(whole)
        in_bar = end if self.share == 1 else ()
        bar = Box(
            role="bar",
            variant=self.variant,
            rect=Rect(x, y, min(filled, width), whole.height),
            children=(words, *in_bar),
        )
        return Box(role="rail", rect=whole, children=(bar,) if in_bar else (bar, *end))

    def _end(self, rail: Rect) -> tuple[Box, ...]:
        if self.end is None or not self.has_room(rail.width):
            return ()
        own = self.end.natural()
        left = rail.right - self.setting.metrics.rail_padding - own
        return (self.end.place(left, rail.center.y - self.end.height(own) / 2, own),)

    def _sides(self) -> float:
        return 2 * self.setting.metrics.rail_padding
