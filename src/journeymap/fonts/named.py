"""Fonts that the user names: files that are opened, checked and put into a chain."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from journeymap.errors import OptionError, shown
from journeymap.fonts.chain import Fonts
from journeymap.fonts.fontfile import FontFile
from journeymap.fonts.inter import INTER, font_file

SYSTEM = "system"
"""The name for all fonts that are installed on the machine."""

Name = str | os.PathLike[str]

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
_WEB = (b"wOFF", b"wOF2")
_INDEX = r"(.+)#(\d{1,3})"


def fonts_of(names: Name | Sequence[Name] | None) -> Fonts:
    """Return the chain of the theme's font and the named ones.

    Args:
        names: Files of fonts (TTF, OTF, TTC, OTC) that are asked, in this order, for letters that
            the theme's font lacks. `file.ttc#2` is the third font of a collection. `system` allows
            those of the machine as the last resort. None is the theme's font alone.

    Raises:
        OptionError: A file cannot be read or is no font.
    """
    if names is None:
        return INTER
    listed = [names] if isinstance(names, (str, os.PathLike)) else names
    if not isinstance(listed, Sequence) or isinstance(listed, (bytes, bytearray)):
        raise OptionError(f"fonts: got {shown(names)}, expected paths of font files, or 'system'")
    files: list[FontFile] = []
    for name in listed:
        if not isinstance(name, (str, os.PathLike)) or isinstance(os.fspath(name), bytes):
            raise OptionError(f"fonts: got {shown(name)}, expected the path of a font file")
        if name != SYSTEM:
            files.append(_opened(os.fspath(name), f"f{len(files) + 1}-"))
    if SYSTEM in listed:
        from journeymap.fonts.system import SystemFonts  # noqa: PLC0415

        return Fonts(font_file, files, SystemFonts())
    return Fonts(font_file, files) if files else INTER


def _opened(name: str, tag: str) -> FontFile:
    """Return a named font.

    Raises:
        OptionError: The file cannot be read or is no font.
    """
    if not name:
        raise _refused(name, "the path is empty")
    path, index = name, 0
    try:
        if not Path(name).exists() and (parted := re.fullmatch(_INDEX, name)):
            path, index = parted[1], int(parted[2])
        if Path(path).exists() and not Path(path).is_file():
            raise _refused(name, "is no file")
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _refused(name, f"cannot be read: {reason}") from error
    if data[:4] in _WEB:
        raise _refused(name, "is a font of a web page (WOFF)")
    if data[:4] not in _SIGNATURES:
        raise _refused(name, "is no font")
    file = FontFile(data, index, tag=tag, place="named")
    if index and not (data[:4] == b"ttcf" and index < int.from_bytes(data[8:12], "big")):
        raise _refused(name, f"has no font number {index}; the first one is 0")
    if not file.characters:
        raise _refused(name, "is broken: no letters are found in it")
    if not file.has_outlines:
        raise _refused(name, "has letters as pictures only (bitmaps), which cannot be drawn")
    return file


def _refused(name: str, problem: str) -> OptionError:
    return OptionError(
        f"fonts: {shown(name, 200)} {problem} (expected a TTF, OTF, TTC or OTC file, or 'system')"
    )
