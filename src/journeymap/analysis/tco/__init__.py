"""The total cost of ownership: what each offer costs over the years, exactly.

asking.py looks the question over, clock.py cuts the time, flows.py says what falls due, and
discounting.py what it is worth now; account.py holds the exact figures of one offer. totals.py
rounds them by the rules of rounding.py. choosing.py compares two offers, rates.py finds the rate of
return, sensitivity.py and ranges.py ask what if. explaining.py and telling.py put it into words.
"""

from journeymap.analysis.tco.asking import tco
from journeymap.analysis.tco.choosing import Case
from journeymap.analysis.tco.ranges import Simulation
from journeymap.analysis.tco.result import Tco
from journeymap.analysis.tco.sensitivity import Swing
from journeymap.analysis.tco.totals import Total

__all__ = ["Case", "Simulation", "Swing", "Tco", "Total", "tco"]
