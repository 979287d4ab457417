"""Fonts that the user names: asked in order, measured, drawn and carried along; or refused."""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

import journeymap as jm
from conftest import EXAMPLES, ROOT, example
from fontmaker import collection, font
from journeymap.backends.raster import to_pdf, to_png
from journeymap.backends.svg import to_svg
from journeymap.cli import main
from journeymap.errors import OptionError
from journeymap.fonts import INTER, fonts_of, glyphs, notes, system, webfont
from journeymap.geometry import Point
from journeymap.scene import Scene, Text, texts
from journeymap.text import TextStyle

STYLE = TextStyle(20)
BOLD = TextStyle(20, 700)
HAN = "東京"


@pytest.fixture
def saved(tmp_path):
    """Return what writes a font to a file and gives its path."""

    def save(name="boxes.ttf", data=None, **options):
        path = tmp_path / name
        path.write_bytes(font(HAN, **options) if data is None else data)
        return path

    return save


def scene(fonts, text=HAN, style=STYLE):
    line = Text(Point(10, 40), text, fonts.measure(text, style), style, "#000000")
    return Scene(300, 60, "#ffffff", (line,), "Map", fonts=fonts)


def said(fonts, *lines, embedded=False):
    return notes(fonts, [(line, STYLE) for line in lines], embedded=embedded)


def drawn(text, fonts, style=STYLE):
    return [shape.name for shape, _, _ in glyphs.placed(text, style, fonts)]


def test_no_names_are_the_font_of_the_theme():
    assert fonts_of(None) is INTER
    assert fonts_of([]) is INTER


@pytest.mark.parametrize("curves", ["TrueType", "CFF"])
def test_a_named_font_is_measured_and_drawn(saved, curves):
    fonts = fonts_of(saved(width=700, curves=curves))
    assert fonts.measure(HAN, STYLE) == pytest.approx(28, abs=0.02)
    assert fonts.measure(f"a {HAN}", STYLE) == pytest.approx(
        INTER.measure("a ", STYLE) + 28, abs=0.02
    )
    names = drawn(f"a{HAN}я", fonts)
    assert [name.split("-")[0] for name in names[1:3]] == ["f1", "f1"]
    assert names[0] == drawn("a", INTER)[0]
    assert said(fonts, HAN) == ()
    (first, *_) = glyphs.outline(HAN, STYLE, fonts)
    assert first == ("M", (1.0, 0.0))


def test_the_first_font_that_has_a_letter_draws_it(saved):
    one = saved("one.ttf", font("東A", family="One", width=300))
    two = saved("two.otf", font(HAN, family="Two", width=900, curves="CFF"))
    fonts = fonts_of([str(one), two])
    # A letter of the theme's font stays with it.
    assert fonts.measure("A", STYLE) == INTER.measure("A", STYLE)
    assert fonts.measure("東", STYLE) == pytest.approx(6, abs=0.02)
    assert fonts.measure("京", STYLE) == pytest.approx(18, abs=0.02)
    assert fonts_of([two, one]).measure("東", STYLE) == pytest.approx(18, abs=0.02)


def test_the_nearest_weight_of_a_family_is_taken(saved):
    thin = saved("thin.ttf", font(HAN, width=500))
    bold = saved("bold.ttf", font(HAN, width=800, weight=700))
    fonts = fonts_of([thin, bold])
    assert fonts.measure("東", STYLE) == pytest.approx(10, abs=0.02)
    assert fonts.measure("東", BOLD) == pytest.approx(16, abs=0.02)
    document = to_svg(
        attrs_evolved(scene(fonts), (*scene(fonts).items, *scene(fonts, style=BOLD).items))
    )
    assert re.findall(r'-(f\d)";[^}]*?font-weight:(\d+)', document) == [
        ("f1", "400"),
        ("f2", "700"),
    ]


def attrs_evolved(whole, items):
    return Scene(whole.width, whole.height, whole.background, items, fonts=whole.fonts)


def test_one_font_of_a_collection(saved):
    data = collection(font(HAN, family="One", width=300), font(HAN, family="Two", width=900))
    path = saved("both.ttc", data)
    assert fonts_of(path).measure("東", STYLE) == pytest.approx(6, abs=0.02)
    assert fonts_of(f"{path}#1").measure("東", STYLE) == pytest.approx(18, abs=0.02)
    with pytest.raises(OptionError, match="no font number 2"):
        fonts_of(f"{path}#2")


def test_a_letter_without_a_drawing_goes_to_the_next_font(saved):
    blank = saved("blank.ttf", font(HAN, family="Blank", empty=True))
    full = saved("full.ttf", font(HAN, family="Full"))
    assert [name[:2] for name in drawn(HAN, fonts_of([blank, full]))] == ["f2", "f2"]
    assert "u6771" in drawn(HAN, fonts_of(blank))[0]


def refused(tmp_path):
    (tmp_path / "text.ttf").write_text("hello")
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "torn.ttf").write_bytes(font(HAN)[:60])
    (tmp_path / "web.woff2").write_bytes(b"wOF2" + bytes(60))
    (tmp_path / "bitmap.ttf").write_bytes(font(HAN, curves="none"))
    (tmp_path / "single.ttf").write_bytes(font(HAN))


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.ttf", "No such file"), ("", "is no file"), ("text.ttf", "is no font"),
        ("empty.ttf", "is no font"), ("torn.ttf", "no letters"), ("web.woff2", "WOFF"),
        ("bitmap.ttf", "bitmaps"), ("single.ttf#1", "no font number 1"), ("a\0b", "null"),
    ],
)  # fmt: skip
def test_what_is_no_font_is_refused_by_name(tmp_path, name, problem):
    refused(tmp_path)
    with pytest.raises(OptionError, match=problem) as caught:
        fonts_of([str(tmp_path / name)])
    assert "expected a TTF, OTF, TTC or OTC file, or 'system'" in str(caught.value)
    assert repr(name.split("#")[0])[1:-1].rstrip("'") in str(caught.value)


@pytest.mark.parametrize("names", [5, b"a.ttf", [5], [None], {"a": 1}, "", [""], [b"a.ttf"]])
def test_what_is_no_list_of_paths_is_refused(names):
    with pytest.raises(OptionError, match="fonts: "):
        fonts_of(names)


def test_what_no_font_has_is_said():
    (note,) = said(INTER, "東京 map", "京")
    assert note == (
        "no font has letters for 京 U+4EAC 東 U+6771: PNG, PDF and outlines show their numbers; "
        "name a font file that has them, fonts=['…'], or allow those of this machine, "
        "fonts=['system']"
    )
    assert said(INTER, "Карта 🙂 👍🏽 ❤️ 1️⃣ a\u0301\u200b") == ()
    many = "".join(map(chr, range(0x4E00, 0x4E20)))
    assert "and 20 more" in said(INTER, many)[0]


def test_the_picture_carries_the_letters_of_named_fonts(saved):
    fonts = fonts_of(saved())
    document = to_svg(scene(fonts, f"Map {HAN}"))
    assert len(re.findall("@font-face", document)) == 2
    families = re.search('font-family="([^"]+)"', document)[1].split(", ")
    assert re.fullmatch(r"jm-\w+-Inter", families[0])
    assert re.fullmatch(r"jm-\w+-f1", families[1])
    assert "@font-face" not in to_svg(scene(fonts), text="system")


@pytest.mark.parametrize(
    ("rights", "carried"), [(0, True), (2, False), (4, True), (8, True), (0x100, False)]
)
def test_a_font_that_forbids_it_is_not_carried(saved, rights, carried):
    fonts = fonts_of(saved(rights=rights))
    assert ("@font-face" in to_svg(scene(fonts))) == carried
    found = said(fonts, HAN, embedded=True)
    assert bool(found) != carried
    assert all("licence" in note and "Boxes" in note for note in found)
    assert said(fonts, HAN) == ()


def test_a_font_that_is_too_large_is_not_carried(saved, monkeypatch):
    monkeypatch.setattr(webfont, "LARGEST", 300)
    fonts = fonts_of(saved())
    assert "@font-face" not in to_svg(scene(fonts))
    (note,) = said(fonts, HAN, embedded=True)
    assert "kB" in note


@pytest.mark.parametrize("mode", ["embed", "outline", "paths", "system"])
def test_two_pictures_with_the_same_fonts_are_the_same(saved, mode):
    path = saved()
    first, second = (to_svg(scene(fonts_of(path)), text=mode) for _ in range(2))
    assert first == second


def test_named_letters_of_a_document_can_be_found(saved):
    hebrew = saved("he.ttf", font("אבגד", family="He"))
    text = f"{HAN} map אבג"
    data = to_pdf(scene(fonts_of([saved(), hebrew]), text))
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    assert f"{HAN} map" in page.extract_text()
    assert set("אבג") <= set(page.extract_text())


def test_a_map_is_laid_out_and_drawn_in_named_fonts(saved):
    journey = jm.Journey(title=HAN * 8, stages=[jm.Stage(name="京")])
    path = saved(width=3000)
    plain, named = jm.swimlane(journey), jm.swimlane(journey, fonts=[path])
    assert named.width > plain.width or named.height > plain.height
    assert "name a font file" in plain.notes[0]
    assert named.notes == ()
    assert named.png() != plain.png()
    title = next(line for line in texts(named.scene.items) if HAN in line.text)
    assert title.width == pytest.approx(len(title.text) * 3 * title.style.size, rel=0.001)


# Fonts of the machine


@pytest.fixture
def machine(saved, monkeypatch):
    """Make the machine have one font, and count how often it is asked."""
    path = saved("machine.ttf", font(HAN, family="Machine"))
    asked = []

    def installed():
        asked.append(1)
        bad = system.Installed(str(path) + ".gone", 0, ((0x4E00, 0x9FFF),))
        return (bad, system.Installed(str(path), 0, ((0x4E00, 0x9FFF),)))

    monkeypatch.setattr(system, "installed", installed)
    return asked


def test_the_machine_is_asked_last_and_only_if_allowed(machine, saved):
    assert "u6771" in drawn("東", INTER)[0]
    named = saved("named.ttf", font("東", family="Named"))
    fonts = fonts_of([named, "system"])
    assert [name[:2] for name in drawn(HAN, fonts)] == ["f1", "s1"]
    assert len(machine) == 1
    (note,) = said(fonts, HAN)
    assert note.startswith("京 U+4EAC are drawn in Machine, a font of this machine")


def test_letters_of_the_theme_never_ask_the_machine(machine):
    fonts = fonts_of(["system"])
    for name in EXAMPLES:
        assert jm.swimlane(example(name), fonts=["system"]).png()
    to_png(scene(fonts, "Карта → ★ 🙂 ❤️"))
    assert not machine


def test_what_the_machine_lacks_is_said(machine):
    assert len(machine) == 0
    (note,) = said(fonts_of("system"), "ก")
    assert "show their numbers" in note
    assert "system" not in note


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/a.ttf\t0\t20-7e a0", ("/a.ttf", 0, ((0x20, 0x7E), (0xA0, 0xA0)))),
        ("/a b.ttc\t131073\t41", ("/a b.ttc", 1, ((0x41, 0x41),))),
        ("/a.ttf\t0\t", None),
        ("/a.ttf\tx\t41", None),
        ("nonsense", None),
        ("/a.ttf\t0\tzz", None),
    ],
)  # fmt: skip
def test_the_list_of_the_machine_is_read(line, found):
    parsed = system._parsed(line)
    assert (parsed and (parsed.path, parsed.index, parsed.ranges)) == found


@pytest.mark.parametrize(
    "program", ["exit 1", "printf 'garbage\\n\\001'", "printf '/no/such.ttf\\t0\\t4e00-9fff\\n'"]
)
def test_a_machine_that_answers_nonsense_has_no_fonts(tmp_path, monkeypatch, program):
    script = tmp_path / "fc-match"
    script.write_text(f"#!/bin/sh\n{program}\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "u6771" in drawn("東", fonts_of("system"))[0]


def test_a_machine_without_fontconfig_has_no_fonts(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.installed() == ()


# The same picture on every machine

_DRAW = """
import hashlib, runpy, sys
import journeymap as jm
for path in sys.argv[1:]:
    diagram = jm.swimlane(runpy.run_path(path)["journey"])
    for data in (diagram.png(), diagram.pdf(), diagram.svg.encode()):
        print(path, hashlib.sha256(data).hexdigest())
"""


def drawn_under(**environment):
    """Start to draw all examples in a process of its own."""
    paths = [str(ROOT / "examples" / name / "journey.py") for name in EXAMPLES]
    return subprocess.Popen(  # noqa: S603 - the program is this very interpreter
        [sys.executable, "-c", _DRAW, *paths],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_the_pictures_are_the_same_without_any_font_on_the_machine(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
    )
    bare = {"FONTCONFIG_FILE": str(config), "FONTCONFIG_PATH": str(tmp_path), "HOME": str(tmp_path)}
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "ar_EG.UTF-8", "LANG": "tr_TR.UTF-8"}
    with drawn_under() as one, drawn_under(**bare, **elsewhere, SOURCE_DATE_EPOCH="99") as other:
        ordinary, found = (process.communicate()[0] for process in (one, other))
    assert one.returncode == other.returncode == 0
    assert len(ordinary.splitlines()) == 3 * len(EXAMPLES)
    assert found == ordinary


def test_the_text_of_a_russian_map_can_be_found():
    diagram = jm.swimlane(example("sales-automation-ru"))
    (page,) = pypdf.PdfReader(io.BytesIO(diagram.pdf())).pages
    found = page.extract_text()
    for line in texts(diagram.scene.items):
        assert line.text in found.replace("\n", " ") or line.text.replace(" ", "") in re.sub(
            r"\s", "", found
        )


NOTO = Path("/usr/share/fonts/truetype/noto")
SCRIPTS = {
    "Hebrew": "מפת מסע לקוח",
    "Arabic": "خريطة رحلة العميل",
    "Devanagari": "ग्राहक यात्रा",
    "Thai": "แผนที่การเดินทาง",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_that_join_letters(script, tmp_path):
    path, program = NOTO / f"NotoSans{script}-Regular.ttf", shutil.which("pdftotext")
    if not path.exists() or program is None:
        pytest.skip("needs pdftotext and the Noto fonts of the machine")
    fonts = fonts_of(path)
    text = SCRIPTS[script]
    assert said(fonts, text, embedded=True) == ()
    document = tmp_path / "map.pdf"
    document.write_bytes(to_pdf(scene(fonts, text)))
    found = subprocess.run(  # noqa: S603 - a program of the machine, on a file of ours
        [program, document, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert re.sub("[\u202a-\u202e]", "", found).strip() == text


def test_the_command_line_names_fonts(saved, tmp_path, capsys):
    source, target = tmp_path / "map.yaml", tmp_path / "map.svg"
    source.write_text(f"title: {HAN}\nstages: [{{name: One}}]\n", encoding="utf-8")
    command = ["render", str(source), "-o", str(target)]
    assert main(command) == 0
    assert "name a font file" in capsys.readouterr().err
    assert main([*command, "--fonts", f"{saved()},system"]) == 0
    assert capsys.readouterr().err == ""
    assert main([*command, "--fonts", str(source)]) == 2
    assert "is no font" in capsys.readouterr().err
    assert main([*command, "--fonts", ""]) == 2
    assert "names no font" in capsys.readouterr().err
