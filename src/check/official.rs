//! Figures said to be official, of England, a region, the neighbours or the council, against the official ones.

use std::collections::HashMap;

use crate::area::{self, Area, Level};
use crate::compare::{Average, Distribution};
use crate::indicator::{Indicator, Kind as Sort, Match, ids, match_name};
use crate::number::{Decimal, Exact, mean, median};
use crate::period::Period;
use crate::published::{Revision, first_year};
use crate::read::prose::{Dated, Of, Role, Told, When};
use crate::read::{With, is_subject};

use super::grid::{Grid, Number};
use super::listener::{Claim, Found, Listener};
use super::prepared::Spoken;
use super::series::{part_of_year, time_of};
use super::{Expected, Kind, Neighbours, Official, Reason, Span, Verdict, Whose, agreement};

/// How many years back a figure may be of.
const YEARS_BACK: u16 = 4;
/// How many findings or claims away another may be that has to do with one.
const NEAR: usize = 200;
/// A count of more times the children in care is of no single council.
const MANY_TIMES: u64 = 10;

impl Listener<'_> {
    /// The official figures of a claim: as it is now and as first published, or the averages there are.
    pub(super) fn official(&self, claim: Claim) -> Vec<Official> {
        let published = &self.context.published;
        let said = |whose: Whose, value: Decimal| Official {
            indicator: claim.indicator,
            whose,
            period: Period::Year(claim.year),
            value,
        };
        match claim.whose {
            Whose::Area(area) => {
                published.official(claim.indicator, area, claim.year).map_or_else(Vec::new, |official| {
                    let first = match official.revision {
                        Some(Revision::First(value) | Revision::Now(value)) => Some(value),
                        None => None,
                    };
                    official
                        .value
                        .ok()
                        .into_iter()
                        .chain(first)
                        .map(|value| said(claim.whose, value))
                        .collect()
                })
            }
            Whose::Neighbours(first) => {
                let Some(council) = self.context.council else { return Vec::new() };
                let value =
                    |area: &&'static Area| published.official(claim.indicator, area, claim.year)?.value.ok();
                let averaged = |with: Neighbours| {
                    let neighbours = area::neighbours(council, with.model);
                    let values: Vec<Exact> = neighbours.iter().filter_map(value).map(Exact::from).collect();
                    let average = match with.average {
                        Average::Median => median(&values),
                        Average::Mean => mean(&values),
                    };
                    let shown = average?.rounded(claim.indicator.decimals.max(1));
                    Some(said(Whose::Neighbours(with), shown))
                };
                first.with_others().filter_map(averaged).collect()
            }
        }
    }

    /// The finding on a figure that is claimed to be this, or `None` where nothing was published.
    pub(super) fn judge_official(&self, stated: Decimal, claim: Claim) -> Option<Found> {
        let officials = self.official(claim);
        let official = officials.first()?.clone();
        let found = |verdict: Verdict, is_of: Option<Official>| Found {
            kind: Kind::Official,
            verdict,
            stated,
            expected: Some(as_stated(official.value, stated)),
            reason: Reason::Official { official: official.clone(), is_of },
        };
        let agreeing = officials.iter().filter_map(|each| Some((agrees(stated, each.value)?, each)));
        // Of several that agree the first, which is the one chosen in the page.
        if let Some((verdict, agreed)) = agreeing.rev().max_by_key(|(verdict, _)| *verdict) {
            // Of the averages of neighbours the one that was meant; of revisions the one there is now.
            let is_average = matches!(claim.whose, Whose::Neighbours(_));
            let shown = if is_average { agreed } else { &official };
            // "First published as 10%".
            let first = (!is_average && agreed.value != official.value).then(|| agreed.clone());
            return Some(Found {
                reason: Reason::Official { official: shown.clone(), is_of: first },
                expected: Some(as_stated(agreed.value, stated)),
                ..found(verdict, None)
            });
        }
        let years = claim.year.saturating_sub(YEARS_BACK).max(first_year())..claim.year;
        let stale = years.rev().find_map(|year| {
            let is_same = |earlier: &Official| {
                stated.decimals() <= earlier.value.decimals()
                    && agrees(stated, earlier.value) == Some(Verdict::Agrees)
            };
            let earlier = self.official(Claim { year, ..claim }).into_iter().find(is_same);
            earlier.filter(|_| !self.states(stated, Claim { year, ..claim }))
        });
        if stale.is_some() {
            return Some(found(Verdict::Stale, stale));
        }
        let councils = Distribution::of_year(&self.context.published, claim.indicator, claim.year)?;
        let ends = councils.values().next().zip(councils.values().last());
        let (low, high) = ends.map(|((low, _), (high, _))| (low, high))?;
        let is_outside = Exact::from(stated) < low.into() || Exact::from(stated) > high.into();
        if is_outside && claim.whose != self.context.council.map_or(claim.whose, Whose::Area) {
            return Some(Found {
                kind: Kind::ComparatorRange,
                reason: Reason::Range { official: official.clone(), low, high },
                ..found(Verdict::Impossible, None)
            });
        }
        Some(found(Verdict::Differs, None))
    }

    /// Whether the text gives this very number for a claim.
    fn states(&self, stated: Decimal, claim: Claim) -> bool {
        self.claims.iter().any(|(_, other, number)| *number == stated && *other == claim)
    }

    fn claim(&mut self, span: Span, sentence: Span, stated: Decimal, claim: Claim) {
        if self.findings.iter().rev().take(NEAR).any(|finding| finding.span == span) {
            return;
        }
        if let Some(found) = self.judge_official(stated, claim) {
            self.claims.push((span.clone(), claim, stated));
            self.found(span, sentence, found);
        }
    }

    /// Checks the cells of a table whose measure, area and year are clear.
    pub(super) fn check_official_table(&mut self, grid: &Grid, heading: &str) {
        let context = format!("{heading} {}", grid.titles.join(" "));
        let year_above = year_in(grid.titles.iter().map(String::as_str));
        // "Children looked after at 30 June 2024" is not what was published for a year.
        let titled = grid.titles.iter().filter_map(|title| part_of_year(title)).next_back();
        let is_of_another_time = titled.unwrap_or(self.is_below_part);
        let all_in_care = self.counts_of(ids::CHILDREN_IN_CARE.counts.id).into_iter().max();
        for (label, row) in grid.labels.iter().zip(&grid.rows) {
            let (whose, rest) = self.whose_row(label);
            let own = self.context.council.map(Whose::Area);
            // So many are of no single council.
            let counts = || row.iter().flatten().filter_map(Number::count);
            let is_larger = |all: u64| counts().any(|count| count / MANY_TIMES > all);
            if whose == own && all_in_care.is_some_and(is_larger) {
                continue;
            }
            let mut claims = Vec::new();
            for (number, head) in
                row.iter().zip(&grid.heads).filter_map(|(number, head)| Some((number.as_ref()?, head)))
            {
                let (whose, head) = &self.whose_column(whose, head);
                let whose = *whose;
                let texts = || head.iter().map(String::as_str);
                let named = year_in(texts()).or(year_above);
                let year = named.or(self.context.period.map(Period::year));
                let is_other = texts().chain([label.as_str()]).any(|text| {
                    time_of(text).is_some_and(|when| !matches!(when, When::At(Period::Year(_))))
                        || ["differ", "change", "target", "variance"]
                            .iter()
                            .any(|word| text.to_lowercase().contains(word))
                });
                // What a council gives for a quarter or a month is not what was published for the year.
                let is_reported_in_parts =
                    matches!(self.context.period, Some(Period::Quarter(..) | Period::Month(..)));
                let is_of_part = named.is_none()
                    && (is_reported_in_parts || is_of_another_time)
                    && whose == self.context.council.map(Whose::Area);
                let (Some(year), Some(whose), false) = (year, whose, is_other || is_of_part) else {
                    continue;
                };
                if let Some(indicator) = measure(number, &rest, head, &context) {
                    // Without a year of its own a table gives the latest there are.
                    let latest =
                        |year: &u16| !self.official(Claim { indicator, whose, year: *year }).is_empty();
                    let years = || (first_year()..=year).rev();
                    let is_fixed = named.is_some() || Some(whose) == own && rest == *label;
                    let year = if is_fixed { year } else { years().find(latest).unwrap_or(year) };
                    claims.push((number, Claim { indicator, whose, year }));
                }
            }
            // Several numbers cannot be the same figure: what their headings say was not understood.
            let is_only = |claim: &Claim| claims.iter().filter(|(_, other)| other == claim).count() == 1;
            for (number, claim) in claims.iter().filter(|(_, claim)| is_only(claim)) {
                self.claim(number.span.clone(), number.row.clone(), number.value, *claim);
            }
        }
    }

    /// Whose figures a row gives by its label, and the rest of the label.
    fn whose_row(&self, label: &str) -> (Option<Whose>, String) {
        let parts: Vec<&str> = label
            .split([':', '\u{2013}', '\u{2014}'])
            .flat_map(|part| part.split(" - "))
            .map(str::trim)
            .collect();
        let neighbours = self.context.neighbours;
        let whose = |part: &str| named(part, neighbours).or_else(|| area::by_name(part).map(Whose::Area));
        match parts.iter().find_map(|part| whose(part)) {
            Some(found) => {
                let rest: Vec<&str> = parts.into_iter().filter(|part| whose(part).is_none()).collect();
                (Some(found), rest.join(" "))
            }
            None => (self.context.council.map(Whose::Area), label.to_owned()),
        }
    }

    /// Whose figures a column gives by its headings, otherwise whose its row gives, and what the headings say besides: `Suffolk
    /// 2021/22`.
    fn whose_column(&self, of_row: Option<Whose>, head: &[String]) -> (Option<Whose>, Vec<String>) {
        let without_times = |text: &String| -> String {
            let is_time = |word: &&str| Period::parse(word.trim_matches(['(', ')', ',', ':'])).is_ok();
            text.split_whitespace().filter(|word| !is_time(word)).collect::<Vec<_>>().join(" ")
        };
        let whose = |text: &String| {
            let name = without_times(text);
            let area = || area::by_name(&name).filter(|_| !is_subject(&name)).map(Whose::Area);
            named(&name, self.context.neighbours).or_else(area)
        };
        match head.iter().rev().find_map(whose) {
            Some(found) => (Some(found), head.iter().filter(|text| whose(text).is_none()).cloned().collect()),
            None => (of_row, head.to_vec()),
        }
    }

    /// Checks the percentages of a sentence that are somebody's official figures.
    pub(super) fn check_official(&mut self, spoken: &Spoken<'_>) {
        let says_official = spoken.says_official();
        let mut from = 0;
        for told in &spoken.told {
            let statement = &told.statement;
            let segment = from..statement.tokens.start;
            from = statement.tokens.end;
            let age = spoken.age_group(segment.clone());
            // A time before the age group is of the item of the list before.
            let is_item =
                age.is_some() && spoken.sentence.times.iter().all(|(at, ..)| *at < segment.start + 2);
            self.age = age.or(self.age.take());
            let number = spoken.number_claimed(told).filter(|_| !spoken.is_among_numbers(told));
            let (Some(part), Role::Comparator | Role::Own) = (number, told.role) else {
                self.subject = self.subject_after(told);
                continue;
            };
            let whose = self
                .compared_behind(spoken, told)
                .or_else(|| spoken.whose(segment, self.context.neighbours))
                .or_else(|| told.area.map(Whose::Area))
                .or_else(|| self.compared_with(told));
            let own = told.known().or_else(|| {
                subject(told).filter(|_| {
                    told.role == Role::Own && !matches!(told.subject, Of::Unknown(_)) || says_official
                })
            });
            let in_list = || {
                let name = format!("{} {}", self.heading, self.age.as_deref()?);
                exact(&name, "", Sort::Share).filter(|_| spoken.sentence.tokens.len() < MOST_TOKENS)
            };
            let before =
                || self.subject.filter(|_| told.role == Role::Comparator || spoken.is_ours_alone(told));
            let by_words = || told.role == Role::Comparator && whose.is_some();
            let measure = own
                .or_else(in_list)
                .or_else(|| by_words().then(|| spoken.named_measure(told)).flatten())
                .or_else(before);
            let whose =
                whose.or_else(|| self.context.council.map(Whose::Area).filter(|_| told.role == Role::Own));
            // What a council says of a quarter or a month is not what was published for the year.
            // Of a cell of a table its headings say what and when it is of.
            let is_of_part = told.role == Role::Own
                && !says_official
                && (spoken.is_in_table || !matches!(self.context.period, None | Some(Period::Year(_))));
            let reported = self.context.period.map(Period::year).filter(|_| !is_of_part);
            let year = match told.dated {
                _ if is_item => reported,
                Dated::At(Period::Year(year)) => Some(year),
                Dated::At(_) => None,
                Dated::Unclear if told.role == Role::Own => None,
                Dated::Chosen | Dated::Unclear => reported,
            };
            self.subject = self.subject_after(told);
            if let (Some(indicator), Some(whose), Some(year), false) =
                (measure, whose, year, statement.is_rough)
                && fits_claim(told, indicator)
            {
                // Without a date it is of the report's period, unless only the one told before gives it.
                let before = spoken.before.filter(|_| !is_item).map(Period::year);
                let claim = |year: u16| Claim { indicator, whose, year };
                let agrees = |claim: &Claim| {
                    self.judge_official(part.value, *claim)
                        .is_some_and(|found| found.verdict >= Verdict::Truncated)
                };
                let claims = [Some(year), before].into_iter().flatten().map(claim);
                let claim = claims.clone().find(agrees).unwrap_or_else(|| claim(year));
                self.claim(spoken.place(&part.range), spoken.span.clone(), part.value, claim);
            }
        }
    }

    /// Whose a number is by the words right behind it: "70 in England".
    fn compared_behind(&self, spoken: &Spoken<'_>, told: &Told) -> Option<Whose> {
        let end = told.statement.tokens.end;
        let end = end + usize::from(spoken.is_mark(end, &[')']));
        let is_said = matches!(spoken.word(end), "in" | "for" | "across") || spoken.word(end) == "nationally";
        self.compared_with(told).filter(|_| is_said)
    }

    /// With whom the words behind a number compare: "70 nationally", "55 in the South East".
    fn compared_with(&self, told: &Told) -> Option<Whose> {
        match told.with? {
            With::Area(area) => Some(Whose::Area(area)),
            With::Region => self.context.council?.region_area().map(Whose::Area),
            With::Neighbours => Some(Whose::Neighbours(self.context.neighbours)),
            With::YearToDate => None,
        }
    }

    /// What is told of after a number: its measure, none where it is one of several, otherwise what was told of before.
    fn subject_after(&self, told: &Told) -> Option<&'static Indicator> {
        match &told.subject {
            Of::Either(options) | Of::Unknown(options) if options.len() > 1 => None,
            _ => subject(told).or(self.subject),
        }
    }

    /// Two figures that are each other's are swapped.
    pub(super) fn mark_swapped(&mut self) {
        let wrong =
            |verdict: Verdict| matches!(verdict, Verdict::Differs | Verdict::Stale | Verdict::Impossible);
        let mut places = HashMap::new();
        for (at, finding) in self.findings.iter().enumerate() {
            places.entry((finding.span.start, finding.span.end)).or_insert(at);
        }
        let claims: Vec<(usize, Claim, Decimal)> = self
            .claims
            .iter()
            .filter_map(|(span, claim, _)| {
                let at = *places.get(&(span.start, span.end))?;
                let finding = &self.findings[at];
                wrong(finding.verdict).then_some((at, *claim, finding.stated))
            })
            .collect();
        let is_of = |stated: Decimal, claim: Claim| {
            self.official(claim)
                .into_iter()
                .find(|official| agrees(stated, official.value) == Some(Verdict::Agrees))
        };
        let mut swapped = Vec::new();
        for (place, (at, claim, stated)) in claims.iter().enumerate() {
            // Those told before it and behind it.
            let near = &claims[place.saturating_sub(NEAR)..claims.len().min(place + NEAR)];
            let other = near.iter().find_map(|(_, other, stated_there)| {
                let is_beside = other.indicator != claim.indicator
                    && (other.whose, other.year) == (claim.whose, claim.year);
                let value = is_of(*stated, *other).filter(|_| is_beside)?;
                is_of(*stated_there, *claim)?;
                Some(value)
            });
            let own = self.official(*claim).into_iter().next();
            swapped.extend(other.zip(own).map(|(other, own)| (*at, own, other)));
        }
        for (at, official, other) in swapped {
            let finding = &mut self.findings[at];
            let value = official.value;
            finding.kind = Kind::Official;
            finding.verdict = Verdict::Swapped;
            finding.reason = Reason::Official { official, is_of: Some(other) };
            finding.expected = Some(Expected::Number(value));
            finding.suggestion = Some(agreement::rewritten(&self.text[finding.span.clone()], value));
        }
    }
}

/// A longer sentence is no line of a list.
const MOST_TOKENS: usize = 30;

/// An official figure with the decimals of a stated one, where it has them.
fn as_stated(official: Decimal, stated: Decimal) -> Decimal {
    Exact::from(official).rounded(official.decimals().min(stated.decimals()))
}

/// How a stated figure agrees with an official one: at the decimals of the coarser. What lies half way, such as 69.5, may
/// have been rounded from either side of it.
pub(super) fn agrees(stated: Decimal, official: Decimal) -> Option<Verdict> {
    let decimals = stated.decimals().min(official.decimals());
    let rounded = Exact::from(stated).rounded(decimals);
    let away = Exact::from(stated).minus(official.into()).and_then(|away| away.magnitude().times(2));
    let is_half_way = stated.decimals() > decimals && away == Some(Decimal::new(1, decimals).into());
    let verdict = if is_half_way { Verdict::Agrees } else { agreement::verdict(rounded, official.into()) };
    (verdict >= Verdict::Truncated).then_some(verdict)
}

/// The measure that a cell is of by its label and headings.
fn measure(number: &Number, label: &str, head: &[String], context: &str) -> Option<&'static Indicator> {
    let names: Vec<&str> = head
        .iter()
        .map(String::as_str)
        .filter(|text| Period::parse(text).is_err() && !text.contains('%'))
        .collect();
    let head = names.join(" ");
    let shorter = head.rsplit_once(' ').map_or("", |(head, _)| head);
    let sort = if number.is_percent { Sort::Share } else { Sort::Score };
    if !number.is_percent && number.value.decimals() == 0 {
        return None;
    }
    let whole =
        [format!("{label} {head}"), format!("{label} {shorter}"), format!("{context} {label} {head}")];
    whole.iter().find_map(|name| exact(name, context, sort))
}

/// The measure that a name means, where it is of this sort.
fn exact(name: &str, context: &str, sort: Sort) -> Option<&'static Indicator> {
    match match_name(name, context) {
        Match::Exact(indicator) | Match::Close(indicator)
            if indicator.kind == sort && indicator.is_published =>
        {
            Some(indicator)
        }
        _ => None,
    }
}

/// The one measure that a number is of, or is nearest to.
pub(super) fn subject(told: &Told) -> Option<&'static Indicator> {
    match &told.subject {
        Of::Known(indicator) => Some(indicator),
        Of::Either(options) | Of::Unknown(options) => match options.as_slice() {
            [only] => Some(only),
            _ => None,
        },
    }
}

/// Whether a number can be a value of an indicator that is claimed of somebody.
fn fits_claim(told: &Told, indicator: &Indicator) -> bool {
    let is_percent = told.statement.percent.is_some();
    match indicator.kind {
        Sort::Share => is_percent || told.role == Role::Comparator && !told.statement.is_rate,
        Sort::Count => false,
        // A number of one decimal or more is no count of anything else.
        Sort::Mean | Sort::Score if told.role == Role::Own => {
            let value = told.statement.value.as_ref();
            !is_percent && value.is_some_and(|value| value.value.decimals() > 0)
        }
        Sort::Rate | Sort::Mean | Sort::Days | Sort::Score => !is_percent && told.role == Role::Comparator,
    }
}

/// England, a region or the neighbours, where words name them.
pub(super) fn named(text: &str, neighbours: Neighbours) -> Option<Whose> {
    let lower = text.to_lowercase();
    let has =
        |wanted: &[&str]| lower.split(|c: char| !c.is_alphanumeric()).any(|word| wanted.contains(&word));
    let region = || {
        area::all()
            .iter()
            .filter(|area| area.level == Level::Region && area.name != "London")
            .find(|area| lower.contains(&area.name.to_lowercase()))
    };
    if has(&["neighbour", "neighbours", "sn", "sns"]) {
        return Some(Whose::Neighbours(neighbours));
    }
    let found = region().map(Whose::Area);
    found.or_else(|| has(&["england", "national", "nationally"]).then(|| Whose::Area(area::england())))
}

/// The one year among texts.
fn year_in<'a>(texts: impl Iterator<Item = &'a str>) -> Option<u16> {
    let year = |word: &str| match Period::parse(word.trim_matches(|c: char| !c.is_alphanumeric())) {
        Ok(Period::Year(year)) => Some(year),
        _ => None,
    };
    texts.flat_map(str::split_whitespace).find_map(year)
}
