"""Lines that grow thinner along a curve."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.geometry import Point
from journeymap.painting.tapered import tapered

lengths = st.floats(1, 2000)


@given(width=lengths, drop=st.floats(-2000, 2000), first=st.floats(3, 9), last=st.floats(1, 3))
def test_a_tapered_line_is_as_thick_as_asked_at_both_ends_and_never_thicker(
    width, drop, first, last
):
    way = (Point(0, 0), Point(width / 2, 0), Point(width / 2, drop), Point(width, drop))
    outline = tapered(way, first, last)
    assert len(outline) % 3 == 1
    stops = outline[::3]
    half = len(stops) // 2
    one, other = stops[:half], stops[half:][::-1]
    thick = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in zip(one, other, strict=True)]
    assert thick[0] == pytest.approx(first)
    assert thick[-1] == pytest.approx(last)
    assert thick == pytest.approx(sorted(thick, reverse=True))
    # Both ends are cut straight, so that they meet what they lead to without a notch.
    assert one[0].x == other[0].x == pytest.approx(0)
    assert one[-1].x == other[-1].x == pytest.approx(width)
