"""What the calculators say in English."""

from __future__ import annotations

from collections.abc import Mapping

CALCULATORS: Mapping[str, str] = {
    "source": "Source: {source}.",
    "stage": "stage {number}",
    "end": "the end",
    "opportunity": (
        "opportunity {score} of 20 (importance {importance}, satisfaction {satisfaction})"
    ),
    "opportunity_formula": (
        "Opportunity = importance + max(importance − satisfaction, 0), each from 0 to 10."
    ),
    "opportunity_figures": "{importance} + max({importance} − {satisfaction}, 0) = {score}",
    "opportunity_source": "A. W. Ulwick, What Customers Want, 2005",
    "growth_point": "{stage}: {opportunity}, {basis}",
    "from_feelings": "satisfaction from feelings",
    "as_given": "satisfaction as given",
    "importance_turned": "Importance {given} on 1..5 is {turned} on 0..10.",
    "satisfaction_turned": "Satisfaction {given} on {low}..{high} is {turned} on 0..10.",
    "valence_turned": "Mean valence {given} on {low}..{high} is taken as satisfaction {turned}.",
    "heuristic": (
        "A heuristic: the score is made for surveys of many customers. "
        "Here it only puts stages in order."
    ),
    "ice_formula": "ICE = impact × confidence × ease, each from 1 to 10.",
    "ice_figures": "{impact} × {confidence} × {ease} = {score}",
    "ice_source": "S. Ellis, M. Brown, Hacking Growth, 2017",
    "rice_formula": "RICE = reach × impact × confidence / effort.",
    "rice_figures": "{reach} × {impact} × {confidence} / {effort} = {score}",
    "rice_source": "S. McBride, RICE: Simple prioritization for product managers, Intercom",
    "nps": "NPS {score} (from {low} to {high} at {confidence} confidence; {answers} answers)",
    "nps_formula": "NPS = share of promoters (9–10) − share of detractors (0–6), in points.",
    "nps_figures": "100 × ({promoters} − {detractors}) / {answers} = {score}",
    "nps_bounds": (
        "With {confidence} confidence the true score lies from {low} to {high} (adjusted Wald)."
    ),
    "nps_source": (
        "F. F. Reichheld, Harvard Business Review, December 2003; "
        "interval: B. Rocks, The American Statistician 70 (4), 2016"
    ),
    "wilson": ("{rate} (from {low} to {high} at {confidence} confidence; {successes} of {trials})"),
    "wilson_formula": "Bounds = (k + z²/2 ± z·√(k·(n − k)/n + z²/4)) / (n + z²)",
    "wilson_figures": "k = {successes}, n = {trials}, z = {z} for {confidence}",
    "wilson_source": "E. B. Wilson, Journal of the American Statistical Association 22, 1927",
    "funnel": "{total} come through: {steps}; most are lost at {worst} ({lost})",
    "funnel_formula": "Rate of a step = went on / entered; the total is the product of the rates.",
    "funnel_step": "{went_on} of {entered} = {rate}",
    "funnel_bounds": " ({confidence}: from {low} to {high})",
    "funnel_lost": ", {lost} lost",
    "funnel_planned": ", planned {planned}",
    "funnel_total": "In all {total} come through",
    "funnel_worst": "Most are lost at {worst}: {lost}.",
    "flow_formula": "Out of a stage = min(arriving, capacity) × rate.",
    "flow_stage": (
        "{stage}: {arriving} arrive, {handled} are handled (capacity {capacity}), "
        "{rate} of them go on: {went_on}"
    ),
    "flow_open": "{stage}: {arriving} arrive, {rate} of them go on: {went_on}",
    "flow_out": "{out} come out; {free} would without any limit.",
    "flow_free": "{entered} enter, {out} come out; no capacity limits them",
    "flow_limited": (
        "{entered} enter, {out} come out: {stage} limits ({handled} of {arriving} handled)"
    ),
    "flow_no_limit": "No capacity limits them: more leads or better rates would help.",
    "flow_limit": "The bottleneck is {stage}. With a capacity of {enough} there, {out} come out",
    "flow_then": "; then {stage} limits.",
    "flow_then_none": "; then nothing limits.",
    "flow_source": "E. M. Goldratt, J. Cox, The Goal, 1984",
    "lifetime": "lifetime value {value}: {purchases} purchases are expected, {margin} each",
    "purchases_figures": "Expected purchases = 1 / (1 − r) = 1 / (1 − {repeat}) = {purchases}",
    "lifetime_formula": "Lifetime value = m / (1 − r / (1 + d)), the first purchase being now.",
    "lifetime_figures": "{margin} / (1 − {repeat} / (1 + {discount})) = {value}",
    "lifetime_source": ("S. Gupta, D. R. Lehmann, Journal of Interactive Marketing 17 (1), 2003"),
    "peak_end": "remembered as {value}: the peak is {peak} ({peak_at}), the end {end} ({end_at})",
    "peak_end_formula": "Remembered = (most extreme valence + last valence) / 2.",
    "peak_end_figures": (
        "Peak: {peak} ({peak_at}); end: {end} ({end_at}); ({peak} + {end}) / 2 = {value}."
    ),
    "peak_end_mean": "The mean of all is {mean}.",
    "peak_end_source": (
        "D. Kahneman, B. L. Fredrickson, C. A. Schreiber, D. A. Redelmeier, "
        "Psychological Science 4 (6), 1993"
    ),
}
