"""Where the best quarter of all councils begins, worked out apart from the program, from the same tables.

Run from the top of the repository: python3 tests/oracles/best_quartiles.py > tests/data/best-quartiles.csv
"""
import csv
from fractions import Fraction
from statistics import quantiles

INDICATORS = [
    ("long-term-stability", 2023, "high"), ("three-or-more-placements", 2023, "low"), ("dental-checks", 2025, "high"),
    ("care-leavers-19-21-eet", 2024, "high"), ("sdq-average-score", 2022, "low"), ("ks2-progress-reading", 2019, "high"),
    ("social-worker-vacancies", 2025, "low"), ("good-level-of-development", 2019, "high"),
]

councils = {row["code"] for row in csv.DictReader(open("data/areas.csv")) if row["level"] == "council"}
rows = list(csv.DictReader(open("data/published.csv")))

print("indicator,year,councils,value")
for indicator, year, good in INDICATORS:
    values = []
    for row in rows:
        if row["indicator"] == indicator and row["area"] in councils:
            try:
                values.append(Fraction(row[str(year)]))
            except ValueError:
                pass
    if len(values) < 4:
        continue
    # The inclusive method is the quantile of type 7.
    value = quantiles(values, n=4, method="inclusive")[2 if good == "high" else 0]
    print(indicator, year, len(values), f"{float(value):.4f}", sep=",")
