"""Which lanes are drawn, in which order and under which headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from journeymap.analysis.feelings import CurveBy
from journeymap.errors import OptionError
from journeymap.lanechoice import Wanted, choose, headings, with_notes
from journeymap.layout.blocks import Setting
from journeymap.layout.lanes import LANES, is_wanted
from journeymap.layout.lanes.emotions import emotions
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.lanes.notes import noted
from journeymap.layout.lanes.rows import Build, one_row
from journeymap.model import Journey


@attrs.frozen(eq=False)
class Content:
    """What of a journey is drawn.

    Attributes:
        lanes: Which lanes, in which order and under which headings.
        curves: Journeys whose curves of emotions are drawn over this one's.
        curve_by: Whether touchpoints with emotions have points of their own on the curve.
    """

    lanes: Wanted | None = None
    curves: tuple[Journey, ...] = ()
    curve_by: CurveBy = "touchpoint"

    def lanes_of(self, journey: Journey, setting: Setting, *others: Journey) -> tuple[Chosen, ...]:
        """Return the lanes of a journey; those that nobody named may turn out to be empty.

        Args:
            journey: Whose lanes.
            setting: Lengths, words and a ruler.
            others: Journeys on the same map; a lane of one of them is a lane of the map.

        Raises:
            OptionError: There is no such lane, or the words of the choice do not fit together.
        """
        journeys = (journey, *others)
        lanes = _known(journeys, LANES | {"emotions": emotions(self.curves, self.curve_by)})
        choice = choose(self.lanes, lanes)
        usual = [name for name in lanes if any(is_wanted(name, one) for one in journeys)]
        titles = setting.labels.lanes
        drawn = tuple(
            Chosen(
                name,
                choice.titles.get(name) or titles.get(name, name),
                lanes[name],
                is_named=is_named,
            )
            for name, is_named in choice.lanes(usual)
        )
        if self.curves and not others and "emotions" not in {lane.name for lane in drawn}:
            raise OptionError(
                "curves stand in the lane emotions, which is left out (name it among the lanes)"
            )
        return drawn


ALL = Content()
"""Every lane that has something to say, and the journey's own curves."""


def _known(journeys: Sequence[Journey], lanes: Mapping[str, Build]) -> dict[str, Build]:
    """Return all lanes that these journeys can have, in their usual order."""
    named = [name for journey in journeys for name in headings(journey)]
    return with_notes(lanes, {name: one_row(noted(name)) for name in named})
