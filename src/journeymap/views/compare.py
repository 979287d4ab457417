"""Two journeys on one sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import Diagram, TextMode
from journeymap.model import Journey
from journeymap.options import check_journey, check_width
from journeymap.render import FontChoice, Style, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.labels.words import Labels
    from journeymap.lanechoice import Wanted
    from journeymap.layout.box import Box


def compare(
    before: Journey,
    after: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return two journeys on one sheet, with what differs marked.

    Each lane stands there for both, the first above the second; where both say the same it stands
    there once. What only the first has, what only the second has and what is not the same in both
    have marks of their own. Stages belong together by id, else by name, else by likeness or place.

    Where no theme or language is given, the second journey says it.

    Args:
        before: The first journey, such as the way as it is, or one segment.
        after: The second, such as the way as it shall be, or another segment.
        lanes: Which lane or lanes, in which order; all that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.describe import comparison  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.layout.compare import compare_layout, compared_title  # noqa: PLC0415
    from journeymap.layout.lanes.choice import Content  # noqa: PLC0415

    check_width(width)
    check_journey(before)
    subject = subject_of(after)
    title, names = compared_title(before, after, labels_for(language, after.language))

    def tell(labels: Labels, boxes: Box) -> str:
        return comparison(before, after, labels, title, names, _counts(boxes))

    return picture(
        subject._replace(title=title),
        partial(compare_layout, before, after, content=Content(lanes), width=width),
        Style(theme, language, text, fonts),
        tell,
    )


def _counts(boxes: Box) -> list[str]:
    """Return how much differs, in the words of the head of the sheet."""
    counts = (box for box in boxes.walk() if box.role == "count")
    return [line.text for count in counts for part in count.walk() for line in part.lines]
