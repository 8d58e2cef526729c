//! The bytes of a file: workbooks, official files, text in any encoding, noise.
#![no_main]

use corporate_parenting_calculator::read::{Options, open_file, read_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = open_file(bytes, "file", &Options::default());
    let _ = read_bytes(bytes, "file").all_problems();
});
