"""Where the pictures of a Markdown document stand: behind comments that ask for them.

`<!-- journeymap: crm.yaml view=cycle -->` asks for the picture of a file; with `#way` instead of
the file, for that of the fence with `name=way`; lines inside the comment are a journey themselves.
Behind a fence whose language is `journeymap` stands `<!-- journeymap -->`. The picture stands
between the comment and `<!-- /journeymap -->`; nothing else of the document is ever touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from journeymap.errors import Fault, OptionError
from journeymap.ext.fences import LANGUAGE, Written, fences_of
from journeymap.ext.words import words_of

START, END = f"<!-- {LANGUAGE} -->", f"<!-- /{LANGUAGE} -->"

_OPENED = re.compile(
    rf"(?P<before>[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*)<!--[ \t]*{LANGUAGE}(?=[:\s]|-->|$):?"
)
_CLOSED = re.compile(rf"<!--[ \t]*/{LANGUAGE}[ \t]*-->[ \t]*[\r\n]*")
_PICTURE = re.compile(r"(?:!\[.*\]\(.*\)|</?picture>|<source .*>|<img .*>|[ \t]*)[\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_UTF8_MARK = "\ufeff"


@attrs.frozen
class Place:
    """Where a picture stands, or shall stand.

    Attributes:
        line: The number of the line that asks for it, from 0.
        file: The file of the journey; empty if it is written in the document.
        written: That journey.
        words: The options.
        start: The number of the first line between the comments.
        stop: That of the line behind the last.
        is_new: Whether a fence has no comment behind it yet.
        is_open: Whether there is no comment that closes the place yet.
    """

    line: int
    file: str
    written: Written | None
    words: Mapping[str, str]
    start: int
    stop: int
    is_new: bool = False
    is_open: bool = False


class Document:
    """A Markdown text and its places.

    Attributes:
        places: Where pictures stand, from the top down.
        faults: What is wrong; if anything is, not all places are known.
    """

    def __init__(self, text: str) -> None:
        """Take the text, with its byte order mark and its line ends."""
        self._mark = _UTF8_MARK if text.startswith(_UTF8_MARK) else ""
        self._lines: list[str] = _LINE.findall(text.removeprefix(_UTF8_MARK))
        self._fences = fences_of(self._lines)
        self.faults = [*self._fences.faults]
        marked = list(self._marked())
        seen = {id(place.written) for place in marked}
        new = (one for one in self._fences.written if id(one) not in seen)
        self.places = sorted([*marked, *map(_new_place, new)], key=lambda place: place.start)

    def with_pictures(self, pictures: Sequence[Sequence[str]]) -> str:
        """Return the text with the lines of a picture at each place."""
        made: list[str] = []
        done = 0
        for place, lines in zip(self.places, pictures, strict=True):
            made += self._lines[done : place.start]
            new = [*([START] if place.is_new else []), *lines, *([END] if place.is_open else [])]
            made += self._ended(new, self._lines[place.start - 1])
            done = place.stop
        return self._mark + "".join([*made, *self._lines[done:]])

    def shows(self, place: Place, lines: Sequence[str]) -> bool:
        """Return whether a place shows the lines of its picture already."""
        there = [line.rstrip("\r\n") for line in self._lines[place.start : place.stop]]
        return not place.is_open and there == list(lines)

    def _ended(self, new: Sequence[str], last: str) -> list[str]:
        """Return lines that come behind another one with ends as the document has them."""
        ends = (line[len(line.rstrip("\r\n")) :] for line in (last, self._lines[0]))
        end = next(filter(None, ends), "\n")
        if last.endswith(("\r", "\n")):
            return [line + end for line in new]
        # The document has no end behind its last line, and gets none.
        return [end + line for line in new]

    def _marked(self) -> Iterator[Place]:
        """Yield the places that comments mark."""
        number = 0
        while number < len(self._lines):
            opened = self._opened(number)
            place = None
            if opened is not None:
                place = self._checked(number, opened)
            elif self._is_end(number):
                self._fault(number, f"{END} without a comment that opens it")
            if place is None:
                number += 1
            else:
                yield place
                number = place.stop if place.is_open else place.stop + 1

    def _checked(self, number: int, opened: re.Match[str]) -> Place | None:
        try:
            return self._place(number, opened)
        except OptionError as error:
            self._fault(number, str(error))
            return None

    def _place(self, number: int, opened: re.Match[str]) -> Place:
        if opened["before"]:
            raise OptionError("a comment in a list or a quote (expected at the start of a line)")
        start, text, body = self._comment(number, opened.end())
        alone, words = words_of(text)
        if len(alone) + bool(body) > 1:
            raise OptionError("more than one journey (expected a file, #name, or lines below)")
        file = "".join(alone)
        written = self._written(number, file, body, start)
        if written is not None:
            file, words = "", {**written.words, **words}
        stop = self._end(start)
        if stop is None:
            return Place(number, file, written, words, start, start, is_open=True)
        for other in range(start, stop):
            if not _PICTURE.fullmatch(self._lines[other]):
                self._fault(other, f"text that would be lost (expected {END} above it)")
        return Place(number, file, written, words, start, stop)

    def _comment(self, number: int, column: int) -> tuple[int, str, str]:
        """Return the number of the line behind a comment, its first line, and its others."""
        stop = number
        while "-->" not in self._lines[stop]:
            stop += 1
            if stop == len(self._lines):
                raise OptionError("a comment that is not closed")
        whole = "".join(self._lines[number : stop + 1])
        inside, _, behind = whole[column:].partition("-->")
        if behind.strip():
            raise OptionError("text behind the comment (expected in the next line)")
        first, _, others = re.sub(r"\r\n?", "\n", inside).partition("\n")
        return stop + 1, first, others if others.strip() else ""

    def _written(self, number: int, name: str, body: str, stop: int) -> Written | None:
        """Return the journey in the document that a comment asks for; None for a file."""
        if body:
            return Written(body, {}, number, stop)
        if name.startswith("#"):
            found = [one for one in self._fences.written if one.name == name[1:]]
            if not found:
                raise OptionError(f"{name}: no fence has this name (expected one with name=…)")
            return found[0]
        if name:
            return None
        while number and not self._lines[number - 1].strip():
            number -= 1
        for one in self._fences.written:
            if one.stop == number:
                return one
        raise OptionError("no journey (expected a file, #name, lines below, or a fence above)")

    def _end(self, start: int) -> int | None:
        """Return the number of the line that closes a place, if there is one."""
        fences = {one.start for one in self._fences.written}
        for number in range(start, len(self._lines)):
            if number in fences or self._opened(number):
                return None
            if self._is_end(number):
                return number
        return None

    def _opened(self, number: int) -> re.Match[str] | None:
        return None if number in self._fences.code else _OPENED.match(self._lines[number])

    def _is_end(self, number: int) -> bool:
        is_code = number in self._fences.code
        return not is_code and _CLOSED.fullmatch(self._lines[number]) is not None

    def _fault(self, number: int, problem: str) -> None:
        self.faults.append(Fault(problem, line=number + 1, column=1))


def _new_place(one: Written) -> Place:
    stop = one.stop
    return Place(one.start, "", one, one.words, stop, stop, is_new=True, is_open=True)
