"""What a language file has to give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from journeymap.labels.numbers import NO_BREAK, NumberWords
from journeymap.model.durations import Duration
from journeymap.model.quantities import Quantity

__all__ = ["NO_BREAK", "Labels"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Labels(NumberWords):
    """The words of one language, and how it writes numbers.

    Attributes:
        language: The tag of the language.
        lanes: The heading of each lane.
        facets: The heading of each part of the persona strip.
        kinds: b2b and b2c.
        states: as-is and to-be.
        topologies: linear and cyclic.
        urgencies: urgent, improve, keep.
        roles: The roles of the buying group.
        levels: informed, consulted, decides.
        stances: opponent, sceptic, neutral, supporter.
        role_words: The roles of the buying group in one word each, in lower case.
        evidence: assumption, reported, observed, measured.
        progress: The states of a hypothesis.
        layers: front, back and support, of a backstage.
        lines: interaction, visibility and internal: what stands between those layers.
        metrics: The known metrics.
        legend: The words of the legend.
        channels: Every kind of channel.
        units: For each unit of time its forms, in the order of `plural`.
        quotes: The opening and the closing quotation mark.
        stop_is_outside: Whether the stop that a phrase ends with stands behind the closing mark.
        sentences: Templates of whole sentences, for the description.
        columns: The headings of a table of rows.
        views: The words that the views beside the map say.
        comparison: The words of two maps on one sheet.
        charts: The words of the charts of costs.
        coverage: The words of the coverage of a buying group.
        fab: The words of features against buyers.
        calculators: The words of the calculators.
    """

    language: str
    lanes: Mapping[str, str]
    facets: Mapping[str, str]
    kinds: Mapping[str, str]
    states: Mapping[str, str]
    topologies: Mapping[str, str]
    urgencies: Mapping[str, str]
    roles: Mapping[str, str]
    levels: Mapping[str, str]
    stances: Mapping[str, str]
    role_words: Mapping[str, str]
    evidence: Mapping[str, str]
    progress: Mapping[str, str]
    layers: Mapping[str, str]
    lines: Mapping[str, str]
    metrics: Mapping[str, str]
    legend: Mapping[str, str]
    channels: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    quotes: tuple[str, str]
    stop_is_outside: Callable[[str], bool]
    sentences: Mapping[str, str]
    columns: Mapping[str, str]
    views: Mapping[str, str]
    comparison: Mapping[str, str]
    charts: Mapping[str, str]
    coverage: Mapping[str, str]
    fab: Mapping[str, str]
    calculators: Mapping[str, str]

    @property
    def tco(self) -> Mapping[str, str]:
        """The words of costs."""
        return self._more("tco")

    @property
    def answers(self) -> Mapping[str, str]:
        """The headings of the tables of the calculators."""
        return self._more("answers")

    @property
    def watch(self) -> Mapping[str, str]:
        """The words of the page that shows a picture while its file is written."""
        return self._more("watch")

    @property
    def flow(self) -> Mapping[str, str]:
        """The words of the way through."""
        return self._more("flow")

    def counted(self, what: str, number: Decimal | int) -> str:
        """Return so many of something, such as `11 touchpoints`.

        Args:
            what: What is counted: stages, touchpoints, …; the keys of `COUNTS` in a file of words.
            number: How many.
        """
        forms: tuple[str, ...] = self._file("flow").COUNTS[what]
        return forms[self.plural(Decimal(number))].format(number=self.number(number))

    def _more(self, name: str) -> Mapping[str, str]:
        """Return words that are loaded when they are asked for: a map needs none of them."""
        words: Mapping[str, str] = getattr(self._file(name), name.upper())
        return words

    def _file(self, name: str) -> Any:
        import importlib  # noqa: PLC0415

        return importlib.import_module(f"journeymap.labels.{self.language}_{name}")

    def quantity(self, value: Quantity) -> str:
        """Return a figure with its unit, such as `1,480 leads a month` or `34%`."""
        figure = self.number(value.amount)
        if value.unit == "%":
            return f"{figure}{self.percent_sign}"
        return f"{figure}{NO_BREAK}{value.unit}" if value.unit else figure

    def duration(self, value: Duration) -> str:
        """Return a duration in words, such as `1-2 weeks` with an en dash."""
        low, high = self.number(value.low), self.number(value.high)
        figures = low if low == high else f"{low}\u2013{high}"
        return f"{figures}{NO_BREAK}{self.units[value.unit][self.plural(value.high)]}"

    def quoted(self, text: str) -> str:
        """Return a text in the language's quotation marks, unless it has some."""
        if text[:1] in '"“„«‘':
            return text
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def spoken(self, text: str) -> str:
        """Return what somebody says in quotation marks, its stop where the language sets it."""
        said = self.quoted(text)
        if said == text or not self.stop_is_outside(text):
            return said
        return f"{self.quoted(text[:-1])}{text[-1]}"
