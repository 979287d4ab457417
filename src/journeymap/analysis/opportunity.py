"""Where to grow: what matters much to the customer and satisfies little."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, Answers, figure
from journeymap.analysis.exact import Number, decimal_of, number
from journeymap.analysis.feelings import feelings, whose
from journeymap.labels.words import Labels
from journeymap.model import Journey, Scale

_RATING = Scale(1, 5)
"""On which importance and satisfaction are given on a map."""


@attrs.frozen(repr=False, eq=False)
class Opportunity(Answer):
    """How much there is to win with a customer's need.

    Attributes:
        importance: How important it is, 0 to 10.
        satisfaction: How satisfied the customer is, 0 to 10.
        score: The opportunity, 0 to 20.
    """

    importance: Decimal
    satisfaction: Decimal
    score: Decimal
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return the score and what it is made of."""
        return labels.calculators["opportunity"].format(**self._words(labels))

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, the numbers and the source."""
        words = labels.calculators
        yield words["opportunity_formula"]
        yield words["opportunity_figures"].format(**self._words(labels))
        yield words["source"].format(source=words["opportunity_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the score and what it is made of."""
        told = self._words(labels)
        yield from ((name, told[name]) for name in ("score", "importance", "satisfaction"))

    def _words(self, labels: Labels) -> dict[str, str]:
        names = ("importance", "satisfaction", "score")
        return {name: figure(getattr(self, name), labels) for name in names}


def opportunity(importance: Number, satisfaction: Number) -> Opportunity:
    """Return the opportunity score: importance + max(importance − satisfaction, 0).

    Ulwick asks many customers and takes the share of them who give a 4 or a 5, in tenths. Above 15
    an opportunity is extreme, from 10 on worth a look.

    Args:
        importance: How important it is to the customer, 0 to 10.
        satisfaction: How satisfied the customer is with it today, 0 to 10.

    Raises:
        OptionError: A figure is out of range.

    Source:
        A. W. Ulwick, "Turn Customer Input into Innovation", Harvard Business Review, January 2002;
        "What Customers Want", 2005.

    Examples:
        >>> opportunity(9, 3).score
        Decimal('15')
        >>> print(opportunity(9, 9))
        opportunity 9 of 20 (importance 9, satisfaction 9)
    """
    wanted, had = (
        number("importance", importance, 0, 10),
        number("satisfaction", satisfaction, 0, 10),
    )
    return _scored(wanted, had)


def _scored(wanted: Decimal, had: Decimal, language: str = "en") -> Opportunity:
    score = Fraction(wanted) + max(Fraction(wanted) - Fraction(had), Fraction(0))
    return Opportunity(wanted, had, decimal_of(score), language=language)


@attrs.frozen(repr=False, eq=False)
class GrowthPoint(Answer):
    """The opportunity that a stage of a map holds, estimated.

    Attributes:
        stage: The name of the stage.
        position: Where it stands on the way, from 0.
        score: The opportunity, 0 to 20.
        opportunity: The same with its importance and satisfaction on scales from 0 to 10.
        importance: The importance as the map has it, 1 to 5.
        level: The satisfaction as the map has it, on `scale`: given, or the mean valence.
        scale: The scale of `level`.
        is_derived: Whether satisfaction was taken from the feelings, because none is given.
    """

    REMARK = "heuristic"

    stage: str
    position: int
    score: Decimal
    opportunity: Opportunity
    importance: int
    level: Decimal
    scale: Scale
    is_derived: bool
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return the stage, its score, and where the satisfaction comes from."""
        words = labels.calculators
        basis = words["from_feelings" if self.is_derived else "as_given"]
        told = self.opportunity.said(labels)
        return words["growth_point"].format(stage=self.stage, opportunity=told, basis=basis)

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield how the figures were turned, the formula, and that this is a heuristic."""
        words = labels.calculators
        yield self.said(labels)
        yield words["importance_turned"].format(
            given=self.importance, turned=figure(self.opportunity.importance, labels)
        )
        yield words["valence_turned" if self.is_derived else "satisfaction_turned"].format(
            given=figure(self.level, labels),
            low=figure(Decimal(repr(self.scale.low)), labels),
            high=figure(Decimal(repr(self.scale.high)), labels),
            turned=figure(self.opportunity.satisfaction, labels),
        )
        yield from self.opportunity.reasons(labels)
        yield words["heuristic"]

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the stage, its score and what that is made of."""
        yield "stage", self.stage
        yield from self.opportunity.figures(labels)
        yield "basis", labels.calculators["from_feelings" if self.is_derived else "as_given"]


def opportunities(journey: Journey, *, who: str | None = None) -> tuple[GrowthPoint, ...]:
    """Return the growth points of a journey, the greatest first.

    **A heuristic.** Ulwick's score rests on a survey of many customers. A map has one judgement of
    importance and a few feelings, so its scores are for putting stages in order, not for reading.
    Importance 1..5 becomes 0..10 as 2.5·(n − 1), and so does a satisfaction that is given; where
    none is given, the mean of the known valences takes its place: their scale is stretched to
    0..10, for -2..2 as 2.5·(v + 2). A stage without importance, or without either of these, is left
    out.

    Args:
        journey: The journey.
        who: Whose feelings count, by name or id; those of the persona unless given, or of the first
            buyer where the persona has none.

    Raises:
        OptionError: Nobody of that name has feelings on the map.

    Examples:
        >>> from journeymap.model import Stage
        >>> choice = Stage("Choice", importance=5, emotions={"lost": -2})
        >>> use = Stage("Use", importance=4, satisfaction=4)
        >>> for point in opportunities(Journey("A bicycle", stages=[use, choice])):
        ...     print(point)
        Choice: opportunity 20 of 20 (importance 10, satisfaction 0), satisfaction from feelings
        Use: opportunity 7.5 of 20 (importance 7.5, satisfaction 7.5), satisfaction as given
    """
    meant = whose(journey, who)
    points: list[GrowthPoint] = []
    for position, stage in enumerate(journey.stages):
        told = feelings(stage, "stage", meant)
        is_derived = stage.satisfaction is None
        if stage.satisfaction is not None:
            level: Decimal | None = Decimal(repr(stage.satisfaction))
        else:
            level = told[0].exact if told else None
        if stage.importance is None or level is None:
            continue
        scale = journey.scale if is_derived else _RATING
        wanted = _tenths(Decimal(stage.importance), _RATING)
        made = _scored(wanted, _tenths(level, scale), journey.language)
        points.append(
            GrowthPoint(
                stage=stage.name,
                position=position,
                score=made.score,
                opportunity=made,
                importance=stage.importance,
                level=level,
                scale=scale,
                is_derived=is_derived,
                language=journey.language,
            )
        )
    points.sort(key=lambda point: (-point.score, point.position))
    return Answers(points, "opportunities", journey.language)


def _tenths(value: Decimal, scale: Scale) -> Decimal:
    """Return where a value lies on its scale, from 0 to 10."""
    low, high = Fraction(repr(scale.low)), Fraction(repr(scale.high))
    return decimal_of(10 * (Fraction(value) - low) / (high - low))
