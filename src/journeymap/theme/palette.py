"""The colours of a picture: what of a theme moves nothing."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeymap.theme.color import mixed
from journeymap.values import Value

Ramp = tuple[str, str, str, str, str]
"""Five colours from the worst valence to the best."""

TINT = 0.15
"""How much of the valence's colour there is at most in the ground between curve and middle."""

STAGE_TINT, STAGE_EDGE = 0.5, 0.35
"""How much of the colour of its pills there is in the ground of a stage that encloses them, and how
much of the colour of its marks in its edge if that only guides the eye."""

KINDS = (
    *("barrier", "concern", "mitigation"),
    *("urgent", "improve", "keep", "plain"),
    *("economic", "technical", "user", "coach"),
    *("hypothesis", "message"),
    *("front", "back", "support"),
    *("added", "removed", "changed"),
    *("good", "bad"),
)
"""Every kind of card, bar and badge; a palette has a tone for each.

Obstacles and what helps; advice by urgency, and what has no kind; the roles of a buying group; bets
and messages; the layers of a backstage; what two maps differ by; what missed a plan or met it.
"""


PLAIN_TINT = 0.06
"""How much of the ink there is in the ground of what belongs to no stage."""


def turn(colors: tuple[str, ...], position: int | None) -> str:
    """Return the colour of a stage by its position; after the last they come round again."""
    return colors[(position or 0) % len(colors)]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Tone(Value):
    """The colours of one kind of card, bar or badge.

    Attributes:
        fill: The card's ground, or a weak bar.
        border: The card's edge and its bar, 3 : 1 on paper and on the ground.
        ink: Text on the ground, 4.5 : 1 or more.
        solid: A filled badge, or a strong bar; 3 : 1 on paper.
        on_solid: Text on the badge, 4.5 : 1 or more.
    """

    fill: str
    border: str
    ink: str
    solid: str
    on_solid: str

    @property
    def middle(self) -> str:
        """A bar between weak and strong; `ink` can be read on it."""
        return mixed(self.fill, self.solid, 0.25)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Palette(Value):
    """Every colour of a picture, as `#rrggbb`.

    The colours of stages are used in turn: the first stage has the first of each tuple, and after
    the last they come round again.

    Attributes:
        paper: The ground.
        panel: The ground of the persona strip.
        panel_edge: The edge of that strip; the ground's own colour where it has none. Where it has
            one, stages that enclose their touchpoints have edges as strong as their marks.
        ink: Text.
        muted: Text of less weight, still 4.5 : 1 on paper and panel.
        accent: Small headings.
        rule: Lines between lanes.
        faint: Dotted helper lines.
        stages: The grounds of the stages' heads.
        on_stages: Text on those heads, 4.5 : 1 or more.
        stage_edges: The edges of those heads, 3 : 1 on paper; the ground's own colour where a
            head has none.
        marks: A stage's bullets, dots and edges of pills; 3 : 1 on paper and on the pill.
        pills: The ground of a stage's pills.
        pill_inks: Text on those pills, and on paper.
        valence: The emotions' colours, from the worst to the best; 3 : 1 on paper.
        valence_inks: Text in those colours, 4.5 : 1 on paper.
        curves: Lines of several curves on one map; each has its own dash too.
        star: A star that counts.
        star_edge: The edge of a star that counts, 3 : 1 on paper.
        star_rest: The edge of a star that does not, and of the empty part of a meter; 3 : 1 on
            paper.
        tones: Cards, bars and badges by kind; `KINDS` names all.
    """

    paper: str
    panel: str
    panel_edge: str
    ink: str
    muted: str
    accent: str
    rule: str
    faint: str
    stages: tuple[str, ...]
    on_stages: tuple[str, ...]
    stage_edges: tuple[str, ...]
    marks: tuple[str, ...]
    pills: tuple[str, ...]
    pill_inks: tuple[str, ...]
    valence: Ramp
    valence_inks: Ramp
    curves: tuple[str, ...]
    star: str
    star_edge: str
    star_rest: str
    tones: Mapping[str, Tone]

    @property
    def has_edges(self) -> bool:
        """Whether grounds are told apart by their edges, not only by their tints."""
        return self.panel_edge != self.panel


def plain_ground(palette: Palette) -> str:
    """Return the ground of a touchpoint where colours say something else than its stage."""
    return mixed(palette.paper, palette.ink, PLAIN_TINT)


def stage_tint(palette: Palette, position: int | None) -> str:
    """Return the ground of a stage that encloses its touchpoints."""
    return mixed(palette.paper, turn(palette.pills, position), STAGE_TINT)


def stage_edge(palette: Palette, position: int | None) -> str:
    """Return the edge of a stage that encloses its touchpoints."""
    mark = turn(palette.marks, position)
    return mark if palette.has_edges else mixed(palette.paper, mark, STAGE_EDGE)
