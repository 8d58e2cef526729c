//! The charts of a caseload scenario.

use crate::chart::{Ink, Line, Lines, Mark};
use crate::scenario::{
    Caseload, CaseloadInputs, Month, Role, TargetOption, TargetRow, options, targets_around,
};

use super::options::compared;
use super::{Chart, Table};
use crate::words::business_case::option_name;
use crate::words::caseload::{self as words, Nouns};
use crate::words::text::model_number;

/// Workers needed against the target, the present average and the chosen target marked.
pub fn curve_chart(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> Chart {
    let rows = targets_around(inputs, found);
    let nearest = rows.iter().map(|row| (row.target - found.caseload).abs()).fold(f64::INFINITY, f64::min);
    let points: Vec<(f64, f64)> = rows.iter().map(|row| (row.target, row.fte_needed)).collect();
    let mark = |at: (f64, f64), ink: Ink, label: String| Mark { at, whisker: None, ink, label };
    let chosen = mark(
        (inputs.target, found.fte_needed),
        Ink::Own,
        words::chosen_mark(found.fte_needed, inputs.target),
    );
    let ends = points.first().zip(points.last());
    let is_within = ends.is_some_and(|(first, last)| (first.0..=last.0).contains(&found.caseload));
    let now = is_within.then(|| {
        let label = words::now_mark(found.holding_fte, found.caseload);
        mark((found.caseload, found.holding_fte), Ink::England, label)
    });
    let lines = Lines {
        lines: vec![Line { name: String::new(), ink: Ink::Own, runs: vec![points] }],
        marks: [Some(chosen), now].into_iter().flatten().collect(),
        x_title: words::TARGET_CASELOAD.to_owned(),
        ..Lines::default()
    };
    Chart {
        id: "curve".to_owned(),
        headline: words::curve_headline(inputs, found),
        subtitle: words::curve_subtitle(inputs, nouns),
        sentence: words::curve_sentence(inputs, found, nouns),
        notes: Vec::new(),
        sources: Vec::new(),
        picture: lines.picture(|number| model_number(number, 2)),
        table: Table {
            title: words::CURVE_TITLE.to_owned(),
            headings: words::CURVE_COLUMNS.map(str::to_owned).to_vec(),
            rows: rows.iter().map(|row| target_row(row, inputs, found.caseload, nearest)).collect(),
            notes: Vec::new(),
        },
    }
}

/// A target, marked where it is the chosen one, or as near to the average of now as any is.
fn target_row(row: &TargetRow, inputs: &CaseloadInputs, now: f64, nearest: f64) -> Vec<String> {
    let is_now = (row.target - now).abs() <= nearest;
    let is_chosen = (row.target - inputs.target).abs() < 1e-9;
    let mark = match (is_now, is_chosen) {
        (true, true) => words::NOW_AND_CHOSEN,
        (true, false) => words::NEAREST_TO_NOW,
        (false, true) => words::CHOSEN,
        (false, false) => "",
    };
    let sign = if row.extra_fte > 0.0 { "+" } else { "" };
    vec![
        model_number(row.target, 2),
        model_number(row.fte_needed, 1),
        format!("{sign}{}", model_number(row.extra_fte, 1)),
        mark.to_owned(),
    ]
}

/// Names of months along the bottom, a few of them; none where months are counted from now.
fn month_labels(inputs: &CaseloadInputs) -> Vec<(f64, String)> {
    if inputs.start.is_none() {
        return Vec::new();
    }
    let step = (inputs.months / 4).max(1);
    let months = (1..=inputs.months).step_by(step);
    #[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
    let label = |month: usize| (month as f64, words::month_name(inputs.start, month));
    months.map(label).collect()
}

/// A line of the months ahead.
#[derive(Clone, Debug, PartialEq)]
pub struct PathLine {
    /// What it is of.
    pub name: String,
    /// What it stands for.
    pub ink: Ink,
    /// The average caseload in each month, that of now first.
    pub averages: Vec<f64>,
}

/// The other options that are compared, the target, and the path of the scenario, which is the last.
pub(super) fn path_lines(inputs: &CaseloadInputs, found: &Caseload, role: Role) -> Vec<PathLine> {
    // Where nobody is recruited all targets have the same path.
    let options = if inputs.has_recruits() { options(inputs, found).unwrap_or_default() } else { Vec::new() };
    let is_own = |option: &&TargetOption| option.target == Some(inputs.target);
    let own_name = options.iter().find(is_own).map_or_else(|| words::AVERAGE.to_owned(), option_name);
    let others = compared(inputs, role, &options).into_iter().filter(|option| !is_own(option));
    let of = |name: String, ink: Ink, averages: Vec<f64>| PathLine { name, ink, averages };
    let months = &found.path.months;
    others
        .map(|option| of(option_name(option), Ink::Others, option.averages.clone()))
        .chain([
            of(words::target_line(inputs.target), Ink::Target, vec![inputs.target; months.len()]),
            of(own_name, Ink::Own, months.iter().map(|month| month.caseload).collect()),
        ])
        .collect()
}

/// The average caseload over the months ahead, with the target, the other options and the band of simulated paths.
pub fn path_chart(inputs: &CaseloadInputs, found: &Caseload, role: Role) -> Chart {
    #[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
    let x = |month: usize| month as f64;
    let band: Vec<(f64, f64, f64)> = found.simulation.as_ref().map_or_else(Vec::new, |simulation| {
        simulation.bands.iter().enumerate().map(|(month, band)| (x(month), band.low, band.high)).collect()
    });
    let all = path_lines(inputs, found, role);
    let others = || all.iter().filter(|line| line.ink == Ink::Others);
    let drawn = |each: &PathLine| {
        let run = each.averages.iter().enumerate().map(|(month, average)| (x(month), *average));
        Line { name: each.name.clone(), ink: each.ink, runs: vec![run.collect()] }
    };
    let lines = Lines {
        lines: all.iter().map(drawn).collect(),
        band,
        x_labels: month_labels(inputs),
        x_title: if inputs.start.is_some() { String::new() } else { words::MONTHS_FROM_NOW.to_owned() },
        ..Lines::default()
    };
    let row = |month: &Month| {
        let numbers =
            [month.children, month.workers_fte, month.caseload].map(|number| model_number(number, 1));
        let of_others = others().filter_map(|line| line.averages.get(month.month));
        std::iter::once(words::month_name(inputs.start, month.month))
            .chain(numbers)
            .chain(of_others.map(|average| model_number(*average, 1)))
            .collect()
    };
    Chart {
        id: "path".to_owned(),
        headline: words::path_sentence(inputs, found),
        subtitle: words::path_subtitle(inputs, found, role.nouns()),
        sentence: String::new(),
        notes: Vec::new(),
        sources: Vec::new(),
        picture: lines.picture(|number| model_number(number, 2)),
        table: Table {
            title: words::PATH_TITLE.to_owned(),
            headings: words::PATH_COLUMNS
                .into_iter()
                .map(str::to_owned)
                .chain(others().map(|line| line.name.clone()))
                .collect(),
            rows: found.path.months.iter().map(row).collect(),
            notes: Vec::new(),
        },
    }
}
