"""By which way customers and sellers meet, in words."""

from __future__ import annotations

from journeymap.labels.words import Labels
from journeymap.model.touchpoints import OTHER, Touchpoint


def channel_of(touchpoint: Touchpoint, labels: Labels) -> str:
    """Return what the channel of a touchpoint is called.

    Nothing if it is not known which it is, or if the name of the touchpoint says it already.
    """
    channel = touchpoint.channel
    word = channel.name or ("" if channel.kind == OTHER.kind else labels.channels[channel.kind])
    return "" if word.casefold() in touchpoint.name.casefold() else word
