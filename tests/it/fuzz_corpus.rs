//! What fuzzing found worth keeping, read again: nothing may panic. The targets are in `fuzz/`.

#[path = "../../fuzz/fuzz_targets/archive.rs"]
mod archive;

use std::fs;

use corporate_parenting_calculator::read::{Opened, Options, open_file, open_text, read_bytes};

/// The inputs kept for a target.
fn kept(target: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let inputs: Vec<Vec<u8>> = entries.filter_map(|entry| fs::read(entry.ok()?.path()).ok()).collect();
    assert!(inputs.len() > 40, "{folder} holds {} inputs", inputs.len());
    inputs
}

#[test]
fn texts() {
    let options = Options::default();
    for input in kept("text") {
        let Ok(text) = std::str::from_utf8(&input) else { continue };
        if let Opened::Tables(sheets) = open_text(text, &options) {
            for sheet in sheets {
                let _ = sheet.reading.all_problems();
            }
        }
    }
}

#[test]
fn files() {
    let options = Options::default();
    for input in kept("file") {
        let _ = open_file(&input, "file", &options);
        let _ = read_bytes(&input, "file").all_problems();
    }
}

#[test]
fn parts_of_workbooks() {
    for input in kept("workbook") {
        let (which, part) = input.split_first().unwrap_or((&0, &[]));
        let _ = read_bytes(&archive::workbook_with(*which, part), "file.xlsx");
    }
}
