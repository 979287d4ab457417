"""Features against buyers as a document: Markdown, HTML, CSV."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.analysis.fab import Column, Matrix, Worth
from journeymap.analysis.fabtold import answers, covered, heading, told_to, unanswered
from journeymap.analysis.gaps import roles_missing
from journeymap.analysis.needs import Group
from journeymap.grids import Cell, Grid, Said
from journeymap.grids.html import to_html
from journeymap.grids.markdown import to_markdown
from journeymap.grids.records import to_csv
from journeymap.labels.words import Labels
from journeymap.model import Fab, Journey
from journeymap.theme import Palette


@attrs.frozen(eq=False)
class FabDocument:
    """What features against buyers are as text.

    Attributes:
        journey: Whose messages.
        matrix: Who is told what.
        group: What is known of the buyers.
        labels: The library's own words.
        palette: The colours of its HTML.
    """

    journey: Journey
    matrix: Matrix
    group: Group
    labels: Labels
    palette: Palette

    def markdown(self) -> str:
        """Return a row a feature, a column a role or buyer."""
        return to_markdown(self.grid())

    def html(self) -> str:
        """Return the same as a piece of HTML."""
        return to_html(self.grid(), self.palette)

    def csv(self) -> str:
        """Return a row a benefit, and one for each cell in which nothing is told."""
        words = self.labels.fab
        names = ("feature", "advantage", "to", "buyers", "benefit", "need", "state")
        heads = {name: words[name] for name in names}
        return to_csv(heads, self._records())

    def grid(self) -> Grid:
        """Return the table before it is written."""
        journey, labels = self.journey, self.labels
        corner = (Said(labels.fab["feature"], "strong"), Said(labels.fab["advantage"], "weak"))
        heads = (corner, *(self._head(column) for column in self.matrix.columns))
        rows = tuple(
            (
                self._feature(row.message),
                *(
                    self._cell(cell, column)
                    for cell, column in zip(row.cells, self.matrix.columns, strict=True)
                ),
            )
            for row in self.matrix.rows
        )
        title = Said(journey.title, link=journey.link)
        return Grid(title, heads, rows, tuple(self._notes()), journey.language)

    def _head(self, column: Column) -> Cell:
        words = self.labels.fab
        title, others = heading(column, self.labels)
        link = column.members[0].buyer.link if len(column.members) == 1 else None
        said = [Said(title, "strong", None if column.is_role else link)]
        said += [Said(others, "weak", link if column.is_role else None)] if others else []
        said += [] if column.members else [Said(words["nobody"], "gap")]
        named = {"priority": "", "concern": words["concerns"], "job": words["job"]}
        for need in column.needs:
            text = f"{named[need.kind]}: {need.text}" if named[need.kind] else need.text
            is_answered = self.matrix.is_answered(need, column)
            text = f"✓ {text}" if is_answered else f"○ {text}: {words['is_open']}"
            said.append(Said(text, "plain" if is_answered else "gap", need.said.link))
        if column.language:
            used = ", ".join(self.labels.quoted(word) for word in column.language)
            said.append(Said(f"{words['language']}: {used}", "weak"))
        return tuple(said)

    def _feature(self, message: Fab) -> Cell:
        words = self.labels.fab
        name = Said(message.feature, "strong", message.link)
        if message.advantage is None:
            return (name, Said(words["no_advantage"], "gap"))
        return (name, Said(message.advantage, "weak"))

    def _cell(self, worths: tuple[Worth, ...], column: Column) -> Cell:
        if not worths:
            return (Said(self.labels.fab["no_benefit"], "gap"),)
        return tuple(said for worth in worths for said in self._worth(worth, column))

    def _worth(self, worth: Worth, column: Column) -> Iterator[Said]:
        alone = told_to(worth, column)
        if alone:
            yield Said(alone, "weak")
        benefit = worth.told.benefit
        yield Said(benefit.text, link=benefit.link)
        said = answers(worth, self.labels)
        if worth.is_answer or (benefit.answers and not column.members):
            yield Said(f"└ {said}", "weak")
        else:
            yield Said(f"∅ {said}", "doubt")

    def _notes(self) -> Iterator[Said]:
        labels = self.labels
        if self.matrix.covered.count:
            yield Said(covered(self.matrix, labels), "strong")
        for name, is_there in (
            ("no_buyers", self.matrix.columns),
            ("no_messages", self.matrix.rows),
        ):
            if not is_there:
                yield Said(labels.fab[name])
        for role in roles_missing(self.journey, self.group):
            yield Said(f"{labels.roles[role]}: {labels.fab['nobody']}")
        for name, needs in unanswered(self.group, labels):
            yield Said(f"{labels.fab['unanswered']}: {name}: {needs}")

    def _records(self) -> Iterator[dict[str, str]]:
        for row in self.matrix.rows:
            start = {"feature": row.message.feature, "advantage": row.message.advantage or ""}
            for column, cell in zip(self.matrix.columns, row.cells, strict=True):
                names = ", ".join(member.buyer.name for member in column.members)
                to = start | {"to": heading(column, self.labels)[0], "buyers": names}
                yield from (to | self._record(worth) for worth in cell)
                if not cell:
                    yield to | {"state": self.labels.fab["no_benefit"]}

    def _record(self, worth: Worth) -> dict[str, str]:
        words, benefit = self.labels.fab, worth.told.benefit
        if worth.is_answer:
            state = words["is_covered"]
        elif not worth.told.listeners:
            state = words["nobody"]
        else:
            state = answers(worth, self.labels)
        needs = "; ".join(need.text for need in worth.answers)
        return {"benefit": benefit.text, "need": needs or benefit.answers or "", "state": state}
