//! Sequences: so many literals, then so many bytes as they stand so far back.

use crate::MARGIN;
use crate::bits::{Backward, low, word};
use crate::states::Table;

/// What one kind of number in a sequence is made of.
struct Kind {
    /// Its largest table.
    most: u32,
    /// Its table where the text has none: its size, and the share of each symbol.
    usual: (u32, &'static [i32]),
    /// What the first symbols mean, each one more than the one before.
    first: usize,
    plain: usize,
    /// How many bits are added to each of the others, which begin where the ones before them end.
    extra: &'static [u32],
}

const LITERALS: Kind = Kind {
    most: 9,
    usual: (
        6,
        &[
            4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
            -1, -1, -1, -1,
        ],
    ),
    first: 0,
    plain: 16,
    extra: &[1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};

const LENGTHS: Kind = Kind {
    most: 9,
    usual: (
        6,
        &[
            1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
        ],
    ),
    first: 3,
    plain: 32,
    extra: &[1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};

const OFFSETS: Kind = Kind {
    most: 8,
    usual: (5, &[1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1]),
    first: 1,
    plain: 1,
    extra: &[
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    ],
};

pub(crate) struct Sequences {
    literals: Table,
    lengths: Table,
    offsets: Table,
    /// The last three offsets, the latest first.
    recent: [usize; 3],
}

impl Sequences {
    pub(crate) const NONE: Self =
        Self { literals: Table::NONE, lengths: Table::NONE, offsets: Table::NONE, recent: [0; 3] };

    pub(crate) fn begin(&mut self) {
        self.recent = [1, 4, 8];
    }

    /// Reads the sequences of a block and puts its literals and what is repeated where `done` is. Returns where that ends.
    pub(crate) fn read(
        &mut self,
        text: &[u8],
        at: usize,
        end: usize,
        literals: &[u8],
        to: &mut [u8],
        done: usize,
    ) -> Option<usize> {
        let first = usize::from(*text.get(at)?);
        let (count, at) = match first {
            0..128 => (first, at + 1),
            128..255 => ((first - 128) * 256 + usize::from(*text.get(at + 1)?), at + 2),
            _ => (low(word(text, at + 1), 16) + 0x7f00, at + 3),
        };
        let mut copied = Copied { literals, used: 0, to, done };
        if count > 0 {
            let modes = *text.get(at)?;
            let at = table(&mut self.literals, &LITERALS, modes >> 6, text, at + 1)?;
            let at = table(&mut self.offsets, &OFFSETS, modes >> 4, text, at)?;
            let at = table(&mut self.lengths, &LENGTHS, modes >> 2, text, at)?;
            self.follow(Backward::new(text, at, end)?, count, &mut copied)?;
        }
        copied.rest()
    }

    fn follow(&mut self, mut stream: Backward, count: usize, copied: &mut Copied) -> Option<()> {
        let mut literals_at = stream.read(self.literals.log);
        let mut offset_at = stream.read(self.offsets.log);
        let mut length_at = stream.read(self.lengths.log);
        let [mut latest, mut second, mut third] = self.recent;
        for left in (0..count).rev() {
            let literals_state = self.literals.state(literals_at);
            let offset_state = self.offsets.state(offset_at);
            let length_state = self.lengths.state(length_at);

            // All three numbers are in one word, the first of them highest.
            let (a, b, c) = (literals_state.extra, length_state.extra, offset_state.extra);
            if stream.is_overdrawn() || a + b + c > 57 {
                return None;
            }
            let bits = stream.take(a + b + c);
            let literals = literals_state.least + low(bits, a);
            let length = length_state.least + low(bits >> a, b);
            let offset = offset_state.least + low(bits >> (a + b), c);
            if left > 0 {
                let (a, b, c) = (offset_state.bits, length_state.bits, literals_state.bits);
                let bits = stream.take(a + b + c);
                offset_at = offset_state.next + low(bits, a);
                length_at = length_state.next + low(bits >> a, b);
                literals_at = literals_state.next + low(bits >> (a + b), c);
            }

            // 1 to 3 are the recent offsets, or the two after the latest and one less than it, as it would not be repeated
            // right behind itself.
            (latest, second, third) = match offset + usize::from(offset <= 3 && literals == 0) {
                _ if offset > 3 => (offset - 3, latest, second),
                1 => (latest, second, third),
                2 => (second, latest, third),
                3 => (third, latest, second),
                _ => (latest.checked_sub(1)?, latest, second),
            };
            copied.more(literals, length, latest)?;
        }
        self.recent = [latest, second, third];
        stream.is_at_start().then_some(())
    }
}

/// Makes this the table that a block uses from here on. Returns where the text goes on.
fn table(table: &mut Table, kind: &Kind, mode: u8, text: &[u8], at: usize) -> Option<usize> {
    let at = match mode & 3 {
        0 => {
            table.of_shares(kind.usual.0, kind.usual.1)?;
            at
        }
        1 => {
            table.of_one(*text.get(at)?);
            at + 1
        }
        2 => table.read(text, at, kind.most)?,
        // That of the block before.
        _ => return Some(at),
    };
    for state in table.states() {
        (state.least, state.extra) = kind.meaning(usize::from(state.symbol))?;
    }
    Some(at)
}

impl Kind {
    /// The least number that a symbol stands for, and how many bits are added to it.
    fn meaning(&self, symbol: usize) -> Option<(usize, u32)> {
        let Some(beyond) = symbol.checked_sub(self.plain) else { return Some((self.first + symbol, 0)) };
        let before: usize = self.extra.iter().take(beyond).map(|extra| 1 << extra).sum();
        Some((self.first + self.plain + before, *self.extra.get(beyond)?))
    }
}

/// What a block is unpacked to.
struct Copied<'a> {
    literals: &'a [u8],
    used: usize,
    to: &'a mut [u8],
    done: usize,
}

impl Copied<'_> {
    /// Copies so many literals, and then so many bytes from so far back.
    #[inline]
    fn more(&mut self, literals: usize, length: usize, offset: usize) -> Option<()> {
        let Self { literals: from, used, to, done } = self;
        let middle = *done + literals;
        let end = middle + length;
        // Eight bytes are copied at once, the last of them into the margin or over what comes after.
        let is_within = *used + literals + MARGIN <= from.len() && end + MARGIN <= to.len();
        if !is_within || offset > middle || offset == 0 {
            return None;
        }
        for at in (0..literals).step_by(8) {
            let eight = word(from, *used + at).to_le_bytes();
            to[*done + at..][..8].copy_from_slice(&eight);
        }
        if offset >= 8 {
            for at in (middle..end).step_by(8) {
                let eight = word(to, at - offset).to_le_bytes();
                to[at..][..8].copy_from_slice(&eight);
            }
        } else {
            for at in middle..end {
                to[at] = to[at - offset];
            }
        }
        *used += literals;
        *done = end;
        Some(())
    }

    /// Copies the literals that are left. Returns where everything ends.
    fn rest(self) -> Option<usize> {
        let rest = self.literals.get(self.used..self.literals.len() - MARGIN)?;
        self.to.get_mut(self.done..self.done + rest.len())?.copy_from_slice(rest);
        Some(self.done + rest.len())
    }
}
