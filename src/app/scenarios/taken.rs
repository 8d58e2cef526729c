//! What it would take: the answer to the form.

use crate::app::scenarios::reach::{Goal, Later, ReachField, ReachForm};
use crate::compare::{self, Choices, Comparison, Distribution};
use crate::figure::{Amount, Figure};
use crate::indicator::{Indicator, Measure};
use crate::number::{Exact, wilson};
use crate::period::Period;
use crate::published;
use crate::report::{Against, Table, against_table, ladder_table};
use crate::scenario::{self, Next, Reach};
use crate::words::comparator::{comparator_name, no_comparison_text};
use crate::words::figure::year_text;
use crate::words::forms::NoTarget;
use crate::words::reach::{goal_text, of_next, pace_sentence, reach_sentence, share_now};
use crate::words::screens::reach as words;
use crate::words::text::{self, percent_text};

/// An answer, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The number that is asked for.
    pub headline: String,
    /// What it means.
    pub sentences: Vec<String>,
    /// What one child is worth.
    pub worth: Option<String>,
    /// Where the share may lie allowing for chance.
    pub interval: Option<String>,
    /// The steps towards the target, of those there are now, under their heading; none where every comparator is asked for.
    pub steps: Option<(String, Table)>,
    /// What every comparator takes, under its heading, for an indicator.
    pub against: Option<(String, Table)>,
}

impl Taken {
    /// Returns the answer, or `None` while something needed is missing.
    ///
    /// # Errors
    /// Why the target has no number.
    pub fn of(form: &ReachForm, choices: &Choices, mark: &str) -> Result<Option<Self>, NoTarget> {
        let (Ok(Some(numerator)), Ok(Some(denominator))) =
            (form.count(ReachField::Numerator), form.count(ReachField::Denominator))
        else {
            return Ok(None);
        };
        let counts = (numerator, denominator);
        let later = form.later(denominator);
        let against = against(form, choices, counts, later);
        let is_every = form.goal == Goal::Every;
        let target = if is_every { None } else { target(form, choices, counts)? };
        let (headline, sentences, steps) = match target {
            None if is_every && denominator > 0 && numerator <= denominator && !against.is_empty() => {
                let met = against.iter().filter(|each| each.is_met).count();
                (words::met_now(met, against.len()), vec![share_now(numerator, denominator)], None)
            }
            None => return Ok(None),
            Some((target, name)) => {
                let (headline, sentences) = told(form, counts, later, (target, &name))?;
                let now = scenario::reach(counts, None, target, form.good()).map_err(NoTarget::Reach)?;
                let then = match later {
                    Some(Later::Total(total)) => scenario::reach(counts, Some(total), target, form.good())
                        .ok()
                        .filter(|then| then.is_possible),
                    _ => None,
                };
                let heading = match (&then, later) {
                    (Some(then), _) => words::with_in_all(words::STEP_BY_STEP, then.denominator),
                    (None, None) => words::STEP_BY_STEP.to_owned(),
                    (None, Some(_)) => words::steps_of_now(denominator),
                };
                let stepped = then.unwrap_or(now);
                let ladder = scenario::ladder(numerator, &stepped, target, form.good());
                let table = ladder_table(&ladder, stepped.denominator, target).with_note(mark);
                (headline, sentences, Some((heading, table)))
            }
        };
        let every = match later {
            None => words::EVERY_COMPARATOR.to_owned(),
            Some(Later::Total(total)) => words::with_in_all(words::EVERY_COMPARATOR, total),
            Some(Later::Next { each_month, months }) => {
                words::with_next(words::EVERY_COMPARATOR, each_month * months)
            }
        };
        let all: Vec<Against> = against.into_iter().map(|each| each.against).collect();
        let table = || against_table(&all, form.indicator.as_deref(), form.good(), form.months_ahead());
        Ok(Some(Self {
            headline,
            sentences,
            worth: Exact::scaled(1, denominator, 100)
                .map(|one| words::worth_of_one(percent_text(one).trim_end_matches('%'))),
            interval: wilson(numerator, denominator).map(|interval| {
                let [low, high] = [interval.low, interval.high].map(text::limit_text);
                words::allowing_for_chance(&format!("{low}% to {high}%"))
            }),
            steps,
            against: (!all.is_empty()).then(|| (every, table().with_note(mark))),
        }))
    }
}

/// What one target takes: the number asked for, and sentences.
fn told(
    form: &ReachForm,
    counts: (u64, u64),
    later: Option<Later>,
    (target, name): (Exact, &str),
) -> Result<(String, Vec<String>), NoTarget> {
    let good = form.good();
    let reach = |later| scenario::reach(counts, later, target, good).map_err(NoTarget::Reach);
    let sentence = |reach: &Reach| reach_sentence(form.indicator.as_deref(), counts, reach, target, name);
    let headline = |reach: &Reach| match reach.children {
        0 if form.indicator.is_none() => words::met_where(form.good()),
        0 => words::TARGET_MET.to_owned(),
        more if more > 0 => words::more(more),
        fewer => words::fewer(fewer.unsigned_abs()),
    };
    let now = reach(None)?;
    Ok(match later {
        None => (headline(&now), vec![sentence(&now)]),
        Some(Later::Total(total)) => {
            let then = reach(Some(total))?;
            let headline =
                if then.is_possible { words::with_in_all(&headline(&then), total) } else { headline(&now) };
            let sentences = if then.is_possible {
                [sentence(&then), sentence(&now)]
            } else {
                [sentence(&now), sentence(&then)]
            };
            (headline, sentences.to_vec())
        }
        Some(Later::Next { each_month, months }) => {
            let next = Next::of(counts, each_month * months, target, good);
            let pace = pace_sentence((each_month, months), &next, good, &goal_text(target, name));
            (text::capital(&of_next(&next, good)), vec![sentence(&now), pace])
        }
    })
}

/// Returns the target and its name with the year, or `None` while none is typed.
fn target(
    form: &ReachForm,
    choices: &Choices,
    (numerator, denominator): (u64, u64),
) -> Result<Option<(Exact, String)>, NoTarget> {
    let typed = || form.percent(ReachField::Target).ok().flatten().map(|target| (target, String::new()));
    let Some(indicator) = &form.indicator else { return Ok(typed()) };
    let year = year_of(indicator, choices);
    let kind = match form.goal {
        Goal::Typed | Goal::Every => return Ok(typed()),
        Goal::BestQuartile => return best_quarter(indicator, choices, year).map(Some),
        Goal::Comparator(kind) => kind,
    };
    if denominator == 0 || numerator > denominator {
        return Err(NoTarget::BadCounts);
    }
    let also = Choices { also: [kind].into(), ..choices.clone() };
    let comparisons = comparisons(indicator, (numerator, denominator), &also, year);
    let Some(comparison) = comparisons.into_iter().find(|each| each.with.kind == kind) else {
        return Err(NoTarget::NoCouncil);
    };
    match &comparison.outcome {
        Ok(compared) => Ok(Some((
            compared.value,
            words::figure_of(
                &comparator_name(&comparison.with, Some(compared)),
                &year_text(indicator, compared.year),
            ),
        ))),
        Err(reason) => Err(NoTarget::NoFigure(no_comparison_text(*reason))),
    }
}

/// The newest year that figures may be of.
fn year_of(indicator: &Indicator, choices: &Choices) -> u16 {
    choices.period.map_or(choices.published.latest_year(), |period| period.year_on(indicator.basis))
}

/// A share compared with each comparator in a year.
fn comparisons(
    indicator: &Measure,
    (numerator, denominator): (u64, u64),
    choices: &Choices,
    year: u16,
) -> Vec<Comparison> {
    let period = Some(Period::Year(year));
    let figure = Figure {
        indicator: indicator.clone(),
        area: None,
        period,
        amount: Amount::Counts { numerator, denominator },
        stated: None,
        place: None,
    };
    let card = compare::scorecard(&[figure], &Choices { period, ..choices.clone() });
    card.rows.into_iter().next().map(|row| row.comparisons).unwrap_or_default()
}

/// What a comparator takes, and whether that is met now.
struct Compared {
    against: Against,
    is_met: bool,
}

/// What each comparator, the best quarter of councils and the council's own target take.
fn against(form: &ReachForm, choices: &Choices, counts: (u64, u64), later: Option<Later>) -> Vec<Compared> {
    let Some(indicator) = &form.indicator else { return Vec::new() };
    let (good, year) = (form.good(), year_of(indicator, choices));
    let own = choices.targets.iter().find(|(measure, _)| measure == indicator);
    let own = own.map(|(_, target)| (words::OWN_TARGET.to_owned(), Exact::from(target.value)));
    let named = |comparison: Comparison| {
        let compared = comparison.outcome.as_ref().ok()?;
        let name = comparator_name(&comparison.with, Some(compared));
        Some((words::figure_of(&name, &year_text(indicator, compared.year)), compared.value))
    };
    let official = indicator.is_published.then(|| {
        let comparisons = comparisons(indicator, counts, choices, year).into_iter().filter_map(named);
        let best = best_quarter(indicator, choices, year).ok();
        comparisons.chain(best.map(|(value, name)| (text::capital(&name), value))).collect::<Vec<_>>()
    });
    let interval = wilson(counts.0, counts.1);
    let against = |(name, target): (String, Exact)| {
        let (in_all, more) = match later {
            None => (None, None),
            Some(Later::Total(total)) => (Some(total), None),
            Some(Later::Next { each_month, months }) => (None, Some(each_month * months)),
        };
        Some(Compared {
            is_met: scenario::reach(counts, None, target, good).ok()?.children == 0,
            against: Against {
                name,
                target,
                reach: scenario::reach(counts, in_all, target, good).ok()?,
                next: more.map(|more| Next::of(counts, more, target, good)),
                is_chance: interval.is_some_and(|interval| interval.contains(target)),
            },
        })
    };
    own.into_iter().chain(official.into_iter().flatten()).filter_map(against).collect()
}

/// Where the best quarter of councils begins in the newest year up to this one, and its name with that year.
fn best_quarter(indicator: &Indicator, choices: &Choices, year: u16) -> Result<(Exact, String), NoTarget> {
    let newest = (published::first_year()..=year)
        .rev()
        .filter_map(|year| Distribution::of_year(&choices.published, indicator, year))
        .find_map(|councils| Some((councils.best_quarter(indicator.good)?, councils)));
    let (value, councils) = newest.ok_or(NoTarget::FewCouncils)?;
    Ok((value, words::best_quarter_of(councils.councils(), &year_text(indicator, councils.year))))
}
