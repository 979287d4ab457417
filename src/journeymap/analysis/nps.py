"""The Net Promoter Score: who recommends us, less who warns of us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, percent
from journeymap.analysis.exact import CONTEXT, Number, Share, decimal_of, number, wrong
from journeymap.analysis.intervals import WORKING, confidence_of, quantile
from journeymap.labels.words import Labels

_ADDED = Decimal("0.75")
"""Answers that the interval adds to promoters and detractors each; twice as many to the rest."""


@attrs.frozen(repr=False, eq=False)
class Nps(Answer):
    """A Net Promoter Score, in points from -100 to 100.

    Attributes:
        promoters: How many gave 9 or 10.
        passives: How many gave 7 or 8.
        detractors: How many gave 0 to 6.
        score: The share of promoters less that of detractors, in points.
        low: The lower bound of the true score.
        high: The upper bound.
        confidence: How often such bounds hold the true score.
    """

    promoters: Decimal
    passives: Decimal
    detractors: Decimal
    score: Decimal
    low: Decimal
    high: Decimal
    confidence: Decimal
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    @property
    def answers(self) -> Decimal:
        """How many answered."""
        return _sum(self.promoters, self.passives, self.detractors)

    def said(self, labels: Labels) -> str:
        """Return score and bounds."""
        return labels.calculators["nps"].format(**self._words(labels))

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, the numbers and the sources."""
        words = labels.calculators
        yield words["nps_formula"]
        yield words["nps_figures"].format(**self._words(labels))
        yield words["nps_bounds"].format(**self._words(labels))
        yield words["source"].format(source=words["nps_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the score with its bounds, and the answers."""
        told = self._words(labels)
        names = ("score", "low", "high", "confidence", "promoters", "passives", "detractors")
        yield from ((name, told[name]) for name in (*names, "answers"))

    def _words(self, labels: Labels) -> dict[str, str]:
        counts = ("promoters", "passives", "detractors", "answers")
        return {
            **{name: figure(getattr(self, name), labels) for name in counts},
            **{name: figure(getattr(self, name), labels, 1) for name in ("score", "low", "high")},
            "confidence": percent(self.confidence, labels),
        }


def nps(
    promoters: Number,
    passives: Number,
    detractors: Number,
    confidence: Share = "95%",
) -> Nps:
    """Return the Net Promoter Score of so many answers, with an interval.

    The interval is the adjusted Wald one: 3 answers are added (¾ promoters, ¾ detractors, the rest
    passives), and the bounds are the difference of both shares ± z·√(variance/n). It serves small
    samples too. Give counts, not percentages: the bounds depend on how many answered.

    Args:
        promoters: How many gave 9 or 10.
        passives: How many gave 7 or 8.
        detractors: How many gave 0 to 6.
        confidence: How often the bounds shall hold the true score, between 0 and 1.

    Raises:
        OptionError: Nobody answered, or a figure is out of range.

    Source:
        F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
        Interval: B. Rocks, "Interval Estimation for the Net Promoter Score", The American
        Statistician 70 (4), 2016.

    Examples:
        >>> print(nps(50, 30, 20))
        NPS 30 (from 14.1 to 44.2 at 95% confidence; 100 answers)
    """
    named = {"promoters": promoters, "passives": passives, "detractors": detractors}
    fans, others, foes = (number(name, count) for name, count in named.items())
    level = confidence_of(confidence)
    answers = _sum(fans, others, foes)
    if not answers:
        raise wrong("answers", "nobody answered", expected="one answer or more")
    with localcontext(WORKING):
        count = answers + 4 * _ADDED
        for_us, against = (fans + _ADDED) / count, (foes + _ADDED) / count
        net = for_us - against
        half = quantile(level) * ((for_us + against - net * net) / count).sqrt()
        low, high = 100 * max(net - half, Decimal(-1)), 100 * min(net + half, Decimal(1))
    score = decimal_of(100 * (Fraction(fans) - Fraction(foes)) / Fraction(answers))
    bounds = CONTEXT.plus(low), CONTEXT.plus(high)
    return Nps(fans, others, foes, score, *bounds, level)


def nps_of(scores: Iterable[int], confidence: Share = "95%") -> Nps:
    """Return the Net Promoter Score of answers to "How likely are you to recommend us?".

    Args:
        scores: The answers, whole numbers from 0 to 10.
        confidence: How often the bounds shall hold the true score, between 0 and 1.

    Raises:
        OptionError: No answers, or one that is no whole number from 0 to 10.

    Source:
        See :func:`nps`.

    Examples:
        >>> nps_of([10, 9, 8, 7, 3]).score
        Decimal('20')
    """
    fans = others = foes = 0
    for position, given in enumerate(scores):
        name = f"scores[{position}]"
        score = number(name, given, 0, 10)
        if score != score.to_integral_value():
            raise wrong(name, "out of range", given, "a whole number from 0 to 10")
        fans += score >= 9
        others += 7 <= score < 9
        foes += score < 7
    return nps(fans, others, foes, confidence)


def _sum(*counts: Decimal) -> Decimal:
    return decimal_of(sum(map(Fraction, counts), Fraction(0)))
