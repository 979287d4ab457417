"""What the charts show, taken from the results: names, and amounts in one unit."""

from __future__ import annotations

from decimal import Decimal

import attrs

Point = tuple[Decimal, Decimal]
"""A time in years and an amount."""


@attrs.frozen(eq=False)
class Part:
    """What one category takes of an offer's cost.

    Attributes:
        category: The position of the category in the legend.
        amount: How much it is, in the unit of the chart.
        shown: The amount as it is written on the bar.
        label: What a screen reader says, with the exact amount.
    """

    category: int
    amount: Decimal
    shown: str
    label: str


@attrs.frozen(eq=False)
class Bar:
    """The cost of an offer.

    Attributes:
        name: The name of the offer.
        parts: Its categories in their order, those below zero too.
        total: Their sum.
        shown: The sum as it is written.
        change: By how much it differs from the chosen offer, such as `+16 %`; empty for that one.
        is_dearer: Whether it costs more than that.
    """

    name: str
    parts: tuple[Part, ...]
    total: Decimal
    shown: str
    change: str = ""
    is_dearer: bool = False


@attrs.frozen(eq=False)
class Line:
    """How the cost of an offer grows.

    Attributes:
        name: The name of the offer.
        points: The sum so far at each time.
        shown: The last sum as it is written.
        position: Which colour, dashes and marker it has; the chosen offer is 0.
    """

    name: str
    points: tuple[Point, ...]
    shown: str
    position: int


@attrs.frozen(eq=False)
class Meeting:
    """When the chosen offer has become as cheap as another one.

    Attributes:
        name: The name of the other.
        at: The time in years; 0 if it was never dearer; None for never.
        amount: The cost of both at that time.
        text: The same in words.
    """

    name: str
    at: Decimal | None
    amount: Decimal
    text: str


@attrs.frozen(eq=False)
class Swing:
    """What one input does to the result.

    Attributes:
        name: The name of the input.
        low: The result with the low input.
        high: The result with the high input.
        low_input: The low input as it is written.
        high_input: The high input.
        label: What a screen reader says.
    """

    name: str
    low: Decimal
    high: Decimal
    low_input: str
    high_input: str
    label: str


@attrs.frozen(eq=False)
class Tornado:
    """What moves the result most.

    Attributes:
        swings: The inputs, the strongest first.
        base: The result as it is expected.
        shown: The same as it is written.
        title: What is moved.
        subtitle: What that is, and in which unit.
        rest: How many more inputs there are, in words; empty for none.
    """

    swings: tuple[Swing, ...]
    base: Decimal
    shown: str
    title: str
    subtitle: str
    rest: str = ""


@attrs.frozen(eq=False)
class Bars:
    """The costs of all offers by category.

    Attributes:
        title: What is shown.
        subtitle: What else has to be known of it.
        categories: The names of the categories.
        bars: One an offer.
        net: What the mark at the total is called where something comes back.
    """

    title: str
    subtitle: str
    categories: tuple[str, ...]
    bars: tuple[Bar, ...]
    net: str = ""


@attrs.frozen(eq=False)
class Lines:
    """The costs of all offers over time.

    Attributes:
        title: What is shown.
        subtitle: Of which kind the amounts are, and their unit.
        years: The horizon.
        lines: One an offer, the chosen one first.
        meetings: When it becomes as cheap as each other.
        remarks: What cannot be marked, such as that it never does.
    """

    title: str
    subtitle: str
    years: Decimal
    lines: tuple[Line, ...]
    meetings: tuple[Meeting, ...] = ()
    remarks: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Sheet:
    """All that stands on one sheet; a chart that is not asked for is None.

    Attributes:
        title: The title.
        subtitle: The line under it.
        bars: The costs by category.
        lines: The costs over time.
        tornado: What moves the result most.
        notes: What has to be known of the results.
        description: The whole sheet in sentences.
    """

    title: str
    subtitle: str
    bars: Bars | None
    lines: Lines | None
    tornado: Tornado | None
    notes: tuple[str, ...] = ()
    description: str = ""
