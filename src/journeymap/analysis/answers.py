"""What every calculator hands back: a value that can tell itself, and explain how it came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar, TypeVar

from journeymap.grids import Grid
from journeymap.grids.shown import Gridded
from journeymap.labels import labels_for
from journeymap.labels.rounding import EXACT, rounded, trimmed
from journeymap.labels.words import Labels
from journeymap.model import Money
from journeymap.values import Value


class Answer(Value, Gridded):
    """The parent of the results: equal by value, told in words, explained with numbers."""

    __slots__ = ()

    REMARK: ClassVar[str] = ""
    """What is said below a table of such results, by its name among the words."""

    language: str
    """The language of the journey that it comes from; English where it comes from none."""

    def __str__(self) -> str:
        """Return the result in a few words."""
        return self.said(labels_for(None, self.language))

    def explain(self, language: str | None = None) -> str:
        """Return the formula, the numbers put into it, and the source, line by line.

        Args:
            language: `en` or `ru`; the journey's own, or else English, unless given.

        Raises:
            OptionError: There are no words in that language.
        """
        return "\n".join(self.reasons(labels_for(language, self.language)))

    def said(self, labels: Labels) -> str:
        """Return the result in the words of a language."""
        raise NotImplementedError

    def reasons(self, labels: Labels) -> Iterable[str]:
        """Yield the lines of the explanation in the words of a language."""
        raise NotImplementedError

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the figures in words, each under its name, which need not be a known word."""
        raise NotImplementedError

    def _table(self) -> Grid:
        return self.table(labels_for(None, self.language))

    def table(self, labels: Labels) -> Grid:
        """Return the result as a table in the words of a language."""
        from journeymap.analysis.answertables import one  # noqa: PLC0415

        return one(self.said(labels), self.figures(labels), labels)


A = TypeVar("A", bound=Answer)


class Answers(tuple[A, ...], Gridded):  # noqa: SLOT001 - it knows title and language
    """Results in their order: a tuple that tells its items line by line, and shows one table."""

    _title: str
    _language: str

    def __new__(
        cls, items: Iterable[A] = (), title: str = "none", language: str = "en"
    ) -> Answers[A]:
        """Return the results.

        Args:
            items: The results.
            title: What their table is called, by its name among the headings.
            language: The language of the table.
        """
        made = super().__new__(cls, items)
        made._title, made._language = title, language
        return made

    def __str__(self) -> str:
        """Return each result in a few words."""
        return "\n".join(map(str, self))

    def _table(self) -> Grid:
        from journeymap.analysis.answertables import many  # noqa: PLC0415

        labels = labels_for(None, self._language)
        records = [dict(item.figures(labels)) for item in self]
        remarks = [labels.calculators[item.REMARK] for item in self[:1] if item.REMARK]
        return many(labels.answers[self._title], records, labels, remarks)


def figure(value: Decimal, labels: Labels, digits: int = 2) -> str:
    """Return a number, rounded half to even, as a language writes it.

    A small one keeps two digits that say something, so that it never looks like nothing.
    """
    if value and value.adjusted() < -digits:
        digits = 1 - value.adjusted()
    return labels.number(trimmed(rounded(value, digits)))


def percent(fraction: Decimal, labels: Labels) -> str:
    """Return a share as a percentage with up to two decimals."""
    return f"{figure(fraction.scaleb(2, EXACT), labels)}{labels.percent_sign}"


def price(value: Money | Decimal, labels: Labels) -> str:
    """Return an amount, with its currency if it has one."""
    return labels.money(value) if isinstance(value, Money) else figure(value, labels)


def place(name: str, labels: Labels) -> str:
    """Return what a stage is called in a sentence; one without a name has its number."""
    if not name:
        return labels.calculators["end"]
    return labels.calculators["stage"].format(number=name) if name.isdecimal() else name
