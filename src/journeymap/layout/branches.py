"""What grows on a mind map: a stage with its aspects, an aspect with what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from journeymap.contents import Aspect, Entry
from journeymap.layout.blocks import Align, Block, Setting, Stack, Words
from journeymap.layout.frames import Frame
from journeymap.layout.leaves import apart, leaf
from journeymap.layout.tight import whole
from journeymap.model import Journey


@attrs.frozen(eq=False)
class Node:
    """A branch: what stands at its start, and what grows on it."""

    block: Block
    depth: int
    stage: int
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield this branch and all that grow on it."""
        yield self
        for child in self.children:
            yield from child.walk()


@attrs.frozen(eq=False)
class Growth:
    """What makes branches.

    Attributes:
        journey: Whose stages they are.
        aspects: What is said of each stage.
        room: How wide a leaf may be at the most; a word that is longer may be hyphenated.
        setting: Lengths, words and a ruler.
    """

    journey: Journey
    aspects: Sequence[Aspect]
    room: float
    setting: Setting

    def stage(self, number: int, align: Align = "start") -> Node:
        """Return a stage with all that grows on it.

        Args:
            number: The position of the stage.
            align: On which side of its leaves it is.
        """
        grown = tuple(
            self._aspect(one, number, align) for one in self.aspects if one.entries[number]
        )
        return Node(self._named(number), 0, number, grown)

    def _named(self, number: int) -> Block:
        setting, stage = self.setting, self.journey.stages[number]
        metrics = setting.metrics
        ink = "on-stage"
        parts: list[Block] = [
            Words(
                f"{number + 1}\u00a0\u00a0{stage.name}",
                metrics.heading,
                setting,
                ink=ink,
                stage=number,
                link=stage.link,
            )
        ]
        if stage.moment_of_truth:
            text = f"◆ {setting.labels.legend['moment_of_truth']}"
            parts.append(Words(text, metrics.stage_note, setting, ink=ink, stage=number))
        return Frame(
            role="mind-stage",
            inside=Stack(parts, 0.0),
            stage=number,
            left=metrics.mind_padding,
            right=metrics.mind_padding,
            top=metrics.mind_inset,
            bottom=metrics.mind_inset,
            source=stage.id or f"stage{number + 1}",
            label=stage.name,
        )

    def _aspect(self, aspect: Aspect, number: int, align: Align) -> Node:
        metrics = self.setting.metrics

        def named(setting: Setting) -> Block:
            style = metrics.small_strong
            words = Words(aspect.heading, style, setting, ink="stage-ink", stage=number)
            return apart(words, setting)

        def grown(entry: Entry, setting: Setting) -> Block:
            return leaf(entry, setting, number, align)

        leaves = tuple(
            Node(whole(partial(grown, entry), self.room, self.setting), 2, number)
            for entry in aspect.entries[number]
        )
        return Node(whole(named, metrics.mind_aspect, self.setting), 1, number, leaves)
