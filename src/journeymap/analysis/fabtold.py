"""Features against buyers in words: what columns are called, what a benefit answers."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.coveragetold import asked
from journeymap.analysis.fab import Column, Matrix, Worth
from journeymap.analysis.needs import Group
from journeymap.labels.words import Labels
from journeymap.model import Journey


def heading(column: Column, labels: Labels) -> tuple[str, str]:
    """Return what a column is called, and who or what is in it: role and names, or the reverse."""
    names = ", ".join(member.buyer.name for member in column.members)
    if column.is_role and column.role is not None:
        return labels.roles[column.role], names
    roles = (role for member in column.members for role in member.buyer.role)
    return names, ", ".join(labels.role_words[role] for role in dict.fromkeys(roles))


def called(column: Column, labels: Labels) -> str:
    """Return what a column is called, in one line, such as `Economic buyer (CFO)`."""
    title, others = heading(column, labels)
    return f"{title} ({others})" if others and column.is_role else title


def answers(worth: Worth, labels: Labels) -> str:
    """Return what a benefit answers in words, or that it answers nothing."""
    words, said = labels.fab, worth.told.benefit.answers
    if worth.answers:
        return words["answers"].format(text="; ".join(need.text for need in worth.answers))
    if said is None:
        return words["only_advantage"]
    if not worth.told.listeners:
        return words["answers"].format(text=said)
    mistaken = words["mistaken"].format(answers=labels.quoted(said))
    nearest = worth.told.nearest if worth.told.is_mistaken else ""
    hint = labels.coverage["nearest"].format(text=labels.quoted(nearest)) if nearest else ""
    return f"{mistaken}; {hint}" if hint else mistaken


def told_to(worth: Worth, column: Column) -> str:
    """Return the name of the buyer that a benefit in the column of a role is told to alone."""
    if worth.told.role is not None or not column.is_role:
        return ""
    return worth.told.listeners[0].buyer.name


def unanswered(group: Group, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield the name of each buyer who asks for something that no benefit answers, and what."""
    for member in group.members:
        lacking = [asked(need, labels) for need in member.needs if need.id not in group.answering]
        if lacking:
            yield member.buyer.name, "; ".join(lacking)


def covered(matrix: Matrix, labels: Labels) -> str:
    """Return in how many cells a benefit answers something, in words."""
    count = matrix.covered
    return labels.fab["covered"].format(covered=count.covered, count=count.count)


def sentences(journey: Journey, matrix: Matrix, group: Group, labels: Labels) -> Iterator[str]:
    """Yield what the picture shows, for those who do not see it."""
    words = labels.fab
    yield words["picture"].format(title=journey.title)
    if not matrix.rows:
        yield f"{words['no_messages']}."
    if not matrix.columns:
        yield f"{words['no_buyers']}."
    if matrix.rows and matrix.columns:
        yield from _told(matrix, labels)
    lacking = [f"{name}: {needs}" for name, needs in unanswered(group, labels)]
    if lacking:
        yield f"{words['unanswered']}: {'; '.join(lacking)}."


def _told(matrix: Matrix, labels: Labels) -> Iterator[str]:
    words = labels.fab
    features = "; ".join(row.message.feature for row in matrix.rows)
    columns = "; ".join(called(column, labels) for column in matrix.columns)
    yield words["columns"].format(features=features, columns=columns)
    yield f"{covered(matrix, labels)}."
    gaps = []
    for row in matrix.rows:
        pairs = zip(matrix.columns, row.cells, strict=True)
        empty = [heading(column, labels)[0] for column, cell in pairs if not cell]
        if empty:
            gaps.append(words["gap"].format(feature=row.message.feature, columns=", ".join(empty)))
    if gaps:
        yield words["gaps"].format(gaps="; ".join(gaps))
    worths = (worth for row in matrix.rows for cell in row.cells for worth in cell)
    idle = dict.fromkeys(worth.told.benefit.text for worth in worths if not worth.is_answer)
    if idle:
        yield words["idle"].format(texts="; ".join(idle))
