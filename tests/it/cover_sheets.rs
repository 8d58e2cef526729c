//! Workbooks with a cover sheet that says whom to ask: it is left out with one note, and the rest is read.

use corporate_parenting_calculator::read::{Opened, Options, ProblemKind, open_file};
use rust_xlsxwriter::Workbook;

/// Cover sheets as publishers make them, and what must be gone.
const COVERS: &[(&[&[&str]], &[&str])] = &[
    (
        &[
            &["Children looked after in Milltown, year ending 31 March 2023"],
            &["Published", "16 November 2023"],
            &["Contact", "Jane Holloway"],
            &["Email", "jane.holloway@example.gov.uk"],
            &["Telephone", "01632 960123"],
            &["Address", "Milltown County Council, County Hall, 1 High Street, Milltown, MK1 2AB"],
        ],
        &["Holloway", "example.gov.uk", "01632", "MK1 2AB"],
    ),
    (
        &[
            &["Official statistics: children in care and care leavers"],
            &["Lead statistician: Sam Loxley"],
            &["Enquiries: cla.stats@example.gov.uk"],
            &["Press enquiries: 0370 000 2288"],
            &[
                "Children's Services Statistics Team, Sanctuary Buildings, 20 Great Smith Street, London SW1P 3BT",
            ],
            &["This workbook has 1 table."],
        ],
        &["Loxley", "cla.stats", "0370", "SW1P 3BT"],
    ),
    (
        &[
            &["Contents"],
            &["1", "Children in care"],
            &["2", "Notes"],
            &[],
            &["Contact details"],
            &["Statistician", "Anil Patel", "01632 960456", "anil.patel@example.gov.uk"],
        ],
        &["Patel", "01632", "example.gov.uk"],
    ),
];

#[test]
fn contacts_of_a_cover_sheet_are_left_out_with_one_note() {
    for (cover, gone) in COVERS {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Cover").unwrap();
        for (row, cells) in (0..).zip(*cover) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(row, column, *cell).unwrap();
            }
        }
        let sheet = book.add_worksheet().set_name("Table 1").unwrap();
        sheet.write_row(0, 0, ["Indicator", "2022", "2023"]).unwrap();
        sheet.write(1, 0, "Children in care").unwrap();
        sheet.write_row(1, 1, [640, 646]).unwrap();
        let opened = open_file(&book.save_to_buffer().unwrap(), "book.xlsx", &Options::default());
        let kept = format!("{opened:?}");
        for value in *gone {
            assert!(!kept.contains(value), "{value} is left of {cover:?}");
        }
        let Opened::Tables(sheets) = opened else { panic!("{cover:?} is refused") };
        assert_eq!(sheets[1].reading.entries.len(), 2, "{cover:?}");
        let notes = sheets.iter().flat_map(|sheet| &sheet.reading.problems);
        let notes = notes.filter(|problem| matches!(problem.kind, ProblemKind::ContactsLeftOut(_))).count();
        assert_eq!(notes, 1, "{cover:?}");
    }
}
