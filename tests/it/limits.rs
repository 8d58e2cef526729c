//! What is beyond a limit of reading is counted and named, and what is handed over stays small.

use corporate_parenting_calculator::read::{
    LimitProblem, MAX_BYTES, Opened, Options, ProblemKind, SourceProblem, TableProblem, open_text, read,
    read_bytes,
};
use rust_xlsxwriter::Workbook;

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (1..=count).map(|row| line(row) + "\n").collect()
}

fn beyond_last_row(count: usize, first: usize) -> ProblemKind {
    LimitProblem::Rows { count, first }.into()
}

/// A text, how many values are taken from it, and what is said of the rest, with its row and column.
#[test]
fn the_rest_is_counted_and_named() {
    let cases = [
        (lines(20_000, |_| "Dental checks,51,30000".to_owned()), 20_000, None),
        (
            lines(20_001, |_| "Dental checks,51,30000".to_owned()),
            20_000,
            Some((beyond_last_row(1, 20_001), 20_001, 0)),
        ),
        (
            lines(25_000, |_| "Dental checks,51,30000".to_owned()),
            20_000,
            Some((beyond_last_row(5_000, 20_001), 20_001, 0)),
        ),
        // A row is taken whole or not at all.
        (
            format!("Indicator,2021,2022,2023\n{}", lines(7_000, |_| "Dental checks,1%,2%,3%".to_owned())),
            19_998,
            Some((beyond_last_row(334, 6_668), 6_668, 0)),
        ),
        // Remarks that say the same are folded.
        (
            lines(10_000, |row| format!("{0}\t{0}", row + 10_000)),
            0,
            Some((
                ProblemKind::Alike {
                    places: 9_950,
                    last_row: 10_000,
                    kind: Box::new(TableProblem::RowNotRead.into()),
                },
                51,
                0,
            )),
        ),
        (
            lines(2, |row| {
                (0..1_200).map(|column| format!("word {row} {column}")).collect::<Vec<_>>().join("\t")
            }),
            0,
            Some((LimitProblem::Columns(400).into(), 1, 1_001)),
        ),
        (
            format!("Children in care\t646\n{}\t51\t646\n", "word ".repeat(10_000)),
            1,
            Some((LimitProblem::LongCells(1).into(), 2, 1)),
        ),
        ("x".repeat(MAX_BYTES + 1), 0, Some((SourceProblem::TooLarge(MAX_BYTES + 1).into(), 0, 0))),
    ];
    for (text, entries, rest) in cases {
        let begin: String = text.chars().take(40).collect();
        let reading = read(&text);
        assert_eq!(reading.entries.len(), entries, "{begin}");
        assert!(reading.problems.len() <= 1_001, "{begin}");
        match rest {
            None => assert_eq!(reading.problems, [], "{begin}"),
            Some((kind, row, column)) => {
                let found = reading.problems.iter().find(|problem| problem.kind == kind);
                let place = found.map(|problem| (problem.place.row, problem.place.column));
                assert_eq!(place, Some((row, column)), "{begin}: {:?}", reading.problems);
            }
        }
    }
}

#[test]
fn sheets_of_a_workbook_share_the_limit() {
    let mut book = Workbook::new();
    for _ in 0..2 {
        let sheet = book.add_worksheet();
        for row in 0..15_000 {
            sheet.write(row, 0, "Dental checks").and_then(|sheet| sheet.write(row, 1, 51)).unwrap();
        }
    }
    let reading = read_bytes(&book.save_to_buffer().unwrap(), "book.xlsx");
    assert_eq!(reading.entries.len(), 20_000);
    let beyond = reading.problems.iter().filter(|problem| problem.kind == beyond_last_row(10_000, 5_001));
    assert_eq!(beyond.count(), 1);
}

/// Few cells, each at the end of a row of a thousand, are more than can be read.
#[test]
fn more_cells_than_can_be_read_are_refused() {
    let far = (0..5_001).map(|row| {
        format!("<Row ss:Index=\"{}\"><Cell ss:Index=\"1000\"><Data>1</Data></Cell></Row>", row + 1)
    });
    let text = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook \
         xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet \
         ss:Name=\"Far\"><Table>{}</Table></Worksheet></Workbook>",
        far.collect::<String>()
    );
    let Opened::Refused(problem) = open_text(&text, &Options::default()) else { panic!("it is read") };
    assert_eq!(problem.kind, SourceProblem::TooManyCells.into());
}

#[test]
fn places_with_personal_data_and_questions_are_few() {
    let births = lines(1_000, |row| format!("{row} born on 12/03/2011"));
    let Opened::Personal(found) = open_text(&births, &Options::default()) else { panic!("not found") };
    assert_eq!(found.len(), 100);
    let tables = lines(100, |row| format!("What,Thing {row},That\nName,1,2\n"));
    let Opened::Tables(sheets) = open_text(&tables, &Options::default()) else { panic!("no table") };
    assert_eq!(sheets[0].unmapped.len(), 20);
}

/// Headings pile up to a context of a bounded length, which keeps what stands nearest to the rows.
#[test]
fn many_headings_stay_small() {
    let text = lines(1_000, |row| format!("Heading {row}")) + "Children in care\n2022/23: 646\n";
    let reading = read(&text);
    assert!(reading.entries.iter().all(|entry| entry.context.len() <= 1_000));
    assert!(reading.entries.iter().any(|entry| entry.context.ends_with("Children in care")), "{reading:?}");
}
