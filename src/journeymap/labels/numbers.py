"""Numbers, shares, money and times, as a language writes them.

The tables are our own and small. Babel would bring them too, but with thirty megabytes of data for
languages that the library does not speak. The tests compare these tables with Babel's, and list
each difference that is meant.

Amounts are exact: nothing here makes a float of one. Where a figure is rounded, it is rounded once,
half to even.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

import attrs

from journeymap.labels.rounding import EXACT, decimals, exact, rounded, three_digits
from journeymap.labels.scales import Scale, scale_for
from journeymap.model.currencies import minor_units
from journeymap.model.money import Money

NO_BREAK = "\u00a0"
MINUS = "\u2212"

_WHOLE_FROM = 100
"""The least amount that a compact text says without its minor unit."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class NumberWords:
    """How one language writes numbers.

    Attributes:
        plural: Which form goes with a number.
        decimal_mark: What stands before the decimals.
        group_mark: What stands between groups of three digits.
        percent_sign: What stands behind a percentage, with the space that belongs there.
        money_words: Templates: an `amount`, a `compact` one, the `heading` of figures in one unit;
            and the names of the units.
        currencies: The sign of each currency that has one of its own in some language.
        short_units: For years and months the forms of their abbreviation, in the order of `plural`.
    """

    plural: Callable[[Decimal], int]
    decimal_mark: str
    group_mark: str
    percent_sign: str
    money_words: Mapping[str, str]
    currencies: Mapping[str, str]
    short_units: Mapping[str, tuple[str, ...]]

    def number(
        self,
        value: Decimal | float,
        *,
        digits: int | None = None,
        grouped: bool = True,
        signed: bool = False,
    ) -> str:
        """Return a number as the language writes it, with a true minus sign.

        Args:
            value: The number.
            digits: How many decimals it is rounded to, half to even; all that it has unless given.
            grouped: Whether the digits stand in groups of three.
            signed: Whether a number above zero gets a plus sign.

        Raises:
            OptionError: The number is not finite.
        """
        given = exact(value) if digits is None else rounded(exact(value), digits)
        return _sign(given, signed=signed) + self._figure(given, grouped=grouped)

    def percent(self, fraction: Decimal | float, *, digits: int = 0, signed: bool = False) -> str:
        """Return a share as a percentage: 0.34 is `34%`.

        Args:
            fraction: The share, as a part of one.
            digits: How many decimals the percentage is rounded to, half to even.
            signed: Whether a share above zero gets a plus sign.
        """
        hundredfold = exact(fraction).scaleb(2, EXACT)
        return self.number(hundredfold, digits=digits, signed=signed) + self.percent_sign

    def money(
        self,
        value: Money,
        *,
        digits: int | None = None,
        grouped: bool = True,
        signed: bool = False,
    ) -> str:
        """Return an amount of money: `RUB 240,000`, `$12.50`, `240 000 ₽`.

        Args:
            value: The amount.
            digits: How many decimals it is rounded to, half to even. Unless given nothing is
                rounded: a whole amount has no decimals, any other has those of its currency (two
                for most), or more if it needs them.
            grouped: Whether the digits stand in groups of three.
            signed: Whether an amount above zero gets a plus sign.
        """
        amount = rounded(value.amount, _decimals(value) if digits is None else digits)
        figure = self._figure(amount, grouped=grouped)
        return _sign(amount, signed=signed) + self._priced("amount", value.currency, figure)

    def compact(
        self,
        value: Money,
        *,
        scale: Scale | None = None,
        digits: int | None = None,
        signed: bool = False,
    ) -> str:
        """Return an amount in thousands, millions, …: `RUB 2.68 million`, `2,68 млн ₽`.

        Args:
            value: The amount.
            scale: The unit, such as one from `scale_for`; the one that suits the amount unless
                given. Amounts below 10,000 are said in full.
            digits: How many decimals the figure is rounded to. Unless given it has three digits
                that count, and no zeros at the end.
            signed: Whether an amount above zero gets a plus sign.
        """
        chosen = scale or scale_for([value])
        if chosen.power == 0:
            return self.money(
                value, digits=_few_decimals(value) if digits is None else digits, signed=signed
            )
        given = chosen.figure(value)
        amount = three_digits(given) if digits is None else rounded(given, digits)
        unit = self.money_words[chosen.name]
        figure = self._figure(amount)
        said = self._priced("compact", value.currency, figure, unit)
        return _sign(amount, signed=signed) + said

    def scale_for(self, amounts: Iterable[Money]) -> Scale:
        """Return the one unit in which a set of amounts reads well: that of the largest.

        Raises:
            OptionError: The amounts are in more than one currency.
        """
        return scale_for(amounts)

    def scaled(self, value: Money, scale: Scale, *, digits: int = 2, signed: bool = False) -> str:
        """Return the bare figure of an amount in a unit, as a chart has it: `1.30` of a million.

        The figures of a chart all have the same decimals; `scale_heading` says what they are.
        """
        return self.number(scale.figure(value), digits=digits, signed=signed)

    def scale_heading(self, scale: Scale, currency: str) -> str:
        """Return what figures in a unit are: `RUB million`, `млн ₽`."""
        sign = self.currency(currency)
        if scale.power == 0:
            return sign
        return self.money_words["heading"].format(currency=sign, scale=self.money_words[scale.name])

    def currency(self, code: str) -> str:
        """Return the sign of a currency, or its code where the language has no sign for it."""
        return self.currencies.get(code, code)

    def years(self, value: Decimal) -> str:
        """Return a time in years and months: `1 y 11 m`, rounded to the nearest whole month.

        A time exactly between two months goes to the even one. A part that is zero is left out.

        Raises:
            OptionError: The time is not finite.
        """
        months = int(rounded(EXACT.multiply(exact(value), 12), 0))
        counts = dict(zip(("years", "months"), divmod(abs(months), 12), strict=True))
        some = {unit: count for unit, count in counts.items() if count} or {"months": 0}
        said = (f"{self.number(count)} {self._short(unit, count)}" for unit, count in some.items())
        return (MINUS if months < 0 else "") + " ".join(said).replace(" ", NO_BREAK)

    def _short(self, unit: str, count: int) -> str:
        return self.short_units[unit][self.plural(Decimal(count))]

    def _priced(self, template: str, currency: str, figure: str, scale: str = "") -> str:
        """Return a figure with its currency, in the language's order.

        CLDR's rule for a currency before a figure: what ends in a letter or a point stands apart.
        """
        sign = self.currency(currency)
        gap = "" if unicodedata.category(sign[-1]).startswith("S") else NO_BREAK
        return self.money_words[template].format(currency=sign, gap=gap, figure=figure, scale=scale)

    def _figure(self, value: Decimal, *, grouped: bool = True) -> str:
        """Return the digits of a number without its sign."""
        whole, point, rest = format(value.copy_abs(), "f").partition(".")
        if grouped:
            whole = f"{int(whole):,}".replace(",", self.group_mark)
        return f"{whole}{self.decimal_mark if point else ''}{rest}"


def _sign(value: Decimal, *, signed: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""


def _decimals(value: Money) -> int:
    """Return with how many decimals an amount is said in full."""
    own = decimals(value.amount)
    return max(own, minor_units(value.currency)) if own else 0


def _few_decimals(value: Money) -> int:
    """Return with how many decimals an amount of no more than four digits is said in short."""
    is_long = value.amount.copy_abs() >= _WHOLE_FROM
    return 0 if is_long else min(_decimals(value), minor_units(value.currency))
