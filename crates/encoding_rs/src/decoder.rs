//! Reading a stream of bytes character by character.

use super::{Encoding, Form};

/// What bytes 0x80 to 0x9F mean in windows-1252; the five bytes it leaves undefined stand for themselves.
const HIGH: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{02C6}',
    '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\u{8D}', '\u{017D}', '\u{8F}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}', '\u{2122}',
    '\u{0161}', '\u{203A}', '\u{0153}', '\u{9D}', '\u{017E}', '\u{0178}',
];

/// How far a decoder came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All that was given is read.
    InputEmpty,
    /// There is no room for the next character.
    OutputFull,
    /// The bytes just read are no character: how many, and how many were read after them.
    Malformed(u8, u8),
}

/// The next character of some bytes.
enum Next {
    /// A character and how many bytes it takes.
    Character(char, usize),
    /// The bytes end within a character.
    Unfinished,
    /// So many bytes are no character.
    Malformed(usize),
}

/// Reads a stream that is given in parts.
pub struct Decoder {
    encoding: &'static Encoding,
    /// The start of a character whose end was not given yet; fewer than four bytes.
    begun: Vec<u8>,
}

impl Decoder {
    pub(super) fn new(encoding: &'static Encoding) -> Self {
        Self { encoding, begun: Vec::new() }
    }

    /// Returns what it reads.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Returns how many bytes the text of `bytes` more bytes takes at most, or `None` if that is more than can be counted.
    pub fn max_utf8_buffer_length_without_replacement(&self, bytes: usize) -> Option<usize> {
        bytes.checked_add(self.begun.len())?.checked_mul(3)?.checked_add(4)
    }

    /// Appends the text of `bytes`; returns how far it came and how many of the bytes are read. `last` says that the
    /// stream ends with them.
    pub fn decode_to_string_without_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut String,
        last: bool,
    ) -> (DecoderResult, usize) {
        self.decode(bytes, last, |character| {
            text.push(character);
            true
        })
    }

    /// Writes the text of `bytes` as UTF-8; returns how far it came, how many of the bytes are read and how many are
    /// written. `last` says that the stream ends with them.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        bytes: &[u8],
        out: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let mut written = 0;
        let (result, read) = self.decode(bytes, last, |character| {
            let Some(room) = out.get_mut(written..written + character.len_utf8()) else { return false };
            character.encode_utf8(room);
            written += room.len();
            true
        });
        (result, read, written)
    }

    /// `put` takes a character, or returns false where there is no room for it.
    fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        mut put: impl FnMut(char) -> bool,
    ) -> (DecoderResult, usize) {
        let mut read = 0;
        loop {
            let begun = self.begun.len();
            let mut joined = [0; 8];
            let from = if begun == 0 {
                &bytes[read..]
            } else {
                let more = bytes.len().saturating_sub(read).min(4);
                joined[..begun].copy_from_slice(&self.begun);
                joined[begun..begun + more].copy_from_slice(&bytes[read..read + more]);
                &joined[..begun + more]
            };
            if from.is_empty() {
                return (DecoderResult::InputEmpty, read);
            }
            match self.next(from) {
                Next::Character(character, length) => {
                    if !put(character) {
                        return (DecoderResult::OutputFull, read);
                    }
                    read += length - begun;
                    self.begun.clear();
                }
                Next::Unfinished if !last => {
                    self.begun.extend_from_slice(&bytes[read..]);
                    return (DecoderResult::InputEmpty, bytes.len());
                }
                Next::Unfinished => {
                    let length = from.len();
                    self.begun.clear();
                    return (
                        DecoderResult::Malformed(u8::try_from(length).unwrap_or(u8::MAX), 0),
                        bytes.len(),
                    );
                }
                Next::Malformed(length) => {
                    read += length.saturating_sub(begun);
                    self.begun.clear();
                    return (DecoderResult::Malformed(u8::try_from(length).unwrap_or(u8::MAX), 0), read);
                }
            }
        }
    }

    fn next(&self, bytes: &[u8]) -> Next {
        match self.encoding.form {
            Form::Utf8 => utf8(bytes),
            Form::Utf16 { is_big_endian } => {
                utf16(bytes, if is_big_endian { u16::from_be_bytes } else { u16::from_le_bytes })
            }
            Form::Windows1252 => Next::Character(windows_1252(bytes[0]), 1),
            Form::Unknown if bytes[0].is_ascii() => Next::Character(char::from(bytes[0]), 1),
            Form::Unknown => Next::Malformed(1),
        }
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf8(bytes: &[u8]) -> Next {
    let bytes = &bytes[..bytes.len().min(4)];
    let (valid, error) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), Some(error)),
    };
    match (valid.chars().next(), error.map(|error| error.error_len())) {
        (Some(character), _) => Next::Character(character, character.len_utf8()),
        (None, Some(Some(length))) => Next::Malformed(length),
        (None, _) => Next::Unfinished,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Next {
    let Some(&first) = bytes.first_chunk::<2>() else { return Next::Unfinished };
    let first = unit(first);
    if !(0xD800..0xE000).contains(&first) {
        return char::from_u32(u32::from(first))
            .map_or(Next::Malformed(2), |character| Next::Character(character, 2));
    }
    if first >= 0xDC00 {
        return Next::Malformed(2);
    }
    let Some(&second) = bytes[2..].first_chunk::<2>() else { return Next::Unfinished };
    match char::decode_utf16([first, unit(second)]).next() {
        Some(Ok(character)) => Next::Character(character, 4),
        _ => Next::Malformed(2),
    }
}
