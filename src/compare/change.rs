//! The change of a figure on the period before.

use crate::figure::{Amount, Figure, Place};
use crate::indicator::{Indicator, Kind, NoteKind, SeriesNote};
use crate::number::{Decimal, Exact, Interval, decimals_that_agree, of_difference};
use crate::period::Period;

use super::breaks::{Break, OwnBreak, break_between};
use super::gap;
use super::spans::TimeOf;
use super::verdict::{self, CannotSay, Verdict};

/// The change of a figure since the period before.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The period before.
    pub from: Period,
    /// What time its figure is of.
    pub time: TimeOf,
    /// Its counts or value.
    pub before: Amount,
    /// Where that was read, if it was entered.
    pub place: Option<Place>,
    /// Its value as shown.
    pub shown_from: Decimal,
    /// Whether that is the council's official figure, because none was entered for that period.
    pub is_from_published: bool,
    /// The exact difference, now minus before, in the unit of the indicator (percentage points for shares).
    pub points: Exact,
    /// The difference rounded once, to the finer decimals of the two.
    pub shown: Decimal,
    /// With more decimals, where the rounded figures would give another difference than the rounded one.
    pub finer: Option<Finer>,
    /// Whether the figures as shown do not give the difference as shown, which is taken before they are rounded.
    pub is_before_rounding: bool,
    /// The 95% interval of the difference, where both figures have one and are not counts, and there is no break in the series.
    pub interval: Option<Interval>,
    /// Whether the change is more than chance explains.
    pub verdict: Verdict,
    /// What changed in the way of counting in between, if anything did.
    pub break_note: Option<Break>,
    /// What else happened in between, if anything did: a gap in publication, or why to compare with care.
    pub cautions: Vec<&'static SeriesNote>,
}

/// A change and its two figures with as many decimals as it takes for them to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finer {
    /// The difference.
    pub points: Decimal,
    /// The figure before.
    pub from: Decimal,
    /// The figure now.
    pub to: Decimal,
}

impl Change {
    /// The same, not tested for this reason.
    pub(super) fn untested(self, why: CannotSay) -> Self {
        Self { interval: None, verdict: Verdict::CannotSay(why), ..self }
    }

    /// The difference as it agrees with its figures.
    pub fn agreeing(&self) -> Decimal {
        self.finer.map_or(self.shown, |finer| finer.points)
    }
}

/// One of the two figures of a change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub figure: &'a Figure,
    /// Its amount as counts, as far as these are known.
    pub counted: Amount,
    /// Whether it is an official one: without counts, no more of it is known than was published.
    pub is_official: bool,
}

impl Told<'_> {
    /// Returns with how many decimals it is known at most, or `None` if all that are shown are.
    fn known_decimals(&self, indicator: &Indicator) -> Option<u8> {
        let is_rounded = self.is_official && matches!(self.figure.amount, Amount::Value(_));
        Some(self.figure.amount.shown(indicator).filter(|_| is_rounded)?.decimals())
    }
}

/// Returns the change of a figure for a month or quarter since the council's own last official one, or `None` if either has no number.
/// Across parts of a year and a year it is shown and not tested.
pub(super) fn since_official(
    indicator: &Indicator,
    breaks: &[OwnBreak],
    figures: [Told; 2],
    (time, is_part_of_year): (TimeOf, bool),
) -> Option<Change> {
    let change = between(indicator, breaks, figures, time)?;
    let change = Change { time: TimeOf::ItsPeriod, is_from_published: true, ..change };
    let is_other = is_part_of_year && change.break_note.is_none();
    Some(if is_other { change.untested(CannotSay::PartOfYear) } else { change })
}

/// Returns the change of a council's figures from `before` to `now`, or `None` if either has no number. `breaks`
/// are those that the council entered; `time` is what both are of.
pub(super) fn between(
    indicator: &Indicator,
    breaks: &[OwnBreak],
    told: [Told; 2],
    time: TimeOf,
) -> Option<Change> {
    let [before, now] = told.map(|told| told.figure);
    let counted = told.map(|told| told.counted);
    let (from, to) = (before.period?, now.period?);
    let (value_from, value_now) = (before.amount.exact(indicator.kind)?, now.amount.exact(indicator.kind)?);
    let (shown_from, shown_now) = (before.amount.shown(indicator)?, now.amount.shown(indicator)?);
    let points = value_now.minus(value_from)?;
    let break_note = break_between(indicator, breaks, from, to);
    let cautions = indicator
        .notes
        .iter()
        .filter(|note| note.kind != NoteKind::Break && note.is_between(from, to))
        .collect();
    let [counted_before, counted_now] = counted;
    let intervals = counted_now.interval(indicator).zip(counted_before.interval(indicator));
    // Across a break the two are not the same thing, and a number has changed by what it changed by: neither difference is
    // one that chance could blur.
    let is_blurred = break_note.is_none() && indicator.kind != Kind::Count && !time.overlaps();
    let interval = intervals.filter(|_| is_blurred).map(|(interval_now, interval_from)| {
        of_difference((value_now, interval_now), (value_from, interval_from))
    });
    // A difference smaller than one child makes is none that could be acted on.
    let worth = counted.map(|amount| gap::worth_of_one(amount, indicator.kind));
    let is_under_one = worth.into_iter().flatten().any(|worth| points.magnitude() < worth);
    let verdict = match (break_note, interval) {
        (Some(_), _) => Verdict::CannotSay(CannotSay::BreakInSeries),
        (None, _) if time.overlaps() => Verdict::CannotSay(CannotSay::SharedMonths),
        (None, Some(_)) if is_under_one => Verdict::Similar,
        (None, Some(interval)) => verdict::of_difference(interval, indicator.good),
        (None, None) if indicator.kind == Kind::Count => Verdict::CannotSay(CannotSay::Number),
        (None, None) => Verdict::CannotSay(verdict::reason_without_interval(indicator)),
    };
    let finest = shown_from.decimals().max(shown_now.decimals());
    let known = told.iter().filter_map(|told| told.known_decimals(indicator)).min();
    let decimals = known.map_or(finest, |known| known.min(finest));
    let shown_from = if shown_from.decimals() > decimals { value_from.rounded(decimals) } else { shown_from };
    let shown = points.rounded(decimals);
    let agreeing = decimals_that_agree(value_now, value_from, decimals);
    let finer = (agreeing > decimals && decimals == finest && break_note.is_none()).then(|| Finer {
        points: points.rounded(agreeing),
        from: value_from.rounded(agreeing),
        to: value_now.rounded(agreeing),
    });
    let is_as_shown = |from: Decimal, to: Decimal, difference: Decimal| {
        Exact::from(to).minus(from.into()).is_some_and(|as_shown| as_shown == difference.into())
    };
    Some(Change {
        from,
        time,
        before: before.amount,
        place: before.place.clone(),
        shown_from,
        is_from_published: false,
        points,
        shown,
        is_before_rounding: finer.is_none() && !is_as_shown(shown_from, shown_now, shown),
        finer,
        interval,
        verdict,
        break_note,
        cautions,
    })
}
