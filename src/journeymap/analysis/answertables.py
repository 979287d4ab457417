"""Results of calculators as tables: one result, several in their order, or the stages of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymap.grids import Cell, Grid, Said, Weight
from journeymap.labels.words import Labels


def one(
    title: str, figures: Iterable[tuple[str, str]], labels: Labels, remarks: Sequence[str] = ()
) -> Grid:
    """Return a table with a row a figure.

    Args:
        title: What the table is called.
        figures: The figures, each after its name.
        labels: The words.
        remarks: What stands below.
    """
    words = labels.answers
    heads = (_cell(words["figure"], "weak"), _cell(words["value"], "weak"))
    rows = tuple((_cell(words.get(name, name)), _cell(text)) for name, text in figures)
    return _grid(title, heads, rows, labels, remarks)


def many(
    title: str,
    records: Sequence[Mapping[str, str]],
    labels: Labels,
    remarks: Sequence[str] = (),
    *,
    is_of_figures: bool = False,
) -> Grid:
    """Return a table with a row a record and a column for each name that any of them has.

    Args:
        title: What the table is called.
        records: The figures by their names, the first being what the row is about.
        labels: The words.
        remarks: What stands below.
        is_of_figures: Whether all columns but the first hold figures.
    """
    words = labels.answers
    names = dict.fromkeys(name for record in records for name in record)
    heads = tuple(_cell(words.get(name, name), "weak") for name in names)
    rows = tuple(tuple(_cell(record.get(name, "")) for name in names) for record in records)
    heads = heads or (_cell(words["none"], "weak"),)
    return _grid(title, heads, rows, labels, remarks, is_of_figures=is_of_figures)


def _grid(
    title: str,
    heads: tuple[Cell, ...],
    rows: tuple[tuple[Cell, ...], ...],
    labels: Labels,
    remarks: Sequence[str],
    *,
    is_of_figures: bool = False,
) -> Grid:
    notes = tuple(Said(remark, "weak") for remark in remarks)
    return Grid(Said(title), heads, rows, notes, labels.language, is_of_figures)


def _cell(text: str, weight: Weight = "plain") -> Cell:
    return (Said(text, weight),)
