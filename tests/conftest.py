"""What all tests share: the examples, the update switch, Hypothesis' settings."""

import runpy
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


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


def example(name):
    """Return the journey of an example, as its Python file builds it."""
    return runpy.run_path(str(ROOT / "examples" / name / "journey.py"))["journey"]
