"""Where a line of a directive's content stands in the file of the author."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective


def place_in(directive: SphinxDirective, line: int, column: int) -> tuple[str, int, int]:
    """Return file, line and column of a place in the content, all as the author sees them.

    The column is 0 where it is not known.

    Args:
        directive: Whose content.
        line: The line in the content, from 1.
        column: The column in it, from 1.
    """
    source, start = directive.get_source_info()
    lines = directive.content
    if not 0 < line <= len(lines):
        return source, start, 0
    text = lines[line - 1]
    own, offset = lines.items[line - 1]
    # MyST counts the lines of the content from 0, and its offset from the line of the directive.
    in_myst = start + directive.content_offset + line - 1
    for file, number in ((own, offset), (source, in_myst)):
        found = _written(file, number)
        if found is not None and found.endswith(text.rstrip()):
            indent = len(found) - len(text.rstrip())
            return str(file), number + 1, column + indent if column else 0
    return source, start, 0


def _written(file: str | None, number: int | None) -> str | None:
    """Return a line of a file, counted from 0; None if there is none."""
    if file is None or number is None:
        return None
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError):
        return None
    return lines[number].rstrip() if 0 <= number < len(lines) else None
