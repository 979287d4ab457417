"""Values as SVG writes them: each one is parsed and written anew, or refused.

Nothing that an author or a theme supplies reaches a file by another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from journeymap.errors import RenderError, shown

_LIMIT = 1e7  # px; far beyond any sheet, and still exact to two decimals everywhere
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_WEB_LINK = (
    r"(?i)(?:https?://|mailto:)"
    r"[^\x00-\x20\x7f-\xa0\"<>\\^`{|}\u2000-\u200f\u2028-\u202f\u2066-\u2069]+"
)
_FRAGMENT = r"#[^\x00-\x20\x7f-\xa0\"<>\\^`{|}#]+"
_UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9.-]")


@lru_cache(maxsize=1 << 16)
def number(value: float, decimals: int = 2) -> str:
    """Return a number with two decimals at most, without idle zeros.

    Raises:
        RenderError: It is not finite, or no sheet is that large.

    Examples:
        >>> number(10.299999999999999), number(-0.001), number(3.0)
        ('10.3', '0', '3')
    """
    if not -_LIMIT < value < _LIMIT:
        message = f"impossible length {value!r} (expected a finite number of px)"
        raise RenderError(message)
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def hundredths(value: float) -> int:
    """Return a number in hundredths.

    Raises:
        RenderError: It is not finite, or no sheet is that large.
    """
    if not -_LIMIT < value < _LIMIT:
        number(value)
    return round(value * 100)


@lru_cache(maxsize=1 << 16)
def hundredth(value: int) -> str:
    """Return a number given in hundredths, as short as a path may have it.

    >>> hundredth(120), hundredth(-50)
    ('1.2', '-.5')
    """
    text = number(value / 100)
    if text.startswith("0."):
        return text[1:]
    return f"-{text[2:]}" if text.startswith("-0.") else text


def joined(values: Iterable[int]) -> str:
    """Return numbers given in hundredths, with a space only where there is no sign.

    >>> joined([120, -50, 300])
    '1.2-.5 3'
    """
    return " ".join(map(hundredth, values)).replace(" -", "-")


@lru_cache(maxsize=1024)
def color(value: str) -> str:
    """Return a colour in small letters.

    Raises:
        RenderError: It is not of the form `#rrggbb`.
    """
    if not _COLOR.fullmatch(value):
        message = f"not a colour: {shown(value)} (expected #rrggbb)"
        raise RenderError(message)
    return value.lower()


def share(value: float) -> str:
    """Return an opacity or an offset.

    Raises:
        RenderError: It does not lie between 0 and 1.
    """
    if not 0 <= value <= 1:
        message = f"impossible share {value!r} (expected 0..1)"
        raise RenderError(message)
    return number(value, 3)


def length(value: float) -> str:
    """Return a size in px.

    Raises:
        RenderError: It is negative or not finite.
    """
    if value < 0:
        message = f"impossible length {value!r} (expected 0 or more)"
        raise RenderError(message)
    return number(value)


def plain(text: str) -> str:
    """Return `text`, which the XML writer can then escape.

    Raises:
        RenderError: It has a character that XML 1.0 cannot carry.
    """
    if text.isascii() and text.isprintable():
        return text
    found = re.search(_FORBIDDEN, text)
    if found:
        message = f"XML cannot carry U+{ord(found.group()):04X} (in {shown(text)})"
        raise RenderError(message)
    return text


def link(target: str) -> str:
    """Return a link that may stand in a picture.

    Raises:
        RenderError: It is neither `http`, `https`, `mailto` nor `#` and the name of a part.
    """
    if not (re.fullmatch(_WEB_LINK, target) or re.fullmatch(_FRAGMENT, target)):
        message = f"not a link for a picture: {shown(target)} (expected http, https, mailto or #…)"
        raise RenderError(message)
    return plain(target)


def language(tag: str) -> str:
    """Return a language tag.

    Raises:
        RenderError: It is not of the form of BCP 47.
    """
    if not _LANGUAGE.fullmatch(tag):
        message = f"not a language tag: {shown(tag)} (expected one such as ru or en-GB)"
        raise RenderError(message)
    return tag


def identifier(name: str) -> str:
    """Return a name as part of an XML id; different names stay different.

    >>> identifier("stage 1"), identifier("выбор")
    ('stage_20_1', '_432__44b__431__43e__440_')
    """
    return _UNSAFE_IN_NAME.sub(lambda found: f"_{ord(found.group()):x}_", name)
