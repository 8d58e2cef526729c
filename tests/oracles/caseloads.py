"""Caseload scenarios, worked out apart from the program: groups of people stepped from month to month with fifty digits.

What a path costs is the whole cost of the path less the whole cost of doing nothing, each year rounded to whole pence; the
program adds up what each month costs more. The inputs are made up, by a small generator of its own.
Run from the top of the repository: python3 tests/oracles/caseloads.py 1000 > tests/data/caseloads.csv
More cases can be checked in the same way. Only what everything before goes into is written, so that the file stays small.
"""
import sys
from decimal import ROUND_HALF_UP, Decimal as D, getcontext

getcontext().prec = 50
TWELFTH = D(1) / 12


def draws(seed=2026):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


source = draws()


def below(number):
    return next(source) % number


def between(low, high, decimals=0):
    scale = 10**decimals
    return D(low * scale + below((high - low) * scale + 1)) / scale


def one_of(*choices):
    return choices[below(len(choices))]


def maybe(make, otherwise):
    return make() if below(2) else otherwise


def made_up():
    children = between(100, 1500)
    case = {
        "children": children,
        "team": one_of(("fte", between(10, 90, 1)), ("average", between(8, 35, 1))),
        "target": between(10, 24, 1),
        "newly": (maybe(lambda: between(0, 9, 1), D(0)), between(1, 10) / 10, maybe(lambda: between(0, 100) / 100, D(0))),
        "stages": one_of([], [(6, D("0.8")), (13, D(1))], [(12, D(1))], [(3, D("0.6")), (18, D("0.9")), (24, D(1))]),
        "vacant": maybe(lambda: between(0, 4, 1), D(0)),
        "covered": one_of(D(0), D("0.5"), D(1)),
        "absence": maybe(lambda: between(0, 30) / 100, D(0)),
        "advanced": maybe(lambda: (between(0, 3, 1), between(0, 10) / 10), (D(0), D(1))),
        "mix": one_of([], [(between(0, 40), D("1.5"), between(0, 6)), (between(0, 50), D("0.8"), D(0))]),
        "hours": between(30, 40, 1),
        "growth": one_of(("share", between(-12, 20) / 100), ("number", between(-40, 80))),
        "apart": maybe(lambda: (between(0, 60), between(-30, 60) / 100), None),
        "turnover": between(0, 40) / 100,
        "hires": one_of(between(0, 4, 2), between(0, 2, 1), D("inf")),
        "lag": below(7),
        "months": 1 + below(60),
        "start": maybe(lambda: (2024 + below(5), 1 + below(12)), None),
        "post": between(30000, 90000),
        "on_costs": maybe(lambda: between(0, 40) / 100, D(0)),
        "agency": (between(0, 100) / 100, between(0, 120) / 100, one_of("always", "until", "falling"), 1 + below(36)),
        "award": maybe(lambda: (between(0, 60) / 1000, 1 + below(24)), None),
        "starter": maybe(lambda: between(0, 12000), D(0)),
        "leaver": maybe(lambda: between(0, 9000), D(0)),
        "managers": maybe(lambda: (between(5, 9), between(50000, 90000)), None),
        "reviewing": maybe(lambda: (between(50, 70), between(50000, 80000)), None),
    }
    case["always"] = below(4) == 0 and case["hires"] != D("inf")
    return case


class Children:
    """A group whose number each year adds, by twelfths, a share of what it was at the year's beginning, or a number."""

    def __init__(self, now, kind, growth):
        self.now, self.kind, self.growth, self.age = now, kind, growth, 0

    def step(self):
        if self.age % 12 == 0:
            self.monthly = (self.now * self.growth if self.kind == "share" else self.growth) * TWELFTH
        self.age += 1
        self.now = max(self.now + self.monthly, D(0))


class Group:
    """Workers of one kind who started together."""

    def __init__(self, fte, is_newly, caseload):
        self.fte, self.is_newly, self.caseload, self.age = fte, is_newly, caseload, 0


def holds(case, group):
    """The full caseloads that one of a group can hold, absence apart."""
    if not group.is_newly:
        return group.caseload
    now = group.caseload
    for month, count_as in case["stages"]:
        if group.age >= month:
            now = count_as
    return now


def first_team(case):
    kind, size = case["team"]
    fte, count_as, share = case["newly"]
    if kind == "average":
        posts = case["children"] / size
        groups = [Group(posts * (1 - share), False, D(1)), Group(posts * share, True, count_as)]
    else:
        groups = [Group(size - case["vacant"] + case["vacant"] * case["covered"], False, D(1)), Group(fte, True, count_as)]
    advanced, counts = case["advanced"]
    # Advanced practitioners hold less than the others of the first group: as if it had so many fewer caseloads.
    first = groups[0]
    first.caseload = (first.fte - advanced * (1 - counts)) / first.fte if first.fte else D(1)
    return groups


def holding(case, groups):
    return sum(group.fte * holds(case, group) for group in groups) * (1 - case["absence"])


def weighted(case):
    cases = case["children"]
    hours = case["hours"] * 52 / 12
    for children, weight, travel in case["mix"]:
        cases += children * (weight - 1) + children * travel * case["target"] / hours
    return cases / case["children"]


def agency_share(case, month):
    share, _, kind, end = case["agency"]
    if kind == "always" or (kind == "until" and month <= end):
        return share
    if kind == "falling" and month < end:
        return share * (end - month) / (end - 1)
    return D(0)


def pay(case, month):
    level = D(1)
    if case["award"]:
        share, first = case["award"]
        for each in range(first, month + 1, 12):
            level *= 1 + share
    return level


def a_year(case, posts, children, month):
    """What so many posts cost a year, at the pay of a month: the posts, agency workers in their share of them, and the posts
    that follow."""
    level = pay(case, month)
    post = case["post"] * (1 + case["on_costs"]) * level
    cost = posts * post + posts * post * agency_share(case, month) * case["agency"][1]
    if case["managers"]:
        cost += posts / case["managers"][0] * case["managers"][1] * level
    if case["reviewing"]:
        cost += children / case["reviewing"][0] * case["reviewing"][1] * level
    return cost


def year_of(case, month):
    if not case["start"]:
        return (month + 11) // 12
    year, first = case["start"]
    calendar = year * 12 + first - 1 + month - 1
    return calendar // 12 + (1 if calendar % 12 >= 3 else 0)


def pence(pounds):
    # Twelfths have no last digit: half a penny is one within 1e-20 of it.
    return int((pounds * 100).quantize(D("1e-20")).quantize(D(1), ROUND_HALF_UP))


def money_by_year(case, now, stepped):
    """What each year costs more than doing nothing, what doing nothing costs, and what posts filled now save while empty."""
    replaced, years = now * case["turnover"] * TWELFTH, {}
    for month, children, posts, new, leavers in stepped:
        path = a_year(case, posts, children, month) * TWELFTH + new * case["starter"] + leavers * case["leaver"]
        nothing = a_year(case, now, children, month) * TWELFTH + replaced * (case["starter"] + case["leaver"])
        filled = a_year(case, max(now, posts), children, month) - a_year(case, posts, children, month)
        so_far = years.setdefault(year_of(case, month), [D(0), D(0), D(0)])
        so_far[0] += path - nothing
        so_far[1] += nothing
        so_far[2] += filled * TWELFTH
    return years


def run(case):
    if case["apart"]:
        apart, growth = case["apart"]
        young = [Children(case["children"] - apart, *case["growth"]), Children(apart, "share", growth)]
    else:
        young = [Children(case["children"], *case["growth"])]
    groups, weight = first_team(case), weighted(case)
    now, can_hold = sum(group.fte for group in groups), holding(case, groups)
    if can_hold <= D("0.5") or now <= 0 or not groups[0].fte:
        return None
    _, count_as, share = case["newly"]
    at_start = (1 - share + share * count_as) * (1 - case["absence"])
    if at_start <= 0:
        return None
    replaced = now * case["turnover"] * TWELFTH
    reached = 0 if case["children"] * weight / can_hold <= case["target"] * (1 + D("1e-12")) else None
    stepped = []
    for month in range(1, case["months"] + 1):
        for each in young:
            each.step()
        children = sum(each.now for each in young)
        leavers = sum(group.fte for group in groups) * case["turnover"] * TWELFTH
        for group in groups:
            group.fte -= group.fte * case["turnover"] * TWELFTH
            group.age += 1
        new = D(0)
        if month > case["lag"]:
            missing = (children * weight / case["target"] - holding(case, groups)) / at_start
            new = case["hires"] if case["always"] else min(case["hires"], max(missing, D(0)))
        groups += [Group(new * (1 - share), False, D(1)), Group(new * share, True, count_as)]
        posts, average = sum(group.fte for group in groups), children * weight / holding(case, groups)
        if average > case["target"] * (1 + D("1e-12")):
            reached = None
        elif reached is None:
            reached = month
        stepped.append((month, children, posts, new, leavers))
    years = money_by_year(case, now, stepped)
    # Those the path gained, and as many recruits as the target then lacks.
    at_end = posts - now + (children * weight / case["target"] - holding(case, groups)) / at_start
    # Who follows from the children follows whatever is done.
    # Where recruitment goes on past the target, everybody gained is paid for.
    paid = max(posts, now + at_end) if case["always"] else now + at_end
    full = a_year(case, paid, children, case["months"]) - a_year(case, now, children, case["months"])
    money = [(pence(extra), pence(extra) + pence(nothing)) for extra, nothing, _ in years.values()]
    return [
        f"{at_end:.4f}",
        f"{average:.4f}",
        "" if reached is None else str(reached),
        str(pence(full)),
        str(sum(pence(saved) for *_, saved in years.values())),
        " ".join(f"{year % 100}:{extra}:{total}" for year, (extra, total) in zip(years, money)),
    ]


def text(value):
    if value is None or value == []:
        return ""
    if isinstance(value, (tuple, list)):
        between = " " if isinstance(value, list) else ":"
        return between.join(text(each) for each in value)
    if isinstance(value, bool):
        return "x" if value else ""
    return str(value).lower()


print("children,team,target,newly,stages,vacant,covered,absence,advanced,mix,hours,growth,apart,turnover,hires,lag,months,"
      "start,post,on_costs,agency,award,starter,leaver,managers,reviewing,always,"
      "posts_at_end,caseload,reached,full_year,saved,years")
wanted = int(sys.argv[1])
while wanted:
    made = made_up()
    found = run(made)
    if found:
        print(",".join([text(value) for value in made.values()] + found))
        wanted -= 1
