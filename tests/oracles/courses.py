"""How a series of months goes, worked out apart from the program: which figures are marked, how the level has changed, the usual range,
what one figure does to it, and what may be expected of a target.

From what the documentation of `compare::over_time` says, with exact fractions; limits as in processes.py and likely places as in levels.py.
The series are made up by chance, and some so that they tell two rules apart; only the first three columns are read.
Run from the top of the repository: python3 tests/oracles/courses.py < tests/data/courses.csv > courses.csv
"""
import csv
import sys
from decimal import Decimal as D
from fractions import Fraction as F

from levels import squares
from processes import dec, of_counts, of_rates, of_shares, of_values, signals

LIKELY = D("3.84")
TIES = []


COUNTED = {"shares": of_shares, "rates": of_rates, "visits": lambda each: of_shares(each, widened=True)}
SCALE = {"shares": 100, "visits": 100, "years": 100, "rates": 10_000}
GOOD = {"values": "High", "shares": "High", "visits": "High", "years": "High", "settings": "Low", "to-date": "Low"}
NAMES = {"o": "Outside", "r": "Run", "t": "Trend", "n": "NearLimit"}


def mean(values):
    return F(sum(values), 1) / len(values)


def line(values):
    """The slope of the line nearest to figures, and how far they are from it."""
    middle = F(len(values) - 1, 2)
    length = sum((at - middle) ** 2 for at in range(len(values)))
    slope = sum((at - middle) * value for at, value in enumerate(values)) / length if length else F(0)
    return slope, squares(values) - slope**2 * length


def two(values, at):
    return squares(values[:at]) + squares(values[at:])


def first_least(values, places):
    best = None
    for at in places:
        each = two(values, at)
        if best is None or each < best[0]:
            best = (each, at)
    return best


def likely(values, at):
    least = first_least(values, range(4, len(values)))[0]
    between = (mean(values[:at]) + mean(values[at:])) / 2
    begins = (values[at] > between) == (mean(values[at:]) > between)
    return begins and dec(two(values, at)) <= dec(least) * (LIKELY / len(values)).exp()


def step(values):
    best = first_least(values, range(4, len(values) - 2))
    if best is None or not likely(values, best[1]):
        return None
    at = best[1]
    old, new = values[:at], values[at:]
    between = (mean(old) + mean(new)) / 2
    on = lambda level, value: (level > between) == (value > between)
    gap = mean(new) - mean(old)
    moves = [abs(b - a) for part in (old, new) for a, b in zip(part, part[1:])]
    holds = (
        all(on(mean(new), value) for value in new)
        and sum(not on(mean(old), value) for value in old) <= 1
        and gap != 0
        and (values[at] - values[at - 1]) / gap >= F(1, 3)
        and abs(gap) > F("1.773") * mean(moves)
    )
    return at if holds else None


def course(values):
    for sign in (1, -1):
        along = [sign * value for value in values]
        start = max(at for at, value in enumerate(along) if value == min(along))
        part = along[start:]
        if len(part) < 7 or squares(part) == 0:
            continue
        off = line(part)[1]
        if any(two(part, at) < off for at in range(1, len(part))):
            continue
        if off <= (F("0.4") if len(part) >= 12 else F("0.2")) * squares(part):
            return start, sign
    return None


def still_moves(part):
    half = part[len(part) // 2 :]
    slope = line(half)[0]
    left = mean([abs(b - a - slope) for a, b in zip(half, half[1:])])
    return max(part) in part[-3:] and slope * (len(half) - 1) > F("2.66") * left


def level(values, marks, middle):
    """Shift, side, first figure, mean or figure before and after."""
    length = len(values)
    if set(marks) == {"-"}:
        return None
    side = lambda before, after: "Above" if after > before else "Below"
    at = step(values)
    if at is not None and two(values, at) <= line(values)[1]:
        before, after = mean(values[:at]), mean(values[at:])
        return "Step" if length - at >= 7 else "Recent", side(before, after), at, before, after
    found = course(values)
    if found and marks[-1] != "-":
        start, sign = found
        part = [sign * value for value in values[start:]]
        if still_moves(part):
            steady = all(a < b for a, b in zip(part, part[1:]))
            word = "Steadily" if steady else "Unsteadily"
            return word, "Above" if sign > 0 else "Below", start, values[start], values[-1]
    unusual = [at for at, mark in enumerate(marks) if mark != "-"]
    if length < 12 or len(unusual) * 2 < length:
        return None
    half = length // 2
    above = mean(values[half:]) > mean(values[:half])
    is_new = lambda at: values[at] > middle if above else values[at] < middle
    strays = lambda at: sum((each >= at) != is_new(each) for each in unusual)
    best = first_least(values, [at for at in range(4, length - 3) if strays(at) <= 1])
    if best is None:
        return None
    at = best[1]
    old, new = values[:at], values[at:]
    between = (mean(old) + mean(new)) / 2
    beyond = lambda value: value > between if above else value < between
    if sum(not beyond(v) for v in new) * 3 > len(new) or sum(map(beyond, old)) * 3 > len(old) or not beyond(values[-1]):
        return None
    before, after = mean(old), mean(new)
    if line(values)[1] < first_least(values, range(4, length))[0]:
        return "Drift", side(before, after), 0, mean(values[:half]), mean(values[length - half :])
    return ("Apart", side(before, after), at, before, after) if likely(values, at) else None


def process(kind, series):
    """Mean, points and marks of figures, `None` a month without one; or `None` if there are too few or none follows another."""
    given = [each for each in series if each is not None]
    if kind == "years":
        series = [F(100 * each[0], each[1]) if isinstance(each, tuple) else each for each in series]
    if len(given) < (12 if kind == "years" else 5) or (kind not in COUNTED and not any(a is not None and b is not None for a, b in zip(series, series[1:]))):
        return None
    middle, points = COUNTED.get(kind, of_values)(series)
    marks = signals(middle, points)
    if kind != "score":
        most = D(100) if kind in ("values", "shares", "visits", "years") else D("Infinity")
        points = [(value, max(low, D(0)), min(high, most)) for value, low, high in points]
    return middle, points, marks


def with_gaps(numbered):
    """Figures by month with `None` once where months are missing."""
    steps = [b - a for (a, _), (b, _) in zip(numbered, numbered[1:])]
    least = min(steps, default=1)
    series = [each for _, each in numbered[:1]]
    for gap, (_, each) in zip(steps, numbered[1:]):
        series += [None, each] if gap != least else [each]
    return series


def range_text(low, high):
    for each in (low, high):
        if abs(each * 1000 % 1 - D("0.5")) < D("0.00001"):
            TIES.append(each)
    return f"{low:.3f} to {high:.3f}"


def of_side(value, middle):
    return (value > middle) - (value < middle)


def sides(values, middle, marks):
    """On which side each is; in a trend, where that goes."""
    found = [of_side(value, middle) for value in values]
    for at, mark in enumerate(marks):
        if mark == "t":
            moved = of_side(values[at], values[at - 1]) if at else 0
            windows = [range(start, start + 6) for start in range(max(0, at - 5), min(at, len(values) - 6) + 1)]
            ways = [of_side(values[w[1]], values[w[0]]) for w in windows if len({of_side(values[i + 1], values[i]) for i in w[:-1]}) == 1]
            found[at] = moved if moved in ways else ways[0]
    return found


def widened(kind, numbered):
    whole = process(kind, with_gaps(numbered))
    if whole is None:
        return None
    middle, points, marks = whole
    beyond = [max(value - high, low - value) / (high - low) if high > low else max(value - high, low - value) * D("Infinity") if value != high else D(0) for value, low, high in points]
    if max(beyond) <= 0:
        return None
    by = beyond.index(max(beyond))
    others = numbered[:by] + numbered[by + 1 :]
    rest = process(kind, with_gaps(others))
    if rest is None:
        return None
    _, left, calm_marks = rest
    also = [at for (at, _), mark in zip(others, calm_marks) if mark == "o"]
    calm = set(calm_marks) == {"-"}
    outside = marks.count("o")
    narrower = left[-1][2] - left[-1][1] < D("0.9") * (points[-1][2] - points[-1][1])
    other = (calm and sum(mark != "-" for mark in marks) > 1) or len(also) + 1 != outside or narrower
    return (numbered[by][0], left[-1][1], left[-1][2], also, calm) if outside <= 3 and other else None


def decimals(text):
    return len(text.partition(".")[2])


def parse(kind, text):
    parts = []
    for part in text.split():
        if part == "/":
            parts.append(part)
        elif part == "-":
            parts.append(None)
        else:
            aside, part = part.startswith("*"), part.lstrip("*")
            each = tuple(map(int, part.split("/"))) if "/" in part else F(part)
            parts.append((aside, each, part))
    return parts


def said(kind, target, text):
    """What the program is to say of the newest stretch, and the marks of all figures."""
    stretches, month, everything, shown = [[]], 0, {}, None
    asides = set()
    breaks = 0
    for part in parse(kind, text):
        if part == "/":
            if any(stretches[-1]):
                stretches.append([])
            continue
        if part is not None:
            aside, each, written = part
            if aside:
                asides.add(month)
            stretches[-1].append((month, each))
            shown = written
        month += 1
    number = {}
    for at, month_of in enumerate(m for stretch in stretches for m, _ in stretch):
        number[month_of] = at
    cells = [" "] * month
    value_of = lambda each: F(SCALE[kind] * each[0], each[1]) if isinstance(each, tuple) else each
    for stretch in stretches:
        numbered = [(at, each) for at, each in stretch if at not in asides]
        for at, _ in stretch:
            cells[at] = "*" if at in asides else "-"
        found = process(kind, with_gaps(numbered))
        values = [value_of(each) for _, each in numbered]
        if not found:
            continue
        middle, points, marks = found
        exact = middle_of(kind, numbered)
        side = sides(values, exact, marks)
        for at, ((month_of, _), mark) in enumerate(zip(numbered, marks)):
            if mark == "-":
                continue
            complete = True
            if len(values) < 12 and mark == "r":
                complete = at >= 6 and len({of_side(v, exact) for v in values[at - 6 : at + 1]}) == 1
            if len(values) < 12 and mark == "t":
                window = values[at - 5 : at + 1] if at >= 5 else []
                complete = at >= 5 and (window == sorted(set(window)) or window == sorted(set(window), reverse=True)) and len(window) == 6
            if complete:
                cells[month_of] = mark.upper() if side[at] > 0 else mark
    numbered = [(at, each) for at, each in stretches[-1] if at not in asides]
    newest = stretches[-1][-1][0]
    count = len(numbered)
    values = [value_of(each) for _, each in numbered]
    found = process(kind, with_gaps(numbered))
    good = GOOD.get(kind, "Neither")
    shift = None
    if found:
        middle, points, marks = found
        exact = middle_of(kind, numbered)
        shift = level(values, marks, exact)
    more = widened(kind, numbered)
    state = "Steady" if count >= 12 else f"Provisional({count})"
    meaning = lambda above: "Neither" if good == "Neither" else ("Improving" if above == (good == "High") else "Worsening")
    if newest in asides:
        pattern, word = "NotJudged(LeftOut)", "NotJudged"
    elif not found:
        pattern, word = f"TooFew({count})", "NotJudged"
    elif marks[-1] == "-":
        last = max((at for at, mark in enumerate(marks) if mark != "-"), default=None)
        back = (more and more[4]) or (last is not None and "-" in marks[:last])
        word = "BackToUsual" if back else "Usual"
        pattern = f"{word}({state})"
        unusual = sum(cells[at] not in "-*" for at, _ in numbered)
        if not shift and unusual and unusual * 2 >= count and not (more and more[4]):
            pattern, word = "NotJudged(NoOneRange)", "NotJudged"
    else:
        above = sides(values, exact, marks)[-1] > 0
        pattern = f"Unusual({NAMES[marks[-1]]}, {'Above' if above else 'Below'}, {meaning(above)}, {state})"
        word = meaning(above).replace("Neither", "Unusual")
        if marks[-1] == "t":
            word = word.replace("Worsening", "GettingWorse").replace("Improving", "GettingBetter")
    level_text, limits, outlook, moving, since = "", "", "", False, None
    if shift:
        shift_word, side_word, at, before, after = shift
        level_text = f"{shift_word} {side_word} from {number[numbered[at][0]]}: {count - at} at {after_text(after)} after {after_text(before)}"
        moving = shift_word in ("Steadily", "Unsteadily", "Drift")
        if not moving and count - at >= 12:
            since = process(kind, with_gaps(numbered[at:]))
        if pattern[:3] != "Not":
            word = meaning(side_word == "Above").replace("Neither", "Unusual")
            if shift_word in ("Steadily", "Unsteadily"):
                word = word.replace("Worsening", "GettingWorse").replace("Improving", "GettingBetter")
    forecast = since or found
    if forecast and (since or not shift):
        limits = range_text(*forecast[1][-1][1:])
    if target and forecast and pattern != "NotJudged(NoOneRange)" and good != "Neither" and kind != "to-date":
        value, low, high = forecast[1][-1]
        if good == "Low":
            value, low, high = -value, -high, -low
        others = [v if good == "High" else -v for v in values[:-1]] if newest not in asides else []
        own = values[-1] if good == "High" else -values[-1]
        goal, near = D(target) * (1 if good == "High" else -1), D(5).scaleb(-decimals_shown(kind, shown) - 1)
        if moving:
            outlook = f"Moving({side_word})"
        elif shift and not since:
            outlook = f"Shifted({number[numbered[at][0]]}, {count - at})"
        elif not since and count < 12:
            outlook = ""
        elif abs(low - goal) < near or abs(high - goal) < near:
            outlook = "ByChance"
        elif low >= goal and value >= goal and others and own < min(others):
            outlook = f"AtEdge({'Below' if good == 'High' else 'Above'})"
        elif high < goal and value < goal and others and own > max(others):
            outlook = f"AtEdge({'Above' if good == 'High' else 'Below'})"
        elif low >= goal:
            outlook = "WillMeet" if value >= goal else ""
        elif high < goal:
            outlook = "CannotMeet" if value < goal else ""
        else:
            outlook = "ByChance"
    extra = ""
    if more:
        by, low, high, also, calm = more
        extra = f"{number[by]}: {range_text(low, high)}, outside{''.join(f' {number[at]}' for at in also)}{', calm' if calm else ''}"
    runs, steps = [], [b - a for (a, _), (b, _) in zip(numbered, numbered[1:])]
    for at in range(count):
        if at and steps[at - 1] == min(steps):
            runs[-1] += 1
        else:
            runs.append(1)
    return ["".join(cells).strip(), pattern, level_text, limits, extra, " ".join(map(str, runs)), word, outlook]


def after_text(value):
    value = dec(value)
    if abs(value * 1000 % 1 - D("0.5")) < D("0.00001"):
        TIES.append(value)
    return f"{value:.3f}"


def decimals_shown(kind, text):
    return 0 if kind in ("children", "settings") else 1 if "/" in text else decimals(text)


def middle_of(kind, numbered):
    """The exact mean: of counts, of all together."""
    if kind in COUNTED:
        return F(SCALE[kind] * sum(each[0] for _, each in numbered), sum(each[1] for _, each in numbered))
    return mean([F(100 * each[0], each[1]) if isinstance(each, tuple) else each for _, each in numbered])


if __name__ == "__main__":
    columns = ["kind", "target", "series", "marks", "pattern", "level", "limits", "without", "runs", "course", "outlook"]
    told = csv.writer(sys.stdout, lineterminator="\n")
    told.writerow(columns)
    for case in csv.DictReader(sys.stdin):
        given = [case[column] for column in columns[:3]]
        told.writerow(given + said(*given))
        if TIES:
            sys.exit(f"a number of {given} is in the middle between two as they are shown")
