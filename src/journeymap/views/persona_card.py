"""The one whose journey it is, on a card."""

from __future__ import annotations

from functools import partial

from journeymap.diagram import Diagram, TextMode
from journeymap.model import Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice


def persona_card(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return the persona of a journey on a card, with the segment that it stands for.

    A journey without a persona shows its segment.

    Args:
        journey: Whose persona.
        width: How wide the sheet should be, in px.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: The journey has neither persona nor segment; or there is no such theme,
            language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.layout.persona import persona_layout  # noqa: PLC0415

    check_width(width)
    return picture(
        subject_of(journey),
        partial(persona_layout, journey, width=width),
        Style(theme, language, text, fonts),
        lambda labels, _: description(journey, labels, "persona-card"),
    )
