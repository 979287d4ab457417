"""Golden geometry and golden SVG of every example: which of the two breaks says which half moved.

`pytest tests/test_goldens.py --update-goldens` writes them anew; look at the difference then.
"""

import difflib
from pathlib import Path

import pytest

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.layout.box import printed
from journeymap.views import VIEWS

GOLDEN = Path(__file__).parent / "golden"


def compare(path, got, update):
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(got, encoding="utf-8", newline="")
        return
    with path.open(encoding="utf-8", newline="") as file:
        expected = file.read()
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "golden", "got", n=1)
    difference = "\n".join(line[:200] for line in list(lines)[:40])
    assert got == expected, f"{path.name} differs:\n{difference}"


def test_every_example_is_here(update_goldens):
    if update_goldens:
        return
    assert sorted(path.name for path in GOLDEN.iterdir()) == EXAMPLES


def drawn(view, name, **options):
    """Return a view of an example; skip the test where an example has nothing to show."""
    try:
        return VIEWS[view](example(name), **options)
    except jm.OptionError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_geometry(name, view, update_goldens):
    diagram = drawn(view, name)
    compare(GOLDEN / name / f"{view}.boxes.txt", printed(diagram.boxes), update_goldens)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_svg(name, view, update_goldens):
    # Without the embedded font: its bytes belong to the font's package and to zlib.
    diagram = drawn(view, name, text="system")
    compare(GOLDEN / name / f"{view}.svg", diagram.svg, update_goldens)


def test_comparison(update_goldens):
    both = [example(name) for name in ("returns", "returns-to-be")]
    folder = GOLDEN / "returns-to-be"
    boxes = printed(jm.compare(*both).boxes)
    compare(folder / "compare.boxes.txt", boxes, update_goldens)
    compare(folder / "compare.svg", jm.compare(*both, text="system").svg, update_goldens)


@pytest.mark.parametrize("suffix", ["md", "html", "csv"])
@pytest.mark.parametrize("view", ["table", "fab-matrix"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_documents(name, view, suffix, update_goldens):
    text = drawn(view, name).bytes(suffix).decode()
    compare(GOLDEN / name / f"{view}.{suffix}", text, update_goldens)


@pytest.mark.parametrize("suffix", ["txt", "json"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_coverage(name, suffix, update_goldens):
    found = jm.coverage(example(name))
    text = {"txt": f"{found}\n\n{found.table()}", "json": found.json}[suffix]
    compare(GOLDEN / name / f"coverage.{suffix}", text, update_goldens)


@pytest.mark.parametrize("name", EXAMPLES)
def test_file_and_python_give_the_same_journey(name):
    path = Path(__file__).parent.parent / "examples" / name / "journey.yaml"
    assert jm.load(path) == example(name)
