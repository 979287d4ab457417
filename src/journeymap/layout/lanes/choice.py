"""Which lanes are drawn, in which order and under which headings.

The words of the choice:

- `touchpoints`: this lane; `Legal`: the lane of the notes under that heading
- `touchpoints=Contacts`: this lane under another heading
- `-thoughts`: not this lane
- `*` or `...`: all other lanes that have something to say, in their usual order
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from journeymap.analysis.feelings import CurveBy
from journeymap.errors import OptionError, shown, unknown
from journeymap.layout.blocks import Setting
from journeymap.layout.lanes import LANES, NOTES_STAND_BEFORE, is_wanted
from journeymap.layout.lanes.emotions import emotions
from journeymap.layout.lanes.lane import Chosen, Lane
from journeymap.layout.lanes.notes import headings, noted
from journeymap.layout.lanes.rows import Build, one_row
from journeymap.model import Journey

Wanted = str | Lane | Iterable[str | Lane] | Mapping[str, str | None]
"""What a caller may write for lanes: names in their order, or new headings by name."""

REST = frozenset({"*", "..."})
"""The words for all lanes that are not named."""


@attrs.frozen(eq=False)
class Content:
    """What of a journey is drawn.

    Attributes:
        lanes: Which lanes, in which order and under which headings.
        curves: Journeys whose curves of emotions are drawn over this one's.
        curve_by: Whether touchpoints with emotions have points of their own on the curve.
    """

    lanes: Wanted | None = None
    curves: tuple[Journey, ...] = ()
    curve_by: CurveBy = "touchpoint"

    def lanes_of(self, journey: Journey, setting: Setting) -> tuple[Chosen, ...]:
        """Return the lanes of a journey; those that nobody named may turn out to be empty.

        Raises:
            OptionError: There is no such lane, or the words of the choice do not fit together.
        """
        lanes = _known(journey, LANES | {"emotions": emotions(self.curves, self.curve_by)})
        choice = _choice(self.lanes, lanes)
        others = [
            name
            for name in lanes
            if choice.takes_rest
            and name not in choice.named
            and name not in choice.without
            and is_wanted(name, journey)
        ]
        drawn: list[Chosen] = []
        if self.curves and "emotions" not in choice.named | set(others):
            raise OptionError(
                "curves stand in the lane emotions, which is left out (name it among the lanes)"
            )
        for lane in choice.order:
            for name in others if lane is None else [lane]:
                title = choice.titles.get(name) or setting.labels.lanes.get(name, name)
                drawn.append(Chosen(name, title, lanes[name], is_named=lane is not None))
        return tuple(drawn)


ALL = Content()
"""Every lane that has something to say, and the journey's own curves."""


def _known(journey: Journey, lanes: Mapping[str, Build]) -> dict[str, Build]:
    """Return all lanes that this journey can have, in their usual order."""
    own = {name: one_row(noted(name)) for name in headings(journey) if name not in lanes}
    made: dict[str, Build] = {}
    for name, build in lanes.items():
        if name == NOTES_STAND_BEFORE:
            made.update(own)
        made[name] = build
    return made


@attrs.frozen(eq=False)
class _Choice:
    """What the caller asked for.

    Attributes:
        order: The lanes, and None where all others stand.
        titles: New headings by name.
        without: The lanes that are left out.
    """

    order: tuple[str | None, ...]
    titles: Mapping[str, str | None]
    without: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        return frozenset(name for name in self.order if name is not None)

    @property
    def takes_rest(self) -> bool:
        return None in self.order


def _choice(wanted: Wanted | None, lanes: Mapping[str, Build]) -> _Choice:
    if wanted is None:
        return _Choice((None,), {}, frozenset())
    if isinstance(wanted, Mapping):
        titles = {
            _checked(name, lanes): Lane(name, title=title).title for name, title in wanted.items()
        }
        return _Choice((None,), titles, frozenset())
    if isinstance(wanted, Lane):
        wanted = [wanted]
    if isinstance(wanted, str):
        is_one = wanted in lanes or wanted.partition("=")[0] in lanes
        wanted = [wanted] if is_one else [part.strip() for part in wanted.split(",")]
    if isinstance(wanted, bytes) or not isinstance(wanted, Iterable):
        raise OptionError(f"not lanes (got {shown(wanted)}; expected names or Lanes)")
    order: dict[str | None, None] = {}
    titles = {}
    without = set()
    for item in wanted:
        if isinstance(item, str) and item in REST:
            order[None] = None
        elif isinstance(item, str) and item.startswith("-") and item not in lanes:
            without.add(_checked(item[1:], lanes))
        else:
            lane = _lane(item, lanes)
            order[lane.name] = None
            titles[lane.name] = lane.title or titles.get(lane.name)
    _check(order, without)
    return _Choice(tuple(order or {None: None}), titles, frozenset(without))


def _check(order: Mapping[str | None, None], without: set[str]) -> None:
    both = sorted(name for name in order if name in without and name is not None)
    if both:
        raise OptionError(f"the lane {shown(both[0])} is both named and left out")
    if without and order and None not in order:
        left = min(without)
        raise OptionError(
            f"-{left} takes a lane away from those named, which do not have it (add '*' for all "
            "the others)"
        )


def _lane(item: object, lanes: Mapping[str, Build]) -> Lane:
    if isinstance(item, Lane):
        _checked(item.name, lanes)
        return item
    if not isinstance(item, str):
        raise OptionError(f"not a lane (got {shown(item)}; expected a name or a Lane)")
    if item in lanes or "=" not in item:
        return Lane(_checked(item, lanes))
    # A heading of the author's own may have the sign in it too.
    ends = [place for place, sign in enumerate(item) if sign == "="]
    place = next((end for end in ends if item[:end].strip() in lanes), ends[0])
    name = _checked(item[:place].strip(), lanes)
    return Lane(name, title=item[place + 1 :].strip())


def _checked(name: str, lanes: Mapping[str, Build]) -> str:
    if name not in lanes:
        raise unknown("lane", str(name), lanes)
    return name
