"""How a picture looks: metrics, which move boxes, and a palette, which moves nothing.

A theme is a value. Another theme is this one with some fields changed:

    >>> import attrs
    >>> mine = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, accent="#7a1f5c"))
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from journeymap.errors import OptionError, shown, unknown
from journeymap.text import TextStyle
from journeymap.values import Value

Ramp = tuple[str, str, str, str, str]
"""Five colours from the worst valence to the best."""


@attrs.frozen(kw_only=True, eq=False)
class Metrics(Value):
    """Every length of a picture, in px at 96 dpi, and every size of text.

    Fields whose name ends in `_ratio` are pure numbers; all others are lengths.
    """

    margin: float = 40
    title: TextStyle = TextStyle(28, 700)
    subtitle: TextStyle = TextStyle(14)
    heading: TextStyle = TextStyle(15, 600)
    lane_label: TextStyle = TextStyle(13.5, 600)
    stage: TextStyle = TextStyle(16.5, 600)
    stage_number: TextStyle = TextStyle(20, 700)
    stage_note: TextStyle = TextStyle(12.5, 500)
    body: TextStyle = TextStyle(14)
    strong: TextStyle = TextStyle(14, 600)
    quote: TextStyle = TextStyle(13.5, 400, italic=True)
    small: TextStyle = TextStyle(12.5)
    small_strong: TextStyle = TextStyle(12.5, 600)
    badge: TextStyle = TextStyle(12, 600)
    leading_ratio: float = 1.38
    baseline_ratio: float = 0.364
    title_gap: float = 6
    section_gap: float = 22
    panel_padding: float = 18
    panel_radius: float = 14
    facet_gap: float = 28
    facet_minimum: float = 120
    avatar: float = 52
    label_width: float = 140
    label_gap: float = 12
    column_minimum: float = 190
    column_natural: float = 350
    column_steps_ratio: float = 6
    cell_padding: float = 14
    lane_padding: float = 14
    header_padding: float = 13
    header_height: float = 54
    header_gap: float = 4
    arrow: float = 16
    item_gap: float = 6
    bullet: float = 5
    bullet_indent: float = 14
    pill_padding: float = 11
    pill_inset: float = 5.5
    pill_gap: float = 8
    dot: float = 8
    dot_gap: float = 6
    icon: float = 15
    icon_gap: float = 6
    lane_icon: float = 16
    tail: float = 9
    tail_gap: float = 5
    card_padding: float = 12
    card_inset: float = 9
    card_radius: float = 8
    card_bar: float = 4
    badge_padding: float = 10
    badge_inset: float = 3
    badge_mark: float = 8
    mark: float = 11
    star: float = 17
    star_gap: float = 5
    curve_height: float = 112
    curve_margin: float = 14
    curve_gap: float = 7
    face: float = 13
    track_height: float = 26
    track_gap: float = 8
    track_head: float = 7
    legend_gap: float = 22
    legend_sample: float = 34
    rule: float = 1
    curve_width: float = 3.5
    segments_ratio: float = 16

    def line_height(self, style: TextStyle) -> float:
        """Return the distance from one baseline to the next."""
        return style.size * self.leading_ratio

    def scaled(self, factor: float) -> Metrics:
        """Return metrics for the same picture, `factor` times as large."""
        changes: dict[str, float | TextStyle] = {}
        for field in attrs.fields(Metrics):
            value = getattr(self, field.name)
            if isinstance(value, TextStyle):
                changes[field.name] = value.scaled(factor)
            elif not field.name.endswith("_ratio"):
                changes[field.name] = value * factor
        return attrs.evolve(self, **changes)  # type: ignore[arg-type]


@attrs.frozen(kw_only=True, eq=False)
class Tone(Value):
    """The colours of one kind of card or badge.

    Attributes:
        fill: The card's ground.
        border: The card's edge and its bar.
        ink: Text on the ground, 4.5 : 1 or more.
        solid: A filled badge.
        on_solid: Text on the badge, 4.5 : 1 or more.
    """

    fill: str
    border: str
    ink: str
    solid: str
    on_solid: str


@attrs.frozen(kw_only=True, eq=False)
class Palette(Value):
    """Every colour of a picture, as `#rrggbb`.

    Attributes:
        paper: The ground.
        panel: The ground of the persona strip.
        ink: Text.
        muted: Text of less weight, still 4.5 : 1 on paper and panel.
        accent: Small headings.
        rule: Lines between lanes.
        faint: Dotted helper lines.
        stages: The stages' colours, used in turn; `on_stage` can be read on each.
        on_stage: Text on a stage's colour.
        pills: The ground of a stage's pills, in the order of `stages`.
        pill_inks: Text on those pills.
        valence: The curve's colours.
        valence_inks: Text in the curve's colours, 4.5 : 1 on paper.
        star: A star that counts.
        star_rest: A star that does not.
        tones: Cards and badges by kind.
    """

    paper: str
    panel: str
    ink: str
    muted: str
    accent: str
    rule: str
    faint: str
    stages: tuple[str, ...]
    on_stage: str
    pills: tuple[str, ...]
    pill_inks: tuple[str, ...]
    valence: Ramp
    valence_inks: Ramp
    star: str
    star_rest: str
    tones: Mapping[str, Tone]


@attrs.frozen(kw_only=True, eq=False)
class Theme(Value):
    """A palette and metrics under a name."""

    name: str
    palette: Palette
    metrics: Metrics = Metrics()


LIGHT = Theme(
    name="light",
    palette=Palette(
        paper="#ffffff",
        panel="#f6f8fd",
        ink="#1b2131",
        muted="#5c6579",
        accent="#3050cf",
        rule="#e4e8ef",
        faint="#c9d0dc",
        stages=("#3457dd", "#5b49d6", "#0b7783", "#17774f", "#a34a08", "#a8326e", "#4d5b78"),
        on_stage="#ffffff",
        pills=("#e8edfc", "#efecfb", "#e3f1f2", "#e4f2ea", "#faeee2", "#faeaf2", "#ebeef4"),
        pill_inks=("#2743b3", "#4434ad", "#075e68", "#115c3c", "#83390a", "#862756", "#3b4760"),
        valence=("#d92d20", "#ee6a12", "#e0a100", "#6fab2f", "#2a9d50"),
        valence_inks=("#a3160d", "#a8440a", "#7d5a00", "#416c10", "#176b34"),
        star="#e8a50c",
        star_rest="#b9c0cd",
        tones={
            "barrier": Tone(
                fill="#fdf0ef", border="#d6302b", ink="#84201c", solid="#c4231d", on_solid="#ffffff"
            ),
            "concern": Tone(
                fill="#fdf3e4", border="#b96a0b", ink="#70420a", solid="#9a570a", on_solid="#ffffff"
            ),
            "mitigation": Tone(
                fill="#eaf5ee", border="#2a8f52", ink="#155f36", solid="#1c7444", on_solid="#ffffff"
            ),
            "urgent": Tone(
                fill="#fceeee", border="#d98a88", ink="#1b2131", solid="#c4231d", on_solid="#ffffff"
            ),
            "improve": Tone(
                fill="#eef1fd", border="#93a6ea", ink="#1b2131", solid="#3457dd", on_solid="#ffffff"
            ),
            "keep": Tone(
                fill="#faf1e6", border="#d6a468", ink="#1b2131", solid="#a04f08", on_solid="#ffffff"
            ),
            "plain": Tone(
                fill="#f3f5f9", border="#8f9aae", ink="#1b2131", solid="#4d5b78", on_solid="#ffffff"
            ),
        },
    ),
)

DARK = Theme(
    name="dark",
    palette=Palette(
        paper="#12161f",
        panel="#1a202c",
        ink="#eceff6",
        muted="#a3adc0",
        accent="#93abff",
        rule="#2b3342",
        faint="#46506a",
        stages=("#3b5be0", "#6653de", "#0d7a86", "#18784f", "#a84f0d", "#b03a76", "#56637f"),
        on_stage="#ffffff",
        pills=("#1e2a52", "#292350", "#11363c", "#123424", "#3c2614", "#3c1d2e", "#262e3d"),
        pill_inks=("#b9c7ff", "#cbc3ff", "#93dbe3", "#93dcb6", "#f4c193", "#f3b2d2", "#c9d2e3"),
        valence=("#f2594e", "#f58634", "#e9b53a", "#93c854", "#4cc374"),
        valence_inks=("#ff9389", "#ffab73", "#f0c766", "#aedb78", "#7bdb9a"),
        star="#f0b93a",
        star_rest="#5d6880",
        tones={
            "barrier": Tone(
                fill="#37191b", border="#e8635d", ink="#ffc4c0", solid="#f08a84", on_solid="#2a0d0c"
            ),
            "concern": Tone(
                fill="#35260f", border="#d99a3d", ink="#ffd9a3", solid="#e6ad55", on_solid="#2b1c05"
            ),
            "mitigation": Tone(
                fill="#12301f", border="#4fb57a", ink="#9fe3bb", solid="#6fce97", on_solid="#07210f"
            ),
            "urgent": Tone(
                fill="#321a1c", border="#8f4643", ink="#eceff6", solid="#f08a84", on_solid="#2a0d0c"
            ),
            "improve": Tone(
                fill="#1b2443", border="#46589c", ink="#eceff6", solid="#9fb3ff", on_solid="#0d1636"
            ),
            "keep": Tone(
                fill="#322411", border="#86632f", ink="#eceff6", solid="#eab667", on_solid="#2b1c05"
            ),
            "plain": Tone(
                fill="#1f2634", border="#5d6880", ink="#eceff6", solid="#a8b4cb", on_solid="#141a26"
            ),
        },
    ),
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_of(theme: str | Theme) -> Theme:
    """Return a theme from itself or from its name.

    Raises:
        OptionError: It is neither.
    """
    if isinstance(theme, Theme):
        return theme
    if not isinstance(theme, str):
        known = ", ".join(THEMES)
        raise OptionError(f"not a theme (got {shown(theme)}; expected a Theme or one of {known})")
    if theme not in THEMES:
        raise unknown("theme", theme, THEMES)
    return THEMES[theme]
