"""The journey as a tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import Diagram, TextMode
from journeymap.model import Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.lanechoice import Wanted


def mindmap(
    journey: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return a journey as a tree: stages on both sides of the title, aspects, items.

    The stages read down the left side and then down the right one; in a narrow width all stand on
    the right, with their aspects under them.

    Args:
        journey: What to draw.
        lanes: Which lanes grow on the stages, chosen and headed as those of `swimlane`.
        width: How wide the sheet should be, in px; by need unless given.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.layout.mindmap import mindmap_layout  # noqa: PLC0415

    check_width(width)
    return picture(
        subject_of(journey),
        partial(mindmap_layout, journey, lanes=lanes, width=width),
        Style(theme, language, text, fonts),
        lambda labels, _: description(journey, labels, "mindmap"),
    )
