//! How evenly a team holds its cases: a dot for each worker.

use crate::chart::{Ink, Line, Lines, Mark};
use crate::scenario::{Caseload, CaseloadInputs, distribution};
use crate::sorting::Sorting;
use crate::words::spread as words;
use crate::words::text::model_number;

use super::{Chart, Table};

/// Returns the caseloads of the team of a scenario as dots with its target, or `None` if there are none.
pub fn spread_chart(caseloads: &[u32], inputs: &CaseloadInputs, found: &Caseload) -> Option<Chart> {
    let limit = inputs.target;
    let spread = distribution(caseloads, limit)?;
    let mut sorted = caseloads.to_vec();
    sorted.arrange();
    let (mut marks, mut rows, mut tallest) = (Vec::new(), Vec::new(), 1.0_f64);
    for same in sorted.chunk_by(|a, b| a == b) {
        let mut height = 0.0;
        for held in same {
            height += 1.0;
            let ink = if f64::from(*held) > limit { Ink::England } else { Ink::Own };
            marks.push(Mark { at: (f64::from(*held), height), whisker: None, ink, label: String::new() });
        }
        tallest = tallest.max(height);
        rows.extend(same.first().map(|held| vec![held.to_string(), same.len().to_string()]));
    }
    let line =
        Line { name: String::new(), ink: Ink::Target, runs: vec![vec![(limit, 0.0), (limit, tallest)]] };
    let lines = Lines { lines: vec![line], marks, x_title: words::axis(limit), ..Lines::default() };
    Some(Chart {
        id: "spread".to_owned(),
        headline: words::headline(&spread, limit),
        subtitle: words::subtitle(&spread),
        sentence: words::levelling(&spread, limit),
        notes: words::other_team(&spread, inputs, found).into_iter().collect(),
        sources: Vec::new(),
        // Cases and workers are whole.
        picture: lines
            .picture(|number| if number.fract() == 0.0 { model_number(number, 0) } else { String::new() }),
        table: Table {
            title: words::HEADING.to_owned(),
            headings: words::COLUMNS.map(str::to_owned).to_vec(),
            rows,
            notes: Vec::new(),
        },
    })
}
