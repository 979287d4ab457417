"""Graphs as DOT text: Graphviz reads in it what the graph says, whatever the texts are."""

import html
import json
import re
import shutil
import signal
import subprocess
import unicodedata
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from conftest import EXAMPLES, example
from flows import CHOICES, is_met, measured
from journeymap.backends.dotlabels import MAX_BYTES, address, label, literal
from journeymap.backends.dottext import dot_of
from journeymap.errors import RenderError
from journeymap.graphs.flow import flow_graph
from journeymap.graphs.graph import Cluster, Edge, Graph, Lane, Node
from journeymap.graphs.network import network_graph
from journeymap.labels import labels_of
from journeymap.text.graphemes import clusters
from journeymap.theme import DARK, LIGHT
from strategies import graphs
from test_goldens import GOLDEN, compare

EN = labels_of("en")
CATEGORIES = {unicodedata.category(chr(code)): chr(code) for code in range(0x110000)}
CARRIED = "".join(char for name, char in sorted(CATEGORIES.items()) if name not in {"Cc", "Cs"})
HOSTILE = [
    "<b>bold</b>", "<>", "<", "<<TABLE><TR><TD PORT='p'>x</TD></TR></TABLE>>", "< i >\n</ i >",
    "\\N", "\\G", "\\L \\T \\H \\E", "\\n\\l\\r", "\\", "a\\", "\\\\", '\\"', '\\\\"', '"', '""',
    'x" ]; evil [label="y', "x]; evil -> n1; [", "}", "{a|b|<p>c}", "n1:n2", ":", "a:b:c", "n1:s",
    "&amp;", "&lt;b&gt;", "&#60;", "&#x3c;", "&", "&;", "&amp;amp;", "&eacute;", "R&D",
    "// c", "/* c */", "# c", "#include <x>", "node", "graph", "strict", "digraph {", "->", "--",
    "a\nb", "a\r\nb", "a\n\n\nb", "\ta", "a  b", "1", "-.5", "1e5", "=", "a=b", ";", ",", "+",
    "\u2028", "\x85", "\u200b", "\ufeff", "\u202e", "🏳️‍🌈", "e\u0301" * 9, "ж" * 4000, CARRIED,
    "\\" * 8000, "&" * 8000, '"' * 8000, "w" * 20_000, "й" * 10_000, "javascript:alert(1)",
    "%s %d {0}", "$(date)", "`date`", "/etc/passwd", "image=/etc/passwd",
]  # fmt: skip


def asked(texts):
    """Return what dot has read of many graphs, in one process; it places nothing."""
    said = subprocess.run(  # noqa: S603
        [shutil.which("dot"), "-Tdot_json"],
        input="\n".join(texts).encode(),
        capture_output=True,
        check=False,
    )
    # dot 2.43 can crash at its very end, when it has said all: that all is there is checked below.
    assert said.returncode in {0, -signal.SIGSEGV}, said.stderr
    assert b"Error" not in said.stderr
    decoder, text, found = json.JSONDecoder(), said.stdout.decode(), []
    while text := text.lstrip():
        one, end = decoder.raw_decode(text)
        found.append(one)
        text = text[end:]
    return found


def read(value):
    """Return what a label says once Graphviz has read it, without what parts lines and words."""
    return bare(html.unescape(re.sub(r"\\([\\l])", lambda m: m[1].replace("l", ""), value)))


def bare(text):
    return re.sub(r"[\s\xad\u200b\x1c-\x1f\x7f-\x9f-]", "", text)


def same(got, texts):
    """Tell whether a label says what it should, or as much of it as Graphviz can take."""
    whole = bare("".join(texts))
    said = read(got)
    return said == whole or (said.endswith("…") and whole.startswith(said[:-1]) and len(said) > 240)


def check(graph, said):
    """Compare what dot has read with the graph: every node, edge and cluster, and every text."""
    objects = said.get("objects", [])
    names = {item["_gvid"]: item["name"] for item in objects}
    labels = {item["name"]: item["label"] for item in objects}
    members = {
        cluster.id: [n.id for n in graph.nodes if n.stage == cluster.stage and n.kind != "exit"]
        for cluster in graph.clusters
    }
    unseen = {name for name, held in members.items() if not held}
    assert set(labels) == (
        {node.id for node in graph.nodes} | unseen | {f"cluster_{name}" for name in members}
    )
    for node in graph.nodes:
        lane = [] if node.lane is None else [graph.lanes[node.lane].name]
        assert same(labels[node.id], [node.name, node.channel, *node.notes, *lane])
    for item in graph.clusters:
        number = str(item.stage + 1)
        assert same(labels[f"cluster_{item.id}"], [number, item.name, *item.notes])
        assert labels[f"cluster_{item.id}"].endswith(r"\l")
        held = next(o.get("nodes", []) for o in objects if o["name"] == f"cluster_{item.id}")
        assert {names[n] for n in held} == set(members[item.id] or [item.id])
    assert same(said["label"], [graph.title])

    def end(name, side):
        return (members[name] or [name])[side] if name in members else name

    def ends(edge):
        return end(edge.tail, -1), end(edge.head, 0)

    def read_ends(edge):
        return names[edge["tail"]], names[edge["head"]]

    edges = sorted(said.get("edges", []), key=read_ends)
    wanted = sorted(graph.edges, key=ends)
    assert [read_ends(edge) for edge in edges] == [ends(edge) for edge in wanted]
    for edge, found in zip(wanted, edges, strict=True):
        assert same(found.get("label", ""), edge.label)
        assert found.get("ltail", "") == (f"cluster_{edge.tail}" if edge.tail in members else "")
        assert "tailport" not in found
        assert "headport" not in found


def generated(strategy, count):
    """Return so many examples of a strategy, always the same."""
    found = []

    @settings(max_examples=count, database=None)
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


@st.composite
def graphs_of_journeys(draw):
    journey = draw(measured())
    if is_met(journey) and draw(st.booleans()):
        return network_graph(journey, EN)
    return flow_graph(journey, EN, draw(CHOICES))


@pytest.mark.graphviz
@pytest.mark.parametrize(
    ("strategy", "count"), [(graphs(), 250), (graphs_of_journeys(), 750)], ids=["any", "journeys"]
)
def test_graphviz_reads_what_the_graph_says(strategy, count):
    made = generated(strategy, count)
    assert len(made) >= count
    for graph, said in zip(made, asked([dot_of(g, LIGHT) for g in made]), strict=True):
        check(graph, said)


@pytest.mark.graphviz
def test_hostile_texts_are_only_texts():
    made = [one_of(text) for text in HOSTILE]
    for graph, said in zip(made, asked([dot_of(g, DARK) for g in made]), strict=True):
        check(graph, said)


@pytest.mark.graphviz
def test_any_text_is_read():
    letters = st.characters(codec="utf-8", exclude_categories=["Cc"])
    made = [one_of(text) for text in generated(st.text(letters), 300) if carried(text)]
    for graph, said in zip(made, asked([dot_of(g, LIGHT) for g in made]), strict=True):
        check(graph, said)


def carried(text):
    return not {"\ufffe", "\uffff"} & {*text}


@pytest.mark.parametrize("letter", ["\0", "\x1b", "\ud800", "\uffff"])
def test_what_xml_cannot_carry_is_refused(letter):
    with pytest.raises(RenderError, match=f"cannot carry U\\+{ord(letter):04X}"):
        dot_of(one_of(f"a{letter}b"), LIGHT)


def one_of(text):
    """Return a graph in which a text stands wherever a text may stand."""
    touch = jm.Touchpoint("x", link="https://example.org/?a=1&b=%22")
    nodes = [
        Node(
            id="n1",
            kind="touchpoint",
            name=text,
            notes=(text,),
            channel=text,
            stage=0,
            lane=0,
            item=touch,
        ),
        Node(id="n2", kind="end", name=text),
    ]
    return Graph(
        title=text,
        nodes=tuple(nodes),
        edges=(Edge(tail="n1", head="n2", label=(text, text)), Edge(tail="c1", head="n2")),
        clusters=(Cluster(id="c1", name=text, stage=0, notes=(text,)),),
        lanes=(Lane(name=text),),
    )


@pytest.mark.graphviz
def test_graphviz_writes_the_very_texts():
    # What dot has read it may still change when it draws: names for \\N, entities, HTML.
    texts = [text for text in HOSTILE if len(text) < 100 and text.isprintable()]
    nodes = [Node(id=f"n{k}", kind="stage", name=text) for k, text in enumerate(texts)]
    dot = dot_of(Graph(title="t", nodes=tuple(nodes)), LIGHT)
    svg = subprocess.run(  # noqa: S603
        [shutil.which("dot"), "-Tsvg"],
        input=dot.encode(),
        capture_output=True,
        check=True,
    ).stdout
    space = "{http://www.w3.org/2000/svg}"
    drawn = {
        group.findtext(f"{space}title"): "".join(text.text for text in group.iter(f"{space}text"))
        for group in ET.fromstring(svg).iter(f"{space}g")  # noqa: S314
        if group.get("class", "").split()[:1] == ["node"]
    }
    for node in nodes:
        assert bare(drawn[node.id]) == bare(node.name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_golden(name, update_goldens):
    journey = example(name)
    words = labels_of(journey.language)
    compare(GOLDEN / name / "flow.dot", dot_of(flow_graph(journey, words), LIGHT), update_goldens)
    if is_met(journey):
        dot = dot_of(network_graph(journey, words), DARK)
        compare(GOLDEN / name / "network.dot", dot, update_goldens)


@settings(max_examples=100)
@given(graphs(st.text('\\\\&"<>ab\n', max_size=6)))
def test_no_text_is_html_a_file_or_a_port(graph):
    dot = dot_of(graph, LIGHT)
    assert dot == dot_of(graph, LIGHT)
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", dot, flags=re.DOTALL)
    assert "<" not in outside.replace("<this file>", "")
    assert not re.search(r"image|shapefile|fontpath|stylesheet|\w:\w", outside)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["a", "й", "&", '"', "👩\u200d👧", "e\u0301"]), min_size=5))
def test_a_text_is_cut_between_letters_where_graphviz_would_not_read_it(letters):
    text = "".join(letters) * (20_000 // len(letters))
    value = literal(text)
    size = len(value.replace('"', '\\"').encode())
    assert MAX_BYTES - 50 < size <= MAX_BYTES
    kept = clusters(html.unescape(value))
    assert kept[-1] == "…"
    assert kept[:-1] == clusters(text)[: len(kept) - 1]


def test_backslashes_cost_no_time():
    assert literal("\\" * 249) == "\\" * 498
    assert literal("\\" * 8_000) == "\\" * 498 + "…"


@pytest.mark.parametrize(
    ("link", "value"),
    [
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        ("MAILTO:a@b.c", "MAILTO:a@b.c"),
        ("#here", None),
        (None, None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
    ],
)
def test_only_links_that_lead_out_are_written(link, value):
    assert address(link) == value


def test_lines_are_broken_between_words():
    assert label(["one two " * 6, "R&D"]) == (
        "one two one two one two one\ntwo one two one two\nR&amp;D"
    )


def test_what_the_attributes_say():
    touch = jm.Touchpoint("Rival", owner="competitor", moment_of_truth=True)
    nodes = [
        Node(id="n1", kind="touchpoint", name="ours", stage=0, is_proposed=True),
        Node(id="n2", kind="touchpoint", name="theirs", stage=0, item=touch),
        Node(id="n3", kind="touchpoint", name="there", stage=0),
    ]
    edges = [
        Edge(tail="n1", head="n2", share=Fraction(1, 2)),
        Edge(tail="n2", head="n1", kind="revisit", is_bottleneck=True),
        Edge(tail="n2", head="n1", kind="loop"),
        Edge(tail="n1", head="n2", kind="meets", level="decides"),
    ]
    dot = dot_of(Graph(title="t", nodes=tuple(nodes), edges=tuple(edges)), LIGHT)
    first, second, third = (line for line in dot.splitlines() if re.match(r"\tn\d \[", line))
    assert 'style="rounded,filled,dashed"' in first
    assert f'fillcolor="{LIGHT.palette.pills[0]}"' in third
    assert "fillcolor" not in first
    assert "fillcolor" not in second
    assert "peripheries=2" in second
    half, back, loop, met = (line for line in dot.splitlines() if "->" in line)
    assert "penwidth=4.60" in half
    assert "constraint=false" in back
    assert "style=dashed" in back
    assert LIGHT.palette.tones["urgent"].solid in back
    assert "constraint=false" in loop
    assert "dir=none" in met
    assert "penwidth=4.80" in met


@pytest.mark.parametrize(
    ("channel", "shape"),
    [
        ("document", 'class="touchpoint document" .*shape=note style=filled'),
        ("sales", 'class="touchpoint sales" .*shape=box style=filled'),
        ("site", 'class="touchpoint site" .*shape=box style="rounded,filled"'),
        (jm.Channel("other", name='"><b>'), r'class="touchpoint other" .*style="rounded,filled"'),
    ],
)
def test_a_channel_is_a_line_a_shape_and_a_class(channel, shape):
    touch = jm.Touchpoint("Point", channel=channel)
    graph = flow_graph(jm.Journey("t", stages=[jm.Stage("s", touchpoints=[touch])]), EN)
    (line,) = re.findall(r"n1 \[.*?\]$", dot_of(graph, LIGHT), flags=re.DOTALL | re.MULTILINE)
    said = touch.channel.name or EN.channels[touch.channel.kind]
    assert read(re.search(r'label="((?:[^"\\]|\\.)*)"', line)[1].replace('\\"', '"')) == bare(
        f"Point{said}"
    )
    assert re.search(shape, line)


def test_a_channel_that_the_name_says_is_not_said_again():
    touch = jm.Touchpoint("E-mail", channel=jm.Channel("email", name="e-mail"))
    graph = flow_graph(jm.Journey("t", stages=[jm.Stage("s", touchpoints=[touch])]), EN)
    assert 'n1 [label="E-mail"' in dot_of(graph, LIGHT)


def test_a_graph_of_the_other_direction_and_a_free_one():
    down = dot_of(Graph(title="t", direction="down"), LIGHT)
    assert "rankdir=TB" in down
    assert "layout" not in down
    assert "layout=fdp" in dot_of(Graph(title="t", is_free=True), LIGHT)


def test_another_theme_changes_colours_only():
    graph = flow_graph(example("meal-delivery"), EN)
    light, dark = (re.sub(r"#[0-9a-f]{6}", "", dot_of(graph, theme)) for theme in (LIGHT, DARK))
    assert light == dark
