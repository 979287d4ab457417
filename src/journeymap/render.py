"""The whole pipeline on one screen: journey, boxes, scene; `Diagram` makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import attrs

from journeymap.diagram import TEXT_MODES, Diagram, TextMode
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.model import Journey, Look
from journeymap.options import check_choice, check_journey
from journeymap.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from journeymap.fonts.chain import Fonts
    from journeymap.labels.words import Labels
    from journeymap.layout.pages import Pages

FontChoice = str | PathLike[str] | Sequence[str | PathLike[str]]

Layout: TypeAlias = "Callable[[Setting], Box | Pages]"
"""What makes boxes of something, once it is told lengths, words and a ruler."""

Tell: TypeAlias = "Callable[[Labels, Box], str]"
"""What says in sentences what the boxes show."""

D = TypeVar("D", bound=Diagram)


class Subject(NamedTuple):
    """What a picture is of: its title, the language of its texts, the look it asks for."""

    title: str
    language: str
    look: Look | None = None


class Style(NamedTuple):
    """What every view lets its caller choose; `swimlane` says what each of them means."""

    theme: ThemeChoice | None
    language: str | None
    text: TextMode
    fonts: FontChoice | None


def subject_of(journey: Journey) -> Subject:
    """Return a journey as the subject of a picture.

    Raises:
        OptionError: It is no journey.
    """
    check_journey(journey)
    return Subject(journey.title, journey.language, journey.theme)


class Prepared(NamedTuple):
    """What a picture is drawn with, once everything that its caller chose has been checked."""

    subject: Subject
    style: Style
    looks: tuple[Theme, ...]
    fonts: Fonts
    setting: Setting


def prepared(subject: Subject, style: Style) -> Prepared:
    """Return what a picture of a subject is drawn with.

    Raises:
        OptionError: There is no such theme, language, kind of text or font.
    """
    from journeymap.fonts import fonts_of  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.text.hyphens import hyphenator  # noqa: PLC0415
    from journeymap.theme import themes_of  # noqa: PLC0415

    check_choice("kind of text", style.text, TEXT_MODES)
    looks = tuple(themes_of(style.theme, subject.look))
    labels = labels_for(style.language, subject.language)
    chain = fonts_of(style.fonts)
    setting = Setting(looks[0].metrics, labels, chain.measure, hyphenator(subject.language))
    return Prepared(subject, style, looks, chain, setting)


def picture(
    subject: Subject,
    layout: Layout,
    style: Style,
    tell: Tell,
    make: Callable[..., D] = Diagram,  # type: ignore[assignment]
) -> D:
    """Return what a layout makes of a subject, painted in a theme.

    Args:
        subject: What the picture is of.
        layout: What makes the boxes.
        style: What the caller chose.
        tell: What says in sentences what the boxes show.
        make: What is made of the scene and the boxes.

    Raises:
        OptionError: There is no such theme, language, kind of text or font.
    """
    return painted(prepared(subject, style), layout, tell, make)


def painted(
    ready: Prepared,
    layout: Layout,
    tell: Tell,
    make: Callable[..., D] = Diagram,  # type: ignore[assignment]
) -> D:
    """Return what a layout makes of a subject, with all that was prepared for it."""
    from journeymap.painting import paint  # noqa: PLC0415
    from journeymap.theme import notes_of, scheme_of  # noqa: PLC0415

    subject, style, looks, chain, setting = ready
    laid = layout(setting)
    whole = laid if isinstance(laid, Box) else laid.stacked()
    said = tell(setting.labels, whole)
    said_in = "" if setting.labels.language == subject.language else setting.labels.language

    def drawn(boxes: Box, looks: Sequence[Theme], *pages: Diagram, **size: Any) -> D:
        words = {"title": subject.title, "description": said, "language": subject.language}
        scenes = [paint(boxes, look, **words) for look in looks]
        known = {"fonts": chain, "description_language": said_in, **size}
        scene, *others = [attrs.evolve(scene, **known) for scene in scenes]
        other = (scheme_of(*looks), others[0]) if others else None
        return make(scene, boxes, style.text, other=other, remarks=notes_of(*looks), pages=pages)

    if isinstance(laid, Box):
        return drawn(laid, looks)
    looks = tuple(attrs.evolve(look, metrics=laid.metrics) for look in looks)
    # Paper need not be a whole number of px.
    sizes = [{"width": page.rect.width, "height": page.rect.height} for page in laid.boxes]
    pages = [drawn(page, looks, **size) for page, size in zip(laid.boxes, sizes, strict=True)]
    return drawn(whole, looks, *pages)
