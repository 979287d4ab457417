"""Markdown documents whose pictures are kept current: `journeymap embed`."""

import os
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import journeymap as jm
from journeymap.cli import main
from journeymap.ext.markers import END, START, Document

JOURNEY = "title: A [b] & *c*\nstages:\n- {name: One, emotions: {joy: 1}}\n- Two\n"
FENCE = f"```journeymap\n{JOURNEY}```\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crm.yaml").write_text(JOURNEY)
    return tmp_path


def embed(folder, text, *words, name="README.md"):
    """Return the exit status and the document."""
    path = folder / name
    path.write_bytes(text.encode())
    status = main(["embed", name, *words])
    return status, path.read_bytes().decode()


def images(text):
    """Return alt text and address of each picture, as CommonMark reads them."""
    html = MarkdownIt("commonmark").render(text)
    found = re.findall(r'<img src="(.*?)" alt="(.*?)" />', html)
    return [(unescape(alt), src) for src, alt in found]


def test_a_file_is_drawn_and_linked(folder, capsys):
    text = "# Maps\n\n<!-- journeymap: crm.yaml view=cycle theme=dark -->\n\nAfter.\n"
    status, written = embed(folder, text)
    picture = jm.cycle(jm.load(folder / "crm.yaml"), theme="dark")
    assert status == 0
    assert images(written) == [(picture.alt_text, "README-crm-cycle.svg")]
    assert (folder / "README-crm-cycle.svg").read_text() == picture.svg
    start, picture_line, end = written.splitlines()[2:5]
    assert (start, end) == (text.splitlines()[2], END)
    assert written.replace(f"{picture_line}\n{END}\n", "") == text
    assert capsys.readouterr() == ("README-crm-cycle.svg: written\nREADME.md: written\n", "")


def test_a_second_run_changes_nothing(folder, capsys):
    text = f"<!-- journeymap: crm.yaml -->\n\n{FENCE}"
    _, first = embed(folder, text)
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    capsys.readouterr()
    assert main(["embed", "README.md"]) == 0
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times
    assert capsys.readouterr() == ("", "")
    assert main(["embed", "--check", "README.md"]) == 0
    assert first == (folder / "README.md").read_text()


def test_fences_stay_and_have_their_picture_behind(folder):
    status, written = embed(folder, f"{FENCE}Text\n\n{FENCE}{START}\n")
    assert status == 0
    assert [src for _, src in images(written)] == ["README-1.svg", "README-2.svg"]
    picture = jm.swimlane(jm.loads(JOURNEY))
    assert (folder / "README-1.svg").read_text() == picture.svg
    assert written.startswith(f"{FENCE}{START}\n![")
    assert f"{END}\nText\n\n{FENCE}{START}\n![" in written


def test_a_fence_by_its_name_in_several_views(folder):
    text = f"<!-- journeymap: #way -->\n\n<!-- journeymap: #way view=mindmap -->\n\n{FENCE}"
    text = text.replace("```journeymap", "```journeymap name=way theme=print")
    status, written = embed(folder, text)
    assert status == 0
    assert [src for _, src in images(written)] == ["README-way.svg", "README-way-mindmap.svg"]
    assert written.endswith(FENCE[-30:])
    drawn = jm.mindmap(jm.loads(JOURNEY), theme="print").svg
    assert (folder / "README-way-mindmap.svg").read_text() == drawn


def test_a_journey_inside_the_comment_is_not_seen(folder):
    status, written = embed(folder, f"<!-- journeymap: view=table\n{JOURNEY}-->\nText\n")
    assert status == 0
    assert (folder / "README-1-table.svg").read_text() == jm.table(jm.loads(JOURNEY)).svg
    assert "title" not in re.sub("<!--.*?-->", "", written, flags=re.DOTALL)


def test_a_pair_for_light_and_dark_pages(folder):
    text = "<!-- journeymap: crm.yaml dark-theme=dark alt='\"Own\"' -->\n*After*\n"
    status, written = embed(folder, text)
    assert status == 0
    assert '<source media="(prefers-color-scheme: dark)" srcset="README-crm-dark.svg">' in written
    assert '<img alt="&quot;Own&quot;" src="README-crm.svg">' in written
    assert "<em>After</em>" in MarkdownIt("commonmark").render(written)
    journey = jm.load("crm.yaml")
    assert (folder / "README-crm-dark.svg").read_text() == jm.swimlane(journey, theme="dark").svg


def test_where_pictures_go(folder):
    text = (
        "<!-- journeymap: ../crm.yaml -->\n\n<!-- journeymap: ../crm.yaml image=a/b%20c.png -->\n"
    )
    (folder / "docs").mkdir()
    status, written = embed(folder, text, "--images", "out/maps", name="docs/my map.md")
    assert status == 0
    assert [src for _, src in images(written)] == ["../out/maps/my-map-crm.svg", "a/b%2520c.png"]
    assert (folder / "out" / "maps" / "my-map-crm.svg").exists()
    assert (folder / "docs" / "a" / "b%20c.png").read_bytes().startswith(b"\x89PNG")


def test_the_same_picture_is_one_file_and_another_has_a_name_of_its_own(folder):
    lines = ("crm.yaml", "crm.yaml theme=dark", "crm.yaml")
    text = "".join(f"<!-- journeymap: {line} -->\n\n" for line in lines)
    _, written = embed(folder, text)
    names = [src for _, src in images(written)]
    assert names == ["README-crm.svg", "README-crm-2.svg", "README-crm.svg"]


def test_check_says_what_is_stale_and_writes_nothing(folder, capsys):
    text = f"<!-- journeymap: crm.yaml -->\n\n{FENCE}\n<!-- journeymap: crm.yaml view=cycle -->\n"
    embed(folder, text)
    (folder / "README-crm.svg").unlink()
    (folder / "README-1.svg").write_text("old")
    written = (folder / "README.md").read_text().replace("ring", "wheel")
    fresh = f"{FENCE}\n{written}".replace("![Customer journey as a", "![")
    (folder / "README.md").write_text(written)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    capsys.readouterr()
    assert main(["embed", "README.md", "--check"]) == 1
    assert capsys.readouterr().err.splitlines()[:2] == [
        "README.md:1:1: README-crm.svg is missing",
        "README.md:11:1: README-1.svg is stale",
    ]
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "README.md").write_text(fresh)
    assert main(["embed", "README.md", "--check"]) == 1
    assert "README.md:1:1: does not show its picture" in capsys.readouterr().err


def test_a_changed_journey_is_a_stale_picture(folder, capsys):
    embed(folder, "<!-- journeymap: crm.yaml -->\n")
    (folder / "crm.yaml").write_text(JOURNEY.replace("Two", "Three"))
    capsys.readouterr()
    assert main(["embed", "README.md", "--check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "README.md:1:1: README-crm.svg is stale",
        "README.md:1:1: does not show its picture",
    ]
    assert main(["embed", "README.md"]) == 0
    assert "Three" in (folder / "README-crm.svg").read_text()
    assert main(["embed", "README.md", "--check"]) == 0


def test_markers_that_are_shown_as_code_are_left_alone(folder):
    text = (
        f"````md\n<!-- journeymap: no.yaml -->\n{FENCE}{START}\n{END}\n````\n\n"
        "    <!-- journeymap: no.yaml -->\n\nAnd `<!-- journeymap: no.yaml -->` too.\n\n"
        f"- item\n\n  ~~~\n  {START}\n  ~~~\n"
    )
    assert embed(folder, text) == (0, text)
    assert not list(folder.glob("*.svg"))


BAD = """\
<!-- journeymap: no.yaml -->

<!-- journeymap: wrong.yaml -->

```journeymap view=cycle
title: A
stagess: [One]
```

<!-- journeymap: ../out.yaml -->

<!-- journeymap: crm.yaml view=cycl -->

<!-- journeymap: crm.yaml image=a.txt fonts=system -->

<!-- journeymap: crm.yaml image=../a.svg -->
<!-- journeymap: crm.yaml image=a.gif -->

<!-- journeymap -->

<!-- journeymap: #no -->

<!-- journeymap: crm.yaml format=json -->

<!-- journeymap: crm.yaml -->
My words
<!-- /journeymap -->

<!-- /journeymap -->

- <!-- journeymap: crm.yaml -->

> ```journeymap
> title: A
> ```

<!-- journeymap: crm.yaml other.yaml -->

<!-- journeymap: crm.yaml --> words

<!-- journeymap: crm.yaml view='a -->

```journeymap cycle
```

<!-- journeymap: view=cycle
  title: A
  stagess: [One]
-->

```journeymap name=a
title: A
stages: [One]
```
```journeymap name=a file=crm.yaml
title: A
```

<!-- journeymap:
"""
SAID = """\
README.md:1:1: no.yaml: No such file or directory
README.md:3:1: wrong.yaml:1:2: journey.titel: unknown key
README.md:7:1: journey.stagess: unknown key
README.md:10:1: ../out.yaml: lies outside of the base directory
README.md:12:1: unknown view 'cycl'
README.md:14:1: system: the fonts of this machine cannot be asked for here
README.md:16:1: ../a.svg: lies outside of the base directory
README.md:17:1: image: no picture (got 'a.gif'; expected .svg or .png)
README.md:19:1: no journey (expected a file, #name, lines below, or a fence above)
README.md:21:1: #no: no fence has this name
README.md:23:1: format: is that of a journey in the document
README.md:26:1: text that would be lost
README.md:29:1: <!-- /journeymap --> without a comment that opens it
README.md:31:1: a comment in a list or a quote
README.md:33:1: a fence in a list or a quote
README.md:37:1: more than one journey
README.md:39:1: text behind the comment
README.md:41:1: a quotation mark is not closed
README.md:43:1: cycle: no option (expected name=value)
README.md:48:3: journey.stagess: unknown key
README.md:51:1: another fence is called 'a' too
README.md:55:1: another fence is called 'a' too
README.md:55:1: both a file and a journey in the document
README.md:59:1: a comment that is not closed
"""


def test_everything_that_is_wrong_is_said_at_once_with_its_place(folder, capsys):
    (folder / "wrong.yaml").write_text("{titel: A, stages: [One]}")
    (folder / "other.md").write_text("<!-- journeymap: crm.yaml -->\n")
    status, written = embed(folder, BAD, "other.md")
    assert status == 2
    assert written == BAD
    assert not list(folder.glob("*.svg"))
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("README")]
    expected = SAID.splitlines()
    firsts = [next((w for w in expected if line.startswith(w)), line) for line in said]
    assert list(dict.fromkeys(firsts)) == expected


def test_other_errors(folder, capsys):
    assert main(["embed", "no.md"]) == 2
    (folder / "latin.md").write_bytes(b"\xe9")
    assert main(["embed", "latin.md"]) == 2
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "m.md").write_text(f"<!-- journeymap: ../crm.yaml theme={'dark'} -->\n")
    (folder / "b" / "m.md").write_text("<!-- journeymap: ../crm.yaml -->\n")
    assert main(["embed", "a/m.md", "b/m.md", "--images", "."]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "no.md: No such file or directory",
        "latin.md: not UTF-8",
        "b/m.md:1:1: m-crm.svg: is a picture of another document too (expected image=…)",
    ]
    assert main(["embed", "a/m.md", "--base", "a"]) == 2
    assert "lies outside of the base directory" in capsys.readouterr().err


def test_a_document_elsewhere_may_name_what_lies_beside_it(folder, monkeypatch):
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    text = "<!-- journeymap: crm.yaml -->"
    (folder / "README.md").write_text(text)
    assert main(["embed", os.fspath(folder / "README.md")]) == 0
    assert (folder / "README-crm.svg").exists()


PICTURE = "![seen](seen.svg)"
LINES = st.sampled_from(
    ["", "Text", "# Title", "- item", "  more", "> quote", "    code", "<div>", "</div>", "***"]
)
ASKING = st.sampled_from(
    [
        "<!-- journeymap: a.yaml -->",
        "<!-- journeymap a.yaml view=cycle-->",
        "<!--journeymap:\ntitle: A\n\nstages: [B]\n-->",
        "```journeymap\ntitle: A\n```",
        "~~~~ journeymap view=cycle\ntitle: A\n~~~~",
        f"```journeymap\ntitle: A\n```\n\n{START}",
    ]
)
SHOWN = st.sampled_from(
    ["```md\n<!-- journeymap: a.yaml -->\n```", f"````\n```journeymap\n```\n{END}\n````"]
)


@st.composite
def documents(draw):
    """Draw documents without pictures, each with how many places it has."""
    pieces = draw(st.lists(st.tuples(st.sampled_from("lahl"), LINES, ASKING, SHOWN), max_size=8))
    chosen = [{"l": line, "a": ask, "h": show}[kind] for kind, line, ask, show in pieces]
    # A blank line keeps lists, quotes and HTML from taking in what comes behind.
    text = "".join(f"{piece}\n\n" for piece in chosen)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + text, sum(kind == "a" for kind, *_ in pieces)


@given(documents())
def test_text_outside_the_markers_never_changes(case):
    text, count = case
    found = Document(text)
    assert not found.faults
    assert len(found.places) == count
    made = found.with_pictures([[PICTURE]] * count)
    end = "\r\n" if "\r\n" in text else "\n"
    own = [place.is_new for place in found.places]
    added = [f"{START}{end}" * is_new + f"{PICTURE}{end}{END}" for is_new in own]
    rest = made
    for block in added:
        # Either in the middle, or behind a last line that has no end.
        whole = block + end if block + end in rest else end + block
        assert whole in rest
        rest = rest.replace(whole, "", 1)
    assert rest == text
    again = Document(made)
    assert not again.faults
    assert not any(place.is_open or place.is_new for place in again.places)
    assert again.with_pictures([[PICTURE]] * count) == made


@given(documents(), st.lists(st.sampled_from([[], ["![a](b)"], ["<picture>", "", ""]]), max_size=9))
def test_new_pictures_replace_the_old_ones_only(case, lines):
    text, count = case
    shown = (lines + [["![x](y)"]] * count)[:count]
    first = Document(text).with_pictures([[PICTURE]] * count)
    assert Document(first).with_pictures(shown) == Document(text).with_pictures(shown)


@given(st.text(st.sampled_from("<!-/journeymap: >\n`~\r a=#'"), max_size=60))
def test_no_text_is_too_odd(text):
    found = Document(text)
    if not found.faults and not found.places:
        assert found.with_pictures([]) == text
