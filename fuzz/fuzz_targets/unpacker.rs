//! What unpacks the program of the page: noise, a text of it that was packed right, and a program that is packed and unpacked
//! again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unpacker::{text, unpacked};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

fn packed(text: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(1).expect("a compressor");
    compressor.set_parameter(CParameter::ChecksumFlag(true)).expect("a checksum");
    compressor.compress(text).expect("packed")
}

fuzz_target!(|input: (u8, &[u8])| {
    match input.0 % 3 {
        0 => drop(unpacked(input.1)),
        1 => drop(unpacked(&packed(input.1))),
        _ => {
            if let Ok(text) = text(input.1) {
                let again = unpacked(&packed(&text));
                assert!(again.is_some_and(|program| program == input.1));
            }
        }
    }
});
