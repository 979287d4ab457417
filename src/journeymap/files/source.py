"""The text of a file, its limits, and the faults that concern the file as such."""

from __future__ import annotations

import bisect
import functools
import re

import attrs

from journeymap.errors import Fault, SourceError, UnreadableError
from journeymap.values import Value

_LINE_END = r"\r\n|\r|\n"


@attrs.frozen(repr=False, eq=False)
class Limits(Value):
    """How much a file may ask for; the caller may raise a limit, the file never.

    Attributes:
        size: The most bytes that a file may have.
        nesting: The most levels of lists and mappings.
        values: The most values, with each copy that an alias makes.
        stages: The most stages of a journey.
        touchpoints: The most touchpoints of all stages together.
    """

    size: int = 5_000_000
    nesting: int = 64
    values: int = 200_000
    stages: int = 200
    touchpoints: int = 10_000


class Source:
    """A text that is being read.

    Attributes:
        name: What the faults call it: a path, or `<text>`.
        text: The whole text, decoded, without a byte order mark.
        limits: How much it may ask for.
        faults: What has been found so far.
    """

    def __init__(self, name: str, text: str, limits: Limits) -> None:
        self.name = name
        self.text = text
        self.limits = limits
        self.faults: list[Fault] = []

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(_LINE_END, self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a position in the text."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def fault(self, fault: Fault, line: int, column: int) -> None:
        """Note a fault of the text and go on."""
        self.faults.append(attrs.evolve(fault, file=self.name, line=line, column=column))

    def error(self, fault: Fault, line: int = 0, column: int = 0) -> UnreadableError:
        """Return the error of a fault after which nothing more can be read."""
        self.fault(fault, line, column)
        return UnreadableError(self.ordered())

    def ordered(self) -> list[Fault]:
        """Return all faults so far, each once, in the order of their places."""
        return sorted(dict.fromkeys(self.faults), key=lambda fault: (fault.line, fault.column))

    def refusal(self) -> SourceError:
        """Return the error with all faults so far."""
        return SourceError(self.ordered())


def decoded(data: bytes | str, name: str, limits: Limits) -> Source:
    """Return the source for bytes in UTF-8 (with or without a byte order mark), or for a text.

    Raises:
        SourceError: Too large, or not UTF-8.
    """
    size = len(data) if isinstance(data, bytes) else len(data.encode(errors="surrogatepass"))
    source = Source(name, "", limits)
    if size > limits.size:
        # More may not have been read, so the true size is not known.
        raise source.error(Fault("too large", "", f"at most {limits.size} bytes"))
    if isinstance(data, str):
        source.text = data.removeprefix("\ufeff")
        return source
    try:
        source.text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # After a byte order mark the decoder counts from behind it.
        body = data.removeprefix(b"\xef\xbb\xbf")
        source.text = body[: error.start].decode("utf-8", "replace")
        place = source.place(len(source.text))
        got = f"byte 0x{body[error.start]:02X}"
        raise source.error(Fault("not UTF-8", got, "a file saved as UTF-8"), *place) from None
    return source
