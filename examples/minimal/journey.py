"""The first ten lines: a coffee on the way to work."""

import journeymap as jm

journey = jm.Journey(
    "Coffee to go",
    kind="b2c",
    stages=[
        jm.Stage("Need", actions="Finds us", touchpoints="Map", emotions=jm.Emotion("tired", -1)),
        jm.Stage("Queue", actions="Orders", touchpoints="Bar", emotions=jm.Emotion("rushed", -2)),
        jm.Stage("First sip", actions="Drinks", touchpoints="Cup", emotions=jm.Emotion("awake", 2)),
    ],
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
