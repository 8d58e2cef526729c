"""Process charts, worked out apart from the program: mean, limits, and the rule by which each point is unusual.

Values and counts are whole numbers, so that exact fractions decide what is inside; only charts of counts take a square root, of
40 digits. The series are made up, by a small generator of its own so that they are the same everywhere.
Run from the top of the repository: python3 tests/oracles/processes.py > tests/data/processes.csv
"""
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 40


def draws(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed / 2**31


def dec(fraction):
    return D(fraction.numerator) / D(fraction.denominator)


def of_values(series):
    """None is a month without a figure: no point, and no range to the figure before it or after it."""
    values = [v for v in series if v is not None]
    mean = dec(F(sum(values), len(values)))
    ranges = [abs(b - a) for a, b in zip(series, series[1:]) if a is not None and b is not None]
    average = F(sum(ranges), len(ranges))
    usual = [r for r in ranges if r < F("3.267") * average]
    reach = dec(F("2.66") * (F(sum(usual), len(usual)) if usual else 0))
    return mean, [(dec(F(v)), mean - reach, mean + reach) for v in values]


def widening(series, mean, square):
    """Laney's sigma z: the average moving range of the standardised figures over 1.128, without ranges above 3.267 average ones
    as in charts of values, none across a month without a figure, and at least 1."""
    if not square:
        return D(1)
    scores = [None if each is None else dec(F(each[0], each[1]) - mean) / dec(square / each[1]).sqrt() for each in series]
    ranges = [abs(b - a) for a, b in zip(scores, scores[1:]) if a is not None and b is not None]
    average = sum(ranges) / len(ranges)
    usual = [r for r in ranges if r < D("3.267") * average]
    return max(D(1), sum(usual) / len(usual) / D("1.128")) if usual else D(1)


def of_counts(series, scale, highest, square_of, widened):
    counts = [each for each in series if each is not None]
    mean = F(sum(x for x, _ in counts), sum(n for _, n in counts))
    square = square_of(mean)
    wider = widening(series, mean, square) if widened else D(1)
    points = []
    for x, n in counts:
        reach = 3 * wider * dec(square / n).sqrt()
        points.append((dec(F(scale * x, n)), scale * max(dec(mean) - reach, D(0)), scale * min(dec(mean) + reach, highest)))
    return scale * dec(mean), points


def of_shares(series, widened=False):
    return of_counts(series, 100, D(1), lambda p: p * (1 - p), widened)


def of_rates(series, widened=False):
    return of_counts(series, 10_000, D("Infinity"), lambda u: u, widened)


def signals(mean, points):
    """A letter for each point, looked up window by window: o outside, r run, t trend, n near a limit, - none."""
    values, length = [v for v, _, _ in points], len(points)
    marks = ["-"] * length

    def outer(at, sign):
        value, low, high = points[at]
        return value > mean + (high - mean) * 2 / 3 if sign > 0 else value < mean - (mean - low) * 2 / 3

    for start in range(length - 2):
        for sign in (1, -1):
            near = [at for at in range(start, start + 3) if outer(at, sign)]
            if len(near) >= 2:
                for at in near:
                    marks[at] = "n"
    for start in range(length - 5):
        window = values[start:start + 6]
        pairs = list(zip(window, window[1:]))
        if all(a < b for a, b in pairs) or all(a > b for a, b in pairs):
            marks[start:start + 6] = "t" * 6
    for start in range(length - 6):
        window = values[start:start + 7]
        if all(v > mean for v in window) or all(v < mean for v in window):
            marks[start:start + 7] = "r" * 7
    for at, (value, low, high) in enumerate(points):
        if value < low or value > high:
            marks[at] = "o"
    return "".join(marks)


KINDS = {
    "values": of_values,
    "shares": of_shares,
    "rates": of_rates,
    "widened-shares": lambda series: of_shares(series, widened=True),
    "widened-rates": lambda series: of_rates(series, widened=True),
}


def row(kind, series):
    mean, points = KINDS[kind](series)
    written = str if kind == "values" else "{0[0]}/{0[1]}".format
    text = " ".join("-" if each is None else written(each) for each in series)
    _, low, high = points[-1]
    print(kind, text, f"{mean:.9f}", f"{low:.9f}", f"{high:.9f}", signals(mean, points), sep=",")


if __name__ == "__main__":
    draw = draws(2026)
    pick = lambda low, high: low + int(next(draw) * (high - low + 1))
    print("kind,series,mean,lower,upper,signals")
    row("values", [7] * 8)
    row("shares", [(0, 12)] * 6)
    row("shares", [(60, 80), (75, 80), (74, 81), (72, 79), (76, 80)])
    for number in range(200):
        length, jump, drift = pick(5, 26), pick(0, 1) * pick(0, 40), pick(-2, 2) if number % 3 == 0 else 0
        at = pick(2, length)
        kind = ("values", "shares", "rates")[number % 3]
        series = []
        for time in range(length):
            shift = (jump if time >= at else 0) + drift * time
            if kind == "values":
                series.append(max(0, 600 + pick(-15, 15) + shift))
            elif kind == "shares":
                whole = pick(30, 250)
                series.append((min(whole, max(0, int(whole * (0.55 + next(draw) * 0.3) + shift / 2))), whole))
            else:
                series.append((max(0, pick(5, 30) + shift), 130_000 + 50 * time))
        row(kind, series)
    for number in range(60):
        length = pick(12, 26)
        blank = {pick(1, length - 2) for _ in range(pick(1, 3))}
        values = [600 + pick(-15, 15) + (pick(0, 60) if pick(0, 9) == 0 else 0) for _ in range(length)]
        row("values", [None if at in blank else value for at, value in enumerate(values)])
    # Events of which one child has several: each month has a level of its own beside chance, or next to none.
    row("widened-shares", [(0, 12)] * 6)
    row("widened-shares", [(12, 12)] * 6)
    row("widened-shares", [(60, 80), (75, 80), (74, 81), (72, 79), (76, 80)])
    for number in range(120):
        length, own, is_step = pick(6, 26), (0, 2, 8, 20)[number % 4], number % 5 == 0
        at, blank = pick(2, length), pick(1, length - 2) if number % 3 == 0 else None
        series = []
        for time in range(length):
            level = pick(-own, own) + (25 if is_step and time >= at else 0)
            if number % 2 == 0:
                whole = pick(60, 700)
                series.append((min(whole, max(0, whole * (60 + level) // 100 + pick(-4, 4))), whole))
            else:
                series.append((max(0, 25 + level + pick(-4, 4)), 130_000 + 50 * time))
        series = [None if time == blank else each for time, each in enumerate(series)]
        row("widened-shares" if number % 2 == 0 else "widened-rates", series)
