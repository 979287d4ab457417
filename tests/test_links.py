"""Links in pictures."""

from xml.etree import ElementTree

import pytest

import journeymap as jm

LINK = "https://example.org/"


@pytest.mark.parametrize("text", ["embed", "outline", "system"])
def test_no_link_stands_in_a_link(text):
    # Browsers draw nothing of an `a` inside another.
    mitigation = jm.Statement("answer", link=LINK + "answer")
    barrier = jm.Barrier("trouble", mitigation, link=LINK + "trouble")
    journey = jm.Journey("t", stages=[jm.Stage("A", barriers=[barrier])])
    root = ElementTree.fromstring(jm.swimlane(journey, text=text).svg)  # noqa: S314 - our own
    a = "{http://www.w3.org/2000/svg}a"
    links = list(root.iter(a))
    targets = {link.get("{http://www.w3.org/1999/xlink}href") for link in links}
    assert targets == {LINK + "answer", LINK + "trouble"}
    assert not any(link.findall(f".//{a}") for link in links)
