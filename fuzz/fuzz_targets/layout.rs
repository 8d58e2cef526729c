//! Tables below the headings of each layout, so that the fuzzer does not have to learn these; reading them twice gives the same.
#![no_main]

mod layouts;

use corporate_parenting_calculator::read::read_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let text = layouts::table(input.0, input.1);
    let reading = read_bytes(text.as_bytes(), "table.csv");
    let again = read_bytes(text.as_bytes(), "table.csv");
    assert_eq!(reading.figures(), again.figures());
    assert_eq!(reading.all_problems().len(), again.all_problems().len());
});
