"""What can be asked of a graph of the way: how fine it is, which lanes it has, where it runs."""

from __future__ import annotations

from typing import get_args

import attrs

from journeymap.errors import OptionError
from journeymap.model.flow import FlowDetail, FlowLanes
from journeymap.options import check_choice
from journeymap.placing.plan import Direction

DETAILS: tuple[FlowDetail, ...] = get_args(FlowDetail)
LANES: tuple[FlowLanes, ...] = get_args(FlowLanes)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


@attrs.frozen(kw_only=True)
class Choices:
    """What is asked of a graph of the way.

    Attributes:
        detail: What the nodes are.
        lanes: What the lanes are; None for none.
        direction: Where time runs.

    Raises:
        OptionError: There is no such choice, or two do not go together.
    """

    detail: FlowDetail = "touchpoints"
    lanes: FlowLanes | None = None
    direction: Direction = "right"

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        check_choice("detail", self.detail, DETAILS)
        check_choice("direction", self.direction, DIRECTIONS)
        if self.lanes is None:
            return
        check_choice("kind of lanes", self.lanes, LANES)
        if self.detail != DETAILS[0]:
            raise OptionError(
                f"lanes go with touchpoints only (got detail {self.detail!r}; expected "
                f"{DETAILS[0]!r}, or no lanes)"
            )
