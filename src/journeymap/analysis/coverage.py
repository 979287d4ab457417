"""How far a buying group is covered: what it asks for, and what it hears."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.analysis.fab import Count, Matrix, matrix
from journeymap.analysis.gaps import Answered, BuyerCoverage, Gap, Reach, gaps_of
from journeymap.analysis.needs import Group
from journeymap.grids import Grid
from journeymap.grids.shown import Gridded
from journeymap.labels import labels_for
from journeymap.labels.words import Labels
from journeymap.model import Journey, Touchpoint
from journeymap.model.people import Role
from journeymap.options import check_journey
from journeymap.values import Value


@attrs.frozen(repr=False, eq=False)
class Coverage(Value, Gridded):
    """How far a buying group is covered. As text it is a short report, one line a gap.

    Attributes:
        title: The title of the journey.
        buyers: What each buyer asks for and gets.
        gaps: What is missing: roles first, then what buyers lack, then what messages lack.
        matrix: Features against roles or buyers, as `fab_matrix` draws them.
        labels: The words that it is told in.
        language: The language of the journey's own texts.
    """

    title: str
    buyers: tuple[BuyerCoverage, ...]
    gaps: tuple[Gap, ...]
    matrix: Matrix
    labels: Labels
    language: str

    @property
    def answered(self) -> Count:
        """How many priorities, concerns and jobs some benefit answers, of all."""
        needs = [one for buyer in self.buyers for one in buyer.needs]
        return Count(sum(bool(one.by) for one in needs), len(needs))

    @property
    def told(self) -> Count:
        """In how many cells of the matrix a benefit answers something, of all cells."""
        return self.matrix.covered

    @property
    def missing_roles(self) -> tuple[Role, ...]:
        """The roles that nobody has and that a deal between companies needs."""
        return tuple(gap.role for gap in self.gaps if gap.kind == "role" and gap.role)

    def __str__(self) -> str:
        """Return the counts, and a line for each gap."""
        from journeymap.analysis.coveragetold import report  # noqa: PLC0415

        return report(self)

    def table(self) -> str:
        """Return a table with its columns lined up: what is covered and missing, buyer by buyer."""
        from journeymap.grids.plaintext import to_text  # noqa: PLC0415

        return to_text(self._table())

    @property
    def markdown(self) -> str:
        """The table in GitHub's Markdown."""
        return self._repr_markdown_()

    @property
    def html(self) -> str:
        """The table as a piece of HTML, in the colours of the page that it stands in."""
        return self._repr_html_()

    @property
    def csv(self) -> str:
        """One row a thing that is asked for or missing, for a spreadsheet."""
        from journeymap.analysis.coveragetold import records  # noqa: PLC0415
        from journeymap.grids.records import to_csv  # noqa: PLC0415

        return to_csv(*records(self))

    @property
    def json(self) -> str:
        """Everything as JSON, for other programs."""
        from journeymap.analysis.coveragejson import to_json  # noqa: PLC0415

        return to_json(self)

    def _table(self) -> Grid:
        from journeymap.analysis.coveragetold import grid  # noqa: PLC0415

        return grid(self)


def coverage(journey: Journey, *, language: str | None = None) -> Coverage:
    """Return how far the buying group of a journey is covered.

    It tells which role nobody has, which buyer no touchpoint reaches or no stage draws in, which
    priority, concern or job no benefit answers, which benefit answers nothing, and which message is
    told at no stage. `answers` of a benefit means what is asked for by its id or by its text, where
    neither case nor spaces count.

    A touchpoint that names no `buyers` tells nothing about anybody, and one of a competitor does
    not count: if no other names buyers, it is unknown whom touchpoints reach, and nobody is said to
    be out of reach. In the same way, nobody is said to be left out where no stage has an
    `involvement`. A journey of kind b2c needs no roles.

    Args:
        journey: Whose buyers and messages.
        language: The language of the report's own words; that of the journey unless given.

    Raises:
        OptionError: It is no journey, or there is no such language.

    Examples:
        >>> import journeymap as jm
        >>> worth = jm.Benefit("economic", "It pays back in May", answers="roi")
        >>> cfo = jm.Buyer("CFO", role="economic", priorities=["ROI"])
        >>> messages = [jm.Fab("One queue", benefits=[worth])]
        >>> found = jm.coverage(jm.Journey("CRM", buyers=[cfo], messages=messages))
        >>> found.missing_roles
        ('technical', 'user')
        >>> str(found.answered)
        '1/1'
    """
    check_journey(journey)
    labels = labels_for(language, journey.language)
    group = Group(journey)
    buyers = tuple(_covered(journey, group))
    gaps = gaps_of(journey, group, buyers)
    found = matrix(journey, group=group)
    return Coverage(journey.title, buyers, gaps, found, labels, journey.language)


def _covered(journey: Journey, group: Group) -> Iterator[BuyerCoverage]:
    reach = _reach(journey, group)
    involved = _involved(journey, group)
    for member in group.members:
        yield BuyerCoverage(
            member,
            tuple(Answered(need, tuple(group.answering.get(need.id, ()))) for need in member.needs),
            reach.get(member.id, "nowhere") if reach else None,
            member.id in involved if involved else None,
        )


def _reach(journey: Journey, group: Group) -> dict[str, Reach]:
    """Return by which touchpoints each buyer is reached, as far as touchpoints name buyers.

    A touchpoint that names nobody tells nothing about anybody. What a competitor owns does not
    bring our word to anybody.
    """
    found: dict[str, Reach] = {}
    for stage in journey.stages:
        for touch in stage.touchpoints:
            for reference in touch.buyers if _is_for_us(touch) else ():
                name = group.member(reference).id
                if touch.status == "existing" or name not in found:
                    found[name] = touch.status
    return found


def _is_for_us(touch: Touchpoint) -> bool:
    return touch.owner != "competitor"


def _involved(journey: Journey, group: Group) -> set[str]:
    entries = (entry for stage in journey.stages for entry in stage.involvement)
    return {group.member(entry.buyer).id for entry in entries}
