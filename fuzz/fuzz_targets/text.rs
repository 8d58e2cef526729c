//! Pasted text under each separator; which, its length tells, so that an input costs one reading.
#![no_main]

use corporate_parenting_calculator::read::{Delimiter, Opened, Options, open_text};
use libfuzzer_sys::fuzz_target;

const DELIMITERS: [Option<Delimiter>; 4] = [None, Some(Delimiter::Comma), None, Some(Delimiter::Spaces)];

fuzz_target!(|text: &str| {
    let delimiter = DELIMITERS[text.len() % DELIMITERS.len()];
    if let Opened::Tables(sheets) = open_text(text, &Options { delimiter, ..Options::default() }) {
        for sheet in sheets {
            let _ = sheet.reading.all_problems();
        }
    }
});
