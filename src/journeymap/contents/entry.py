"""What the things are that a stage says: the thing itself, and all that stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from journeymap.labels.words import Labels
from journeymap.model import Benefit, Journey, Stage, Statement
from journeymap.model.evidence import Remark
from journeymap.model.index import Index


@attrs.frozen(eq=False)
class Entry:
    """One thing that a stage says.

    Attributes:
        text: The thing itself.
        said: The object of the model, with its link and evidence; None for a plain figure.
        kind: Which kind of it, as the model writes it, such as `proposed` or `urgent`.
        named: The same in words.
        notes: What else should be known of it, in words.
        worths: Who is told what it is worth to them: a word for them, and the benefit.
        answer: How we answer it, for a barrier or a concern.
        owner: Who does it, or whose it is.
        level: Where a feeling lies between low (0) and high (1).
        figures: Figures by the name of their column: value, planned, measured.
        quoted: Whether it is what the customer says, word for word.
        source: Its id, own or derived.
    """

    text: str
    said: Remark | None = None
    kind: str = ""
    named: str = ""
    notes: tuple[str, ...] = ()
    worths: tuple[tuple[str, Benefit], ...] = ()
    answer: Statement | None = None
    owner: str = ""
    channel: str = ""
    level: float | None = None
    figures: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    source: str = ""

    @property
    def link(self) -> str | None:
        """Where it leads."""
        return self.said.link if self.said else None

    @property
    def told(self) -> tuple[str, ...]:
        """The notes, and what is told to whom, such as `economic: it pays back`."""
        return (*self.notes, *(f"{who}: {benefit.text}" for who, benefit in self.worths))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Everything that stands behind the text, in words."""
        return (*((self.named,) if self.named else ()), *self.told)


@attrs.frozen(eq=False)
class Aspect:
    """One aspect of the whole journey.

    Attributes:
        name: Its name, that of the lane.
        heading: What it is called on the sheet.
        entries: What each stage says of it.
        is_named: Whether it was asked for by name.
        is_own: Whether the heading is the author's own word.
    """

    name: str
    heading: str
    entries: tuple[tuple[Entry, ...], ...]
    is_named: bool = False
    is_own: bool = False


@attrs.frozen(eq=False)
class Teller:
    """What is needed to tell of one stage."""

    journey: Journey
    stage: Stage
    id: str
    labels: Labels
    index: Index

    def source(self, kind: str, number: int, said: Remark) -> str:
        """Return the id of an object of the stage, its own or the one from its position."""
        return said.id or f"{self.id}.{kind}{number + 1}"


Tell = Callable[[Teller], Iterator[Entry]]
