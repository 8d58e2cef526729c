//! Archives: a release of official files and a workbook, whose bytes are changed wherever the input says, directory and sizes
//! included.
#![no_main]

mod archives;

use corporate_parenting_calculator::read::{Options, open_file};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let (name, bytes) = archives::changed(input);
    let _ = open_file(&bytes, name, &Options::default());
});
