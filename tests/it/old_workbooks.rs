//! Excel workbooks from before 2007, record by record: what a spreadsheet program writes that the committed one has not.

use std::io::{Cursor, Write as _};

use cfb::CompoundFile;
use corporate_parenting_calculator::read::{Reading, SourceProblem, read_bytes};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a record is short");
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A text of narrow characters with their number in front.
fn text(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("a text is short");
    [&length.to_le_bytes()[..], &[0], text.as_bytes()].concat()
}

/// A cell: its place and style, and what it holds.
fn cell(kind: u16, row: u16, column: u16, style: u16, held: &[u8]) -> Vec<u8> {
    record(kind, &[words(&[row, column, style]), held.to_vec()].concat())
}

/// The beginning of a workbook or sheet, of this version.
fn begin(version: u16, substream: u16) -> Vec<u8> {
    record(0x0809, &words(&[version, substream, 0, 0, 0, 0, 0, 0]))
}

/// The file of one sheet with these records, and these before it.
fn file(version: u16, globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let end = record(0x000A, &[]);
    let start = begin(version, 5).len() + globals.len() + 4 + 13 + end.len();
    let position = u32::try_from(start).expect("it is small").to_le_bytes();
    let sheet = record(0x0085, &[&position[..], &[0, 0, 5, 0], b"Sheet"].concat());
    assert_eq!(sheet.len(), 4 + 13);
    let stream =
        [begin(version, 5), globals.to_vec(), sheet, end.clone(), begin(version, 16), cells.to_vec(), end];
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    let mut part = file.create_stream("/Workbook").expect("a part");
    part.write_all(&stream.concat()).expect("its content");
    drop(part);
    file.into_inner().into_inner()
}

const BIFF8: u16 = 0x0600;

/// The styles general and percent with one decimal.
fn styles() -> Vec<u8> {
    let format = record(0x041E, &[words(&[164]), text("0.0%")].concat());
    [format, record(0x00E0, &words(&[0, 0])), record(0x00E0, &words(&[0, 164]))].concat()
}

fn values(reading: &Reading) -> Vec<(&str, &str)> {
    reading.entries.iter().map(|entry| (entry.label.as_str(), entry.value.as_str())).collect()
}

#[test]
fn formulas_show_their_results() {
    let number = |value: f64| [&value.to_le_bytes()[..], &[0; 14]].concat();
    let code = |kind: u8, code: u8| [&[kind, 0, code, 0, 0, 0, 0xFF, 0xFF][..], &[0; 14]].concat();
    let name = |row: u16, name: &str| {
        // Between a formula and its text another record may stand.
        [cell(0x0006, row, 0, 0, &code(0, 0)), record(0x04BC, &[0; 8]), record(0x0207, &text(name))].concat()
    };
    let cells = [
        name(0, "Dental checks"),
        cell(0x0006, 0, 1, 1, &number(0.845)),
        name(1, "Immunisations"),
        cell(0x027E, 1, 1, 1, &((9_350_u32 << 2) | 3).to_le_bytes()),
        name(2, "Reviews on time"),
        cell(0x0006, 2, 1, 1, &code(2, 0x07)),
    ];
    // 9350 with the sign of hundredths is 93.5, which the format shows as 9350.0%.
    let reading = read_bytes(&file(BIFF8, &styles(), &cells.concat()), "report.xls");
    let expected = [("Dental checks", "84.5%"), ("Immunisations", "9350.0%"), ("Reviews on time", "#DIV/0!")];
    assert_eq!(values(&reading), expected);
}

#[test]
fn texts_go_on_in_the_next_record() {
    let counts = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    // Narrow characters go on as wide ones, within the first of two texts.
    let wide: Vec<u8> = "checks".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let first = [&counts[..], &13_u16.to_le_bytes(), &[0], b"Dental "].concat();
    let texts =
        [record(0x00FC, &first), record(0x003C, &[&[1][..], &wide].concat()), record(0x003C, &text("84.5%"))];
    let cells =
        [cell(0x00FD, 0, 0, 0, &0_u32.to_le_bytes()), cell(0x00FD, 0, 1, 0, &1_u32.to_le_bytes())].concat();
    let reading = read_bytes(&file(BIFF8, &[styles(), texts.concat()].concat(), &cells), "report.xls");
    assert_eq!(values(&reading), [("Dental checks", "84.5%")]);
}

#[test]
fn what_is_no_such_workbook_is_refused() {
    let refused = |bytes: &[u8]| read_bytes(bytes, "report.xls").problems[0].kind.clone();
    assert_eq!(refused(&file(0x0500, &[], &[])), SourceProblem::OldOffice.into(), "of 1995");
    let password = record(0x002F, &[0; 6]);
    assert_eq!(refused(&file(BIFF8, &password, &[])), SourceProblem::Damaged.into());
    let mut letter = CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    letter.create_stream("/WordDocument").expect("a part");
    assert_eq!(refused(&letter.into_inner().into_inner()), SourceProblem::OldOffice.into());
}
