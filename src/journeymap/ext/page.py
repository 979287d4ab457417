"""A journey as a part of a page of HTML, as the text of a fence and its options ask for it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from journeymap.errors import OptionError, unknown
from journeymap.ext.asked import EMBED, Asked, Find, asked, check_embed, settings
from journeymap.files import FORMATS, load, loads
from journeymap.options import check_choice

if TYPE_CHECKING:
    from journeymap.diagram import Diagram
    from journeymap.model import Journey

_DARK = "dark-theme"
_LOOKS = ("alt", "caption", "class", "embed", _DARK)
"""The options that say how a picture stands in the page."""

_STYLE = "overflow-x:auto"
_SCHEMES = ("only-light", "only-dark")
"""The classes of a pair, and the ends of its addresses: Material for MkDocs looks at these."""


def page_of(
    source: str,
    words: Mapping[str, str],
    find: Find,
    defaults: Mapping[str, object] | None = None,
    *,
    classes: Sequence[str] = (),
    name: str = "",
) -> str:
    """Return the HTML of a journey.

    Args:
        source: The journey; empty if the options name its file.
        words: The options by their names.
        find: What says where a file lies.
        defaults: Values of options, where the words say nothing.
        classes: Classes of the element.
        name: The id of the element.

    Raises:
        JourneymapError: The journey or an option is wrong.
        OSError: A file cannot be read.
    """
    usual = {key.replace("_", "-"): value for key, value in (defaults or {}).items()}
    for key in usual:
        if key not in (*settings(), *_LOOKS):
            raise unknown("default", key, (*settings(), *_LOOKS))
    given = {key.replace("_", "-"): value for key, value in words.items()}
    looks = {key: str(usual[key]) for key in _LOOKS if key in usual}
    # A theme that is asked for here is meant for every page.
    if "theme" in given:
        looks.pop(_DARK, None)
    own = {key: given.pop(key) for key in _LOOKS if key in given}
    journey = _journey(source, given.pop("file", None), given.pop("format", None), find)
    if "view" in usual:
        given.setdefault("view", str(usual["view"]))
    one = asked(given, journey, find, {k.replace("-", "_"): v for k, v in usual.items()})
    if "embed" in own:
        check_embed(own["embed"], one.view)
    looks |= own
    pictures = _pair(one, looks) if _DARK in looks else _single(one, looks)
    return _framed(pictures, looks, [*looks.get("class", "").split(), *classes], name)


def error_box(error: Exception) -> str:
    """Return an error as a part of a page, so that whoever looks at the page sees it."""
    text = str(error)
    if isinstance(error, OSError):
        text = f"{error.filename}: {error.strerror or error}"
    style = "border:1px solid;border-inline-start-width:4px;padding:0.5em 0.8em;overflow-x:auto"
    return (
        f'<div class="journeymap-error" role="alert" style="{style}">'
        f'<strong>journeymap</strong><pre style="white-space:pre-wrap">{escape(text)}</pre></div>'
    )


def _journey(source: str, file: str | None, kind: str | None, find: Find) -> Journey:
    if kind is not None:
        check_choice("format", kind, FORMATS)
    if file is None:
        if not source.strip():
            raise OptionError("no journey; write it into the fence, or name its file")
        return loads(source, kind or FORMATS[0], name="fence")
    if source.strip():
        raise OptionError("both a file and a journey in the fence; expected one of them")
    return load(find(file))


def _single(one: Asked, looks: Mapping[str, str]) -> str:
    embed = looks.get("embed", EMBED[0])
    check_choice("way to embed", embed, EMBED)
    diagram = one.draw()
    table = getattr(diagram, "html", None)
    if embed == "table" and table is not None:
        return str(table)
    if embed == "image":
        return _image(diagram, looks.get("alt", diagram.alt_text))
    if "alt" in looks:
        return f'<div role="group" aria-label="{escape(looks["alt"])}">{diagram.svg}</div>'
    return diagram.svg


def _pair(one: Asked, looks: Mapping[str, str]) -> str:
    diagrams = (one.draw(), one.with_theme(looks[_DARK]).draw())
    alt = looks.get("alt", diagrams[0].alt_text)
    pairs = zip(diagrams, _SCHEMES, strict=True)
    return "".join(_image(diagram, alt, scheme) for diagram, scheme in pairs)


def _image(diagram: Diagram, alt: str, scheme: str = "") -> str:
    data = base64.b64encode(diagram.svg.encode()).decode()
    address = f"data:image/svg+xml;base64,{data}"
    marked = f' class="{scheme}"' if scheme else ""
    end = f"#{scheme}" if scheme else ""
    size = f'width="{diagram.width:.0f}" height="{diagram.height:.0f}"'
    style = "max-width:100%;height:auto"
    return f'<img{marked} src="{address}{end}" alt="{escape(alt)}" {size} style="{style}">'


def _framed(picture: str, looks: Mapping[str, str], classes: Sequence[str], name: str) -> str:
    marked = escape(" ".join(["journeymap", *classes]))
    named = f' id="{escape(name)}"' if name else ""
    start = f'{named} class="{marked}" style="{_STYLE}"'
    if "caption" in looks:
        caption = f"<figcaption>{escape(looks['caption'])}</figcaption>"
        return f"<figure{start}>{picture}{caption}</figure>"
    return f"<div{start}>{picture}</div>"
