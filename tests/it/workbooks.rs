//! Workbooks: one made by LibreOffice in both of its forms, one written by a library, and damaged ones.

use std::io::{Cursor, Read, Write};

use crate::common::{described, each_file};
use corporate_parenting_calculator::read::{Opened, Options, SourceProblem, open_file, read_bytes};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// Every sheet, hidden ones too, as lines.
fn sheets(bytes: &[u8], name: &str) -> String {
    let Opened::Tables(sheets) = open_file(bytes, name, &Options::default()) else {
        panic!("{name} was not read as tables")
    };
    let sheets = sheets.iter().map(|sheet| {
        let hidden = if sheet.is_hidden { " (hidden)" } else { "" };
        format!("== {}{hidden}\n{}\n", sheet.name.as_deref().unwrap_or_default(), described(&sheet.reading))
    });
    sheets.collect()
}

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/workbooks/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_workbook_made_by_libreoffice() {
    insta::assert_snapshot!(sheets(&fixture("libreoffice.xlsx"), "report.xlsx"));
}

#[test]
fn the_same_as_opendocument_is_read_the_same() {
    let excel = sheets(&fixture("libreoffice.xlsx"), "report");
    let open = sheets(&fixture("libreoffice.ods"), "report");
    assert_eq!(excel, open);
}

/// Three sheets with titles above their headings, merged cells, formulas, dates, percent formats and hidden rows.
fn written() -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0.0%");
    let month = Format::new().set_num_format("mmm-yy");
    let bold = Format::new().set_bold();

    let sheet = book.add_worksheet().set_name("Health \u{2013} \u{201C}Q4\u{201D}")?;
    sheet.merge_range(0, 0, 0, 4, "The council\u{2019}s health figures, 2022/23", &bold)?;
    for (column, heading) in ["Indicator", "Numerator", "Denominator", "%"].into_iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap_or(0) + 1, heading)?;
    }
    for (row, name, numerator, denominator) in [
        (3, "Dental checks", 300, 400),
        (4, "Immunisations", 231, 248),
        (5, "Initial health assessments", 27, 167),
    ] {
        sheet.write(row, 1, name)?.write(row, 2, numerator)?.write(row, 3, denominator)?;
        let share = f64::from(numerator) / f64::from(denominator);
        let formula = Formula::new(format!("=C{0}/D{0}", row + 1)).set_result(share.to_string());
        sheet.write_formula_with_format(row, 4, formula, &percent)?;
    }
    sheet.set_row_hidden(4)?;

    let sheet = book.add_worksheet().set_name("Monthly")?;
    sheet.write(0, 0, "Children in care, end of month")?;
    sheet.write(3, 0, "Measure")?;
    for (column, date) in [(1, (2020, 1, 31)), (2, (2020, 2, 29)), (3, (2020, 3, 31))] {
        sheet.write_with_format(3, column, ExcelDateTime::from_ymd(date.0, date.1, date.2)?, &month)?;
    }
    sheet.write(4, 0, "Children in care")?.write(4, 1, 731)?.write(4, 2, 722)?.write(4, 3, 714)?;
    sheet.write(5, 0, "Unaccompanied children")?.write(5, 1, "c")?.write(5, 2, "..")?.write(5, 3, 62)?;

    let sheet = book.add_worksheet().set_name("Areas")?;
    for (column, heading) in ["Council", "Indicator", "2022", "2023"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap_or(0), heading)?;
    }
    sheet.merge_range(1, 0, 2, 0, "Cambridgeshire", &Format::new())?;
    sheet.write(1, 1, "Three or more placements")?;
    sheet.write_with_format(1, 2, 0.079, &percent)?.write_with_format(1, 3, 0.081_7, &percent)?;
    sheet.write(2, 1, "Long-term stability")?;
    sheet.write_with_format(2, 2, 0.695_278_97, &percent)?.write(2, 3, "70%")?;
    book.save_to_buffer()
}

#[test]
fn a_workbook_written_by_a_library() {
    let bytes = written().expect("the library writes");
    insta::assert_snapshot!(sheets(&bytes, "report.xlsx"));
}

#[test]
fn damaged_workbooks_are_refused_in_a_sentence() {
    let whole = written().expect("the library writes");
    let empty_zip =
        zip::ZipWriter::new(Cursor::new(Vec::new())).finish().expect("an empty archive").into_inner();
    let with_part = |name: &str| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(b"<x/>").expect("its content");
        archive.finish().expect("an archive").into_inner()
    };
    let cases = [
        ("cut off", whole[..whole.len() / 2].to_vec()),
        ("nothing but a beginning", b"PK\x03\x04".to_vec()),
        ("empty", empty_zip),
        ("binary workbook", with_part("xl/workbook.bin")),
        ("Word", with_part("word/document.xml")),
        ("other zip", with_part("figures.csv")),
        ("workbook without sense", with_part("xl/workbook.xml")),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|(name, bytes)| format!("{name}: {}", described(&read_bytes(bytes, "file.xlsx"))))
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_small_file_that_unpacks_to_too_much_is_refused() {
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let zeros = vec![0; 1 << 20];
    // A workbook, and a release of official files.
    for (part, begins) in [("xl/workbook.xml", ""), ("figures.csv", "time_period,geographic_level\n")] {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(part, options).expect("a part");
        archive.write_all(begins.as_bytes()).expect("its content");
        for _ in 0..300 {
            archive.write_all(&zeros).expect("its content");
        }
        let bytes = archive.finish().expect("an archive").into_inner();
        assert!(bytes.len() < 1_000_000);
        let reading = read_bytes(&bytes, "bomb.xlsx");
        assert_eq!(reading.problems[0].kind, SourceProblem::UnpacksTooLarge.into(), "{part}");
    }
}

/// No change of one byte, and no cut, may do worse than a sentence.
#[test]
fn broken_bytes_never_panic() {
    for whole in [written().expect("the library writes"), fixture("libreoffice.ods"), fixture("excel-97.xls")]
    {
        let mut seed = 1_u64;
        for _ in 0..60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mut bytes = whole.clone();
            let at = usize::try_from(seed >> 33).unwrap_or(0) % bytes.len();
            bytes[at] ^= 1 << (seed >> 29 & 7);
            let _ = read_bytes(&bytes, "");
            let _ = read_bytes(&bytes[..at], "");
        }
    }
}

/// The workbook with a text of its first sheet replaced.
fn with_text(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("its name").to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        if name == "xl/worksheets/sheet1.xml" {
            let text = String::from_utf8(content).expect("XML");
            assert!(text.contains(from), "{text}");
            content = text.replace(from, to).into_bytes();
        }
        written.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        written.write_all(&content).expect("its content");
    }
    written.finish().expect("an archive").into_inner()
}

#[test]
fn one_error_of_a_formula_leaves_the_rest_of_a_workbook() {
    let whole = written().expect("the library writes");
    let percent = "<v>0.75</v>";
    for code in [
        "#DIV/0!",
        "#N/A",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#CONNECT!",
        "#BUSY!",
        "#PYTHON!",
        "#EXTERNAL!",
        "#WHATEVER?",
    ] {
        let sheet = with_text(&whole, percent, &format!("<v>{code}</v>"));
        let sheet = with_text(&sheet, "<c r=\"E4\" s=\"2\">", "<c r=\"E4\" s=\"2\" t=\"e\">");
        let reading = read_bytes(&sheet, "report.xlsx");
        assert_eq!(reading.figures().len(), read_bytes(&whole, "report.xlsx").figures().len(), "{code}");
        let told: Vec<String> = reading
            .all_problems()
            .into_iter()
            .filter(|problem| problem.found == code)
            .map(|problem| format!("{}: {}", problem.place, problem.message()))
            .collect();
        assert_eq!(
            told,
            [
                "report.xlsx, sheet Health \u{2013} \u{201C}Q4\u{201D}, row 4, column E: The spreadsheet shows an error instead of a \
                 number. Correct its formula, or type the number"
            ],
            "{code}"
        );
    }
}

#[test]
fn tables_under_the_name_of_an_old_workbook() {
    each_file("data/workbooks/*.xls", |bytes| sheets(bytes, "report.xls"));
}

#[test]
fn hidden_columns_are_told_as_hidden_rows_are() {
    let hidden = |columns: &[u16]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, cell) in ["Indicator", "2022", "2023", "Target"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap_or(0), cell)?;
        }
        sheet.write(1, 0, "Dental checks")?.write(1, 1, "75%")?.write(1, 2, "80%")?;
        for column in columns {
            sheet.set_column_hidden(*column)?;
        }
        let told = read_bytes(&book.save_to_buffer()?, "").all_problems();
        Ok::<_, rust_xlsxwriter::XlsxError>(
            told.into_iter().map(|problem| problem.message()).collect::<Vec<_>>(),
        )
    };
    let told = |columns| hidden(columns).expect("the library writes");
    assert_eq!(told(&[]), [""; 0]);
    assert_eq!(
        told(&[1]),
        ["Column B is hidden in the sheet but was read. Leave the figures out if they should not count"]
    );
    assert_eq!(
        told(&[1, 2, 7]),
        [
            "2 columns between B and C are hidden in the sheet but were read. Leave the figures out if they should not count"
        ]
    );
}
