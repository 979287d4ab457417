"""The journeys that are written into a Markdown document, and what of it is code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from journeymap.errors import Fault, MissingLibraryError, OptionError
from journeymap.ext.words import words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

LANGUAGE = "journeymap"
_NAME = "name"


@attrs.frozen(eq=False)
class Written:
    """A journey that is written into the document.

    Attributes:
        text: The journey.
        words: The options of its fence.
        start: The number of the line above its first, from 0.
        stop: That of the line below the fence.
        indent: How far it stands to the right.
    """

    text: str
    words: Mapping[str, str]
    start: int
    stop: int
    indent: int = 0

    @property
    def name(self) -> str:
        """What it is called elsewhere in the document; empty for nothing."""
        return self.words.get(_NAME, "")


@attrs.frozen
class Fences:
    """What a document holds in fences.

    Attributes:
        written: The journeys.
        code: The numbers of all lines of code, from 0.
        faults: What is wrong with the journeys' fences.
    """

    written: tuple[Written, ...]
    code: frozenset[int]
    faults: tuple[Fault, ...]


def fences_of(lines: Sequence[str]) -> Fences:
    """Return the fences of a document, as CommonMark finds them.

    Raises:
        MissingLibraryError: The reader of Markdown is not installed.
    """
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingLibraryError(
            'reading Markdown needs markdown-it-py: pip install "journeymap[markdown]"'
        ) from None
    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    written: list[Written] = []
    code: set[int] = set()
    faults: list[Fault] = []
    for token in parser.parse("".join(lines)):
        if token.type not in {"fence", "code_block"} or token.map is None:
            continue
        start, stop = token.map
        code.update(range(start, stop))
        language, *info = token.info.split(maxsplit=1) or [""]
        if language != LANGUAGE:
            continue
        try:
            written.append(_written(token, lines[start:stop], "".join(info)))
        except OptionError as error:
            faults.append(Fault(str(error), line=start + 1, column=1))
    names = [one.name for one in written if one.name]
    faults += [
        Fault(f"another fence is called {one.name!r} too", line=one.start + 1, column=1)
        for one in written
        if names.count(one.name) > 1
    ]
    return Fences(tuple(written), frozenset(code), tuple(faults))


def _written(token: Token, lines: Sequence[str], info: str) -> Written:
    if token.level:
        raise OptionError("a fence in a list or a quote (expected at the top level)")
    last = lines[-1].strip()
    if len(lines) == 1 or len(last) < len(token.markup) or last.strip(token.markup[0]):
        raise OptionError("a fence that is not closed")
    alone, words = words_of(info)
    if alone:
        raise OptionError(f"{alone[0]}: no option (expected name=value)")
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    start, stop = token.map or (0, 0)
    return Written(token.content, words, start, stop, indent)
