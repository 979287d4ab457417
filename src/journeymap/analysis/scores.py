"""Scores by which hypotheses are put in order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import attrs

from journeymap.analysis.answers import Answer, figure, percent
from journeymap.labels.words import Labels
from journeymap.model import Hypothesis, Ice, Rate, Rice


def ice_score(inputs: Ice) -> Decimal:
    """Return impact × confidence × ease, from 1 to 1000.

    Examples:
        >>> print(ice_score(Ice(impact=7, confidence=6, ease=5)))
        210
    """
    return Decimal(inputs.impact * inputs.confidence * inputs.ease)


def rice_score(inputs: Rice) -> Decimal:
    """Return reach × impact × confidence / effort, as Intercom defines it.

    Examples:
        >>> print(rice_score(Rice(reach=1000, impact=2, confidence="80%", effort=4)))
        400
    """
    from fractions import Fraction  # noqa: PLC0415 - few pictures need it

    from journeymap.analysis.exact import decimal_of  # noqa: PLC0415

    gain = Fraction(inputs.reach) * Fraction(inputs.impact) * Fraction(inputs.confidence.fraction)
    return decimal_of(gain / Fraction(inputs.effort))


@attrs.frozen(repr=False, eq=False)
class Score(Answer):
    """A score by which ideas are put in order; it says nothing by itself.

    Attributes:
        name: The formula: ICE or RICE. Scores of different formulas cannot be compared.
        value: The score.
        inputs: What it is made of.
    """

    name: Literal["ICE", "RICE"]
    value: Decimal
    inputs: Ice | Rice
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return the name of the formula and the score."""
        return f"{self.name} {figure(self.value, labels)}"

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, the numbers and the source."""
        words, kind = labels.calculators, self.name.lower()
        yield words[f"{kind}_formula"]
        told = {**dict(self.parts(labels)), "score": figure(self.value, labels)}
        yield words[f"{kind}_figures"].format(**told)
        yield words["source"].format(source=words[f"{kind}_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the score and what it is made of."""
        yield self.name, figure(self.value, labels)
        yield from self.parts(labels)

    def parts(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield what the score is made of."""
        for field in attrs.fields(type(self.inputs)):
            yield field.name, _told(getattr(self.inputs, field.name), labels)


def _told(value: Decimal | int | Rate, labels: Labels) -> str:
    if isinstance(value, Rate):
        return percent(value.fraction, labels)
    return figure(Decimal(value), labels)


def score(hypothesis: Hypothesis, *, language: str = "en") -> Score | None:
    """Return the score of a hypothesis, or None if it has no inputs for one."""
    if hypothesis.ice is not None:
        return Score("ICE", ice_score(hypothesis.ice), hypothesis.ice, language=language)
    if hypothesis.rice is not None:
        return Score("RICE", rice_score(hypothesis.rice), hypothesis.rice, language=language)
    return None
