//! What reading costs against the size of what is read, for tables made to be as bad as they can be.
//!
//! `cargo bench --bench cost` prints, for each kind of table, the time at three sizes and how it grows when the size
//! doubles: about 2 where the cost is even, about 4 where each part is looked for in all others. Words choose kinds.

use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use corporate_parenting_calculator::app::intake::{FileId, IntakeAction};
use corporate_parenting_calculator::app::state::State;
use corporate_parenting_calculator::read::{Opened, Options, open_file};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A kind of table: its name, its largest size, and how it is made in a size.
type Kind = (&'static str, usize, fn(usize) -> Vec<u8>);

const KINDS: &[Kind] = &[
    ("rows of unknown names", 1_000_000, |size| lines(size, |row| format!("Unknown {row},51,646"))),
    ("rows of known names", 200_000, |size| {
        let row =
            |row: usize| format!("Three or more placements,{}-{:02},51,646", 2001 + row % 90, 1 + row % 12);
        format!("Indicator,Period,Numerator,Denominator\n{}", lines_text(size, row)).into_bytes()
    }),
    ("rows with an unread column", 200_000, |size| {
        format!(
            "Indicator,Thing,Numerator,Denominator\n{}",
            lines_text(size, |row| format!("Name {row},x {row},51,646"))
        )
        .into_bytes()
    }),
    ("rows marked as comparators", 200_000, |size| {
        format!(
            "Indicator,Thing,Numerator,Denominator\n{}",
            lines_text(size, |row| format!("Name {row},England,51,646"))
        )
        .into_bytes()
    }),
    ("rows marked with a council", 200_000, |size| {
        format!(
            "Indicator,Thing,Numerator,Denominator\n{}",
            lines_text(size, |row| format!("Name {row},Norfolk,51,646"))
        )
        .into_bytes()
    }),
    ("one column of numbers", 1_000_000, |size| lines(size, |row| row.to_string())),
    ("columns of words", 100_000, |size| {
        (0..2)
            .map(|row| (0..size).map(|column| format!("word {row} {column}")).collect::<Vec<_>>().join(","))
            .collect::<Vec<_>>()
            .join("\n")
            .into_bytes()
    }),
    ("columns of numbers", 100_000, |size| {
        (0..2)
            .map(|row| (0..size).map(|column| format!("{row}{column}")).collect::<Vec<_>>().join(","))
            .collect::<Vec<_>>()
            .join("\n")
            .into_bytes()
    }),
    ("one wide row above many", 400_000, |size| {
        format!("{}\n{}", "a,".repeat(1_000), lines_text(size, |row| format!("Name {row},51,646")))
            .into_bytes()
    }),
    ("a long cell", 1_000_000, |size| format!("{},51,646\n", "word ".repeat(size / 5)).into_bytes()),
    ("a long word", 1_000_000, |size| format!("{},51,646\nb,1,2\n", "w".repeat(size)).into_bytes()),
    ("blocks", 100_000, |size| {
        lines(size, |row| format!("Heading {row}\nThis {row},51,646\nThat {row},52,646\n"))
    }),
    ("blocks with headers", 100_000, |size| {
        lines(size, |row| format!("Indicator,Thing,2023\nName {row},1,51\n"))
    }),
    ("blocks not understood", 100_000, |size| {
        lines(size, |row| format!("What,Thing {row},That\nName,1,2\n"))
    }),
    ("headings", 50_000, |size| lines(size, |row| format!("Heading {row}"))),
    ("records of a person", 100_000, |size| lines(size, |_| "Date of birth,01/02/2012".to_owned())),
    ("addresses", 100_000, |size| lines(size, |row| format!("someone{row}@example.org,51,646"))),
    ("quoted cells", 200_000, |size| lines(size, |row| format!("\"Unknown {row}\n\",51,646"))),
    ("a workbook of unknown names", 300_000, |size| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for row in 0..size {
            let at = u32::try_from(row).unwrap_or(u32::MAX);
            let written = sheet
                .write(at, 0, format!("Unknown {row}"))
                .and_then(|sheet| sheet.write(at, 1, 51))
                .and_then(|sheet| sheet.write(at, 2, 646));
            written.expect("a cell can be written");
        }
        book.save_to_buffer().expect("a workbook can be written")
    }),
    ("a sheet named many times", 100_000, |size| {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, 51).expect("a cell can be written");
        let bytes = book.save_to_buffer().expect("a workbook can be written");
        let mut parts = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..parts.len() {
            let mut part = parts.by_index(index).expect("a part");
            let name = part.name().expect("a part has a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("a part is text");
            if name == "xl/workbook.xml" {
                let sheet = |number: usize| {
                    format!("<sheet name=\"Sheet {number}\" sheetId=\"{number}\" r:id=\"rId1\"/>")
                };
                let (before, rest) = text.split_once("<sheets>").expect("sheets are named");
                let (_, after) = rest.split_once("</sheets>").expect("sheets end");
                text =
                    format!("{before}<sheets>{}</sheets>{after}", (1..=size).map(sheet).collect::<String>());
            }
            archive.start_file(name, SimpleFileOptions::default()).expect("a part can be begun");
            archive.write_all(text.as_bytes()).expect("a part can be written");
        }
        archive.finish().expect("an archive can be written").into_inner()
    }),
];

fn lines(count: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    lines_text(count, line).into_bytes()
}

fn lines_text(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|row| line(row) + "\n").collect()
}

/// How long it takes to open a table in the worker, and then to take it into the page.
fn cost(bytes: &[u8]) -> (Duration, Duration) {
    let started = Instant::now();
    let opened = open_file(bytes, "a.csv", &Options::default());
    let opening = started.elapsed();
    let state = State::default().after(IntakeAction::Files(vec![(FileId(1), "a.csv".to_owned())]));
    let started = Instant::now();
    let state = match opened {
        // What is asked about headings is answered by going on without them.
        Opened::Tables(mut sheets) => {
            for sheet in &mut sheets {
                sheet.unmapped.clear();
            }
            state.after(IntakeAction::Opened(FileId(1), Opened::Tables(sheets)))
        }
        other => state.after(IntakeAction::Opened(FileId(1), other)),
    };
    std::hint::black_box(state.lines.all_problems());
    (opening, started.elapsed())
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("{:<32} {:>10} {:>12} {:>12} {:>8}", "kind", "size", "worker", "page", "growth");
    for (name, largest, make) in KINDS {
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let mut before = None::<Duration>;
        for size in [largest / 4, largest / 2, *largest] {
            let (worker, page) = cost(&make(size));
            let all = worker + page;
            let growth = before.map_or_else(String::new, |before| {
                format!("{:.1}", all.as_secs_f64() / before.as_secs_f64())
            });
            println!(
                "{name:<32} {size:>10} {:>9.0} ms {:>9.0} ms {growth:>8}",
                worker.as_secs_f64() * 1e3,
                page.as_secs_f64() * 1e3
            );
            before = Some(all);
        }
    }
}
