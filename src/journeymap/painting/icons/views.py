"""Icons that are neither a channel's nor a lane's: signs of evidence, of change, of ways."""

from __future__ import annotations

SIGNS: dict[str, str] = {
    # Head and shoulders.
    "person": "O 12 7.8 4.2 M 4.5 20.5 J 12 20.5 7.5 180 360",
    # Round and round again.
    "loop": "A 12 12 8.5 32 334 M 20.2 3.6 V 8.5 H 15.3",
    # A flag on its pole.
    "flag": "M 5.5 21 V 3.5 M 5.5 4 H 19 L 16 8.8 L 19 13.5 H 5.5",
    # A way out of the picture.
    "link": "M 5.5 18.5 L 18.5 5.5 M 8 5.5 H 18.5 V 16",
    "check": "M 4.5 12.8 L 9.5 17.8 L 19.5 6.8",
    "plus": "M 12 4.5 V 19.5 M 4.5 12 H 19.5",
    "minus": "M 4.5 12 H 19.5",
    # Nearly the same.
    "changed": "M 4 9.5 C 8 4.5 16 13.5 20 8.5 M 4 16 C 8 11 16 20 20 15",
    # What keeps one from leaving.
    "lock": "R 4.5 10.5 15 10.5 2.5 M 8 10.5 V 7.5 J 12 7.5 4 180 360 V 10.5 M 12 14.8 V 16.7",
    # Somebody has seen it.
    "eye": "M 2.5 12 C 6.5 4 17.5 4 21.5 12 C 17.5 20 6.5 20 2.5 12 Z O 12 12 2.8",
    # Somebody has counted it.
    "chart": "M 3.5 20.5 H 20.5 M 6.5 16 V 13 M 12 16 V 8.5 M 17.5 16 V 4",
    # Somebody has said it.
    "speech": (
        "M 4.5 17.5 Q 9.5 16 9.5 10.5 V 6 H 4 V 11.5 H 9.5"
        "M 15 17.5 Q 20 16 20 10.5 V 6 H 14.5 V 11.5 H 20"
    ),
    # Nobody knows it yet.
    "question": "M 7 8.5 J 12 8.5 5 180 400 C 14.5 13.2 12 13.2 12 15.8 P 12 20",
}
