r"""Converters for plain values: text, links, names, choices, numbers.

Text passes one gate: what XML 1.0 cannot carry is refused, line ends are `\n`, white space at both
ends is dropped, and one text is at most 8 000 bytes long.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from journeymap.errors import nearest
from journeymap.model.record import attempt, many, refuse

MAX_TEXT_BYTES = 8_000

_SYNONYMS = {
    "web": "site",
    "website": "site",
    "web site": "site",
    "mail": "email",
    "e-mail": "email",
    "telephone": "phone",
    "call": "phone",
    "shop": "store",
    "planned": "proposed",
    "partner": "third-party",
}
_NEVER = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_IDENTIFIER = r"[^\W\d][\w-]*"
_LINK = r"(?i)(?:https?://|mailto:)[^\s<>\"'`\\^{|}]+|#[^\s<>\"'`\\^{|}]+"


def gate(value: Any) -> str:
    """Return a text as the model keeps it.

    Raises:
        Refused: It is no text, too long, or has a character that XML 1.0 cannot carry.
    """
    if not isinstance(value, str):
        raise refuse("wrong type", value, "text")
    if value.isascii() and value.isprintable() and len(value) <= MAX_TEXT_BYTES:
        return str(value).strip()
    found = re.search(_NEVER, value)
    if found:
        raise refuse(
            f"a character that XML cannot carry, U+{ord(found[0]):04X} at {found.start()}",
            value,
        )
    size = len(value.encode())
    if size > MAX_TEXT_BYTES:
        raise refuse(f"too long, {size} bytes", value, f"at most {MAX_TEXT_BYTES} bytes")
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _filled(value: Any) -> str:
    text_value = gate(value)
    if not text_value:
        raise refuse("empty", value, "text")
    return text_value


def text(value: str) -> str:
    """Return a text that says something."""
    return attempt(_filled, value)


def optional_text(value: str | None) -> str | None:
    """Return a text that says something, or None."""
    return None if value is None else attempt(_filled, value)


def texts(value: str | Iterable[str]) -> tuple[str, ...]:
    """Return a tuple of texts."""
    return attempt(lambda given: many(_filled, given), value)


def _identifier(value: Any) -> str:
    name = _filled(value)
    if not re.fullmatch(_IDENTIFIER, name):
        raise refuse("not an id", value, "letters, digits, - and _, starting with a letter or _")
    return name


def identifier(value: str | None) -> str | None:
    """Return an id that an author gave, or None."""
    return None if value is None else attempt(_identifier, value)


def _link(value: Any) -> str:
    address = _filled(value)
    if not re.fullmatch(_LINK, address):
        raise refuse("not a link that may stand in a picture", value, "http, https, mailto or #id")
    return address


def link(value: str | None) -> str | None:
    """Return a link to http, https, mailto or a place in the same document, or None."""
    return None if value is None else attempt(_link, value)


def choose(value: Any, options: tuple[str, ...], otherwise: str = "") -> str:
    """Return the value if it is one of the options.

    Args:
        value: The value.
        options: What it may be.
        otherwise: The hint where none of them is near.

    Raises:
        Refused: It is not; names the options and the nearest.
    """
    if isinstance(value, str) and value in options:
        return value
    hint = _meant(value, options) if isinstance(value, str) else ""
    raise refuse("unknown value", value, f"one of {', '.join(options)}", hint or otherwise)


def _meant(value: str, options: tuple[str, ...]) -> str:
    """Return the hint for a word that is no option: the option that means the same, or is near."""
    same = _SYNONYMS.get(value.strip().casefold(), "")
    return nearest(same, [same]) if same in options else nearest(value, options)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise refuse("wrong type", value, "true or false")
    return value


def flag(value: bool) -> bool:  # noqa: FBT001 - a converter takes what the field takes
    """Return a truth value."""
    return attempt(_flag, value)


def finite(value: Any, low: float = -1e9, high: float = 1e9) -> float:
    """Return a finite number between two bounds.

    Raises:
        Refused: It is no number, or out of range.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise refuse("wrong type", value, "a number")
    # NaN is in no range, and a whole number too large for a float is compared all the same.
    if not low <= value <= high:
        raise refuse("out of range", value, f"{low:g}..{high:g}")
    return float(value)


def whole(value: Any, low: int, high: int) -> int:
    """Return a whole number between two bounds.

    Raises:
        Refused: It is no whole number, or out of range.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse("wrong type", value, "a whole number")
    if not low <= value <= high:
        raise refuse("out of range", value, f"{low}..{high}")
    return value


def optional_number(value: float | None) -> float | None:
    """Return a finite number, or None."""
    return None if value is None else attempt(finite, value)


def rating(value: int | None) -> int | None:
    """Return a judgement from 1 to 5, or None."""
    return None if value is None else attempt(lambda given: whole(given, 1, 5), value)


def score(value: float | None) -> float | None:
    """Return a measured level from 1 to 5, or None."""
    return None if value is None else attempt(lambda given: finite(given, 1, 5), value)


def count(value: int | None) -> int | None:
    """Return how many there are, or None."""
    return None if value is None else attempt(lambda given: whole(given, 0, 10**12), value)


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise refuse("not a date", value, "a day as YYYY-MM-DD") from None


def date(value: datetime.date | str | None) -> datetime.date | None:
    """Return a day, or None."""
    return None if value is None else attempt(_date, value)
