"""Which lanes a caller asks for, in which order and under which headings.

The words of the choice, the same in every view that has lanes:

- `touchpoints`: this lane; `Legal`: the lane of the notes under that heading
- `touchpoints=Contacts`: this lane under another heading
- `-thoughts`: not this lane
- `*` or `...`: all other lanes that have something to say, in their usual order
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import attrs

from journeymap.errors import OptionError, shown, unknown
from journeymap.model import Journey
from journeymap.values import Value

T = TypeVar("T")

REST = frozenset({"*", "..."})
"""The words for all lanes that are not named."""

NOTES_STAND_BEFORE = "recommendations"
"""Where the author's own lanes stand among the others."""


@attrs.frozen(repr=False, eq=False)
class Lane(Value):
    """A lane of the map, with a heading of your own if you like.

    Attributes:
        name: Which lane: one of the known ones, or the heading of notes in the journey.
        title: The heading; the language's own word unless given.

    Raises:
        OptionError: The name or the title is no text, or is empty.
    """

    name: str
    title: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no heading."""
        for what, text in (("lane", self.name), ("title of a lane", self.title)):
            if text is not None and not (isinstance(text, str) and text.strip()):
                raise OptionError(f"not a {what} (got {shown(text)}; expected text)")


Wanted = str | Lane | Iterable[str | Lane] | Mapping[str, str | None]
"""What a caller may write for lanes: names in their order, or new headings by name."""


class Choice(NamedTuple):
    """What the caller asked for.

    Attributes:
        order: The lanes, and None where all others stand.
        titles: New headings by name.
        without: The lanes that are left out.
    """

    order: tuple[str | None, ...]
    titles: Mapping[str, str | None]
    without: frozenset[str]

    def lanes(self, usual: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Yield the lanes in their order, each with whether it was asked for by name.

        Args:
            usual: The lanes that are shown without being asked for, in their usual order.
        """
        named = {*self.order, *self.without}
        others = [name for name in usual if name not in named]
        for lane in self.order:
            for name in others if lane is None else [lane]:
                yield name, lane is not None


def headings(journey: Journey) -> list[str]:
    """Return the headings of all notes, in the order in which they come up on the way."""
    found = (note.heading for stage in journey.stages for note in stage.notes)
    return list(dict.fromkeys(found))


def with_notes(lanes: Mapping[str, T], own: Mapping[str, T]) -> dict[str, T]:
    """Return all lanes in their usual order, with the author's own where those stand."""
    made: dict[str, T] = {}
    for name, lane in lanes.items():
        if name == NOTES_STAND_BEFORE:
            made.update({heading: one for heading, one in own.items() if heading not in lanes})
        made[name] = lane
    return made


def settled(wanted: Wanted | None) -> Wanted | None:
    """Return what was asked for in a shape that can be read more than once."""
    is_stream = isinstance(wanted, Iterable) and not isinstance(wanted, (str, Mapping))
    return tuple(wanted) if is_stream else wanted  # type: ignore[arg-type]


def choose(wanted: Wanted | None, lanes: Collection[str]) -> Choice:
    """Return what is asked for.

    Args:
        wanted: The words of the caller; every lane unless given.
        lanes: The names of all lanes that there are.

    Raises:
        OptionError: There is no such lane, or the words of the choice do not fit together.
    """
    if wanted is None:
        return Choice((None,), {}, frozenset())
    if isinstance(wanted, Mapping):
        titles = {
            _checked(name, lanes): Lane(name, title=title).title for name, title in wanted.items()
        }
        return Choice((None,), titles, frozenset())
    order: dict[str | None, None] = {}
    titles = {}
    without = set()
    for item in _items(wanted, lanes):
        if isinstance(item, str) and item in REST:
            order[None] = None
        elif isinstance(item, str) and item.startswith("-") and item not in lanes:
            without.add(_checked(item[1:], lanes))
        else:
            lane = _lane(item, lanes)
            order[lane.name] = None
            titles[lane.name] = lane.title or titles.get(lane.name)
    _check(order, without)
    return Choice(tuple(order or {None: None}), titles, frozenset(without))


def _items(
    wanted: str | Lane | Iterable[str | Lane], lanes: Collection[str]
) -> Iterable[str | Lane]:
    if isinstance(wanted, Lane):
        return [wanted]
    if isinstance(wanted, bytes) or not isinstance(wanted, Iterable):
        raise OptionError(f"not lanes (got {shown(wanted)}; expected names or Lanes)")
    if not isinstance(wanted, str):
        return wanted
    is_one = wanted in lanes or wanted.partition("=")[0] in lanes
    return [wanted] if is_one else [part.strip() for part in wanted.split(",")]


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


def _lane(item: object, lanes: Collection[str]) -> Lane:
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


def _checked(name: str, lanes: Collection[str]) -> str:
    if name not in lanes:
        raise unknown("lane", str(name), lanes)
    return name
