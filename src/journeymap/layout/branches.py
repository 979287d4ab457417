"""What grows on a mind map: a stage with its aspects, an aspect with what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import attrs

from journeymap.contents import Aspect, Entry
from journeymap.layout.blocks import Align, Block, Setting, Stack
from journeymap.layout.frames import Frame
from journeymap.layout.leaves import apart, leaf
from journeymap.layout.tight import whole
from journeymap.layout.words import Words
from journeymap.model import Journey


@attrs.frozen(eq=False)
class Node:
    """A branch: what stands at its start, and what grows on it."""

    block: Block
    depth: int
    stage: int
    children: tuple[Node, ...] = ()


@attrs.frozen(eq=False)
class Growth:
    """What makes branches.

    Attributes:
        journey: Whose stages they are.
        told: What is said of each stage.
        room: How wide a leaf may be at the most; a word that is longer may be hyphenated.
        setting: Lengths, words and a ruler.
    """

    journey: Journey
    told: Sequence[Aspect]
    room: float
    setting: Setting

    def stage(self, number: int) -> Node:
        """Return the head of a stage, by its position."""
        return Node(self._named(number), 0, number)

    def aspects(self, number: int, align: Align) -> tuple[Node, ...]:
        """Return what grows on a stage.

        Args:
            number: The position of the stage.
            align: On which side of what grows the stage is.
        """
        return tuple(self._aspect(one, number, align) for one in self.told if one.entries[number])

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
        metrics, entries = self.setting.metrics, aspect.entries[number]
        # Where one entry has a face, the words of all begin behind it.
        is_felt = any(entry.level is not None for entry in entries)

        def named(setting: Setting) -> Block:
            style = metrics.small_strong
            words = Words(
                aspect.heading, style, setting, ink="stage-ink", align=align, stage=number
            )
            return apart(words, setting)

        def grown(entry: Entry, setting: Setting) -> Block:
            return leaf(entry, setting, number, align, is_felt=is_felt)

        leaves = tuple(
            Node(whole(partial(grown, entry), self.room, self.setting), 2, number)
            for entry in entries
        )
        return Node(whole(named, metrics.mind_aspect, self.setting), 1, number, leaves)
