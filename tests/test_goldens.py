"""Golden geometry and golden SVG of every example: which of the two breaks says which half moved.

`pytest tests/test_goldens.py --update-goldens` writes them anew; look at the difference then.
"""

import difflib
from pathlib import Path

import pytest

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.layout.box import printed

GOLDEN = Path(__file__).parent / "golden"


def compare(path, got, update):
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(got, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8")
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "golden", "got", n=1)
    difference = "\n".join(line[:200] for line in list(lines)[:40])
    assert got == expected, f"{path.name} differs:\n{difference}"


def test_every_example_is_here(update_goldens):
    if update_goldens:
        return
    assert sorted(path.name for path in GOLDEN.iterdir()) == EXAMPLES


@pytest.mark.parametrize("name", EXAMPLES)
def test_geometry(name, update_goldens):
    diagram = jm.swimlane(example(name))
    compare(GOLDEN / name / "swimlane.boxes.txt", printed(diagram.boxes), update_goldens)


@pytest.mark.parametrize("name", EXAMPLES)
def test_svg(name, update_goldens):
    # Without the embedded font: its bytes belong to the font's package and to zlib.
    diagram = jm.swimlane(example(name), text="system")
    compare(GOLDEN / name / "swimlane.svg", diagram.svg, update_goldens)


@pytest.mark.parametrize("name", EXAMPLES)
def test_file_and_python_give_the_same_journey(name):
    path = Path(__file__).parent.parent / "examples" / name / "journey.yaml"
    assert jm.load(path) == example(name)
