//! Caseload scenarios side by side as a table.

use crate::scenario::{Caseload, CaseloadInputs, Team};
use crate::words::caseload as words;
use crate::words::text::model_number;

use super::Table;

/// The scenarios side by side, each with its difference from the first; the first row of cells is the base.
pub fn caseload_table(scenarios: &[(String, &CaseloadInputs, &Caseload)], base: usize) -> Table {
    type Measure = (u8, fn(&CaseloadInputs, &Caseload) -> Option<f64>);
    const MEASURES: [Measure; words::MEASURES.len()] = [
        (2, |inputs, _| Some(inputs.children)),
        (2, |_, found| Some(found.holding_fte)),
        (2, |_, found| Some(found.caseload)),
        (2, |inputs, _| Some(inputs.target)),
        (2, |_, found| Some(found.fte_needed)),
        (0, |_, found| Some(found.people_needed)),
        (2, |_, found| Some(found.extra_fte)),
        (2, |_, found| Some(found.children_held_at_target)),
        (2, |_, found| Some(found.children_above_capacity)),
        (2, |_, found| Some(found.highest_with_present_team)),
        (1, |_, found| Some(found.time_per_child_change * 100.0)),
        (2, |_, found| Some(found.extra_posts_at_end)),
        (0, |_, found| found.cost_per_year),
        (2, |_, found| Some(found.net_recruits)),
        (0, |_, found| found.cost_over_period),
    ];
    let headings = std::iter::once(words::MEASURE.to_owned())
        .chain(scenarios.iter().map(|(name, ..)| name.clone()))
        .collect();
    let row = |(name, (decimals, measure)): (&&str, &Measure)| {
        let values: Vec<Option<f64>> =
            scenarios.iter().map(|(_, inputs, found)| measure(inputs, found)).collect();
        let of_base = values.get(base).copied().flatten();
        let cell = |(index, value): (usize, &Option<f64>)| {
            let Some(value) = value else { return words::NOT_GIVEN.to_owned() };
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
    let mut rows: Vec<Vec<String>> = words::MEASURES.iter().zip(&MEASURES).map(row).collect();
    let reached = scenarios.iter().map(|(_, inputs, found)| words::reached(inputs, found));
    rows.push(std::iter::once(words::REACHED.to_owned()).chain(reached).collect());
    let size = scenarios.iter().map(|(_, inputs, _)| match inputs.team {
        Team::Fte(_) => words::WORKERS_GIVEN.to_owned(),
        Team::Caseload(_) => words::AVERAGE_GIVEN.to_owned(),
    });
    rows.push(std::iter::once(words::TEAM_SIZE.to_owned()).chain(size).collect());
    Table { title: words::TABLE_TITLE.to_owned(), headings, rows, notes: Vec::new() }
}
