//! The lines as a matrix: where each figure stands, what its cell says, and what typing into cells means.

use corporate_parenting_calculator::app::lines::matrix::{Row, RowsBy, Section, When};
use corporate_parenting_calculator::app::lines::slot::{block, cell_text};
use corporate_parenting_calculator::app::lines::{LinesAction, Matrix, Slot};
use corporate_parenting_calculator::app::state::Setting;
use corporate_parenting_calculator::app::state::{Action, Example, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::figure::{Amount, Withheld};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::screens::figures::{Which, beside_official};
use corporate_parenting_calculator::words::status::{RowOrder, Status};
use proptest::prelude::*;

use crate::common::table;

/// A matrix renewed after a change of numbers is the one made anew, with the rows of other lines as they were; any other change has it
/// made anew.
#[test]
fn a_matrix_is_renewed_where_numbers_change_alone() {
    let state = read(
        "Indicator\tApr 2024\tMay 2024\tJun 2024\nDental checks\t80%\t\t82%\nImmunisations\t91%\t92%\t93%\nDental checks\t70%\t71%\t72%\n",
    );
    let before = state.lines.matrix_by(RowsBy::Pasted);
    let put = |row: usize, column: usize, text: &str| {
        let slot = before.rows[row].slot(column, &before.columns[column]);
        let after = state.after(LinesAction::Put(slot, text.to_owned()));
        let made = after.lines.matrix_by(RowsBy::Pasted);
        let renewed = before.renewed(&state.lines, &after.lines);
        assert!(renewed.as_ref().is_none_or(|renewed| *renewed == made), "{row} {column} {text}");
        renewed
    };
    for (row, column, text) in [(0, 0, "81%"), (2, 2, "x"), (2, 1, ""), (1, 2, "c")] {
        let renewed = put(row, column, text).expect("numbers alone change");
        let is_same = |at: &usize| std::rc::Rc::ptr_eq(&renewed.rows[*at], &before.rows[*at]);
        assert_eq!((0..before.rows.len()).filter(is_same).count(), before.rows.len() - 1, "{text}");
    }
    // A figure more, and the first with counts in its column.
    assert_eq!(put(1, 1, "81%"), None);
    assert_eq!(put(0, 0, "8 of 10"), None);
    let retimed = state.after(LinesAction::Retime(before.lines_of(0), "Mar 2024".to_owned()));
    assert_eq!(before.renewed(&state.lines, &retimed.lines), None);
    let deleted = state.after(LinesAction::Delete(vec![before.rows[0].first.id]));
    assert_eq!(before.renewed(&state.lines, &deleted.lines), None);
}

fn read(text: &str) -> State {
    State::default().after(Action::Read(text.to_owned()))
}

/// The matrix as text: the headings, then each row with its section.
fn drawn(matrix: &Matrix) -> Vec<String> {
    let when = |when: &When| match when {
        When::Period(period) => period.id(),
        When::Unreadable(text) => format!("?{text}"),
        When::NotGiven => "-".to_owned(),
    };
    let section = |row: &Row| match row.section {
        Section::Unsettled => "ask".to_owned(),
        Section::Theme(theme) => theme.id().to_owned(),
        Section::LeftOut => "out".to_owned(),
    };
    let cells = |row: &Row| {
        let cells = row.cells.iter();
        let texts =
            cells.map(|line| line.as_ref().map_or_else(|| ".".to_owned(), |line| cell_text(&line.entry)));
        texts.collect::<Vec<_>>().join(" | ")
    };
    let head = matrix.columns.iter().map(|column| when(&column.when)).collect::<Vec<_>>().join(" | ");
    let row = |row: &std::rc::Rc<Row>| {
        let area = &row.first.entry.area;
        let of = if area.is_empty() { String::new() } else { format!(" of {area}") };
        format!("{}: {}{of} = {}", section(row), row.title(), cells(row))
    };
    std::iter::once(head).chain(matrix.rows.iter().map(row)).collect()
}

#[test]
fn figures_stand_as_they_were_pasted() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Measure\t22/23\t21/22\nDental checks\t76%\t70%\nImmunisations\t91%\tc",
            &[
                "2022 | 2023",
                "healthy: Dental checks up to date = 70% | 76%",
                "healthy: Immunisations up to date = c | 91%",
            ],
        ),
        (
            "Dental checks\t2022/23\t70\t100\nOur own name\t2022/23\t5\t6\nThree or more placements\t2021/22\t51\t646",
            &[
                "2022 | 2023",
                "ask: Our own name = . | 5 of 6",
                "healthy: Dental checks up to date = . | 70 of 100",
                "stability: Three or more placements in the year = 51 of 646 | .",
            ],
        ),
        (
            "indicator,area,period,numerator,denominator,value\ndental-checks,Kent,2023,3,4,\ndental-checks,Essex,2023,,,7%\ndental-checks,Kent,2023,1,4,",
            &[
                "2023",
                "healthy: Dental checks up to date of Kent = 3 of 4",
                "healthy: Dental checks up to date of Essex = 7%",
                "healthy: Dental checks up to date of Kent = 1 of 4",
            ],
        ),
        ("Dental checks: 76%", &["-", "healthy: Dental checks up to date = 76%"]),
    ];
    for (text, expected) in cases {
        assert_eq!(drawn(&read(text).lines.matrix()), *expected, "{text}");
    }
}

#[test]
fn a_cell_is_typed_as_one_text() {
    let counts = |numerator, denominator| Some(Amount::Counts { numerator, denominator });
    let cases: &[(&str, &str, Option<Amount>)] = &[
        ("52 of 646", "52 of 646", counts(52, 646)),
        ("52/646", "52 of 646", counts(52, 646)),
        ("1,052 out of 6,460", "1,052 of 6,460", counts(1052, 6460)),
        ("51 of 646 (7.9%)", "51 of 646 (7.9%)", counts(51, 646)),
        ("c of 646", "c of 646", Some(Amount::Withheld(Withheld::Confidential))),
        ("c", "c", Some(Amount::Withheld(Withheld::Confidential))),
        ("low", "low", Some(Amount::Withheld(Withheld::RoundsToZero))),
        ("", "", None),
        ("700 of 646", "700 of 646", None),
        ("52", "52", None),
        ("many of 10", "many of 10", None),
        ("of 10", "of 10", None),
    ];
    let state = read("Three or more placements\t2022/23\t51\t646");
    let slot = Slot::Line(state.lines.as_slice()[0].id);
    for (typed, shown, amount) in cases {
        let after = state.after(LinesAction::Put(slot.clone(), (*typed).to_owned()));
        let line = &after.lines.as_slice()[0];
        assert_eq!(cell_text(&line.entry), *shown, "{typed}");
        assert_eq!(line.checked.figure.as_ref().map(|figure| figure.amount), *amount, "{typed}");
    }
}

/// A whole number among percentages is one; among counts, or by itself, it is asked about.
#[test]
fn a_whole_number_in_a_row_of_percentages_is_one() {
    let cases = [
        ("Dental checks\t76%\t70%", "77", "77%"),
        ("Dental checks\t76%\tc", "77", "77%"),
        ("Dental checks\t76%\t70%", "0.77", "0.77"),
        ("Dental checks\t76%\t70%", "770", "770"),
        ("Dental checks\t76 of 100\t70%", "77", "77"),
        ("Dental checks\t76 of 100\t70 of 90", "77", "77"),
        ("Children in care\t646\t650", "77", "77"),
    ];
    for (row, typed, shown) in cases {
        let state = read(&format!("Measure\t22/23\t21/22\n{row}"));
        let slot = Slot::Line(state.lines.as_slice()[0].id);
        let after = state.after(LinesAction::Put(slot, typed.to_owned()));
        let line = &after.lines.as_slice()[0];
        assert_eq!(cell_text(&line.entry), shown, "{row}");
        assert_eq!((line.entry.place.row, line.entry.place_of_number().row), (0, 0), "it was typed here");
    }
}

#[test]
fn rows_stand_as_they_were_pasted_or_by_theme() {
    let state = read("Measure\t22/23\nThree or more placements\t9%\nOur own name\t5%\nDental checks\t76%");
    let names = |by: RowsBy| drawn(&state.lines.matrix_by(by))[1..].concat();
    let [placements, own, dental] = [
        "stability: Three or more placements in the year = 9%",
        "ask: Our own name = 5%",
        "healthy: Dental checks up to date = 76%",
    ];
    assert_eq!(names(RowsBy::Pasted), [placements, own, dental].concat());
    assert_eq!(names(RowsBy::Theme), [own, dental, placements].concat());
}

#[test]
fn an_empty_cell_becomes_a_figure_of_its_row_and_column() {
    let state = read("Measure\t21/22\t22/23\nDental checks\t\t76%\nImmunisations\t91%\t92%");
    let matrix = state.lines.matrix();
    let slot = matrix.rows[0].slot(0, &matrix.columns[0]);
    assert!(matches!(slot, Slot::New { .. }));
    assert_eq!(state.after(LinesAction::Put(slot.clone(), " ".to_owned())).lines, state.lines);
    let typed = state.after(LinesAction::Put(slot, "70%".to_owned()));
    let figure = typed.lines.as_slice().last().and_then(|line| line.checked.figure.clone());
    let figure = figure.map(|figure| (figure.indicator.id.to_string(), figure.period));
    assert_eq!(figure, Some(("dental-checks".to_owned(), Some(Period::Year(2022)))));
    assert_eq!(typed.lines.matrix().rows.len(), 2);
}

#[test]
fn a_block_fills_cells_and_what_is_beyond_is_counted() {
    let state = read("Measure\t21/22\t22/23\nDental checks\t70%\t76%\nImmunisations\t91%\t92%");
    let (puts, beyond) = state.lines.matrix().block(0, 1, &block("1%\t2%\r\n3 of 4\r\n5%\r\n"));
    assert_eq!((puts.len(), beyond), (2, 2));
    let filled = state.after(LinesAction::Fill { puts, beyond });
    assert_eq!(
        drawn(&filled.lines.matrix())[1..],
        ["healthy: Dental checks up to date = 70% | 1%", "healthy: Immunisations up to date = 91% | 3 of 4"]
    );
    assert_eq!(filled.after(Action::Undo).lines, state.lines);
}

/// A month without names goes into the rows as they are here, which may not be the order in which they came.
#[test]
fn a_month_without_names_is_to_be_checked_where_rows_were_sorted() {
    for (names, order) in [
        (["Children in care", "Dental checks", "Immunisations"], RowOrder::AsPasted),
        (["Dental checks", "Immunisations", "Children in care"], RowOrder::ByTheme),
    ] {
        let rows = names.map(|name| format!("{name}\t70\n")).concat();
        let state = read(&format!("Measure\tApr 2024\n{rows}"));
        let state = state.after(LinesAction::AddPeriod("May 2024".to_owned()));
        let (puts, beyond) = state.lines.matrix().block(0, 1, &block("71\n72\n73\n"));
        let filled = state.after(LinesAction::Fill { puts, beyond });
        let Some(Status::Filled { cells: 3, beyond: 0, order: told, span }) =
            filled.message.statuses().first()
        else {
            panic!("{names:?}: {}", filled.message)
        };
        assert_eq!((*told, span.len()), (order, 2), "{names:?}");
        let pasted = state.lines.matrix_by(RowsBy::Pasted).block(0, 1, &block("71\n72\n73\n")).0;
        let message = state.after(LinesAction::Fill { puts: pasted, beyond: 0 }).message;
        let is_as_pasted =
            |status: &Status| matches!(status, Status::Filled { order: RowOrder::AsPasted, .. });
        assert!(message.statuses().iter().any(is_as_pasted), "{names:?}: {message}");
    }
}

#[test]
fn a_table_is_typed_by_hand() {
    let Some(dental) = indicator::by_id("dental-checks") else { panic!("the catalogue has it") };
    let state = State::default().after(LinesAction::AddMeasure(dental.into(), String::new()));
    assert_eq!(drawn(&state.lines.matrix()), ["-", "healthy: Dental checks up to date = "]);
    let state = state.after(LinesAction::AddPeriod("2023/24".to_owned()));
    assert_eq!(drawn(&state.lines.matrix()), ["2024", "healthy: Dental checks up to date = "]);
    let state = state.after(LinesAction::AddPeriod("2024/25".to_owned()));
    assert_eq!(drawn(&state.lines.matrix()), ["2024 | 2025", "healthy: Dental checks up to date =  | "]);
    assert_eq!((state.figures().len(), state.lines.all_problems().len()), (0, 0));
    let matrix = state.lines.matrix();
    let later = state.after(LinesAction::Retime(matrix.lines_of(1), "2025/26".to_owned()));
    assert_eq!(drawn(&later.lines.matrix())[0], "2024 | 2026");
}

#[test]
fn what_a_cell_shows_can_be_typed_back() {
    for example in Example::ALL {
        let state = State::default().after(Action::Load(example));
        for line in &state.lines {
            let slot = Slot::Line(line.id);
            assert_eq!(state.after(LinesAction::Put(slot, cell_text(&line.entry))).lines, state.lines);
        }
    }
}

proptest! {
    /// Whatever is typed, the cell shows it, or what it means, and typing that again changes nothing more.
    #[test]
    fn typing_what_a_cell_shows_changes_nothing(text in "[0-9c:x%/() of,.]{0,12}") {
        let state = read("Three or more placements\t2022/23\t51\t646");
        let slot = Slot::Line(state.lines.as_slice()[0].id);
        let once = state.after(LinesAction::Put(slot.clone(), text));
        let shown = cell_text(&once.lines.as_slice()[0].entry);
        prop_assert_eq!(once.after(LinesAction::Put(slot, shown)).lines, once.lines);
    }
}

/// The newest figure of a row is set beside the official one of its year, or the latest where it has none.
#[test]
fn a_figure_beside_the_official_one_is_the_same_or_differs_or_is_to_be_checked() {
    for case in table("beside_official.csv") {
        let state = State::default().after(Setting::Council(area::by_code("873")));
        let text =
            format!("Measure\t{}\n{}\t{}\n", case.get("period"), case.get("measure"), case.get("figure"));
        let state = state.after(Action::Read(text));
        let matrix = state.lines.matrix();
        let beside = state.beside_official(&matrix.rows[0]);
        let said = beside.and_then(|beside| {
            let of = (&beside.measure, beside.agreement?, beside.official, beside.period);
            Some(beside_official(of.0, of.1, of.2, of.3, Which::Newest))
        });
        assert_eq!(said.as_deref().unwrap_or_default(), case.get("said"), "{case}");
    }
}

/// An earlier figure is set beside the official one of its own time, where it differs from that.
#[test]
fn an_earlier_figure_that_differs_from_the_official_one_is_marked() {
    let state = State::default().after(Setting::Council(area::by_code("873")));
    let state = state.after(Action::Read(
        "Measure\t2022/23\tMar 2024\tDec 2024\t2024/25\nChildren in care\t632\t668\t300\t705\nDental checks\t57.1%\t90%\t12%\t67.5%\n".to_owned(),
    ));
    let said = |row: usize| -> Vec<String> {
        let matrix = state.lines.matrix();
        let row = &matrix.rows[row];
        let figures = row.lines().filter_map(|line| line.checked.figure.as_ref());
        let beside = figures.filter_map(|figure| state.beside_earlier(row, figure));
        let told = beside.filter_map(|it| {
            Some(beside_official(&it.measure, it.agreement?, it.official, it.period, Which::Earlier))
        });
        told.collect()
    };
    assert_eq!(said(0), ["This figure differs: it is 37 more than the official 631 of March 2024."]);
    assert_eq!(
        said(1),
        [
            "Check this figure: it is 12.6 points below the official 69.7% of 2022/23.",
            "Check this figure: it is 18.5 points above the official 71.5% of 2023/24."
        ]
    );
}
