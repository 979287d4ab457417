"""The lengths of a picture and its sizes of text: what of a theme moves boxes."""

from __future__ import annotations

from journeymap.text import TextStyle
from journeymap.theme.lengths import Length, Lengths


class Metrics(Lengths):
    """Every length of a picture, in px at 96 dpi, and every size of text.

    Those whose name ends in `_ratio` are pure numbers; all others are lengths.

    Args:
        lengths: Those that differ from the usual ones, by name.

    Raises:
        TypeError: There is no such length.

    Examples:
        >>> Metrics(margin=24).changed(card_radius=0)
        Metrics(margin=24, card_radius=0)
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
    pill_note: TextStyle = TextStyle(11.5)
    badge: TextStyle = TextStyle(12, 600)
    leading_ratio: float = 1.38
    baseline_ratio: float = 0.364
    last_line_ratio: float = 0.5
    last_line_em_ratio: float = 12
    title_gap: float = 6
    section_gap: float = 22
    panel_padding: float = 18
    panel_radius: float = 14
    facet_gap: float = 28
    facet_minimum: float = 120
    facet_lines_ratio: float = 0.25
    avatar: float = 52
    label_width: float = 140
    label_gap: float = 12
    column_minimum: float = 190
    column_natural: float = 350
    column_widest_ratio: float = 2.2
    column_steps_ratio: float = 6
    cell_padding: float = 14
    lane_padding: float = 14
    header_padding: float = 13
    header_height: float = 54
    header_gap: float = 4
    arrow: float = 16
    item_gap: float = 6
    bullet: float = 5
    worth_least: float = 100
    bullet_indent: float = 14
    pill_padding: float = 11
    pill_inset: float = 5.5
    pill_gap: float = 8
    dot: float = 8
    dot_gap: float = 6
    icon: float = 14
    icon_gap: float = 5
    lane_icon: float = 16
    lane_icon_gap: float = 8
    tail: float = 9
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
    foot_ratio: float = 0.75
    tallest_ratio: float = 4
    band_gap: float = 36
    goes_on: float = 6
    column_page: float = 225
    letters_ratio: float = 90
    page_blank_ratio: float = 0.35
    band_blank_ratio: float = 0.55
    page_gap: float = 24
    page_edge: float = 10
    evidence: float = 10
    evidence_gap: float = 5
    rail: float = 20
    rail_padding: float = 9
    tick: float = 2
    gauge: float = 9
    sign: float = 9
    influence: float = 37
    influence_point: float = 5
    marker: float = 7.5
    truth: float = 18
    sample_line: float = 38
    name_width: float = 190
    name_beyond: float = 90
    name_far: float = 18
    cluster: float = 44
    divider_gap: float = 3
    half_ratio: float = 0.5
    cycle_head_gap: float = 36
    cycle_radius: float = 232
    cycle_ring: float = 54
    cycle_gap: float = 9
    cycle_tip: float = 15
    cycle_arc: float = 80
    cycle_badge: float = 17
    cycle_number: TextStyle = TextStyle(16, 700)
    cycle_mood: float = 58
    cycle_room: float = 14
    cycle_label: float = 220
    cycle_label_gap: float = 18
    cycle_label_space: float = 14
    cycle_figure: TextStyle = TextStyle(40, 700)
    cycle_middle: float = 168
    cycle_opening_ratio: float = 0.5
    cycle_tail_ratio: float = 0.36
    cycle_far_ratio: float = 2.4
    cycle_growth_ratio: float = 1.06
    cycle_steps_ratio: float = 12
    cycle_full_ratio: float = 24
    cycle_least: float = 420
    mind_root: float = 220
    mind_stage: float = 190
    mind_aspect: float = 120
    mind_leaf: float = 270
    mind_reach: float = 34
    mind_padding: float = 14
    mind_inset: float = 9
    mind_stage_gap: float = 40
    mind_aspect_gap: float = 12
    mind_leaf_gap: float = 5
    mind_told_gap: float = 10
    mind_leaf_least: float = 170
    mind_rib: float = 24
    mind_head_gap: float = 18
    mind_head_ratio: float = 0.12
    mind_bend: float = 10
    mind_fan: float = 64
    mind_fan_most: float = 230
    mind_fan_ratio: float = 0.3
    mind_fan_share_ratio: float = 0.07
    mind_sheet_ratio: float = 1.4
    mind_exit: float = 9
    mind_trunk: float = 7
    mind_line: float = 3
    mind_twig: float = 1.4
    persona_width: float = 960
    persona_column: float = 230
    persona_columns_ratio: float = 3
    persona_least: float = 320
    persona_avatar: float = 84
    persona_name: TextStyle = TextStyle(24, 700)
    persona_quote: TextStyle = TextStyle(16, 400, italic=True)
    persona_padding: float = 24
    table_label: float = 128
    table_column: float = 210
    table_least: float = 130
    table_columns_ratio: float = 6
    table_inset: float = 10
    table_rule: float = 3
    fab_label: float = 310
    fab_label_least: float = 170
    fab_label_ratio: float = 0.28
    fab_column: float = 310
    fab_least: float = 150
    fab_columns_ratio: float = 5
    fab_gap: float = 10
    fab_padding: float = 14
    fab_inset: float = 12
    fab_bar: float = 4
    fab_title: TextStyle = TextStyle(15.5, 600)
    fab_line_gap: float = 8
    fab_chip_gap: float = 6
    fab_corner: float = 9
    fab_corner_gap: float = 6
    fab_hole: float = 8
    difference: float = 13
    difference_gap: float = 6
    difference_inset: float = 3
    difference_edge: float = 4
    chart_width: float = 1320
    chart_alone: float = 960
    chart_wide: float = 1000
    chart_least: float = 320
    chart_gap: float = 40
    chart_heading: TextStyle = TextStyle(17, 700)
    chart_value: TextStyle = TextStyle(13, 600)
    chart_total: TextStyle = TextStyle(16.5, 700)
    chart_tick: TextStyle = TextStyle(12.5)
    chart_tick_gap: float = 8
    axis_end_ratio: float = 0.12
    chart_sample: float = 26
    chart_block_gap: float = 14
    bar: float = 40
    bar_gap: float = 22
    bar_name: float = 210
    bar_beside: float = 640
    bar_total_ratio: float = 0.5
    bar_value_room: float = 7
    bar_value_inset: float = 4
    bar_total_gap: float = 12
    bar_tick: float = 7
    bar_tick_room: float = 130
    plot: float = 300
    plot_tick: float = 46
    plot_least: float = 120
    plot_below: float = 12
    plot_end: float = 170
    plot_end_least: float = 80
    plot_end_gap: float = 26
    plot_label_gap: float = 8
    plot_mark: float = 4.5
    plot_mark_room: float = 56
    plot_mark_clear: float = 6.75
    callout_padding: float = 10
    callout_inset: float = 5
    callout_clear: float = 9
    callout_ring: float = 7.5
    callout_widest: float = 340
    callout_steps_ratio: float = 36
    callout_crossing: float = 60
    tornado: float = 400
    chart_tornado: float = 640
    tornado_bar: float = 20
    tornado_gap: float = 12
    tornado_tick: float = 3
    tornado_tick_room: float = 60
    tornado_label_ratio: float = 0.35
    flow_unit: float = 1
    flow_readable: float = 2400
    flow_node: float = 216
    flow_node_banded: float = 168
    flow_node_most: float = 320
    flow_node_least: float = 120
    flow_steps_ratio: float = 4
    flow_inset: float = 10
    flow_padding: float = 14
    flow_corner: float = 6
    flow_gap: float = 26
    flow_stage_gap: float = 60
    flow_stage_inset: float = 20
    flow_track: float = 12
    flow_stub: float = 18
    flow_exit: float = 40
    flow_label: float = 190
    flow_label_gap: float = 4
    flow_label_padding: float = 6
    flow_label_inset: float = 2
    flow_line: float = 1.6
    flow_widest: float = 14
    flow_head: float = 9
    flow_head_ratio: float = 1.9
    flow_bend: float = 10
    flow_entry: float = 44
    flow_entry_padding: float = 12
    flow_dot: float = 18
    flow_again: float = 6
    flow_lane: float = 130
    flow_sample: float = 34
    flow_meets: float = 1.3
    network_gap: float = 18
    network_between: float = 150

    def line_height(self, style: TextStyle) -> float:
        """Return the distance from one baseline to the next."""
        return style.size * self.leading_ratio

    def baseline(self, style: TextStyle) -> float:
        """Return how far below the top of a line its letters stand."""
        return self.line_height(style) / 2 + style.size * self.baseline_ratio

    def scaled(self, factor: float) -> Metrics:
        """Return metrics for the same picture, `factor` times as large."""
        changes: dict[str, Length] = {}
        for name, value in self.lengths().items():
            if isinstance(value, TextStyle):
                changes[name] = value.scaled(factor)
            elif not name.endswith("_ratio"):
                changes[name] = value * factor
        return self.changed(**changes)


USUAL = Metrics()
"""The metrics of a theme that names no others."""
