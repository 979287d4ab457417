"""Options as people write them in one line, and the files that they may name."""

from __future__ import annotations

import os
import shlex
from pathlib import Path, PurePath

from journeymap.errors import OptionError, shown
from journeymap.ext.asked import MACHINE, Find


def words_of(text: str) -> tuple[list[str], dict[str, str]]:
    """Return the words of a line that stand alone, and those that have a value, by their names.

    Raises:
        OptionError: A quotation mark is not closed, or a name stands there twice.

    Examples:
        >>> words_of("crm.yaml view=cycle lanes='actions, emotions'")
        (['crm.yaml'], {'view': 'cycle', 'lanes': 'actions, emotions'})
    """
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    # A backslash is a part of a path here, and `#` starts a colour.
    lexer.escape = lexer.commenters = ""
    try:
        words = list(lexer)
    except ValueError:
        raise OptionError(f"a quotation mark is not closed (got {shown(text)})") from None
    alone: list[str] = []
    named: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            alone.append(word)
        elif name in named:
            raise OptionError(f"{name}: stands there twice")
        else:
            named[name] = value
    return alone, named


def below(base: str | os.PathLike[str] | None, start: Path | None = None) -> Find:
    """Return what finds the files that a document names, and refuses those outside of a folder.

    Args:
        base: The folder; None refuses every file.
        start: Where relative names start, below the folder; the folder itself unless given.
    """

    def find(name: str) -> Path:
        if name == MACHINE:
            raise OptionError(f"{name}: the fonts of this machine cannot be asked for here")
        if base is None:
            raise OptionError(f"{name}: no file can be named here (no base directory is set)")
        if PurePath(name).is_absolute():
            raise OptionError(f"{name}: an absolute path (expected one below the base directory)")
        path = Path(os.path.normpath((start or Path(base)) / name))
        # Links are followed first: one may lead out.
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(base)):
            raise OptionError(f"{name}: lies outside of the base directory")
        return path

    return find
