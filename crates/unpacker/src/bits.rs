//! Numbers of some bits, in streams that are read from their end, as zstd writes most, or from their start.

use crate::MARGIN;

/// The eight bytes from here on as a number, the first the lowest, or 0 beyond the text.
#[inline]
pub(crate) fn word(text: &[u8], at: usize) -> u64 {
    let bytes = text.get(at..at + 8).and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    bytes.map_or(0, u64::from_le_bytes)
}

/// So many of the lowest bits, at most 32.
#[inline]
pub(crate) fn low(word: u64, bits: u32) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "at most 32 bits")]
    let found = (word & !(u64::MAX << bits)) as usize;
    found
}

/// A stream that is read from its end.
pub(crate) struct Backward<'a> {
    text: &'a [u8],
    /// The numbers of its first bit, and of the one after what is left of it, within the text.
    start: usize,
    end: usize,
}

impl<'a> Backward<'a> {
    /// The stream in these bytes, or `None` if its last byte lacks the bit that marks its end.
    pub(crate) fn new(text: &'a [u8], start: usize, end: usize) -> Option<Self> {
        let last = text.get(start..end)?.last()?.checked_ilog2()?;
        (start >= MARGIN).then_some(Self { text, start: 8 * start, end: 8 * (end - 1) + last as usize })
    }

    /// The last bits that are left, as the highest of a word: 56 of them, or what precedes the stream in their place.
    #[inline]
    pub(crate) fn last(&self) -> u64 {
        let at = (self.end - 56) / 8;
        word(self.text, at) << (64 - (self.end - 8 * at))
    }

    /// Takes so many bits, at most 57, and returns a word of which they are the lowest.
    #[inline]
    pub(crate) fn take(&mut self, bits: u32) -> u64 {
        self.end -= bits as usize;
        word(self.text, self.end / 8) >> (self.end % 8)
    }

    /// The number in the next bits.
    pub(crate) fn read(&mut self, bits: u32) -> usize {
        low(self.take(bits), bits)
    }

    #[inline]
    pub(crate) fn is_at_start(&self) -> bool {
        self.end == self.start
    }

    /// Whether more was taken than there was. Ask before a margin more is taken.
    #[inline]
    pub(crate) fn is_overdrawn(&self) -> bool {
        self.end < self.start
    }
}

/// A stream that is read from its start.
pub(crate) struct Forward<'a> {
    text: &'a [u8],
    /// The number of the next bit within the text.
    at: usize,
}

impl<'a> Forward<'a> {
    pub(crate) fn new(text: &'a [u8], start: usize) -> Self {
        Self { text, at: 8 * start }
    }

    pub(crate) fn peek(&self, bits: u32) -> usize {
        low(word(self.text, self.at / 8) >> (self.at % 8), bits)
    }

    pub(crate) fn skip(&mut self, bits: u32) {
        self.at += bits as usize;
    }

    pub(crate) fn read(&mut self, bits: u32) -> usize {
        let found = self.peek(bits);
        self.skip(bits);
        found
    }

    /// Where the byte after the stream is.
    pub(crate) fn after(&self) -> usize {
        self.at.div_ceil(8)
    }
}
