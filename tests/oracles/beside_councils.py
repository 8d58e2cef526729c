"""Makes tests/data/beside_councils.csv: verdicts on the official figures of one council beside those of another, worked out apart from
the program by the interval of the difference of two shares (Newcombe 1998, method 10). Takes the directory of the
repository and the file to write. Both counts are those published; cases are spread over small and large councils."""
import csv, random, sys
from decimal import Decimal as D, getcontext

getcontext().prec = 40
root, target = sys.argv[1:3]
Z = D('1.959963984540054235524594430520551')
read = lambda name: list(csv.DictReader(open(f'{root}/data/{name}')))
indicators = {row['id']: row for row in read('indicators.csv')}
# Councils know of very different shares of these: they are not compared.
of_those_known = {row['indicator'] for row in read('coverage.csv')}
councils = {row['code'] for row in read('areas.csv') if row['level'] == 'council'}
published = {(r['indicator'], r['area'], y): r[y] for r in read('published.csv') for y in r if y.isdigit() and r[y]}
counts = {}
for row in read('counts.csv'):
    known = indicators.get(row['indicator'])
    # Sessions are missed by the same child again and again, so chance says nothing of them.
    if not known or known['kind'] != 'share' or known['counted'].startswith('session') or row['area'] not in councils:
        continue
    for year in (y for y in row if y.isdigit() and row[y] and '/' in row[y]):
        part, whole = row[year].split('/')
        if part.isdigit() and whole.isdigit() and int(whole):
            counts.setdefault((row['indicator'], year), {})[row['area']] = (int(part), int(whole))


def wilson(part, whole):
    n, p, square = D(whole), D(part) / D(whole), Z * Z
    middle, half = part + square / 2, Z * (n * p * (1 - p) + square / 4).sqrt()
    return max(D(0), (middle - half) / (n + square)), min(D(1), (middle + half) / (n + square))


def verdict(one, other, good):
    p, q = D(one[0]) / one[1], D(other[0]) / other[1]
    if any(abs(p - q) <= D(1) / whole for _, whole in (one, other)):
        return 'similar'
    (low, high), (least, most) = wilson(*one), wilson(*other)
    below = p - q - ((p - low) ** 2 + (most - q) ** 2).sqrt()
    above = p - q + ((high - p) ** 2 + (q - least) ** 2).sqrt()
    if below <= 0 <= above:
        return 'similar'
    return {'high': ('worse', 'better'), 'low': ('better', 'worse'), 'none': ('lower', 'higher')}[good][p > q]


def agrees(indicator, area, year, count):
    """Whether the counts give the number that is published: only then are they used."""
    shown = published.get((indicator, area, year), '')
    if not shown.replace('.', '').isdigit():
        return False
    places = D(1).scaleb(-len(shown.partition('.')[2]))
    return (D(100) * count[0] / count[1]).quantize(places, 'ROUND_HALF_UP') == D(shown)


chance = random.Random(7)
rows = []
for (indicator, year), of in sorted(counts.items()):
    fit = [area for area in sorted(of) if agrees(indicator, area, year, of[area])]
    if int(year) < 2022 or len(fit) < 20:
        continue
    small = sorted(fit, key=lambda area: of[area][1])[:15]
    for others in (small, fit):
        one, other = chance.choice(fit), chance.choice(others)
        if one != other:
            rows.append([indicator, year, one, other, *of[one], verdict(of[one], of[other], indicators[indicator]['good'])])
chance.shuffle(rows)
kinds = {}
for row in rows:
    kinds.setdefault(row[-1], []).append(row)
picked = sorted(row for of_kind in kinds.values() for row in of_kind[:20])
for row in picked:
    if row[0] in of_those_known:
        row[-1] = 'no comparison'
with open(target, 'w', newline='') as file:
    out = csv.writer(file, lineterminator='\n')
    out.writerow(['indicator', 'year', 'council', 'other', 'numerator', 'denominator', 'verdict'])
    out.writerows(picked)
print({kind: len(of_kind) for kind, of_kind in kinds.items()}, len(picked))
