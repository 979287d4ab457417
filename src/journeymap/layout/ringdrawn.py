"""The ring of a cycle with what stands in it and around it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.mood import Mood
from journeymap.layout.ring import Ring, around, polar, square, union, within
from journeymap.layout.ringlabels import (
    Label,
    distance,
    is_clear,
    leader,
    placed,
    side_of,
)
from journeymap.layout.ringmiddle import centered, middle, size_of, told, valences
from journeymap.layout.tight import whole
from journeymap.layout.words import Words
from journeymap.model import Journey, Stage

_ORIGIN = Point(0.0, 0.0)


class Drawn:
    """A ring with its labels, measured from its centre; then placed on the sheet."""

    def __init__(self, journey: Journey, setting: Setting, width: float | None) -> None:
        self.journey = journey
        self.setting = setting
        metrics = setting.metrics
        self.middle = middle(journey, setting)
        self.ring = self._ring(self._least_radius())
        self.labels = [
            Label(
                whole(partial(self._label, number, stage), metrics.cycle_label, setting),
                self.ring.angle(number),
            )
            for number, stage in enumerate(journey.stages)
        ]
        self.room = self._room(width)
        self.ring = self._wide_enough()
        self.rects = self._rects(self.ring)
        bounds = map(self._bounds, range(self.ring.count))
        self.reach = union([*self.rects, *bounds, square(_ORIGIN, self._high())])

    def _ring(self, outer: float) -> Ring:
        metrics = self.setting.metrics
        return Ring(
            outer,
            metrics.cycle_ring,
            len(self.journey.stages),
            0.0 if self.journey.is_cyclic else metrics.cycle_opening_ratio,
            metrics.cycle_gap,
            metrics.cycle_tip,
        )

    def _middle_radius(self) -> float:
        """Return the radius of the circle that holds what stands in the middle."""
        if self.middle is None:
            return 0.0
        width, height = size_of(self.middle, self.setting)
        return math.hypot(width, height) / 2

    def _least_radius(self) -> float:
        """Return the radius that the segments and what stands inside need."""
        metrics = self.setting.metrics
        count = len(self.journey.stages)
        opening = 0.0 if self.journey.is_cyclic else metrics.cycle_opening_ratio
        segments = (count + opening) * metrics.cycle_arc / math.tau + metrics.cycle_ring / 2
        inside = self._middle_radius() + 2 * (metrics.cycle_room + metrics.face)
        inside += metrics.cycle_mood + metrics.cycle_ring
        return max(metrics.cycle_radius, segments, inside)

    def _label(self, number: int, stage: Stage, setting: Setting) -> Block:
        """Return the name of a stage, what is said there, how long it takes."""
        metrics, labels = setting.metrics, setting.labels
        align = side_of(self.ring.angle(number))

        def words(text: str, style: str, ink: str, link: str | None = None) -> Block:
            chosen = getattr(metrics, style)
            own = {"ink": ink, "align": align, "stage": number, "link": link}
            return Words(text, chosen, setting, **own)  # type: ignore[arg-type]

        parts = [words(stage.name, "stage", "stage-ink", stage.link)]
        if self.ring.count <= metrics.cycle_full_ratio:
            parts += [words(text, "body", "ink", link) for text, link in _said(stage, setting)]
        notes = [labels.duration(stage.duration)] if stage.duration else []
        if stage.moment_of_truth:
            notes.append(f"◆\u00a0{labels.legend['moment_of_truth']}")
        parts += [words(note, "small_strong", "muted") for note in notes]
        return Stack(parts, metrics.item_gap / 3, role="ring-label")

    def _room(self, width: float | None) -> float:
        """Return how wide a label may be."""
        metrics = self.setting.metrics
        if width is None:
            return metrics.cycle_label
        around_labels = 2 * (metrics.margin + self.ring.outer + metrics.cycle_label_gap)
        least = max(label.block.least() for label in self.labels)
        least = min(least, metrics.cycle_label)
        return max(least, min(metrics.cycle_label, (width - around_labels) / 2))

    def _wide_enough(self) -> Ring:
        """Return the smallest ring at which no label has to stand far from its segment."""
        metrics = self.setting.metrics
        ring = self.ring
        for _ in range(int(metrics.cycle_steps_ratio)):
            limit = metrics.cycle_far_ratio * metrics.cycle_label_gap
            if all(gone <= limit for gone in self._distances(ring)):
                return ring
            ring = self._ring(ring.outer * metrics.cycle_growth_ratio)
        # Labels that high stay far from any ring: a larger one would only be larger.
        return self.ring

    def _rects(self, ring: Ring) -> list[Rect]:
        metrics = self.setting.metrics
        radius = ring.outer + metrics.cycle_label_gap
        return placed(self.labels, radius, self.room, metrics.cycle_label_space)

    def _distances(self, ring: Ring) -> list[float]:
        starts = [polar(_ORIGIN, ring.outer, label.angle) for label in self.labels]
        return [
            distance(start, leader(rect, start))
            for start, rect in zip(starts, self._rects(ring), strict=True)
        ]

    def place(self, left: float, top: float) -> Box:
        """Return the ring and its labels with the top left corner at that point."""
        center = Point(left - self.reach.x, top - self.reach.y)
        rects = [rect.moved(center.x, center.y) for rect in self.rects]
        mood = self._mood(center)
        children: list[Box] = []
        for number, label in enumerate(self.labels):
            rect = rects[number]
            children.append(self._segment(center, number))
            children += self._leader(center, number, rects)
            children.append(label.block.place(rect.x, rect.y, rect.width))
        children += mood.boxes()
        children += self._faces(mood)
        if self.middle is not None:
            children.append(centered(self.middle, center, self.setting))
        return Box(
            role="cycle",
            rect=self.reach.moved(center.x, center.y),
            children=tuple(children),
        )

    def _high(self) -> float:
        """Return how far from the centre the best feeling stands."""
        metrics = self.setting.metrics
        return self.ring.inner - metrics.cycle_room - metrics.face

    def _mood(self, center: Point) -> Mood:
        metrics = self.setting.metrics
        high = self._high()
        room = self._middle_radius() + metrics.cycle_room + metrics.face
        # In a large ring a deep band would make every change look like a fall.
        low = max(room, high / 2, high - 2 * metrics.cycle_mood)
        known = valences(self.journey)
        fraction = self.journey.scale.fraction
        levels = tuple(None if valence is None else fraction(valence) for valence in known)
        return Mood(center, low, high, levels, self.ring, metrics.cycle_tail_ratio, metrics.face)

    def _faces(self, mood: Mood) -> list[Box]:
        """Return a face for every stage with feelings; its mouth is straight where unknown."""
        radius = self.setting.metrics.face
        felt = told(self.journey)
        return [
            Box(
                role="face",
                rect=square(mood.spot(number), radius),
                variant="unknown" if level is None else "",
                value=level,
                stage=number,
            )
            for number, level in enumerate(mood.levels)
            if felt[number]
        ]

    def _bounds(self, number: int, center: Point = _ORIGIN) -> Rect:
        """Return the frame of a segment; handles of its curves may stand outside of the ring."""
        outline = self.ring.outline(center, number)
        return within(around(outline), square(center, self.ring.outer))

    def _segment(self, center: Point, number: int) -> Box:
        metrics = self.setting.metrics
        stage = self.journey.stages[number]
        outline = self.ring.outline(center, number)
        spot = polar(center, self.ring.middle, self.ring.angle(number))
        text = str(number + 1)
        words = Words(
            text, metrics.cycle_number, self.setting, ink="stage-ink", align="middle", stage=number
        )
        badge = square(spot, metrics.cycle_badge)
        height = words.height(badge.width)
        return Box(
            role="segment",
            rect=self._bounds(number, center),
            points=(outline,),
            stage=number,
            source=stage.id or f"stage{number + 1}",
            label=stage.name,
            children=(
                Box(
                    role="ring-badge",
                    rect=badge,
                    stage=number,
                    variant="truth" if stage.moment_of_truth else "",
                    children=(words.place(badge.x, spot.y - height / 2, badge.width),),
                ),
            ),
        )

    def _leader(self, center: Point, number: int, rects: Sequence[Rect]) -> list[Box]:
        """Return the line from a segment to its label, if that stands far away."""
        metrics = self.setting.metrics
        start = polar(center, self.ring.outer + metrics.dot_gap / 2, self.labels[number].angle)
        nearest = leader(rects[number], start)
        gone = distance(start, nearest)
        if gone <= 2 * metrics.cycle_label_gap:
            return []
        # It ends before the letters.
        part = 1 - metrics.dot_gap / gone
        end = Point(start.x + (nearest.x - start.x) * part, start.y + (nearest.y - start.y) * part)
        others = [rect for other, rect in enumerate(rects) if other != number]
        if not is_clear(start, end, center, self.ring.outer, others):
            return []
        rect = around([start, end])
        return [Box(role="leader", rect=rect, stage=number, points=((start, end),))]


def _said(stage: Stage, setting: Setting) -> list[tuple[str, str | None]]:
    """Return what the customer says at a stage, or else wants to get done, or does."""
    for thought in stage.thoughts[:1]:
        return [(setting.labels.spoken(thought.text), thought.link)]
    statements = [stage.job] if stage.job is not None else [*stage.actions]
    return [(said.text, said.link) for said in statements[:1]]
