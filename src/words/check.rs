//! What a check of a draft found, in sentences.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

use crate::check::{
    By, Duration, Duty, End, Expected, Finding, Official, Own, Reason, TimeUnit, Verdict, Whose,
};
use crate::figure::Amount;
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::text::{capital, counted, listed, ordinal};

impl Finding {
    /// What was found, as whole sentences.
    pub fn message(&self) -> String {
        let stated = self.stated;
        match &self.reason {
            Reason::Share { count, base } => {
                let more = u8::from(self.verdict != Verdict::Agrees);
                let exact = share(*count, *base, stated.decimals() + more);
                self.judged(&format!("{} of {} is {exact}%", counted(*count), counted(*base)), "%")
            }
            Reason::NoBase(count) => format!(
                "{} is given as {stated}%, but the text does not say of how many. Add that number to check it.",
                counted(*count)
            ),
            Reason::Possible { count, base } => {
                let exact = share(*count, *base, stated.decimals() + 1);
                format!("{stated}% of {} is possible: {} is {exact}%.", counted(*base), counted(*count))
            }
            Reason::Impossible { base, below, above, right_for } => {
                let near = |count: u64| {
                    format!("{} is {}%", counted(count), share(count, *base, stated.decimals() + 1))
                };
                let right = right_for
                    .map_or_else(String::new, |right| format!("; it would be right for {}", counted(right)));
                let (base, below, above) = (counted(*base), near(*below), near(*above));
                format!("{stated}% of {base} is impossible: {below}, {above}{right}.")
            }
            Reason::Mean { total, base } => self.mean(*base, *total, None),
            Reason::NoMean { base, below, above } => self.mean(*base, *below, Some(*above)),
            Reason::Ratio { percent, bound, .. } => ratio(stated, *percent, *bound),
            Reason::Fraction { count, base } => self.fraction(*count, *base),
            Reason::Sum { parts, sum } => {
                let parts: Vec<String> = parts.iter().map(|part| part.grouped()).collect();
                self.judged(&format!("{} add up to {}", listed(&parts), sum.grouped()), "")
            }
            Reason::Shares(sum) => match self.verdict {
                Verdict::Agrees => format!("The shares add up to {sum}%, as rounding allows."),
                _ => format!("The shares add up to {sum}%, more than rounding explains."),
            },
            Reason::Change { from, to, by } => {
                self.judged(&change(*from, *to, *by), if *by == By::Percent { "%" } else { "" })
            }
            Reason::Points { from, to } => format!(
                "{} Write \u{201C}percentage points\u{201D}.",
                self.judged(&change(*from, *to, By::Points), "%")
            ),
            Reason::Before { from, to } => self.before(*from, *to),
            Reason::OfficialBefore { to, official, first } => {
                let first = first.map_or_else(String::new, |first| format!(" ({first} as first published)"));
                let by = number(*to, official.value);
                let year = official.period.label(official.indicator.basis);
                let is =
                    format!("DfE published {}{first} for {year}: {} differs by {by}", official.value, to);
                self.judged(&is, "")
            }
            Reason::Inconsistent { rise, then } => format!(
                "A rise of {rise}% cannot be followed by a fall to {then}%. Say what {then}% is a share of."
            ),
            Reason::Rate { count, population } => {
                let rate = Exact::scaled(*count, *population, 10_000)
                    .map_or(Decimal::new(0, 0), |rate| rate.rounded(stated.decimals()));
                let (count, population) = (counted(*count), counted(*population));
                let is = format!(
                    "{count} of {population} children (as the other rates imply) is {rate} per 10,000"
                );
                self.judged(&is, "")
            }
            Reason::Direction { from, to, official } => {
                let of = official.map_or_else(
                    || "The numbers".to_owned(),
                    |of| format!("The official figures for {}", title(of)),
                );
                let moved = if Exact::from(*to) < (*from).into() { "a fall" } else { "a rise" };
                let by = number(*to, *from);
                format!("{of} go from {} to {}: {moved} of {by}.", from.grouped(), to.grouped())
            }
            Reason::Beside { own, other } => {
                let is = if Exact::from(*own) > (*other).into() { "higher" } else { "lower" };
                format!("{} is {is} than {}.", own.grouped(), other.grouped())
            }
            Reason::Multiple { from, to } => multiple(*from, *to),
            Reason::Official { official, is_of } => self.official(official, is_of.as_ref()),
            Reason::Own { own, official } => self.own(own, *official),
            Reason::NoOfficial(indicator) => {
                format!("No official figures for {} in that year were found.", title(indicator))
            }
            Reason::Range { official, low, high } => format!(
                "No council was outside {low} to {high} for {} in {}. {} had {}.",
                title(official.indicator),
                official.period,
                capital(&whose(official.whose)),
                official.value
            ),
            Reason::Rank { rank, of, end, among, indicator, year } => {
                let (year, is) = (Period::Year(*year), rank_text(*rank, *end));
                format!("For {} in {year} the council is {is} of {of}: {}.", title(indicator), ranked(*among))
            }
            Reason::Duty(duty) => self.duty(duty),
        }
    }

    /// A recomputation with how the stated number agrees with it.
    fn judged(&self, is: &str, unit: &str) -> String {
        match self.verdict {
            Verdict::Agrees => format!("{is}."),
            Verdict::Truncated => format!("{is}: {}{unit} is cut off rather than rounded.", self.stated),
            _ => format!("{is}, not {}{unit}.", self.stated),
        }
    }

    fn fraction(&self, count: u64, base: u64) -> String {
        let is = format!("{} of {} is {}%", counted(count), counted(base), share(count, base, 1));
        match self.verdict {
            Verdict::Agrees => format!("{is}."),
            _ => format!("This says about {}%, but {is}.", self.stated),
        }
    }

    fn before(&self, from: u64, to: u64) -> String {
        let exact = Exact::whole(to)
            .minus(Exact::whole(from))
            .and_then(|change| change.magnitude().times(100)?.over(from));
        let more = self.stated.decimals() + 1;
        let exact = exact.map_or(Decimal::new(0, 0), |exact| exact.rounded(more));
        let nearest = format!("from {} to {} is {exact}%", counted(from), counted(to));
        match self.verdict {
            Verdict::Agrees | Verdict::Truncated => format!("{}.", capital(&nearest)),
            _ => format!("No earlier whole number gives {}%: {nearest}.", self.stated),
        }
    }

    fn official(&self, official: &Official, is_of: Option<&Official>) -> String {
        let (measure, area) = (title(official.indicator), capital(&whose(official.whose)));
        let year = official.period;
        let is = format!("{area} had {}{} for {measure} in {year}", official.value, unit(official.indicator));
        let stated = format!("{}{}", self.stated, unit(official.indicator));
        match (self.verdict, is_of) {
            (Verdict::Stale, Some(other)) => format!("{stated} is the figure for {}. {is}.", other.period),
            (Verdict::Swapped, Some(other)) => {
                format!("Swapped: {stated} is {}. {is}.", title(other.indicator))
            }
            (Verdict::Agrees, Some(first)) => {
                format!("{is}, first published as {}{}.", first.value, unit(first.indicator))
            }
            (Verdict::Agrees, None) => format!("{is}."),
            (Verdict::Truncated, _) => format!("{is}: {stated} is cut off rather than rounded."),
            _ => format!("{is}, not {stated}."),
        }
    }

    /// The totals of so many whole scores, of which one gives the mean, or two are near to it.
    fn mean(&self, base: u64, total: u64, above: Option<u64>) -> String {
        let stated = self.stated;
        let scores = counted(base);
        let Some(above) = above else {
            let total = counted(total);
            return format!("A mean of {stated} is possible: {scores} whole scores that add up to {total}.");
        };
        let near = |total: u64| {
            let mean = Exact::whole(total).over(base).map(|mean| mean.rounded(stated.decimals() + 1));
            format!("{} is {}", counted(total), mean.unwrap_or(stated))
        };
        let (below, above) = (near(total), near(above));
        format!("No {scores} whole scores have a mean of {stated}: a total of {below}, one of {above}.")
    }

    fn own(&self, own: &Own, official: Option<Decimal>) -> String {
        let of = own.indicator;
        let period = own.period.map_or_else(String::new, |period| format!(" for {}", period.label(of.basis)));
        let more = u8::from(self.verdict != Verdict::Agrees);
        let has = match own.amount {
            Amount::Counts { numerator, denominator } => {
                let exact = own.amount.exact(of.kind).map(|exact| exact.rounded(of.decimals.max(more)));
                let exact = exact.map_or_else(String::new, |exact| format!(" ({exact}{})", unit(of)));
                format!("{} of {}{exact}", counted(numerator), counted(denominator))
            }
            Amount::Value(value) => format!("{}{}", value.grouped(), unit(of)),
            Amount::Withheld(_) => "no number".to_owned(),
        };
        let is = format!("Your figures give {has} for {}{period}", title(of));
        let is_count = |count: u64| self.expected == Some(Expected::Number(Exact::whole(count).rounded(0)));
        let is_counted = match own.amount {
            Amount::Counts { numerator, denominator } => is_count(numerator) || is_count(denominator),
            _ => false,
        };
        let judged = self.judged(&is, if is_counted { "" } else { self::unit(of) });
        official.map_or(judged.clone(), |official| {
            format!("{judged} DfE published {}{}.", official.grouped(), self::unit(of))
        })
    }

    fn duty(&self, duty: &Duty) -> String {
        let due = capital(duty.due);
        let Some((usual, also)) = duty.allowed.split_first() else { return due };
        match self.verdict {
            Verdict::Agrees => format!("{due} have this timescale."),
            _ if also.is_empty() => format!("{due} are due within {usual}."),
            _ => {
                let also: Vec<String> = also.iter().map(ToString::to_string).collect();
                format!("{due} are due within {usual}; for some children the limit is {}.", also.join(" or "))
            }
        }
    }
}

/// What a ratio in words says beside the percentage given.
fn ratio(stated: Decimal, percent: Decimal, bound: Option<Ordering>) -> String {
    let than = match bound {
        Some(Ordering::Greater) => "more than",
        Some(_) => "less than",
        None => "about",
    };
    format!("This says {than} {stated}%, but the text gives {percent}%.")
}

/// How many times one number is the other.
fn multiple(from: Decimal, to: Decimal) -> String {
    let times = Exact::from(to).divided_by(from.into());
    let times = times.map_or(to, |times| times.rounded(2).trimmed());
    format!("From {} to {} is {times} times.", from.grouped(), to.grouped())
}

/// A change in the unit in which it is judged.
fn change(from: Decimal, to: Decimal, by: By) -> String {
    let points = number(to, from);
    let percent = Exact::from(to)
        .minus(from.into())
        .and_then(|change| change.magnitude().times(100)?.divided_by(from.into()))
        .map(|percent| percent.rounded(1).trimmed());
    match (by, percent) {
        (By::Number, _) => format!("From {from} to {to} is {points}"),
        (By::Points, Some(percent)) => {
            format!("From {from}% to {to}% is {points} percentage points, or {percent}% of {from}%")
        }
        (By::Points, None) => format!("From {from}% to {to}% is {points} percentage points"),
        (By::Percent, Some(percent)) => format!("From {from} to {to} is {percent}%"),
        (By::Percent, None) => format!("From {from} to {to} has no percentage"),
    }
}

/// `4th highest`, `lowest`.
fn rank_text(rank: usize, end: End) -> String {
    let end = match end {
        End::Highest => "highest",
        End::Lowest => "lowest",
    };
    if rank == 1 { end.to_owned() } else { format!("{} {end}", ordinal(rank)) }
}

/// Those among whom a council is ranked.
fn ranked(among: Whose) -> String {
    match among {
        Whose::Neighbours(with) => {
            format!("the council and its statistical neighbours ({} model)", with.model.id())
        }
        Whose::Area(area) => format!("the councils of {}", area.name_in_sentence()),
    }
}

/// A count as a percentage of another.
fn share(count: u64, base: u64, decimals: u8) -> Decimal {
    Exact::scaled(count, base, 100).map_or(Decimal::new(0, 0), |exact| exact.rounded(decimals))
}

/// By how much two numbers differ.
fn number(to: Decimal, from: Decimal) -> Decimal {
    let by = Exact::from(to).minus(from.into()).map(Exact::magnitude);
    by.map_or(to, |by| by.rounded(to.decimals().max(from.decimals())))
}

fn title(indicator: &Indicator) -> String {
    format!("\u{201C}{}\u{201D}", indicator.title)
}

fn whose(whose: Whose) -> String {
    match whose {
        Whose::Area(area) => area.name_in_sentence().into_owned(),
        Whose::Neighbours(with) => {
            format!("the {} of the statistical neighbours ({} model)", with.average.id(), with.model.id())
        }
    }
}

fn unit(indicator: &Indicator) -> &'static str {
    if indicator.unit == "%" { "%" } else { "" }
}

impl Display for Duration {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            TimeUnit::Hours => "hour",
            TimeUnit::Days => "day",
            TimeUnit::WorkingDays => "working day",
            TimeUnit::Weeks => "week",
            TimeUnit::Months => "month",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}
