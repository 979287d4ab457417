"""One offer in exact figures: its lines, its categories, its periods."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

from journeymap.analysis.tco.discounting import Discount
from journeymap.analysis.tco.exact import ZERO, exactly, on_grid
from journeymap.analysis.tco.flows import Flows
from journeymap.model import Offer
from journeymap.model.offers import Line

Row = list[Decimal]


class Account:
    """The exact figures of one offer; each is worked out when it is first asked for."""

    def __init__(self, offer: Offer, flows: Flows, discount: Discount) -> None:
        self.offer = offer
        self.flows = flows
        self.discount = discount

    @functools.cached_property
    @exactly
    def _plain(self) -> dict[str, Row]:
        lines: dict[str, list[Line]] = {}
        for cost in self.offer.costs:
            lines.setdefault(cost.category, []).append(cost)
        return {category: self.flows.row(some) for category, some in lines.items()}

    @functools.cached_property
    @exactly
    def _present(self) -> dict[str, Row]:
        return {category: self.discount.row(row) for category, row in self._plain.items()}

    @functools.cached_property
    @exactly
    def _gains(self) -> Row:
        return self.flows.row(self.offer.gains)

    def cells(self, *, discounted: bool) -> dict[str, Row]:
        """Return the costs of each category in each period."""
        return self._present if discounted else self._plain

    @exactly
    def costs(self, *, discounted: bool) -> Row:
        """Return the costs of each period."""
        return self._added(list(self.cells(discounted=discounted).values()))

    @exactly
    def gains(self, *, discounted: bool) -> Row:
        """Return the gains of each period."""
        return self.discount.row(self._gains) if discounted else list(self._gains)

    @exactly
    def total(self, *, discounted: bool) -> Decimal:
        """Return what everything costs."""
        return sum(self.costs(discounted=discounted), ZERO)

    @exactly
    def line(self, line: Line, *, discounted: bool) -> Decimal:
        """Return what one line comes to."""
        flows = self.flows.of(line)
        if discounted:
            return on_grid(sum((self.discount.present(flow) for flow in flows), ZERO))
        return sum((flow.amount * flow.length for flow in flows), ZERO)

    def _added(self, rows: Sequence[Row]) -> Row:
        empty = [ZERO] * len(self.discount.factors)
        return [sum(cells, ZERO) for cells in zip(*(rows or [empty]), strict=True)]
