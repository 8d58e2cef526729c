//! Statutory timescales that sentences name, against `data/timescales.csv`.

use std::sync::OnceLock;

use crate::number::Decimal;
use crate::read::prose::in_words;

use super::listener::Listener;
use super::prepared::Spoken;
use super::{Duration, Duty, Expected, Finding, Kind, Reason, Span, TimeUnit, Verdict};

/// How many words may be between a duty and its timescale.
const NEAR: usize = 24;

/// Words of what has to be done.
const OF_LAW: &[&str] =
    &["must", "should", "statutory", "required", "requires", "requirement", "duty", "regulations", "law"];

impl Listener<'_> {
    /// Checks the timescales that a sentence gives for a duty.
    pub(super) fn check_timescales(&mut self, spoken: &Spoken<'_>) {
        let tokens = spoken.sentence.tokens.len();
        let is_of_law = spoken.any(0..tokens, OF_LAW);
        let mut at = 0;
        let mut last = None;
        while at < tokens {
            let Some((length, duration)) = spoken.duration(at) else {
                at += 1;
                continue;
            };
            let lead = at.checked_sub(1).map_or("", |before| spoken.word(before));
            let in_bracket = lead == "or"
                && at.checked_sub(2).is_some_and(|open| spoken.sentence.tokens[open].is_mark('('));
            let is_pattern = spoken.any(at + length..at + length + 2, &["visit", "visits", "pattern"]);
            let is_stated = matches!(lead, "every" | "within" | "last" | "is" | "are") || is_pattern;
            let near = at.saturating_sub(NEAR)..at + NEAR;
            let duty = spoken.duty_near(near, at).filter(|_| is_stated).or(last.filter(|_| in_bracket));
            if let Some(duty) = duty {
                let agrees = duty.allowed.contains(&duration);
                // "In the last 12 months" is no timescale unless it is the one.
                let is_rule = lead == "every" && duty.allowed[0].unit != TimeUnit::WorkingDays
                    || lead == "within"
                        && (duty.allowed[0].unit == TimeUnit::Hours
                            || is_of_law
                            || spoken.says_when_due(duty, at));
                if agrees || is_rule {
                    self.timescale(spoken, at..at + length, duration, duty);
                    last = Some(duty);
                }
            }
            at += length;
        }
    }

    fn timescale(&mut self, spoken: &Spoken<'_>, tokens: Span, duration: Duration, duty: &'static Duty) {
        let ends = &spoken.sentence.tokens[tokens];
        let (Some(first), Some(end)) = (ends.first(), ends.last()) else { return };
        let verdict = if duty.allowed.contains(&duration) { Verdict::Agrees } else { Verdict::Differs };
        let usual = duty.allowed[0];
        self.findings.push(Finding {
            span: spoken.place(&(first.range.start..end.range.end)),
            sentence: spoken.span.clone(),
            kind: Kind::Timescale,
            verdict,
            stated: Decimal::new(duration.count.into(), 0),
            expected: Some(Expected::Time(if verdict == Verdict::Agrees { duration } else { usual })),
            reason: Reason::Duty(duty),
            suggestion: (verdict != Verdict::Agrees).then(|| usual.to_string()),
        });
    }
}

/// The duties there are.
fn duties() -> &'static [Duty] {
    static DUTIES: OnceLock<Vec<Duty>> = OnceLock::new();
    DUTIES.get_or_init(|| {
        let duty = |row: &'static str| {
            let mut cells = row.split(',');
            let (due, usual, also, words) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            let allowed = std::iter::once(usual).chain(also.split('|')).filter_map(duration).collect();
            Some(Duty { due, allowed, words: words.split('|').collect() })
        };
        include_str!("../../data/timescales.csv").lines().skip(1).filter_map(duty).collect()
    })
}

fn duration(text: &str) -> Option<Duration> {
    let (count, unit) = text.split_once(' ')?;
    let unit = if unit == "working days" { TimeUnit::WorkingDays } else { unit_of(unit)? };
    Some(Duration { count: count.parse().ok()?, unit })
}

fn unit_of(word: &str) -> Option<TimeUnit> {
    Some(match word {
        "hour" | "hours" | "hrs" => TimeUnit::Hours,
        "day" | "days" => TimeUnit::Days,
        "week" | "weeks" | "weekly" => TimeUnit::Weeks,
        "month" | "months" | "monthly" => TimeUnit::Months,
        _ => return None,
    })
}

impl Spoken<'_> {
    /// The length of time that begins at a token, and how many tokens it takes.
    fn duration(&self, at: usize) -> Option<(usize, Duration)> {
        let token = self.sentence.tokens.get(at)?;
        let whole = token
            .number()
            .filter(|number| number.decimals() == 0)
            .and_then(|number| u32::try_from(number.units()).ok());
        let (length, count) =
            whole.map(|count| (1, count)).or_else(|| in_words(&self.sentence.tokens, at))?;
        let is_working = self.word(at + length) == "working";
        let unit_at =
            at + length + usize::from(is_working || self.sentence.tokens.get(at + length)?.is_dash());
        let unit = unit_of(self.word(unit_at))?;
        let unit = if is_working { TimeUnit::WorkingDays } else { unit };
        Some((unit_at + 1 - at, Duration { count, unit }))
    }

    /// Whether the words before "within" say when a duty is due, and not how often it was done in time: "are due within",
    /// "take place within".
    fn says_when_due(&self, duty: &'static Duty, at: usize) -> bool {
        /// How many words before its timescale a duty is named that is spoken of.
        const NEAR: usize = 10;
        let Some(verb) = at.checked_sub(2) else { return false };
        let near = at.saturating_sub(NEAR)..at;
        let is_done = matches!(self.word(verb), "place" | "held" | "completed" | "done" | "undertaken");
        let tells_of_past = self.any(near.clone(), &["were", "was", "took", "been", "had"]);
        let states_numbers = self.told.iter().any(|told| told.statement.tokens.start != at);
        let is_due = matches!(self.word(verb), "due" | "be") || is_done && !tells_of_past;
        is_due && !states_numbers && self.duty_near(near, at).is_some_and(|named| named.due == duty.due)
    }

    /// The duty named nearest to a token, among tokens.
    fn duty_near(&self, near: Span, at: usize) -> Option<&'static Duty> {
        let named = |from: usize, words: &str| {
            words.split(' ').enumerate().all(|(step, word)| self.word(from + step) == word)
        };
        let all = duties().iter().flat_map(|duty| duty.words.iter().map(move |words| (duty, *words)));
        let places = all.flat_map(|(duty, words)| {
            let last = words.split(' ').count() - 1;
            let away = move |from: usize| from.abs_diff(at).min((from + last).abs_diff(at));
            near.clone().filter(move |from| named(*from, words)).map(move |from| (away(from), duty))
        });
        // Of duties at the same place the first of the table is the more exact.
        places.min_by_key(|(away, _)| *away).map(|(_, duty)| duty)
    }
}
