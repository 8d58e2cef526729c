//! Whether a measure is getting better or worse, or is clearly better or worse than before: one rule for every list, headline, agenda,
//! report and meeting.

use crate::number::Decimal;
use crate::period::Period;

use super::change::Change;
use super::history::Origin;
use super::row::Row;
use super::trend::Steady;
use super::verdict::{Verdict, directed};

/// What shows that a measure is getting better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its trend over the last five periods.
    Trend,
    /// Each of its last five figures, where no trend can be tested.
    Steps,
    /// Its last two changes, which together are more than chance explains.
    TwoChanges,
}

/// Which way the figures of a measure go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Getting {
    /// Worse or better.
    pub verdict: Verdict,
    /// What shows it.
    pub by: Shown,
    /// The first period and its figure.
    pub from: (Period, Decimal),
    /// The last period.
    pub to: Period,
}

impl Row {
    /// Returns whether it is getting worse or better and since when, or `None` if it is neither: its trend is clear and plain, or each of
    /// its last five figures goes that way where no trend can be tested, or its last two changes do and are more than chance explains;
    /// and nothing of that, nor the last change, goes clearly the other way.
    pub fn getting(&self) -> Option<Getting> {
        let [worse, better] = [Verdict::Worse, Verdict::Better].map(|verdict| self.goes(verdict));
        let (getting, other) = match (worse, better) {
            (Some(getting), None) => (getting, Verdict::Better),
            (None, Some(getting)) => (getting, Verdict::Worse),
            _ => return None,
        };
        (!self.is_old() && !self.has_changed(other)).then_some(getting)
    }

    /// Whether it is getting worse.
    pub fn is_getting_worse(&self) -> bool {
        self.getting().is_some_and(|getting| getting.verdict == Verdict::Worse)
    }

    /// Whether it is getting better.
    pub fn is_getting_better(&self) -> bool {
        self.getting().is_some_and(|getting| getting.verdict == Verdict::Better)
    }

    /// Returns the one change that is clear and says that the figure is worse, or better, than before, where the measure is not getting
    /// worse or better, or `None` if there is none: what one change says may not last.
    pub fn one_change(&self, verdict: Verdict) -> Option<&Change> {
        let other = if verdict == Verdict::Worse { Verdict::Better } else { Verdict::Worse };
        let change = self.changes().find(|change| change.verdict == verdict)?;
        (!self.is_old() && self.getting().is_none() && !self.has_changed(other)).then_some(change)
    }

    fn goes(&self, verdict: Verdict) -> Option<Getting> {
        let of = |by, from, to| Getting { verdict, by, from, to };
        let trend =
            self.trend.as_ref().ok().filter(|trend| trend.verdict == verdict && trend.not_plain.is_none());
        let begin = |period: Period| self.history.iter().find(|past| past.period == period)?.shown;
        let of_trend =
            trend.and_then(|trend| Some(of(Shown::Trend, (trend.from, begin(trend.from)?), trend.to)));
        let is_such = |steady: &Steady| directed(steady.side, self.indicator.good) == verdict;
        let of_steps =
            || self.steady.filter(is_such).map(|steady| of(Shown::Steps, steady.from, steady.to.0));
        let two = || self.in_a_row.filter(|two| two.verdict == verdict);
        of_trend.or_else(of_steps).or_else(|| two().map(|two| of(Shown::TwoChanges, two.from, two.to)))
    }

    /// The changes since the period before and since the last official figure, as far as there are any. Where the council has a month
    /// or a quarter of its own that ends with the official year, that tells which way it goes: the official one may be counted in
    /// another way.
    fn changes(&self) -> impl Iterator<Item = &Change> {
        let is_own = |of: &Change| {
            let mut own = self.history.iter().filter(|past| past.origin == Origin::Entered);
            own.any(|past| past.period.last_month() == of.from.last_month())
        };
        let official = self.since_official.as_ref().filter(|of| !is_own(of));
        // A change from what is published says nothing where the two differ for the same year by more than chance.
        let is_mixed = |change: &&Change| {
            let of_same_year = self.differs.as_ref().filter(|_| change.is_from_published);
            of_same_year.is_some_and(|differs| differs.is_beyond(self.interval))
        };
        self.change.iter().filter(move |change| !is_mixed(change)).chain(official)
    }

    fn has_changed(&self, verdict: Verdict) -> bool {
        self.changes().any(|change| change.verdict == verdict)
    }
}
