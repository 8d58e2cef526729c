//! Literals, the bytes that nothing before them is like, in Huffman's code.

use crate::MARGIN;
use crate::bits::{Backward, low, word};
use crate::states::Table;

/// How many bytes one block may be unpacked.
const LONGEST_BLOCK: usize = 1 << 17;
/// How many bits the longest code has.
const LONGEST_CODE: u32 = 11;
/// How many bytes are found at once.
const AT_ONCE: usize = 5;

pub(crate) struct Literals {
    bytes: [u8; LONGEST_BLOCK + MARGIN],
    count: usize,
    /// By the next bits, as many as the longest code has: the byte they stand for, and how many of them are its code.
    codes: [(u8, u8); 1 << LONGEST_CODE],
    longest: u32,
    weights: Table,
}

impl Literals {
    #[expect(clippy::large_stack_arrays, reason = "its place is not the stack")]
    pub(crate) const NONE: Self = Self {
        bytes: [0; LONGEST_BLOCK + MARGIN],
        count: 0,
        codes: [(0, 0); 1 << LONGEST_CODE],
        longest: 0,
        weights: Table::NONE,
    };

    /// The literals of the block, and a margin.
    pub(crate) fn found(&self) -> &[u8] {
        &self.bytes[..self.count + MARGIN]
    }

    /// Reads the literals of a block. Returns where its text goes on.
    pub(crate) fn read(&mut self, text: &[u8], at: usize, end: usize) -> Option<usize> {
        let header = word(text, at);
        match header & 3 {
            0 => {
                let (at, count) = plain_size(header, at);
                self.bytes.get_mut(..count)?.copy_from_slice(text.get(at..at + count)?);
                self.count = count;
                Some(at + count)
            }
            1 => {
                let (at, count) = plain_size(header, at);
                self.bytes.get_mut(..count)?.fill(*text.get(at)?);
                self.count = count;
                Some(at + 1)
            }
            2 => {
                let (streams, at, count, size) = packed_size(header, at);
                let codes_end = self.read_codes(text, at)?;
                self.unpack(text, streams, codes_end, (at + size).min(end), count)
            }
            // With the codes of the block before.
            _ => {
                let (streams, at, count, size) = packed_size(header, at);
                self.unpack(text, streams, at, (at + size).min(end), count)
            }
        }
    }

    fn unpack(&mut self, text: &[u8], streams: usize, at: usize, end: usize, count: usize) -> Option<usize> {
        if count > LONGEST_BLOCK || self.longest == 0 {
            return None;
        }
        self.count = count;
        if streams == 1 {
            self.unpack_stream(text, at, end, 0, count)?;
            return Some(end);
        }
        // The lengths of all streams but the last, in two bytes each.
        let lengths = word(text, at);
        let mut at = at + 6;
        let part = count.div_ceil(4);
        for number in 0..4 {
            let stop = if number == 3 { end } else { at + low(lengths >> (16 * number), 16) };
            let from = part * number;
            self.unpack_stream(text, at, stop, from, count.min(from + part))?;
            at = stop;
        }
        Some(end)
    }

    fn unpack_stream(&mut self, text: &[u8], start: usize, end: usize, from: usize, to: usize) -> Option<()> {
        let mut stream = Backward::new(text, start, end)?;
        let mut at = from;
        while at < to {
            if stream.is_overdrawn() {
                return None;
            }
            let mut next = stream.last();
            let mut used = 0;
            let stop = to.min(at + AT_ONCE);
            for byte in self.bytes.get_mut(at..stop)? {
                let (symbol, bits) = self.codes[low(next >> (64 - self.longest), LONGEST_CODE)];
                *byte = symbol;
                next <<= bits % 64;
                used += u32::from(bits);
            }
            at = stop;
            stream.take(used);
        }
        stream.is_at_start().then_some(())
    }

    /// Reads the codes of a block. Returns where its text goes on.
    fn read_codes(&mut self, text: &[u8], at: usize) -> Option<usize> {
        let header = usize::from(*text.get(at)?);
        let at = at + 1;
        let mut weights = [0; 256];
        let (count, end) = if header < 128 {
            (self.read_weights(text, at, at + header, &mut weights)?, at + header)
        } else {
            let count = header - 127;
            for (number, weight) in weights[..count].iter_mut().enumerate() {
                *weight = text.get(at + number / 2)? >> (4 - 4 * (number % 2)) & 15;
            }
            (count, at + count.div_ceil(2))
        };
        // The weight of the last byte is what the others leave.
        let sum: u32 = weights[..count].iter().map(|weight| (1 << weight) >> 1).sum();
        self.longest = sum.checked_ilog2()? + 1;
        let left = (1 << self.longest) - sum;
        if self.longest > LONGEST_CODE || !left.is_power_of_two() {
            return None;
        }
        *weights.get_mut(count)? = u8::try_from(left.ilog2()).ok()? + 1;
        let mut place = 0;
        for (weight, bits) in (1..).zip((1..=u8::try_from(self.longest).ok()?).rev()) {
            let length = 1 << (weight - 1);
            for (symbol, _) in (0..=u8::MAX).zip(weights).filter(|(_, other)| *other == weight) {
                self.codes.get_mut(place..place + length)?.fill((symbol, bits));
                place += length;
            }
        }
        Some(end)
    }

    /// Reads the weights of bytes from a stream in which two states take turns. Returns how many there are.
    fn read_weights(&mut self, text: &[u8], at: usize, end: usize, weights: &mut [u8]) -> Option<usize> {
        let start = self.weights.read(text, at, 6)?;
        let mut stream = Backward::new(text, start, end)?;
        let log = self.weights.log;
        let (mut this, mut other) = (stream.read(log), stream.read(log));
        let mut count = 0;
        while !stream.is_overdrawn() {
            let state = self.weights.state(this);
            *weights.get_mut(count)? = state.symbol;
            count += 1;
            this = state.next + stream.read(state.bits);
            (this, other) = (other, this);
        }
        *weights.get_mut(count)? = self.weights.state(this).symbol;
        Some(count + 1)
    }
}

/// Where literals begin that are as they are, and how many there are.
fn plain_size(header: u64, at: usize) -> (usize, usize) {
    match header >> 2 & 3 {
        1 => (at + 2, low(header >> 4, 12)),
        3 => (at + 3, low(header >> 4, 20)),
        _ => (at + 1, low(header >> 3, 5)),
    }
}

/// In how many streams literals are packed, where they begin, how many there are, and how many bytes they are packed.
fn packed_size(header: u64, at: usize) -> (usize, usize, usize, usize) {
    let (streams, length, bits) = match header >> 2 & 3 {
        0 => (1, 3, 10),
        1 => (4, 3, 10),
        2 => (4, 4, 14),
        _ => (4, 5, 18),
    };
    (streams, at + length, low(header >> 4, bits), low(header >> (4 + bits), bits))
}
