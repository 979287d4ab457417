"""What the page of the live preview says in English."""

from __future__ import annotations

from collections.abc import Mapping

WATCH: Mapping[str, str] = {
    "choices": "What is shown",
    "view": "View",
    "theme": "Theme",
    "language": "Language",
    "default": "default",
    "show": "Show",
    "zoom": "Zoom",
    "fit": "Fit width",
    "smaller": "Smaller",
    "larger": "Larger",
    "alone": "Picture alone",
    "picture": "Picture",
    "waiting": "Connecting",
    "live": "Live",
    "lost": "Not connected",
    "none": "There is no picture yet.",
    "wrong": "This cannot be drawn.",
    "behind": "The last good picture stands behind.",
    "notes": "Notes",
}
