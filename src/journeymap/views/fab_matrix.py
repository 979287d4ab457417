"""What each buyer hears: features, advantages and benefits, a document too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import TextMode
from journeymap.model import Journey
from journeymap.options import check_choice, check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.analysis.fab import By
    from journeymap.tabular import Table


def fab_matrix(
    journey: Journey,
    *,
    buyers: By | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Table:
    """Return what each buyer hears: a picture, and Markdown, HTML and CSV.

    Features stand in rows with their advantages, roles or buyers in columns with what they ask for
    and the words that they use. A cell holds the benefit and what it answers, by the id or the text
    of a priority, a concern or a job. A cell without a benefit is a gap; a benefit that answers
    nothing is marked as only an advantage. A cell is covered if a benefit in it answers something.

    Args:
        journey: Whose messages and buyers.
        buyers: `roles` for a column a role, `buyers` for a column a buyer; unless given, buyers if
            any benefit is told to one of them by name, and roles otherwise.
        width: How wide the sheet should be, in px; by need unless given.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: The journey has neither buyers nor messages; or there is no such kind of
            column, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.analysis.fab import CHOICES, matrix  # noqa: PLC0415
    from journeymap.analysis.fabtold import sentences  # noqa: PLC0415
    from journeymap.analysis.needs import Group  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.layout.fab import fab_layout  # noqa: PLC0415
    from journeymap.tables.fab import FabDocument  # noqa: PLC0415
    from journeymap.tabular import Table  # noqa: PLC0415
    from journeymap.theme import theme_of  # noqa: PLC0415

    check_width(width)
    subject = subject_of(journey)
    if buyers is not None:
        check_choice("kind of column", buyers, CHOICES)
    own = labels_for(language, journey.language)
    palette = theme_of(theme, journey.theme).palette
    group = Group(journey)
    found = matrix(journey, buyers, group)
    return picture(
        subject,
        partial(fab_layout, journey, buyers=buyers, width=width),
        Style(theme, language, text, fonts),
        lambda labels, _: " ".join(sentences(journey, found, group, labels)),
        partial(Table, document=FabDocument(journey, found, group, own, palette)),
    )
