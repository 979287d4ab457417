"""How sure a rate is that was counted on a sample."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, percent
from journeymap.analysis.exact import CONTEXT, Number, Share, decimal_of, number, share, wrong
from journeymap.labels.words import Labels

_FIGURES = ("rate", "low", "high", "confidence", "successes", "trials")

WORKING = Context(prec=60)
"""Wide enough that nothing which is rounded on the way is seen in a result."""

_ROOT = Decimal("0.79788456080286535587989211986876373695171726232986931533185165934")
"""The square root of 2/π."""

_STEP = Decimal("1e-25")
"""Steps this small double the right digits once more, and end it. Smaller ones can be noise."""


@attrs.frozen(repr=False, eq=False)
class Interval(Answer):
    """A rate that was counted, and between which bounds the true one lies.

    Attributes:
        successes: How many of them did it.
        trials: How many there were.
        rate: The rate that was counted.
        low: The lower bound.
        high: The upper bound.
        confidence: How often such bounds hold the true rate.
    """

    successes: Decimal
    trials: Decimal
    rate: Decimal
    low: Decimal
    high: Decimal
    confidence: Decimal
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return rate and bounds."""
        return labels.calculators["wilson"].format(**self._words(labels))

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula with z, the bounds, and the source."""
        words = labels.calculators
        z = figure(quantile(self.confidence), labels, 4)
        yield words["wilson_formula"]
        yield words["wilson_figures"].format(z=z, **self._words(labels))
        yield self.said(labels)
        yield words["source"].format(source=words["wilson_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the rate with its bounds, and what was counted."""
        told = self._words(labels)
        yield from ((name, told[name]) for name in _FIGURES)

    def _words(self, labels: Labels) -> dict[str, str]:
        rates = {name: getattr(self, name) for name in ("rate", "low", "high", "confidence")}
        counts = {name: getattr(self, name) for name in ("successes", "trials")}
        return {
            **{name: percent(value, labels) for name, value in rates.items()},
            **{name: figure(value, labels) for name, value in counts.items()},
        }


def wilson(successes: Number, trials: Number, confidence: Share = "95%") -> Interval:
    """Return a rate with its Wilson score interval.

    It never leaves 0..1, and holds for small samples and for rates near 0 and 1, where the usual
    p ± z·√(p(1 − p)/n) fails.

    Args:
        successes: How many of them did it.
        trials: How many there were, more than none.
        confidence: How often the bounds shall hold the true rate, between 0 and 1.

    Raises:
        OptionError: More successes than trials, no trials, or a figure out of range.

    Source:
        E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22 (158), 1927, 209-212.

    Examples:
        >>> print(wilson(180, 600))
        30% (from 26.47% to 33.78% at 95% confidence; 180 of 600)
    """
    done, count = number("successes", successes), number("trials", trials)
    level = confidence_of(confidence)
    if not count:
        raise wrong("trials", "out of range", trials, "more than 0")
    if done > count:
        raise wrong("successes", "more than trials", successes, f"0..{count}")
    with localcontext(WORKING):
        z = quantile(level)
        middle = done + z * z / 2
        half = z * (done * (count - done) / count + z * z / 4).sqrt()
        low, high = (middle - half) / (count + z * z), (middle + half) / (count + z * z)
    # At the ends the formula gives the end itself; a square root that is not exact would miss it.
    low = CONTEXT.plus(low) if done else Decimal(0)
    high = CONTEXT.plus(high) if done < count else Decimal(1)
    rate = decimal_of(Fraction(done) / Fraction(count))
    return Interval(done, count, rate, low, high, level)


def confidence_of(value: Share) -> Decimal:
    """Return a level of confidence as a part of one.

    Raises:
        OptionError: It is not between 0 and 1.
    """
    level = share("confidence", value)
    if not 0 < level < 1:
        raise wrong("confidence", "out of range", value, 'between 0% and 100%, such as "95%"')
    return level


@functools.lru_cache(maxsize=64)
def quantile(confidence: Decimal) -> Decimal:
    """Return z with P(|Z| ≤ z) = confidence, for Z of the standard normal distribution.

    Newton's method on the series of the distribution, in decimal numbers: from 0 it comes up to the
    root from one side, because the distribution bends one way; so it ends where it grows no more.

    Examples:
        >>> round(quantile(Decimal("0.95")), 6)
        Decimal('1.959964')
    """
    with localcontext(WORKING):
        z, step = Decimal(0), Decimal(1)
        while step > _STEP:
            density = _ROOT * (-z * z / 2).exp()
            step = (confidence - density * _series(z)) / density
            z += step
        return z


def _series(z: Decimal) -> Decimal:
    """Return the sum of z, z³/3, z⁵/(3·5) and so on."""
    term = total = z
    odd = 1
    while term > Decimal("1e-50"):
        odd += 2
        term = term * z * z / odd
        total += term
    return total
