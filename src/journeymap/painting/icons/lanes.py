"""The icon of every lane."""

from __future__ import annotations

LANE_ICONS: dict[str, str] = {
    # An arrow in the middle of its target.
    "jobs": (
        "A 10.8 13.2 8 -12 282 A 10.8 13.2 3.4 -10 280 M 10.8 13.2 L 20.8 3.2 M 17 3.4 V 7 H 20.6"
    ),
    # A flash of lightning.
    "triggers": "M 13.5 3 L 5 13.8 H 11.2 L 10.5 21 L 19 10.2 H 12.8 Z",
    # The piece that is missing.
    "needs": ("M 3.5 9 H 7.6 J 10 6 2.6 135 405 H 16 V 12.8 J 18.2 15 2.6 225 495 V 21 H 3.5 Z"),
    # The sun that is about to rise.
    "expectations": (
        "M 3 19 H 21 A 12 19 4.5 180 360 M 12 5 V 8.5 M 4.6 11.6 L 6.4 13.4 M 19.4 11.6 L 17.6 13.4"
    ),
    # A list of which something is done.
    "actions": (
        "M 3.5 6.8 L 5.6 9 L 9.4 4.8 M 3.5 16.8 L 5.6 19 L 9.4 14.8 M 13 7 H 20.5 M 13 17 H 20.5"
    ),
    # A cloud of thoughts.
    "thoughts": (
        "A 8 10.5 4.3 95 270 J 12.8 7.3 4.3 215 335 J 17 11 4 300 450 H 7.6 P 7.5 18.3 P 4.5 21"
    ),
    # A pin on the map.
    "touchpoints": (
        "M 12 21 C 8 17 5 13.7 5 10 J 12 10 7 180 360 C 19 13.7 16 17 12 21 Z O 12 10 2.5"
    ),
    # A face.
    "emotions": "O 12 12 9 P 9 9.6 P 15 9.6 M 8 14 C 9.5 17 14.5 17 16 14",
    # A flame.
    "motivations": (
        "M 12.5 3 C 13.5 7 18.5 9.5 18.5 14.5 C 18.5 18.3 15.7 21 12 21 C 8.3 21 5.5 18.3 5.5 14.5"
        "C 5.5 12.2 6.6 10.4 8.2 8.8 C 8.6 10.6 9.6 11.6 11 11.8 C 12.4 9.2 12 6 12.5 3 Z"
    ),
    # A barrier across the road.
    "barriers": "R 3 6 18 7 1.8 M 8 13 L 12 6 M 14 13 L 18 6 M 6.5 13 V 20 M 17.5 13 V 20",
    # A warning.
    "concerns": (
        "M 10.4 4.8 Q 12 2.4 13.6 4.8 L 20.7 17.2 Q 21.9 20 19 20 H 5 Q 2.1 20 3.3 17.2 Z"
        "M 12 9.5 V 13 P 12 16.5"
    ),
    # Up, and up again.
    "importance": "M 5.5 12 L 12 5.5 L 18.5 12 M 5.5 19 L 12 12.5 L 18.5 19",
    # A thumb held up.
    "satisfaction": (
        "M 8 11 L 11.3 3.8 C 13.4 3.8 14.4 5.3 14 7.2 L 13.4 10 H 18.2 C 20 10 21 11.3 20.6 12.9"
        "L 19.2 18.4 C 18.8 19.8 17.9 20.5 16.5 20.5 H 8 Z M 8 11 H 4 V 20.5 H 8"
    ),
    # A stop-watch.
    "duration": "O 12 13.5 7.5 M 12 9.3 V 13.5 L 14.8 15.3 M 9.5 2.8 H 14.5 M 12 2.8 V 6",
    # Two people.
    "buying-group": (
        "O 9 8 3.5 M 2.8 20 V 19.2 J 9 19.2 6.2 180 360 V 20 A 15.5 8 3.5 -80 80"
        "M 18 13.6 Q 21.3 15.4 21.3 20"
    ),
    # Waves that go out from one point.
    "messages": "P 12 12 A 12 12 4.5 125 235 A 12 12 4.5 -55 55 A 12 12 9 130 230 A 12 12 9 -50 50",
    # A gauge.
    "metrics": "M 4.2 18.5 J 12 14 9 150 390 M 12 14 L 16 9.5",
    # A flask.
    "hypotheses": (
        "M 8.5 3.5 H 15.5 M 10 3.5 V 9.5 L 4.6 18 C 3.8 19.4 4.6 20.5 6 20.5 H 18"
        "C 19.4 20.5 20.2 19.4 19.4 18 L 14 9.5 V 3.5 M 7.3 14.5 H 16.7"
    ),
    # A light.
    "recommendations": (
        "M 9.5 17 V 16.5 C 9.5 15 6 13.5 6 9 J 12 9 6 180 360 C 18 13.5 14.5 15 14.5 16.5 V 17 Z"
        "M 10 20.8 H 14"
    ),
    # Layers, one under the other.
    "backstage": (
        "M 12 3.5 L 21 8.3 L 12 13.1 L 3 8.3 Z M 3 12.5 L 12 17.2 L 21 12.5 M 3 16.7 L 12 21.3"
        " L 21 16.7"
    ),
    # The bell on the counter.
    "backstage-front": "M 3 19 H 21 M 4.5 15.5 J 12 15.5 7.5 180 360 Z M 12 8 V 5 M 10 5 H 14",
    # A wheel of the works.
    "backstage-back": (
        "M 9.4 6.2 L 10 2.9 14 2.9 14.6 6.2 15.8 6.8 18.9 5.7 20.9 9.2 18.4 11.3 18.4 12.7"
        " 20.9 14.8"
        " 18.9 18.3 15.8 17.2 14.6 17.8 14 21.1 10 21.1 9.4 17.8 8.2 17.2 5.1 18.3 3.1 14.8"
        " 5.6 12.7"
        " 5.6 11.3 3.1 9.2 5.1 5.7 8.2 6.8 Z O 12 12 2.8"
    ),
    # The systems that carry it.
    "backstage-support": "R 3 4 18 7 2 R 3 14 18 7 2 P 7 7.5 P 7 17.5 M 13 7.5 H 17 M 13 17.5 H 17",
    # A pencil.
    "notes": "M 3.5 20.5 L 4.7 15.6 L 16.2 4.1 L 19.9 7.8 L 8.4 19.3 Z M 13.4 6.9 L 17.1 10.6",
}
