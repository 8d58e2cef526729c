//! Sources on their way in: what is asked, what each answer does, and that no answer meets another source.

use corporate_parenting_calculator::app::intake::{FileId, IntakeAction, SheetId};
use corporate_parenting_calculator::app::lines::{Field, LinesAction, OwnAction, Slot};
use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{
    Column, EntryProblem, FileError, Mapping, ProblemKind, open_file,
};
use corporate_parenting_calculator::words::status::Status;

fn after(state: &State, action: IntakeAction) -> State {
    state.after(action)
}

fn read(state: &State, text: &str) -> State {
    state.after(Action::Read(text.to_owned()))
}

/// Files with these names, numbered from 1.
fn files(names: &[&str]) -> IntakeAction {
    IntakeAction::Files((1..).map(FileId).zip(names.iter().map(|name| (*name).to_owned())).collect())
}

/// A file as its worker opens it.
fn opened(state: &State, number: usize, text: &str) -> State {
    let file = FileId(number);
    let source =
        state.intake.sources().iter().find(|source| source.file == Some(file)).expect("the file is waiting");
    let opened = open_file(text.as_bytes(), &source.name, &state.intake.options_of(source));
    after(state, IntakeAction::Opened(file, opened))
}

const UNKNOWN: &str = "KPI wording\tTop\tBottom\nDental checks\t300\t400\n";

fn mapping() -> Mapping {
    Mapping {
        headings: ["KPI wording", "Top", "Bottom"].map(str::to_owned).to_vec(),
        columns: vec![Column::Name, Column::Numerator, Column::Denominator],
    }
}

#[test]
fn an_answer_is_for_the_source_that_was_asked_about() {
    let state = after(&State::default(), files(&["first.tsv", "second.tsv"]));
    let state = opened(&state, 1, UNKNOWN);
    let asked = state.intake.asked().expect("headings are asked for").id;
    let state = opened(&state, 2, "Other wording\tUp\tDown\nImmunisations\t231\t248\n");
    assert_eq!(state.intake.asked().map(|source| source.id), Some(asked), "the question stays the same");
    let state = after(&state, IntakeAction::Cancel(asked));
    assert_eq!(state.intake.asked().map(|source| source.name.as_str()), Some("second.tsv"));
    assert!(
        after(&state, IntakeAction::Cancel(asked)).intake.asked().is_some(),
        "an answer given twice meets nobody"
    );
}

#[test]
fn what_headings_mean_is_said_once_and_can_be_taken_back() {
    let state = opened(&after(&State::default(), files(&["1.tsv", "2.tsv"])), 1, UNKNOWN);
    let id = state.intake.asked().expect("headings are asked for").id;
    let state = opened(&after(&state, IntakeAction::Map(id, mapping())), 1, UNKNOWN);
    assert_eq!(state.figures()[0].amount, Amount::Counts { numerator: 300, denominator: 400 });
    assert!(
        opened(&state, 2, UNKNOWN).intake.asked().is_none(),
        "the second file with the same headings is not asked about"
    );
    let undone = (0..3).fold(state, |state, _| state.after(Action::Undo));
    assert!(read(&undone, UNKNOWN).intake.asked().is_some(), "what was taken back is asked again");
}

#[test]
fn tables_without_meaning_are_put_aside_one_by_one() {
    let state = read(
        &State::default(),
        &format!("{UNKNOWN}\nOther wording\tUp\tDown\nImmunisations\t231\t248\n\nReviews on time\t95\t100\n"),
    );
    let source = state.intake.asked().expect("headings are asked for");
    let places: Vec<_> = source.sheets()[0].unmapped.iter().map(|unmapped| unmapped.place.clone()).collect();
    assert_eq!(places.len(), 2);
    let state = after(&state, IntakeAction::Ignore(source.id, places[0].clone()));
    let source = state.intake.asked().expect("the second is asked for");
    let state = after(&state, IntakeAction::Ignore(source.id, places[1].clone()));
    assert!(state.intake.asked().is_none());
    assert_eq!(state.figures().len(), 1);
}

#[test]
fn personal_data_is_kept_nowhere() {
    let texts = [
        "Child name\tDOB\nAda Oakhollow\t12/03/2010\nBen Pellweather\t01/05/2011\n",
        "Name,Date of birth,NHS number\nAda Oakhollow,12/03/2010,9434765919\n",
        "Surname;Forename;DOB;NHS No\nOakhollow;Ada;12/03/2010;9434765919\n",
    ];
    for text in texts {
        let state = read(&State::default(), text);
        let id = state.intake.asked().expect("it is said that this is personal data").id;
        assert!(!state.can_undo());
        for state in [after(&state, IntakeAction::Cancel(id)), state] {
            let kept = format!("{state:?} {:?}", state.private_copy());
            for value in ["Oakhollow", "2010", "9434765919"] {
                assert!(!kept.contains(value), "{value} in {kept}");
            }
        }
    }
}

#[test]
fn what_was_said_of_personal_data_goes_with_the_next_step() {
    let refused = read(&State::default(), "Child name\tDOB\nAda Oakhollow\t12/03/2010\n");
    assert!(refused.intake.asked().is_some());
    assert!(read(&refused, "Dental checks\t300\t400\n").intake.asked().is_none(), "a good paste");
    assert!(refused.after(Action::Clear).intake.asked().is_none(), "Clear");
    let twice = read(&refused, "Child name\tDOB\nBen Pellweather\t01/05/2011\n");
    assert_eq!(twice.intake.sources().len(), 1, "one paste is told of, not both");
}

#[test]
fn a_cell_keeps_no_personal_data() {
    let start = read(&State::default(), "Dental checks\t300\t400\n");
    let line = start.lines.as_slice()[0].id;
    let type_in = |state: &State, field, text: &str| {
        (1..=text.chars().count()).fold(state.clone(), |state, length| {
            let typed = text.chars().take(length).collect();
            state.after(LinesAction::Edit(line.cell(field), typed))
        })
    };
    for (field, text) in [
        (Field::Area, "Tamsin Oakhollow"),
        (Field::Value, "943 476 5919"),
        (Field::Numerator, "tamsin@example.org"),
        (Field::Denominator, "14/03/2011"),
    ] {
        let pasted = start.after(LinesAction::Edit(line.cell(field), text.to_owned()));
        assert!(pasted.turned_away.as_ref().is_some_and(|away| away.at == Slot::Line(line)), "{text}");
        let puts = vec![(Slot::Line(line), "3".to_owned()), (Slot::Line(line), text.to_owned())];
        let filled = start.after(LinesAction::Fill { puts, beyond: 0 });
        let put = start.after(LinesAction::Put(Slot::Line(line), text.to_owned()));
        let own = start.after(OwnAction::Add(text.to_owned(), String::new()));
        for state in [pasted, filled, put, own, type_in(&start, field, text)] {
            assert_eq!(state.lines, start.lines, "{text}");
            let kept = format!("{state:?} {:?}", state.after(Action::Undo));
            assert!(!kept.contains(&text[..text.len() - 1]), "{text} in {kept}");
        }
    }
    for (field, text) in [
        (Field::Area, "Kent"),
        (Field::Area, "Milton Keynes"),
        (Field::Period, "31 March 2023"),
        (Field::Value, "7.9%"),
    ] {
        let typed = type_in(&start, field, text);
        assert!(format!("{:?}", typed.lines).contains(text) && typed.turned_away.is_none(), "{text}");
    }
}

#[test]
fn a_file_that_fails_is_told_and_leaves_the_others() {
    let state = after(&State::default(), files(&["bad.csv", "good.csv"]));
    let state = after(&state, IntakeAction::Failed(FileId(1), FileError::NoMemory));
    let state = opened(&state, 2, "Dental checks,300,400\n");
    assert_eq!(state.figures().len(), 1);
    let told = state.lines.all_problems().iter().any(|(_, problem)| {
        problem.place.file.as_deref() == Some("bad.csv")
            && problem.kind == ProblemKind::NotRead(FileError::NoMemory)
    });
    assert!(told, "{:?}", state.lines.table_problems());
}

#[test]
fn figures_leave_and_come_back_the_same() {
    let table = "Indicator\tPeriod\tNumerator\tDenominator\tValue\nThree or more placements\t2022/23\t51\t646\t7.9%\n\
        Long-term stability\t2022/23\t\t\t69.5%\nKey Stage 2 progress in reading\t2022/23\t\t\t-0.96\nChildren in care\t2022/23\t\t\t1,655\n\
        Dental checks\t2022/23\t3 (0.9%)\t\t\nImmunisations\t2022/23\t\t\tx\n";
    let state = read(&State::default(), table);
    let csv = state.figures_csv();
    let amounts = |state: &State| {
        state
            .figures()
            .iter()
            .map(|figure| (figure.indicator.clone(), figure.period, figure.amount))
            .collect::<Vec<_>>()
    };
    let again = read(&State::default(), &csv);
    assert_eq!(amounts(&again), amounts(&state), "{}", *csv);
    assert_eq!(State::restored(state.publishable_copy().into_inner()).figures_csv(), csv);
    let from_file = opened(&after(&State::default(), files(&["figures.csv"])), 1, &csv);
    assert_eq!(amounts(&from_file), amounts(&state), "a file says what the same text says");
}

#[test]
fn only_figures_leave() {
    let table = "Indicator\tPeriod\tNumerator\tDenominator\tValue\nThree or more placements\t2022/23\t3\t\t0.5%\n\
        Dental checks\t2022/23\tc\t646\t0.5%\nImmunisations\t2022/23\tc\t4\t\nUASC cohort, 4 of whom new\t2022/23\t12\t40\t\n";
    let state = read(&State::default(), table);
    let saved = format!("{:?} {}", state.publishable_copy(), *state.figures_csv());
    for told in ["4 of whom", "\"3\"", "646", "\"4\""] {
        assert!(!saved.contains(told), "{told} leaves in {saved}");
    }
    assert_eq!(state.without_figure(), 1);
}

#[test]
fn areas_and_periods_leave_as_what_they_mean() {
    let table = "Indicator\tArea\tPeriod\tNumerator\tDenominator\n\
        Three or more placements\tcambridgeshire county council\tyear ending 31 March 2023\t51\t646\n";
    let state = read(&State::default(), table);
    let csv = state.figures_csv();
    assert!(csv.contains(",Cambridgeshire,2022/23,51,646,"), "{}", *csv);
}

#[test]
fn what_became_of_each_of_several_files_stays_told() {
    let names = ["first.tsv", "second.tsv", "third.tsv", "fourth.pdf"];
    let state = after(&State::default(), files(&names));
    let state = opened(&state, 1, "Dental checks\t300\t400\n");
    let state = opened(&state, 2, UNKNOWN);
    let state = opened(&state, 3, "Immunisations\t231\t248\n");
    let state = opened(&state, 4, "%PDF-1.7");
    let told = |state: &State| {
        let message = state.message.to_string();
        let places = names.map(|name| message.matches(name).count());
        (places, state.message.statuses().contains(&Status::Question("second.tsv".to_owned())))
    };
    assert_eq!(told(&state), ([1, 1, 1, 1], true), "{}", state.message);
    let asked = state.intake.asked().expect("headings are asked for").id;
    let state = after(&state, IntakeAction::Cancel(asked));
    assert_eq!(told(&state), ([1, 1, 1, 1], false), "{}", state.message);
    let next = after(&state, IntakeAction::Files(vec![(FileId(5), "fifth.tsv".to_owned())]));
    let next = opened(&next, 5, "Dental checks\t301\t400\n");
    assert!(!next.message.to_string().contains("first.tsv"), "{}", next.message);
}

#[test]
fn a_hidden_sheet_is_asked_about_even_if_it_is_the_only_one() {
    let sheet = |name: &str, state: &str, label: &str| {
        format!(
            "<Worksheet ss:Name=\"{name}\"><Table><Row><Cell><Data ss:Type=\"String\">{label}</Data></Cell>\
             <Cell><Data ss:Type=\"String\">75%</Data></Cell></Row></Table><WorksheetOptions><Visible>{state}</Visible></WorksheetOptions></Worksheet>"
        )
    };
    let hidden = sheet("Kept back", "SheetHidden", "Dental checks");
    let empty = sheet("Cover", "SheetVisible", "Nothing in particular").replace("75%", "");
    for sheets in [hidden.clone(), format!("{empty}{hidden}")] {
        let book = format!(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
        );
        let state = after(&State::default(), files(&["book.xls"]));
        let state = opened(&state, 1, &book);
        assert!(state.figures().is_empty(), "not read unasked");
        let source = state.intake.asked().expect("it is asked about");
        assert!(!source.chosen.contains(&true), "nothing is chosen beforehand");
        let (id, last) = (source.id, source.chosen.len() - 1);
        let state =
            after(&after(&state, IntakeAction::ChooseSheet(id, SheetId(last))), IntakeAction::Add(id));
        assert_eq!(state.figures().len(), 1);
    }
}

#[test]
fn quarters_in_names_are_of_the_year_reported_on() {
    let text = "Dental checks Q1\t97%\nReviews held on time in Quarter 2\t96%";
    let periods = |state: &State| -> Vec<Option<String>> {
        state.lines.figures().iter().map(|figure| figure.period.map(Period::id)).collect()
    };
    let in_year = ["2023-Q1", "2023-Q2"].map(|period| Some(period.to_owned()));
    let chosen = Setting::Period(Some(Period::Month(2023, 3)));

    // Nothing says the year: one question for the table, which the period answers.
    let asked = read(&State::default(), text);
    let problems = asked.lines.all_problems();
    let [(_, problem)] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(problem.kind, EntryProblem::NoYear.into());
    assert!(periods(&asked).is_empty());
    let answered = asked.after(chosen.clone());
    assert_eq!(periods(&answered), in_year);
    assert!(answered.lines.all_problems().is_empty());

    // The year is chosen before, or another figure says it.
    assert_eq!(periods(&read(&State::default().after(chosen), text)), in_year);
    let beside = read(&State::default(), "Measure\t2022/23\nChildren in care\t646");
    assert_eq!(periods(&read(&beside, text))[1..], in_year);
}

/// A council that was opened for its official figures gives way to that of the first figures; one whose figures are here stays, and
/// the other is offered.
#[test]
fn figures_of_another_council_are_not_lost() {
    let council = |code: &str| Some(area::by_code(code).expect("a council"));
    let of = |name: &str, year: &str| format!("Council\tIndicator\t{year}\n{name}\tDental checks\t81%\n");
    let opened = State::default().after(Action::Set(Setting::Council(council("873"))));
    let first = read(&opened, &of("Leicestershire", "2023/24"));
    assert_eq!((first.settings.council, first.council_to_choose()), (council("855"), None));
    let chosen = first.after(Action::Set(Setting::Council(council("873"))));
    assert_eq!(chosen.council_to_choose(), council("855"));
    let both = read(&chosen, &of("Cambridgeshire", "2022/23"));
    assert_eq!((both.settings.council, both.council_to_choose()), (council("873"), None));
}
