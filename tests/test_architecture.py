"""The rules of the architecture that a machine can check."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import journeymap
from journeymap import painting

PACKAGE = Path(journeymap.__file__).parent
LAYERS = {
    "errors": 0,
    "geometry": 0,
    "atomic": 0,
    "values": 0,
    "formats": 0,
    "notebook": 0,
    "model": 1,
    "text": 1,
    "fonts": 2,
    "theme": 2,
    "labels": 2,
    "placing": 1,
    "escaping": 1,
    "grids": 2.1,
    "analysis": 2.2,
    "lanechoice": 2,
    "options": 2,
    "contents": 2.5,
    "graphs": 2.6,
    "layout": 3,
    "describe": 3,
    "tables": 3,
    "scene": 3,
    "painting": 4,
    "backends": 5,
    "files": 5,
    "diagram": 6,
    "tabular": 6.5,
    "flowing": 7.5,
    "render": 7,
    "views": 8,
    "costing": 8.5,
    "watch": 8.6,
    "ext": 8.5,
    "cli": 9,
    "__main__": 10,
    "__init__": 10,
}
KEPT_IN_BACKENDS = {"svgwrite", "cairosvg", "cairocffi", "graphviz"}
FILES = sorted(PACKAGE.rglob("*.py"))


def part(path):
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "journeymap":
                yield from (f"journeymap.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path):
    own = part(path)
    for name in imports(path):
        first, *rest = name.split(".")
        if first != "journeymap" or not rest or rest[0].startswith("__"):
            continue
        other = rest[0]
        assert other == own or LAYERS[other] < LAYERS[own], f"{own} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_backends_know_the_drawing_libraries(path):
    if part(path) != "backends":
        assert not KEPT_IN_BACKENDS & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_library_is_quiet(path):
    if part(path) in {"cli", "__main__"}:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in called
    assert not {"logging", "warnings", "socket", "uuid", "random", "time"} & set(imports(path))


def test_no_value_has_compiled_what_values_share():
    parents = {"Value", "Record", "Remark", "Written", "Answer"}
    found = 0
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef) or not parents & set(
                map(ast.unparse, node.bases)
            ):
                continue
            for decorator in map(ast.unparse, node.decorator_list):
                assert "eq=False" in decorator, node.name
                assert "repr=False" in decorator, node.name
                found += 1
    assert found > 60


def test_only_tables_of_names_import_by_name():
    # What is imported by a name that is a text is not seen above.
    loaders = {
        str(path.relative_to(PACKAGE))
        for path in FILES
        if "import_module" in path.read_text(encoding="utf-8")
    }
    assert loaders == {
        "__init__.py",
        "cli/__init__.py",
        "files/__init__.py",
        "labels/__init__.py",
        "labels/words.py",
        "notebook.py",
        "views/__init__.py",
    }


def test_the_layout_knows_no_colour():
    for path in (PACKAGE / "layout").rglob("*.py"):
        names = set(imports(path))
        assert "journeymap.scene" not in names
        assert "Palette" not in path.read_text(encoding="utf-8")


def test_a_role_has_one_painter():
    roles = [role for family in painting.FAMILIES for role in family]
    assert len(roles) == len(set(roles))


def test_the_import_is_light():
    heavy = "attrs yaml svgwrite cairosvg uharfbuzz graphviz"
    code = (
        "import sys; before = set(sys.modules); import journeymap; "
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert result.stdout.strip() == "[]"


def test_every_public_name_can_be_had():
    for name in journeymap.__all__:
        assert getattr(journeymap, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Jurney'"):
        _ = journeymap.Jurney


def test_what_editors_see_is_what_is_there():
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    shown = {alias.asname for node in block.body for alias in node.names}
    assert shown == set(journeymap.__all__)
