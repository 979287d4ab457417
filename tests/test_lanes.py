"""What each lane shows, and how lanes are chosen, ordered and headed."""

import itertools

import attrs
import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap import cli, fonts
from journeymap.analysis.figures import is_met, known, loss
from journeymap.analysis.scores import ice_score, rice_score, score
from journeymap.labels import labels_of
from journeymap.layout.lanes import LANES
from journeymap.layout.marked import evidence_text, marked
from journeymap.layout.words import Words
from journeymap.painting import PAINTERS, paint
from journeymap.painting.signs import SIGNS
from journeymap.scene import Group
from journeymap.theme import THEMES
from test_layout import check_boxes, laid_out, lanes_of, setting, text_of
from test_theme import contrast

FACT = jm.Evidence("measured", "CRM", date="2026-03-31", sample_size=1480)


def lane(root, name):
    return next(box for box in root.walk() if box.role == "lane" and box.source == name)


def roles(root, role):
    return [box for box in root.walk() if box.role == role]


def one(name, journey_fields=None, **fields):
    """Return the lane of a journey of one stage."""
    journey = jm.Journey("t", stages=[jm.Stage("A", **fields)], **(journey_fields or {}))
    root = laid_out(journey, lanes=[name])
    check_boxes(root)
    return lane(root, name)


# Choice

FULL = jm.Journey(
    "t",
    stages=[
        jm.Stage("A", job="j", actions="a", thoughts="th", notes={"Legal": "check", "a, b=c": "x"}),
        jm.Stage("B", recommendations="r", notes={"Budget": ["one", "two"], "Legal": "sign"}),
    ],
)
USUAL = ["jobs", "actions", "thoughts", "Legal", "a, b=c", "Budget", "recommendations"]


@pytest.mark.parametrize(
    ("lanes", "expected"),
    [
        (None, USUAL),
        (["thoughts", "jobs"], ["thoughts", "jobs"]),
        ("thoughts", ["thoughts"]),
        ("thoughts, jobs", ["thoughts", "jobs"]),
        ("a, b=c", ["a, b=c"]),
        (["-thoughts", "-Legal"], ["jobs", "actions", "a, b=c", "Budget", "recommendations"]),
        (["Legal", "*"], ["Legal", *(name for name in USUAL if name != "Legal")]),
        (["...", "jobs", "-Budget"], [*USUAL[1:5], "recommendations", "jobs"]),
        (["jobs", "barriers", "jobs"], ["jobs", "barriers"]),
        ([jm.Lane("jobs", title="x")], ["jobs"]),
        (jm.Lane("Legal"), ["Legal"]),
        ({"jobs": "Goals"}, USUAL),
        ([], USUAL),
    ],
)
def test_lanes_are_chosen_left_out_and_ordered(lanes, expected):
    assert lanes_of(laid_out(FULL, lanes=lanes)) == expected


@pytest.mark.parametrize(
    "lanes",
    [
        ["jobs=Goals, here"],
        [jm.Lane("jobs", title="Goals, here")],
        {"jobs": "Goals, here"},
        "jobs=Goals, here",
        ["jobs", "jobs=Goals, here"],
    ],
)
def test_a_lane_gets_another_heading(lanes):
    heading = lane(laid_out(FULL, lanes=lanes), "jobs").children[0]
    assert text_of(heading) == "Goals, here"


def test_a_heading_with_a_sign_in_it_can_have_another_title():
    heading = lane(laid_out(FULL, lanes=["a, b=c=Other"]), "a, b=c").children[0]
    assert text_of(heading) == "Other"


@pytest.mark.parametrize(
    ("lanes", "words"),
    [
        (["bariers"], "did you mean 'barriers'"),
        (["-bariers"], "did you mean 'barriers'"),
        (["bariers=x"], "did you mean 'barriers'"),
        (["legal"], "did you mean 'Legal'"),
        ({"bariers": "x"}, "did you mean 'barriers'"),
        (["jobs="], "not a title of a lane"),
        ({"jobs": ""}, "not a title of a lane"),
        (["jobs", "-jobs", "*"], "'jobs' is both named and left out"),
        (["jobs", "-thoughts"], "add '\\*' for all the others"),
        ([5], "not a lane .*a name or a Lane"),
        ("", "unknown lane"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(lanes, words):
    with pytest.raises(jm.OptionError, match=words):
        jm.swimlane(FULL, lanes=lanes)


@pytest.mark.parametrize("name", ["", " ", 3])
def test_a_lane_without_a_name_is_refused(name):
    with pytest.raises(jm.OptionError, match="not a lane"):
        jm.Lane(name)


@pytest.mark.parametrize("arguments", [["--lanes", "-thoughts"], ["--lanes=-thoughts"]])
def test_the_command_line_leaves_a_lane_out(tmp_path, arguments):
    source, target = tmp_path / "a.yaml", tmp_path / "a.svg"
    jm.dump(FULL, source)
    assert cli.main(["render", str(source), "-o", str(target), "--text", "system", *arguments]) == 0
    assert "Thoughts" not in target.read_text(encoding="utf-8")
    assert "Legal" in target.read_text(encoding="utf-8")


def test_the_command_line_heads_a_lane_and_draws_other_curves(tmp_path):
    source, target = tmp_path / "a.yaml", tmp_path / "a.svg"
    journey = jm.Journey("t", stages=[jm.Stage("A", emotions={"glad": 1})])
    jm.dump(journey, source)
    options = ["--text", "system", "--lanes", "emotions=Mood", "--curve-by", "stage"]
    arguments = ["render", str(source), "-o", str(target), "--curves", str(source), *options]
    assert cli.main(arguments) == 0
    text = target.read_text(encoding="utf-8")
    assert "Mood" in text
    assert text.count("glad") == 2


def test_what_follows_lanes_is_still_an_option(capsys):
    assert cli.main(["render", "a.yaml", "--lanes", "-o", "x.svg"]) == 2
    assert "--lanes: expected one argument" in capsys.readouterr().err


# Notes


def test_notes_are_lanes_under_their_headings():
    root = laid_out(FULL)
    assert "check" in text_of(lane(root, "Legal"))
    assert "sign" in text_of(lane(root, "Legal"))
    assert text_of(lane(root, "Budget")) == "Budget one two"


def test_words_of_a_control_code_alone_show_nothing():
    stages = [
        jm.Stage("A", notes={"\x7f": ["x"]}, emotions={"\x7f": 1}),
        jm.Stage("B", leads_to=[jm.Transition("A", "\x7f")]),
    ]
    scale = jm.Scale(low_name="\x7f", high_name="\x7f")
    for per_row in (None, 1):
        root = laid_out(jm.Journey("t", stages=stages, scale=scale), per_row=per_row)
        assert text_of(lane(root, "\x7f")) == "x"


def test_a_heading_stands_once_in_a_stage():
    with pytest.raises(jm.ModelError, match=r"notes\[1\].heading: the same heading again"):
        jm.Stage("A", notes=[jm.Note("x", "1"), jm.Note("x", "2")])


@pytest.mark.parametrize("kind", ["yaml", "toml", "json"])
def test_notes_keep_their_order_and_all_that_they_say(kind):
    said = jm.Statement("Check", id="dpa", link="https://example.org", evidence=FACT)
    stage = jm.Stage("A", notes={"B": [said], "A": ["x", said.text], "C": "one"})
    journey = jm.Journey("t", stages=[stage])
    again = jm.loads(jm.dumps(journey, kind), kind)
    assert again == journey
    assert [note.heading for note in again.stages[0].notes] == ["B", "A", "C"]
    assert again.by_id()["dpa"] == said
    assert "stage1.note2.statement1" in again.by_id()


# Buying group

GROUP = {
    "buyers": [
        jm.Buyer("CFO", role=["economic", "coach"], stance="sceptic"),
        jm.Buyer("IT", role="technical"),
        jm.Buyer("Rep"),
    ]
}


def test_a_bar_is_as_long_as_the_buyer_is_drawn_in():
    involvement = {"CFO": "informed", "IT": "consulted", "Rep": "decides"}
    found = one("buying-group", GROUP, involvement=involvement)
    rails, bars = roles(found, "rail"), roles(found, "bar")
    assert len(rails) == 3
    shares = [bar.rect.width / rail.rect.width for bar, rail in zip(bars, rails, strict=True)]
    assert shares == pytest.approx([1 / 3, 2 / 3, 1])
    assert [bar.variant for bar in bars] == [
        "economic informed",
        "technical consulted",
        "plain decides",
    ]
    assert "CFO economic, coach sceptic" in text_of(found)


def test_who_is_not_drawn_in_has_an_empty_rail():
    found = one("buying-group", GROUP, involvement={"CFO": "decides"})
    assert len(roles(found, "rail")) == 3
    assert len(roles(found, "bar")) == 1


@pytest.mark.parametrize("level", ["informed", "consulted", "decides"])
@pytest.mark.parametrize("width", [250, 900])
def test_a_stance_is_said_with_a_sign(level, width):
    entry = jm.Involvement("IT", level, stance="opponent")
    stages = [jm.Stage("A", involvement=[entry]), "B"]
    root = laid_out(jm.Journey("t", stages=stages, **GROUP), lanes=["buying-group"], width=width)
    check_boxes(root)
    (stance,) = [box for box in roles(root, "stance") if "opponent" in text_of(box)]
    assert stance.children[0].variant.startswith("opponent ")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_influence_is_points_out_of_five(level, language):
    group = {"buyers": [jm.Buyer("CFO", role="economic", influence=level), jm.Buyer("IT")]}
    journey = jm.Journey("t", stages=[jm.Stage("A", involvement={"CFO": "decides"})], **group)
    made = jm.swimlane(journey, lanes=["buying-group"], language=language)
    check_boxes(made.boxes)
    (points,) = roles(made.boxes, "influence")
    assert points.value == level / 5
    assert points.label == {"en": f"influence {level}/5", "ru": f"влияние {level}/5"}[language]
    assert f"<title>{points.label}</title>" in made.svg
    (drawn,) = [item for item in made.scene.items if getattr(item, "label", "") == points.label]
    assert sum(circle.fill is not None for circle in drawn.items) == level
    assert len(roles(made.boxes, "sample-influence")) == 1, "the foot says what points mean"


def test_no_influence_no_points():
    root = one("buying-group", GROUP, involvement={"CFO": "decides"})
    assert not roles(root, "influence")


def test_texts_tell_stance_and_influence():
    buyers = [
        jm.Buyer("CFO", role="economic", stance="sceptic", influence=5),
        jm.Buyer("IT", influence=2),
        jm.Buyer("Rep", stance="supporter"),
    ]
    involvement = {
        "CFO": jm.Involvement("CFO", "decides", stance="supporter"),
        "IT": "informed",
        "Rep": "consulted",
    }
    stage = jm.Stage("A", involvement=involvement)
    said = jm.table(jm.Journey("t", buyers=buyers, stages=[stage])).markdown
    assert "CFO (decides; supporter; influence 5/5)" in said
    assert "IT (informed; influence 2/5)" in said
    assert "Rep (consulted; supporter)" in said


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_bars_and_cards_can_be_read(theme):
    palette = theme.palette
    assert contrast(palette.muted, palette.panel) >= 4.5
    for kind in ("economic", "technical", "user", "coach", "plain"):
        tone = palette.tones[kind]
        assert contrast(tone.ink, tone.fill) >= 4.5
        assert contrast(tone.ink, tone.middle) >= 4.5
        assert contrast(tone.on_solid, tone.solid) >= 4.5
    for kind in ("good", "bad"):
        assert contrast(palette.tones[kind].ink, palette.paper) >= 4.5


# Messages


def test_a_message_is_told_to_each_role_the_one_who_decides_first():
    message = jm.Fab(
        "One queue",
        advantage="Nothing waits",
        benefits={"economic": "Pays back", "user": "One window", "IT": "One vendor"},
    )
    found = one(
        "messages",
        {**GROUP, "messages": [message]},
        messages=["One queue"],
        involvement={"IT": "decides", "CFO": "informed"},
    )
    said = text_of(found)
    assert said.startswith("Messages One queue Nothing waits IT One vendor economic Pays back")
    assert [box.variant for box in roles(found, "tag")] == ["technical", "economic", "user"]


@pytest.mark.parametrize("view", [jm.table, jm.mindmap])
def test_every_view_tells_which_benefit_is_told_to_whom(view):
    message = jm.Fab("Queue", advantage="No wait", benefits={"decider": "Pays", "IT": "One audit"})
    stages = [jm.Stage("A", messages=["Queue"]), jm.Stage("B")]
    journey = jm.Journey("t", stages=stages, messages=[message], **GROUP)
    said = text_of(view(journey).boxes)
    for text in ("No wait", "economic Pays", "IT One audit"):
        assert said.count(text) == 1, "at the stage at which it is told, and at no other"


# Metrics


@pytest.mark.parametrize(
    ("name", "planned", "measured", "met"),
    [
        ("conversion", "40%", "34%", False),
        ("conversion", "40%", "40%", True),
        ("Конверсия", "40%", "34%", False),
        ("drop-off", "40%", "34%", True),
        ("time", "1 day", "2 days", False),
        ("time to the first answer", "4 hours", "48 hours", False),
        ("время до ответа", "4 часа", "2 часа", True),
        ("time", "1 day", "2 hours", None),
        ("NPS", "40%", "34%", None),
        ("entered", "100 leads", "120 leads", True),
        ("entered", "100", None, None),
    ],
)
def test_a_plan_is_met_or_missed(name, planned, measured, met):
    assert is_met(jm.Metric(name, planned=planned, measured=measured)) is met


def metrics_of(*pairs):
    return [jm.Metric(name, measured=figure) for name, figure in pairs]


@pytest.mark.parametrize(
    ("first", "second", "lost"),
    [
        ([("conversion", "34%")], [], "0.66"),
        ([("drop-off", "25%")], [], "0.25"),
        ([("entered", "200"), ("went on", "50")], [], "0.75"),
        ([("entered", "1480 leads")], [("entered", "370 leads")], "0.75"),
        ([("entered", "180 заявок")], [("entered", "134 заявки")], "0.2555"),
        ([("entered", "1480 leads")], [("entered", "370 deals")], None),
        ([("entered", "0 leads")], [("entered", "370 leads")], None),
        ([("entered", "10 leads")], [("entered", "370 leads")], None),
        ([("time", "2 days")], [], None),
        ([("conversion", "140%")], [], None),
    ],
)
def test_the_loss_follows_from_the_figures(first, second, lost):
    stages = [jm.Stage("A", metrics=metrics_of(*first)), jm.Stage("B", metrics=metrics_of(*second))]
    found = loss(stages, 0)
    assert (None if lost is None else float(lost)) == (
        None if found is None else pytest.approx(float(found), abs=1e-3)
    )


def test_figures_side_by_side_stand_level_planned_or_measured():
    plans = {"entered": "900", "conversion": "40%"}
    planned = [jm.Metric(name, planned=plan) for name, plan in plans.items()]
    measured = [jm.Metric(name, planned=plan, measured=plan) for name, plan in plans.items()]
    stages = [jm.Stage("One", metrics=measured), jm.Stage("Two", metrics=planned)]
    found = lane(laid_out(jm.Journey("t", stages=stages)), "metrics")
    gauges = roles(found, "gauge")
    assert [bool(gauge.variant) for gauge in gauges] == [False, True]
    assert gauges[0].rect.center.y == gauges[1].rect.center.y


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "planned, not measured"), ("ru", "по плану, не измерено")],
)
def test_what_is_only_planned_says_so(language, said):
    plans = [jm.Metric("conversion", planned="40%"), jm.Metric("entered", planned="900")]
    journey = jm.Journey("t", stages=[jm.Stage("One", metrics=plans)], language=language)
    assert text_of(jm.swimlane(journey, lanes=["metrics"]).boxes).count(said) == 2


def test_known_metrics_are_known_in_both_languages():
    assert known(jm.Metric("Went  on")) == "went on"
    assert known(jm.Metric("потери")) == "drop-off"
    assert known(jm.Metric("NPS")) is None


def test_a_metric_shows_its_plan_and_the_loss():
    metric = jm.Metric("conversion", planned="40%", measured="34%", evidence=FACT)
    stages = [
        jm.Stage("A", metrics=[metric]),
        jm.Stage("B", metrics=metrics_of(("conversion", "80%"))),
        jm.Stage("C", metrics=metrics_of(("answers", "1234567.5 calls"))),
    ]
    root = laid_out(jm.Journey("t", stages=stages), lanes=["metrics"])
    check_boxes(root)
    found = lane(root, "metrics")
    gauge, other = roles(found, "gauge")
    (tick,) = gauge.children
    assert gauge.value == pytest.approx(0.34)
    start = tick.rect.center.x - gauge.rect.x
    assert start / gauge.rect.width == pytest.approx(0.4, abs=0.02)
    assert not other.children
    said = text_of(found)
    assert "conversion 34% planned 40% below plan −66% lost here 80% −20% lost here" in said
    assert "answers 1,234,567.5\xa0calls" in said
    inks = {text_of(box): box.variant for box in roles(found, "text")}
    assert inks["−66% lost here"] == "bad"
    assert inks["−20% lost here"] == "muted"
    (sign,) = roles(found, "sign")
    assert sign.variant == "below bad"


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("34%", "34%", "34\xa0%"),
        ("1480 leads", "1,480\xa0leads", "1\xa0480\xa0leads"),
        ("-1234567.25", "−1,234,567.25", "−1\xa0234\xa0567,25"),
        ("999", "999", "999"),
    ],
)
def test_figures_are_written_as_the_language_does(text, english, russian):
    quantity = jm.Quantity(text)
    assert labels_of("en").quantity(quantity) == english
    assert labels_of("ru").quantity(quantity) == russian


# Hypotheses


def test_scores():
    assert ice_score(jm.Ice(impact=7, confidence=6, ease=5)) == 210
    assert rice_score(jm.Rice(reach=1000, impact=2, confidence="80%", effort=4)) == 400
    assert score(jm.Hypothesis("x")) is None


@pytest.mark.parametrize("state", ["proposed", "running", "confirmed", "rejected"])
def test_a_hypothesis_says_all_of_itself(state):
    hypothesis = jm.Hypothesis(
        "Three plans",
        metric="conversion",
        expected="-8%",
        guardrail="deals",
        rice=jm.Rice(reach=1000, impact=2, confidence="80%", effort=3),
        state=state,
        owner="Ann",
    )
    found = one("hypotheses", hypotheses=[hypothesis])
    assert text_of(found) == (
        f"Hypotheses {state.capitalize()} RICE 533.3 Three plans conversion ↓\N{NO-BREAK SPACE}8% "
        "Guardrail: deals Owner: Ann"
    )
    assert [box.variant.split()[0] for box in roles(found, "sign")] == [state]


@pytest.mark.parametrize(
    ("metric", "expected", "aim"),
    [
        ("time", "8%", "x time ↑\N{NO-BREAK SPACE}8%"),
        ("time", "-8%", "x time ↓\N{NO-BREAK SPACE}8%"),
        (None, "-8%", "x ↓\N{NO-BREAK SPACE}8%"),
        ("time", None, "x Metric: time"),
        (None, None, "x"),
    ],
)
def test_a_hypothesis_says_only_the_direction_that_is_known(metric, expected, aim):
    found = one("hypotheses", hypotheses=[jm.Hypothesis("x", metric=metric, expected=expected)])
    assert text_of(found).endswith(f"Proposed {aim}")


def test_signs_differ_by_shape():
    drawn = {name: repr([*draw(attrs.evolve(RECT), "#000000")]) for name, draw in SIGNS.items()}
    for names in (
        ("proposed", "running", "confirmed", "rejected"),
        ("opponent", "sceptic", "neutral", "supporter"),
        ("met", "below", "over"),
    ):
        assert len({drawn[name] for name in names}) == len(names)


RECT = laid_out(jm.Journey("t")).rect


# Backstage


def test_layers_stand_under_their_lines():
    chat = jm.Touchpoint("Chat", backstage=jm.Backstage(front="Answers", support="Help desk"))
    found = one("backstage", touchpoints=[chat], backstage=jm.Backstage(back="Lawyer reads"))
    assert text_of(found) == (
        "Backstage line of interaction Front stage Chat Answers line of visibility Back stage "
        "Lawyer reads line of internal interaction Support Chat Help desk"
    )
    tops = [box.rect.y for box in roles(found, "dashed")]
    cards = [box.rect for box in roles(found, "card")]
    assert tops[0] < cards[0].y < cards[0].bottom < tops[1] < cards[1].bottom < tops[2]


def test_a_layer_that_nobody_works_in_has_no_line():
    found = one("backstage", backstage=jm.Backstage(support="Help desk"))
    assert text_of(found) == "Backstage line of internal interaction Support Help desk"


# Evidence and links


def test_evidence_is_said_in_words():
    labels = labels_of("en")
    assert evidence_text(FACT, labels) == "measured: CRM, 2026-03-31, n = 1,480"
    assert evidence_text(jm.Evidence("observed"), labels) == "observed"


@settings(max_examples=150)
@given(strategies.texts(40), st.floats(20, 300), st.sampled_from(["start", "middle", "end"]))
@example_of("\x7f", 100.0, "start")  # shows nothing
@example_of("שלום", 100.0, "start")
def test_a_mark_stands_behind_the_last_word_and_touches_nothing(text, width, align):
    statement = jm.Statement(text, link="#a", evidence=FACT)
    words = Words(text, setting().metrics.body, setting(), align=align, link="#a")
    block = marked(words, statement)
    width = max(width, block.least())
    box = block.place(3.0, 5.0, width)
    said = box
    mark, out = sorted(box.children, key=lambda child: child.role)
    assert box.rect.height == pytest.approx(block.height(width))
    assert box.rect.right <= 3.0 + width + 0.01
    ends = [(out.rect.x, out.rect.right), (mark.rect.x, mark.rect.right)]
    if said.lines:
        last = said.lines[-1]
        # Links stand next to the word, facts behind them: at its left in a line of Hebrew.
        ends.insert(0, (last.start.x, last.start.x + last.width))
        ends = ends[::-1] if last.leftwards else ends
        assert said.rect.bottom - said.rect.height / len(said.lines) <= out.rect.y
    else:
        ends.sort()
    assert all(right + 1 <= left for (_, right), (left, _) in itertools.pairwise(ends))
    assert all(box.rect.contains(sign.rect) for sign in (out, mark))


MARKED = {
    "jobs": {"job": jm.Statement("x", evidence=FACT)},
    "actions": {"actions": [jm.Statement("x", evidence=FACT)]},
    "thoughts": {"thoughts": [jm.Statement("x", evidence=FACT)]},
    "touchpoints": {"touchpoints": [jm.Touchpoint("x", evidence=FACT)]},
    "emotions": {"emotions": [jm.Emotion("x", 1, evidence=FACT)]},
    "motivations": {"motivations": [jm.Motivation("x", evidence=FACT)]},
    "barriers": {"barriers": [jm.Barrier("x", evidence=FACT)]},
    "concerns": {"concerns": [jm.Concern("x", evidence=FACT)]},
    "metrics": {"metrics": [jm.Metric("x", measured="5%", evidence=FACT)]},
    "hypotheses": {"hypotheses": [jm.Hypothesis("x", evidence=FACT)]},
    "recommendations": {"recommendations": [jm.Recommendation("x", evidence=FACT)]},
    "backstage": {"backstage": jm.Backstage(front=jm.Statement("x", evidence=FACT))},
}


@pytest.mark.parametrize("name", MARKED)
def test_facts_are_marked_in_every_lane_and_explained(name):
    journey = jm.Journey("t", stages=[jm.Stage("A", **MARKED[name])])
    diagram = jm.swimlane(journey, lanes=[name], text="system")
    (mark,) = roles(diagram.boxes, "evidence")
    assert mark.label == "measured: CRM, 2026-03-31, n = 1,480"
    assert f"<title>{mark.label}</title>" in diagram.svg
    (sample,) = roles(diagram.boxes, "sample-evidence")
    assert sample.variant == "measured"


def test_assumptions_carry_no_mark():
    root = laid_out(jm.Journey("t", stages=[jm.Stage("A", actions=["x"])]))
    assert not roles(root, "evidence")
    assert not roles(root, "sample-evidence")


def groups(items):
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)


@settings(max_examples=60)
@given(strategies.journeys())
def test_links_hold_no_links(journey):
    scene = paint(laid_out(journey), THEMES["light"])
    for group in groups(scene.items):
        if group.link is not None:
            assert not any(inner.link for inner in groups(group.items))


def test_a_card_that_leads_somewhere_is_a_link_and_looks_it():
    barrier = jm.Barrier("x", "y", link="https://example.org/a")
    found = one("barriers", barriers=[barrier])
    (card,) = roles(found, "card")
    assert card.link == "https://example.org/a"
    assert len(roles(card, "out")) == 1


def test_a_card_with_links_inside_has_its_words_as_link():
    inside = jm.Statement("y", link="https://example.org/b")
    found = one("barriers", barriers=[jm.Barrier("x", inside, link="https://example.org/a")])
    (card,) = roles(found, "card")
    assert card.link is None
    assert {box.link for box in found.walk() if box.link} == {
        "https://example.org/a",
        "https://example.org/b",
    }


# All lanes


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("width", [300, 700, 3000])
def test_all_lanes_are_sound_in_any_width(name, width):
    check_boxes(laid_out(example(name), width=width, lanes=list(LANES)))


def test_every_role_has_a_painter_or_only_holds_others():
    holders = {
        *("sheet", "grid", "heads", "title", "stack", "marked", "item", "statement", "legend"),
        *("mitigation", "emotions", "feeling", "divider", "stance", "verdict", "score"),
    }
    seen = {box.role for name in EXAMPLES for box in laid_out(example(name)).walk()}
    assert seen <= holders | set(PAINTERS)


def test_the_font_has_the_arrows():
    style = setting().metrics.small
    assert fonts.measure("↑", style) > 0
