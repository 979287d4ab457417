"""The journey as a ring."""

from __future__ import annotations

from functools import partial

from journeymap.diagram import Diagram, TextMode
from journeymap.model import Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice


def cycle(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return a journey as a ring of stages, with the emotion along it.

    The ring of a cyclic journey is closed, and the share of customers who come again stands in its
    middle. The ring of a linear journey stays open between the last stage and the first.

    Args:
        journey: What to draw.
        width: How wide the sheet should be, in px; by need unless given.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: There is no such theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.layout.cycle import cycle_layout  # noqa: PLC0415

    check_width(width)
    return picture(
        subject_of(journey),
        partial(cycle_layout, journey, width=width),
        Style(theme, language, text, fonts),
        lambda labels, _: description(journey, labels, "cycle"),
    )
