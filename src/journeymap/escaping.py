"""Texts that mean nothing but themselves, in Markdown and in a spreadsheet."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_\[\]~|$#!]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_IN_LINK = {sign: f"%{ord(sign):02X}" for sign in ' "()<>\\`|^{}*_~'}
_SAFE = ("http://", "https://", "mailto:")
_FORMULA = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - spreadsheets take the wide signs too
_NUMBER = re.compile(r"-?\d+(\.\d+)?%?", re.ASCII)

BREAK = "<br>"
"""What parts two lines of one cell in Markdown."""


def outside(link: str | None) -> str | None:
    """Return a link if it leads out of the document; a place in a picture is none."""
    return link if link is not None and link.lower().startswith(_SAFE) else None


def linked(text: str, link: str | None) -> str:
    """Return a text in Markdown that leads to its link, if that leads out of the document."""
    target = outside(link)
    if target is None:
        return escaped(text)
    address = "".join(_IN_LINK.get(sign, _ENTITIES.get(sign, sign)) for sign in target)
    return f"[{escaped(text)}]({address})"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything to Markdown; an address is no link."""
    # An address is broken by a backslash before the sign that would make it one.
    plain = _ADDRESS.sub("\x00", text)
    plain = _SIGNS.sub(r"\\\g<0>", plain)
    plain = "".join(_ENTITIES.get(sign, sign) for sign in plain)
    plain = plain.replace("\x00", "\\")
    return BREAK.join(" ".join(line.split()) for line in plain.split("\n"))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("-5%"), harmless("plain")
    ("'=1+1", '-5%', 'plain')
    """
    is_formula = text[:1] in _FORMULA and text and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
