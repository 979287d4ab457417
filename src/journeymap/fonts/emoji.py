"""Emoji as shapes of a few flat colours: those of `emoji_table`, keycaps and flags."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from journeymap.fonts.outlines import Command, Layer, Shape, rounded

if TYPE_CHECKING:
    from journeymap.fonts.fontfile import Face

WIDTH = 1250
"""How wide an emoji stands, in `UNITS`."""

AS_PICTURE, _AS_TEXT, _JOINER, _KEYCAP = "\ufe0f", "\ufe0e", "\u200d", "\u20e3"
_IDLE = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
_GENDERS = frozenset("♀♂")
_FLAG_A = 0x1F1E6

_STEP = 46  # `UNITS` in one unit of the table's grid
_LEFT = (WIDTH - 24 * _STEP) // 2
_MIDDLE = -362  # half the height of capital letters
_TOP = _MIDDLE - 12 * _STEP
_EDGE = 1.2  # of the grid
_TOKENS = r"[A-Z]|-?\d*\.?\d+"
_LENGTHS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0, "O": 3, "R": 5, "H": 3, "S": 3}


def emoji(cluster: str, letters: Face) -> Shape | None:
    """Return the shape for one letter of a text, or nothing if there is none of our own.

    Args:
        cluster: A whole grapheme cluster. Skin tones are passed over; of a sequence of people, or
            of one person with a thing, a person or two are drawn.
        letters: The face in which flags and keys are lettered.
    """
    if cluster.isascii():
        return None
    plain = re.sub(_IDLE, "", cluster)
    if plain[1:] == _KEYCAP and plain[0] in "0123456789*#":
        return _lettered("key", plain[0], letters)
    if len(plain) == 2 and all(_is_flag_letter(sign) for sign in plain):
        return _lettered("flag", "".join(chr(ord(sign) - _FLAG_A + 65) for sign in plain), letters)
    return _drawn(_single(plain))


def _single(plain: str) -> str:
    """Return the sign that stands for a sequence, or an empty text."""
    from journeymap.fonts.emoji_table import ALIKE  # noqa: PLC0415

    parts = [part for part in plain.split(_JOINER) if part and part not in _GENDERS]
    signs = [ALIKE.get(part, part) for part in parts]
    if len(signs) == 1:
        return signs[0]
    people = signs.count("👤")
    if people and signs[0] == "👤":
        return "👥" if people > 1 else "👤"
    return ""


@lru_cache(maxsize=512)
def _drawn(sign: str) -> Shape | None:
    from journeymap.fonts.emoji_table import FLIPPED, LAYERS, TURNED  # noqa: PLC0415

    origin, angle = TURNED.get(sign, (FLIPPED.get(sign, sign), 0))
    source = LAYERS.get(origin)
    if source is None:
        return None
    turn = math.radians(angle)
    down = -1 if sign in FLIPPED else 1
    layers = tuple(
        Layer(
            color, tuple((letter, _placed(numbers, turn, down)) for letter, numbers in path), width
        )
        for color, path, width in _layers(source)
    )
    return Shape(f"e{ord(sign):x}", WIDTH, layers)


def _placed(numbers: tuple[float, ...], turn: float, down: int) -> tuple[float, ...]:
    """Return places of the grid in `UNITS`, turned round the middle or upside down."""
    found: list[float] = []
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        dx, dy = x - 12, (y - 12) * down
        found.append(round(_LEFT + (12 + dx * math.cos(turn) - dy * math.sin(turn)) * _STEP))
        found.append(round(_TOP + (12 + dx * math.sin(turn) + dy * math.cos(turn)) * _STEP))
    return tuple(found)


def _layers(source: str) -> Iterator[tuple[str, list[Command], int]]:
    """Yield colour, outline and the width of the line (0 is a fill) of each layer."""
    from journeymap.fonts.emoji_table import COLORS  # noqa: PLC0415

    for layer in source.split(";"):
        paint, data = layer.split(" ", 1)
        path = list(_commands(data))
        fill, _, edge = paint.partition("/")
        # The edge goes first, so that the first layer is what stands out from the ground.
        if edge:
            yield COLORS[edge], path, round(_EDGE * 2 * _STEP)
        yield COLORS[fill[0]], path, round(float(fill[1:] or 0) * _STEP)


def _commands(data: str) -> Iterator[Command]:
    tokens = re.findall(_TOKENS, data)
    start = 0
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and not tokens[index].isalpha():
            continue
        letter, numbers = tokens[start], tuple(map(float, tokens[start + 1 : index]))
        start = index
        for first in range(0, max(len(numbers), 1), _LENGTHS[letter] or 1):
            part = numbers if letter == "O" else numbers[first : first + _LENGTHS[letter]]
            yield from _SHORT[letter](*part) if letter in _SHORT else ((letter, part),)
            if letter == "O":
                break


def _oval(x: float, y: float, rx: float, ry: float = 0.0) -> Iterator[Command]:
    ry = ry or rx
    kx, ky = rx * 0.5523, ry * 0.5523
    yield "M", (x, y - ry)
    yield "C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)
    yield "C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)
    yield "C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)
    yield "C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)
    yield "Z", ()


def _box(x: float, y: float, width: float, height: float, radius: float) -> Iterator[Command]:
    yield from rounded(x, y, x + width, y + height, radius)


def _heart(x: float, y: float, size: float) -> Iterator[Command]:
    top, low = y - size * 0.42, y + size * 0.9
    yield "M", (x, low)
    for side in (-1, 1):
        far = x + side * size
        if side < 0:
            yield "C", (x - size * 0.5, y + size * 0.5, far, y + size * 0.2, far, y - size * 0.3)
            yield "C", (far, y - size * 1.05, x - size * 0.2, y - size * 1.05, x, top)
        else:
            yield "C", (x + size * 0.2, y - size * 1.05, far, y - size * 1.05, far, y - size * 0.3)
            yield "C", (far, y + size * 0.2, x + size * 0.5, y + size * 0.5, x, low)
    yield "Z", ()


def _star(x: float, y: float, radius: float) -> Iterator[Command]:
    for point in range(10):
        reach = radius * (0.48 if point % 2 else 1)
        angle = math.radians(36 * point)
        place = (x + reach * math.sin(angle), y - reach * math.cos(angle))
        yield "L" if point else "M", place
    yield "Z", ()


_SHORT: dict[str, Callable[..., Iterator[Command]]] = {
    "O": _oval,
    "R": _box,
    "H": _heart,
    "S": _star,
}


@lru_cache(maxsize=1024)
def _lettered(kind: str, words: str, letters: Face) -> Shape:
    """Return a key with a sign on it, or a flag with the two letters of its region."""
    from journeymap.fonts.emoji_table import COLORS  # noqa: PLC0415

    blue, white, grey = COLORS["b"], COLORS["w"], COLORS["g"]
    size = 620 if kind == "key" else 480
    baseline = round(_MIDDLE + size * 0.364)
    inside = tuple(letters.written(words, size, (WIDTH // 2, baseline)))
    if kind == "key":
        plate = tuple(rounded(130, _MIDDLE - 495, WIDTH - 130, _MIDDLE + 495, 170))
        layers: tuple[Layer, ...] = (Layer(blue, plate), Layer(white, inside))
    else:
        plate = tuple(rounded(105, _MIDDLE - 370, WIDTH - 105, _MIDDLE + 370, 60))
        layers = (
            Layer(grey, plate, 2 * 45),
            Layer(white, plate),
            Layer(COLORS["k"], inside),
        )
    return Shape(f"{kind}-{'-'.join(f'{ord(sign):x}' for sign in words)}", WIDTH, layers)


def _is_flag_letter(sign: str) -> bool:
    return 0 <= ord(sign) - _FLAG_A < 26
