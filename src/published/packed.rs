//! The packed form of the official figures, written by the build script and read at start. Both include this file,
//! so the form is described once.
//!
//! `published.csv` is 760 kB; its cells change little from year to year, so each area's years are stored as
//! differences in variable-length numbers: about 100 kB once compressed with the page, unpacked in about a
//! millisecond.
//!
//! A cell is one number: 0 for nothing published, 1 to 5 for a symbol, otherwise 6 plus the zigzag of the difference
//! from the last number of the same row, in units of the indicator's smallest decimal. Cells are in order of
//! indicator, area, year.

#![allow(dead_code, unreachable_pub, reason = "the build script writes, the library reads; each uses half")]

const SYMBOLS: u64 = 5;

/// One published cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing was published.
    Empty,
    /// Position in the list of symbols.
    Symbol(u8),
    /// In units of the indicator's smallest decimal.
    Number(i64),
}

/// Numerator and denominator behind an official share of England or a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Position of the indicator.
    pub indicator: usize,
    /// Position of the area.
    pub area: usize,
    /// Year.
    pub year: u16,
    /// Units and decimals.
    pub numerator: (i64, u8),
    /// Units and decimals.
    pub denominator: (i64, u8),
}

/// Packs cells, whose number is a multiple of `years`.
pub fn pack_cells(cells: &[Cell], years: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in cells.chunks(years) {
        let mut last = 0;
        for cell in row {
            let code = match *cell {
                Cell::Empty => 0,
                Cell::Symbol(symbol) => u64::from(symbol) + 1,
                Cell::Number(number) => {
                    let difference = number - last;
                    last = number;
                    zigzag(difference) + SYMBOLS + 1
                }
            };
            push_number(&mut bytes, code);
        }
    }
    bytes
}

/// The reverse of [`pack_cells`].
pub fn unpack_cells(bytes: &[u8], years: usize) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(bytes.len());
    let mut last = 0;
    for code in numbers(bytes) {
        if cells.len().is_multiple_of(years) {
            last = 0;
        }
        cells.push(match code {
            0 => Cell::Empty,
            #[expect(clippy::cast_possible_truncation, reason = "1 to SYMBOLS")]
            1..=SYMBOLS => Cell::Symbol(code as u8 - 1),
            _ => {
                last += unzigzag(code - SYMBOLS - 1);
                Cell::Number(last)
            }
        });
    }
    cells
}

/// Packs counts: seven numbers a row.
pub fn pack_counts(rows: &[Counts]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in rows {
        let place = [row.indicator as u64, row.area as u64, u64::from(row.year)];
        let numbers =
            [row.numerator, row.denominator].map(|(units, decimals)| [zigzag(units), u64::from(decimals)]);
        for number in place.into_iter().chain(numbers.into_iter().flatten()) {
            push_number(&mut bytes, number);
        }
    }
    bytes
}

/// The reverse of [`pack_counts`].
#[expect(clippy::cast_possible_truncation, reason = "written from the very types")]
pub fn unpack_counts(bytes: &[u8]) -> Vec<Counts> {
    let all: Vec<u64> = numbers(bytes).collect();
    all.chunks_exact(7)
        .map(|row| Counts {
            indicator: row[0] as usize,
            area: row[1] as usize,
            year: row[2] as u16,
            numerator: (unzigzag(row[3]), row[4] as u8),
            denominator: (unzigzag(row[5]), row[6] as u8),
        })
        .collect()
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

const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

const fn unzigzag(code: u64) -> i64 {
    (code >> 1).cast_signed() ^ -((code & 1).cast_signed())
}
