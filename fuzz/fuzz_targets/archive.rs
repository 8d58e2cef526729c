//! An otherwise sound workbook with one given part, for the fuzzer and for the tests that replay what it found.

use std::io::{Cursor, Write};

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>51</v></c></row></sheetData></worksheet>"#;

/// A workbook of which one part, told by `which`, is `part`.
pub(crate) fn workbook_with(which: u8, part: &[u8]) -> Vec<u8> {
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "content.xml",
    ];
    let chosen = names[usize::from(which) % names.len()];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(bytes).expect("its content");
    };
    if chosen == "content.xml" {
        put("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    } else {
        let sound = [
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/workbook.xml", BOOK),
            ("xl/worksheets/sheet1.xml", SHEET),
        ];
        for (name, text) in sound.into_iter().filter(|(name, _)| *name != chosen) {
            put(name, text.as_bytes());
        }
    }
    put(chosen, part);
    archive.finish().expect("an archive").into_inner()
}
