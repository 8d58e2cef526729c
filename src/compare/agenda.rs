//! What of a scorecard to talk about first.

use crate::indicator::Theme;

use super::missing::Missing;
use super::row::Row;
use super::scorecard::Scorecard;
use super::selection::place_from_worst;
use super::verdict::{CannotSay, Verdict, directed};

use crate::sorting::Sorting;

/// What to talk about first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda<'a> {
    /// Bad by the chosen way, those that are getting worse first, then those with the fewest councils that are worse.
    pub worse: Vec<&'a Row>,
    /// Good by the chosen way, those with the fewest councils that are better first.
    pub better: Vec<&'a Row>,
    /// Far from England and not better, but chance could explain it, or it cannot be judged.
    pub uncertain: Vec<&'a Row>,
    /// Getting worse, and in none of the lists above: those with the fewest councils that are worse first.
    pub worsening: Vec<&'a Row>,
    /// Withheld, or given for other periods only.
    pub missing: Vec<Missing>,
}

/// What the points of an agenda have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The verdict is bad.
    Bad,
    /// The verdict is good.
    Good,
    /// The figure is far from England, but that could be chance, or is not tested.
    Uncertain,
    /// The figure is getting worse, whatever it is compared with.
    Worsening,
    /// There is no figure for the period.
    Missing,
}

/// The agenda of a scorecard, which is of children in care and care leavers, not of all pupils.
pub fn agenda(card: &Scorecard) -> Agenda<'_> {
    let rows = || card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils);
    let of = |is_wanted: fn(&Row) -> bool| rows().filter(|row| is_wanted(row)).collect::<Vec<_>>();
    let mut worse = of(|row| row.verdict.is_bad());
    worse.arrange_by(|one, other| {
        let place = |row: &Row| place_from_worst(row).unwrap_or(f64::INFINITY);
        let order = one.is_getting_worse().cmp(&other.is_getting_worse()).reverse();
        order.then(place(one).total_cmp(&place(other)))
    });
    let mut better = of(|row| row.verdict.is_good());
    better.arrange_by(|one, other| {
        let place = |row: &Row| place_from_worst(row).unwrap_or(f64::NEG_INFINITY);
        place(other).total_cmp(&place(one))
    });
    let is_other = |row: &Row| !row.verdict.is_bad() && !row.verdict.is_good() && !is_far_but_uncertain(row);
    let mut worsening = of(Row::is_getting_worse);
    worsening.retain(|row| is_other(row));
    worsening.arrange_by(|one, other| {
        let place = |row: &Row| place_from_worst(row).unwrap_or(f64::INFINITY);
        place(one).total_cmp(&place(other))
    });
    let withheld = rows().filter(|row| row.value.is_none());
    Agenda {
        worse,
        better,
        uncertain: of(is_far_but_uncertain),
        worsening,
        missing: withheld
            .map(|row| Missing { indicator: row.indicator.clone(), instead: None })
            .chain(card.missing.iter().cloned())
            .collect(),
    }
}

/// Whether a share is far from England, not on the better side, and chance could explain it, or it cannot be judged.
fn is_far_but_uncertain(row: &Row) -> bool {
    let Some(england) = row.england() else { return false };
    let is_open = matches!(england.verdict, Verdict::Similar | Verdict::CannotSay(CannotSay::CountNotGiven));
    let is_settled = row.verdict.is_good() || row.verdict.is_bad();
    let is_ahead = row.side_of_england() == Some(Verdict::Better);
    is_open && !is_settled && !is_ahead && row.is_far_from_england()
}

impl Row {
    /// Whether it became clearly worse since the period before or over the last five, or at each of the last five where that
    /// cannot be tested, and not better over the other.
    pub fn is_getting_worse(&self) -> bool {
        self.has_moved(Verdict::Worse) && !self.has_moved(Verdict::Better)
    }

    /// Whether it became clearly better, and not worse over the other.
    pub fn is_getting_better(&self) -> bool {
        self.has_moved(Verdict::Better) && !self.has_moved(Verdict::Worse)
    }

    fn has_moved(&self, verdict: Verdict) -> bool {
        self.change.as_ref().is_some_and(|change| change.verdict == verdict)
            || self.trend.as_ref().is_ok_and(|trend| trend.verdict == verdict)
            || self.steady.is_some_and(|steady| directed(steady.side, self.indicator.good) == verdict)
    }
}
