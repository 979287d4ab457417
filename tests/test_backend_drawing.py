"""Pictures as drawings of svgwrite, which a script goes on with."""

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.diagram import TEXT_MODES


def canonical(document):
    """An SVG without what svgwrite says of itself, and without empty definitions."""
    root = ET.fromstring(document)  # noqa: S314 - we have just written it
    root.attrib.pop("baseProfile", None)
    *_, body = root
    if body.tag.endswith("}g") and "fill" not in root.attrib:
        # A drawing keeps what all shapes of the picture share away from what is added.
        root.attrib |= body.attrib
        root.remove(body)
        root.extend(body)
    for child in list(root):
        if child.tag.endswith("}defs") and not len(child):
            root.remove(child)
    return ET.canonicalize(ET.tostring(root, encoding="unicode"))


@pytest.mark.parametrize("text", TEXT_MODES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_drawing_is_the_document(name, text):
    picture = jm.swimlane(example(name), text=text)
    assert canonical(picture.drawing().tostring()) == canonical(picture.svg)


@pytest.mark.parametrize("view", ["cycle", "mindmap", "persona_card", "table", "flow"])
def test_every_view_can_be_had_as_a_drawing(view):
    picture = getattr(jm, view)(example("meal-delivery"), theme="auto")
    assert canonical(picture.drawing().tostring()) == canonical(picture.svg)


@pytest.mark.parametrize("view", ["swimlane", "cycle", "flow", "fab_matrix"])
@pytest.mark.parametrize("text", TEXT_MODES)
def test_what_is_added_does_not_look_like_the_picture(view, text):
    picture = getattr(jm, view)(
        example("meal-delivery" if view == "cycle" else "sales-automation"), text=text
    )
    root = ET.fromstring(picture.drawing().tostring())  # noqa: S314 - we have just written it
    assert not {name for name in root.attrib if name.startswith(("fill", "stroke"))}
    assert "font-size" not in root.attrib


def test_what_is_added_stands_above_the_picture(tmp_path):
    picture = jm.swimlane(jm.Journey("Coffee to go", stages=["Queue", "Drink"]))
    before = picture.svg
    drawing = picture.drawing()
    fade = drawing.defs.add(drawing.linearGradient(id="mine"))
    fade.add_stop_color(0, "#ffffff")
    drawing.add(drawing.rect((1, 2), (3, 4), fill="url(#mine)"))
    drawing.saveas(tmp_path / "stamped.svg")
    root = ET.parse(tmp_path / "stamped.svg").getroot()  # noqa: S314 - we have just written it
    assert root[-1].attrib == {
        "x": "1",
        "y": "2",
        "width": "3",
        "height": "4",
        "fill": "url(#mine)",
    }
    assert root.find(".//{*}defs/{*}linearGradient[@id='mine']") is not None
    assert picture.svg == before
    assert canonical(picture.drawing().tostring()) == canonical(before)


def test_a_picture_is_written_without_svgwrite():
    code = (
        "import sys, journeymap as jm\n"
        "stage = jm.Stage('S', emotions=[jm.Emotion('e', 1)])\n"
        "picture = jm.swimlane(jm.Journey('J', stages=[stage]))\n"
        "assert 'linearGradient' in picture.svg\n"
        "print('svgwrite' in sys.modules, picture.drawing() and 'svgwrite' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]
