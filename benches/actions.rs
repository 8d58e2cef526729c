//! What an action costs against the number of lines there are, for the largest table that is taken in.
//!
//! `cargo bench --bench actions` prints, for each action, the time at three sizes and how it grows when the size doubles:
//! about 2 where the cost is even, about 4 where each line is looked for in all others. Words choose actions.

use std::hint::black_box;
use std::time::{Duration, Instant};

use corporate_parenting_calculator::app::lines::{Field, LineId, LinesAction, Slot};
use corporate_parenting_calculator::app::state::{Action, Setting, State};

/// The most lines that are taken in from a source.
const LARGEST: usize = 20_000;

/// What is timed: its name, and what is done to a state.
type Timed = (&'static str, fn(&State));

const ACTIONS: &[Timed] = &[
    ("type into a cell", |state| {
        black_box(state.after(LinesAction::Edit(last(state).cell(Field::Numerator), "52".to_owned())));
    }),
    ("type what is there", |state| {
        black_box(state.after(LinesAction::Edit(last(state).cell(Field::Numerator), "51".to_owned())));
    }),
    ("paste a column of cells", |state| {
        let puts = state.lines.iter().map(|line| (Slot::Line(line.id), "52 of 646".to_owned())).collect();
        black_box(state.after(LinesAction::Fill { puts, beyond: 0 }));
    }),
    ("lay out as a matrix", |state| {
        black_box(state.lines.matrix());
    }),
    ("leave out all of a name", |state| {
        black_box(state.after(LinesAction::LeaveOut(state.lines.as_slice()[0].id)));
    }),
    ("delete a line", |state| {
        black_box(state.after(LinesAction::Delete(vec![last(state)])));
    }),
    ("choose a setting", |state| {
        black_box(state.after(Setting::Council(None)));
    }),
    ("read the same again", |state| {
        black_box(state.after(Action::Read(table(state.lines.len()))));
    }),
    ("undo", |state| {
        black_box(state.after(Action::Undo));
    }),
    ("what needs attention", |state| {
        black_box(state.lines.all_problems());
    }),
    ("whether anything is unsaved", |state| {
        black_box(state.is_unsaved());
    }),
];

fn last(state: &State) -> LineId {
    state.lines.as_slice()[state.lines.len() - 1].id
}

/// A table of as many lines; every other is a figure.
fn table(size: usize) -> String {
    let line = |row: usize| {
        let name = if row.is_multiple_of(2) {
            "Three or more placements".to_owned()
        } else {
            format!("Unknown {row}")
        };
        format!("{name}\t{}-{:02}\t51\t646\n", 2001 + row % 90, 1 + row % 12)
    };
    let lines: String = (0..size).map(line).collect();
    format!("Indicator\tPeriod\tNumerator\tDenominator\n{lines}")
}

fn time(action: fn(&State), state: &State) -> Duration {
    let once = || {
        let started = Instant::now();
        action(state);
        started.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let states: Vec<State> = [LARGEST / 4, LARGEST / 2, LARGEST]
        .map(|size| State::default().after(Action::Read(table(size))))
        .into_iter()
        .collect();
    println!("{:<32} {:>8} {:>12} {:>8}", "action", "lines", "time", "growth");
    for (name, action) in ACTIONS.iter().filter(|(name, _)| is_wanted(name)) {
        let mut before = None::<Duration>;
        for state in &states {
            let now = time(*action, state);
            let growth = before.map_or_else(String::new, |before| {
                format!("{:.1}", now.as_secs_f64() / before.as_secs_f64().max(f64::EPSILON))
            });
            println!("{name:<32} {:>8} {:>9.2} ms {growth:>8}", state.lines.len(), now.as_secs_f64() * 1e3);
            before = Some(now);
        }
    }
}
