//! Workbooks read natively by calamine alone, from bytes to rows of cells: what `cargo xtask bench` compares the page with.
//!
//! `cargo bench --bench workbooks -- FILE…` prints, for each file, its name and how many milliseconds each of three times took;
//! and why calamine cannot read it, if it cannot.

use std::error::Error;
use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

use calamine::{Ods, Reader, Xlsx, open_workbook_from_rs};

/// How often each file is read, after once to warm up.
const TIMES: usize = 3;

fn main() {
    // cargo says `--bench`.
    for path in std::env::args().skip(1).filter(|argument| !argument.starts_with('-')) {
        let bytes = std::fs::read(&path).expect("the file can be read");
        let path = Path::new(&path);
        let name = path.file_name().unwrap_or_default().display();
        let read = if path.extension().is_some_and(|ending| ending == "ods") { open_document } else { excel };
        if let Err(error) = read(&bytes) {
            eprintln!("calamine does not read {name}: {error}");
            continue;
        }
        let time = |_| {
            let started = Instant::now();
            drop(read(&bytes));
            (started.elapsed().as_secs_f64() * 1000.0).to_string()
        };
        println!("{name}\t{}", (0..TIMES).map(time).collect::<Vec<_>>().join("\t"));
    }
}

fn excel(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    read(open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes))?)
}

fn open_document(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    read(open_workbook_from_rs::<Ods<_>, _>(Cursor::new(bytes))?)
}

/// Reads the first sheet to rows of texts.
fn read<'a>(mut book: impl Reader<Cursor<&'a [u8]>, Error: Error + 'static>) -> Result<(), Box<dyn Error>> {
    let sheet = book.worksheet_range_at(0).ok_or("it has no sheet")??;
    let rows: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    black_box(rows);
    Ok(())
}
