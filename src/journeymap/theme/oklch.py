"""A space in which equal steps look equal: OKLCH, lightness, chroma and hue.

The numbers are Björn Ottosson's, "A perceptual color space for image processing" (2020,
https://bottosson.github.io/posts/oklab/), as CSS Color 4 uses them too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from journeymap.theme.color import channels, contrast, linear, written

Oklch = tuple[float, float, float]
"""Lightness from 0 to 1, chroma from 0 to about 0.32, hue in degrees."""

_STEPS = 200
_GREY = 1e-4
_HUED = 0.02
"""The least chroma at which a hue is seen."""


@lru_cache(maxsize=4096)
def oklab(color: str) -> tuple[float, float, float]:
    """Return lightness and the two axes green–red and blue–yellow."""
    red, green, blue = map(linear, channels(color))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def oklch(color: str) -> Oklch:
    """Return lightness, chroma and hue; a grey has the hue 0."""
    light, a, b = oklab(color)
    chroma = math.hypot(a, b)
    return light, chroma, math.degrees(math.atan2(b, a)) % 360 if chroma > _GREY else 0.0


def distance(first: str, second: str) -> float:
    """Return how different two colours look: 0.02 is hardly seen, 1 is black and white."""
    return math.dist(oklab(first), oklab(second))


@lru_cache(maxsize=65536)
def from_oklch(light: float, chroma: float, hue: float) -> str:
    """Return a colour; with as much of the chroma as a screen can show at that lightness."""
    light = min(1.0, max(0.0, light))
    low, high = 0.0, chroma
    if _is_shown(_light(light, chroma, hue)):
        low = chroma
    else:
        for _ in range(12):
            middle = (low + high) / 2
            if _is_shown(_light(light, middle, hue)):
                low = middle
            else:
                high = middle
    red, green, blue = (255 * _encoded(part) for part in _light(light, low, hue))
    return written(red, green, blue)


def _light(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Return the light of the three channels; outside 0..1 where no screen can show it."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _is_shown(parts: tuple[float, float, float]) -> bool:
    return all(-_GREY <= part <= 1 + _GREY for part in parts)


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def moved(color: str, light: float = 0.0, hue: float = 0.0) -> str:
    """Return a colour that is lighter by `light` and has its hue turned by `hue` degrees."""
    own, chroma, angle = oklch(color)
    return from_oklch(round(own + light, 4), round(chroma, 4), round(angle + hue, 2) % 360)


def turned(first: str, second: str) -> float:
    """Return the turn from one hue to the other, in degrees, on the shorter way; 0 from a grey."""
    (_, chroma, hue), (_, other_chroma, other_hue) = oklch(first), oklch(second)
    return (other_hue - hue + 180) % 360 - 180 if min(chroma, other_chroma) >= _HUED else 0.0


def between(first: str, second: str) -> str:
    """Return the colour half way: as light and as vivid as both are, its hue between theirs.

    Half way in red, green and blue, two hues that are far apart give a grey.
    """
    (light, chroma, hue), (other_light, other_chroma, other_hue) = oklch(first), oklch(second)
    hued = hue if chroma >= other_chroma else other_hue - turned(first, second)
    lights, chromas = (light + other_light) / 2, (chroma + other_chroma) / 2
    middle = hued + turned(first, second) / 2
    return from_oklch(round(lights, 4), round(chromas, 4), round(middle, 2) % 360)


def tinted(color: str, light: float, chroma: float) -> str:
    """Return a ground in the hue of a colour: its lightness given, its chroma at most `chroma`."""
    _, own, hue = oklch(color)
    return from_oklch(light, round(min(own, chroma), 4), round(hue, 2))


def leaning(ground: str, color: str, light: float, more: float) -> str:
    """Return a ground beside another one: its lightness given, its hue leaning to a colour's.

    Args:
        ground: The other ground.
        color: The colour.
        light: How light the result is.
        more: How much of the colour's chroma is added to that of the other ground, at most.
    """
    (_, a, b), (_, own, hue) = oklab(ground), oklch(color)
    added = min(own, more)
    a += added * math.cos(math.radians(hue))
    b += added * math.sin(math.radians(hue))
    angle = math.degrees(math.atan2(b, a)) % 360
    return from_oklch(light, round(math.hypot(a, b), 4), round(angle, 2))


def seen(color: str, grounds: Iterable[str], ratio: float) -> str:
    """Return the colour of the nearest lightness that has the contrast on all grounds.

    Hue and, as far as can be, chroma stay. Where no lightness does, the result is what comes
    nearest to it, black or white.
    """
    grounds = tuple(dict.fromkeys(grounds))
    if _least(color, grounds) >= ratio:
        return color
    own, chroma, hue = (round(part, 4) for part in oklch(color))
    for step in range(1, _STEPS + 1):
        for side in (-1, 1):
            light = own + side * step / _STEPS
            if 0 <= light <= 1:
                found = from_oklch(round(light, 4), chroma, hue)
                if _least(found, grounds) >= ratio:
                    return found
    return max(("#000000", "#ffffff"), key=lambda end: _least(end, grounds))


def _least(color: str, grounds: tuple[str, ...]) -> float:
    return min((contrast(color, ground) for ground in grounds), default=21.0)
