//! UTF-8, UTF-16 and Windows-1252 under the interface of the crate `encoding_rs`, as far as `calamine`, `codepage` and
//! `quick-xml` use it.
//!
//! That crate holds tables of every encoding of the web; those of Chinese, Japanese and Korean were a seventh of the
//! page, and its users meet none of them: workbooks of Excel and LibreOffice are UTF-8 or UTF-16. A file that says it
//! is in another encoding is malformed here from its first character outside ASCII on, so that nothing is read wrongly.
//!
//! Source: WHATWG Encoding Standard.

#![expect(clippy::fn_params_excessive_bools, reason = "the interface is that of the crate of this name")]

mod decoder;
mod encodings;

pub use decoder::{Decoder, DecoderResult};
pub use encodings::*;

use std::borrow::Cow;
use std::fmt;

/// An encoding: how bytes stand for characters.
pub struct Encoding {
    name: &'static str,
    form: Form,
}

/// How the bytes of an encoding are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Utf8,
    Utf16 {
        is_big_endian: bool,
    },
    Windows1252,
    /// ASCII is known of it, nothing else.
    Unknown,
}

impl Encoding {
    /// Returns its name in the standard, as "windows-1252".
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// Returns the encoding that a document calls `label`, or `None` if it is not one of those known here.
    pub fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = std::str::from_utf8(label).ok()?.trim().to_ascii_lowercase();
        match label.as_str() {
            "utf-8" | "utf8" => Some(UTF_8),
            "utf-16" | "utf-16le" => Some(UTF_16LE),
            "utf-16be" => Some(UTF_16BE),
            "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" | "us-ascii" | "ascii" => Some(WINDOWS_1252),
            _ => None,
        }
    }

    /// Returns the text, the encoding, and whether anything was malformed and is U+FFFD now. A byte order mark is no
    /// part of the text.
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let bytes = bytes.strip_prefix(self.byte_order_mark()).unwrap_or(bytes);
        let (text, had_errors) = self.decode_without_bom_handling(bytes);
        (text, self, had_errors)
    }

    /// Returns the text, in which U+FFFD is what was malformed, and whether anything was.
    pub fn decode_without_bom_handling<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, bool) {
        if let Some(text) = self.decode_without_bom_handling_and_without_replacement(bytes) {
            return (text, false);
        }
        let mut decoder = self.new_decoder_without_bom_handling();
        let (mut text, mut rest) = (String::new(), bytes);
        while let (DecoderResult::Malformed(..), read) =
            decoder.decode_to_string_without_replacement(rest, &mut text, true)
        {
            text.push(char::REPLACEMENT_CHARACTER);
            rest = &rest[read..];
        }
        (Cow::Owned(text), true)
    }

    /// Returns the text, or `None` if anything in it is malformed.
    pub fn decode_without_bom_handling_and_without_replacement<'a>(
        &'static self,
        bytes: &'a [u8],
    ) -> Option<Cow<'a, str>> {
        if self.form == Form::Utf8 || (bytes.is_ascii() && !matches!(self.form, Form::Utf16 { .. })) {
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        let mut text = String::with_capacity(bytes.len());
        let (result, _) = self
            .new_decoder_without_bom_handling()
            .decode_to_string_without_replacement(bytes, &mut text, true);
        (result == DecoderResult::InputEmpty).then_some(Cow::Owned(text))
    }

    /// Returns a decoder of a stream that starts with its first character.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }

    fn byte_order_mark(&self) -> &'static [u8] {
        match self.form {
            Form::Utf8 => b"\xEF\xBB\xBF",
            Form::Utf16 { is_big_endian: false } => b"\xFF\xFE",
            Form::Utf16 { is_big_endian: true } => b"\xFE\xFF",
            Form::Windows1252 | Form::Unknown => b"",
        }
    }
}

impl PartialEq for Encoding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encoding {}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Encoding {{ {} }}", self.name)
    }
}
