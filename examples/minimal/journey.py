"""The first ten lines: a coffee on the way to work."""

import journeymap as jm

journey = jm.Journey(
    "Coffee to go",
    kind="b2c",
    stages=[
        jm.Stage("Need", actions="Finds us", touchpoints="Map", emotions={"tired": -1}),
        jm.Stage("Queue", actions="Orders", touchpoints="Bar", emotions={"rushed": -2}),
        jm.Stage("First sip", actions="Drinks", touchpoints="Cup", emotions={"awake": 2}),
    ],
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
