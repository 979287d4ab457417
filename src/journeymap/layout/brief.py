"""Texts cut short where they are only repeated; where they are said first they stand in full."""

from __future__ import annotations

from journeymap.layout.blocks import Setting
from journeymap.text.graphemes import clusters

LONGEST = 60
"""Letters of a repeated text, of which the first ones are kept."""


def shortened(text: str, setting: Setting, longest: int = LONGEST) -> str:
    """Return a text, or its start and an ellipsis if it is long."""
    letters = clusters(text[: 8 * longest])
    if len(letters) <= longest:
        return text
    start = "".join(letters[: longest - 1]).rstrip()
    return setting.labels.legend["shortened"].format(start=start)
