"""Rank and quarter of every council, worked out apart from the program, from the same tables.

Run from the top of the repository: python3 tests/oracles/positions.py > tests/data/positions.csv
"""
import csv
from fractions import Fraction
from statistics import quantiles

INDICATORS = [
    ("long-term-stability", 2023, "high"), ("three-or-more-placements", 2023, "low"), ("dental-checks", 2025, "high"),
    ("care-leavers-19-21-eet", 2024, "high"), ("sdq-average-score", 2022, "low"), ("ks2-progress-reading", 2019, "high"),
    ("social-worker-vacancies", 2025, "low"), ("unaccompanied-children-share", 2024, "neither"),
]

councils = {row["code"] for row in csv.DictReader(open("data/areas.csv")) if row["level"] == "council"}
neighbours = {row["council"]: [row[f"n{n}"] for n in range(1, 11)]
              for row in csv.DictReader(open("data/neighbours.csv")) if row["model"] == "2025"}
published = list(csv.DictReader(open("data/published.csv")))


def number(text):
    try:
        return Fraction(text)
    except ValueError:
        return None


def place(value, others, good):
    """Rank 1 is the best; ties share the best rank."""
    ahead = [other for other in others if (other < value if good == "low" else other > value)]
    return len(ahead) + 1, len(others) + 1, "joint" if value in others else ""


def quarter(value, values, good):
    # The inclusive method is the quantile of type 7.
    cuts = quantiles(values, n=4, method="inclusive")
    if good == "neither":
        return ""
    reached = [value <= cut for cut in cuts] if good == "low" else [value >= cut for cut in reversed(cuts)]
    return "ABCD"[reached.index(True)] if True in reached else "D"


print("indicator,year,council,value,rank,of,joint,quartile,neighbour_rank,neighbour_of,neighbour_joint")
for indicator, year, good in INDICATORS:
    values = {row["area"]: (row[str(year)], number(row[str(year)])) for row in published
              if row["indicator"] == indicator and row["area"] in councils and number(row[str(year)]) is not None}
    for council, (text, value) in sorted(values.items()):
        others = [other for code, (_, other) in values.items() if code != council]
        beside = [values[code][1] for code in neighbours.get(council, []) if code in values]
        near = place(value, beside, good) if beside else ("", "", "")
        print(indicator, year, council, text, *place(value, others, good),
              quarter(value, [other for _, other in values.values()], good), *near, sep=",")
