//! Bytes to text: of a file, and of a workbook in each encoding there is. What is right stays as it is.
#![no_main]

use corporate_parenting_calculator::read::decode;
use libfuzzer_sys::fuzz_target;

const LABELS: [&[u8]; 8] = [
    b"utf-8",
    b"utf-16le",
    b"utf-16be",
    b"windows-1252",
    b"iso-8859-1",
    b"macintosh",
    b"windows-1250",
    b"us-ascii",
];

fuzz_target!(|bytes: &[u8]| {
    let decoded = decode(bytes);
    if let (Ok(decoded), Ok(text)) = (decoded, std::str::from_utf8(bytes)) {
        let is_marked =
            [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
        assert!(is_marked || decoded == text);
    }
    for encoding in LABELS.into_iter().chain([bytes]).filter_map(encoding_rs::Encoding::for_label) {
        let (text, _, _) = encoding.decode(bytes);
        let (plain, had_errors) = encoding.decode_without_bom_handling(bytes);
        assert!(text.len() <= 3 * bytes.len() + 3 && plain.len() <= 3 * bytes.len() + 3);
        if let Some(sound) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            assert!(!had_errors && sound == plain);
        }
    }
});
