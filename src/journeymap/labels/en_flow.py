"""The words of the way through, in English; loaded when it is drawn."""

from __future__ import annotations

FLOW = {
    # what stands at nodes and edges
    "entry": "Start",
    "end": "End",
    "leave": "{said} · {share}",
    "leave_share": "{share} leave here",
    "through_share": "{share} come through",
    "together": "all ways together",
    "most": "most are lost here",
    "met_nowhere": "no touchpoint reaches them",
    # lanes
    "nobody": "No buyer named",
    "us": "Ours",
    "competitor": "Competitors",
    "third-party": "Third parties",
    # facts under the title
    "scale": "width of a way: customers, of {count}",
    "scale_share": "width of a way: share of customers",
    "figures_from": "figures from “{stage}” on",
    "sides": "earlier touchpoints on the left, later ones on the right",
    # legend
    "width": "the wider, the more customers",
    "width_partly": "the wider, the more customers; thin where their share is not known",
    "enters": "start",
    "arrives": "end",
    "back": "back, or past stages",
    "again": "the same touchpoint in another lane",
    "meets_decides": "decides there",
    "meets_consulted": "is consulted",
    "meets_informed": "is informed",
    # sentences
    "way_of": "The way through: {title}.",
    "network_of": "The buying group and where it is met: {title}.",
    "sentence": "{said}.",
    "met_at": "{buyer}: {touchpoints}.",
    "lost_most": "Most are lost at {stage}: {share}.",
    "back_to": "Back from {start} to {end}{when}.",
    "past_to": "From {start} on to {end}{when}.",
}

COUNTS = {
    "stages": ("{number} stage", "{number} stages"),
    "touchpoints": ("{number} touchpoint", "{number} touchpoints"),
    "actions": ("{number} action", "{number} actions"),
    "buyers": ("{number} buyer", "{number} buyers"),
    "statements": ("{number} statement", "{number} statements"),
    "ways_back": ("{number} way back", "{number} ways back"),
    "ways_past": ("{number} way past stages", "{number} ways past stages"),
    "leave": ("{number} leaves here", "{number} leave here"),
    "through": ("{number} comes through", "{number} come through"),
}
"""How many of something, in the forms of `plural`."""
