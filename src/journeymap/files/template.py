"""The commented files to start from."""

from __future__ import annotations

import importlib.resources
from typing import get_args

from journeymap.errors import unknown
from journeymap.model.journey import Kind

LANGUAGES = ("en", "ru")


def template(kind: str, language: str = "en") -> str:
    """Return the text of a commented YAML file that reads without faults.

    Args:
        kind: b2b or b2c.
        language: en or ru.

    Raises:
        OptionError: There is no such template.
    """
    if kind not in get_args(Kind):
        raise unknown("kind of journey", kind, get_args(Kind))
    if language not in LANGUAGES:
        raise unknown("language of a template", language, LANGUAGES)
    folder = importlib.resources.files("journeymap.files") / "templates"
    return (folder / f"{kind}.{language}.yaml").read_text(encoding="utf-8")
