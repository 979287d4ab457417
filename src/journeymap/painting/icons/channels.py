"""The icon of every kind of channel."""

from __future__ import annotations

CHANNELS: dict[str, str] = {
    # A magnifying glass.
    "search": "O 10.5 10.5 7 M 15.6 15.6 L 21 21",
    # Three people who pass something on.
    "social": "O 6 12 2.8 O 17.5 5.8 2.8 O 17.5 18.2 2.8 M 8.5 10.7 L 15 7.1 M 8.5 13.3 L 15 16.9",
    # A globe.
    "site": "O 12 12 9 E 12 12 4 9 M 3 12 H 21",
    # An envelope.
    "email": "R 3 5 18 14 2.5 M 3.8 7.5 L 12 13.2 L 20.2 7.5",
    # What somebody is writing at the moment.
    "chat": (
        "M 8 20.8 V 17 H 5.5 Q 3 17 3 14.5 V 6.5 Q 3 4 5.5 4 H 18.5 Q 21 4 21 6.5 V 14.5"
        "Q 21 17 18.5 17 H 12 Z P 8 10.5 P 12 10.5 P 16 10.5"
    ),
    # A receiver.
    "phone": (
        "M 5.2 3.5 H 8.3 L 10.2 8.2 L 7.8 9.9 C 8.9 12.5 11.5 15.1 14.1 16.2 L 15.8 13.8"
        "L 20.5 15.7 V 18.8 C 20.5 19.9 19.7 20.6 18.6 20.5 C 10.6 19.8 4.2 13.4 3.5 5.4"
        "C 3.4 4.3 4.1 3.5 5.2 3.5 Z"
    ),
    # A briefcase.
    "sales": (
        "R 3 7.5 18 12.5 2.5 M 8.5 7.5 V 6 Q 8.5 4 10.5 4 H 13.5 Q 15.5 4 15.5 6 V 7.5 M 3 13 H 21"
    ),
    # A shop under its awning.
    "store": (
        "M 5 12.5 V 20.5 H 19 V 12.5 M 5.2 3.5 H 18.8 L 21 9 J 18 9 3 0 180 J 12 9 3 0 180"
        "J 6 9 3 0 180 Z M 9.6 20.5 V 16.3 H 14.4 V 20.5"
    ),
    # A leaf of a calendar.
    "event": "R 3.5 5 17 15.5 2.5 M 3.5 10 H 20.5 M 8 3 V 6.5 M 16 3 V 6.5 P 15.8 15.4",
    # A speaker on a screen.
    "webinar": (
        "R 3 3.5 18 13.5 2.5 M 12 17 V 20.5 M 7.5 20.5 H 16.5 O 12 8.4 1.4 A 12 17 4.2 185 355"
    ),
    # A film that can be started.
    "video": "R 3 5 18 14 3.5 M 10 9 L 15.2 12 L 10 15 Z",
    # A star.
    "review": (
        "M 12 3 L 14.7 8.7 L 21 9.5 L 16.4 13.8 L 17.6 20 L 12 17 L 6.4 20 L 7.6 13.8 L 3 9.5"
        "L 9.3 8.7 Z"
    ),
    # Two rings that share a part.
    "partner": "O 9 12 6 O 15 12 6",
    # A sheet with a folded corner.
    "document": (
        "M 13.5 3 H 7.5 Q 5 3 5 5.5 V 18.5 Q 5 21 7.5 21 H 16.5 Q 19 21 19 18.5 V 9 L 13.5 3"
        "V 9 H 19 M 9 13 H 15 M 9 16.8 H 13"
    ),
    # A telephone with a screen.
    "app": "R 6 3 12 18 2.8 M 11 17.2 H 13",
    # A paper plane.
    "messenger": "M 21 3 L 3 10 L 10.5 13.5 L 14 21 Z M 10.5 13.5 L 21 3",
    # A van.
    "delivery": (
        "M 4.5 17 H 3 V 6 H 14 V 17 H 9.5 M 14 9.5 H 17.8 L 21 13 V 17 H 19.5 O 7 17.5 2.3"
        "O 17 17.5 2.3"
    ),
    # A headset.
    "support": (
        "M 4 14 V 12 J 12 12 8 180 360 V 14 R 3 13 4 6 1.8 R 17 13 4 6 1.8"
        "M 20 19 Q 19.6 21.2 17 21.2 H 13.5"
    ),
    # Three people.
    "community": (
        "O 12 7.8 3.2 M 6.3 20.5 V 20 J 12 20 5.7 180 360 V 20.5 O 4.6 9.6 1.9 O 19.4 9.6 1.9"
        "M 2 18.6 V 17.4 Q 2 15 4.4 15 M 22 18.6 V 17.4 Q 22 15 19.6 15"
    ),
    # A megaphone.
    "advertising": (
        "M 5.5 9 H 9 L 17 4.5 V 18.5 L 9 14 H 5.5 J 5.5 11.5 2.5 90 270 Z M 6.8 14 V 17.7"
        "J 9 17.7 2.2 180 0 V 15.2 M 21 9.5 V 13.5"
    ),
    # A pointer that clicks.
    "trial": (
        "M 9.5 9.5 L 21 13.6 L 15.8 15.8 L 13.6 21 Z M 10.5 3 V 5.4 M 3 10.5 H 5.4 M 4.8 4.8 L"
        " 6.8 6.8"
    ),
    # A receipt.
    "invoice": (
        "M 5 3.5 H 19 V 20.5 L 15.5 18 L 12 20.5 L 8.5 18 L 5 20.5 Z M 9 8 H 15 M 9 12.5 H 15"
    ),
    # An open book.
    "knowledge-base": (
        "M 12 6.5 C 9.5 4.5 6.5 4 3 4.5 V 18.5 C 6.5 18 9.5 18.5 12 20.5 C 14.5 18.5 17.5 18"
        " 21 18.5"
        "V 4.5 C 17.5 4 14.5 4.5 12 6.5 Z M 12 6.5 V 20.5"
    ),
    # The point of a list.
    "other": "O 12 12 4.3 O 12 12 2.7 O 12 12 1",
}
