"""Fences in Markdown: Python-Markdown, SuperFences, and a site by MkDocs."""

import inspect
import os
import pickle
import re
import subprocess
import sys
from html import escape, unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymdownx.superfences import SuperFencesException

import journeymap as jm
from journeymap.backends import graphvizengine
from journeymap.cli.pictures import VIEW_OPTIONS
from journeymap.errors import OptionError
from journeymap.ext.asked import DRAWN, NUMBERS, asked, keywords, options, settings
from journeymap.ext.markdown import JourneymapExtension, fence, fence_below, validator
from journeymap.ext.words import below, words_of
from journeymap.placing.embedded import embedded

JOURNEY = "title: A & <b>\nstages:\n- {name: One, emotions: {joy: 1}}\n- Two\n"
CYCLE = jm.cycle(jm.loads(JOURNEY), theme="dark").svg


def page(text, **settings):
    settings.setdefault("strict", True)
    return markdown.markdown(text, extensions=[JourneymapExtension(**settings), "fenced_code"])


def superfences(text, formatter=fence):
    custom = {"name": "journeymap", "class": "journeymap", "format": formatter}
    fences = {"custom_fences": [{**custom, "validator": validator}]}
    return markdown.markdown(
        text,
        extensions=["pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": fences},
    )


def test_a_fence_becomes_a_picture():
    html = page(f"# Way\n\n```journeymap view=cycle theme=dark\n{JOURNEY}```\n\nAfter *it*.\n")
    assert f'<div class="journeymap" style="overflow-x:auto">{CYCLE}</div>' in html
    assert "<em>it</em>" in html


def test_the_extension_is_found_by_its_name():
    assert CYCLE in markdown.markdown(
        f"~~~~ journeymap view=cycle theme=dark\n{JOURNEY}~~~~", extensions=["journeymap"]
    )


def test_superfences_draws_in_lists_and_quotes():
    lines = f'```journeymap view="cycle" theme="dark"\n{JOURNEY}```'.splitlines()
    listed = "- item\n\n" + "\n".join(f"    {line}" for line in lines)
    quoted = "\n".join(f"> {line}" for line in lines)
    for text in (listed, quoted):
        assert CYCLE in superfences(text)
    attributes = f"```{{.journeymap .wide #way view=cycle theme=dark}}\n{JOURNEY}```"
    for html in (superfences(attributes), page(attributes)):
        assert '<div id="way" class="journeymap wide"' in html
        assert CYCLE in html


def test_other_fences_stay_as_they_are():
    text = "````text\n```journeymap\ntitle: A\n```\n````\n\n```python\n1\n```\n\n```\nplain\n```\n"
    assert page(text) == markdown.markdown(text, extensions=["fenced_code"])
    assert page("~" * 50_000 + "\na\n" * 2_000)


def test_how_a_picture_stands_in_the_page():
    html = page(
        f"```journeymap embed=image alt='My \"way\"' caption='A & b' class=big\n{JOURNEY}```"
    )
    assert re.search(r'<figure class="journeymap big".*alt="My &quot;way&quot;"', html)
    assert "<figcaption>A &amp; b</figcaption>" in html
    assert "data:image/svg+xml;base64," in html
    html = page(f"```journeymap dark-theme=dark\n{JOURNEY}```")
    assert re.findall(r'<img class="(.*?)" src="data:[^"#]*#(.*?)"', html) == [
        ("only-light", "only-light"),
        ("only-dark", "only-dark"),
    ]
    html = page(f"```journeymap view=table embed=table\n{JOURNEY}```")
    assert jm.table(jm.loads(JOURNEY)).html.strip() in html


def test_defaults_are_for_all_fences_that_have_the_option():
    defaults = {"theme": "print", "view": "cycle", "per_row": 2, "dark-theme": "dark"}
    html = page(f"```journeymap theme=dark\n{JOURNEY}```", defaults=defaults)
    assert CYCLE in html
    assert page(f"```journeymap\n{JOURNEY}```", defaults=defaults).count("<img") == 2
    html = page(f"```journeymap view=swimlane theme=dark\n{JOURNEY}```", defaults=defaults)
    assert jm.swimlane(jm.loads(JOURNEY), theme="dark", per_row=2).svg in html
    html = page(f"```journeymap view=mindmap\n{JOURNEY}```", defaults={"embed": "table"})
    assert jm.mindmap(jm.loads(JOURNEY)).svg in html
    with pytest.raises(OptionError, match="unknown default 'thme'"):
        page(f"```journeymap\n{JOURNEY}```", defaults={"thme": "dark"})


def test_files_below_the_base_can_be_named(tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a.yaml").write_text(JOURNEY)
    text = "```journeymap file=maps/a.yaml view=cycle theme=dark\n```"
    assert CYCLE in page(text, base=tmp_path)
    assert CYCLE in superfences(
        '```journeymap file="maps/a.yaml" view="cycle" theme="dark"\n```', fence_below(tmp_path)
    )


@pytest.mark.parametrize("name", ["../out.yaml", "/etc/passwd", "maps/../../out.yaml", "led.yaml"])
@pytest.mark.parametrize("option", ["file", "curves", "before", "fonts"])
def test_no_other_file_can(tmp_path, name, option):
    base = tmp_path / "base"
    (base / "maps").mkdir(parents=True)
    (tmp_path / "out.yaml").write_text(JOURNEY)
    (base / "led.yaml").symlink_to(tmp_path / "out.yaml")
    body = "" if option == "file" else JOURNEY
    view = "compare" if option == "before" else "swimlane"
    text = f"```journeymap {option}={name} view={view}\n{body}```"
    with pytest.raises(OptionError, match=r"outside of the base|an absolute path"):
        page(text, base=base)
    with pytest.raises(OptionError, match="no base directory is set"):
        page(text)


@given(st.lists(st.sampled_from(["a", "..", ".", "b.yaml", "", "c d"]), max_size=6))
def test_what_is_found_lies_below_the_base(parts):
    base = os.path.realpath("/base")
    try:
        found = below(base)("/".join(parts))
    except OptionError:
        return
    assert os.path.commonpath([os.path.realpath(found), base]) == base


@pytest.mark.parametrize(
    ("info", "body", "said"),
    [
        ("", "title: A\nstagess: [One]\n", "fence:2:1: journey.stagess: unknown key"),
        ("view=cycl", JOURNEY, "unknown view 'cycl' (known: swimlane, cycle"),
        ("veiw=cycle", JOURNEY, "unknown option 'veiw' (known: view, lanes"),
        ("view=cycle per-row=2", JOURNEY, "per-row: the view cycle has no such option"),
        ("width=wide", JOURNEY, "width: not a number (got 'wide')"),
        ("width=", JOURNEY, "width: is empty"),
        ("theme=<script>", JOURNEY, "unknown theme '<script>'"),
        ("embed=object", JOURNEY, "unknown way to embed 'object'"),
        ("view=cycle embed=table", JOURNEY, "embed: cycle is no table (views that are: table, fab"),
        ("format=xml", JOURNEY, "unknown format 'xml'"),
        ("fonts=system", JOURNEY, "system: the fonts of this machine cannot be asked for here"),
        ("view='cycle", JOURNEY, "a quotation mark is not closed"),
        ("view=cycle view=table", JOURNEY, "view: stands there twice"),
        ("cycle", JOURNEY, "cycle: no option (expected name=value"),
        ("", "", "no journey; write it into the fence, or name its file"),
        ("file=a.yaml", JOURNEY, "both a file and a journey in the fence"),
        ("file=no.yaml", "", "no.yaml: No such file or directory"),
    ],
)
def test_an_error_stands_on_the_page_or_ends_the_build(tmp_path, info, body, said):
    text = f"Before.\n\n```journeymap {info}\n{body}```\n\nAfter."
    html = page(text, strict=False, base=tmp_path)
    assert 'role="alert"' in html
    assert said in unescape(html)
    assert "<script>" not in html
    assert "<p>After.</p>" in html
    with pytest.raises((jm.JourneymapError, OSError)):
        page(text, base=tmp_path)


@pytest.mark.parametrize("engine", ["graphviz", "graphviz-wasm", "auto"])
@pytest.mark.parametrize("view", ["flow", "buying-network"])
def test_no_fence_starts_a_program_unless_that_is_a_default(monkeypatch, engine, view):
    monkeypatch.setattr(graphvizengine, "_placed", lambda plan, *_: embedded(plan))
    monkeypatch.setattr(graphvizengine, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(graphvizengine, "has_wasm", lambda: True)
    body = "title: A\nbuyers: [B]\nstages: [{name: S, touchpoints: [{name: t, buyers: [B]}]}]\n"
    asking = f"```journeymap view={view} engine={engine}\n{body}```"
    pinning = f"```journeymap view={view}\nflow: {engine}\n{body}```"
    for text in (asking, pinning):
        with pytest.raises(OptionError, match=f"engine: {engine} starts a program"):
            page(text)
        with pytest.raises(OptionError, match=f"engine: {engine} starts a program"):
            page(text, defaults={"engine": "embedded"} if text is asking else {"theme": "dark"})
        assert "<svg" in page(text, defaults={"engine": engine})
    # What the page says goes before what the journey pins, and other views have no engine.
    assert "<svg" in page(pinning.replace("\n", " engine=embedded\n", 1))
    assert "<svg" in page(pinning.replace(f"view={view}", "view=table"))


def test_superfences_shows_errors_and_can_be_strict():
    text = "```journeymap\ntitle: A\nstagess: [One]\n```"
    assert "fence:2:1: journey.stagess" in superfences(text)
    with pytest.raises(SuperFencesException, match="fence:2:1") as caught:
        superfences(text, fence_below(strict=True))
    assert isinstance(caught.value.__cause__, jm.SourceError)


def test_a_formatter_travels_between_processes():
    formatter = pickle.loads(pickle.dumps(fence_below("maps", defaults={"theme": "dark"})))  # noqa: S301 - our own
    assert CYCLE in superfences(f'```journeymap view="cycle"\n{JOURNEY}```', formatter)


def test_every_keyword_of_every_view_is_an_option():
    spelled = {name.replace("_", "-") for view in DRAWN for name in keywords(view)}
    assert spelled | {"view"} == set(settings())
    assert spelled | {"view", "before"} == set(options())
    # The command line lists the same.
    assert {name.replace("_", "-") for name in VIEW_OPTIONS} == spelled
    values = {"width": "900", "per_row": "2", "curves": "", "fonts": ""}
    journey = jm.loads(JOURNEY)
    for view in DRAWN:
        named = [name for name in keywords(view) if values.get(name, "x")]
        words = {name: values.get(name, "x") for name in named}
        if view != "compare":
            made = asked({"view": view, **words}, journey, lambda _: None)
            assert set(made.options) == set(named)
            assert {type(value) for value in made.options.values()} <= {str, float, int}


def test_numbers_are_read_as_numbers():
    kinds = {"float | None": float, "int | None": int}
    found = {}
    for view in DRAWN.values():
        for one in inspect.signature(view).parameters.values():
            if one.annotation in kinds:
                found[one.name] = kinds[one.annotation]
            else:
                assert not re.search(r"\bbool\b", one.annotation), "words are no bool yet"
    assert found == NUMBERS


NAMES = st.text("abc-", min_size=1, max_size=6)


@given(st.dictionaries(NAMES, st.text(max_size=20), max_size=4))
def test_words_are_read_as_they_were_written(named):
    named = {name: value.replace('"', "") for name, value in named.items()}
    line = " ".join(f'{name}="{value}"' for name, value in named.items())
    assert words_of(line) == ([], named)


MKDOCS = """\
site_name: Maps
theme: {name: null, custom_dir: theme}
markdown_extensions:
- pymdownx.superfences:
    custom_fences:
    - name: journeymap
      class: journeymap
      format: !!python/object/apply:journeymap.ext.markdown.fence_below {kwds: {base: maps}}
      validator: !!python/name:journeymap.ext.markdown.validator
plugins: []
"""


def test_a_site_by_mkdocs(tmp_path):
    for name, text in {
        "mkdocs.yml": MKDOCS,
        "maps/a.yaml": JOURNEY,
        "theme/main.html": "{{ page.content }}",
        "docs/index.md": '# Maps\n\n- A way\n\n    ```journeymap view="cycle" theme="dark"'
        ' file="a.yaml"\n    ```\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    subprocess.run(command, cwd=tmp_path, check=True)  # noqa: S603 - our own interpreter
    html = (tmp_path / "site" / "index.html").read_text()
    assert CYCLE in html
    assert escape("A & <b>") in html
