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
completed = {row["area"]: row for row in csv.DictReader(open("data/counts.csv")) if row["indicator"] == "sdq-completed"}
published = list(csv.DictReader(open("data/published.csv")))


def number(text):
    try:
        return Fraction(text)
    except ValueError:
        return None


def is_of_few(indicator, council, year):
    """Whether fewer than half of the children have the score that a measure is of."""
    if not indicator.startswith("sdq-"):
        return False
    counts = completed.get(council, {}).get(str(year), "")
    percentage = next((number(row[str(year)]) for row in published
                       if row["indicator"] == "sdq-completed" and row["area"] == council), None)
    share = Fraction(counts) * 100 if counts and not counts.endswith("/0") else percentage
    return share is not None and share < 50


def place(value, others, good):
    """Rank 1 is the best; ties share the best rank."""
    ahead = [other for other in others if (other < value if good == "low" else other > value)]
    return len(ahead) + 1, len(others) + 1, "joint" if value in others else ""


def quarter(value, values, good):
    # The inclusive method is the quantile of type 7.
    cuts = quantiles(values, n=4, method="inclusive")
    if good == "neither":
        return ""
    worst = max(values) if good == "low" else min(values)
    reached = [value <= cut for cut in cuts] if good == "low" else [value >= cut for cut in reversed(cuts)]
    if True not in reached:
        return "D"
    # Where more than a quarter of councils share the worst figure, those are in none.
    return "" if value == worst else "ABCD"[reached.index(True)]


print("indicator,year,council,value,rank,of,joint,quartile,neighbour_rank,neighbour_of,neighbour_joint")
for indicator, year, good in INDICATORS:
    values = {row["area"]: (row[str(year)], number(row[str(year)])) for row in published
              if row["indicator"] == indicator and row["area"] in councils and number(row[str(year)]) is not None}
    for council, (text, value) in sorted(values.items()):
        if is_of_few(indicator, council, year):
            continue
        others = [other for code, (_, other) in values.items() if code != council]
        beside = [values[code][1] for code in neighbours.get(council, []) if code in values]
        near = place(value, beside, good) if beside else ("", "", "")
        print(indicator, year, council, text, *place(value, others, good),
              quarter(value, [other for _, other in values.values()], good), *near, sep=",")
