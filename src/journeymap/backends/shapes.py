"""Rectangles, circles, paths and their paints as SVG elements with presentation attributes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from journeymap.backends.notation import color, hundredths, joined, length, number, share
from journeymap.errors import RenderError, shown
from journeymap.scene import Circle, Command, Gradient, Paint, Path, Rectangle, Stroke

_NUMBERS = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}


class Paints:
    """The gradients of one picture, each with an id."""

    def __init__(self, prefix: str) -> None:
        self.gradients: dict[Gradient, str] = {}
        self._prefix = prefix

    def value(self, paint: Paint | None) -> str:
        """Return what stands in a `fill` or a `stroke`."""
        if paint is None:
            return "none"
        if isinstance(paint, str):
            return color(paint)
        name = self.gradients.setdefault(paint, f"{self._prefix}{len(self.gradients) + 1}")
        return f"url(#{name})"

    def attributes(
        self, fill: Paint | None, opacity: float, stroke: Stroke | None
    ) -> dict[str, str]:
        """Return the attributes for a fill and an outline."""
        found = {"fill": self.value(fill)}
        if opacity != 1 and fill is not None:
            found["fill-opacity"] = share(opacity)
        if stroke is None:
            return found
        found["stroke"] = self.value(stroke.paint)
        found["stroke-width"] = length(stroke.width)
        if stroke.opacity != 1:
            found["stroke-opacity"] = share(stroke.opacity)
        if stroke.dash:
            found["stroke-dasharray"] = " ".join(map(length, stroke.dash))
        if stroke.round:
            found["stroke-linecap"] = found["stroke-linejoin"] = "round"
        return found


def gradient(paint: Gradient, name: str) -> Element:
    """Return a `linearGradient` under some id."""
    ends = {
        "x1": number(paint.start.x),
        "x2": number(paint.end.x),
        "y1": number(paint.start.y),
        "y2": number(paint.end.y),
    }
    element = Element("linearGradient", {"gradientUnits": "userSpaceOnUse", "id": name} | ends)
    for stop in paint.stops:
        attributes = {"offset": share(stop.offset), "stop-color": color(stop.color)}
        if stop.opacity != 1:
            attributes["stop-opacity"] = share(stop.opacity)
        SubElement(element, "stop", attributes)
    return element


def rectangle(shape: Rectangle, paints: Paints) -> Element:
    """Return a `rect`."""
    rect = shape.rect
    place = {
        "x": number(rect.x),
        "y": number(rect.y),
        "width": length(rect.width),
        "height": length(rect.height),
    }
    if shape.radius:
        place["rx"] = length(shape.radius)
    return Element("rect", place | paints.attributes(shape.fill, shape.opacity, shape.stroke))


def circle(shape: Circle, paints: Paints) -> Element:
    """Return a `circle`."""
    place = {
        "cx": number(shape.center.x),
        "cy": number(shape.center.y),
        "r": length(shape.radius),
    }
    return Element("circle", place | paints.attributes(shape.fill, shape.opacity, shape.stroke))


def path(shape: Path, paints: Paints, *, from_start: bool = False) -> Element:
    """Return a `path`, its steps relative to each other, which is half as long.

    Args:
        shape: What is drawn.
        paints: The paints of the picture.
        from_start: Whether places are rounded as seen from the first one: a shape has the same
            steps wherever it is drawn then, but may be a hundredth of a px off.
    """
    place = {"d": _steps(shape.commands, from_start=from_start)}
    return Element("path", place | paints.attributes(shape.fill, shape.opacity, shape.stroke))


def _steps(commands: tuple[Command, ...], *, from_start: bool) -> str:
    if commands and commands[0][0] != "M":
        message = f"a path starts with M (got {commands[0][0]})"
        raise RenderError(message)
    parts = []
    x = y = begun_x = begun_y = 0
    last = ""
    origin = commands[0][1] if commands and from_start else (0.0, 0.0)
    corner = tuple(map(hundredths, origin))
    for letter, numbers in commands:
        if _NUMBERS.get(letter) != len(numbers):
            message = f"impossible step of a path: {shown((letter, numbers))}"
            raise RenderError(message)
        if letter == "Z":
            parts.append("z")
            x, y = begun_x, begun_y
            last = ""
            continue
        # Rounded first: nothing adds up, however many steps a path has.
        places = [
            edge + hundredths(value - start)
            for value, start, edge in zip(numbers, origin * 3, corner * 3, strict=False)
        ]
        if letter == "M":
            # Not relative: the steps of a renderer that rounds would add up.
            begun_x, begun_y = places
            name, steps = letter, places
        else:
            name, steps = _step(letter, [a - b for a, b in zip(places, (x, y) * 3, strict=False)])
        written = joined(steps)
        if name != last:
            parts.append(name)
        elif written[0] != "-":
            # A letter holds until another one comes.
            parts.append(" ")
        parts.append(written)
        x, y = places[-2:]
        last = "" if letter == "M" else name  # a place without its letter would be a line to it
    return "".join(parts)


def _step(letter: str, steps: list[int]) -> tuple[str, list[int]]:
    """Return a step as it is shortest: lines along the sheet have one number."""
    if letter == "L" and not steps[1]:
        return "h", steps[:1]
    if letter == "L" and not steps[0]:
        return "v", steps[1:]
    return letter.lower(), steps
