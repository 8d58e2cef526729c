//! The records that Excel workbooks before 2007 are made of, in the form they have had since 1997.
//!
//! Source: Microsoft, Excel Binary File Format (.xls) Structure, `[MS-XLS]`.

/// A record: its kind and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// The records of a stream from a position on, up to where it is cut off.
pub(super) fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, u16_at(rest, 2)?);
        let end = 4 + usize::from(length);
        let data = rest.get(4..end)?;
        rest = &rest[end..];
        Some(Record { kind, data })
    })
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}

/// A number in four bytes: the upper part of a float, or a whole number; either may be a hundredfold.
pub(super) fn rk_at(data: &[u8], at: usize) -> Option<f64> {
    let bits = u32_at(data, at)?;
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    Some(if bits & 1 == 0 { number } else { number / 100.0 })
}

/// A text with the number of its characters in front, in two bytes.
pub(super) fn text_at(data: &[u8], at: usize) -> Option<String> {
    Texts::new(vec![data.get(at..)?]).next()
}

/// A text with the number of its characters in front, in one byte.
pub(super) fn short_text_at(data: &[u8], at: usize) -> Option<String> {
    let length = usize::from(*data.get(at)?);
    let width = Width::of(*data.get(at + 1)?);
    let mut texts = Texts::new(vec![data.get(at + 2..)?]);
    texts.characters(length, width)
}

/// How many bytes a character has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    Narrow,
    Wide,
}

impl Width {
    /// As the flags before characters say.
    const fn of(flags: u8) -> Self {
        if flags & 1 == 0 { Self::Narrow } else { Self::Wide }
    }
}

/// Texts one after another, in a record and those that continue it.
pub(super) struct Texts<'a> {
    rest: &'a [u8],
    /// The parts that follow, the last first.
    parts: Vec<&'a [u8]>,
}

impl<'a> Texts<'a> {
    /// Texts in these parts.
    pub(super) fn new(mut parts: Vec<&'a [u8]>) -> Self {
        parts.reverse();
        let rest = parts.pop().unwrap_or_default();
        Self { rest, parts }
    }

    /// Takes so many bytes, from the next part where this one is at its end.
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        while self.rest.is_empty() {
            self.rest = self.parts.pop()?;
        }
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// Leaves out so many bytes, over as many parts as they reach.
    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            let step = length.min(self.rest.len());
            self.rest = &self.rest[step..];
            length -= step;
            if length > 0 {
                self.rest = self.parts.pop()?;
            }
        }
        Some(())
    }

    /// Takes so many characters. A part in which they go on begins with whether they are wide there.
    fn characters(&mut self, length: usize, mut width: Width) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(length.min(self.rest.len()));
        while units.len() < length {
            if self.rest.is_empty() {
                self.rest = self.parts.pop()?;
                width = Width::of(self.take(1)?[0]);
                continue;
            }
            let bytes = match width {
                Width::Narrow => 1,
                Width::Wide => 2,
            };
            let here = (length - units.len()).min(self.rest.len() / bytes);
            if here == 0 {
                return None;
            }
            let taken = self.take(here * bytes)?;
            if width == Width::Wide {
                units.extend(taken.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                units.extend(taken.iter().copied().map(u16::from));
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

impl Iterator for Texts<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        const HAS_PHONETICS: u8 = 4;
        const HAS_FONTS: u8 = 8;
        let length = usize::from(u16_at(self.take(2)?, 0)?);
        let flags = self.take(1)?[0];
        let fonts = if flags & HAS_FONTS == 0 { 0 } else { usize::from(u16_at(self.take(2)?, 0)?) };
        let phonetics = if flags & HAS_PHONETICS == 0 { 0 } else { u32_at(self.take(4)?, 0)? as usize };
        let text = self.characters(length, Width::of(flags))?;
        // What is left out may be cut off at the end of the table.
        let _ = self.skip(4 * fonts).and_then(|()| self.skip(phonetics));
        Some(text)
    }
}
