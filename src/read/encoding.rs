//! Bytes to text.

use super::problem::SourceProblem;

/// What bytes 0x80 to 0x9F mean in Windows-1252, in which Excel on an English computer saves plain "CSV". The five
/// bytes it leaves undefined stand for themselves, as browsers read them.
/// Source: WHATWG Encoding Standard, index windows-1252.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{02C6}',
    '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\u{8D}', '\u{017D}', '\u{8F}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}', '\u{2122}',
    '\u{0161}', '\u{203A}', '\u{0153}', '\u{9D}', '\u{017E}', '\u{0178}',
];

/// The text of a file: UTF-8 or UTF-16 by its byte order mark, otherwise UTF-8 if it is valid, otherwise
/// Windows-1252, in which every sequence of bytes is text.
///
/// # Errors
/// Files that are no text at all, known by their first bytes: workbooks, old Office files, PDF and images.
pub fn decode(bytes: &[u8]) -> Result<String, SourceProblem> {
    if let Some(kind) = not_text(bytes) {
        return Err(kind);
    }
    let text = match bytes {
        // What is right is looked through a good deal faster than what may be wrong.
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest)
            .map_or_else(|_| String::from_utf8_lossy(rest).into_owned(), str::to_owned),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned),
    };
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(bytes: &[u8]) -> String {
    let character = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    bytes.iter().map(character).collect()
}

fn not_text(bytes: &[u8]) -> Option<SourceProblem> {
    const STARTS: [(&[u8], SourceProblem); 10] = [
        (b"PK\x03\x04", SourceProblem::ZipAsText),
        (b"\xD0\xCF\x11\xE0", SourceProblem::OldOffice),
        (b"%PDF", SourceProblem::Pdf),
        (b"{\\rtf", SourceProblem::RichText),
        (b"\x89PNG", SourceProblem::Image),
        (b"\xFF\xD8\xFF", SourceProblem::Image),
        (b"GIF8", SourceProblem::Image),
        (b"BM", SourceProblem::Image),
        (b"II*\0", SourceProblem::Image),
        (b"MM\0*", SourceProblem::Image),
    ];
    let start = STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind);
    // A bitmap and words that begin with its letters are told apart by what follows.
    let start = start.filter(|_| !bytes.starts_with(b"BM") || bytes.iter().take(64).any(|byte| *byte == 0));
    start.or_else(|| is_noise(bytes).then_some(SourceProblem::NotText))
}

/// Whether many of the first bytes are control characters, which no text has. UTF-16 is told by its mark before.
fn is_noise(bytes: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(4096)];
    let has_mark = first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF");
    let control = |byte: &&u8| **byte < 0x20 && !b"\t\n\r\x0C\0".contains(byte);
    !has_mark && first.iter().filter(control).count() * 50 > first.len()
}
