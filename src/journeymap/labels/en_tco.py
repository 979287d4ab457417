"""The words of costs, in English; loaded when costs are put into words."""

from __future__ import annotations

TCO = {
    # categories
    "price": "Price",
    "implementation": "Implementation",
    "use": "Use",
    "repair": "Repair",
    "exit": "Exit",
    # tables
    "title": "Total cost of ownership over {years}",
    "of_offer": "{offer}: total cost of ownership over {years}",
    "category": "Category",
    "period": "Period",
    "now": "Now",
    "year": "Year {number}",
    "present_value": "Present value",
    "nominal": "Nominal total",
    "equivalent_annual_cost": "Equivalent annual cost",
    "per_unit": "Present value for 1 of {units}",
    "low": "Present value at the least",
    "high": "Present value at the most",
    "gains": "Gains, not taken off",
    "total": "Total",
    "is_discounted": "Present values in {currency}.",
    "is_paid": "Amounts as they fall due, in {currency}.",
    # headings of records
    "offer": "Offer",
    "number": "Period number",
    "years": "Years from now",
    "currency": "Currency",
    # terms
    "prices_nominal": "Amounts are in {currency}, as they will be paid (nominal prices).",
    "prices_real": "Amounts are in {currency}, in prices of today (real prices).",
    "no_rate": "No rate is given: money later counts as much as money now.",
    "rate_nominal": "Money later is discounted at {rate} a year, a nominal rate.",
    "rate_real": "Money later is discounted at {rate} a year, a real rate.",
    "fisher_nominal": "The real rate of {given} and the inflation of {inflation} make a nominal"
    " rate of {rate}: (1 + {given}) · (1 + {inflation}) = 1 + {rate}.",
    "fisher_real": "The nominal rate of {given} less the inflation of {inflation} makes a real rate"
    " of {rate}: (1 + {given}) / (1 + {inflation}) = 1 + {rate}.",
    "every_year": "every year",
    "every_quarter": "every quarter",
    "every_month": "every month",
    "period_year": "Time is cut into years.",
    "period_quarter": "Time is cut into quarters.",
    "period_month": "Time is cut into months.",
    "convention_end": "What falls due within a period is discounted from the end of it.",
    "convention_mid": "What falls due within a period is discounted from the middle of it.",
    "formula": "What falls due in t years is worth its amount divided by (1 + {rate})^t now.",
    "rounding": "Only results are rounded, half to even, totals first; their parts add up to them.",
    # lines
    "line_single": "{name} ({category}): {amount}, {when}. {done}: {nominal};"
    " worth now: {present}.",
    "line_recurring": "{name} ({category}): {amount} {every}{span}{growth}. {done}: {nominal};"
    " worth now: {present}.",
    "gain": "gain",
    "paid": "Paid",
    "brought": "Brought in",
    "times": "{amount} × {quantity} = {product}",
    "at_once": "now",
    "after": "after {years}",
    "from": ", from {years} on",
    "to": ", up to {years}",
    "growing": ", growing by {rate} a year",
    "falling": ", falling by {rate} a year",
    "guess": "A guess: between {low} and {high}.",
    # results
    "lines": "What is paid",
    "gain_lines": "What comes in",
    "by_category": "By category, worth now",
    "by_period": "Period by period",
    "period_line": "{period}: {nominal} × {factor} = {present}",
    "result_nominal": "In all, {nominal} is paid. That is worth {present} now.",
    "result_plain": "In all, {nominal} is paid.",
    "result_annual": "The same amount each year that is worth as much: {present} / {annuity} ="
    " {annual} a year. {annuity} is what 1 a year over {years} is worth now.",
    "result_annual_plain": "That is {annual} a year on average: {present} / {annuity}.",
    "result_unit": "For 1 of {units}: {present} / {count} = {per_unit}.",
    "result_range": "With every guess at its lower or higher end, the present value is between"
    " {low} and {high}.",
    "no_costs": "{offer} costs nothing.",
    # comparisons
    "versus": "“{choice}” against “{against}”",
    "saves": "“{choice}” costs {saving} less: {theirs} − {ours} (present values).",
    "costs_more": "“{choice}” costs {saving} more: {ours} − {theirs} (present values).",
    "costs_same": "Both cost {ours} (present value).",
    "even_at_once": "It is dearer at no time.",
    "even_after": "It is dearer at first, and has cost no more than “{against}” after {time}.",
    "even_lost": "Later it is dearer again.",
    "even_never": "It is dearer at some time and does not come down to “{against}” within {years}.",
    "flows": "What it brings more or costs less, with the gains of both",
    "flow_plain": "{period}: {nominal}",
    "gains_count": "With the gains of both counted, the net present value is {npv}.",
    "irr": "The internal rate of return is {irr} a year: at that rate the net present value is 0.",
    "roi": "The return on what has to be put in is {flows} / {invested} = {roi}.",
    "payback": "It has paid back after {time}.",
    "payback_discounted": "Discounted, it has paid back after {time}.",
    "payback_never": "It does not pay back within {years}.",
    # notes
    "notes": "Notes",
    "note_cut": "{offer}: “{line}” goes beyond {years}; what falls due later is left out.",
    "note_inflation": "The inflation is not used: prices and rate are both {prices}.",
    "note_nominal": "nominal",
    "note_real": "real",
    "note_gains": "Gains are not taken off the costs; they count in net present value, rate of"
    " return and payback.",
    "note_same_sign": "There is no internal rate of return: the flows never change their sign.",
    "note_several": "There is no single internal rate of return: the net present value is 0 at"
    " {rates}.",
    "note_out_of_reach": "The internal rate of return is out of reach: below −99.99% or above"
    " 100,000,000% a year.",
    "note_lost_again": "It pays back, but what falls due later takes it below zero again.",
    "note_nothing_in": "There is no return on investment: nothing has to be put in.",
}
