"""The checks of what the caller of a view says."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.model import Journey


def check_journey(journey: object) -> None:
    """Refuse what is no journey, such as the name of a file."""
    if not isinstance(journey, Journey):
        got = shown(journey)
        raise OptionError(
            f"not a journey (got {got}; expected a Journey, such as jm.load() returns)"
        )


def check_choice(what: str, choice: object, known: Sequence[str]) -> None:
    """Refuse what is none of a few words."""
    if choice not in known:
        raise unknown(what, str(choice), known)


def check_width(width: object) -> None:
    """Refuse a width that is no length; None leaves it open."""
    is_number = isinstance(width, (int, float)) and not isinstance(width, bool)
    if width is not None and not (is_number and 0 < width < float("inf")):  # type: ignore[operator]
        raise RenderError(f"not a width (got {shown(width)}; expected px, more than 0)")


def check_per_row(count: object) -> None:
    """Refuse a number of stages that no row can have; None leaves it open."""
    if count is None or (isinstance(count, int) and not isinstance(count, bool) and count > 0):
        return
    raise OptionError(f"not a number of stages in a row (got {shown(count)}; expected 1 or more)")


def check_one_size(**sizes: object) -> None:
    """Refuse two sizes at once."""
    given = [name for name, value in sizes.items() if value is not None]
    if len(given) > 1:
        raise OptionError(f"{' and '.join(given)} are given; each of them alone sets the size")
