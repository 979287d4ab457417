"""Features against buyers: every benefit stands once where it is heard, and gaps are seen."""

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.analysis.fab import matrix
from journeymap.cli import main
from journeymap.layout.fab import fab_layout
from journeymap.theme import DARK, LIGHT, THEMES
from soundness import check_boxes, setting, text_of, told_journeys

BUYERS = (
    jm.Buyer("CFO", role="economic", priorities=["ROI", "TCO"], language=["payback"]),
    jm.Buyer("IT", role="technical", concerns=["A leak"], influence=4, stance="sceptic"),
    jm.Buyer("Reps", role=["user", "coach"], job="Sell", priorities=["Less typing"]),
)


def deal(*benefits, buyers=BUYERS, advantage="No wait", **fields):
    messages = [jm.Fab("Queue", advantage=advantage, benefits=benefits)]
    return jm.Journey("Deal", kind="b2b", buyers=buyers, messages=messages, **fields)


def roles(root, role):
    return [box for box in root.walk() if box.role == role]


def titles(journey, buyers=None):
    """Return what stands over each column: its role, or the name of its one buyer."""
    return [
        column.role if column.is_role else column.members[0].buyer.name
        for column in matrix(journey, buyers).columns
    ]


# Columns


def test_columns_are_roles_where_benefits_are_told_to_roles():
    assert titles(deal(jm.Benefit("economic", "Pays"))) == ["economic", "technical", "user"]


def test_columns_are_buyers_where_a_benefit_is_told_to_one():
    assert titles(deal(jm.Benefit("CFO", "Pays"))) == ["CFO", "IT", "Reps"]


def test_the_caller_chooses_the_columns():
    journey = deal(jm.Benefit("CFO", "Pays"))
    assert titles(journey, "roles") == ["economic", "technical", "user"]
    assert titles(deal(), "buyers") == ["CFO", "IT", "Reps"]
    assert "CFO" in text_of(jm.fab_matrix(journey, buyers="roles").boxes)


def test_a_role_that_nobody_has_and_a_buyer_without_a_role_have_columns():
    buyers = [jm.Buyer("Board")]
    journey = deal(jm.Benefit("technical", "Safe"), buyers=buyers)
    assert titles(journey) == ["technical", "Board"]
    assert titles(journey, "buyers") == ["Board", "technical"]
    said = text_of(jm.fab_matrix(journey).boxes)
    assert "nobody has this role" in said
    assert "Nobody has this role: Economic buyer Technical buyer User buyer" in said


def test_a_coach_has_a_column_if_told_or_nothing_else():
    only = [jm.Buyer("Guide", role="coach")]
    assert titles(deal(buyers=only)) == ["coach"]
    assert "coach" in titles(deal(jm.Benefit("coach", "Fame")))
    assert "coach" not in titles(deal())


def test_what_is_told_to_a_role_stands_with_every_buyer_who_has_it():
    two = [jm.Buyer("A", role="user"), jm.Buyer("B", role=["technical", "user"])]
    found = matrix(deal(jm.Benefit("user", "Easy"), buyers=two), "buyers")
    assert [[one.told.benefit.text for one in cell] for cell in found.rows[0].cells] == [
        ["Easy"],
        ["Easy"],
    ]
    found = matrix(deal(jm.Benefit("user", "Easy"), buyers=two), "roles")
    assert [len(cell) for cell in found.rows[0].cells] == [0, 1]


def test_what_two_ask_for_stands_over_a_role_once_and_is_answered_to_both():
    two = [
        jm.Buyer("A", role="user", priorities=["Ease"]),
        jm.Buyer("B", role="user", priorities=["ease "]),
    ]
    both = matrix(deal(jm.Benefit("user", "Easy", answers="EASE"), buyers=two))
    (column,) = both.columns
    assert [need.text for need in column.needs] == ["Ease"]
    assert both.is_answered(column.needs[0], column)
    assert len(both.rows[0].cells[0][0].answers) == 1
    alone = matrix(deal(jm.Benefit("A", "Easy", answers="Ease"), buyers=two), "roles")
    assert not alone.is_answered(alone.columns[0].needs[0], alone.columns[0])


@settings(max_examples=80)
@given(told_journeys(), st.sampled_from([None, "roles", "buyers"]))
def test_every_benefit_stands_somewhere(journey, buyers):
    found = matrix(journey, buyers)
    for message, row in zip(journey.messages, found.rows, strict=True):
        told = {worth.told.id for cell in row.cells for worth in cell}
        assert len(told) == len(message.benefits)
    count = found.covered
    assert count.count == len(found.columns) * len(found.rows)
    assert 0 <= count.covered <= count.count


# What the picture says


def test_gaps_advantages_and_answers_are_told_apart_in_words_and_signs():
    journey = deal(
        jm.Benefit("economic", "Pays", answers="roi"),
        jm.Benefit("user", "Neat"),
        jm.Benefit("user", "Quick", answers="Less tipping"),
    )
    root = jm.fab_matrix(journey).boxes
    said = text_of(root)
    assert "answers: ROI" in said
    assert "no benefit told" in said
    assert "answers nothing: only an advantage" in said
    assert "answers “Less tipping”: not asked for here; did you mean “Less typing”?" in said
    assert "Covered: 1 of 3" in said
    assert "CFO: priority “TCO”" in said
    assert "IT: concern “A leak”" in said
    assert "Reps: priority “Less typing”; job “Sell”" in said
    assert [box.variant for box in roles(root, "answers")] == ["", "idle", "idle"]
    signs = [
        box.variant.split()[0] for part in roles(root, "answers") for box in roles(part, "sign")
    ]
    assert signs == ["corner", "idle", "idle"]
    assert len(roles(root, "gap")) == 1


def test_chips_show_what_is_answered():
    root = jm.fab_matrix(deal(jm.Benefit("economic", "Pays", answers="ROI"))).boxes
    chips = {text_of(box): box.variant for box in roles(root, "chip")}
    assert chips == {
        "ROI": "economic answered",
        "TCO": "economic open",
        "A leak": "technical open",
        "Less typing": "user open",
        "Sell": "user open",
    }
    assert [text_of(box) for box in roles(root, "tag")] == ["“payback”"]
    assert len(roles(root, "influence")) == 1
    assert "sceptic" in text_of(root)


def test_a_missing_advantage_is_a_gap():
    root = jm.fab_matrix(deal(advantage=None)).boxes
    assert "no advantage told" in text_of(root)
    assert len(roles(root, "gap")) == 4


def test_all_heads_are_as_high_and_gaps_fill_their_row():
    root = jm.fab_matrix(example("first-flat")).boxes
    assert len({box.rect.height for box in roles(root, "fab-head")}) == 1
    for row in roles(root, "fab-row"):
        assert len({round(box.rect.height, 6) for box in row.children if box.role == "gap"}) <= 1


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("width", [None, 700, 1000])
@pytest.mark.parametrize("name", ["meal-delivery", "first-flat", "sales-automation-ru"])
def test_what_is_asked_for_lines_up_in_all_heads(name, width, language):
    labels = setting(language=language).labels
    captions = {labels.fab[kind] for kind in ("concerns", "job", "language")}
    root = fab_layout(example(name), setting(language=language), width=width)
    indents = set()
    for head in roles(root, "fab-head"):
        groups = [
            box.children
            for box in head.walk()
            if len(box.children) == 2 and text_of(box.children[0]) in captions
        ]
        assert groups
        for caption, chips in groups:
            starts = {}
            for chip in chips.children:
                starts[chip.rect.y] = min(chip.rect.x, starts.get(chip.rect.y, chip.rect.x))
            assert set(starts.values()) == {chips.rect.x}
            indents.add(round(chips.rect.x - caption.rect.x, 3))
    assert len(indents) == 1


def test_what_is_covered_needs_an_answer():
    said = text_of(jm.fab_matrix(deal(jm.Benefit("economic", "Pays"))).boxes)
    assert "Covered: 0 of 3" in said


def test_links_and_evidence_are_kept():
    cfo = jm.Buyer("CFO", role="economic", link="https://a.b/cfo")
    pays = jm.Benefit("economic", "Pays", link="https://a.b/pays", evidence="measured")
    journey = deal(pays, buyers=[cfo])
    made = jm.fab_matrix(journey)
    for link in ("https://a.b/cfo", "https://a.b/pays"):
        assert f'href="{link}"' in made.svg
        assert link in made.html
    assert roles(made.boxes, "evidence")
    assert roles(made.boxes, "sample-evidence")


def test_the_description_tells_all_of_it():
    said = jm.fab_matrix(example("sales-automation")).alt_text
    assert "Told to: Economic buyer (CFO); Technical buyer (IT lead); User buyer" in said
    assert "Covered: 15 of 15." in said
    assert "No benefit answers: Sales reps: concern “Watched at every call”" in said
    large = jm.fab_matrix(example("factory-erp")).alt_text
    assert "Covered: 3 of 8." in large
    assert "A plant goes live in eight weeks (Technical buyer, Coach)" in large


# Soundness


@settings(max_examples=120)
@given(told_journeys(), st.sampled_from([None, "roles", "buyers"]))
def test_boxes_are_sound(journey, buyers):
    if journey.buyers or journey.messages:
        check_boxes(fab_layout(journey, setting(), buyers=buyers))


@settings(max_examples=60)
@given(told_journeys(), st.floats(100, 3000), st.sampled_from(["en", "ru"]))
def test_boxes_are_sound_in_any_width(journey, width, language):
    if journey.buyers or journey.messages:
        check_boxes(fab_layout(journey, setting(language=language), width=width))


@settings(max_examples=20)
@given(told_journeys(most_buyers=14, most_messages=2, texts=st.sampled_from(["a", "b c", "ROI"])))
def test_many_buyers_stand_in_parts(journey):
    if journey.buyers or journey.messages:
        root = fab_layout(journey, setting(), buyers="buyers")
        check_boxes(root)
        assert all(len(roles(part, "fab-head")) <= 5 for part in roles(root, "fab"))


WORD = "w" * 2000
DEGENERATE = {
    "no buyers": jm.Journey("t", messages=[jm.Fab("F", benefits={"user": "B"})]),
    "nobody is told": jm.Journey("t", messages=["F"]),
    "no messages": jm.Journey("t", buyers=["CFO"]),
    "one role": jm.Journey("t", buyers=[BUYERS[0]], messages=["F"]),
    "twelve buyers": jm.Journey("t", buyers=[f"B{n}" for n in range(12)], messages=["F"]),
    "sixty features": jm.Journey("t", buyers=BUYERS, messages=[f"F{n}" for n in range(60)]),
    "long words": jm.Journey(
        WORD,
        buyers=[
            jm.Buyer(
                WORD, role="user", priorities=[WORD], concerns=[WORD], language=[WORD], influence=3
            )
        ],
        messages=[
            jm.Fab(
                WORD,
                advantage=WORD,
                benefits=[jm.Benefit("user", WORD, answers=WORD), jm.Benefit("user", WORD)],
            )
        ],
    ),
    "right to left": jm.Journey(
        "مسار",
        language="ar",
        buyers=[jm.Buyer("مدير", role="economic", priorities=["عائد"])],
        messages=[jm.Fab("ميزة", benefits={"economic": "فائدة"})],
    ),
}


@pytest.mark.parametrize("width", [None, 200, 700])
@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_cases_are_sensible(name, width):
    root = fab_layout(DEGENERATE[name], setting(), width=width)
    check_boxes(root)
    assert 0 < root.rect.width < 10_000
    assert 0 < root.rect.height < 30_000
    made = jm.fab_matrix(DEGENERATE[name], width=width)
    assert made.svg.startswith("<svg")
    assert made.alt_text


@pytest.mark.parametrize(
    ("name", "words"), [("nobody is told", "No buyers yet"), ("no messages", "No messages yet")]
)
def test_what_is_not_there_yet_is_said(name, words):
    made = jm.fab_matrix(DEGENERATE[name])
    for text in (text_of(made.boxes), made.alt_text, made.markdown, made.html):
        assert words in text


def test_a_journey_with_nothing_to_tell_is_refused():
    with pytest.raises(jm.OptionError, match="neither buyers nor messages"):
        jm.fab_matrix(jm.Journey("t", stages=["A"]))


@pytest.mark.parametrize("wrong", ["role", "everybody", 5])
def test_unknown_columns_are_refused(wrong):
    with pytest.raises(jm.OptionError, match="known: roles, buyers"):
        jm.fab_matrix(deal(), buyers=wrong)


def test_another_palette_moves_nothing():
    light, dark = (jm.fab_matrix(example("first-flat"), theme=theme) for theme in (LIGHT, DARK))
    assert light.boxes == dark.boxes
    assert light.svg != dark.svg


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["first-flat", "sales-automation-ru"])
def test_every_theme_draws_it(name, theme):
    made = jm.fab_matrix(example(name), theme=theme)
    assert made.png().startswith(b"\x89PNG")


# Documents


def parsed(markdown):
    return MarkdownIt("gfm-like").parse(markdown)


@settings(max_examples=60)
@given(told_journeys())
def test_documents_have_a_cell_for_every_column(journey):
    if not (journey.buyers or journey.messages):
        return
    made, found = jm.fab_matrix(journey), matrix(journey)
    wide = len(found.columns) + 1
    root = ET.fromstring(made.html)  # noqa: S314 - our own text
    rows = [row for part in ("thead", "tbody") for row in root.find(part).iter("tr")]
    assert [len(row) for row in rows] == [wide] * (len(found.rows) + 1)
    tokens = parsed(made.markdown)
    cells = [token for token in tokens if token.type in {"th_open", "td_open"}]
    assert len(cells) == wide * (len(found.rows) + 1)
    html = [
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type == "html_inline"
    ]
    assert set(html) <= {"<br>"}
    head, *records = csv.reader(io.StringIO(made.csv, newline=""))
    assert {len(record) for record in records} <= {len(head)}
    cells_of = [cell for row in found.rows for cell in row.cells]
    assert len(records) == sum(max(1, len(cell)) for cell in cells_of)


def test_documents_say_what_the_picture_says():
    made = jm.fab_matrix(deal(jm.Benefit("economic", "Pays", answers="ROI")))
    for text in (made.markdown, made.html):
        for words in ("Pays", "answers: ROI", "no benefit told", "Covered: 1 of 3", "A leak"):
            assert words in text
    row = next(csv.DictReader(io.StringIO(made.csv)))
    assert (row["Told to"], row["Benefit"], row["Answers"]) == ("Economic buyer", "Pays", "ROI")


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_examples_are_drawn_in_both_languages(name, language):
    journey = example(name)
    if journey.buyers or journey.messages:
        made = jm.fab_matrix(journey, language=language)
        check_boxes(made.boxes)
        for text in (text_of(made.boxes), made.alt_text, made.markdown, made.html, made.csv):
            assert "{" not in text


def test_the_command_line_draws_it(tmp_path):
    place = tmp_path / "deal.yaml"
    place.write_text(jm.dumps(deal(jm.Benefit("economic", "Pays"))), encoding="utf-8")
    outputs = [str(tmp_path / f"deal.{kind}") for kind in ("svg", "md", "html", "csv", "pdf")]
    targets = [word for name in outputs for word in ("-o", name)]
    assert main(["render", str(place), "--view", "fab-matrix", "--buyers", "buyers", *targets]) == 0
    assert "**CFO**" in (tmp_path / "deal.md").read_text(encoding="utf-8")
    assert main(["render", str(place), "--buyers", "roles", "-o", outputs[0]]) == 2
