"""Colours as values: reading, writing and mixing them, how far apart two of them are.

Contrast is the one of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import re
from functools import lru_cache

from journeymap.errors import OptionError, shown

Channels = tuple[float, float, float]

_SHORT = r"#[0-9a-fA-F]{3}"
_LONG = r"#[0-9a-fA-F]{6}"


def parsed(value: object) -> str:
    """Return a colour that somebody gave, written anew as `#rrggbb`.

    Raises:
        OptionError: It is neither `#rgb` nor `#rrggbb`.

    Examples:
        >>> parsed("#ABC"), parsed(" #7A1F5C ")
        ('#aabbcc', '#7a1f5c')
    """
    text = value.strip() if isinstance(value, str) else ""
    if re.fullmatch(_SHORT, text):
        text = "#" + "".join(letter * 2 for letter in text[1:])
    if not re.fullmatch(_LONG, text):
        message = f"not a colour: {shown(value)} (expected #rgb or #rrggbb, such as #7a1f5c)"
        raise OptionError(message)
    return text.lower()


def channels(color: str) -> Channels:
    """Return red, green and blue of `#rrggbb`, each from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def written(red: float, green: float, blue: float) -> str:
    """Return a colour as `#rrggbb` from channels between 0 and 255."""
    return "#" + "".join(f"{round(channel):02x}" for channel in (red, green, blue))


def mixed(first: str, second: str, part: float) -> str:
    """Return the colour that is `part` of the way, from 0 to 1, from the first to the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    red, green, blue = (a + (b - a) * part for a, b in pairs)
    return written(red, green, blue)


def linear(channel: float) -> float:
    """Return how much light a channel from 0 to 255 stands for, from 0 to 1."""
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def luminance(color: str) -> float:
    """Return how light a colour is to the eye: 0 for black, 1 for white."""
    red, green, blue = map(linear, channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
