"""A theme: a palette and metrics under a name."""

from __future__ import annotations

import attrs

from journeymap.theme.metrics import USUAL, Metrics
from journeymap.theme.palette import Palette
from journeymap.values import Value


@attrs.frozen(kw_only=True, eq=False)
class Theme(Value):
    """How a picture looks: metrics, which move boxes, and a palette, which moves nothing."""

    name: str
    palette: Palette
    metrics: Metrics = USUAL
