"""Recent trends, worked out apart from the program: weighted slope, its chi-square, and the slopes with a point left out.

The series are made up, by a small generator of its own so that they are the same everywhere.
Run from the top of the repository: python3 tests/oracles/trends.py > tests/data/trends.csv
"""
from decimal import Decimal as D

from intervals import Z, count, wilson


def fit(points):
    """Weighted least squares through the weighted means: slope, and its square over its variance."""
    total = sum(w for _, _, w in points)
    mean_t = sum(w * t for t, _, w in points) / total
    mean_y = sum(w * y for _, y, w in points) / total
    spread = sum(w * (t - mean_t) ** 2 for t, _, w in points)
    slope = sum(w * (t - mean_t) * (y - mean_y) for t, y, w in points) / spread
    return slope, slope * slope * spread


def draws(seed=2023):
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed / 2**31


def row(kind, series):
    points, texts = [], []
    for time, x, n in series:
        value, limits = (D(100 * x) / n, wilson(x, n)) if kind == "share" else (D(x), count(x))
        error = (limits[1] - limits[0]) / (2 * Z)
        points.append((D(time), value, 1 / error**2))
        texts.append(f"{time}:{x}/{n}" if kind == "share" else f"{time}:{x}")
    slope, chi_square = fit(points)
    left = [fit(points[:i] + points[i + 1:])[0] for i in range(5)]
    stable = all(other * slope > D("1e-30") for other in left)
    clear = stable and chi_square > D("9.54953570608324")
    print(kind, " ".join(texts), f"{slope:.6f}", f"{chi_square:.5f}", str(stable).lower(), str(clear).lower(), sep=",")


random = draws()
print("kind,series,slope,chi_square,stable,clear")
for number in range(60):
    kind = "count" if number % 4 == 3 else "share"
    size = [9, 40, 160, 700][number % 4 if kind == "share" else number // 4 % 4]
    start, step = 0.2 + 0.6 * next(random), 0.12 * (next(random) - 0.5)
    series = []
    for time in (0, 1, 2, 3, 4) if number % 5 else (0, 1, 3, 4, 6):
        n = max(2, round(size * (0.8 + 0.4 * next(random))))
        series.append((time, min(n, max(0, round(n * (start + step * time + 0.08 * (next(random) - 0.5))))), n))
    row(kind, series)
# One point decides the direction, however large the slope.
row("share", [(0, 500, 1000), (1, 495, 1000), (2, 490, 1000), (3, 485, 1000), (4, 700, 1000)])
row("share", [(0, 20, 200), (1, 20, 200), (2, 20, 200), (3, 20, 200), (4, 60, 200)])
row("share", [(0, 60, 200), (1, 20, 200), (2, 20, 200), (3, 20, 200), (4, 20, 200)])
row("share", [(0, 900, 1000), (1, 485, 1000), (2, 490, 1000), (3, 495, 1000), (4, 500, 1000)])
