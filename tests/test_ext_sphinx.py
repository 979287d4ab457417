"""The Sphinx extension, by building small projects."""

import io
import os
import re
import time
import zipfile

import pypdf
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

import journeymap as jm
from journeymap.backends import graphvizengine
from journeymap.ext import asked, cache
from journeymap.ext.words import words_of

CONF = """\
extensions = ["journeymap.ext.sphinx", "myst_parser"]
project = "maps"
version = copyright = "1"
html_theme = "basic"
numfig = True
"""
JOURNEY = """\
title: Coffee
stages:
- {name: Need, emotions: {tired: -1}, link: 'https://a.b/'}
- Sip
"""
INLINE = """
.. journeymap::
   :view: cycle

   title: Tea
   stages: [One, Two]
"""


@pytest.fixture
def project(tmp_path):
    """Return what writes the files of a project and builds it: builder, settings -> warnings."""
    folder = tmp_path / "docs"
    folder.mkdir()

    def build(builder="html", index="", *, parallel=0, conf=CONF, **files):
        written = {"conf.py": conf, "crm.yaml": JOURNEY, **files}
        if index:
            written["index.rst"] = f"Maps\n====\n\n{index}"
        for name, text in written.items():
            path = folder / name
            if not path.exists() or path.read_text() != text:
                path.write_text(text)
        warnings = io.StringIO()
        with docutils_namespace():
            app = Sphinx(
                folder,
                folder,
                tmp_path / builder,
                tmp_path / "doctrees",
                builder,
                status=None,
                warning=warnings,
                parallel=parallel,
            )
            app.build()
        build.changed = app.env.all_docs
        return re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())

    build.folder = folder
    build.out = lambda builder: tmp_path / builder
    build.page = lambda name="index.html": (tmp_path / "html" / name).read_text()
    return build


def test_html_holds_the_picture_with_its_links_and_words(project):
    assert project(index=".. journeymap:: crm.yaml\n") == ""
    page = project.page()
    svg = jm.swimlane(jm.load(project.folder / "crm.yaml")).svg
    assert svg in page
    assert 'href="https://a.b/"' in svg
    assert "journeymap.css" in page
    assert (project.out("html") / "_static" / "journeymap.css").exists()


def test_a_page_of_sphinx_may_have_graphviz_place_a_flow(project, monkeypatch):
    monkeypatch.setattr(graphvizengine, "dot_program", lambda: None)
    asking = ".. journeymap::\n   :view: flow\n   :engine: graphviz\n\n   title: T\n"
    pinning = ".. journeymap::\n   :view: flow\n\n   title: T\n   flow: graphviz\n"
    for index in (asking, pinning):
        said = project(index=f"{index}   stages: [S]\n")
        assert "Graphviz is not installed" in said
        assert "cannot be asked for" not in said


def test_every_option_reaches_the_view(project):
    index = """
.. journeymap:: crm.yaml
   :view: swimlane
   :lanes: *,-actions,emotions=Mood
   :theme: #7a1f5c
   :language: ru
   :width: 900
   :per-row: 1
   :curves: crm.yaml
   :curve-by: stage
   :text: system
"""
    assert project(index=index) == ""
    journey = jm.load(project.folder / "crm.yaml")
    expected = jm.swimlane(
        journey,
        lanes="*,-actions,emotions=Mood",
        theme="#7a1f5c",
        language="ru",
        width=900.0,
        per_row=1,
        curves=[journey],
        curve_by="stage",
        text="system",
    )
    assert expected.svg in project.page()


def test_figures_have_captions_numbers_and_names(project):
    index = """
See :ref:`way` and :numref:`way`.

.. journeymap:: crm.yaml
   :caption: The *way* to coffee
   :name: way
   :align: center
   :class: big
   :alt: Own <words>
   :embed: image
"""
    assert project(index=index) == ""
    page = project.page()
    assert re.search(r'<figure class="journeymap big align-center" id="way">', page)
    assert "<em>way</em>" in page
    assert ">Fig. 1</span>" in page
    assert '<span class="std std-ref">The way to coffee</span>' in page
    assert 'alt="Own &lt;words&gt;"' in page
    (name,) = re.findall(r'src="(_images/.*?\.svg)"', page)
    assert (project.out("html") / name).read_text().startswith("<svg ")


def test_a_picture_twice_on_a_page_repeats_no_id(project):
    index = ".. journeymap:: crm.yaml\n\n.. journeymap:: crm.yaml\n" + INLINE
    assert project(index=index) == ""
    ids = re.findall(r'\sid="(jm-.*?)"', project.page())
    assert len(ids) == len(set(ids)) > 2
    assert project.page().count("<img") == 1


def test_a_pair_for_light_and_dark_pages(project):
    conf = CONF + 'journeymap_dark_theme = "dark"\n'
    index = ".. journeymap:: crm.yaml\n\n.. journeymap:: crm.yaml\n   :theme: print\n"
    assert project(index=index, conf=conf) == ""
    journey = jm.load(project.folder / "crm.yaml")
    light, dark, printed = re.findall(
        r'<div class="journeymap-picture(.*?)">\n(<svg .*?</svg>)', project.page(), re.DOTALL
    )
    assert light == (" only-light journeymap-wide", jm.swimlane(journey).svg)
    assert dark == (" only-dark journeymap-wide", jm.swimlane(journey, theme="dark").svg)
    assert printed == (" journeymap-wide", jm.swimlane(journey, theme="print").svg)


def test_a_pair_has_one_look_on_paper_and_two_in_the_site_that_is_built_next(project):
    conf = CONF + 'journeymap_dark_theme = "dark"\n'
    assert project("latex", ".. journeymap:: crm.yaml\n", conf=conf) == ""
    assert len(list(project.out("latex").glob("*.pdf"))) == 1
    assert project(conf=conf) == ""
    assert project.page().count("<svg ") == 2


def test_defaults_stand_in_the_configuration(project):
    conf = CONF + 'journeymap_view = "mindmap"\njourneymap_language = "ru"\n'
    conf += 'journeymap_width = 700\njourneymap_per_row = 3\njourneymap_embed = "image"\n'
    conf += 'journeymap_curves = ["/crm.yaml"]\n'
    assert project(index=".. journeymap:: crm.yaml\n", conf=conf) == ""
    (picture,) = (project.out("html") / "_images").glob("*.svg")
    journey = jm.load(project.folder / "crm.yaml")
    assert picture.read_text() == jm.mindmap(journey, language="ru", width=700).svg
    again = ".. journeymap:: crm.yaml\n   :view: swimlane\n   :embed: inline\n   :language: en\n"
    assert project(index=again, conf=conf) == ""
    drawn = jm.swimlane(journey, language="en", width=700, per_row=3, curves=[journey])
    assert drawn.svg in project.page()


def test_tables_can_be_tables_of_html(project):
    index = ".. journeymap:: crm.yaml\n   :view: table\n   :embed: table\n"
    assert project(index=index) == ""
    assert jm.table(jm.load(project.folder / "crm.yaml")).html in project.page()
    assert "<svg" not in project.page()


def test_pages_stand_one_after_another(project):
    long = "title: Long\nstages: [{}]\n".format(", ".join(f"Stage {n}" for n in range(40)))
    pages = jm.swimlane(jm.loads(long), page="500x420").pages
    assert len(pages) > 1
    index = ".. journeymap:: long.yaml\n   :page: 500x420\n"
    assert project("latex", index, **{"long.yaml": long}) == ""
    tex = (project.out("latex") / "maps.tex").read_text()
    assert tex.count("includegraphics{") == len(pages)


def test_latex_has_a_pdf_and_epub_an_svg_file(project):
    index = ".. journeymap:: crm.yaml\n   :caption: A way\n" + INLINE
    assert project("latex", index) == ""
    files = sorted(project.out("latex").glob("journeymap-*.pdf"))
    assert "Coffee" in "".join(pypdf.PdfReader(file).pages[0].extract_text() for file in files)
    assert len(files) == 2
    assert "A way" in (project.out("latex") / "maps.tex").read_text()
    assert project("epub") == ""
    with zipfile.ZipFile(project.out("epub") / "maps.epub") as book:
        held = [name for name in book.namelist() if name.endswith(".svg")]
        assert len(held) == 2
        assert "<svg" not in book.read("index.xhtml").decode()


def test_text_says_what_the_picture_shows(project):
    assert project("text", ".. journeymap:: crm.yaml\n   :caption: A way\n") == ""
    text = " ".join((project.out("text") / "index.txt").read_text().split())
    assert jm.swimlane(jm.loads(JOURNEY)).alt_text in text
    assert "A way" in text
    assert "[image" not in text


def test_captions_can_be_translated(project):
    assert project("gettext", ".. journeymap:: crm.yaml\n   :caption: A *way*\n") == ""
    assert 'msgid "A *way*"' in (project.out("gettext") / "index.pot").read_text()


def test_only_pages_whose_journey_has_changed_are_read_again(project, monkeypatch):
    drawn = []
    draw = asked.Asked.draw
    monkeypatch.setattr(asked.Asked, "draw", lambda one: drawn.append(one.view) or draw(one))
    files = {"other.rst": f":orphan:\n\nOther\n=====\n{INLINE}"}
    assert project(index=".. journeymap:: crm.yaml\n", **files) == ""
    assert sorted(drawn) == ["cycle", "swimlane"]
    before = project.page()
    assert project() == ""
    assert len(drawn) == 2
    _later(project.folder / "crm.yaml")
    assert project(**{"crm.yaml": JOURNEY.replace("Sip", "Gulp")}) == ""
    assert drawn[2:] == ["swimlane"]
    assert "Gulp" in project.page() != before
    # Another comment is no other picture.
    _later(project.folder / "crm.yaml")
    assert project(**{"crm.yaml": "# A remark\n" + JOURNEY}) == ""
    assert len(drawn) == 3
    assert project.page() == before


def _later(path):
    path.unlink()
    time.sleep(0.01)  # Sphinx knows a changed file by its time, in microseconds


def test_pages_that_are_read_side_by_side(project):
    page = ":orphan:\n\nPage\n====\n\n.. journeymap:: crm.yaml\n   :width: {}00\n"
    files = {f"p{number}.rst": page.format(number) for number in range(5, 12)}
    assert project(index=INLINE, parallel=2, **files) == ""
    journey = jm.load(project.folder / "crm.yaml")
    for number in (5, 11):
        assert jm.swimlane(journey, width=number * 100).svg in project.page(f"p{number}.html")


ERRORS = """
.. journeymap:: wrong.yaml

.. note::

   .. journeymap::
      :view: cycle

      title: A
      stages:
      - {name: One, importance: 9}
      - {nmae: Two}

.. journeymap:: no.yaml

.. journeymap:: crm.yaml
   :view: cycl

.. journeymap:: crm.yaml
   :view: cycle
   :per-row: 3

.. journeymap:: crm.yaml
   :width: wide

.. journeymap:: crm.yaml
   :embed: iframe

.. journeymap:: crm.yaml
   :view: compare

.. journeymap:: crm.yaml

   title: Both

.. journeymap::

.. journeymap::
   :format: json

   {"title": "A", "stages": [}
"""
SAID = r"""
index.rst:5: ERROR: .*/wrong.yaml:2:11: journey.stages\[0\].nmae: unknown key .*
index.rst:14: ERROR: column 33: journey.stages\[0\].importance: out of range \(got 9; .*
index.rst:15: ERROR: column 10: journey.stages\[1\].nmae: unknown key .* did you mean 'name'.*
index.rst:17: ERROR: .*/no.yaml: No such file or directory.*
index.rst:19: ERROR: unknown view 'cycl' .* did you mean 'cycle'.*
index.rst:22: ERROR: per-row: the view cycle has no such option .*: swimlane, flow\).*
index.rst:26: ERROR: width: not a number \(got 'wide'\).*
index.rst:29: ERROR: unknown way to embed 'iframe' \(known: inline, image, table\).*
index.rst:32: ERROR: the view compare needs before: the file of another journey.*
index.rst:35: ERROR: both a file and a journey below; expected one of them.*
index.rst:39: ERROR: no journey; name its file, or write it below.*
index.rst:44: ERROR: column 30: not valid JSON.*
"""


def test_errors_stand_where_the_author_wrote(project):
    files = {"wrong.yaml": "title: A\nstages: [{nmae: One}]\n"}
    said = project(index=ERRORS, **files).splitlines()
    expected = SAID.strip().splitlines()
    assert len(said) == len(expected)
    for line, pattern in zip(said, expected, strict=True):
        assert re.fullmatch(re.escape(str(project.folder)) + "/" + pattern, line), line
    # The rest of the page stands.
    assert "<h1>Maps" in project.page()


MYST = """
# A page

```{journeymap} crm.yaml
:view: mindmap
```

- in a list

  ```{journeymap}
  :view: cycle

  title: A
  stagess: [One, Two]
  ```
"""


def test_markdown_by_myst(project):
    said = project(index=INLINE, **{"page.md": f"---\norphan: true\n---\n{MYST}"})
    assert re.fullmatch(r".*/page.md:17: ERROR: column 3: journey.stagess: unknown key .*\n", said)
    assert jm.mindmap(jm.loads(JOURNEY)).svg in project.page("page.html")


def test_an_error_for_one_theme_of_a_pair_is_told_once(project):
    said = project(index=".. journeymap:: crm.yaml\n   :dark-theme: drak\n")
    assert said.count("ERROR") == 1
    assert "unknown theme 'drak'" in said


def test_letters_that_no_font_has_are_a_warning_with_a_place(project):
    index = ".. journeymap::\n   :text: outline\n\n   title: ཀ\n   stages: [One]\n"
    said = project(index=index)
    assert re.match(r".*/index.rst:4: WARNING: .*ཀ", said), said
    assert project("text", conf=CONF + 'suppress_warnings = ["journeymap.note"]\n') == ""


def test_a_picture_that_was_drawn_is_not_drawn_again(tmp_path, monkeypatch):
    journey = jm.loads(JOURNEY)
    one = asked.asked({"view": "cycle"}, journey, os.fspath)
    known = cache.Cache(tmp_path)
    told = known.told(one, "svg")
    monkeypatch.setattr(asked.Asked, "draw", lambda _: pytest.fail("drawn again"))
    assert cache.Cache(tmp_path).told(one, "svg") == told
    assert known.file(one, "svg").read_text() == jm.cycle(journey).svg
    other = asked.asked({"view": "cycle", "theme": "dark"}, journey, os.fspath)
    assert other.digest != one.digest


def test_every_picture_has_a_name_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "a.yaml").write_text(JOURNEY)
    (tmp_path / "b.yaml").write_text(JOURNEY.replace("Sip", "Gulp"))
    (tmp_path / "a.ttf").write_bytes(b"1")
    (tmp_path / "b.ttf").write_bytes(b"2")
    lines = (
        "view=cycle|view=cycle theme=dark|view=mindmap|view=swimlane|curves=a.yaml|curves=b.yaml|"
        "curves=a.yaml,b.yaml|width=900|per-row=900|view=compare before=a.yaml|"
        "view=compare before=b.yaml|fonts=a.ttf|fonts=b.ttf"
    )
    journey = jm.loads(JOURNEY)

    def digests():
        words = [words_of(line)[1] for line in lines.split("|")]
        return [asked.asked(one, journey, tmp_path.joinpath).digest for one in words]

    first = digests()
    assert len(set(first)) == len(first)
    assert digests() == first
    monkeypatch.setattr(jm, "__version__", "another")
    assert not set(digests()) & set(first)
