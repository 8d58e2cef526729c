//! Names the catalogue lacks, kept as measures of the council's own.

use corporate_parenting_calculator::app::lines::OwnAction;
use corporate_parenting_calculator::app::state::{Action, State};
use corporate_parenting_calculator::indicator::{Measure, OwnMeasure};
use corporate_parenting_calculator::read::{Entry, guessed_measure};

use crate::common::table;

/// What kind of number a name and its cells are, and where it belongs.
#[test]
fn kind_and_theme_are_guessed() {
    let mut wrong = Vec::new();
    for row in table("own_measures.csv") {
        let entry = |cell: &str| Entry { value: cell.to_owned(), ..Entry::default() };
        let entries: Vec<Entry> = row.get("cells").split('|').map(entry).collect();
        let guessed =
            guessed_measure(row.get("name"), row.get("context"), &entries.iter().collect::<Vec<_>>());
        let found = (guessed.kind.id(), guessed.theme.id());
        if found != (row.get("kind"), row.get("theme")) {
            wrong.push(format!("{row}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn own(state: &State) -> Vec<(String, String)> {
    let named = |measure: &Measure| (measure.id.to_string(), measure.title.to_string());
    state.lines.own_measures().iter().map(named).collect()
}

#[test]
fn a_name_kept_is_a_figure_in_every_line_of_it() {
    let text = "Indicator\tQ1 2023\tQ2 2023\nLife story work started\t45%\t50%\nDental checks\t80%\t81%\n";
    let state = State::default().after(Action::Read(text.to_owned()));
    let first = state.lines.iter().find(|line| line.entry.label.starts_with("Life")).map(|line| line.id);
    let first = first.expect("the name is in the table");
    let kept = state.after(OwnAction::Keep(first));
    let named = ("own:life-story-work-started".to_owned(), "Life story work started".to_owned());
    assert_eq!(own(&kept), [named]);
    assert_eq!(kept.figures().iter().filter(|figure| figure.indicator.is_own()).count(), 2);
    assert_eq!(kept.after(Action::Undo).figures(), state.figures());
    let defined =
        OwnMeasure { title: "Life story work".to_owned(), ..OwnMeasure::titled("Life story work started") };
    let defined = kept.after(OwnAction::Define(defined));
    assert_eq!(own(&defined)[0].1, "Life story work");
    assert_eq!(own(&defined.after(Action::Undo)), own(&kept));
}

/// "Number" under one heading is not the "Number" under another.
#[test]
fn the_same_name_under_other_headings_is_another_measure() {
    let text = "Mentoring\n\nIndicator\t2022\t2023\nReached\t5\t6\n\nSwimming\n\nIndicator\t2022\t2023\nReached\t15\t16\n";
    let mut state = State::default().after(Action::Read(text.to_owned()));
    let lines: Vec<_> = state.lines.iter().map(|line| line.id).collect();
    for line in lines {
        let is_own = |state: &State| {
            state
                .lines
                .get(line)
                .and_then(|line| line.entry.subject.indicator())
                .is_some_and(|measure| measure.is_own())
        };
        if !is_own(&state) {
            state = state.after(OwnAction::Keep(line));
        }
    }
    let titles: Vec<String> = own(&state).into_iter().map(|(_, title)| title).collect();
    assert_eq!(titles, ["Reached", "Swimming: Reached"]);
}
