"""Sending shoes back to an online shop: the way that is planned."""

import journeymap as jm

# Every figure and source below is invented for the example.
MEASURED = jm.Evidence("measured", "Shop data", date="2026-05-31", sample_size=5210)
REPORTED = jm.Evidence("reported", "Calls to support", date="2026-06-04", sample_size=31)

journey = jm.Journey(
    "Sending a pair of shoes back",
    kind="b2c",
    state="to-be",
    topology="linear",
    segment=jm.Segment(
        "Buyers of shoes who order two sizes",
        behavior=[
            "Order two pairs to keep one",
            jm.Statement("Return one parcel in three", evidence=MEASURED),
        ],
    ),
    persona=jm.Persona(
        "Marta, 29, nurse",
        quote=jm.Statement("I pay twice until you believe me.", evidence=REPORTED),
        need="Her money back before the next bill",
        fears=["The parcel gets lost", "The shop says the shoes were worn"],
    ),
    stages=[
        jm.Stage(
            "Decision to return",
            id="decide",
            job="Know whether the pair can go back",
            actions=["Tries both pairs at home", "Scans the code on the card"],
            touchpoints=[
                jm.Touchpoint("Shoe box", channel="delivery"),
                jm.Touchpoint("Card in the box", channel="document", status="proposed"),
            ],
            emotions=[jm.Emotion("sure of it", 1)],
            importance=3,
            duration="1-2 days",
        ),
        jm.Stage(
            "Registration",
            id="register",
            job="Get a label",
            actions=["Chooses the pair and the reason", "Gets a code for the parcel shop"],
            touchpoints=[
                jm.Touchpoint("Returns in the account", channel="site", status="proposed"),
                jm.Touchpoint("E-mail with a code", channel="email", status="proposed"),
            ],
            emotions=[jm.Emotion("ease", 1)],
            importance=4,
            duration="2 minutes",
            metrics=[jm.Metric("conversion", planned="90%")],
            recommendations=[jm.Recommendation("Keep it at two questions", urgency="keep")],
        ),
        jm.Stage(
            "Hand-over",
            id="hand-over",
            job="Get rid of the parcel on the way to work",
            actions=["Leaves the parcel at a locker"],
            touchpoints=[
                jm.Touchpoint("Post office", channel="delivery", owner="third-party"),
                jm.Touchpoint(
                    "Parcel locker", channel="delivery", owner="third-party", status="proposed"
                ),
            ],
            emotions=[jm.Emotion("done in passing", 1)],
            concerns=[jm.Concern("The parcel gets lost", "A message at every step")],
            importance=3,
            duration="1 days",
        ),
        jm.Stage(
            "Money back",
            id="refund",
            job="See the money on the account",
            actions=["Reads one message"],
            touchpoints=[
                jm.Touchpoint("Message with the day", channel="messenger", status="proposed"),
                jm.Touchpoint("Support", channel="phone"),
            ],
            emotions=[jm.Emotion("trust", 2)],
            importance=5,
            moment_of_truth=True,
            duration="2-3 days",
            metrics=[jm.Metric("time", planned="3 days")],
            hypotheses=[
                jm.Hypothesis(
                    "Pay back when the carrier has scanned the parcel",
                    metric="time",
                    guardrail="returns of worn shoes",
                    ice=jm.Ice(impact=8, confidence=6, ease=5),
                )
            ],
        ),
    ],
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
