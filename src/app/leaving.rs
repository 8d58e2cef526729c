//! Whether answers made from numbers that a person gave may leave the page.

use crate::disclose::Cleared;
use crate::figure::{Amount, Figure};

use crate::app::scenarios::{Input, Scenario, change_in_a_year};
use crate::app::state::State;

impl State {
    /// Clears a share that is given by itself: its counts are not small, and belong to no figure that is hidden. `None` if it
    /// must stay.
    pub fn cleared_share(&self, numerator: u64, denominator: u64) -> Option<Cleared> {
        let counts = Amount::Counts { numerator, denominator };
        let is_hidden = self.hidden_figures().iter().any(|figure| figure.amount == counts);
        let hidden = if is_hidden { vec![numerator] } else { Vec::new() };
        let counts = [numerator, denominator, denominator.saturating_sub(numerator)].map(to_f64);
        Cleared::of(&counts, &hidden, self.settings.disclosure)
    }

    /// Clears the scenarios: no number of children in their boxes is small, leaves few of another, or is the count of a figure
    /// that is hidden. `None` if they must stay.
    pub fn cleared_scenarios(&self) -> Option<Cleared> {
        let counts: Vec<u64> = self.hidden_figures().iter().flat_map(counts).collect();
        let figures = self.figures();
        let scenarios = &self.scenarios.caseloads.scenarios;
        // The growth may have been taken over from two figures, which it gives away if one of them is hidden.
        let change_of_hidden = |scenario: &Scenario| {
            let growth = number(scenario, Input::GrowthNumber)?;
            let (before, now, _) = change_in_a_year(&figures, scenario.worker)?;
            let is_hidden = |count: &i64| counts.iter().any(|hidden| i64::try_from(*hidden) == Ok(*count));
            let of_hidden = [before, now].into_iter().find(is_hidden)?;
            same_whole(now - before, growth).then(|| of_hidden.unsigned_abs())
        };
        let of_changes = scenarios.iter().filter_map(change_of_hidden).map(to_f64);
        let children: Vec<f64> = scenarios.iter().flat_map(numbers_of_children).chain(of_changes).collect();
        Cleared::of(&children, &counts, self.settings.disclosure)
    }

    /// The figures that are hidden in what leaves the page, as they are.
    fn hidden_figures(&self) -> Vec<Figure> {
        let disclosed = self.disclosed();
        self.figures()
            .into_iter()
            .zip(&disclosed.hidden)
            .filter_map(|(figure, hidden)| hidden.map(|_| figure))
            .collect()
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

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
const fn to_f64(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
fn same_whole(count: i64, number: f64) -> bool {
    (count as f64 - number).abs() < 0.5
}
