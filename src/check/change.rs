//! Rises and falls that sentences state.

use crate::indicator::Kind as Sort;
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::published::Revision;
use crate::read::prose::{Role, StatedPart, Told, When};

use super::listener::{Claim, Found, Listener};
use super::official::subject;
use super::prepared::Spoken;
use super::table::{Unit, difference};
use super::{By, Kind, Official, Reason, Span, Verdict, Whose, agreement};

pub(super) const RISING: &[&str] = &[
    "increase",
    "increased",
    "increases",
    "increasing",
    "rise",
    "rose",
    "risen",
    "rising",
    "up",
    "grew",
    "grown",
    "growth",
    "improvement",
    "improved",
];
pub(super) const FALLING: &[&str] = &[
    "decrease",
    "decreased",
    "decreases",
    "decreasing",
    "fall",
    "fell",
    "fallen",
    "falling",
    "down",
    "reduction",
    "reduced",
    "drop",
    "dropped",
    "decline",
    "declined",
];

impl Listener<'_> {
    /// Checks the changes of a sentence.
    pub(super) fn check_changes(&mut self, spoken: &Spoken<'_>) {
        for (at, told) in
            spoken.told.iter().enumerate().filter(|(_, told)| told.role_of_piece == Role::Change)
        {
            let Some(part) = told.statement.main().filter(|_| !told.statement.is_rough) else { continue };
            let found = if is_net(spoken, at) {
                net(spoken, at)
            } else {
                between(spoken, at)
                    .or_else(|| between_times(spoken, at))
                    .or_else(|| between_dated(spoken, at))
                    .or_else(|| self.since_official(spoken, at))
                    .or_else(|| before(spoken, at))
                    .or_else(|| self.of_official(spoken, told))
            };
            if let Some(found) = found {
                self.find(spoken, &part.range, found);
            }
        }
        self.check_contradiction(spoken);
        self.check_direction(spoken);
    }

    /// "87%, down from 86%": the other way.
    fn check_direction(&mut self, spoken: &Spoken<'_>) {
        for (at, told) in spoken.told.iter().enumerate().skip(1) {
            let start = told.statement.tokens.start;
            let Some(word) = start.checked_sub(2).filter(|_| spoken.word(start - 1) == "from") else {
                continue;
            };
            let Some(own) = Some(&spoken.told[at - 1]).filter(|own| own.role == Role::Own) else { continue };
            let (Some(from), Some(to)) = (number(told), number(own)) else { continue };
            let is_wrong = match spoken.word(word) {
                "down" => Exact::from(to.value) > from.value.into(),
                "up" => Exact::from(to.value) < from.value.into(),
                _ => false,
            };
            let is_same_sort = told.statement.percent.is_some() == own.statement.percent.is_some();
            if is_wrong && is_same_sort && !told.statement.is_rough && !own.statement.is_rough {
                let found = Found {
                    kind: Kind::TrendWord,
                    verdict: Verdict::Differs,
                    stated: to.value,
                    expected: None,
                    reason: Reason::Direction { from: from.value, to: to.value, official: None },
                };
                self.find(spoken, &spoken.sentence.tokens[word].range.clone(), found);
            }
        }
    }

    /// "646, an increase of 14 from March 2022": what was published for the year before.
    fn since_official(&self, spoken: &Spoken<'_>, at: usize) -> Option<Found> {
        let stated = spoken.told[at].statement.count.as_ref()?.value;
        let own = spoken.told[..at].iter().rev().find(|told| told.role == Role::Own)?;
        // The text may give the number before itself.
        if spoken.told.iter().any(|told| told.role == Role::Earlier) || spoken.is_since_another(at) {
            return None;
        }
        let indicator =
            own.known().filter(|indicator| indicator.kind == Sort::Count && indicator.is_published)?;
        let to = own.statement.count.as_ref()?.value;
        let year = match own.dated.period() {
            Some(Period::Year(year)) => year,
            Some(_) => return None,
            None => self.context.period?.year(),
        };
        let since = spoken.year_of(self.context.period).filter(|since| *since < year).unwrap_or(year - 1);
        let own =
            self.context.own(indicator, Period::Year(since)).and_then(|own| own.amount.shown(indicator));
        if let Some(from) = own {
            return in_number(stated, from, to);
        }
        let published = self.context.published.official(indicator, self.context.council?, since)?;
        let value = published.value.ok()?;
        let first = match published.revision {
            Some(Revision::First(first)) => Some(first),
            _ => None,
        };
        let by = |from: Decimal| Exact::from(to).minus(from.into()).map(Exact::magnitude);
        let fits = [Some(value), first].into_iter().flatten().any(|from| by(from) == Some(stated.into()));
        let official = Official {
            indicator,
            whose: Whose::Area(self.context.council?),
            period: Period::Year(since),
            value,
        };
        Some(Found {
            kind: Kind::Change,
            verdict: if fits { Verdict::Agrees } else { Verdict::Differs },
            stated,
            expected: by(value).map(|by| by.rounded(0)),
            reason: Reason::OfficialBefore { to, official, first },
        })
    }

    /// "This is an improvement of 5% from 2020": between two official figures of what was told of.
    fn of_official(&self, spoken: &Spoken<'_>, told: &Told) -> Option<Found> {
        let stated = told.statement.percent.as_ref()?.value;
        let indicator = self
            .subject
            .or_else(|| subject(told))
            .filter(|indicator| indicator.kind == Sort::Share && indicator.is_published)?;
        let whose = Whose::Area(self.context.council?);
        let since = spoken.year_of(None)?;
        let year = self.year.or(self.context.period.map(Period::year)).filter(|year| *year > since)?;
        let own = |year: u16| {
            let own = self.context.own(indicator, Period::Year(year))?;
            own.amount.shown(indicator)
        };
        let value = |year: u16| {
            own(year).or_else(|| Some(self.official(Claim { indicator, whose, year }).first()?.value))
        };
        let (from, to) = (value(since)?, value(year)?);
        let found = spoken.in_percent_of_percent(told, difference(stated, from, to, true)?);
        let verdict = if found.verdict == Verdict::Close { Verdict::Differs } else { found.verdict };
        Some(Found { verdict, ..found })
    }

    /// "Rose by 9.0% before decreasing to 85%": what fell to 85% cannot have been told of in percent of itself.
    fn check_contradiction(&mut self, spoken: &Spoken<'_>) {
        for (at, told) in spoken.told.iter().enumerate().skip(1) {
            let (Some(part), before) = (told.statement.percent.as_ref(), &spoken.told[at - 1]) else {
                continue;
            };
            let (start, from) = (told.statement.tokens.start, before.statement.tokens.end);
            let Some(rise) =
                before.statement.percent.as_ref().filter(|_| before.role_of_piece == Role::Change)
            else {
                continue;
            };
            let falls_to = spoken.word(start.wrapping_sub(1)) == "to" && spoken.any(from..start, FALLING);
            if falls_to
                && spoken.any(0..before.statement.tokens.start, RISING)
                && Exact::from(rise.value) < part.value.into()
            {
                let reason = Reason::Inconsistent { rise: rise.value, then: part.value };
                let found = Found {
                    kind: Kind::Change,
                    verdict: Verdict::CannotCheck,
                    stated: part.value,
                    expected: None,
                    reason,
                };
                self.find(spoken, &part.range.clone(), found);
            }
        }
    }
}

/// The two numbers of a sentence between which a change is told: "from 8% to 13.3%", "71% to 80%", "80%, up from 71%",
/// "632, compared with 593", "55%, up 1% on 54%".
pub(super) fn ends<'a>(spoken: &'a Spoken<'_>, at: usize) -> Option<(&'a Told, &'a Told)> {
    let told = &spoken.told;
    let lead =
        |told: &Told| told.statement.tokens.start.checked_sub(1).map_or("", |before| spoken.word(before));
    let led_by =
        |word: &str| (0..told.len()).filter(|other| *other != at).find(|other| lead(&told[*other]) == word);
    // "12 more than the 149 of a year ago".
    let is_exceeded = |other: &usize| {
        let start = told[*other].statement.tokens.start;
        let than = start.saturating_sub(2)..start;
        told[*other].role == Role::Earlier && spoken.any(than, &["than"])
    };
    let is_compared = |other: &usize| {
        let start = told[*other].statement.tokens.start;
        lead(&told[*other]) == "against" && told[*other].role == Role::Earlier
            || matches!(lead(&told[*other]), "with" | "to")
                && start.checked_sub(2).is_some_and(|before| spoken.word(before) == "compared")
            || Some(*other) == at.checked_add(1) && (lead(&told[*other]) == "on" || is_exceeded(other))
    };
    let compared = (0..told.len()).filter(|other| *other != at).find(is_compared);
    let is_same_sort =
        |first: &Told, second: &Told| first.statement.percent.is_some() == second.statement.percent.is_some();
    let (from, to) = match (led_by("from").or(compared), led_by("to").filter(|to| Some(*to) != compared)) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => {
            let before = (0..from).rev().find(|other| *other != at)?;
            (from, Some(before).filter(|before| told[*before].role == Role::Own)?)
        }
        (None, Some(to)) => {
            let from = to.checked_sub(1).filter(|from| *from != at)?;
            (
                from,
                Some(to)
                    .filter(|to| told[from].statement.tokens.end + 1 == told[*to].statement.tokens.start)?,
            )
        }
        (None, None) => return None,
    };
    Some((&told[from], &told[to])).filter(|(from, to)| is_same_sort(from, to))
}

/// The number of a statement that changes: of "1,204 of 1,340 visits (89.9%), up from 85.4%" the percentage.
pub(super) fn number(told: &Told) -> Option<&StatedPart> {
    told.statement.percent.as_ref().or_else(|| told.statement.main())
}

/// Whether a change is what remains of a rise and a fall: "300 came and 229 left, a net increase of 71".
fn is_net(spoken: &Spoken<'_>, at: usize) -> bool {
    let own = &spoken.told[at].statement.tokens;
    let from = at.checked_sub(1).map_or(0, |before| spoken.told[before].statement.tokens.end);
    spoken.any(from..own.end + 2, &["net"])
}

/// What remains of the two counts before a net change.
fn net(spoken: &Spoken<'_>, at: usize) -> Option<Found> {
    let count = |told: &Told| {
        let count = told.statement.count.as_ref()?;
        told.statement.percent.is_none().then_some(count.value)
    };
    let mut counts = spoken.told[..at].iter().rev().map(count);
    let (second, first) = (counts.next()??, counts.next()??);
    in_number(spoken.told[at].statement.count.as_ref()?.value, first, second)
}

/// "From 8% to 13.3%, an increase of 5.3 points": the change between two numbers of the sentence.
fn between(spoken: &Spoken<'_>, at: usize) -> Option<Found> {
    let (from, to) = ends(spoken, at)?;
    let (first, second) = (number(from)?.value, number(to)?.value);
    change(spoken, at, (first, second), from.statement.percent.is_some().into())
}

/// "36 in Quarter 1 and 18 in Quarter 2, a fall of 50%": the change between the numbers of two times.
fn between_times(spoken: &Spoken<'_>, at: usize) -> Option<Found> {
    let series = spoken.series();
    let [first, second] = series.points.as_slice() else { return None };
    let lead = spoken.told[at.checked_sub(1)?].statement.tokens.end..spoken.told[at].statement.tokens.start;
    // Without their years the second quarter may be before the first: what rose was the smaller.
    let is_turned = match (first.when, second.when) {
        (When::At(one), When::At(other)) => one > other,
        _ if Exact::from(first.value) > second.value.into() => spoken.any(lead, RISING),
        _ => spoken.any(lead, FALLING),
    };
    let (from, to) = if is_turned { (second, first) } else { (first, second) };
    let is_behind = at + 1 == spoken.told.len();
    change(spoken, at, (from.value, to.value), from.is_percent.into()).filter(|_| is_behind)
}

/// "In 2021/22 we had 12.4% and in 2022/23 9.1%, an improvement of 3.3 points", "44 last year and 37 this year, 7 fewer": the
/// change between the only two numbers before it, which are of two times.
fn between_dated(spoken: &Spoken<'_>, at: usize) -> Option<Found> {
    let [one, other] = &spoken.told[..at] else { return None };
    let (from, to) = match (one.role, other.role) {
        (Role::Own, Role::Own) => {
            let is_turned = match (one.dated.period(), other.dated.period()) {
                (Some(Period::Year(first)), Some(Period::Year(second))) if first != second => first > second,
                // "44 last year and 37 this year".
                _ => spoken.year_after("this")? < spoken.year_after("last")?,
            };
            if is_turned { (other, one) } else { (one, other) }
        }
        (Role::Earlier, Role::Own) => (one, other),
        (Role::Own, Role::Earlier) => (other, one),
        _ => return None,
    };
    let bare = |told: &Told| {
        let statement = &told.statement;
        let is_plain = statement.base.is_none() && !statement.is_rough && !statement.is_rate;
        let is_one = statement.percent.is_none() || statement.count.is_none();
        number(told).filter(|_| is_plain && is_one).map(|part| part.value)
    };
    let (first, second) = (bare(from)?, bare(to)?);
    let is_percent = from.statement.percent.is_some();
    let is_last = at + 1 == spoken.told.len() && is_percent == to.statement.percent.is_some();
    change(spoken, at, (first, second), is_percent.into()).filter(|_| is_last)
}

/// The stated change between two numbers.
fn change(spoken: &Spoken<'_>, at: usize, (first, second): (Decimal, Decimal), unit: Unit) -> Option<Found> {
    let are_percent = unit == Unit::Percent;
    let stated = &spoken.told[at].statement;
    if stated.percent.is_none() && are_percent && !spoken.says_points(stated.tokens.end) {
        return None;
    }
    // "Rose by 12% from 1,000 to 1,150": in percent of the first.
    if let Some(percent) = stated.percent.as_ref().filter(|_| !are_percent) {
        return relative(percent.value, first, second);
    }
    let by = stated.main()?.value;
    if !are_percent {
        return in_number(by, first, second);
    }
    Some(spoken.in_percent_of_percent(&spoken.told[at], difference(by, first, second, true)?))
}

/// The change between two numbers in their own unit. Of whole numbers it is exact: one too many differs.
fn in_number(stated: Decimal, from: Decimal, to: Decimal) -> Option<Found> {
    let change = Exact::from(to).minus(from.into())?;
    let change = if stated.units() >= 0 { change.magnitude() } else { change };
    let verdict = match agreement::verdict(stated, change) {
        Verdict::Close if from.decimals().max(to.decimals()) <= stated.decimals() => Verdict::Differs,
        verdict => verdict,
    };
    Some(Found {
        kind: Kind::Change,
        verdict,
        stated,
        expected: Some(change.rounded(stated.decimals())),
        reason: Reason::Change { from, to, by: By::Number },
    })
}

/// The change between two counts, stated in percent of the first.
fn relative(stated: Decimal, from: Decimal, to: Decimal) -> Option<Found> {
    let change = Exact::from(to).minus(from.into())?.times(100)?.divided_by(from.into())?;
    let change = if stated.units() >= 0 { change.magnitude() } else { change };
    Some(Found {
        kind: Kind::Change,
        verdict: agreement::verdict(stated, change),
        stated,
        expected: Some(change.rounded(stated.decimals())),
        reason: Reason::Change { from, to, by: By::Percent },
    })
}

/// "52, an increase of 15%": whether a whole number before gives it.
fn before(spoken: &Spoken<'_>, at: usize) -> Option<Found> {
    let stated = spoken.told[at].statement.percent.as_ref()?.value;
    let own =
        spoken.told[..at].last().filter(|told| told.role == Role::Own && told.statement.percent.is_none())?;
    let to = u64::try_from(own.statement.count.as_ref()?.value.units()).ok()?;
    // Of two numbers the earlier may be the one before.
    let is_alone = spoken.told[..at].iter().filter(|told| told.statement.count.is_some()).count() == 1;
    let start = spoken.told[at].statement.tokens.start;
    let lead = own.statement.tokens.end..start;
    let rises = spoken.any(lead.clone(), RISING);
    if !is_alone || rises == spoken.any(lead, FALLING) || !agreement::may_be_impossible(stated, to) {
        return None;
    }
    let whole = Exact::whole(100);
    let factor = if rises { whole.plus(stated.into())? } else { whole.minus(stated.into())? };
    let exact = Exact::whole(to).times(100)?.divided_by(factor)?;
    let change = |from: u64| Exact::whole(to).minus(Exact::whole(from))?.magnitude().times(100)?.over(from);
    let near = u64::try_from(exact.floor()).ok()?;
    let (verdict, from, by) = [near, near + 1]
        .into_iter()
        .filter_map(|from| {
            let by = change(from)?;
            let verdict = match agreement::verdict(stated, by) {
                Verdict::Truncated => Verdict::Close,
                verdict => verdict,
            };
            Some((verdict, from, by))
        })
        .max_by_key(|(verdict, _, by)| {
            (*verdict, std::cmp::Reverse(by.minus(stated.into()).map(Exact::magnitude)))
        })?;
    let verdict = if verdict == Verdict::Differs { Verdict::Impossible } else { verdict };
    let expected = Some(by.rounded(stated.decimals()));
    Some(Found { kind: Kind::Change, verdict, stated, expected, reason: Reason::Before { from, to } })
}

impl Spoken<'_> {
    /// Whether one of these words is among tokens.
    pub(super) fn any(&self, tokens: Span, words: &[&str]) -> bool {
        tokens.into_iter().any(|at| words.contains(&self.word(at)))
    }

    /// A change between two percentages that is stated in percent: of the first, or wrongly so where points are meant.
    fn in_percent_of_percent(&self, told: &Told, found: Found) -> Found {
        let Reason::Change { from, to, by: By::Points } = found.reason else { return found };
        let statement = &told.statement;
        let change = Exact::from(to).minus(from.into()).map(Exact::magnitude);
        let relative = change.and_then(|change| change.times(100)?.divided_by(from.into()));
        let Some(relative) = relative.filter(|_| statement.percent.is_some()) else { return found };
        if self.says_points(statement.tokens.end) {
            return found;
        }
        let verdict = agreement::verdict(found.stated, relative);
        if verdict >= Verdict::Truncated {
            let expected = Some(relative.rounded(found.stated.decimals()));
            return Found {
                verdict,
                expected,
                reason: Reason::Change { from, to, by: By::Percent },
                ..found
            };
        }
        if found.verdict < Verdict::Truncated {
            return found;
        }
        let expected = Some(relative.rounded(1).trimmed());
        Found { verdict: Verdict::Differs, expected, reason: Reason::Points { from, to }, ..found }
    }

    /// Whether the words behind a change say since when, and that is no year: "9 more than at the end of Q2", "12 fewer than in
    /// the same period of 2022/23".
    fn is_since_another(&self, at: usize) -> bool {
        let next =
            self.told.get(at + 1).map_or(self.sentence.tokens.len(), |next| next.statement.tokens.start);
        let behind = self.told[at].statement.tokens.end..next;
        let is_year = |when: &When| {
            matches!(
                when,
                When::At(Period::Year(_) | Period::Month(_, 3)) | When::YearBefore | When::LastYear
            )
        };
        let mut times = self.sentence.times.iter().filter(|(start, ..)| behind.contains(start));
        times.any(|(.., when)| !is_year(when)) || self.any(behind, &["same"])
    }

    /// Where "this year" or "last year" is said, or `None` if it is not.
    fn year_after(&self, word: &str) -> Option<usize> {
        (0..self.sentence.tokens.len()).find(|at| (self.word(*at), self.word(at + 1)) == (word, "year"))
    }

    /// Whether a number that ends at a token is in percentage points.
    fn says_points(&self, end: usize) -> bool {
        self.any(end..end + 2, &["points", "point", "pp", "ppts"])
    }

    /// The last year the sentence names; "the previous year" is the one before `reported`.
    pub(super) fn year_of(&self, reported: Option<Period>) -> Option<u16> {
        self.sentence.times.iter().rev().find_map(|(_, _, when)| match when {
            When::At(Period::Year(year)) => Some(*year),
            When::At(period @ Period::Month(_, 3)) => Some(period.year()),
            When::YearBefore => reported.map(|period| period.year() - 1),
            _ => None,
        })
    }
}
