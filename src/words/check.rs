//! What a check of a draft found, in sentences.

use std::fmt::{self, Display, Formatter};

use crate::check::{By, Duration, Duty, Finding, Official, Reason, TimeUnit, Verdict, Whose};
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact};

use super::text::{capital, counted, listed};

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
            Reason::Sum { parts, sum } => {
                let parts: Vec<String> = parts.iter().map(|part| part.grouped()).collect();
                self.judged(&format!("{} add up to {}", listed(&parts), sum.grouped()), "")
            }
            Reason::Shares(sum) => match self.verdict {
                Verdict::Agrees => format!("The shares add up to {sum}%, as rounding allows."),
                _ => format!("The shares add up to {sum}%, more than rounding explains."),
            },
            Reason::Change { from, to, by } => self.change(*from, *to, *by),
            Reason::Before { from, to } => self.before(*from, *to),
            Reason::OfficialBefore { to, official, first } => {
                let first = first.map_or_else(String::new, |first| format!(" ({first} as first published)"));
                let by = number(*to, official.value);
                let year = official.period.label(official.indicator.basis);
                let is =
                    format!("DfE published {}{first} for {year}: {} differs by {by}", official.value, to);
                self.judged(&is, "")
            }
            Reason::NoOther => "The text does not give the number before. Add it to check this.".to_owned(),
            Reason::Inconsistent { rise, then } => format!(
                "A rise of {rise}% cannot be followed by a fall to {then}%. Say what {then}% is a share of."
            ),
            Reason::Rate { count, population } => {
                let rate = Exact::scaled(*count, *population, 10_000)
                    .map_or(Decimal::new(0, 0), |rate| rate.rounded(stated.decimals()));
                let (count, population) = (counted(*count), counted(*population));
                let is = format!(
                    "{count} of {population} children, which fits the other rates, is {rate} per 10,000"
                );
                self.judged(&is, "")
            }
            Reason::Direction { from, to } => {
                let moved = if Exact::from(*to) < (*from).into() { "a fall" } else { "a rise" };
                let by = number(*to, *from);
                format!("The numbers go from {} to {}: {moved} of {by}.", from.grouped(), to.grouped())
            }
            Reason::Official { official, is_of } => self.official(official, is_of.as_ref()),
            Reason::NoOfficial(indicator) => {
                format!("No official figure for {} was found.", title(indicator))
            }
            Reason::Range { official, low, high } => format!(
                "No council was outside {low} to {high} for {} in {}. {} had {}.",
                title(official.indicator),
                official.period,
                capital(&whose(official.whose)),
                official.value
            ),
            Reason::Rank { rank, of } => format!("By the official figures the rank is {rank} of {of}."),
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

    fn change(&self, from: Decimal, to: Decimal, by: By) -> String {
        let points = number(to, from);
        let percent = Exact::from(to)
            .minus(from.into())
            .and_then(|change| change.magnitude().times(100)?.divided_by(from.into()))
            .map(|percent| percent.rounded(1).trimmed());
        let stated = self.stated;
        let (is, unit) = match (by, percent) {
            (By::Number, _) => (format!("From {from} to {to} is {points}"), ""),
            (By::Points, Some(percent)) => {
                (format!("From {from}% to {to}% is {points} percentage points, or {percent}% of {from}%"), "")
            }
            (By::Points, None) => (format!("From {from}% to {to}% is {points} percentage points"), ""),
            (By::Percent, Some(percent)) => (format!("From {from} to {to} is {percent}%"), "%"),
            (By::Percent, None) => (format!("From {from} to {to} is not {stated}%"), "%"),
        };
        self.judged(&is, unit)
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
            _ => format!("No whole number before gives {}%: {nearest}.", self.stated),
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
            (Verdict::Agrees, _) => format!("{is}."),
            (Verdict::Truncated, _) => format!("{is}: {stated} is cut off rather than rounded."),
            _ => format!("{is}, not {stated}."),
        }
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

/// So many of so many in percent.
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
        Whose::Neighbours => "the average of the statistical neighbours".to_owned(),
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
