"""What a count may be by the end of a year, worked out apart from the program: the limits of a gamma-Poisson mixture.

After c events in m months the rate has a gamma distribution (Jeffreys' prior), so what is to come has a negative binomial one. Its
masses are exact: gamma functions of halves as products of fractions, and one square root, of 60 digits.
Run from the top of the repository: python3 tests/oracles/projections.py > tests/data/projections.csv
"""
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 60


def limits(count, months):
    share = F(months, 12)
    mass = (D(share.numerator) / D(share.denominator)) ** count * (D(share.numerator) / D(share.denominator)).sqrt()
    below, more, low = mass, 0, None
    while below < D("0.975"):
        if low is None and below >= D("0.025"):
            low = more
        ratio = (count + F(1, 2) + more) / (more + 1) * (1 - share)
        mass *= D(ratio.numerator) / D(ratio.denominator)
        more += 1
        below += mass
    return count + (more if low is None else low), count + more


if __name__ == "__main__":
    print("count,months,low,expected,high")
    for count in (0, 1, 2, 5, 9, 17, 38, 60, 104, 140, 200):
        for months in (1, 3, 6, 9, 11):
            low, high = limits(count, months)
            print(count, months, low, (F(12 * count, months) + F(1, 2)).__floor__(), high, sep=",")
