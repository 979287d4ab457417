"""Sending shoes back to an online shop: the way of today, to be compared with the planned one."""

import journeymap as jm

# Every figure and source below is invented for the example.
MEASURED = jm.Evidence("measured", "Shop data", date="2026-05-31", sample_size=5210)
REPORTED = jm.Evidence("reported", "Calls to support", date="2026-06-04", sample_size=31)

journey = jm.Journey(
    "Sending a pair of shoes back",
    kind="b2c",
    topology="linear",
    flow=jm.Flow(direction="down"),
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
            actions=["Tries both pairs at home", "Looks for the rules of the shop"],
            touchpoints=[
                jm.Touchpoint("Shoe box", channel="delivery"),
                jm.Touchpoint("Page of terms", channel="document"),
            ],
            emotions=[jm.Emotion("doubt", -1)],
            barriers=[
                jm.Barrier(
                    "The rules are in the small print", "A card in the box", evidence=REPORTED
                )
            ],
            importance=3,
            duration="1-3 days",
        ),
        jm.Stage(
            "Registration",
            id="register",
            job="Get a label",
            actions=["Writes to support", "Waits for a number", "Prints the label at work"],
            touchpoints=[
                jm.Touchpoint("Contact form", channel="site"),
                jm.Touchpoint("E-mail with a number", channel="email"),
            ],
            emotions=[jm.Emotion("annoyance", -2, evidence=REPORTED)],
            barriers=[
                jm.Barrier("No printer at home", evidence=REPORTED),
                jm.Barrier("An answer takes two days", evidence=MEASURED),
            ],
            importance=4,
            duration="2-3 days",
            metrics=[jm.Metric("conversion", planned="90%", measured="71%", evidence=MEASURED)],
            recommendations=[
                jm.Recommendation("Let customers make the label themselves", urgency="urgent")
            ],
        ),
        jm.Stage(
            "Hand-over",
            id="hand-over",
            job="Get rid of the parcel on the way to work",
            actions=["Carries the parcel to the post office", "Queues"],
            touchpoints=[jm.Touchpoint("Post office", channel="delivery", owner="third-party")],
            emotions=[jm.Emotion("impatience", -1)],
            barriers=["Open when she works"],
            concerns=[jm.Concern("The parcel gets lost", "Receipt with a number")],
            importance=3,
            duration="1-2 days",
        ),
        jm.Stage(
            "Money back",
            id="refund",
            job="See the money on the account",
            actions=["Checks the account each day", "Calls support"],
            touchpoints=[
                jm.Touchpoint("Support", channel="phone"),
                jm.Touchpoint("Letter of the bank", owner="third-party"),
            ],
            emotions=[
                jm.Emotion("distrust", -2, evidence=REPORTED),
                jm.Emotion("relief at last", 1),
            ],
            barriers=[jm.Barrier("Nobody says when the money comes", evidence=REPORTED)],
            importance=5,
            moment_of_truth=True,
            duration="10-14 days",
            metrics=[jm.Metric("time", planned="7 days", measured="12 days", evidence=MEASURED)],
            recommendations=[
                jm.Recommendation("Say on which day the money comes", urgency="urgent")
            ],
        ),
    ],
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
