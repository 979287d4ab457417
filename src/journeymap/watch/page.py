"""The page around the picture: HTML with its words and what can be chosen put in."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from journeymap.labels.words import Labels
from journeymap.watch.choice import OPTIONS, Choice

SCRIPT, STYLE = "page.js", "page.css"


def part(name: str) -> bytes:
    """Return a file that belongs to the page."""
    return files(__package__).joinpath(name).read_bytes()


def page(title: str, choice: Choice, chosen: Choice, labels: Labels) -> bytes:
    """Return the page.

    Args:
        title: The title of the journey.
        choice: What the reader has chosen.
        chosen: What the command was told.
        labels: The words.
    """
    words = {name: escape(text) for name, text in labels.watch.items()}
    lists = "\n".join(_list(name, choice, chosen, labels) for name in OPTIONS)
    text = Template(part("page.html").decode()).substitute(
        words, title=escape(title), lists=lists, lang=escape(labels.language)
    )
    return text.encode()


def _list(name: str, choice: Choice, chosen: Choice, labels: Labels) -> str:
    """Return a list to choose from; what the command was told has no name in the query."""
    own, now = getattr(chosen, name), getattr(choice, name)
    offers = [("" if one == own else one, one) for one in OPTIONS[name]]
    if own not in OPTIONS[name]:
        offers = [("", own or labels.watch["default"]), *offers]
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == now else ""}>{escape(text)}'
        "</option>"
        for value, text in offers
    )
    return (
        f'<label>{escape(labels.watch[name])} <select name="{name}" autocomplete="off">'
        f"{options}</select></label>"
    )
