"""How often a customer comes again, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, percent, price
from journeymap.analysis.exact import Number, Share, decimal_of, number, share, wrong
from journeymap.labels.words import Labels
from journeymap.model import Journey, Money
from journeymap.model.currencies import minor_units


def expected_purchases(repeat: Share | Journey) -> Decimal:
    """Return how many purchases a new customer makes in all: 1 / (1 − r).

    Every purchase is followed by another with the probability `r`, whatever came before: the sum of
    1 + r + r² + …

    Args:
        repeat: How many customers come again, from 0 % to less than 100 %; or a journey with a
            `repeat_rate`.

    Raises:
        OptionError: The rate is out of range: at 100 % the purchases never end. Or the journey has
            none.

    Examples:
        >>> expected_purchases("60%")
        Decimal('2.5')
    """
    return decimal_of(1 / (1 - Fraction(_repeat(repeat))))


@attrs.frozen(repr=False, eq=False)
class LifetimeValue(Answer):
    """What a new customer brings in, as of the first purchase.

    Attributes:
        value: The lifetime value: a number, or money where the margin is money, rounded half to
            even to the currency's minor unit at the very end.
        margin: What one purchase brings in.
        repeat: How many come again, as a part of one.
        discount: By how much the value falls from one purchase to the next, as a part of one.
        purchases: How many purchases are expected.
    """

    value: Money | Decimal
    margin: Money | Decimal
    repeat: Decimal
    discount: Decimal
    purchases: Decimal
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    def said(self, labels: Labels) -> str:
        """Return the value and what it is made of."""
        return labels.calculators["lifetime"].format(**self._words(labels))

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, the numbers and the source."""
        words = labels.calculators
        for line in ("purchases_figures", "lifetime_formula", "lifetime_figures"):
            yield words[line].format(**self._words(labels))
        yield words["source"].format(source=words["lifetime_source"])

    def figures(self, labels: Labels) -> Iterator[tuple[str, str]]:
        """Yield the value and what it is made of."""
        yield from self._words(labels).items()

    def _words(self, labels: Labels) -> dict[str, str]:
        return {
            "value": price(self.value, labels),
            "margin": price(self.margin, labels),
            "repeat": percent(self.repeat, labels),
            "discount": percent(self.discount, labels),
            "purchases": figure(self.purchases, labels),
        }


def lifetime_value(
    margin: Money | Number, repeat: Share | Journey, discount: Share = 0
) -> LifetimeValue:
    """Return what a new customer is worth: m / (1 − r / (1 + d)).

    The first purchase is now and counts whole; each further one comes with the probability `r` and
    is discounted once more: the sum of m + m·r/(1 + d) + m·(r/(1 + d))² + … What it costs to win
    the customer is not in it.

    Args:
        margin: What one purchase brings in: money such as `"100 EUR"`, or a number.
        repeat: How many customers come again, from 0 % to less than 100 %; or a journey with a
            `repeat_rate`, whose language the result then speaks.
        discount: The discount rate for the time between two purchases, 0 % to 100 %.

    Raises:
        OptionError: A figure is out of range, or the journey has no repeat rate.
        ModelError: The margin is neither money nor a number.

    Source:
        S. Gupta, D. R. Lehmann, "Customers as Assets", Journal of Interactive Marketing 17 (1),
        2003; here the first purchase is now.

    Examples:
        >>> lifetime_value(100, "60%", "10%").value
        Decimal('220')
        >>> print(lifetime_value("100 EUR", "60%", "10%"))
        lifetime value €220: 2.5 purchases are expected, €100 each
    """
    again, rate = _repeat(repeat), share("discount", discount)
    each = _margin(margin)
    amount = each.amount if isinstance(each, Money) else each
    worth = Fraction(amount) / (1 - Fraction(again) / (1 + Fraction(rate)))
    value: Money | Decimal = decimal_of(worth)
    if isinstance(each, Money):
        value = Money(decimal_of(round(worth, minor_units(each.currency))), each.currency)
    language = repeat.language if isinstance(repeat, Journey) else "en"
    return LifetimeValue(value, each, again, rate, expected_purchases(again), language=language)


def _repeat(given: Share | Journey) -> Decimal:
    if isinstance(given, Journey):
        if given.repeat_rate is None:
            raise wrong("repeat_rate", "the journey has none", expected='such as "60%"')
        given = given.repeat_rate
    rate = share("repeat", given)
    if rate == 1:
        raise wrong("repeat", "never ends", "100%", "less than 100%")
    return rate


def _margin(given: Money | Number) -> Money | Decimal:
    if isinstance(given, str) and given[-1:].isalpha():
        given = Money(given)
    if not isinstance(given, Money):
        return number("margin", given)
    number("margin", given.amount)
    return given
