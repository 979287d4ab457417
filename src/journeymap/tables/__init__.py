"""A journey as rows: Markdown, HTML, CSV."""

from __future__ import annotations

import attrs

from journeymap.contents import Aspect, under_heads
from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage


@attrs.frozen(eq=False)
class Rows:
    """What a table says, before it is written in a format.

    Attributes:
        journey: Whose table.
        labels: The library's own words.
        aspects: What is said.
    """

    journey: Journey
    labels: Labels
    aspects: tuple[Aspect, ...]

    @property
    def below(self) -> tuple[Aspect, ...]:
        """The aspects that are told under heads with the durations."""
        return under_heads(self.aspects, self.journey)

    def head(self, number: int) -> str:
        """Return number and name of a stage."""
        return f"{number + 1}. {self.journey.stages[number].name}"

    def notes(self, stage: Stage) -> str:
        """Return what stands under the name of a stage."""
        notes = [self.labels.duration(stage.duration)] if stage.duration else []
        if stage.moment_of_truth:
            notes.append(self.labels.legend["moment_of_truth"])
        return " · ".join(notes)
