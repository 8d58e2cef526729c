//! Pasted text, with and without personal data left out, under each separator.
#![no_main]

use corporate_parenting_calculator::read::{Delimiter, Opened, Options, open_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for delimiter in [None, Some(Delimiter::Comma), Some(Delimiter::Spaces)] {
        let options = Options { delimiter, ..Options::default() };
        let Opened::Tables(sheets) = open_text(text, &options) else { continue };
        for sheet in sheets {
            let _ = sheet.reading.all_problems();
        }
    }
});
