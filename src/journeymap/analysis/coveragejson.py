"""Coverage for other programs."""

from __future__ import annotations

import json
from typing import Any

from journeymap.analysis.coverage import Coverage
from journeymap.analysis.coveragetold import sentence
from journeymap.analysis.fab import Count
from journeymap.analysis.gaps import BuyerCoverage, Gap
from journeymap.analysis.needs import Told
from journeymap.labels.words import Labels


def to_json(coverage: Coverage) -> str:
    """Return counts, buyers and gaps; the names of fields do not depend on the language."""
    value = {
        "title": coverage.title,
        "answered": _count(coverage.answered),
        "told": _count(coverage.told),
        "missing_roles": list(coverage.missing_roles),
        "buyers": [_buyer(one) for one in coverage.buyers],
        "gaps": [_gap(gap, coverage.labels) for gap in coverage.gaps],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _count(count: Count) -> dict[str, int]:
    return {"covered": count.covered, "count": count.count}


def _buyer(one: BuyerCoverage) -> dict[str, Any]:
    return {
        "id": one.member.id,
        "name": one.member.buyer.name,
        "roles": list(one.member.buyer.role),
        "reach": one.reach,
        "is_involved": one.is_involved,
        "needs": [
            {
                "id": asked.need.id,
                "kind": asked.need.kind,
                "text": asked.need.text,
                "answered_by": [_told(told) for told in asked.by],
            }
            for asked in one.needs
        ],
    }


def _told(told: Told) -> dict[str, Any]:
    return {"feature": told.message.feature, "benefit": told.benefit.text, "id": told.id}


def _gap(gap: Gap, labels: Labels) -> dict[str, Any]:
    value: dict[str, Any] = {"kind": gap.kind, "text": sentence(gap, labels)}
    if gap.role is not None:
        value["role"] = gap.role
    if gap.buyers:
        value["buyers"] = list(gap.buyers)
    if gap.need is not None:
        value["need"] = gap.need.id
    if gap.told is not None:
        value["benefit"] = gap.told.id
    if gap.kind == "mistaken" and gap.told is not None and gap.told.nearest:
        value["nearest"] = gap.told.nearest
    if gap.feature:
        value["feature"] = gap.feature
    return value
