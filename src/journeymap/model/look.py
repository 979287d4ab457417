"""How the author wants the pictures to look: a named look, the brand's colours, single colours."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, Self, cast, get_args

import attrs

from journeymap.errors import Fault, ModelError, shown
from journeymap.model import plain
from journeymap.model.record import Record, attempt, keyed, many, one, refuse

BaseName = Literal["light", "dark", "print", "contrast", "auto"]
ColorName = Literal[
    "paper", "panel", "panel_edge", "ink", "muted", "accent", "rule", "faint",
    "stages", "on_stages", "stage_edges", "marks", "pills", "pill_inks",
    "valence", "valence_inks", "curves", "star", "star_edge", "star_rest",
    "barrier", "concern", "mitigation", "urgent", "improve", "keep", "plain",
    "economic", "technical", "user", "coach", "hypothesis", "message",
    "front", "back", "support", "added", "removed", "changed", "good", "bad",
]  # fmt: skip

AUTO: tuple[BaseName, ...] = ("light", "dark")
GREY: BaseName = "print"
MOST_COLORS = 24

_COLOR = r"#(?:[0-9a-fA-F]{3}){1,2}"


def color(value: Any) -> str:
    """Return a colour as `#rrggbb`.

    Raises:
        Refused: It is neither `#rgb` nor `#rrggbb`.
    """
    text = plain.gate(value)
    if not re.fullmatch(_COLOR, text):
        raise refuse("not a colour", value, "#rgb or #rrggbb in quotes, such as '#7a1f5c'")
    if len(text) == 4:
        text = "#" + "".join(letter * 2 for letter in text[1:])
    return text.lower()


def _colors(value: Any) -> tuple[str, ...]:
    found = many(color, value)
    if len(found) > MOST_COLORS:
        raise refuse("too many colours", len(found), f"at most {MOST_COLORS}")
    return found


def _listed(value: Any) -> str:
    """Return colours as one text: `#7a1f5c` or `#7a1f5c, #0b7783`."""
    parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else value
    if not parts:
        raise refuse("empty", value, "a colour, or several with commas")
    return ", ".join(_colors(parts))


def _to_name(value: ColorName) -> ColorName:
    chosen = attempt(lambda given: plain.choose(given, get_args(ColorName)), value)
    return cast("ColorName", chosen)


def _to_listed(value: str | Iterable[str]) -> str:
    return attempt(_listed, value)


@attrs.frozen(repr=False, eq=False)
class Swatch(Record):
    """One thing of a picture and its colour.

    Attributes:
        name: What is coloured: paper, ink, accent, stages, … or a kind of card such as urgent.
        color: Its colour as `#rrggbb`; several in one text, with commas between, for what has
            several, such as stages.
    """

    name: ColorName = attrs.field(converter=_to_name)
    color: str = attrs.field(converter=_to_listed)

    @property
    def colors(self) -> tuple[str, ...]:
        """The colours one by one."""
        return tuple(self.color.split(", "))


def _bases(value: Any) -> tuple[BaseName, ...]:
    names = many(lambda given: plain.choose(given, get_args(BaseName)), value)
    found = AUTO if names == ("auto",) else names
    if len(found) != 1 and sorted(found) != sorted(AUTO):
        raise refuse("not a base", list(names), "one name, or light and dark, or auto")
    return cast("tuple[BaseName, ...]", found)


def _to_bases(value: BaseName | Iterable[BaseName]) -> tuple[BaseName, ...]:
    return attempt(_bases, value)


def _to_brand(value: str | Iterable[str]) -> tuple[str, ...]:
    return attempt(_colors, value)


def _to_swatches(value: Mapping[str, Any] | Iterable[Swatch]) -> tuple[Swatch, ...]:
    return attempt(lambda given: keyed(Swatch, given), value)


def _to_scale(value: float) -> float:
    return attempt(lambda given: plain.finite(given, 0.25, 4), value)


@attrs.frozen(repr=False, eq=False)
class Look(Record):
    """How the pictures of a journey look, unless the one who draws them says another theme.

    Attributes:
        base: light, dark, print, contrast; auto is light or dark, as the reader's screen prefers.
            In a plain text colours of a brand may stand with it or instead of it, with commas.
        brand: The brand's colours, the most important first, as `#rgb` or `#rrggbb`.
        colors: Single colours, by the name of what they colour.
        scale: How many times as large all lengths and letters are, 0.25..4.
    """

    EXAMPLE = '"dark", "#7a1f5c"'

    base: tuple[BaseName, ...] = attrs.field(default=("light",), converter=_to_bases)
    brand: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_to_brand)
    colors: tuple[Swatch, ...] = attrs.field(
        default=(), kw_only=True, converter=_to_swatches, metadata={"keyed": True}
    )
    scale: float = attrs.field(default=1.0, kw_only=True, converter=_to_scale)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the look that a text names: a base, colours, or both with commas between.

        Raises:
            ModelError: It names none.
        """
        words = [word.strip() for word in text.split(",")] if isinstance(text, str) else []
        if not any(words):
            fault = Fault("not a look", shown(text), f"such as {cls.EXAMPLE}", root="look")
            raise ModelError([fault])
        bases = [word for word in words if not word.startswith("#")]
        colors = [word for word in words if word.startswith("#")]
        return cls(cast("Any", bases or ["light"]), brand=colors)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault where parts do not go together."""
        if GREY in self.base and self.brand:
            fault = "a brand's colours and print, which has greys only"
            yield Fault(fault, expected="another base", steps=("brand",))
        names = [swatch.name for swatch in self.colors]
        for position, name in enumerate(names):
            if name in names[:position]:
                yield Fault("the same name again", shown(name), steps=("colors", position))

    def __str__(self) -> str:
        """Return base and brand as a text."""
        bases = () if self.base == ("light",) and self.brand else self.base
        return ", ".join((*bases, *self.brand))


def to_look(value: Look | str | None) -> Look | None:
    """Return a look, or None."""

    def convert(given: Any) -> Look:
        return Look.parse(given) if isinstance(given, str) else one(Look, given)

    return None if value is None else attempt(convert, value)
