"""English."""

from __future__ import annotations

from decimal import Decimal

from journeymap.labels.words import Labels


def plural(number: Decimal) -> int:
    """Return which form goes with a number: 1 week, 0 weeks, 1.5 weeks."""
    return 0 if number == 1 else 1


LABELS = Labels(
    language="en",
    lanes={
        "jobs": "Goals (JTBD)",
        "triggers": "Triggers",
        "needs": "Needs",
        "expectations": "Expectations",
        "actions": "Actions",
        "thoughts": "Thoughts",
        "touchpoints": "Touchpoints",
        "emotions": "Emotions",
        "motivations": "Motivations",
        "barriers": "Barriers",
        "concerns": "Concerns",
        "importance": "Importance",
        "satisfaction": "Satisfaction",
        "duration": "Duration",
        "buying-group": "Buying group",
        "messages": "Messages",
        "metrics": "Metrics",
        "hypotheses": "Hypotheses",
        "recommendations": "Recommendations",
        "backstage": "Backstage",
    },
    facets={
        "scenario": "Scenario",
        "behavior": "How they behave",
        "need": "Need",
        "trigger": "Trigger",
        "criteria": "Criteria",
        "fears": "Fears",
        "alternatives": "Alternatives",
    },
    kinds={"b2b": "B2B", "b2c": "B2C"},
    states={"as-is": "as is", "to-be": "to be"},
    topologies={"linear": "linear", "cyclic": "a cycle"},
    urgencies={"urgent": "Urgent", "improve": "Improve", "keep": "Keep: a key win"},
    roles={
        "economic": "Economic buyer",
        "technical": "Technical buyer",
        "user": "User buyer",
        "coach": "Coach",
    },
    levels={"informed": "informed", "consulted": "consulted", "decides": "decides"},
    stances={
        "opponent": "opponent",
        "sceptic": "sceptic",
        "neutral": "neutral",
        "supporter": "supporter",
    },
    role_words={
        "economic": "economic",
        "technical": "technical",
        "user": "user",
        "coach": "coach",
    },
    evidence={"reported": "reported", "observed": "observed", "measured": "measured"},
    progress={
        "proposed": "Proposed",
        "running": "Running",
        "confirmed": "Confirmed",
        "rejected": "Rejected",
    },
    layers={"front": "Front stage", "back": "Back stage", "support": "Support"},
    lines={
        "interaction": "line of interaction",
        "visibility": "line of visibility",
        "internal": "line of internal interaction",
    },
    metrics={
        "entered": "entered",
        "went on": "went on",
        "conversion": "conversion",
        "drop-off": "drop-off",
        "time": "time",
    },
    legend={
        "segment": "Segment",
        "high": "high",
        "low": "low",
        "existing": "our touchpoint",
        "proposed": "proposed",
        "foreign": "not ours",
        "mitigation": "how we answer it",
        "moment_of_truth": "Moment of truth",
        "facts": "Facts: {share} of {count} statements",
        "unknown": "not known",
        "rational": "rational",
        "emotional": "emotional",
        "active": "active",
        "waiting": "waiting",
        "again": "and again",
        "owner": "Owner: {owner}",
        "planned": "planned {figure}",
        "plan": "plan",
        "met": "plan met",
        "below": "below plan",
        "over": "over plan",
        "lost": "{share} lost here",
        "guardrail": "Guardrail: {name}",
        "sample": "n = {count}",
        "customer": "the customer",
    },
    units={
        "seconds": ("second", "seconds"),
        "minutes": ("minute", "minutes"),
        "hours": ("hour", "hours"),
        "days": ("day", "days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    },
    plural=plural,
    decimal_mark=".",
    group_mark=",",
    percent_sign="%",
    quotes=("“", "”"),
    sentences={
        "map": "Customer journey map: {title}.",
        "size": "Stages: {stages} ({names}); touchpoints: {touchpoints}.",
        "lowest": "Lowest point: {stage} ({feelings}).",
        "highest": "Highest point: {stage} ({feelings}).",
        "urgent": "Urgent: {texts}.",
    },
)
