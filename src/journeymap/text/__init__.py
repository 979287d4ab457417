"""Lines of text: where they may break, what belongs together, in which order words stand."""

from journeymap.text.hyphens import Hyphenate
from journeymap.text.lines import Line, Measure, TextStyle
from journeymap.text.wrapping import Measured, min_width, natural_width, wrap

__all__ = [
    "Hyphenate",
    "Line",
    "Measure",
    "Measured",
    "TextStyle",
    "min_width",
    "natural_width",
    "wrap",
]
