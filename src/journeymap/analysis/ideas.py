"""What to try first: ideas in the order of their scores."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.analysis.answers import Answer, Answers
from journeymap.analysis.scores import Score, ice_score, rice_score, score
from journeymap.labels.words import Labels
from journeymap.model import Ice, Journey, Rate, Rice
from journeymap.model.numbers import Amount


def ice(impact: int, confidence: int, ease: int) -> Score:
    """Return the ICE score: impact × confidence × ease, from 1 to 1000.

    Args:
        impact: How much it would move the metric, 1 to 10.
        confidence: How sure we are of that, 1 to 10.
        ease: How easy it is to do, 1 to 10.

    Raises:
        ModelError: A figure is out of range.

    Source:
        S. Ellis, M. Brown, "Hacking Growth", 2017.

    Examples:
        >>> print(ice(7, 6, 5))
        ICE 210
    """
    inputs = Ice(impact=impact, confidence=confidence, ease=ease)
    return Score("ICE", ice_score(inputs), inputs)


def rice(reach: Amount, impact: Amount, confidence: Rate | str, effort: Amount) -> Score:
    """Return the RICE score: reach × impact × confidence / effort.

    Args:
        reach: How many customers it touches in a period.
        impact: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.
        confidence: How sure we are, from `"0%"` to `"100%"`.
        effort: What it costs, in person-months.

    Raises:
        ModelError: A figure is out of range.

    Source:
        S. McBride, "RICE: Simple prioritization for product managers", Intercom.

    Examples:
        >>> print(rice(1000, 2, "80%", 4))
        RICE 400
    """
    inputs = Rice(reach=reach, impact=impact, confidence=confidence, effort=effort)
    return Score("RICE", rice_score(inputs), inputs)


@attrs.frozen(repr=False, eq=False)
class Idea(Answer):
    """A hypothesis of a map with its score.

    Attributes:
        stage: The name of the stage.
        change: What is changed.
        score: The score.
    """

    stage: str
    change: str
    score: Score
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return the score, the change and the stage."""
        return f"{self.score.said(labels)}: {self.change} ({self.stage})"

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield what it is about, then how the score is computed."""
        yield self.said(labels)
        yield from self.score.reasons(labels)

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the change, the stage, the score and what that is made of."""
        yield "change", self.change
        yield "stage", self.stage
        yield from self.score.figures(labels)


def ideas(journey: Journey) -> tuple[Idea, ...]:
    """Return the scored hypotheses of a journey, the best first.

    Those with an ICE score come before those with a RICE score, since the two cannot be compared.
    Hypotheses without a score are left out.

    Examples:
        >>> from journeymap.model import Hypothesis, Stage
        >>> changes = [
        ...     Hypothesis("Nine price plans on a tab", ice=Ice(impact=3, confidence=6, ease=5)),
        ...     Hypothesis("Three price plans", ice=Ice(impact=7, confidence=6, ease=5)),
        ... ]
        >>> for idea in ideas(Journey("A CRM", stages=[Stage("Choice", hypotheses=changes)])):
        ...     print(idea)
        ICE 210: Three price plans (Choice)
        ICE 90: Nine price plans on a tab (Choice)
    """
    found = (
        Idea(stage.name, hypothesis.change, scored, language=journey.language)
        for stage in journey.stages
        for hypothesis in stage.hypotheses
        if (scored := score(hypothesis, language=journey.language)) is not None
    )
    best = sorted(found, key=lambda idea: (idea.score.name, -idea.score.value))
    return Answers(best, "ideas", journey.language)
