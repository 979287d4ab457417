"""The library's own words: one file a language, chosen by the language tag."""

from __future__ import annotations

import functools
import importlib

from journeymap.errors import unknown
from journeymap.labels.words import Labels

LANGUAGES = ("en", "ru")


@functools.cache
def labels_of(language: str) -> Labels:
    """Return the words of a language.

    Args:
        language: A tag of BCP 47; only its first part counts.

    Raises:
        OptionError: There are no words in that language.
    """
    code = language.split("-", maxsplit=1)[0].lower()
    if code not in LANGUAGES:
        raise unknown("language", language, LANGUAGES)
    words: Labels = importlib.import_module(f"journeymap.labels.{code}").LABELS
    return words


def labels_for(language: str | None, own: str) -> Labels:
    """Return the words of the language asked for, or else of the journey's own, or else English."""
    if language is not None:
        return labels_of(language)
    return labels_of(own if own.split("-", maxsplit=1)[0].lower() in LANGUAGES else "en")
