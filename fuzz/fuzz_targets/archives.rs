//! Archives with changed bytes, for the fuzzer and for the tests that replay what it found.

use std::io::{Cursor, Write};

const OFFICIAL: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
    old_la_code,la_name,new_la_code,cla_group,characteristic,number,percentage\n\
    2023,Reporting year,National,E92000001,England,,,,,,Total,Total,83840,100\n";

/// An archive as these bytes tell, and the name it is opened under: the first says which it is, the second how many bytes of
/// it are changed, each change is a place of two bytes and what is there instead, and the rest is in one of its files.
pub(crate) fn changed(input: &[u8]) -> (&'static str, Vec<u8>) {
    let (head, rest) = input.split_at_checked(2).unwrap_or((&[0, 0], input));
    let which = head[0];
    let (changes, part) = rest.split_at_checked(3 * usize::from(head[1] % 16)).unwrap_or((&[], rest));
    let (name, names) = match which % 3 {
        0 => ("release.zip", ["data/national.csv", "data/part.csv"]),
        1 => ("table.xlsx", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]),
        _ => ("table.ods", ["mimetype", "content.xml"]),
    };
    let method = match which & 4 {
        0 => zip::CompressionMethod::Stored,
        _ => zip::CompressionMethod::Deflated,
    };
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in names.into_iter().zip([OFFICIAL.as_bytes(), part]) {
        archive.start_file(name, options).expect("a part");
        archive.write_all(bytes).expect("its content");
    }
    let mut bytes = archive.finish().expect("an archive").into_inner();
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % bytes.len();
        bytes[at] = change[2];
    }
    (name, bytes)
}
