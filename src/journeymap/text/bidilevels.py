"""The embedding levels of a line after UAX #9: even ones run to the right, odd ones to the left.

The rules keep their names from there: P2, X1 to X10, W1 to W7, N0 to N2, I1, I2 and L1.
"""

# ruff: noqa: RUF001 - brackets that look alike are meant
from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊"
    "⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚"
    "﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Brackets in pairs, each opening one before the one that closes it."""

_CLOSING = dict(zip(BRACKETS[::2], BRACKETS[1::2], strict=True))
_CLOSERS = frozenset(BRACKETS[1::2])
_SAME = str.maketrans("\u2329\u232a", "\u3008\u3009")  # brackets that are written in two ways
_OPEN_AT_ONCE = 63
_DEEPEST = 125
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
_UNSEEN = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_TRAILING = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | _UNSEEN


def levels(text: str, base: int | None = None) -> list[int]:
    """Return the embedding level of each character of one line.

    Args:
        text: The line.
        base: The level of the paragraph, 0 or 1; that of the first letter unless given.
    """
    kinds = [_kind(character) for character in text]
    if base is None:
        base = _first_strong(kinds, 0, len(kinds))
    explicit = _Explicit(kinds, base)
    found = explicit.levels
    seen = [at for at, kind in enumerate(kinds) if kind not in _UNSEEN]
    brackets = text.translate(_SAME)
    for sequence in _sequences(kinds, found, seen, base):
        sequence.resolve(explicit.kinds, found, brackets)
    _reset(kinds, found, base)
    return found


def base_level(text: str) -> int:
    """Return the level of the first letter outside of isolates (rules P2 and P3)."""
    return _first_strong([_kind(character) for character in text], 0, len(text))


def _kind(character: str) -> str:
    """Return the bidirectional class; for characters yet to come that of their neighbours."""
    kind = unicodedata.bidirectional(character)
    if kind:
        return kind
    if "\ufdd0" <= character <= "\ufdef" or ord(character) & 0xFFFE == 0xFFFE:
        return "BN"
    if "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufeff":
        return "R" if character < "\u0600" or "\u07c0" <= character < "\u0860" else "AL"
    if "\U00010800" <= character <= "\U00010fff" or "\U0001e800" <= character <= "\U0001efff":
        return "R"
    return "ET" if "\u20a0" <= character <= "\u20cf" else "L"


def _first_strong(kinds: Sequence[str], start: int, stop: int) -> int:
    depth = 0
    for at in range(start, stop):
        kind = kinds[at]
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _partners(kinds: Sequence[str]) -> dict[int, int]:
    """Return where each isolate that is opened is closed (BD9)."""
    found = {}
    opened: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            found[opened.pop()] = at
    return found


class _Explicit:
    """The levels that controls ask for, and the classes after overrides (X1 to X8)."""

    def __init__(self, kinds: Sequence[str], base: int) -> None:
        self.levels = [base] * len(kinds)
        self.kinds = list(kinds)
        self._partners = _partners(kinds)
        self._closing = set(self._partners.values())
        # Each entry: the level, what letters are taken for, and whether it is an isolate.
        self._stack = [(base, "", False)]
        self._lost_isolates = self._lost_embeddings = 0
        for at, kind in enumerate(kinds):
            if kind == "PDI":
                self._end_isolate(at)
            elif kind == "PDF":
                self._end_embedding(at)
            elif kind != "B":
                self._mark(at)
                if kind in _ISOLATES or kind in _EMBEDDINGS:
                    self._begin(at, kind)

    def _mark(self, at: int) -> None:
        level, override, _ = self._stack[-1]
        self.levels[at] = level
        if override and self.kinds[at] not in _UNSEEN:
            self.kinds[at] = override

    def _begin(self, at: int, kind: str) -> None:
        is_isolate = kind in _ISOLATES
        lost = self._lost_isolates or self._lost_embeddings
        leftwards = kind[0] == "R"
        if kind == "FSI" and not lost:
            end = self._partners.get(at, len(self.kinds))
            leftwards = _first_strong(self.kinds, at + 1, end) == 1
        level = self._stack[-1][0]
        deeper = (level + 1) | 1 if leftwards else (level + 2) & ~1
        if deeper <= _DEEPEST and not lost:
            self._stack.append((deeper, _EMBEDDINGS.get(kind, ""), is_isolate))
        elif is_isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _end_isolate(self, at: int) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif at in self._closing:
            self._lost_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
        self._mark(at)

    def _end_embedding(self, at: int) -> None:
        self._mark(at)
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()


def _sequences(
    kinds: Sequence[str], found: Sequence[int], seen: Sequence[int], base: int
) -> list[_Sequence]:
    """Return the parts of a line that are resolved on their own (X10)."""
    partners = _partners(kinds)
    waiting: dict[int, _Sequence] = {}
    sequences: list[_Sequence] = []
    before = base
    for level, group in groupby(seen, key=found.__getitem__):
        run = list(group)
        sequence = waiting.pop(run[0], None)
        if sequence is None:
            sequence = _Sequence(level, max(level, before))
            sequences.append(sequence)
        sequence.places += run
        if run[-1] in partners:
            waiting[partners[run[-1]]] = sequence
        before = level
    follows = dict(zip(seen, (found[at] for at in seen[1:]), strict=False))
    for sequence in sequences:
        last = sequence.places[-1]
        after = base if kinds[last] in _ISOLATES else follows.get(last, base)
        sequence.last = _letter(max(sequence.level, after))
    return sequences


def _letter(level: int) -> str:
    return "R" if level % 2 else "L"


class _Sequence:
    """Characters of one level that see each other (BD13)."""

    def __init__(self, level: int, before: int) -> None:
        self.level = level
        self.places: list[int] = []
        self.last = ""
        self._first = _letter(before)
        self._own = _letter(level)

    def resolve(self, kinds: Sequence[str], found: list[int], brackets: str) -> None:
        """Write the level of each character into `found`."""
        original = [kinds[at] for at in self.places]
        resolved = _numbers(_weak(original, self._first), self._first)
        self._pair(resolved, original, [brackets[at] for at in self.places])
        self._neutral(resolved)
        rises = {"R": (1, 0), "L": (0, 1), "EN": (2, 1), "AN": (2, 1)}  # I1, I2
        for at, kind in zip(self.places, resolved, strict=True):
            found[at] = self.level + rises[kind][self.level % 2]

    def _pair(self, kinds: list[str], original: Sequence[str], letters: Sequence[str]) -> None:
        """Give brackets the direction of what they hold (N0)."""
        for start, end in _bracket_pairs(kinds, letters):
            held = {_strong(kind) for kind in kinds[start + 1 : end]}
            if self._own in held:
                direction = self._own
            elif held & {"L", "R"}:
                earlier = (_strong(kinds[at]) for at in range(start - 1, -1, -1))
                before = next(filter(None, earlier), self._first)
                direction = self._own if before == self._own else before
            else:
                continue
            for at in (start, end):
                kinds[at] = direction
                # Marks on a bracket go with it.
                for follower in range(at + 1, len(kinds)):
                    if original[follower] != "NSM":
                        break
                    kinds[follower] = direction

    def _neutral(self, kinds: list[str]) -> None:
        """Give what has no direction that of its neighbours if they agree (N1, N2)."""
        before = self._first
        at = 0
        while at < len(kinds):
            if kinds[at] not in _NEUTRAL:
                before = _strong(kinds[at])
                at += 1
                continue
            end = at
            while end < len(kinds) and kinds[end] in _NEUTRAL:
                end += 1
            after = _strong(kinds[end]) if end < len(kinds) else self.last
            kinds[at:end] = [before if before == after else self._own] * (end - at)
            at = end


def _strong(kind: str) -> str:
    """Return the direction that a class stands for beside neutrals; numbers count as R."""
    return kind if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""


def _weak(kinds: Sequence[str], first: str) -> list[str]:
    """Resolve marks, and numbers after Arabic letters (W1, W2)."""
    found = []
    before = strong = first
    for kind in kinds:
        own = kind
        if own == "NSM":
            own = "ON" if before in _ISOLATES or before == "PDI" else before
        before = own
        if own in {"L", "R", "AL"}:
            strong = own
        elif own == "EN" and strong == "AL":
            own = "AN"
        found.append(own)
    return found


def _numbers(kinds: list[str], first: str) -> list[str]:
    """Resolve numbers and what belongs to them (W3 to W7)."""
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind == "CS" and before in {"EN", "AN"}) or (kind == "ES" and before == "EN")
        ):
            kinds[at] = before
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            beside_number = "EN" in (*kinds[at - 1 : at], *kinds[end : end + 1])
            kinds[at:end] = ["EN" if beside_number else "ON"] * (end - at)
        at = end + 1
    strong = first
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "CS"}:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _bracket_pairs(kinds: Sequence[str], letters: Sequence[str]) -> list[tuple[int, int]]:
    """Return where brackets open and close, the first to open first (BD16)."""
    found = []
    opened: list[tuple[str, int]] = []
    for at, letter in enumerate(letters):
        if kinds[at] != "ON":
            continue
        if letter in _CLOSING:
            if len(opened) == _OPEN_AT_ONCE:
                break
            opened.append((_CLOSING[letter], at))
        elif letter in _CLOSERS:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == letter:
                    found.append((opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(found)


def _reset(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Take controls along with what stands before them, and spaces at an end to the base (L1)."""
    before = base
    for at, kind in enumerate(kinds):
        if kind in _UNSEEN:
            found[at] = before
        before = found[at]
    at_end = True
    for at in range(len(kinds) - 1, -1, -1):
        at_end = kinds[at] in {"B", "S"} or (at_end and kinds[at] in _TRAILING)
        if at_end:
            found[at] = base
