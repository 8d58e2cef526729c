//! Whether answers made from numbers that a person gave may leave the page.

use crate::disclose::Disclosure;
use crate::figure::{Amount, Figure};

use crate::app::scenarios::{Input, Scenario, change_in_a_year};
use crate::app::state::State;

impl State {
    /// Whether a share may leave the page by itself: its counts are not small, and belong to no figure that is hidden.
    pub fn may_leave(&self, numerator: u64, denominator: u64) -> bool {
        let disclosure = self.settings.disclosure;
        let counts = Amount::Counts { numerator, denominator };
        disclosure.is_internal()
            || (disclosure.allows(numerator)
                && disclosure.allows(denominator)
                && disclosure.allows(denominator.saturating_sub(numerator))
                && self.hidden_figures().iter().all(|figure| figure.amount != counts))
    }

    /// Whether the scenarios may leave the page: no number of children in their boxes is small, leaves few of another, or
    /// is the count of a figure that is hidden.
    pub fn may_scenarios_leave(&self) -> bool {
        let disclosure = self.settings.disclosure;
        if disclosure.is_internal() {
            return true;
        }
        let hidden = self.hidden_figures();
        let counts: Vec<u64> = hidden.iter().flat_map(counts).collect();
        let figures = self.figures();
        let is_safe = |scenario: &Scenario| {
            let children = numbers_of_children(scenario);
            let is_safe = |count: &f64| {
                is_many(*count, disclosure) && !counts.iter().any(|hidden| same(*hidden, *count))
            };
            // The growth may have been taken over from two figures.
            let growth = number(scenario, Input::GrowthNumber);
            let is_hidden_change =
                change_in_a_year(&figures, scenario.worker).is_some_and(|(before, now, _)| {
                    let is_of_hidden = [before, now]
                        .iter()
                        .any(|count| counts.iter().any(|hidden| i64::try_from(*hidden) == Ok(*count)));
                    is_of_hidden && growth.is_some_and(|growth| same_whole(now - before, growth))
                });
            children.iter().all(is_safe) && !is_hidden_change
        };
        self.scenarios.caseloads.scenarios.iter().all(is_safe)
    }

    /// The figures that are hidden in what leaves the page, as they are.
    fn hidden_figures(&self) -> Vec<Figure> {
        let hidden = self.disclosed().hidden;
        self.figures().into_iter().zip(hidden).filter_map(|(figure, hidden)| hidden.map(|_| figure)).collect()
    }
}

/// The children of a scenario: all, those apart, and the others; of what is typed and of the last good answer.
fn numbers_of_children(scenario: &Scenario) -> Vec<f64> {
    let typed = (number(scenario, Input::Children), number(scenario, Input::Apart));
    let answered = scenario
        .good
        .as_ref()
        .map(|good| (Some(good.children), good.apart.map(|(children, _)| children)))
        .unwrap_or_default();
    let counts = |(all, apart): (Option<f64>, Option<f64>)| {
        let others = all.zip(apart).map(|(all, apart)| (all - apart).abs());
        [all, apart, others].into_iter().flatten()
    };
    [typed, answered].into_iter().flat_map(counts).collect()
}

fn number(scenario: &Scenario, input: Input) -> Option<f64> {
    let decimal = crate::number::Decimal::parse(scenario.text(input).trim()).ok()?;
    Some(crate::number::Exact::from(decimal).to_f64())
}

fn counts(figure: &Figure) -> Vec<u64> {
    match figure.amount {
        Amount::Counts { numerator, denominator } => vec![numerator, denominator],
        amount => amount.count().into_iter().collect(),
    }
}

/// Whether a number of children is none or more than a few.
fn is_many(count: f64, disclosure: Disclosure) -> bool {
    count.abs() < 0.5 || count > f64::from(disclosure.threshold())
}

fn same(count: u64, number: f64) -> bool {
    i64::try_from(count).is_ok_and(|count| same_whole(count, number))
}

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
fn same_whole(count: i64, number: f64) -> bool {
    (count as f64 - number).abs() < 0.5
}
