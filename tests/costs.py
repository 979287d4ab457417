"""What a call costs, counted in function calls: the same figure on every machine."""

import sys


def calls(run, *arguments):
    """Return how many functions, Python's and C's, are called while `run` runs."""
    count = 0

    def seen(_frame, event, _argument):
        nonlocal count
        if event in {"call", "c_call"}:
            count += 1

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        run(*arguments)
    finally:
        sys.setprofile(before)
    return count


def grows_linearly(run, small, large):
    """Tell whether `run` costs about as much for each of its items, few or many.

    Args:
        run: Takes a number of items.
        small: A number of items.
        large: A number some times as large.
    """
    run(small)
    return calls(run, large) <= 1.5 * large / small * calls(run, small)
