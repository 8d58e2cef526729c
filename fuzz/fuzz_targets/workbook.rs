//! The inside of a workbook: the bytes become one part of an otherwise sound archive, so that the fuzzer does not have
//! to learn how to zip.
#![no_main]

mod archive;

use corporate_parenting_calculator::read::read_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let _ = read_bytes(&archive::workbook_with(input.0, input.1), "file.xlsx");
});
