"""Intervals of shares, counts and differences, worked out apart from the program with 50 digits.

Run from the top of the repository: python3 tests/oracles/intervals.py > tests/data/intervals.csv
"""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
Z = D("1.95996398454005423552459443052055152795555007786155")


def wilson(x, n):
    """Roots of (p - x/n)^2 = z^2 p (1 - p) / n, in percent."""
    a, b, c = 1 + Z * Z / n, -(2 * D(x) / n + Z * Z / n), (D(x) / n) ** 2
    root = max(b * b - 4 * a * c, D(0)).sqrt()
    return 100 * (-b - root) / (2 * a), 100 * (-b + root) / (2 * a)


def at_most(k, mean):
    term = total = (-mean).exp()
    for i in range(1, k + 1):
        term *= mean / i
        total += term
    return total


def bisect(below, wanted, low=D(0), high=D(60)):
    for _ in range(160):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) > wanted else (low, middle)
    return low


def count(x):
    if x < 10:
        low = D(0) if x == 0 else bisect(lambda mean: at_most(x - 1, mean), D("0.975"))
        return low, bisect(lambda mean: at_most(x, mean), D("0.025"))
    byar = lambda x, z: x * (1 - 1 / (9 * x) + z / (3 * x.sqrt())) ** 3
    return byar(D(x), -Z), byar(D(x) + 1, Z)


def difference(p, a, q, b):
    return (p - q - ((p - a[0]) ** 2 + (b[1] - q) ** 2).sqrt(), p - q + ((a[1] - p) ** 2 + (q - b[0]) ** 2).sqrt())


def row(kind, numbers, limits):
    cells = [kind, *[str(number) for number in numbers], *[""] * (4 - len(numbers))]
    print(",".join(cells), *[f"{limit:.6f}" for limit in limits], sep=",")


def main():
    print("kind,a,b,c,d,low,high")
    for n in (1, 2, 3, 8, 19, 20, 49, 98, 167, 233, 646, 4001, 83750):
        for x in sorted({0, 1, n // 7, n // 3, n // 2, n - 1, n}):
            if 0 <= x <= n:
                row("wilson", (x, n), wilson(x, n))
    for x in (*range(0, 13), 19, 37, 65, 74, 100, 163, 389, 646, 1045, 83750):
        row("count", (x,), count(x))
    for x, n in ((646, 135700), (5, 1200), (0, 900), (83750, 11990000)):
        row("rate", (x, n), [limit * 10000 / n for limit in count(x)])
    for x, n, y, m in ((56, 98, 70, 95), (51, 646, 60, 632), (3, 8, 0, 9), (0, 5, 5, 5), (12, 12, 11, 12), (318, 366, 300, 350)):
        row("difference", (x, n, y, m), difference(D(100 * x) / n, wilson(x, n), D(100 * y) / m, wilson(y, m)))
    for x, y in ((646, 632), (74, 83), (3, 0), (163, 120)):
        row("difference of counts", (x, y), difference(D(x), count(x), D(y), count(y)))


if __name__ == "__main__":
    main()
