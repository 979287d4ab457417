"""What the nodes of a graph look like: pills, stages, people, where one enters and leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from journeymap.geometry import Rect
from journeymap.graphs.graph import Cluster, Lane, Node
from journeymap.layout.blocks import Align, Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cards import badge
from journeymap.layout.frames import Frame, Shape
from journeymap.layout.lanes.buying import influence_of, stance_of, tone_of
from journeymap.layout.marked import marked
from journeymap.layout.pills import pill
from journeymap.layout.words import Words
from journeymap.model import Buyer, Statement, Touchpoint


def block_of(node: Node, align: Align, setting: Setting) -> Block:
    """Return a node as a block.

    Args:
        node: The node.
        align: Where the lines of a text stand that is no pill.
        setting: Lengths, words and a ruler.
    """
    return _NODES[node.kind](node, align, setting)


@attrs.frozen(eq=False)
class Middle:
    """A block in the middle of its place, as wide as it naturally is."""

    inside: Block

    def least(self) -> float:
        return self.inside.least()

    def natural(self) -> float:
        return self.inside.natural()

    def _own(self, width: float) -> float:
        return min(width, self.inside.natural())

    def height(self, width: float) -> float:
        return self.inside.height(self._own(width))

    def place(self, x: float, y: float, width: float) -> Box:
        own = self._own(width)
        inside = self.inside.place(x + (width - own) / 2, y, own)
        return Box(role="stack", rect=Rect(x, y, width, inside.rect.height), children=(inside,))


def _touchpoint(node: Node, align: Align, setting: Setting) -> Block:
    del align
    assert isinstance(node.item, Touchpoint)  # noqa: S101 - what the builder gave the node
    frame = pill(node.item, setting, node.stage, node.source)
    return _roomy(frame, setting)


def _roomy(frame: Frame, setting: Setting) -> Frame:
    """Return a pill with the room around its words that a node has.

    Nodes stand under each other, so names start at one line whatever mark is before them.
    """
    metrics = setting.metrics
    return attrs.evolve(
        frame,
        role="flow-node",
        left=metrics.flow_padding + metrics.icon + metrics.icon_gap,
        right=metrics.flow_padding,
        top=metrics.flow_inset,
        bottom=metrics.flow_inset,
        mark_left=metrics.flow_padding + (metrics.icon - frame.mark_size) / 2,
    )


def _action(node: Node, align: Align, setting: Setting) -> Block:
    del align
    metrics = setting.metrics
    assert isinstance(node.item, Statement)  # noqa: S101 - what the builder gave the node
    link = node.item.link
    style = metrics.small_strong
    words = Words(node.name, style, setting, ink="stage-ink", stage=node.stage)
    return Frame(
        role="flow-node",
        inside=marked(words, node.item, is_linked=link is not None),
        variant="existing",
        stage=node.stage,
        left=metrics.flow_padding,
        right=metrics.flow_padding,
        top=metrics.flow_inset,
        bottom=metrics.flow_inset,
        source=node.source,
        link=link,
    )


def _stage(node: Node, align: Align, setting: Setting) -> Block:
    del align
    metrics = setting.metrics
    return Frame(
        role="mind-stage",
        inside=_named(node, "on-stage", setting),
        stage=node.stage,
        left=metrics.flow_padding,
        right=metrics.flow_padding,
        top=metrics.flow_inset,
        bottom=metrics.flow_inset,
        source=node.source,
        label=node.name,
    )


def _named(stage: Node | Cluster, ink: str, setting: Setting) -> Stack:
    """Return the number and name of a stage, and what else is known of it."""
    metrics = setting.metrics
    number = stage.stage or 0
    name = Words(
        f"{number + 1}\u00a0\u00a0{stage.name}", metrics.heading, setting, ink=ink, stage=number
    )
    notes = [
        Words(note, metrics.stage_note, setting, ink=ink, stage=number) for note in stage.notes
    ]
    return Stack([name, *notes], metrics.header_gap / 2)


def title_of(cluster: Cluster, setting: Setting) -> Block:
    """Return the title of a stage that encloses its nodes."""
    return _named(cluster, "stage-ink", setting)


def lane_title(lane: Lane, setting: Setting) -> Block:
    """Return the title of a lane: a buyer with roles and stance, or whose touchpoints they are."""
    metrics = setting.metrics
    words = Words(lane.name, metrics.lane_label, setting)
    if not isinstance(lane.item, Buyer):
        return words
    return Stack([marked(words, lane.item), *_about(lane.item, setting)], 0.0)


def _about(buyer: Buyer, setting: Setting) -> list[Block]:
    """Return the roles, the stance and the influence of a buyer."""
    metrics, labels = setting.metrics, setting.labels
    said: list[Block] = []
    if buyer.role:
        roles = ", ".join(labels.role_words[role] for role in buyer.role)
        said.append(Words(roles, metrics.small, setting, ink="muted"))
    if buyer.stance is not None:
        said.append(stance_of(buyer.stance, setting))
    if buyer.influence is not None:
        said.append(influence_of(buyer, setting))
    return said


def _buyer(node: Node, align: Align, setting: Setting) -> Block:
    del align
    metrics = setting.metrics
    assert isinstance(node.item, Buyer)  # noqa: S101 - what the builder gave the node
    name = marked(
        Words(node.name, metrics.strong, setting),
        node.item,
        is_linked=node.item.link is not None,
    )
    missed = [
        Words(note, metrics.small, setting, ink="muted")
        for note in node.notes
        if note == setting.labels.flow["met_nowhere"]
    ]
    return Frame(
        role="card",
        inside=Stack([name, *_about(node.item, setting), *missed], metrics.divider_gap),
        variant=tone_of(node.item),
        left=metrics.flow_padding,
        right=metrics.flow_padding,
        top=metrics.flow_inset,
        bottom=metrics.flow_inset,
        source=node.source,
        link=node.item.link,
    )


def _again(node: Node, align: Align, setting: Setting) -> Block:
    """Return a ring with the sign of the channel: the touchpoint is met here too."""
    del align
    metrics = setting.metrics
    assert isinstance(node.item, Touchpoint)  # noqa: S101 - what the builder gave the node
    kind, size = node.item.channel.kind, metrics.icon
    role = "dot" if kind == "other" else "icon"
    return Frame(
        role="flow-again",
        inside=Shape(role=role, width=size, tall=size, variant=kind, stage=node.stage),
        variant=node.item.status,
        stage=node.stage,
        left=metrics.flow_again,
        right=metrics.flow_again,
        top=metrics.flow_again,
        bottom=metrics.flow_again,
        label=node.name,
    )


def _entry(node: Node, align: Align, setting: Setting) -> Block:
    del align
    metrics = setting.metrics
    if node.name == setting.labels.flow["entry"]:
        return Shape(
            role="flow-entry", width=metrics.flow_dot, tall=metrics.flow_dot, label=node.name
        )
    style = metrics.strong
    words = Words(node.name, style, setting, ink="paper", align="middle")
    high = (metrics.flow_entry - metrics.line_height(style)) / 2
    wide = max(metrics.flow_entry_padding, (metrics.flow_entry - words.natural()) / 2)
    return Frame(
        role="flow-entry",
        inside=words,
        left=wide,
        right=wide,
        top=high,
        bottom=high,
        variant="told",
    )


def _exit(node: Node, align: Align, setting: Setting) -> Block:
    """Return who leaves, apart from the arrow that leads there: from above, or from the left.

    Graphviz always leads it along the direction, so words under a stage keep apart at both sides.
    """
    metrics = setting.metrics
    is_under = align == "middle"
    ink = "urgent" if node.notes else "muted"
    said: Block = Words(node.name, metrics.small_strong, setting, ink=ink, align=align)
    if node.notes:
        marks: Block = Flow([badge(note, "urgent", setting) for note in node.notes], 0.0, 0.0)
        said = Stack([said, Middle(marks) if is_under else marks], metrics.header_gap)
    return Frame(
        role="flow-exit",
        inside=said,
        top=metrics.header_gap if is_under else 0.0,
        left=metrics.item_gap,
        right=metrics.item_gap if is_under else 0.0,
    )


def _end(node: Node, align: Align, setting: Setting) -> Block:
    del align
    metrics = setting.metrics
    if node.name == setting.labels.flow["end"]:
        return Shape(
            role="flow-end", width=metrics.flow_dot, tall=metrics.flow_dot, label=node.name
        )
    return Frame(
        role="flow-end",
        inside=Words(node.name, metrics.small_strong, setting, ink="good", align="middle"),
        left=metrics.flow_padding,
        right=metrics.flow_padding,
        top=metrics.flow_inset,
        bottom=metrics.flow_inset,
        variant="told",
    )


_NODES: Mapping[str, Callable[[Node, Align, Setting], Block]] = {
    "entry": _entry,
    "stage": _stage,
    "touchpoint": _touchpoint,
    "action": _action,
    "buyer": _buyer,
    "again": _again,
    "exit": _exit,
    "end": _end,
}
