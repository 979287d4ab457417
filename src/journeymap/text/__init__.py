"""Lines of text: where they may break, what belongs together, in which order words stand."""

from journeymap.text.wrapping import Line, Measure, TextStyle, min_width, natural_width, wrap

__all__ = ["Line", "Measure", "TextStyle", "min_width", "natural_width", "wrap"]
