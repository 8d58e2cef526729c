//! The packed form of the official figures, written by the build script and read at start. Both include this file,
//! so the form is described once.
//!
//! `published.csv` and `counts.csv` are 1.4 MB; packed and compressed with the page they are about 150 kB, unpacked in a
//! few milliseconds, for three reasons: figures change little from year to year, most of those with counts are what the
//! counts give, and indicators of the same children have the same denominators.
//!
//! The populations are a block of one cell an area and year, and so is each indicator after them. A block is, each a variable-length number:
//!
//! 1. for each cell 0 for nothing, or for what the counts give; 1 to 5 for a symbol; otherwise 6 plus a difference;
//! 2. once, 0 where there are no counts, 1 where the denominators are its own, otherwise 2 plus the position of the earlier
//!    block that has mostly the same;
//! 3. where there are counts, for each cell 0 for none, otherwise 1 plus the difference of the numerator;
//! 4. for each cell with counts the difference of the denominator: from the cell of the same area and year in that earlier
//!    block, if it has one.
//!
//! A difference is the zigzag of the difference from the number before in the same row of years, in units of the smallest
//! decimal that the indicator's numbers, numerators or denominators have.

#![allow(dead_code, unreachable_pub, reason = "the build script writes, the library reads; each uses half")]

const SYMBOLS: u64 = 5;

/// One published cell. Numbers are in units of the indicator's smallest decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing was published.
    Empty,
    /// Position in the list of symbols.
    Symbol(u8),
    /// A number without counts.
    Number(i32),
    /// Counts that give the number.
    Counts(Counts),
    /// A number and counts that do not quite give it, since they were rounded before they were published.
    Both(i32, Counts),
}

/// Numerator and denominator, each in units of the smallest decimal of its kind in the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// So many, or the total that is averaged.
    pub numerator: i32,
    /// Of so many.
    pub denominator: i32,
}

impl Cell {
    /// The counts, where there are any.
    pub const fn counts(self) -> Option<Counts> {
        match self {
            Self::Counts(counts) | Self::Both(_, counts) => Some(counts),
            Self::Empty | Self::Symbol(_) | Self::Number(_) => None,
        }
    }

    /// What may be the denominator of another indicator for the same area and year: the denominator, or the number where
    /// children are only counted.
    pub fn base(self) -> Option<i32> {
        match self {
            Self::Number(number) => Some(number),
            _ => self.counts().map(|counts| counts.denominator),
        }
    }
}

/// How many cells stand where.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Cells of a row: the years of one area.
    pub years: usize,
    /// Cells of a block: the years of all areas.
    pub block: usize,
}

/// Packs cells in order of indicator, area, year.
pub fn pack(cells: &[Cell], shape: Shape) -> Vec<u8> {
    let mut bytes = Vec::new();
    let blocks: Vec<&[Cell]> = cells.chunks(shape.block).collect();
    for (index, block) in blocks.iter().enumerate() {
        for row in block.chunks(shape.years) {
            let mut last = 0;
            for cell in row {
                let code = match *cell {
                    Cell::Empty | Cell::Counts(_) => 0,
                    Cell::Symbol(symbol) => u64::from(symbol) + 1,
                    Cell::Number(number) | Cell::Both(number, _) => {
                        difference(&mut last, number) + SYMBOLS + 1
                    }
                };
                push_number(&mut bytes, code);
            }
        }
        if !block.iter().any(|cell| cell.counts().is_some()) {
            push_number(&mut bytes, 0);
            continue;
        }
        let like = block_of_same_base(block, &blocks[..index]);
        push_number(&mut bytes, like.map_or(1, |like| like as u64 + 2));
        for row in block.chunks(shape.years) {
            let mut last = 0;
            for cell in row {
                let code = cell.counts().map_or(0, |counts| difference(&mut last, counts.numerator) + 1);
                push_number(&mut bytes, code);
            }
        }
        for (number, row) in block.chunks(shape.years).enumerate() {
            let mut last = 0;
            for (year, cell) in row.iter().enumerate() {
                let base = like.and_then(|like| blocks[like][number * shape.years + year].base());
                last = base.map_or(last, i64::from);
                if let Some(counts) = cell.counts() {
                    push_number(&mut bytes, difference(&mut last, counts.denominator));
                }
            }
        }
    }
    bytes
}

/// The earlier block that has the same denominators in most cells, if more than half are the same.
fn block_of_same_base(block: &[Cell], earlier: &[&[Cell]]) -> Option<usize> {
    let counted = block.iter().filter(|cell| cell.counts().is_some()).count();
    let same = |other: &[Cell]| {
        let is_same = |(cell, other): &(&Cell, &Cell)| cell.counts().is_some() && cell.base() == other.base();
        block.iter().zip(other).filter(is_same).count()
    };
    let (same, index) = earlier
        .iter()
        .enumerate()
        .map(|(index, other)| (same(other), index))
        .max_by_key(|(same, _)| *same)?;
    (same * 2 > counted).then_some(index)
}

/// The reverse of [`pack`], for this many blocks.
pub fn unpack(bytes: &[u8], shape: Shape, blocks: usize) -> Vec<Cell> {
    let mut numbers = numbers(bytes);
    let mut next = || numbers.next().unwrap_or(0);
    let mut cells: Vec<Cell> = Vec::with_capacity(shape.block * blocks);
    for block in 0..blocks {
        let start = block * shape.block;
        let mut last = 0;
        for index in 0..shape.block {
            if index.is_multiple_of(shape.years) {
                last = 0;
            }
            cells.push(match next() {
                0 => Cell::Empty,
                #[expect(clippy::cast_possible_truncation, reason = "1 to SYMBOLS")]
                code @ 1..=SYMBOLS => Cell::Symbol(code as u8 - 1),
                code => Cell::Number(number(&mut last, code - SYMBOLS - 1)),
            });
        }
        let like = match next() {
            0 => continue,
            code => code.checked_sub(2).and_then(|like| usize::try_from(like).ok()),
        };
        for index in 0..shape.block {
            if index.is_multiple_of(shape.years) {
                last = 0;
            }
            let Some(code) = next().checked_sub(1) else { continue };
            let counts = Counts { numerator: number(&mut last, code), denominator: 0 };
            let cell = &mut cells[start + index];
            *cell = match *cell {
                Cell::Number(number) => Cell::Both(number, counts),
                _ => Cell::Counts(counts),
            };
        }
        for index in 0..shape.block {
            if index.is_multiple_of(shape.years) {
                last = 0;
            }
            let base = like.and_then(|like| cells[like * shape.block + index].base());
            last = base.map_or(last, i64::from);
            if let Cell::Counts(counts) | Cell::Both(_, counts) = &mut cells[start + index] {
                counts.denominator = number(&mut last, next());
            }
        }
    }
    cells
}

/// The code of a number after `last`, which it becomes.
fn difference(last: &mut i64, number: i32) -> u64 {
    let difference = i64::from(number) - *last;
    *last = number.into();
    ((difference << 1) ^ (difference >> 63)).cast_unsigned()
}

/// The reverse of [`difference`].
#[expect(clippy::cast_possible_truncation, reason = "packed from a number of this type")]
const fn number(last: &mut i64, code: u64) -> i32 {
    *last += (code >> 1).cast_signed() ^ -((code & 1).cast_signed());
    *last as i32
}

fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        #[expect(clippy::cast_possible_truncation, reason = "the low seven bits")]
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 0x80")]
    bytes.push(number as u8);
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let mut rest = bytes.iter();
    std::iter::from_fn(move || {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = *rest.next()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    })
}
