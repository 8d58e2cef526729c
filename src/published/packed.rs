//! The packed form of the official figures, written by the build script and read at start. Both include this file,
//! so the form is described once, and both walk through the cells with the same [`walk`], so it is the same for both.
//!
//! `published.csv` and `counts.csv` are 2.3 MB; packed and compressed with the page they are about 170 kB, unpacked in a
//! few milliseconds. Each number is told by its difference from what was to be expected:
//!
//! * a denominator from that of the same area and year in an earlier block with mostly the same ones, otherwise from that of
//!   the year before;
//! * a numerator from the share of the year before, otherwise from England's share;
//! * a number without counts from that of the year before, changed as England's did, otherwise from England's.
//!
//! How far off the mark it is depends on how many children were counted, so the differences stand in streams by that: one
//! stream has differences of one size, which compress well together. A stream is variable-length numbers, each the zigzag of
//! a difference; the packed form is the length of each stream, then the streams.
//!
//! The populations are a block of one cell an area and year, and so is each indicator after them. The first area is England.

#![allow(dead_code, unreachable_pub, reason = "the build script writes, the library reads; each uses half")]

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// So many, or the total that is averaged.
    pub numerator: i32,
    /// Of so many.
    pub denominator: i32,
}

impl Cell {
    /// Returns the counts, or `None` if they are not known.
    pub const fn counts(self) -> Option<Counts> {
        match self {
            Self::Counts(counts) | Self::Both(_, counts) => Some(counts),
            Self::Empty | Self::Symbol(_) | Self::Number(_) => None,
        }
    }

    /// Returns what may be the denominator of another indicator for the same area and year, the denominator or the
    /// number where children are only counted, or `None` if it is not known.
    pub fn base(self) -> Option<i32> {
        match self {
            Self::Number(number) => Some(number),
            _ => self.counts().map(|counts| counts.denominator),
        }
    }

    const fn number(self) -> Option<i32> {
        match self {
            Self::Number(number) | Self::Both(number, _) => Some(number),
            Self::Empty | Self::Symbol(_) | Self::Counts(_) => None,
        }
    }

    /// What it is, as a number: 0 to 3, then the symbols.
    const fn kind(self) -> i32 {
        match self {
            Self::Empty => 0,
            Self::Number(_) => 1,
            Self::Counts(_) => 2,
            Self::Both(..) => 3,
            Self::Symbol(symbol) => 4 + symbol as i32,
        }
    }
}

/// How many cells stand where.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Cells of a row: the years of one area.
    pub years: usize,
    /// Cells of a block: the years of all areas, of England first.
    pub block: usize,
}

/// Packs cells in order of indicator, area, year.
pub fn pack(cells: &[Cell], shape: Shape) -> Vec<u8> {
    let mut writer = Writer(std::array::from_fn(|_| Vec::new()));
    walk(&mut writer, &mut cells.to_vec(), shape);
    let mut bytes = Vec::new();
    for stream in &writer.0 {
        push_number(&mut bytes, stream.len() as u64);
    }
    bytes.extend(writer.0.concat());
    bytes
}

/// The reverse of [`pack`], for this many blocks.
pub fn unpack(mut bytes: &[u8], shape: Shape, blocks: usize) -> Vec<Cell> {
    let lengths: [usize; STREAMS] =
        std::array::from_fn(|_| usize::try_from(pull_number(&mut bytes)).unwrap_or(0));
    let mut reader = Reader(lengths.map(|length| {
        let (stream, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
        bytes = rest;
        stream
    }));
    let mut cells = vec![Cell::Empty; shape.block * blocks];
    walk(&mut reader, &mut cells, shape);
    cells
}

/// What the differences are written to, or read from.
trait Streams {
    /// The number after `expected`, which is `number` where it is written.
    fn number(&mut self, stream: usize, expected: i32, number: i32) -> i32;
}

struct Writer([Vec<u8>; STREAMS]);

impl Streams for Writer {
    fn number(&mut self, stream: usize, expected: i32, number: i32) -> i32 {
        let difference = i64::from(number) - i64::from(expected);
        push_number(&mut self.0[stream], ((difference << 1) ^ (difference >> 63)).cast_unsigned());
        number
    }
}

struct Reader<'a>([&'a [u8]; STREAMS]);

impl Streams for Reader<'_> {
    #[expect(clippy::cast_possible_truncation, reason = "written from a number of this type")]
    fn number(&mut self, stream: usize, expected: i32, _: i32) -> i32 {
        let code = pull_number(&mut self.0[stream]);
        let difference = (code >> 1).cast_signed() ^ -((code & 1).cast_signed());
        (i64::from(expected) + difference) as i32
    }
}

/// What each cell is.
const KINDS: usize = 0;
/// Which earlier block has the same denominators: its position and one more, or 0.
const LIKE: usize = 1;
/// Denominators that such a block has.
const SAME: usize = 2;
/// From here on one stream for each size.
const DENOMINATORS: usize = 3;
const NUMERATORS: usize = DENOMINATORS + SIZES;
const FIRST_NUMERATORS: usize = NUMERATORS + SIZES;
const NUMBERS: usize = FIRST_NUMERATORS + SIZES;
const FIRST_NUMBERS: usize = NUMBERS + SIZES;
const STREAMS: usize = FIRST_NUMBERS + SIZES;
const SIZES: usize = 32;

/// The size of a number, from 0: two to each power of two.
fn size(number: i32) -> usize {
    let number = number.unsigned_abs();
    let length = number.checked_ilog2().map_or(0, |log| log as usize + 1);
    if length < 2 { length } else { (2 * length - 2 + (number >> (length - 2) & 1) as usize).min(SIZES - 1) }
}

/// Goes through all cells: each is written to the streams as it is, or read from them.
fn walk(streams: &mut impl Streams, cells: &mut [Cell], shape: Shape) {
    for start in (0..cells.len()).step_by(shape.block) {
        let (earlier, rest) = cells.split_at_mut(start);
        let block = &mut rest[..shape.block];
        let like = block_of_same_base(block, earlier).and_then(|like| i32::try_from(like + 1).ok());
        let like = usize::try_from(streams.number(LIKE, 0, like.unwrap_or(0))).unwrap_or(0);
        let same = like.checked_sub(1).and_then(|like| earlier.get(like * shape.block..)?.get(..shape.block));
        let mut missed = Missed { next: 0, first: 0 };
        for index in 0..block.len() {
            let place = Place { block, same, row: index - index % shape.years, index };
            block[index] = place.cell(streams, &mut missed);
        }
    }
}

/// By how much the numbers without counts of a block have differed lately from what was expected, in sixteenths.
struct Missed {
    /// Those with a number of an earlier year.
    next: i32,
    /// Those without.
    first: i32,
}

/// A cell, those before it, and, where they are to be written, those after it.
struct Place<'a> {
    block: &'a [Cell],
    /// The block with mostly the same denominators.
    same: Option<&'a [Cell]>,
    /// Where the years of its area begin.
    row: usize,
    index: usize,
}

impl Place<'_> {
    fn cell(&self, streams: &mut impl Streams, missed: &mut Missed) -> Cell {
        match streams.number(KINDS, 0, self.block[self.index].kind()) {
            0 => Cell::Empty,
            1 => Cell::Number(self.number(streams, missed)),
            2 => Cell::Counts(self.counts(streams)),
            3 => {
                let counts = self.counts(streams);
                Cell::Both(self.number(streams, missed), counts)
            }
            symbol => Cell::Symbol(u8::try_from(symbol - 4).unwrap_or(0)),
        }
    }

    fn counts(&self, streams: &mut impl Streams) -> Counts {
        let given = self.block[self.index].counts().unwrap_or_default();
        let before = self.block[self.row..self.index].iter().rev().find_map(|cell| cell.counts());
        let denominator = if let Some(base) = self.same.and_then(|same| same[self.index].base()) {
            streams.number(SAME, base, given.denominator)
        } else {
            let last = before.map_or(0, |before| before.denominator);
            streams.number(DENOMINATORS + size(last), last, given.denominator)
        };
        let (stream, like) = match before {
            Some(before) => (NUMERATORS, Some(before)),
            None => (FIRST_NUMERATORS, self.england(self.index).and_then(Cell::counts)),
        };
        let expected = like.map_or(0, |like| share(like, denominator));
        let spread = expected.min(denominator.saturating_sub(expected)).max(0);
        let numerator = streams.number(stream + size(spread), expected, given.numerator);
        Counts { numerator, denominator }
    }

    fn number(&self, streams: &mut impl Streams, missed: &mut Missed) -> i32 {
        let given = self.block[self.index].number().unwrap_or(0);
        let england = |index| self.england(index).and_then(Cell::number);
        let last = (self.row..self.index).rev().find_map(|index| Some((index, self.block[index].number()?)));
        let (stream, missed, expected) = match last {
            Some((then, last)) => {
                let change =
                    england(self.index).zip(england(then)).map_or(0, |(now, then)| now.wrapping_sub(then));
                (NUMBERS, &mut missed.next, last.wrapping_add(change))
            }
            None => (FIRST_NUMBERS, &mut missed.first, england(self.index).unwrap_or(0)),
        };
        let number = streams.number(stream + size(*missed), expected, given);
        *missed = number.wrapping_sub(expected).saturating_abs().saturating_add(*missed - *missed / 16);
        number
    }

    /// England's cell of the same year as another of this row, unless this is England's row.
    fn england(&self, index: usize) -> Option<Cell> {
        (self.row > 0).then(|| self.block[index - self.row])
    }
}

/// As many of the denominator as there are of this one.
fn share(of: Counts, denominator: i32) -> i32 {
    let product = i64::from(of.numerator) * i64::from(denominator);
    let base = i64::from(of.denominator);
    let halves = (2 * product + base).checked_div_euclid(2 * base);
    halves.and_then(|share| i32::try_from(share).ok()).unwrap_or(0)
}

/// The earlier block that has the same denominators in most cells, if more than half are the same.
fn block_of_same_base(block: &[Cell], earlier: &[Cell]) -> Option<usize> {
    let counted = block.iter().filter(|cell| cell.counts().is_some()).count();
    if counted == 0 {
        return None;
    }
    let same = |other: &[Cell]| {
        let is_same = |(cell, other): &(&Cell, &Cell)| cell.counts().is_some() && cell.base() == other.base();
        block.iter().zip(other).filter(is_same).count()
    };
    let (same, index) = earlier
        .chunks(block.len())
        .enumerate()
        .map(|(index, other)| (same(other), index))
        .max_by_key(|(same, _)| *same)?;
    (same * 2 > counted).then_some(index)
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

/// The first number of the bytes, which they then lack; 0 where they end.
fn pull_number(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}
