"""Averages of statistical neighbours, worked out apart from the program, from the same tables.

Run from the top of the repository: python3 tests/oracles/neighbour_averages.py > tests/data/neighbour-averages.csv
"""
import csv
from fractions import Fraction
from statistics import median

INDICATORS = [
    ("care-leavers-19-21-suitable-accommodation", 2025), ("care-leavers-17-18-eet", 2023),
    ("three-or-more-placements", 2023), ("long-term-stability", 2021), ("dental-checks", 2025),
    ("sdq-average-score", 2024), ("ks2-progress-reading", 2019), ("social-worker-caseload", 2022),
]

published = {(row["indicator"], row["area"]): row for row in csv.DictReader(open("data/published.csv"))}


def exact(text):
    try:
        return Fraction(text)
    except ValueError:
        return None


print("council,model,indicator,year,count,mean,median")
for row in list(csv.DictReader(open("data/neighbours.csv")))[::7]:
    for indicator, year in INDICATORS:
        cells = [published.get((indicator, row[f"n{n}"]), {}).get(str(year), "") for n in range(1, 11)]
        values = [value for value in map(exact, cells) if value is not None]
        if values:
            print(row["council"], row["model"], indicator, year, len(values), sum(values) / len(values),
                  median(values), sep=",")
