use crate::number::Decimal;
use crate::scenario::{Caseload, CaseloadInputs, Team};

use super::Table;

/// Words for the people of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nouns {
    /// `social workers`.
    pub workers: &'static str,
    /// `children`.
    pub children: &'static str,
}

/// A model number for people: rounded half away from zero to at most `decimals`, thousands separated, zeros at the end
/// left off. `32.3`, `43.07`, `1,550,400`.
pub fn model_number(number: f64, decimals: u8) -> String {
    if !number.is_finite() {
        return "none".to_owned();
    }
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    #[expect(clippy::cast_possible_truncation, reason = "the model's limits keep it far below 2^53")]
    let units = (number * scale).round() as i64;
    let mut decimal = Decimal::new(units, decimals);
    while decimal.decimals() > 0 && decimal.units() % 10 == 0 {
        decimal = Decimal::new(decimal.units() / 10, decimal.decimals() - 1);
    }
    decimal.grouped().replacen('-', "\u{2212}", 1)
}

/// The answer of a scenario in plain sentences, ready for a report, with its inputs.
pub fn caseload_sentence(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> String {
    let Nouns { workers, children } = nouns;
    let n = |number| model_number(number, 2);
    let mut sentences = vec![format!(
        "{} {children} held by {} FTE {workers} are an average of {}.",
        n(inputs.children),
        n(found.holding_fte),
        n(found.caseload)
    )];
    let target = n(inputs.target);
    if found.extra_fte > 0.0 {
        sentences.push(format!(
            "An average of {target} needs {} FTE ({}), {} FTE more than now.",
            n(found.fte_needed),
            people(found.people_needed),
            n(found.extra_fte)
        ));
        sentences.push(format!(
            "At {target} the present team could hold {} {children}; {} are above that.",
            n(found.children_held_at_target),
            n(found.children_above_capacity)
        ));
        sentences.push(format!(
            "Each would have {}% more of a worker's time.",
            model_number(found.time_per_child_change * 100.0, 1)
        ));
    } else {
        sentences.push(format!(
            "An average of {target} needs {} FTE; the team is {} FTE above that.",
            n(found.fte_needed),
            n(-found.extra_fte)
        ));
    }
    if let Some(cost) = found.cost_per_year.filter(|_| found.extra_fte > 0.0) {
        sentences.push(format!("The extra posts cost \u{A3}{} a year.", model_number(cost, 0)));
    }
    sentences.push(path_sentence(inputs, found));
    if let (Some(month), Some(hires)) = (inputs.by_month, found.hires_needed) {
        sentences.push(format!("To reach it by month {month}, recruit {} FTE a month.", n(hires)));
    }
    sentences.extend(chance_sentence(inputs, found));
    sentences.join(" ")
}

/// `44 whole people`, `1 whole person`.
pub fn people(number: f64) -> String {
    let text = model_number(number, 0);
    let noun = if text == "1" { "person" } else { "people" };
    format!("{text} whole {noun}")
}

/// When the target is reached and held, or why it is not.
pub fn path_sentence(inputs: &CaseloadInputs, found: &Caseload) -> String {
    let target = model_number(inputs.target, 2);
    match found.path.reached_in_month {
        Some(0) => {
            format!("The average is at or under {target} now and stays so for {} months.", inputs.months)
        }
        Some(month) if found.path.months.last().is_some_and(|last| last.children <= 0.0) => {
            format!(
                "On this path nobody is left by the end; the average reaches {target} in month {month}. Check the growth."
            )
        }
        Some(month) => format!("On this path the average reaches {target} in month {month} and stays there."),
        None if inputs.staffing.turnover == 0.0 && inputs.staffing.hires_per_month == 0.0 => format!(
            "With nobody leaving and nobody taken on, {target} is not reached within {} months.",
            inputs.months
        ),
        None => format!(
            "On this path {target} is not reached within {} months: you lose {} FTE a month at first and take on {}.",
            inputs.months,
            model_number(found.path.lost_per_month, 2),
            model_number(inputs.staffing.hires_per_month, 2)
        ),
    }
}

/// The chance at the end of the path, where something is uncertain.
pub fn chance_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let bands = &found.simulation.as_ref()?.bands;
    let month = inputs.by_month.unwrap_or(inputs.months).min(inputs.months);
    let band = bands.get(month)?;
    Some(format!(
        "With the ranges given, the chance of being at or under {} in month {month} is {}%; eight paths in ten lie \
         between {} and {} (10,000 simulated).",
        model_number(inputs.target, 2),
        model_number(band.chance * 100.0, 0),
        model_number(band.low, 1),
        model_number(band.high, 1)
    ))
}

/// The scenarios side by side, each with its difference from the first; the first row of cells is the base.
pub fn caseload_table(scenarios: &[(String, &CaseloadInputs, &Caseload)], base: usize) -> Table {
    type Measure = (&'static str, u8, fn(&CaseloadInputs, &Caseload) -> Option<f64>);
    const MEASURES: [Measure; 12] = [
        ("Children or care leavers", 2, |inputs, _| Some(inputs.children)),
        ("Workers holding cases (FTE)", 2, |_, found| Some(found.holding_fte)),
        ("Average caseload now", 2, |_, found| Some(found.caseload)),
        ("Target caseload", 2, |inputs, _| Some(inputs.target)),
        ("Workers needed (FTE)", 2, |_, found| Some(found.fte_needed)),
        ("Workers needed (whole people)", 0, |_, found| Some(found.people_needed)),
        ("More than now (FTE)", 2, |_, found| Some(found.extra_fte)),
        ("Held at the target by the present team", 2, |_, found| Some(found.children_held_at_target)),
        ("Above that now", 2, |_, found| Some(found.children_above_capacity)),
        ("Highest average ahead with the present team", 2, |_, found| Some(found.highest_with_present_team)),
        ("More time for each at the target (%)", 1, |_, found| Some(found.time_per_child_change * 100.0)),
        ("Cost of the extra posts (\u{A3} a year)", 0, |_, found| found.cost_per_year),
    ];
    let headings = std::iter::once("Measure".to_owned())
        .chain(scenarios.iter().map(|(name, ..)| name.clone()))
        .collect();
    let row = |(name, decimals, measure): &Measure| {
        let values: Vec<Option<f64>> =
            scenarios.iter().map(|(_, inputs, found)| measure(inputs, found)).collect();
        let of_base = values.get(base).copied().flatten();
        let cell = |(index, value): (usize, &Option<f64>)| {
            let Some(value) = value else { return "not given".to_owned() };
            let text = model_number(*value, *decimals);
            match of_base.filter(|_| index != base && scenarios.len() > 1) {
                Some(of_base) if (value - of_base).abs() > 1e-9 => {
                    let sign = if *value > of_base { "+" } else { "" };
                    format!("{text} ({sign}{})", model_number(value - of_base, *decimals))
                }
                _ => text,
            }
        };
        let cells = values.iter().enumerate().map(cell);
        std::iter::once((*name).to_owned()).chain(cells).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> = MEASURES.iter().map(row).collect();
    let reached = scenarios.iter().map(|(_, inputs, found)| match found.path.reached_in_month {
        Some(month) => format!("month {month}"),
        None => format!("not within {} months", inputs.months),
    });
    rows.push(std::iter::once("Target reached and held".to_owned()).chain(reached).collect());
    let size = scenarios.iter().map(|(_, inputs, _)| match inputs.team {
        Team::Fte(_) => "workers given".to_owned(),
        Team::Caseload(_) => "average given".to_owned(),
    });
    rows.push(std::iter::once("Size of the team".to_owned()).chain(size).collect());
    Table { title: "Caseload scenarios".to_owned(), headings, rows, notes: Vec::new() }
}
