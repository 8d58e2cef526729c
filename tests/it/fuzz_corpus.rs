//! What fuzzing found worth keeping, read again: nothing may panic. The targets are in `fuzz/`.

#[path = "../../fuzz/fuzz_targets/archive.rs"]
mod archive;
#[path = "../../fuzz/fuzz_targets/archives.rs"]
mod archives;
#[path = "../../fuzz/fuzz_targets/layouts.rs"]
mod layouts;

use std::fs;

use corporate_parenting_calculator::app::saved::page::Saved;
use corporate_parenting_calculator::app::state::State;
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::check::{Context, check};
use corporate_parenting_calculator::compare::{Choices, scorecard};
use corporate_parenting_calculator::disclose::{Disclosure, Released, disclose};
use corporate_parenting_calculator::office::{Contents, Format, document};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Opened, Options, decode, open_file, open_text, read, read_bytes};
use corporate_parenting_calculator::words::sentence::paragraph;

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
fn drafts() {
    let context =
        Context { council: area::by_code("873"), period: Some(Period::Year(2023)), ..Context::default() };
    for input in kept("check") {
        let Ok(text) = std::str::from_utf8(&input) else { continue };
        for finding in check(text, &context).findings {
            assert!(text.is_char_boundary(finding.span.start) && text.is_char_boundary(finding.span.end));
        }
    }
}

#[test]
fn rows_below_the_headings_of_each_layout() {
    for input in kept("layout") {
        let (which, rows) = input.split_first().unwrap_or((&0, &[]));
        let Ok(rows) = std::str::from_utf8(rows) else { continue };
        let text = layouts::table(*which, rows);
        let [reading, again] = [(); 2].map(|()| read_bytes(text.as_bytes(), "table.csv"));
        assert_eq!(reading.figures(), again.figures());
        assert_eq!(reading.all_problems().len(), again.all_problems().len());
    }
}

#[test]
fn bytes_of_text() {
    for input in kept("decode") {
        let _ = decode(&input);
    }
}

#[test]
fn changed_archives() {
    for input in kept("zip") {
        let (name, bytes) = archives::changed(&input);
        let _ = open_file(&bytes, name, &Options::default());
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

/// What may be published of a state, as text.
fn published(state: &State) -> Option<serde_json::Value> {
    serde_json::to_value(state.publishable_copy().into_inner()).ok()?.pointer("/publishable/figures").cloned()
}

#[test]
fn saved_pages() {
    let mut opened = 0;
    for input in kept("saved") {
        let Ok(saved) = serde_json::from_slice::<Saved>(&input) else { continue };
        let state = State::restored(saved);
        let _ = (state.private_copy(), state.to_kept());
        let again = State::restored(state.publishable_copy().into_inner());
        assert_eq!(published(&again), published(&state));
        opened += 1;
    }
    assert!(opened > 10, "{opened} inputs are saved pages");
}

#[test]
fn reports() {
    for input in kept("report") {
        let Ok(text) = std::str::from_utf8(&input) else { continue };
        let mut reading = read(text);
        let own: Vec<String> = reading.own_measures().into_iter().map(|own| own.id).collect();
        reading.keep_own(&own.iter().map(String::as_str).collect::<Vec<_>>(), |_, guessed| guessed);
        let figures = reading.figures();
        let choices = Choices { council: area::by_code("873"), ..Choices::default() };
        let _ = paragraph(&scorecard(&figures, &choices).rows.iter().collect::<Vec<_>>());
        let disclosure = Disclosure::default();
        let disclosed = disclose(&figures, choices.council, choices.period, disclosure);
        let contents = Contents::of(&disclosed, &choices, disclosure, &Released::default());
        for format in Format::ALL {
            let _ = document(&contents, format);
        }
    }
}
