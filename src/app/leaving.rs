//! Whether answers made from numbers that a person gave may leave the page.

use crate::commentary::Remark;
use crate::disclose::{Cleared, Disclosed, Disclosure, Released, Typed};
use crate::figure::{Amount, Figure};
use crate::indicator::Kind;
use crate::number::{Decimal, Exact};
use crate::read::{SaidNumber, SaidOf, numbers_said};
use crate::report::CheckedDraft;

use crate::app::scenarios::{
    Caseloads, FREE, Input, OF_CHILDREN, ReachField, ReachForm, Scenario, change_in_a_year,
};
use crate::app::state::State;

impl State {
    /// What it would take, as typed, cleared unless its share is that of a figure that is hidden.
    pub fn cleared_reach(&self) -> Cleared<ReachForm> {
        Cleared::of(self.scenarios.reach.clone(), self.settings.disclosure, |form| {
            let [numerator, denominator] = counts_of(form).map(|count| count.ok().flatten());
            numerator.zip(denominator).is_some_and(|(numerator, denominator)| {
                let counts = Amount::Counts { numerator, denominator };
                self.hidden_figures().iter().any(|figure| figure.amount == counts)
            })
        })
    }

    /// The scenarios as typed, cleared unless one says the count of a figure that is hidden, or the change to or from it. How
    /// many cases each worker holds is left out where one holds few.
    pub fn cleared_caseloads(&self) -> Cleared<Caseloads> {
        let disclosure = self.settings.disclosure;
        let without_small = self.scenarios.caseloads.without_small_spreads(disclosure);
        self.caseloads_cleared(without_small, disclosure, &self.disclosed())
    }

    /// Scenarios cleared with the figures as they may leave.
    pub(super) fn caseloads_cleared(
        &self,
        caseloads: Caseloads,
        disclosure: Disclosure,
        disclosed: &Disclosed,
    ) -> Cleared<Caseloads> {
        Cleared::of(caseloads, disclosure, |caseloads| {
            let hidden: Vec<u64> = hidden_in(self.figures(), disclosed).iter().flat_map(counts).collect();
            let is_hidden = |number: &f64| hidden.iter().any(|hidden| is_same(*hidden, *number));
            let figures = self.figures();
            // The growth may have been taken over from two figures, which it gives away if one of them is hidden.
            let is_change_of_hidden = |scenario: &Scenario| {
                let growth = scenario.number(Input::GrowthNumber).ok().flatten();
                let change = change_in_a_year(&figures, scenario.worker);
                growth.zip(change).is_some_and(|(growth, (before, now, _))| {
                    let is_hidden =
                        |count: &i64| hidden.iter().any(|hidden| i64::try_from(*hidden) == Ok(*count));
                    is_same_whole(now - before, growth) && [before, now].iter().any(is_hidden)
                })
            };
            caseloads.children().is_some_and(|children| children.iter().any(is_hidden))
                || caseloads.scenarios.iter().any(is_change_of_hidden)
        })
    }

    /// The selected scenario with how many cases each worker holds, cleared where the scenarios are. A small caseload keeps back
    /// this alone.
    pub fn cleared_spread(&self) -> Cleared<Scenario> {
        let selected = self.scenarios.caseloads.selected().clone();
        Cleared::of(selected, self.settings.disclosure, |_| !self.cleared_caseloads().may_leave())
    }

    /// The commentary that may leave the page, and that which may not.
    pub fn released_commentary(&self) -> (Released<Vec<Remark>>, Vec<Remark>) {
        let (figures, disclosed) = (self.figures(), self.disclosed());
        released_remarks(self.commentary.remarks(), &figures, &disclosed, self.settings.disclosure)
    }

    /// Whether a remark stays in the page because of the children that it speaks of.
    pub fn is_held_back(&self, remark: &Remark) -> bool {
        let (figures, disclosed) = (self.figures(), self.disclosed());
        let (_, held_back) =
            released_remarks(std::slice::from_ref(remark), &figures, &disclosed, self.settings.disclosure);
        !held_back.is_empty()
    }

    /// A draft with what was found in it, cleared unless a recomputation says a small number of children or the counts of a
    /// figure that is hidden.
    pub fn cleared_draft(&self, draft: CheckedDraft) -> Cleared<CheckedDraft> {
        Cleared::of(draft, self.settings.disclosure, |draft| {
            let hidden: Vec<Vec<u64>> = self.hidden_figures().iter().map(counts).collect();
            draft.found.iter().any(|found| {
                let says = |hidden: &Vec<u64>| hidden.iter().all(|count| found.counts.contains(count));
                hidden.iter().any(|hidden| !hidden.is_empty() && says(hidden))
            })
        })
    }

    /// The figures that are hidden in what leaves the page, as they are.
    fn hidden_figures(&self) -> Vec<Figure> {
        hidden_in(self.figures(), &self.disclosed())
    }
}

/// The figures that are hidden.
fn hidden_in(figures: Vec<Figure>, disclosed: &Disclosed) -> Vec<Figure> {
    figures.into_iter().zip(&disclosed.hidden).filter_map(|(figure, hidden)| hidden.map(|_| figure)).collect()
}

/// The remarks that may leave the page with figures of which some are hidden, and those that may not: they say a small number
/// of children, or a number of a figure that is hidden.
pub fn released_remarks(
    remarks: &[Remark],
    figures: &[Figure],
    disclosed: &Disclosed,
    disclosure: Disclosure,
) -> (Released<Vec<Remark>>, Vec<Remark>) {
    let hidden: Vec<&Figure> =
        figures.iter().zip(&disclosed.hidden).filter_map(|(figure, hidden)| hidden.map(|_| figure)).collect();
    let (mut released, mut held_back) = (Vec::new(), Vec::new());
    for remark in remarks {
        let cleared = Cleared::of(remark.clone(), disclosure, |remark| {
            let said = remark.parts().flat_map(|(_, text)| numbers_said(text)).collect::<Vec<_>>();
            hidden.iter().any(|hidden| {
                // How far a hidden figure is from England gives it away, too.
                let is_about = hidden.indicator == remark.measure
                    && (hidden.period == remark.period || hidden.period.is_none() || remark.period.is_none());
                said.iter().any(|number| {
                    (is_about && number.of != SaidOf::Other) || gives_away(number, hidden, figures)
                })
            })
        });
        match cleared.released() {
            Some(remark) => released.push(remark),
            None => held_back.push(remark.clone()),
        }
    }
    (Released::all(released), held_back)
}

/// Whether a number in a text is one of a hidden figure: a count of it, what is left of its total, how its count differs from
/// that of another period, or its percentage, rounded as in the text or cut off.
fn gives_away(said: &SaidNumber, hidden: &Figure, figures: &[Figure]) -> bool {
    if !said.is_in_digits && said.of == SaidOf::Other {
        // "One of our priorities".
        return false;
    }
    let whole = (said.value.trimmed().decimals() == 0).then(|| said.value.trimmed().units().unsigned_abs());
    let counts = counts(hidden);
    let left = match hidden.amount {
        Amount::Counts { numerator, denominator } => Some(numerator.abs_diff(denominator)),
        _ => None,
    };
    let of_measure =
        figures.iter().filter(|other| other.indicator == hidden.indicator && other.area == hidden.area);
    let differences = of_measure.filter_map(|other| Some(children(other)?.abs_diff(children(hidden)?)));
    let differences = differences.filter(|difference| *difference > 0);
    let is_count = |count: u64| whole == Some(count);
    if said.of != SaidOf::Percent && counts.into_iter().chain(left).chain(differences).any(is_count) {
        return true;
    }
    let decimals = said.value.decimals();
    hidden.amount.exact(hidden.indicator.kind).is_some_and(|value| {
        let rounded = value.rounded(decimals);
        let step = Decimal::new(1, decimals);
        let cut_off = value
            .minus(step.into())
            .is_some_and(|below| Exact::from(said.value) > below && Exact::from(said.value) <= value);
        hidden.indicator.kind != Kind::Count && (rounded == said.value || cut_off)
    })
}

/// How many children a figure is of, where it says that.
fn children(figure: &Figure) -> Option<u64> {
    match figure.amount {
        Amount::Counts { numerator, .. } => Some(numerator),
        amount => amount.count(),
    }
}

impl Typed for Remark {
    /// The children that it speaks of.
    fn children(&self) -> Option<Vec<f64>> {
        Some(self.parts().flat_map(|(_, text)| people_said(text)).collect())
    }
}

/// The children that a text speaks of.
fn people_said(text: &str) -> Vec<f64> {
    let said = numbers_said(text).into_iter().filter(|number| number.of == SaidOf::People);
    said.map(|number| Exact::from(number.value).to_f64()).collect()
}

impl Typed for ReachForm {
    /// Those in the share, all, and the others.
    fn children(&self) -> Option<Vec<f64>> {
        let [numerator, denominator] = counts_of(self);
        let (numerator, denominator) = (numerator.ok()?, denominator.ok()?);
        let others = denominator.zip(numerator).map(|(all, of)| all.abs_diff(of));
        Some([numerator, denominator, others].into_iter().flatten().map(to_f64).collect())
    }
}

impl Typed for Caseloads {
    fn children(&self) -> Option<Vec<f64>> {
        let of_each: Option<Vec<Vec<f64>>> = self.scenarios.iter().map(numbers_of_children).collect();
        Some(of_each?.concat())
    }
}

impl Typed for Scenario {
    /// The cases of each worker.
    fn children(&self) -> Option<Vec<f64>> {
        Some(self.caseloads().into_iter().map(|held| f64::from(held.cases)).collect())
    }
}

impl Typed for CheckedDraft {
    fn children(&self) -> Option<Vec<f64>> {
        Some(self.found.iter().flat_map(|found| found.counts.iter().copied().map(to_f64)).collect())
    }
}

fn counts_of(form: &ReachForm) -> [Result<Option<u64>, crate::words::forms::FormError>; 2] {
    [ReachField::Numerator, ReachField::Denominator].map(|field| form.count(field))
}

/// The children of a scenario: all, those apart, the others, those of each kind of case, and those that a text says; of what is
/// typed and of the last good answer. `None` if something else is typed.
fn numbers_of_children(scenario: &Scenario) -> Option<Vec<f64>> {
    let number = |input: Input| scenario.number(input).ok();
    let typed: Vec<f64> =
        OF_CHILDREN.into_iter().map(number).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    let others = number(Input::Children)?.zip(number(Input::Apart)?).map(|(all, apart)| (all - apart).abs());
    let answered = scenario.good().inputs.as_ref().map_or_else(Vec::new, |good| {
        let apart = good.apart.map(|(children, _)| [children, (good.children - children).abs()]);
        let kinds = good.mix.iter().map(|kind| kind.children);
        [good.children].into_iter().chain(apart.into_iter().flatten()).chain(kinds).collect()
    });
    let texts = FREE.into_iter().map(|input| scenario.text(input)).chain([scenario.name.as_str()]);
    let said = texts.flat_map(people_said);
    Some(typed.into_iter().chain(others).chain(answered).chain(said).collect())
}

fn counts(figure: &Figure) -> Vec<u64> {
    match figure.amount {
        Amount::Counts { numerator, denominator } => vec![numerator, denominator],
        amount => amount.count().into_iter().collect(),
    }
}

fn is_same(count: u64, number: f64) -> bool {
    (to_f64(count) - number).abs() < 0.5
}

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
const fn to_f64(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
fn is_same_whole(count: i64, number: f64) -> bool {
    (count as f64 - number).abs() < 0.5
}
