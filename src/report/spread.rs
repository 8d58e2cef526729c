//! How evenly a team holds its cases: a dot for each worker.

use crate::chart::{Ink, Line, Lines, Mark};
use crate::number::whole_below;
use crate::scenario::{Caseload, CaseloadInputs, Held, distribution};
use crate::sorting::Sorting;
use crate::words::spread as words;
use crate::words::text::model_number;

use super::{Chart, Table};

/// Returns the caseloads of the team of a scenario as dots with its target, or `None` if there are none.
pub fn spread_chart(caseloads: &[Held], inputs: &CaseloadInputs, found: &Caseload) -> Option<Chart> {
    let limit = inputs.target;
    let spread = distribution(caseloads, limit)?;
    let mut sorted = caseloads.to_vec();
    sorted.arrange_by(|a, b| a.for_each_fte().total_cmp(&b.for_each_fte()));
    let (mut marks, mut rows, mut tallest) = (Vec::new(), Vec::new(), 1.0_f64);
    // Dots stand on whole numbers: side by side they would overlap.
    let place = |held: &Held| whole_below(held.for_each_fte() + 0.5);
    for same in sorted.chunk_by(|a, b| place(a).total_cmp(&place(b)).is_eq()) {
        let mut height = 0.0;
        for held in same {
            height += 1.0;
            let ink = if held.is_above(limit) { Ink::England } else { Ink::Own };
            marks.push(Mark { at: (place(held), height), whisker: None, ink, label: String::new() });
        }
        tallest = tallest.max(height);
        if spread.is_full_time() {
            rows.extend(same.first().map(|held| vec![held.cases.to_string(), same.len().to_string()]));
        } else {
            rows.extend(same.iter().map(|held| {
                vec![held.cases.to_string(), model_number(held.fte, 2), model_number(held.for_each_fte(), 1)]
            }));
        }
    }
    let line =
        Line { name: String::new(), ink: Ink::Target, runs: vec![vec![(limit, 0.0), (limit, tallest)]] };
    let lines = Lines { lines: vec![line], marks, x_title: words::axis(&spread, limit), ..Lines::default() };
    // Cases and workers are whole.
    let whole = |number: f64| if number.fract() == 0.0 { model_number(number, 0) } else { String::new() };
    let headings: &[&str] = if spread.is_full_time() { &words::COLUMNS } else { &words::COLUMNS_WITH_FTE };
    Some(Chart {
        id: "spread".to_owned(),
        headline: words::headline(&spread, limit),
        subtitle: words::subtitle(&spread),
        sentence: words::levelling(&spread, limit),
        notes: words::other_team(&spread, inputs, found).into_iter().collect(),
        has_its_numbers: false,
        sources: Vec::new(),
        narrow: Some(lines.narrow(whole)),
        picture: lines.picture(whole),
        table: Table {
            title: words::HEADING.to_owned(),
            headings: headings.iter().map(|heading| (*heading).to_owned()).collect(),
            rows,
            notes: Vec::new(),
        },
    })
}
