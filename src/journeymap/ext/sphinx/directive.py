"""The directive `journeymap`: it reads a journey and says all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from journeymap.errors import Fault, JourneymapError, OptionError, SourceError
from journeymap.ext.asked import EMBED, MACHINE, Asked, asked, check_embed, options, settings
from journeymap.ext.sphinx.pictures import DARK, LIGHT, cache_of, output_of, picture
from journeymap.ext.sphinx.places import place_in
from journeymap.files import FORMATS, load, loads
from journeymap.options import check_choice

if TYPE_CHECKING:
    from journeymap.ext.cache import Told
    from journeymap.model import Journey

_DARK = "dark-theme"
_LOGGER = logging.getLogger(__name__)


def _align(argument: str) -> str:
    return str(directives.choice(argument, ("left", "center", "right")))


class JourneymapDirective(SphinxDirective):
    """A journey, from a file or from the lines below, as a picture."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = {
        **dict.fromkeys(options(), directives.unchanged_required),
        _DARK: directives.unchanged_required,
        "embed": directives.unchanged_required,
        "format": directives.unchanged_required,
        "alt": directives.unchanged,
        "caption": directives.unchanged_required,
        "align": _align,
        "class": directives.class_option,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the picture, for a light and for a dark page if both are asked for."""
        try:
            return [self._frame(self._pictures())]
        except SourceError as error:
            for fault in error.faults:
                self._tell(fault)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self._say(f"{place}{error.strerror or error}")
        except JourneymapError as error:
            self._say(str(error))
        return []

    def _pictures(self) -> list[nodes.Node]:
        words = {name: value for name, value in self.options.items() if name in options()}
        asking = {**self._usual_view(), **words}
        one = asked(asking, self._journey(), self._find, self._defaults(), is_trusted=True)
        embed = self.options.get("embed")
        if embed is not None:
            check_embed(embed, one.view)
        embed = str(embed or self.config.journeymap_embed or EMBED[0])
        check_choice("way to embed", embed, EMBED)
        dark = self.options.get(_DARK)
        # A theme that is asked for here is meant for every page.
        if dark is None and "theme" not in self.options:
            dark = self.config.journeymap_dark_theme
        alt = self.options.get("alt", self._told(one, embed).alt)
        if not dark:
            return [self._picture(one, embed, alt)]
        twin = one.with_theme(dark)
        # Other builders may read what this one leaves, so the twin is there in any case.
        if output_of(self.env).is_site:
            self._told(twin, embed)
        return [self._picture(one, embed, alt, LIGHT), self._picture(twin, embed, alt, DARK)]

    def _told(self, one: Asked, embed: str) -> Told:
        """Return what is known of a picture, and report what its reader should know."""
        told = cache_of(self.env).told(one, output_of(self.env).kind_of(one, embed))
        for note in told.notes:
            place = self.get_location()
            _LOGGER.warning("%s", note, location=place, type="journeymap", subtype="note")
        return told

    def _picture(self, one: Asked, embed: str, alt: str, *classes: str) -> nodes.Node:
        own = "alt" in self.options
        made = picture("", asked=one, alt=alt, own_alt=own, embed=embed, classes=[*classes])
        self.set_source_info(made)
        return made

    def _frame(self, pictures: list[nodes.Node]) -> nodes.Node:
        """Return the element that holds the pictures: with a caption, a figure."""
        caption = self.options.get("caption")
        frame: nodes.Element = nodes.figure() if caption else nodes.container()
        frame["classes"] += ["journeymap", *self.options.get("class", [])]
        self.set_source_info(frame)
        frame += pictures
        align = self.options.get("align")
        if caption:
            words, messages = self.parse_inline(caption, lineno=self.lineno)
            below = nodes.caption(caption, "", *words)
            # Without its place, it would not be translated.
            self.set_source_info(below)
            frame += [below, *messages]
            if align:
                frame["align"] = align
        elif align:
            frame["classes"].append(f"align-{align}")
        self.add_name(frame)
        return frame

    def _journey(self) -> Journey:
        kind = self.options.get("format")
        if kind is not None:
            check_choice("format", kind, FORMATS)
        if self.arguments and self.content:
            raise OptionError("both a file and a journey below; expected one of them")
        if self.arguments:
            if kind is not None:
                raise OptionError("format: is that of the lines below; a file has its suffix")
            return load(self._find(self.arguments[0]))
        if not self.content:
            raise OptionError("no journey; name its file, or write it below")
        # Faults without the name of a file are those of these lines.
        return loads("\n".join(self.content) + "\n", kind or FORMATS[0], name="")

    def _find(self, name: str) -> Path:
        if name == MACHINE:
            return Path(name)
        relative, path = self.env.relfn2path(name)
        self.env.note_dependency(relative)
        return Path(path)

    def _usual_view(self) -> Mapping[str, str]:
        view = self.config.journeymap_view
        return {"view": view} if view else {}

    def _defaults(self) -> Mapping[str, object]:
        names = [name.replace("-", "_") for name in settings()]
        return {name: getattr(self.config, f"journeymap_{name}") for name in names}

    def _tell(self, fault: Fault) -> None:
        """Report a fault, at its own place if it is one of the lines below."""
        if fault.file:
            self._say(str(fault))
            return
        source, line, column = place_in(self, fault.line, fault.column)
        text = str(attrs.evolve(fault, line=0, column=0))
        self._say(f"column {column}: {text}" if column else text, f"{source}:{line}")

    def _say(self, text: str, location: str = "") -> None:
        _LOGGER.error("%s", text, location=location or self.get_location(), type="journeymap")
