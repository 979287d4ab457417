"""One Hypothesis strategy for each class of the model, and one for whole journeys.

What a strategy leaves out (because the model refuses it) has a test in test_model.py.
"""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from decimal import Decimal
from typing import get_args

import attrs
from hypothesis import strategies as st

from journeymap import geometry, model
from journeymap.graphs import graph as graphs_
from journeymap.model import evidence as evidence_module
from journeymap.model import (
    feelings,
    flow,
    improvements,
    look,
    messages,
    offers,
    payments,
    people,
    terms,
    touchpoints,
)
from journeymap.model.currencies import CURRENCIES
from journeymap.model.durations import Unit
from journeymap.model.index import walk
from journeymap.model.journey import Journey, Kind, State, Topology
from journeymap.model.record import Record, field_names, first_field
from journeymap.model.stages import Stage, Transition
from journeymap.placing import plan as plan_

TRICKY = [
    "NO", "yes", "y", "null", "~", "1.10", "12:30", "0x1F", "1e3", "1_000", ".inf", "-", "- x",
    "? x", "2026-01-01", "<<", "=", "# no comment", "a # b", "a: b", "a:", "'single'", '"double"',
    "[x]", "{x: y}", "&a", "*a", "!t", "|", ">", "%", "@x", "`x`", "\\n", 'x"""y', "x'''y", "a\\",
    "first\nsecond", "first\n\n  second\n third", "a\tb", "a \n b", "x\n- y", "a\x85b", "a\u2028b",
    "a\u2029b", "a\xa0b", "\u200bx", "\ufeffx", "x\x7fy", "x\x9fy", "😀", "👩‍👩‍👧 семья", "e\u0301",
    "שלום", "a\u202eb", "İstanbul", "ﬀ", "Ⅷ", "１２", "٣", "𝔘𝔫𝔦", "true", "false", "0", "-1", "007",
    "x" * 200, "ж" * 120, "a, b", "a ,b", "Why?", "50%", "x = 1", "[[t]]", "a.b", "---", "...",
    "--- x", "... x", "-x", "1-2 weeks", "12%", "journeymap", "$schema", "id", "=1+1", "<b>&amp;",
]  # fmt: skip

_ALPHABET = st.characters(
    codec="utf-8",
    exclude_categories=["Cs"],
    exclude_characters=[*map(chr, range(9)), *map(chr, range(11, 32)), "\ufffe", "\uffff"],
)


def texts(max_size: int = 8):
    free = st.text(_ALPHABET, min_size=1, max_size=max_size).filter(str.strip)
    return st.sampled_from(TRICKY) | free


@functools.cache
def ids():
    return st.builds(
        "{}{}".format, st.sampled_from(["_", "ключ-", "名", "n-"]), st.integers(0, 10**9)
    )


@functools.cache
def links():
    return st.sampled_from(
        ["https://example.org/a?b=c&d=%20#e", "http://пример.рф/", "mailto:a@b.c", "#here"]
    )


@functools.cache
def dates():
    return st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


def decimals(low: int = -(10**15) + 1, high: int = 10**15 - 1, places: int = 6):
    whole = st.integers(low, high).map(Decimal)
    small = st.decimals(max(low, -9999), min(high, 9999), places=places)
    large = st.decimals(low, high, places=places)
    return whole | small | large


@st.composite
def _some(draw, cls, required, optional):
    given = {name: draw(strategy) for name, strategy in required.items()}
    for name in draw(st.lists(st.sampled_from(sorted(optional)), max_size=3, unique=True)):
        given[name] = draw(optional[name])
    return cls(**given)


def some_of(cls, required=None, **optional):
    """Objects with the required fields and a few of the optional ones."""
    return _some(cls, required or {}, optional)


def few(strategy, most: int = 2):
    return st.lists(strategy, max_size=most)


def literals(kind):
    return st.sampled_from(get_args(kind))


@functools.cache
def evidences():
    return some_of(
        evidence_module.Evidence,
        {"kind": literals(evidence_module.EvidenceKind)},
        source=texts(),
        date=dates(),
        sample_size=st.integers(0, 10**12),
        link=links(),
    )


def remarks(cls, required, **optional):
    """Objects that may have an id, a link and evidence."""
    return some_of(cls, required, id=ids(), link=links(), evidence=evidences(), **optional)


@functools.cache
def statements():
    return remarks(evidence_module.Statement, {"text": texts()})


def rates(low: int = -(10**6), high: int = 10**6):
    return st.builds(model.Rate, decimals(low, high))


@functools.cache
def shares():
    return rates(0, 100)


@functools.cache
def quantity_units():
    letters = st.text(_ALPHABET, min_size=1, max_size=4)
    return letters.map(str.strip).filter(
        lambda unit: unit[:1].isalpha() and unit[:1] not in {"e", "E"}
    )


@functools.cache
def quantities_():
    units = st.sampled_from(["", "%", "days", "leads a month", "заявок"]) | quantity_units()
    return st.builds(model.Quantity, decimals(), units)


@functools.cache
def durations():
    def build(pair, unit):
        return model.Duration(**{unit: tuple(sorted(pair))})

    ends = st.tuples(decimals(0, 10**6), decimals(0, 10**6))
    return st.builds(build, ends, literals(Unit))


@functools.cache
def moneys(currency: str | None = None):
    codes = st.just(currency) if currency else st.sampled_from(sorted(CURRENCIES))
    return st.builds(model.Money, decimals(), codes)


@functools.cache
def scales():
    ends = st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)).filter(lambda p: p[0] < p[1])
    usual = st.sampled_from([(-2, 2), (1, 5), (-1, 1), (0.5, 9.25)])

    def build(pair, low_name, high_name):
        return model.Scale(*pair, low_name=low_name, high_name=high_name)

    names = st.none() | texts()
    return st.builds(build, usual | ends, names, names)


@functools.cache
def emotions():
    return remarks(feelings.Emotion, {"name": texts()}, valence=st.floats(-2, 2))


@functools.cache
def notes():
    return st.builds(model.Note, texts(), few(statements()))


@functools.cache
def barriers():
    return remarks(feelings.Barrier, {"text": texts()}, mitigation=statements())


@functools.cache
def concerns():
    return remarks(feelings.Concern, {"text": texts()}, mitigation=statements())


@functools.cache
def motivations():
    return remarks(feelings.Motivation, {"text": texts()}, kind=literals(feelings.MotivationKind))


@functools.cache
def channels():
    return some_of(touchpoints.Channel, kind=literals(touchpoints.ChannelKind), name=texts())


@functools.cache
def backstages():
    return some_of(
        touchpoints.Backstage,
        front=few(statements()),
        back=few(statements()),
        support=few(statements()),
    )


@functools.cache
def touchpoints_():
    return remarks(
        touchpoints.Touchpoint,
        {"name": texts()},
        channel=channels(),
        owner=literals(touchpoints.Owner),
        status=literals(touchpoints.TouchpointStatus),
        tool=texts(),
        emotions=few(emotions()),
        moment_of_truth=st.booleans(),
        backstage=backstages(),
    )


@functools.cache
def metrics():
    return remarks(
        improvements.Metric, {"name": texts()}, planned=quantities_(), measured=quantities_()
    )


@functools.cache
def ices():
    level = st.integers(1, 10)
    return st.builds(improvements.Ice, impact=level, confidence=level, ease=level)


@functools.cache
def rices():
    return st.builds(
        improvements.Rice,
        reach=decimals(1),
        impact=st.sampled_from(improvements.IMPACTS),
        confidence=shares(),
        effort=decimals(1, 1000),
    )


@functools.cache
def recommendations():
    return remarks(
        improvements.Recommendation,
        {"text": texts()},
        urgency=literals(improvements.Urgency),
        owner=texts(),
    )


@functools.cache
def hypotheses():
    fields = {
        "metric": texts(),
        "guardrail": texts(),
        "expected": quantities_(),
        "state": literals(improvements.HypothesisState),
        "owner": texts(),
    }
    made = {"change": texts()}
    return remarks(improvements.Hypothesis, made, ice=ices(), **fields) | remarks(
        improvements.Hypothesis, made, rice=rices(), **fields
    )


@functools.cache
def segments():
    return remarks(
        people.Segment,
        {"name": texts()},
        behavior=few(statements()),
        description=texts(),
        size=quantities_(),
    )


@functools.cache
def personas():
    lists = {name: few(statements()) for name in ("criteria", "fears", "alternatives")}
    single = {name: statements() for name in ("quote", "need", "trigger")}
    return remarks(people.Persona, {"name": texts()}, description=texts(), **lists, **single)


@functools.cache
def buyers():
    return remarks(
        people.Buyer,
        {"name": texts()},
        role=few(literals(people.RoleWord)),
        job=statements(),
        priorities=few(statements()),
        concerns=few(concerns()),
        language=few(texts()),
        influence=st.integers(1, 5),
        stance=literals(people.Stance),
    )


@functools.cache
def involvements():
    return remarks(
        people.Involvement,
        {"buyer": texts(), "level": literals(people.Level)},
        stance=literals(people.Stance),
    )


@functools.cache
def benefits():
    targets = st.sampled_from([*people.ROLES, *people.ALIASES])
    return remarks(messages.Benefit, {"to": targets, "text": texts()}, answers=texts())


@functools.cache
def fabs():
    return remarks(
        messages.Fab, {"feature": texts()}, advantage=texts(), benefits=few(benefits(), 3)
    )


@functools.cache
def costs():
    return _lines(offers.Cost, -(10**9), category=literals(offers.Category) | texts())


@functools.cache
def gains():
    return _lines(offers.Gain, 0)


def _lines(cls, least, **required):
    """Lines in euro; `low` and `high` are drawn as distances, `end` as a time after the start."""
    make = functools.partial(_line, cls, least)
    always = {"name": texts(), **required, "amount": _euros(least)}
    shared = {"low": _euros(0), "high": _euros(0), "unit": texts()}
    shared["quantity"] = decimals(0)
    years = decimals(0, 50)
    single = remarks(make, always, at=years, **shared)
    always = {**always, "every": literals(payments.Period)}
    return single | remarks(make, always, start=years, end=years, growth=rates(-99), **shared)


def _euros(low: int = -(10**9)):
    return decimals(low, 10**9).map(lambda amount: model.Money(amount, "EUR"))


def _line(cls, least, *, amount, low=None, high=None, start=None, end=None, **given):
    return cls(
        amount=amount,
        low=low and model.Money(max(amount.amount - low.amount, least), "EUR"),
        high=high and model.Money(amount.amount + high.amount, "EUR"),
        start=start,
        end=end if end is None or start is None else start + end,
        **given,
    )


@functools.cache
def offers_():
    """Offers whose lines are all in euro, or all in a currency that another draw chose."""
    return st.builds(
        _in_currency,
        remarks(
            offers.Offer,
            {"name": texts(), "costs": few(costs(), 3), "gains": few(gains(), 2)},
            description=texts(),
            ours=st.booleans(),
        ),
        st.sampled_from(sorted(CURRENCIES)),
    )


def _in_currency(offer, code):
    def converted(line):
        names = [name for name in ("amount", "low", "high") if getattr(line, name)]
        moneys = {name: model.Money(getattr(line, name).amount, code) for name in names}
        return attrs.evolve(line, **moneys)

    costs, gains = ([converted(line) for line in lines] for lines in (offer.costs, offer.gains))
    return attrs.evolve(offer, costs=costs, gains=gains)


@st.composite
def terms_(draw):
    period = draw(literals(payments.Period))
    months = payments.MONTHS[period]
    years = round(Decimal(draw(st.integers(1, 1200 // months)) * months) / 12, 6)
    rate = draw(st.sampled_from([None, "discount_rate", "real_rate"]))
    prices = draw(literals(terms.Prices))
    fits = rate is None or rate == {"nominal": "discount_rate", "real": "real_rate"}[prices]
    return terms.Terms(
        years,
        period=period,
        prices=prices,
        convention=draw(literals(terms.Convention)),
        inflation=draw(st.none() | rates(-99) if fits else rates(-99)),
        units=draw(st.none() | st.builds(model.Quantity, decimals(1), quantity_units())),
        **({rate: draw(rates(-99))} if rate else {}),
    )


@functools.cache
def colors():
    letters = st.text("0123456789abcdefABCDEF", min_size=6, max_size=6)
    short = st.text("0123456789abcdef", min_size=3, max_size=3)
    plain = ["#ffffff", "#000000", "#ffff00", "#808080", "#7a1f5c", "#7a1f5d", "#e2001a"]
    return st.sampled_from(plain) | (letters | short).map("#{}".format)


@functools.cache
def swatches():
    listed = st.lists(colors(), min_size=1, max_size=3).map(", ".join)
    single = st.builds(look.Swatch, literals(look.ColorName), colors())
    several = st.sampled_from(["stages", "on_stages", "marks", "pills", "curves"])
    return single.filter(lambda made: not made.name.startswith("valence")) | st.builds(
        look.Swatch, several, listed
    )


@functools.cache
def looks():
    """Looks of every kind that can be drawn."""
    bases = st.sampled_from(["light", "dark", "contrast", "auto", ("dark", "light")])
    parts = {
        "colors": st.lists(swatches(), max_size=3, unique_by=lambda swatch: swatch.name),
        "scale": st.just(1) | st.floats(0.25, 4),
    }
    brand = st.lists(colors(), max_size=3)
    return some_of(look.Look, {"base": bases}, brand=brand, **parts) | some_of(
        look.Look, {"base": st.just("print")}, **parts
    )


@functools.cache
def flows():
    """How the way through is drawn, by an engine that is there on every machine."""
    parts = {"engine": st.just("embedded"), "direction": literals(flow.FlowDirection)}
    return some_of(flow.Flow, detail=literals(flow.FlowDetail), **parts) | some_of(
        flow.Flow, lanes=literals(flow.FlowLanes), **parts
    )


@functools.cache
def transitions():
    return remarks(Transition, {"to": texts()}, when=texts(), share=shares())


@functools.cache
def stages():
    lists = ("triggers", "needs", "expectations", "actions", "thoughts")
    return remarks(
        Stage,
        {"name": texts()},
        job=statements(),
        **{name: few(statements()) for name in lists},
        touchpoints=few(touchpoints_()),
        emotions=few(emotions()),
        motivations=few(motivations()),
        barriers=few(barriers()),
        concerns=few(concerns()),
        importance=st.integers(1, 5),
        satisfaction=st.floats(1, 5),
        moment_of_truth=st.booleans(),
        duration=durations(),
        active=durations(),
        waiting=durations(),
        metrics=few(metrics()),
        hypotheses=few(hypotheses()),
        recommendations=few(recommendations()),
        backstage=backstages(),
        notes=st.lists(notes(), max_size=2, unique_by=lambda note: note.heading.strip()),
    )


@functools.cache
def _parts():
    """The arguments of a journey; its ids need not differ yet, and there are no references."""
    return remarks(
        dict,
        {
            "title": texts(),
            "buyers": st.lists(buyers(), max_size=3, unique_by=lambda buyer: buyer.name),
            "stages": st.lists(stages(), max_size=4),
        },
        kind=literals(Kind),
        state=literals(State),
        topology=literals(Topology),
        scenario=statements(),
        language=st.sampled_from(["en", "ru", "zh-Hans-CN"]),
        segment=segments(),
        persona=personas(),
        repeat_rate=shares(),
        updated=dates(),
        offers=few(offers_()),
        tco=terms_(),
        theme=looks(),
        flow=flows(),
    )


@st.composite
def journeys(draw):
    """Journeys of every kind, with references that lead somewhere."""
    scale = model.Scale() if draw(st.booleans()) else draw(scales())
    used: set[str] = set()
    parts = {name: _fresh(value, used) for name, value in draw(_parts()).items()}
    parts["stages"] = _on_scale(parts["stages"], scale)
    journey = Journey(scale=scale, **parts)
    return _with_references(draw, journey, used) if draw(st.booleans()) else journey


def _on_scale(value, scale):
    """The same value with the valences, made for -2..2, on another scale."""
    if isinstance(value, tuple):
        return tuple(_on_scale(item, scale) for item in value)
    if isinstance(value, feelings.Emotion) and value.valence is not None:
        valence = scale.low + (value.valence + 2) / 4 * (scale.high - scale.low)
        return attrs.evolve(value, valence=min(max(valence, scale.low), scale.high))
    if isinstance(value, Stage):
        parts = {
            name: _on_scale(getattr(value, name), scale) for name in ("emotions", "touchpoints")
        }
        return attrs.evolve(value, **parts)
    if isinstance(value, touchpoints.Touchpoint):
        return attrs.evolve(value, emotions=_on_scale(value.emotions, scale))
    return value


def _fresh(value, used: set[str]):
    """The same value, less the ids that are used already."""
    if isinstance(value, (list, tuple)):
        return tuple(_fresh(item, used) for item in value)
    if not isinstance(value, Record) or hasattr(value, "parse"):
        return value
    changes = {name: _fresh(getattr(value, name), used) for name in field_names(type(value))}
    if changes.get("id") in used:
        changes["id"] = None
    elif changes.get("id"):
        used.add(value.id)
    return attrs.evolve(value, **changes)


def _with_references(draw, journey, used):
    known = {kind: _references(journey, kind) for kind in (people.Buyer, Stage, Record)}

    def some(kind):
        names = known[kind]
        return draw(st.lists(st.sampled_from(names), max_size=2, unique=True)) if names else []

    def told(fab):
        benefits = [
            attrs.evolve(benefit, to=buyer)
            for benefit, buyer in zip(fab.benefits, [*some(people.Buyer), "user"], strict=False)
        ]
        return attrs.evolve(fab, benefits=[*benefits, *fab.benefits[len(benefits) :]])

    drawn = draw(st.lists(fabs(), max_size=2, unique_by=lambda fab: fab.feature))
    messages = _fresh([told(fab) for fab in drawn], used)

    def complete(stage):
        return attrs.evolve(
            stage,
            involvement=_fresh(
                [
                    attrs.evolve(draw(involvements()), buyer=buyer.id or buyer.name)
                    for buyer in journey.buyers
                    if draw(st.booleans()) and {buyer.id, buyer.name} & {*known[people.Buyer]}
                ],
                used,
            ),
            emotions=[
                attrs.evolve(felt, who=(some(people.Buyer) or [None])[0]) for felt in stage.emotions
            ],
            leads_to=_fresh(
                [attrs.evolve(draw(transitions()), to=name) for name in some(Stage)], used
            ),
            touchpoints=[
                attrs.evolve(touch, buyers=some(people.Buyer), alternative_to=other)
                for touch, other in _alternatives(stage)
            ],
            recommendations=[
                attrs.evolve(item, addresses=some(Record)) for item in stage.recommendations
            ],
            hypotheses=[attrs.evolve(item, addresses=some(Record)) for item in stage.hypotheses],
            messages=[fab.feature for fab in messages],
        )

    return attrs.evolve(
        journey, stages=[complete(stage) for stage in journey.stages], messages=messages
    )


def _alternatives(stage):
    names = [touch.name for touch in stage.touchpoints]
    return [
        (touch, names[0] if position and len(set(names)) == len(names) else None)
        for position, touch in enumerate(stage.touchpoints)
    ]


def _references(journey, kind):
    """The texts that mean exactly one object of a kind."""
    items = [item for item in walk(journey) if isinstance(item.value, kind)]
    counts = Counter(getattr(item.value, first_field(type(item.value))) for item in items)
    all_ids = {item.id for item in walk(journey)}
    named = [name for name, count in counts.items() if count == 1 and name not in all_ids]
    own = [item.value.id for item in items if item.value.id]
    return own if kind is Record else [*named, *own]


@st.composite
def tco_offers(draw, most: int = 4):
    """Offers in one currency with different names, with amounts that money can hold in sums."""
    code = draw(st.sampled_from(["EUR", "EUR", "JPY", "KWD"]))
    names = draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3, unique=True))
    return [
        offers.Offer(
            name,
            costs=draw(few(_tco_lines(offers.Cost, code), most)),
            gains=draw(few(_tco_lines(offers.Gain, code), 2)),
        )
        for name in names
    ]


@functools.cache
def _tco_lines(cls, code):
    @st.composite
    def line(draw):
        least = -(10**6) if cls is offers.Cost else 0
        low, likely, high = sorted(draw(decimals(least, 10**6, 2)) for _ in range(3))
        fields = {"category": draw(st.sampled_from(["price", "use", "exit", "own"]))}
        if cls is offers.Gain:
            fields = {}
        if draw(st.booleans()):
            fields |= {"low": model.Money(low, code), "high": model.Money(high, code)}
        if draw(st.booleans()):
            fields["every"] = draw(literals(payments.Period))
            fields["start"] = draw(st.none() | decimals(0, 8, 2))
            if draw(st.booleans()):
                fields["end"] = (fields["start"] or 0) + draw(decimals(0, 8, 2))
            fields["growth"] = draw(st.none() | rates(-50, 60))
        else:
            fields["at"] = draw(st.none() | decimals(0, 8, 2))
        if draw(st.booleans()):
            fields |= {"quantity": draw(decimals(0, 300, 2)), "unit": "seat"}
        name = draw(st.sampled_from(["Licences", "Training", "Support", "Exit"]))
        return cls(name=name, amount=model.Money(likely, code), **fields)

    return line()


_ITEMS = [
    touchpoints.Touchpoint("x", owner="competitor", link="https://example.org/?a=1&b=%22"),
    touchpoints.Touchpoint("y", moment_of_truth=True, link="#here"),
]


@st.composite
def graphs(draw, words=None):
    """Graphs of any shape: edges lead anywhere, stages may hold nothing, nodes may stand alone."""
    words = texts() if words is None else words
    clusters = [
        graphs_.Cluster(
            id=f"c{number + 1}", name=draw(words), stage=number, notes=draw(_few(words))
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    lanes = [graphs_.Lane(name=draw(words)) for _ in range(draw(st.integers(0, 2)))]
    kinds = literals(graphs_.NodeKind)
    nodes = [
        graphs_.Node(
            id=f"n{number + 1}",
            kind=draw(kinds),
            name=draw(words),
            notes=draw(_few(words)),
            channel=draw(st.just("") | words),
            stage=draw(st.none() | st.integers(0, 4)),
            lane=draw(st.none() | st.integers(0, len(lanes) - 1)) if lanes else None,
            item=draw(st.none() | st.sampled_from(_ITEMS)),
            is_proposed=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    ends = [item.id for item in (*nodes, *clusters)]
    edges = [
        graphs_.Edge(
            tail=draw(st.sampled_from(ends)),
            head=draw(st.sampled_from(ends)),
            kind=draw(literals(graphs_.EdgeKind)),
            label=draw(_few(words)),
            share=draw(st.none() | st.fractions(0, 2)),
            level=draw(st.just("") | literals(people.Level)),
            is_bottleneck=draw(st.booleans()),
            is_proposed=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 5)) if ends else 0)
    ]
    return graphs_.Graph(
        title=draw(words),
        nodes=tuple(nodes),
        edges=tuple(edges),
        clusters=tuple(clusters),
        lanes=tuple(lanes),
        direction=draw(literals(plan_.Direction)),
        is_free=draw(st.booleans()),
    )


def _few(strategy):
    return few(strategy).map(tuple)


def sizes(most: float = 200):
    side = st.floats(1, most) | st.integers(1, int(most))
    return st.builds(geometry.Size, side, st.floats(1, 60))


@st.composite
def plans(draw, *, most: int = 4, is_free: bool | None = None):
    """Plans of journeys without lanes: groups in their order, links that lead on, back and out."""
    is_free = draw(st.booleans()) if is_free is None else is_free
    groups = [] if is_free else [f"c{number}" for number in range(draw(st.integers(0, 3)))]
    spots = [
        plan_.Spot(id=f"n{group}.{number}", size=draw(sizes()), group=group if groups else None)
        for group in range(len(groups) or 1)
        for number in range(draw(st.integers(0, most)))
    ]
    inside = [spot.id for spot in spots]
    if groups:
        ends = st.sampled_from(["before", "after"])
        spots += [
            plan_.Spot(id=where, size=draw(sizes()), standing=where)
            for where in draw(st.lists(ends, unique=True))
        ]
        spots += [
            plan_.Spot(id=f"x{group}", size=draw(sizes()), group=group, standing="beside")
            for group in draw(st.sets(st.integers(0, len(groups) - 1)))
        ]
    links = [
        plan_.Link(tail=f"c{spot.group}", head=spot.id, course="out", width=draw(st.floats(1, 9)))
        for spot in spots
        if spot.standing == "beside"
    ]
    order = [*(["before"] if any(s.id == "before" for s in spots) else []), *inside]
    order += ["after"] if any(s.id == "after" for s in spots) else []
    for _ in range(draw(st.integers(0, 5)) if len(order) > 1 else 0):
        first, second = sorted(
            draw(st.lists(st.integers(0, len(order) - 1), min_size=2, max_size=2, unique=True))
        )
        label = draw(st.none() | sizes(90))
        course = "tie" if is_free else draw(st.sampled_from(["on", "on", "back"]))
        ids = (order[second], order[first]) if course == "back" else (order[first], order[second])
        links.append(plan_.Link(tail=ids[0], head=ids[1], course=course, label=label))
    for _ in range(draw(st.integers(0, 2)) if len(groups) > 1 else 0):
        tail, head = draw(st.sampled_from(groups)), draw(st.sampled_from(groups))
        links.append(
            plan_.Link(tail=tail, head=head, course="back", label=draw(st.none() | sizes(90)))
        )
    return plan_.Plan(
        spots=tuple(spots),
        links=tuple(links),
        groups=tuple(plan_.Group(id=name, title=draw(sizes(250))) for name in groups),
        direction=draw(literals(plan_.Direction)),
        is_free=is_free,
    )
