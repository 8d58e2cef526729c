"""The month of one change of level, worked out apart from the program: the split of a series at which the likelihood of two levels with
one spread is greatest (least squares, by exact fractions), and all splits that are not less likely at 95 %.

Source: T. R. Samuel, J. J. Pignatiello and J. A. Calvin, Identifying the time of a step change with X-bar control charts, Quality
Engineering 10(3), 1998, 521-527. The series are made up, by a small generator of its own so that they are the same everywhere.
`step` is where the level was changed, where that is clear: three figures or more follow, and no other split is likely.
Run from the top of the repository: python3 tests/oracles/levels.py > tests/data/levels.csv
"""
from decimal import Decimal as D
from fractions import Fraction as F

from processes import draws

LIKELY = D("3.84")
FEWEST = 4
FEWEST_SINCE = 3


def squares(values):
    mean = F(sum(values), len(values))
    return sum((value - mean) ** 2 for value in values)


def likely(series):
    """No split before the fourth figure, since those before it are a level; up to the newest figure."""
    spread = {at: squares(series[:at]) + squares(series[at:]) for at in range(FEWEST, len(series))}
    least = min(spread.values())
    factor = (LIKELY / len(series)).exp()
    exact = lambda fraction: D(fraction.numerator) / D(fraction.denominator)
    return [at for at, each in spread.items() if exact(each) <= exact(least) * factor]


if __name__ == "__main__":
    draw = draws(1998)
    pick = lambda low, high: low + int(next(draw) * (high - low + 1))
    print("series,step,likely")
    # Counts of visits on time, of which the last before the change happens to be low.
    for series in ["89 88 90 89 91 88 90 89 86 74 75 72", "89 88 90 89 91 88 90 89 86 74 75 72 76 73 74 75 73"]:
        values = [int(each) for each in series.split()]
        step = 9
        print(series, step, " ".join(map(str, likely(values))), sep=",")
    for number in range(160):
        before, after, by = pick(8, 16), pick(2, 12), pick(8, 16) * (1 if number % 2 else -1)
        # Twelve throws of three: a spread of two or so, never further than six.
        noise = lambda: sum(pick(-1, 1) for _ in range(6))
        values = [50 + noise() + (by if time >= before else 0) for time in range(before + after)]
        clear = abs(by) >= 12 and after >= FEWEST_SINCE and likely(values) == [before]
        print(" ".join(map(str, values)), before if clear else "", " ".join(map(str, likely(values))), sep=",")
