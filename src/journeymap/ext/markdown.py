"""Journeys in Markdown that Python makes pages of: Python-Markdown, MkDocs, Material, Zensical.

`JourneymapExtension` is an extension of Python-Markdown, by the name `journeymap`. `fence` and
`validator` are a custom fence of SuperFences, which also knows fences in lists and quotes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from journeymap.errors import JourneymapError, OptionError
from journeymap.ext.page import error_box, page_of
from journeymap.ext.words import below, words_of

if TYPE_CHECKING:
    from markdown import Markdown

_NAME = "journeymap"
_BEFORE_FENCES = 27
"""Earlier than the fences of code, at 25, and after the line ends are made alike, at 30."""

_FENCE = re.compile(
    r"^(?P<mark>~{3,}|`{3,})[ ]*(?P<info>[^\n`]*)\n(?P<body>.*?)(?<=\n)(?P=mark)[ ]*$",
    re.MULTILINE | re.DOTALL,
)

Formatter = Callable[..., str]
"""What SuperFences calls for a fence."""


def fence(  # noqa: PLR0913 - five arguments are what SuperFences says, three are settings
    source: str,
    language: str,
    class_name: str,
    options: Mapping[str, str],
    md: Markdown | None,
    *,
    classes: Sequence[str] = (),
    id_value: str = "",
    attrs: Mapping[str, str] | None = None,
    base: str | os.PathLike[str] | None = None,
    strict: bool = False,
    defaults: Mapping[str, object] | None = None,
    **_: Any,
) -> str:
    """Return the HTML of a fence: a formatter for SuperFences.

    As it stands, it reads no file, and shows errors on the page; see `fence_below`.
    """
    del language, class_name, md
    words = {**options, **(attrs or {})}

    def draw() -> str:
        return page_of(source, words, below(base), defaults, classes=classes, name=id_value)

    if not strict:
        return _or_error(draw, strict=False)
    from pymdownx.superfences import SuperFencesException  # noqa: PLC0415 - it is what calls

    try:
        return draw()
    except (JourneymapError, OSError) as error:
        # Any other error would leave the fence on the page, as code.
        raise SuperFencesException(str(error)) from error


def fence_below(
    base: str | os.PathLike[str] | None = None,
    *,
    strict: bool = False,
    defaults: Mapping[str, object] | None = None,
) -> Formatter:
    """Return a formatter for SuperFences with settings.

    Args:
        base: The folder below which fences may name files, as `file="crm.yaml"`; none unless given.
        strict: Whether an error ends the build; it is shown on the page unless so.
        defaults: Values of options for all fences.
    """
    # Not a function inside this one: Zensical wants to pickle it.
    return partial(fence, base=base, strict=strict, defaults=defaults)


def _or_error(draw: Callable[[], str], *, strict: bool) -> str:
    """Return what is drawn, or what is wrong."""
    try:
        return draw()
    except (JourneymapError, OSError) as error:
        if strict:
            raise
        return error_box(error)


def validator(
    language: str,
    inputs: Mapping[str, str],
    options: dict[str, str],
    attrs: Mapping[str, str],
    md: Markdown | None,
) -> bool:
    """Take all options of a fence; which of them are right is said when it is drawn."""
    del language, attrs, md
    options.update(inputs)
    return True


class JourneymapExtension(Extension):
    """Draws fences whose language is `journeymap`."""

    def __init__(self, **settings: Any) -> None:
        """Take the settings that `fence_below` describes."""
        self.config = {
            "base": ["", "the folder below which fences may name files"],
            "strict": [False, "whether an error ends the build"],
            "defaults": [{}, "values of options for all fences"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is that of the base
        """Add what finds the fences."""
        settings = self.getConfigs()
        md.preprocessors.register(_Fences(md, **settings), _NAME, _BEFORE_FENCES)


class _Fences(Preprocessor):
    """Puts pictures into the place of fences; those inside other fences are left alone."""

    def __init__(
        self,
        md: Markdown,
        base: str | os.PathLike[str],
        defaults: Mapping[str, object],
        *,
        strict: bool,
    ) -> None:
        super().__init__(md)
        self._find = below(base or None)
        self._defaults = defaults
        self._strict = strict

    def run(self, lines: list[str]) -> list[str]:
        return _FENCE.sub(self._picture, "\n".join(lines)).split("\n")

    def _picture(self, match: re.Match[str]) -> str:
        info = match["info"].strip()
        if info.startswith("{"):
            info = info[1:].removesuffix("}").strip().removeprefix(".")
        language, *options = info.split(maxsplit=1) or [""]
        if language != _NAME:
            return match[0]

        def draw() -> str:
            return self._drawn(match["body"], "".join(options))

        html = self.md.htmlStash.store(_or_error(draw, strict=self._strict))
        return f"\n{html}\n"

    def _drawn(self, body: str, options: str) -> str:
        alone, words = words_of(options)
        wrong = [word for word in alone if word[:1] not in {".", "#"}]
        if wrong:
            raise OptionError(f"{wrong[0]}: no option (expected name=value, .class or #name)")
        classes = [word[1:] for word in alone if word[0] == "."]
        names = [word[1:] for word in alone if word[0] == "#"]
        name = "".join(names[-1:])
        return page_of(body, words, self._find, self._defaults, classes=classes, name=name)


def makeExtension(**settings: Any) -> JourneymapExtension:  # noqa: N802 - as Python-Markdown asks
    """Return the extension, for those who name it by its module."""
    return JourneymapExtension(**settings)
