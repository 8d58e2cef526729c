//! The charts of a caseload scenario.

use crate::chart::{Ink, Line, Lines, Mark, label_step};
use crate::scenario::{
    Caseload, CaseloadInputs, Month, Role, TargetOption, TargetRow, options, targets_around,
};

use super::options::compared;
use super::{Chart, Table};
use crate::words::business_case::{option_name, targets_name};
use crate::words::caseload::{self as words, Nouns};
use crate::words::charts::period_label;
use crate::words::text::{NOW, model_number, plan_month};

/// Workers needed against the target, the present average and the chosen target marked.
pub fn curve_chart(inputs: &CaseloadInputs, found: &Caseload, nouns: Nouns) -> Chart {
    let rows = targets_around(inputs, found);
    let nearest = rows.iter().map(|row| (row.target - found.caseload).abs()).fold(f64::INFINITY, f64::min);
    let points: Vec<(f64, f64)> = rows.iter().map(|row| (row.target, row.posts_needed)).collect();
    let mark = |at: (f64, f64), ink: Ink, label: String| Mark { at, whisker: None, ink, label };
    let needed = found.posts_now + found.extra_posts;
    let chosen = mark((inputs.target, needed), Ink::Own, words::chosen_mark(needed, inputs.target));
    let ends = points.first().zip(points.last());
    let is_within = ends.is_some_and(|(first, last)| (first.0..=last.0).contains(&found.caseload));
    let now = is_within.then(|| {
        let label = words::now_mark(found.posts_now, found.caseload);
        mark((found.caseload, found.posts_now), Ink::England, label)
    });
    let lines = Lines {
        lines: vec![Line { name: String::new(), ink: Ink::Own, runs: vec![points] }],
        marks: [Some(chosen), now].into_iter().flatten().collect(),
        x_title: words::target_axis(found),
        ..Lines::default()
    };
    Chart {
        id: "curve".to_owned(),
        headline: words::curve_headline(inputs, found),
        subtitle: words::curve_subtitle(inputs, found, nouns),
        sentence: words::team_sentence(inputs, found, nouns),
        notes: Vec::new(),
        has_its_numbers: false,
        sources: Vec::new(),
        narrow: Some(lines.narrow(|number| model_number(number, 2))),
        picture: lines.picture(|number| model_number(number, 2)),
        table: Table {
            title: words::CURVE_TITLE.to_owned(),
            headings: words::CURVE_COLUMNS.map(str::to_owned).to_vec(),
            rows: rows.iter().map(|row| target_row(row, inputs, found, nearest)).collect(),
            notes: Vec::new(),
        },
    }
}

/// A target, marked where it is the chosen one, or as near to the average of now as any is.
fn target_row(row: &TargetRow, inputs: &CaseloadInputs, found: &Caseload, nearest: f64) -> Vec<String> {
    let is_now = (row.target - found.caseload).abs() <= nearest;
    let is_chosen = (row.target - inputs.target).abs() < 1e-9;
    let mark = match (is_now, is_chosen) {
        (true, true) => words::NOW_AND_CHOSEN,
        (true, false) => words::NEAREST_TO_NOW,
        (false, true) => words::CHOSEN,
        (false, false) => "",
    };
    let more = row.posts_needed - found.posts_now;
    let sign = if more > 0.0 { "+" } else { "" };
    vec![
        model_number(row.target, 2),
        model_number(row.posts_needed, 1),
        format!("{sign}{}", model_number(more, 1)),
        mark.to_owned(),
    ]
}

/// Names of months along the bottom, from now on; none where months are counted from now.
fn month_labels(inputs: &CaseloadInputs) -> Vec<(f64, String)> {
    if inputs.start.is_none() {
        return Vec::new();
    }
    let months = (0..=inputs.months).step_by(label_step(inputs.months + 1));
    #[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
    let label = |month: usize| {
        let named = plan_month(inputs.start, month).map(period_label);
        (month as f64, named.unwrap_or_else(|| NOW.to_owned()))
    };
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
    // Options with the same path, since recruitment reaches none of them or stops at none, have one line.
    let own: Vec<f64> = found.path.months.iter().map(|month| month.caseload).collect();
    let compared = compared(inputs, role, &options);
    let name = |same: &[&TargetOption]| match same {
        [one] => option_name(one),
        _ => targets_name(&same.iter().filter_map(|option| option.target).collect::<Vec<_>>()),
    };
    let (own_options, others): (Vec<&TargetOption>, Vec<&TargetOption>) =
        compared.into_iter().partition(|option| option.target.is_some() && option.averages == own);
    let own_name = if own_options.is_empty() { words::AVERAGE.to_owned() } else { name(&own_options) };
    let of = |name: String, ink: Ink, averages: Vec<f64>| PathLine { name, ink, averages };
    let is_same = |a: &&TargetOption, b: &&TargetOption| {
        a.target.is_some() == b.target.is_some() && a.averages == b.averages
    };
    let others = others
        .chunk_by(is_same)
        .filter_map(|same| same.first().map(|first| of(name(same), Ink::Others, first.averages.clone())));
    others
        .chain([
            of(words::target_line(inputs.target), Ink::Target, vec![inputs.target; own.len()]),
            of(own_name, Ink::Own, own.clone()),
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
    let holds_less = words::holds_less(found);
    let row = |month: &Month| {
        let full = holds_less.then_some(month.workers_fte);
        let numbers = [Some(month.children), Some(month.posts_fte), Some(month.caseload), full];
        let numbers = numbers.into_iter().flatten().map(|number| model_number(number, 1));
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
        has_its_numbers: false,
        sources: Vec::new(),
        narrow: Some(lines.narrow(|number| model_number(number, 2))),
        picture: lines.picture(|number| model_number(number, 2)),
        table: Table {
            title: words::PATH_TITLE.to_owned(),
            headings: words::PATH_COLUMNS
                .into_iter()
                .chain(holds_less.then_some(words::FULL_CASELOADS))
                .map(str::to_owned)
                .chain(others().map(|line| line.name.clone()))
                .collect(),
            rows: found.path.months.iter().map(row).collect(),
            notes: Vec::new(),
        },
    }
}
