"""Journeys of which much is known about the way through them."""

from hypothesis import strategies as st

import journeymap as jm
from journeymap.graphs.choices import DETAILS, LANES, Choices


@st.composite
def measured(draw):
    """Journeys whose stages tell some of what can be told of a funnel, with gaps."""

    def metric(name, figure):
        kind = draw(st.sampled_from(["measured", "planned"]))
        return jm.Metric(name, **{kind: figure})

    def stage(number):
        found = []
        if draw(st.booleans()):
            unit = draw(st.sampled_from(["", " leads", " %"]))
            found.append(metric("entered", f"{draw(st.integers(0, 2000))}{unit}"))
        if draw(st.booleans()):
            found.append(metric("went on", f"{draw(st.integers(0, 2000))}"))
        if draw(st.booleans()):
            found.append(metric("conversion", f"{draw(st.integers(0, 110))}%"))
        status = st.sampled_from(["existing", "proposed"])
        names = [f"t{place}" for place in range(draw(st.integers(0, 4)))]
        touches = [
            jm.Touchpoint(
                name,
                status=draw(status),
                alternative_to=draw(st.none() | st.sampled_from([n for n in names if n != name]))
                if len(names) > 1
                else None,
                buyers=draw(st.lists(st.sampled_from("AB"), max_size=2, unique=True)),
                owner=draw(st.sampled_from(["us", "competitor", "third-party"])),
            )
            for name in names
        ]
        ways = draw(st.lists(st.integers(1, count), max_size=2))
        return jm.Stage(
            f"s{number}",
            touchpoints=touches,
            actions=names[:2],
            metrics=found,
            leads_to=[jm.Transition(f"s{end}", "so", share="10%") for end in ways],
        )

    count = draw(st.integers(0, 4))
    return jm.Journey(
        "J",
        kind=draw(st.sampled_from(["b2b", "b2c"])),
        state=draw(st.sampled_from(["as-is", "to-be"])),
        buyers=["A", "B"],
        stages=[stage(number) for number in range(1, count + 1)],
    )


CHOICES = st.one_of(
    st.builds(Choices, detail=st.sampled_from(DETAILS)),
    st.builds(Choices, lanes=st.sampled_from(LANES)),
)


def is_met(journey):
    """Tell whether any touchpoint names a buyer."""
    return any(touch.buyers for stage in journey.stages for touch in stage.touchpoints)
