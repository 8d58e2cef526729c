//! What of a scorecard to talk about first.

use crate::indicator::{Good, Theme};
use crate::number::Exact;

use super::comparison::Comparison;
use super::missing::Missing;
use super::row::Row;
use super::scorecard::Scorecard;
use super::selection::{furthest_from_target, place_from_worst, worst_first};
use super::verdict::{CannotSay, Verdict, Way};

use crate::sorting::Sorting;

/// As many figures before a zero tell whether it stands.
const ZEROS: usize = 3;

/// What to talk about first. What is not good is in the one order of what is worst.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda<'a> {
    /// Bad by the chosen way.
    pub worse: Vec<&'a Row>,
    /// Short of a target by more than its tolerance, what clearly is first; none where all are judged by their target.
    pub missed: Vec<&'a Row>,
    /// Good by the chosen way: what was tested first, those with the fewest councils that are better, and last what tells of records
    /// and what is zero year after year.
    pub better: Vec<&'a Row>,
    /// At a target or beyond; none where all are judged by their target.
    pub met: Vec<&'a Row>,
    /// How many have a target that can be judged.
    pub targeted: usize,
    /// Those that have one that cannot: neither direction is better.
    pub unjudged: Vec<&'a Row>,
    /// Clearly higher or lower than England, neither of which is better.
    pub different: Vec<&'a Row>,
    /// Far from England and not better, but chance could explain it, or it cannot be judged.
    pub uncertain: Vec<&'a Row>,
    /// Getting worse, and in none of the lists of what is worse, better or uncertain.
    pub worsening: Vec<&'a Row>,
    /// Clearly worse than before by one change, and in none of the lists above.
    pub worse_than_before: Vec<&'a Row>,
    /// Worse than its own usual by its months or quarters, whatever it is compared with, and in no list of what is bad, missed, uncertain
    /// or worse than before.
    pub worse_than_usual: Vec<&'a Row>,
    /// Unusual by its months or quarters, neither direction being good, and not clearly other than England's.
    pub unusual: Vec<&'a Row>,
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
    /// The target is missed, whatever the verdict.
    Missed,
    /// The target is met, whatever the verdict.
    Met,
    /// The figure is higher or lower than England's, neither of which is better.
    Different,
    /// The figure is far from England, but that could be chance, or is not tested.
    Uncertain,
    /// The figure is getting worse, whatever it is compared with.
    Worsening,
    /// The figure is clearly worse than the one before, by one change that may not last.
    WorseThanBefore,
    /// The figure is worse than the measure's own usual ups and downs.
    WorseThanUsual,
    /// The figure is unusual among the measure's own, neither direction being good.
    Unusual,
    /// There is no figure for the period.
    Missing,
}

/// What is to be done about the points on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// They are clearly worse, or miss their target.
    ActOn,
    /// They could be chance, or say nothing good or bad.
    Watch,
    /// They are good.
    GoingWell,
}

impl Group {
    /// Each of them, the most urgent first.
    pub const ALL: [Self; 3] = [Self::ActOn, Self::Watch, Self::GoingWell];

    /// That of a topic.
    pub const fn of(topic: Topic) -> Self {
        match topic {
            Topic::Bad | Topic::Missed => Self::ActOn,
            Topic::Different
            | Topic::Uncertain
            | Topic::Worsening
            | Topic::WorseThanBefore
            | Topic::WorseThanUsual
            | Topic::Unusual
            | Topic::Missing => Self::Watch,
            Topic::Good | Topic::Met => Self::GoingWell,
        }
    }
}

/// The agenda of a scorecard, which is of children in care and care leavers, not of all pupils.
pub fn agenda(card: &Scorecard) -> Agenda<'_> {
    let mut rows: Vec<&Row> =
        card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils).collect();
    rows.arrange_by(|one, other| worst_first(one, other));
    let of = |is_wanted: &dyn Fn(&Row) -> bool| -> Vec<&Row> {
        rows.iter().copied().filter(|row| is_wanted(row)).collect()
    };
    let mut better = of(&|row| is_well(row));
    better.arrange_by(|one, other| {
        let place = |row: &Row| place_from_worst(row).unwrap_or(f64::NEG_INFINITY);
        let is_record = |row: &Row| row.indicator.is_of_records;
        let is_last = |row: &Row| is_record(row) || row.is_standing_zero();
        let is_tested = |row: &Row| row.judged_by == Way::Interval;
        let order = is_last(one).cmp(&is_last(other)).then(is_tested(other).cmp(&is_tested(one)));
        order.then(place(other).total_cmp(&place(one)))
    });
    let of_target =
        |verdict: Verdict| of(&|row| row.against_target() == Some(verdict) && row.way != Way::Target);
    let mut missed = of_target(Verdict::Missed);
    missed.arrange_by(|one, other| furthest_from_target(one, other));
    let is_listed = |row: &Row| row.verdict.is_bad() || row.verdict.is_good() || is_far_but_uncertain(row);
    let is_in_another = |row: &Row| {
        let is_worse = row.is_getting_worse() || row.one_change(Verdict::Worse).is_some();
        let is_missed = row.against_target() == Some(Verdict::Missed);
        row.verdict.is_bad() || is_missed || is_far_but_uncertain(row) || (is_worse && !row.verdict.is_good())
    };
    let has_target = |is_judged: bool| {
        move |row: &Row| row.target.as_ref().is_some_and(|against| against.is_judged() == is_judged)
    };
    let is_different = |row: &Row| matches!(row.verdict, Verdict::Higher | Verdict::Lower);
    let withheld =
        card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils && row.value.is_none());
    Agenda {
        worse: of(&|row| row.verdict.is_bad() && !row.is_judged_by_target_alone()),
        missed,
        better,
        met: of_target(Verdict::Met),
        targeted: of(&has_target(true)).len(),
        unjudged: of(&has_target(false)),
        different: of(&is_different),
        uncertain: of(&is_far_but_uncertain),
        worsening: of(&|row| row.is_getting_worse() && !is_listed(row)),
        worse_than_before: of(&|row| row.one_change(Verdict::Worse).is_some() && !is_listed(row)),
        worse_than_usual: of(&|row| row.by_own.worse_than_usual.is_some() && !is_in_another(row)),
        unusual: of(&|row| row.by_own.unusual.is_some() && !is_different(row)),
        missing: withheld
            .map(|row| Missing { indicator: row.indicator.clone(), instead: None })
            .chain(card.missing.iter().cloned())
            .collect(),
    }
}

/// How the figures of rows compare with those of one council that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgainstCouncil {
    /// The council.
    pub name: &'static str,
    /// On how many measures the figure is better, by more than chance explains.
    pub better: usize,
    /// On how many it is worse.
    pub worse: usize,
    /// On how many chance could explain the difference.
    pub by_chance: usize,
    /// On how many it is higher or lower, by more than chance explains, and neither is better.
    pub different: usize,
    /// On how many both have a figure and chance cannot be tested.
    pub untested: usize,
    /// On how many they are not compared: numbers of children, and what one of them has no figure of.
    pub not_compared: usize,
}

impl AgainstCouncil {
    /// Of how many measures in all.
    pub const fn of(&self) -> usize {
        self.better + self.worse + self.different + self.by_chance + self.untested + self.not_compared
    }
}

/// How rows compare with each council that was chosen, in the order they were.
pub fn against_councils(rows: &[&Row]) -> Vec<AgainstCouncil> {
    let mut all: Vec<AgainstCouncil> = Vec::new();
    let comparisons = rows.iter().flat_map(|row| &row.comparisons);
    for Comparison { with, outcome, .. } in comparisons.filter(|each| each.with.kind.is_of_council()) {
        let at = all.iter().position(|known| known.name == with.name.label).unwrap_or_else(|| {
            all.push(AgainstCouncil { name: with.name.label, ..AgainstCouncil::default() });
            all.len() - 1
        });
        let of = &mut all[at];
        let count = match outcome.as_ref().map(|compared| compared.verdict) {
            Ok(Verdict::Better) => &mut of.better,
            Ok(Verdict::Worse) => &mut of.worse,
            Ok(Verdict::Similar) => &mut of.by_chance,
            Ok(Verdict::Higher | Verdict::Lower) => &mut of.different,
            Ok(_) => &mut of.untested,
            Err(_) => &mut of.not_compared,
        };
        *count += 1;
    }
    all
}

/// Rows of which none says much the same as one before it, the other way round: what is named once.
pub fn counted_once<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let mut once: Vec<&Row> = Vec::new();
    for row in rows {
        if !once.iter().any(|before| before.indicator.is_opposite_of(&row.indicator)) {
            once.push(row);
        }
    }
    once
}

/// Whether a row is good, and its own months or quarters do not say that it is worse than usual.
fn is_well(row: &Row) -> bool {
    row.verdict.is_good() && !row.is_judged_by_target_alone() && row.by_own.worse_than_usual.is_none()
}

/// Whether a share is far from England, not on the better side, and chance could explain it, or it cannot be judged.
fn is_far_but_uncertain(row: &Row) -> bool {
    let Some(england) = row.england() else { return false };
    let is_open = matches!(england.verdict, Verdict::Similar | Verdict::CannotSay(CannotSay::CountNotGiven));
    let is_settled = row.verdict.is_good() || row.verdict.is_bad();
    let is_ahead = row.side_of_england() == Some(Verdict::Better);
    let has_direction = row.indicator.good != Good::Neither;
    is_open && !row.is_old() && has_direction && !is_settled && !is_ahead && row.is_far_from_england()
}

impl Row {
    /// Whether it is zero, as every one of the last figures before it was, or as those of other councils are: no news.
    pub fn is_standing_zero(&self) -> bool {
        let is_zero = |value: Exact| value == Exact::whole(0);
        let before = self.history.iter().rev().filter(|past| Some(past.period) != self.period);
        let mut known =
            before.filter_map(|past| past.amount.exact(self.indicator.kind)).take(ZEROS).peekable();
        let is_joint = self.position.as_ref().is_ok_and(|position| position.councils.is_joint());
        self.value.is_some_and(is_zero) && (is_joint || (known.peek().is_some() && known.all(is_zero)))
    }
}
