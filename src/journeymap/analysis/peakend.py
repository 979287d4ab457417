"""What is remembered of a way: its most extreme moment, and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, place
from journeymap.analysis.exact import Number, decimal_of, mean, number, wrong
from journeymap.analysis.feelings import CurveBy, feelings, whose
from journeymap.labels.words import Labels
from journeymap.model import Journey

_FIGURES = ("value", "peak", "end", "mean")


@attrs.frozen(repr=False, eq=False)
class PeakEnd(Answer):
    """How a way is remembered.

    Attributes:
        value: The mean of peak and end, on the scale of the valences.
        peak: The valence furthest from the neutral one.
        end: The last valence.
        mean: The mean of all valences, for comparison: what was lived through.
        peak_at: Where the peak is: the stage's name, or the number of the valence from 1.
        end_at: Where the end is.
    """

    value: Decimal
    peak: Decimal
    end: Decimal
    mean: Decimal
    peak_at: str
    end_at: str
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return what is remembered, and from where."""
        return labels.calculators["peak_end"].format(**self._words(labels))

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, the numbers and the source."""
        words = labels.calculators
        yield words["peak_end_formula"]
        yield words["peak_end_figures"].format(**self._words(labels))
        yield words["peak_end_mean"].format(**self._words(labels))
        yield words["source"].format(source=words["peak_end_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield what is remembered, and from where."""
        yield from self._words(labels).items()

    def _words(self, labels: Labels) -> dict[str, str]:
        return {
            **{name: figure(getattr(self, name), labels) for name in _FIGURES},
            "peak_at": place(self.peak_at, labels),
            "end_at": place(self.end_at, labels),
        }


def peak_end(
    of: Journey | Iterable[Number | None],
    *,
    neutral: Number = 0,
    by: CurveBy = "touchpoint",
    who: str | None = None,
) -> PeakEnd:
    """Return what is remembered: the mean of the most extreme and of the last valence.

    Of two extremes that are equally far from neutral the worse one counts. Unknown valences are
    gaps: they are passed over, and the end is the last that is known. In the study, people also
    took little notice of how long it lasted.

    Args:
        of: The valences in their order, None where one is unknown; or a journey, whose points are
            those of the curve of emotions, each with the mean of what is felt there.
        neutral: The valence that is neither good nor bad; a journey has the middle of its scale.
        by: Of a journey: `stage` for one point a stage, instead of one for each touchpoint too.
        who: Of a journey: whose feelings, by name or id; those of the persona unless given, or of
            the first buyer where the persona has none.

    Raises:
        OptionError: No valence is known, one is no number, or nobody is called so.

    Source:
        D. Kahneman, B. L. Fredrickson, C. A. Schreiber, D. A. Redelmeier, "When More Pain Is
        Preferred to Less: Adding a Better End", Psychological Science 4 (6), 1993, 401-405.

    Examples:
        >>> peak_end([-1, -2, 1, 0.5]).value
        Decimal('-0.75')
        >>> print(peak_end([-1, -2, None, 1, 0.5]))
        remembered as −0.75: the peak is −2 (stage 2), the end 0.5 (stage 5)
    """
    if isinstance(of, Journey):
        middle = (Fraction(repr(of.scale.low)) + Fraction(repr(of.scale.high))) / 2
        made = _remembered(_points(of, by, who), middle)
        return attrs.evolve(made, language=of.language)
    points = [
        (str(position), number(f"valences[{position - 1}]", value, None))
        for position, value in enumerate(of, start=1)
        if value is not None
    ]
    return _remembered(points, Fraction(number("neutral", neutral, None)))


def _points(journey: Journey, by: CurveBy, who: str | None) -> list[tuple[str, Decimal]]:
    meant = whose(journey, who)
    return [
        (stage.name, exact)
        for stage in journey.stages
        for feeling in feelings(stage, by, meant)
        if (exact := feeling.exact) is not None
    ]


def _remembered(points: Sequence[tuple[str, Decimal]], neutral: Fraction) -> PeakEnd:
    if not points:
        raise wrong("valences", "none is known", expected="one valence or more")
    peak_at, peak = max(points, key=lambda point: (abs(Fraction(point[1]) - neutral), -point[1]))
    end_at, end = points[-1]
    value = decimal_of((Fraction(peak) + Fraction(end)) / 2)
    average = mean([valence for _, valence in points])
    return PeakEnd(value, peak, end, average, peak_at, end_at)
