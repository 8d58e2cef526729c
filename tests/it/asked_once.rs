//! Questions that one answer settles, and what a text names besides its figures.

use corporate_parenting_calculator::app::lines::{Field, LinesAction};
use corporate_parenting_calculator::app::state::{Action, State};
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::status::Status;

const WHOLE_NUMBERS: &str = "Measure\t2022/23\t2023/24\nThree or more placements\t52\t49\nReviews on time\t93\t95\n\
    Dental checks\t79\t83\n";

#[test]
fn percentages_or_counts_is_asked_once_for_a_table() {
    let other = "Measure\t2022/23\t2023/24\nLong-term stability\t66\t68\nImmunisations\t81\t84\n";
    let read = |state: &State, text: &str| state.after(Action::Read(text.to_owned()));
    let state = read(&read(&State::default(), other), WHOLE_NUMBERS);
    let asked = |state: &State| state.lines.all_problems().iter().filter(|(line, _)| line.is_some()).count();
    assert_eq!((asked(&state), state.lines.figures().len()), (2, 0));
    let line = state.lines.as_slice()[4].id;
    let answer = |text: &str| state.after(LinesAction::Edit(line.cell(Field::Value), text.to_owned()));
    let answered = answer("52%");
    assert_eq!((asked(&answered), answered.lines.figures().len()), (1, 6));
    assert_eq!(answered.message, Status::ReadAsPercentages(5).into());
    assert_eq!(answered.after(Action::Undo).lines, state.lines);
    // Another number is no answer for the table.
    assert_eq!(answer("52.3%").lines.figures().len(), 1);
}

#[test]
fn the_council_that_a_text_names_is_offered() {
    let table = "Measure\t2023/24\nDental checks\t84%\n";
    for (above, named) in [
        ("Birmingham City Council: children in care", Some("Birmingham")),
        ("Children in care", None),
        ("Birmingham and Solihull", None),
        ("Birmingham\nBirmingham with Solihull\nOf Birmingham", Some("Birmingham")),
        ("Reading results of children in care", None),
        ("England and the West Midlands", None),
    ] {
        let reading = read(&format!("{above}\n{table}"));
        assert_eq!(reading.council.map(|council| council.name), named, "{above}");
    }
}
