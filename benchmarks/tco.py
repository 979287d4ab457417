"""How long it takes to reckon costs: many lines, many draws, and what a session would do."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from common import header, median_ms, row

import journeymap as jm

PERIODS = ("month", "quarter", "year")
CATEGORIES = ("price", "implementation", "use", "repair", "exit")


def many_lines(count: int) -> jm.Offer:
    """Return an offer with so many lines, each with a timing of its own."""
    chance = random.Random(1)  # noqa: S311 - figures for a benchmark
    costs = [
        jm.Cost(
            f"Line {number}",
            CATEGORIES[number % 5],
            f"{chance.randint(1, 10**6)}.37 EUR",
            every=PERIODS[0] if number % 4 else PERIODS[number % 3],
            start=str(chance.randint(0, 40) / 4),
            growth=f"{number % 9}%",
            quantity=chance.randint(1, 40),
            unit="seat",
        )
        for number in range(count)
    ]
    return jm.Offer("Many", costs=costs)


def plan() -> list[jm.Offer]:
    """Return a plan as people make them: two offers, eight lines each, half of them guesses."""
    chance = random.Random(2)  # noqa: S311
    return [
        jm.Offer(
            name,
            costs=[
                jm.Cost(
                    f"Line {number}",
                    CATEGORIES[number % 5],
                    f"{amount} EUR",
                    low=f"{amount // 2} EUR" if number % 2 else None,
                    high=f"{amount * 2} EUR" if number % 2 else None,
                    every="year" if number % 3 else None,
                )
                for number, amount in enumerate(chance.choices(range(1000, 90000), k=8))
            ],
        )
        for name in ("Ours", "Theirs")
    ]


def timed(name: str, run: Callable[[], object], times: int = 5) -> None:
    """Print how long a call takes."""
    start = time.process_time()
    run()
    first = (time.process_time() - start) * 1000
    row(name, f"{first:.0f} ms", f"{median_ms(run, times):.0f} ms")


def main() -> None:
    """Print the figures."""
    header()
    row("", "first, CPU", "median")
    offer = many_lines(1000)

    def reckoned() -> jm.Tco:
        return jm.tco(offer, years=30, discount_rate="7%", period="month")

    timed("1,000 lines, 30 years of months: totals", lambda: reckoned().total(0))
    timed("the same, with all cells rounded", lambda: reckoned().cells(0))
    timed("the same, every line", lambda: reckoned().lines(0))
    offers = plan()

    def drawn(draws: int) -> object:
        return jm.tco(offers, discount_rate="9%").simulate("Ours", "Theirs", draws=draws)

    timed("two offers: 10,000 draws of the saving", lambda: drawn(10_000))
    timed("two offers: 100,000 draws of the saving", lambda: drawn(100_000))
    timed(
        "two offers: 100,000 draws of one cost", lambda: jm.tco(offers).simulate(0, draws=100_000)
    )
    timed("two offers: everything as JSON", lambda: jm.tco(offers, discount_rate="9%").json())
    timed("two offers: the explanation", lambda: jm.tco(offers, discount_rate="9%").explain())


if __name__ == "__main__":
    main()
