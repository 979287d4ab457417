"""Coverage in words: the report, the table, the rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from journeymap.analysis.coverage import Coverage
from journeymap.analysis.fab import Count
from journeymap.analysis.gaps import BuyerCoverage, Gap
from journeymap.analysis.needs import Need, Told
from journeymap.grids import Cell, Grid, Said
from journeymap.labels.words import Labels

_OF_BUYERS = {"unreached", "proposed", "uninvolved", "need"}
_OF_ROLES = {"role", "coach", "economic"}


def report(coverage: Coverage) -> str:
    """Return the counts, a line for each gap, and what cannot be known."""
    words = coverage.labels.coverage
    lines = [words["title"].format(title=coverage.title), *counts(coverage)]
    lines += [f"- {sentence(gap, coverage.labels)}" for gap in coverage.gaps]
    if not coverage.gaps and not _is_empty(coverage):
        lines.append(words["nothing"])
    return "\n".join([*lines, *unknown(coverage)])


def counts(coverage: Coverage) -> list[str]:
    """Return how much is answered and told, in words."""
    words = coverage.labels.coverage
    named = [("answered", coverage.answered), (coverage.matrix.by, coverage.told)]
    return [counted(words[name], count) for name, count in named if count.count]


def counted(template: str, count: Count) -> str:
    """Return a count in words."""
    return template.format(covered=count.covered, count=count.count)


def unknown(coverage: Coverage) -> list[str]:
    """Return what the journey does not say at all."""
    words = coverage.labels.coverage
    if _is_empty(coverage):
        return [words["no_group"]]
    facts = [
        ("no_reach", all(one.reach is None for one in coverage.buyers)),
        ("no_involvement", all(one.is_involved is None for one in coverage.buyers)),
    ]
    return [words[name] for name, is_unknown in facts if is_unknown and coverage.buyers]


def _is_empty(coverage: Coverage) -> bool:
    """Return whether there is nobody to tell and nothing to be told: no gaps would be untrue."""
    return not coverage.buyers and not coverage.matrix.rows


def sentence(gap: Gap, labels: Labels) -> str:
    """Return a gap as a sentence that stands by itself."""
    said = short(gap, labels)
    if gap.kind in _OF_BUYERS:
        return f"{', '.join(gap.buyers)}: {said}"
    if gap.kind in _OF_ROLES and gap.role:
        return f"{labels.roles[gap.role]}: {said}"
    return said


def short(gap: Gap, labels: Labels) -> str:
    """Return a gap as it is said where the buyer in question is known."""
    told = gap.told
    nearest = told.nearest if told and gap.kind == "mistaken" else ""
    said = labels.coverage[f"is_{gap.kind}"].format(
        buyers=", ".join(gap.buyers),
        need=asked(gap.need, labels) if gap.need else "",
        feature=labels.quoted(gap.feature),
        listener=listener(told, labels) if told else "",
        text=labels.quoted(told.benefit.text) if told else "",
        answers=labels.quoted(told.benefit.answers or "") if told else "",
    )
    hint = labels.coverage["nearest"].format(text=labels.quoted(nearest)) if nearest else ""
    return f"{said}; {hint}" if hint else said


def asked(need: Need, labels: Labels) -> str:
    """Return what is asked for with its kind, such as `concern: hidden costs`."""
    return labels.coverage["asked"].format(kind=labels.coverage[need.kind], text=need.text)


def listener(told: Told, labels: Labels) -> str:
    """Return whom a benefit is told: the role, or the buyer's name."""
    if told.role is not None:
        return labels.roles[told.role]
    return told.listeners[0].buyer.name


def grid(coverage: Coverage) -> Grid:
    """Return what is covered and what is missing: a row a buyer, a missing role, the messages."""
    labels, words = coverage.labels, coverage.labels.coverage
    heads = tuple((Said(words[name], "weak"),) for name in ("buyer", "covered", "missing"))
    rows = [
        (_name(one, labels), tuple(_answered(one, labels)), _missing(coverage, one))
        for one in coverage.buyers
    ]
    rows += [
        (
            (Said(labels.roles[gap.role], "strong"),),
            (),
            (Said(short(gap, labels), _weight(gap)),),
        )
        for gap in coverage.gaps
        if gap.kind in _OF_ROLES and gap.role
    ]
    others = [gap for gap in coverage.gaps if gap.kind not in _OF_BUYERS | _OF_ROLES]
    if others:
        lacks = tuple(Said(short(gap, labels), _weight(gap)) for gap in others)
        rows.append(((Said(words["messages"], "strong"),), (), lacks))
    notes = tuple(Said(text, "weak") for text in (*counts(coverage), *unknown(coverage)))
    title = Said(words["title"].format(title=coverage.title))
    return Grid(title, heads, tuple(rows), notes, coverage.language)


def _weight(gap: Gap) -> Literal["gap", "doubt"]:
    return "doubt" if gap.kind in {"coach", "idle", "proposed"} else "gap"


def _name(one: BuyerCoverage, labels: Labels) -> Cell:
    buyer = one.member.buyer
    roles = ", ".join(labels.roles[role] for role in buyer.role)
    name = Said(buyer.name, "strong", buyer.link)
    return (name, Said(roles, "weak")) if roles else (name,)


def _answered(one: BuyerCoverage, labels: Labels) -> Iterator[Said]:
    for need in one.needs:
        if need.by:
            features = dict.fromkeys(told.message.feature for told in need.by)
            yield Said(f"{asked(need.need, labels)} ← {'; '.join(features)}")


def _missing(coverage: Coverage, one: BuyerCoverage) -> Cell:
    own = [gap for gap in coverage.gaps if gap.kind in _OF_BUYERS and gap.members == (one.member,)]
    return tuple(Said(short(gap, coverage.labels), _weight(gap)) for gap in own)


def records(coverage: Coverage) -> tuple[Mapping[str, str], list[dict[str, str]]]:
    """Return the headings and the rows of a spreadsheet: one a need, then one a gap."""
    labels, words = coverage.labels, coverage.labels.coverage
    names = ("buyer", "role", "kind", "item", "state", "by")
    needs = [row for one in coverage.buyers for row in _needs(one, labels)]
    gaps = [
        {
            "buyer": ", ".join(gap.buyers),
            "role": labels.roles[gap.role] if gap.role else "",
            "kind": words["gap"],
            "item": short(gap, labels),
            "state": words["is_missing"],
        }
        for gap in coverage.gaps
        if gap.kind != "need"
    ]
    return {name: words[name] for name in names}, [*needs, *gaps]


def _needs(one: BuyerCoverage, labels: Labels) -> Iterator[dict[str, str]]:
    words = labels.coverage
    for asked_for in one.needs:
        yield {
            "buyer": one.member.buyer.name,
            "role": ", ".join(labels.roles[role] for role in one.member.buyer.role),
            "kind": words[asked_for.need.kind],
            "item": asked_for.need.text,
            "state": words["is_covered" if asked_for.by else "is_missing"],
            "by": "; ".join(
                f"{told.message.feature}: {told.benefit.text}" for told in asked_for.by
            ),
        }
