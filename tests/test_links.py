"""Links in pictures."""

from xml.etree import ElementTree

import pytest

import journeymap as jm
from conftest import example
from journeymap.views import VIEWS
from soundness import text_of

LINK = "https://example.org/"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_legend_explains_the_arrow_of_links_where_one_is_drawn(view, language):
    for name in ("meal-delivery", "sales-automation-ru"):
        boxes = list(VIEWS[view](example(name), language=language).boxes.walk())
        roles = {box.role for box in boxes}
        is_drawn = "out" in roles or ("icon", "link") in {(box.role, box.variant) for box in boxes}
        assert is_drawn == ("sample-out" in roles)
        words = [text_of(box) for box in boxes if box.role == "legend"]
        assert ({"en": "link", "ru": "ссылка"}[language] in words) == ("sample-out" in roles)


def test_the_views_of_messages_and_words_have_links():
    for view in ("swimlane", "mindmap", "table", "fab-matrix", "flow"):
        boxes = VIEWS[view](example("meal-delivery")).boxes
        assert "sample-out" in {box.role for box in boxes.walk()}, view


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
