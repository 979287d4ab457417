"""The journey as a table, which is a document too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import TextMode
from journeymap.model import Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.lanechoice import Wanted
    from journeymap.tabular import Table


def table(
    journey: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Table:
    """Return a journey as a table: a picture, and Markdown, HTML and CSV.

    Args:
        journey: What to tell.
        lanes: Which lanes are rows, chosen and headed as those of `swimlane`.
        width: How wide the sheet should be, in px; by need unless given.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.contents import contents  # noqa: PLC0415
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.lanechoice import settled  # noqa: PLC0415
    from journeymap.layout.table import table_layout  # noqa: PLC0415
    from journeymap.tables import Rows  # noqa: PLC0415
    from journeymap.tables.document import JourneyDocument  # noqa: PLC0415
    from journeymap.tabular import Table  # noqa: PLC0415
    from journeymap.theme import theme_of  # noqa: PLC0415

    check_width(width)
    subject = subject_of(journey)
    asked = settled(lanes)
    labels = labels_for(language, journey.language)
    rows = Rows(journey, labels, contents(journey, labels, asked))
    palette = theme_of(theme, journey.theme).palette
    return picture(
        subject,
        partial(table_layout, journey, lanes=asked, width=width),
        Style(theme, language, text, fonts),
        lambda labels, _: description(journey, labels, "table"),
        partial(Table, document=JourneyDocument(rows, palette)),
    )
