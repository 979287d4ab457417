"""What stands in a cell: one function for each lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.frames import Frame, Shape
from journeymap.layout.marked import marked
from journeymap.layout.pills import Pills, pill
from journeymap.layout.words import Words
from journeymap.model import Duration, Motivation, Stage, Statement


class Place(NamedTuple):
    """The stage whose cell is built: its position and its id."""

    stage: Stage
    position: int
    id: str

    def source(self, kind: str, number: int, own: str | None = None) -> str:
        """Return the id of an object of the stage: its own, or one derived from its position."""
        return own or f"{self.id}.{kind}{number + 1}"


Cell = Callable[[Place, Setting], Block | None]
"""Returns what a stage has to say in a lane, or None."""


def job(place: Place, setting: Setting) -> Block | None:
    """Return the job to be done."""
    statement = place.stage.job
    if statement is None:
        return None
    words = Words(statement.text, setting.metrics.strong, setting, link=statement.link)
    inside = marked(words, statement)
    return Frame(role="statement", inside=inside, source=statement.id or f"{place.id}.job")


def bulleted(field: str, kind: str) -> Cell:
    """Return the lane of a stage's field of statements, each with a bullet."""

    def cell(place: Place, setting: Setting) -> Block | None:
        statements = _statements(place.stage, field)
        sources = [place.source(kind, number, item.id) for number, item in enumerate(statements)]
        return bullets(statements, sources, place.position, setting)

    return cell


def bullets(
    statements: Sequence[Statement], sources: Sequence[str], stage: int, setting: Setting
) -> Block | None:
    """Return statements one under the other, each with a bullet in the stage's colour."""
    metrics = setting.metrics
    blocks = []
    for statement, source in zip(statements, sources, strict=True):
        words = Words(statement.text, metrics.body, setting, link=statement.link)
        blocks.append(
            Frame(
                role="item",
                inside=marked(words, statement),
                left=metrics.bullet_indent,
                mark="bullet",
                mark_size=metrics.bullet,
                mark_line=metrics.line_height(metrics.body),
                stage=stage,
                source=source,
            )
        )
    return stacked(blocks, metrics.item_gap / 3)


def _statements(stage: Stage, field: str) -> tuple[Statement, ...]:
    statements: tuple[Statement, ...] = getattr(stage, field)
    return statements


def thoughts(place: Place, setting: Setting) -> Block | None:
    """Return what the customer says to themselves, quoted."""
    metrics = setting.metrics
    blocks = [
        Frame(
            role="item",
            inside=marked(_quote(thought, setting), thought),
            source=place.source("thought", number, thought.id),
        )
        for number, thought in enumerate(place.stage.thoughts)
    ]
    return stacked(blocks, metrics.item_gap)


def _quote(thought: Statement, setting: Setting) -> Words:
    text = setting.labels.spoken(thought.text)
    return Words(text, setting.metrics.quote, setting, ink="muted", link=thought.link)


def touchpoints(place: Place, setting: Setting) -> Block | None:
    """Return the touchpoints as pills."""
    metrics, touches = setting.metrics, place.stage.touchpoints
    names = {touch.id or touch.name: touch.name for touch in touches}
    pills = [
        pill(
            touch,
            setting,
            place.position,
            place.source("touchpoint", number, touch.id),
            names.get(touch.alternative_to or "", touch.alternative_to),
        )
        for number, touch in enumerate(touches)
    ]
    return Pills(pills, metrics.pill_gap, metrics.pill_gap) if pills else None


def motivations(place: Place, setting: Setting) -> Block | None:
    """Return what moves the customer, each with its kind."""
    metrics = setting.metrics
    blocks: list[Block] = []
    for number, motivation in enumerate(place.stage.motivations):
        blocks.append(_motivation(motivation, setting, place, number))
    return stacked(blocks, metrics.item_gap)


def _motivation(motivation: Motivation, setting: Setting, place: Place, number: int) -> Frame:
    metrics = setting.metrics
    kind = setting.labels.legend[motivation.kind]
    words = Words(motivation.text, metrics.body, setting, link=motivation.link)
    return Frame(
        role="item",
        inside=Stack(
            [
                marked(words, motivation),
                Words(kind, metrics.small, setting, ink="muted"),
            ],
            0,
        ),
        left=metrics.bullet_indent + metrics.bullet,
        mark=f"mark-{motivation.kind}",
        mark_size=metrics.mark,
        mark_line=metrics.line_height(metrics.body),
        stage=place.position,
        source=place.source("motivation", number, motivation.id),
    )


def importance(place: Place, setting: Setting) -> Block | None:
    """Return the importance as stars with the figure."""
    level = place.stage.importance
    return None if level is None else _stars(level, f"{level}/5", setting, "stars")


def satisfaction(place: Place, setting: Setting) -> Block | None:
    """Return the satisfaction as a bar with the figure."""
    level = place.stage.satisfaction
    if level is None:
        return None
    return _stars(level, f"{setting.labels.number(level)}/5", setting, "meter")


def _stars(level: float, figure: str, setting: Setting, role: str) -> Block:
    metrics = setting.metrics
    width = 5 * metrics.star + 4 * metrics.star_gap
    return Flow(
        [
            Shape(role=role, width=width, tall=metrics.line_height(metrics.small), value=level / 5),
            Words(figure, metrics.small_strong, setting, ink="muted"),
        ],
        metrics.cell_padding,
        metrics.item_gap,
    )


def duration(place: Place, setting: Setting) -> Block | None:
    """Return how long the stage takes, and how much of it is active and waiting time."""
    stage, labels = place.stage, setting.labels
    named: list[tuple[str, Duration | None]] = [
        ("", stage.duration),
        (labels.legend["active"], stage.active),
        (labels.legend["waiting"], stage.waiting),
    ]
    blocks = [
        Words(
            f"{name}: {labels.duration(value)}" if name else labels.duration(value),
            setting.metrics.small if name else setting.metrics.strong,
            setting,
            ink="muted" if name else "ink",
        )
        for name, value in named
        if value is not None
    ]
    return stacked(blocks, 0)


def stacked(blocks: Iterable[Block], gap: float) -> Block | None:
    """Return the blocks one under the other, or None if there are none."""
    blocks = tuple(blocks)
    return Stack(blocks, gap) if blocks else None
