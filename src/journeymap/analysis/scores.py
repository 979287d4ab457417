"""Scores by which hypotheses are put in order."""

from __future__ import annotations

from decimal import Decimal

import attrs

from journeymap.model import Hypothesis, Ice, Rice


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
    score = inputs.reach * inputs.impact * inputs.confidence.fraction / inputs.effort
    return Decimal(int(score)) if score == score.to_integral_value() else score


@attrs.frozen(eq=False)
class Score:
    """A score and the name of its formula: ICE or RICE."""

    name: str
    value: Decimal


def score(hypothesis: Hypothesis) -> Score | None:
    """Return the score of a hypothesis, or None if it has no inputs for one."""
    if hypothesis.ice is not None:
        return Score("ICE", ice_score(hypothesis.ice))
    if hypothesis.rice is not None:
        return Score("RICE", rice_score(hypothesis.rice))
    return None
