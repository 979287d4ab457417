"""Draws the picture of the README anew: `python docs/pictures.py`; a test says when."""

from pathlib import Path

import journeymap as jm

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "examples" / "sales-automation" / "journey.yaml"
PICTURE = ROOT / "docs" / "_static" / "sales-automation.svg"


def draw() -> str:
    """Return the SVG of the example."""
    return jm.swimlane(jm.load(SOURCE)).svg


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8", newline="\n")
