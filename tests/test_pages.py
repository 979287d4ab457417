"""Maps on paper: what stands on which page, and that nothing is cut."""

import io
import itertools

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.layout.breaking import take
from journeymap.layout.pages import paged_layout
from journeymap.layout.paper import COMFORTABLE, LARGEST, PAGES, READABLE, paper
from journeymap.layout.words import Words
from test_layout import (
    DEGENERATE,
    check_boxes,
    said,
    setting,
    squeezed,
    text_of,
    wordy_journeys,
)

INCH, POINT = 96, 96 / 72


def on(journey, page, **options):
    return paged_layout(journey, setting(), paper(page), **options)


def body_size(pages):
    """Return the size of body text in points."""
    return pages.metrics.body.size / POINT


def big(actions, stages=3):
    made = [
        jm.Stage(f"Stage {n}", actions=[f"action {n}.{k} of some length" for k in range(actions)])
        for n in range(stages)
    ]
    return jm.Journey("Big", stages=made)


# Names


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A4", (297, 210)),
        ("a4 landscape", (297, 210)),
        ("A4 Portrait", (210, 297)),
        ("portrait a5", (148, 210)),
        ("A2", (594, 420)),
        ("letter portrait", (215.9, 279.4)),
        ("tabloid", (431.8, 279.4)),
    ],
)
def test_paper_has_its_size(name, size):
    found = paper(name).size
    assert (found.width / INCH * 25.4, found.height / INCH * 25.4) == pytest.approx(size)


def test_a_screen_is_given_in_px():
    for name in ("1200x800", "1200 × 800 px"):
        assert (paper(name).size.width, paper(name).size.height) == (1200, 800)


@pytest.mark.parametrize("name", ["A7", "A4 A3", "portrait", "", "A4 portrait landscape", "1200x"])
def test_an_unknown_page_names_the_known_ones(name):
    with pytest.raises(jm.OptionError, match=r"unknown page .*A5, A4, A3, A2, letter, legal, tab"):
        jm.swimlane(jm.Journey("t"), page=name)


@pytest.mark.parametrize("name", ["10x800", "1200x99999"])
def test_an_impossible_screen_is_refused(name):
    with pytest.raises(jm.OptionError, match="impossible page"):
        paper(name)


def test_what_is_no_name_is_refused():
    with pytest.raises(jm.OptionError, match="not a page"):
        jm.swimlane(jm.Journey("t"), page=4)


def test_margins_can_be_printed():
    assert all(paper(name).margin >= 10 / 25.4 * INCH for name in PAGES)


# Nothing is cut


def check_page(page, margin):
    check_boxes(page)
    printable = page.rect.inset(margin, margin)
    # The small mark that stages go on may stand in the margin; a printer reaches it.
    inside = [box for box in page.children if box.role != "grid"]
    inside += [part for box in page.children if box.role == "grid" for part in box.children]
    for box in inside:
        if box.role != "goes-on":
            assert printable.contains(box.rect, slack=0.1), (box.role, box.rect, printable)


PAPER = st.sampled_from(["A4", "A4 portrait", "A5 portrait", "letter", "500x400"])


@settings(max_examples=40)
@given(strategies.journeys() | wordy_journeys(), PAPER)
def test_pages_are_sound(journey, name):
    pages = on(journey, name)
    for page in pages.boxes:
        check_page(page, paper(name).margin)


@settings(max_examples=30)
@given(strategies.journeys() | wordy_journeys(), PAPER)
def test_nothing_is_lost_on_the_way(journey, name):
    shown = squeezed(" ".join(text_of(page) for page in on(journey, name).boxes))
    once = squeezed(text_of(jm.swimlane(journey).boxes))
    for text in said(journey):
        # An item that is parted between its lines has other text between its parts.
        words = [squeezed(text)] if len(text) < 300 else [squeezed(word) for word in text.split()]
        for word in words:
            assert word in shown or word not in once


@pytest.mark.parametrize("page", ["A4", "A5 portrait"])
@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_journeys_give_sensible_pages(name, page):
    pages = on(DEGENERATE[name], page)
    assert 1 <= len(pages.boxes) < 60
    for box in pages.boxes:
        check_page(box, paper(page).margin)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("page", ["A4", "A4 portrait"])
def test_examples_can_be_read_on_paper(name, page):
    pages = on(example(name), page)
    size = body_size(pages)
    assert READABLE - 0.01 <= size <= LARGEST + 0.01
    assert len(pages.boxes) == 1 or size == pytest.approx(COMFORTABLE)


def test_a_map_that_fits_stands_on_one_page_as_large_as_can_be():
    small, large = on(example("returns"), "A4 portrait"), on(example("minimal"), "A4")
    assert len(small.boxes) == len(large.boxes) == 1
    assert body_size(large) > body_size(small)
    content = max(box.rect.bottom for box in small.boxes[0].children)
    printable = small.boxes[0].rect.inset(paper("A4").margin, paper("A4").margin)
    widest = max(box.rect.right for box in small.boxes[0].children)
    assert content > 0.9 * printable.bottom or widest > 0.99 * printable.right


def test_larger_paper_never_takes_more_pages():
    journey = big(40)
    counts = [len(on(journey, name).boxes) for name in ("A5", "A4", "A3", "A2")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1


# What stands on further pages


def test_headers_and_headings_stand_again():
    pages = on(big(60), "A4").boxes
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        text = text_of(page)
        assert text.endswith(f"{number} / {len(pages)}")
        assert "Stage 0" in text
        assert "Big" in text
        assert ("Actions, continued" in text) == (number > 1)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("page", ["A4", "A4 portrait", "A3"])
def test_no_page_is_turned_for_the_legend_alone(name, page):
    pages = on(example(name), page)
    last = pages.boxes[-1]
    assert any(box.role == "grid" for box in last.walk()) or len(pages.boxes) == 1
    items = [box.rect for box in last.walk() if box.role == "legend"]
    number = [box.rect for box in last.children if text_of(box).endswith(f"/ {len(pages.boxes)}")]
    assert items
    assert not any(rect.overlaps(number[0]) for rect in items if number)


def test_one_page_has_no_number():
    (page,) = on(example("minimal"), "A4").boxes
    assert "1 / 1" not in text_of(page)


@pytest.mark.parametrize("height", range(260, 620, 20))
def test_a_line_of_the_backstage_stands_with_the_layer_below_it(height):
    layers = {layer: ["a", "b", "c"] for layer in ("front", "back", "support")}
    journey = jm.Journey("t", stages=[jm.Stage("One", backstage=jm.Backstage(**layers))])
    pages = on(journey, f"400x{height}").boxes
    lanes = [box for page in pages for box in page.walk() if box.role == "lane"]
    assert all(lane.children[-1].role != "divider" for lane in lanes)
    assert sum(box.role == "divider" for lane in lanes for box in lane.walk()) == len(layers)


def test_items_are_not_parted():
    pages = on(big(60), "A4").boxes
    items = [text_of(box) for page in pages for box in page.walk() if box.role == "item"]
    assert sorted(items) == sorted(
        f"action {n}.{k} of some length" for n in range(3) for k in range(60)
    )


def test_stages_are_parted_over_pages_in_order():
    pages = on(big(20, stages=12), "A5").boxes
    stages = [box.stage for page in pages for box in page.walk() if box.role == "stage"]
    assert [stage for stage, _ in itertools.groupby(sorted(set(stages)))] == list(range(12))
    assert stages[0] == 0
    assert stages[-1] == 11


def test_an_item_taller_than_a_page_is_parted_between_lines():
    text = " ".join(f"word{number}" for number in range(700))
    barrier = jm.Barrier(text, mitigation="solved")
    journey = jm.Journey("t", stages=[jm.Stage("A", barriers=[barrier]), "B"])
    pages = on(journey, "500x400").boxes
    cards = [box for page in pages for box in page.walk() if box.role == "card"]
    assert len(cards) > 1
    assert squeezed("".join(text_of(card) for card in cards)) == squeezed(text + " solved")


def test_a_page_can_be_too_small():
    with pytest.raises(jm.RenderError, match="too small for this map"):
        on(DEGENERATE["many stages"], "200x200", per_row=200)


def test_the_words_are_in_the_language_of_the_map():
    pages = paged_layout(big(60), setting(language="ru"), paper("A4")).boxes
    assert "Действия, продолжение" in text_of(pages[1])


# Parting boxes


def stack(heights, width=100.0):
    top, children = 0.0, []
    for number, height in enumerate(heights):
        children.append(Box(role="item", rect=Rect(0, top, width, height), source=str(number)))
        top += height + 5
    return Box(role="stack", rect=Rect(0, 0, width, top - 5), children=tuple(children))


@given(st.lists(st.floats(1, 50), min_size=1, max_size=12), st.floats(0, 400))
def test_a_stack_is_parted_between_its_items(heights, room):
    whole = stack(heights)
    first, rest = take(whole, room, 60.0)
    parts = [part for part in (first, rest) if part is not None]
    assert [child.source for part in parts for child in part.children] == [
        str(number) for number in range(len(heights))
    ]
    if first is not None:
        assert first.rect.bottom <= room + 0.02 or rest is None
    for part in parts:
        check_boxes(part)


def test_text_is_parted_only_if_it_is_taller_than_a_page():
    words = Words("a b c d e f", setting().metrics.body, setting()).place(0, 0, 12.0)
    assert take(words, 50.0, 1000.0) == (None, words)
    first, rest = take(words, 50.0, 60.0)
    assert [line.text for part in (first, rest) for line in part.lines] == list("abcdef")
    assert first.rect.bottom <= 50.0
    check_boxes(rest)


# The picture


def test_a_document_has_a_page_for_each_in_its_real_size():
    diagram = jm.swimlane(big(150), page="A4 portrait")
    pages = pypdf.PdfReader(io.BytesIO(diagram.pdf())).pages
    assert len(pages) == len(diagram.pages) > 1
    for number, page in enumerate(pages):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx((595.28, 841.89), abs=0.01)
        assert f"{number + 1} / {len(pages)}" in page.extract_text()
    assert "action 0.0 of some length" in pages[0].extract_text()
    assert diagram.pdf() == jm.swimlane(big(150), page="A4 portrait").pdf()


def test_a_letter_stands_in_a_document_once():
    one, many = (jm.swimlane(big(count), page="A5").pdf() for count in (30, 120))
    assert many.count(b"/Type3") == one.count(b"/Type3")


def test_pages_stand_under_each_other_on_one_sheet():
    diagram = jm.swimlane(big(60), page="A4")
    sheets = [box for box in diagram.boxes.children if box.role == "page"]
    assert len(sheets) == len(diagram.pages)
    assert all(a.rect.bottom < b.rect.y for a, b in itertools.pairwise(sheets))
    check_boxes(diagram.boxes)


def test_a_page_is_a_picture_of_its_own(tmp_path):
    diagram = jm.swimlane(big(60), page="A4")
    path = diagram.pages[1].save(tmp_path / "two.svg")
    text = path.read_text(encoding="utf-8")
    assert "continued" in text
    assert diagram.pages[1].pages == (diagram.pages[1],)
    assert diagram.pages[1].png().startswith(b"\x89PNG")


def test_a_picture_without_pages_is_its_own_only_one():
    diagram = jm.swimlane(big(2))
    assert diagram.pages == (diagram,)


def test_the_command_line_knows_pages(tmp_path):
    from journeymap.cli import main  # noqa: PLC0415

    source = tmp_path / "big.yaml"
    jm.dump(big(150), source)
    target = tmp_path / "big.pdf"
    assert main(["render", str(source), "-o", str(target), "--page", "A4 portrait"]) == 0
    assert len(pypdf.PdfReader(target).pages) > 1
    rows = tmp_path / "rows.svg"
    assert main(["render", str(source), "-o", str(rows), "--per-row", "1"]) == 0
    assert main(["render", str(source), "-o", str(rows), "--ratio", "wide"]) == 2
