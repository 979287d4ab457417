"""Where customer and seller meet: channels, touchpoints, and what stands behind them."""

from collections.abc import Iterable
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import shown
from journeymap.model import plain
from journeymap.model.evidence import Remark, Statement, to_statements
from journeymap.model.feelings import Emotion, to_emotions
from journeymap.model.record import Record, attempt, many, one

ChannelKind = Literal[
    "search",
    "social",
    "site",
    "email",
    "chat",
    "phone",
    "sales",
    "store",
    "event",
    "webinar",
    "video",
    "review",
    "partner",
    "document",
    "app",
    "messenger",
    "delivery",
    "support",
    "community",
    "advertising",
    "trial",
    "invoice",
    "knowledge-base",
    "other",
]
Owner = Literal["us", "competitor", "third-party"]
TouchpointStatus = Literal["existing", "proposed"]


def _channel_kind(value: ChannelKind) -> ChannelKind:
    # Python's and YAML's way to write it are near enough.
    otherwise = f"for any other: {{kind: other, name: {shown(value, 40)}}}"
    options = get_args(ChannelKind)
    chosen = attempt(lambda given: plain.choose(given, options, otherwise), value)
    return cast("ChannelKind", chosen)


@attrs.frozen(repr=False, eq=False)
class Channel(Record):
    """By which way a contact happens.

    Attributes:
        kind: search (engines, catalogues), social (networks), site, email, chat (on a site), phone,
            sales (people who sell), store, event (fairs, meetings), webinar, video, review (what
            others say of it), partner, document (offers, contracts), app, messenger, delivery,
            support, community, advertising, trial, invoice, knowledge-base, or other, which is
            drawn as a point.
        name: What the author calls it; the language's own word for the kind unless given.
    """

    kind: ChannelKind = attrs.field(default="other", converter=_channel_kind)
    name: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)


OTHER = Channel("other")


def to_channel(value: Channel | ChannelKind) -> Channel:
    """Return a channel."""
    return attempt(lambda given: one(Channel, given), value)


@attrs.frozen(repr=False, eq=False)
class Backstage(Record):
    """What our side does for the customer at this point, as a service blueprint has it.

    Attributes:
        front: What our people do in the customer's sight, above the line of visibility.
        back: What they do out of sight.
        support: Systems, processes and partners that carry both.
    """

    front: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    back: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    support: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)


def to_backstage(value: Backstage | None) -> Backstage | None:
    """Return what stands behind, or None."""
    return None if value is None else attempt(lambda given: one(Backstage, given), value)


def _owner(value: Owner) -> Owner:
    return cast("Owner", attempt(lambda v: plain.choose(v, get_args(Owner)), value))


def _status(value: TouchpointStatus) -> TouchpointStatus:
    options = get_args(TouchpointStatus)
    return cast("TouchpointStatus", attempt(lambda v: plain.choose(v, options), value))


@attrs.frozen(repr=False, eq=False)
class Touchpoint(Remark):
    """One contact of the customer on the way.

    Attributes:
        name: What it is called.
        channel: By which way it happens.
        owner: Whose it is: us, competitor or third-party.
        status: existing, or proposed: the next touch that we will offer.
        tool: With what a proposed touch will be made.
        alternative_to: The touchpoint of the same stage that this one can stand in for, by id or
            name.
        buyers: Whom of the buying group it reaches, by id or name.
        emotions: What is felt at this very touch.
        moment_of_truth: Whether the customer decides here about going on with us.
        backstage: What our side does for it.
    """

    name: str = attrs.field(converter=plain.text)
    channel: Channel = attrs.field(default=OTHER, kw_only=True, converter=to_channel)
    owner: Owner = attrs.field(default="us", kw_only=True, converter=_owner)
    status: TouchpointStatus = attrs.field(default="existing", kw_only=True, converter=_status)
    tool: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    alternative_to: str | None = attrs.field(
        default=None, kw_only=True, converter=plain.optional_text
    )
    buyers: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=plain.texts)
    emotions: tuple[Emotion, ...] = attrs.field(default=(), kw_only=True, converter=to_emotions)
    moment_of_truth: bool = attrs.field(default=False, kw_only=True, converter=plain.flag)
    backstage: Backstage | None = attrs.field(default=None, kw_only=True, converter=to_backstage)


def _touchpoint(value: Any) -> Touchpoint:
    return one(Touchpoint, value)


def to_touchpoints(value: Iterable[Touchpoint | str] | Touchpoint | str) -> tuple[Touchpoint, ...]:
    """Return a tuple of touchpoints."""
    return attempt(lambda given: many(_touchpoint, given), value)
