//! Commentary in Word and Excel files: under its measure, in the table of actions, and read back from a workbook.

use corporate_parenting_calculator::app::commentary::CommentaryAction;
use corporate_parenting_calculator::app::lines::OwnAction;
use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::commentary::{Part, Remark};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::indicator::{self, Measure};
use corporate_parenting_calculator::office::{Format, document};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read_bytes;

use crate::office::{TABLE, parts, texts, with_own_measures};

/// A table with commentary: a remark that may leave, on two lines, and one that says a small number.
fn with_commentary() -> State {
    let read = State::default().after(Action::Read(TABLE.to_owned()));
    let said = [
        ("three-or-more-placements", Part::Showing, "Fewer moves.\nMost were planned."),
        ("three-or-more-placements", Part::Doing, "Weekly matching panel"),
        ("three-or-more-placements", Part::Who, "Head of Placements"),
        ("three-or-more-placements", Part::By, "31 March 2027"),
        ("dental-checks", Part::Why, "4 children moved away"),
        ("dental-checks", Part::Doing, "Clinics in schools"),
    ];
    said.into_iter().fold(read.after(Setting::Period(Some(Period::Year(2023)))), |state, (id, part, text)| {
        let measure = indicator::by_id(id).expect("the catalogue has it").into();
        state.after(CommentaryAction::Write(measure, Some(Period::Year(2023)), part, text.to_owned()))
    })
}

#[test]
fn commentary_stands_under_its_measure_and_its_actions_in_a_table() {
    let state = with_commentary();
    let made = |state: &State| parts(&document(&state.contents(), Format::Word))["word/document.xml"].clone();
    let document = made(&state);
    let said = texts(&document, "w:t").join("|");
    let account =
        "|What it shows. |Fewer moves.|Most were planned.|What we are doing. |Weekly matching panel|";
    let (before, after) = said.split_once(account).expect("the account is there");
    assert!(before.ends_with('.') && before.contains("|Stability and permanence|"), "{before}");
    let table = "|Measure|Action|Who|By when|Three or more placements in the year|Weekly matching panel|Head of Placements|31 March 2027|";
    assert_eq!(after.matches(table).count(), 1, "{after}");
    let actions = document.rsplit_once("Weekly matching panel").expect("the table").0;
    let actions = actions.rsplit_once("<w:tbl>").expect("the table").1;
    assert_eq!(actions.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(actions.matches("<w:tr>").count(), actions.matches("<w:cantSplit/>").count());
    // What says a small number of children leaves in an internal document only.
    assert!(!said.contains("moved away") && !said.contains("Clinics in schools"));
    assert!(made(&state.after(Setting::Audience(Audience::Council))).contains("4 children moved away"));
}

#[test]
fn the_commentary_of_a_workbook_reads_back() {
    let state = with_commentary().after(OwnAction::KeepUnsettled);
    let titled = state.figures().into_iter().find(|figure| figure.indicator.is_own()).expect("it is kept");
    let write = |state: &State, measure: &Measure, period, part, text: &str| {
        state.after(CommentaryAction::Write(measure.clone(), period, part, text.to_owned()))
    };
    let state =
        write(&state, &titled.indicator, Some(Period::Year(2022)), Part::Why, "More tea was asked for");
    let children = indicator::by_id("children-in-care").expect("the catalogue has it").into();
    let state = write(
        &state,
        &children,
        Some(Period::Year(2021)),
        Part::Doing,
        "Placement strategy, reviewed 1/9/2026",
    );
    let state = write(&state, &children, Some(Period::Year(2021)), Part::By, "31/03/2027");
    let state = write(&state, &children, Some(Period::Year(2021)), Part::Who, "Virtual School, with Health");
    let state = state.after(Setting::Audience(Audience::Council));
    let bytes = document(&state.contents(), Format::Excel).into_inner();
    let reading = with_own_measures(read_bytes(&bytes, "report.xlsx"));
    let problems = reading.all_problems().into_iter().map(|problem| problem.place.sheet);
    assert_eq!(problems.collect::<Vec<_>>(), [Some("Figures".to_owned())], "what the table itself gives");
    let said: Vec<(String, String, Part, String)> = reading
        .comments
        .iter()
        .map(|comment| {
            let measure = comment.measure().expect("its name is settled").id.clone().into_owned();
            (measure, comment.entry.period.clone(), comment.part, comment.text.clone())
        })
        .collect();
    let of_remark = |remark: &Remark| -> Vec<(String, String, Part, String)> {
        let period = remark.period.map(|period| period.to_string()).unwrap_or_default();
        let part = |(part, text): (Part, &str)| {
            (remark.measure.id.clone().into_owned(), period.clone(), part, text.replace('\n', " "))
        };
        remark.parts().map(part).collect()
    };
    let expected: Vec<_> = state.commentary.remarks().iter().flat_map(of_remark).collect();
    assert_eq!(said, expected);
    assert_eq!(expected.len(), 10);
    // What says a small number of children has no row.
    let public = parts(&document(&with_commentary().contents(), Format::Excel));
    assert!(public.values().all(|text| !text.contains("moved away")));
    assert!(public.values().any(|text| text.contains("Weekly matching panel")));
}
