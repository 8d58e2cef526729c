//! The form in which the code of a program is packed: its bytes apart by what they are, and those of a kind together.
//!
//! A program (the binary format of WebAssembly) is a row of sections, one of them its code: a number of functions, each its
//! size, the declarations of its local variables and a row of instructions, each an opcode and what follows it. Next to each
//! other these are of little likeness; opcodes after opcodes and numbers of locals after numbers of locals are packed a sixth
//! smaller. So the text that is packed, by `packing`, and put together again, by `program`, is made of
//!
//! - a header of numbers: the length of what precedes the code section, that of its content (0 where there is none), and that
//!   of each stream;
//! - what precedes the code section, as it is;
//! - the streams, in order of their numbers;
//! - the rest of the program, as it is.
//!
//! In no stream are the sizes of functions, as each ends with the `end` that nothing opened, and alignments that are the usual
//! ones of their instruction; before an instruction with another is an opcode that stands for it, [`ALIGNED`]. Numbers are
//! those of the binary format: seven bits a byte, the lowest first, each byte but the last with its highest bit set.

use core::ops::RangeInclusive;

use crate::bits::word;

/// The number of the section that is the code.
pub(crate) const SECTION: u8 = 10;
/// How long the header is at most.
pub(crate) const HEADER: usize = 4 * (2 + Stream::COUNT);

/// Opcodes from here on stand for an alignment: of the instruction that follows, in place of its usual one. No instruction
/// has them.
pub(crate) const ALIGNED: u8 = 0xe0;
/// How many of them there are.
pub(crate) const ALIGNMENTS: u8 = 8;

/// A stream of what follows opcodes. Those of two kinds are told apart further, by the next opcode: it tells what a value is
/// used for, and values of one use are alike.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Stream(pub(crate) usize);

impl Stream {
    pub(crate) const OPCODES: Self = Self(0);
    /// How many functions there are, and the local variables of each.
    pub(crate) const DECLARATIONS: Self = Self(1);
    const BLOCKS: Self = Self(2);
    const BRANCHES: Self = Self(3);
    const CONDITIONS: Self = Self(4);
    const TABLES: Self = Self(5);
    const CALLS: Self = Self(6);
    const INDIRECT: Self = Self(7);
    const SET: Self = Self(8);
    const TEE: Self = Self(9);
    const GLOBALS: Self = Self(10);
    const LOADS: Self = Self(11);
    const STORES: Self = Self(12);
    const LONG: Self = Self(13);
    const FLOATS: Self = Self(14);
    const OTHERS: Self = Self(15);
    const GET: Self = Self(16);
    const CONSTANTS: Self = Self(16 + 256);

    /// How many streams there are.
    pub(crate) const COUNT: usize = 16 + 2 * 256;

    /// The one of these that holds what is before the next opcode.
    #[inline]
    pub(crate) fn before(self, next: u8) -> usize {
        if self.0 < Self::GET.0 { self.0 } else { self.0 + usize::from(next) }
    }
}

/// What follows an opcode.
#[derive(Clone, Copy)]
pub(crate) enum Follows {
    Nothing,
    Number(Stream),
    Numbers(Stream, usize),
    Bytes(Stream, usize),
    /// As many numbers as a first one says, and one more.
    Table,
    /// An alignment, usually this one, and a number.
    Memory(Stream, u8),
    /// A second opcode, which is in their stream, and what it asks for.
    Opcode,
}

/// What follows this opcode, or `None` if it is not known.
#[inline]
pub(crate) fn follows(opcode: u8) -> Option<Follows> {
    use Follows::{Bytes, Memory, Nothing, Number, Numbers, Opcode, Table};
    Some(match opcode {
        // unreachable, nop, else, end, return, drop, select, comparisons and arithmetic, ref.is_null
        0x00 | 0x01 | 0x05 | END | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Nothing,
        // block, loop, if
        0x02..=0x04 => Number(Stream::BLOCKS),
        // br, br_if, br_table
        0x0c => Number(Stream::BRANCHES),
        0x0d => Number(Stream::CONDITIONS),
        0x0e => Table,
        // call, call_indirect
        0x10 => Number(Stream::CALLS),
        0x11 => Numbers(Stream::INDIRECT, 2),
        // local.get, local.set, local.tee
        0x20 => Number(Stream::GET),
        0x21 => Number(Stream::SET),
        0x22 => Number(Stream::TEE),
        // global.get, global.set
        0x23 | 0x24 => Number(Stream::GLOBALS),
        // loads and stores of one, two, four and eight bytes
        0x2c | 0x2d | 0x30 | 0x31 => Memory(Stream::LOADS, 0),
        0x2e | 0x2f | 0x32 | 0x33 => Memory(Stream::LOADS, 1),
        0x28 | 0x2a | 0x34 | 0x35 => Memory(Stream::LOADS, 2),
        0x29 | 0x2b => Memory(Stream::LOADS, 3),
        0x3a | 0x3c => Memory(Stream::STORES, 0),
        0x3b | 0x3d => Memory(Stream::STORES, 1),
        0x36 | 0x38 | 0x3e => Memory(Stream::STORES, 2),
        0x37 | 0x39 => Memory(Stream::STORES, 3),
        // i32.const, i64.const, f32.const, f64.const
        0x41 => Number(Stream::CONSTANTS),
        0x42 => Number(Stream::LONG),
        0x43 => Bytes(Stream::FLOATS, 4),
        0x44 => Bytes(Stream::FLOATS, 8),
        // table.get, table.set, memory.size, memory.grow, ref.null, ref.func
        0x25 | 0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => Number(Stream::OTHERS),
        0xfc => Opcode,
        _ => return None,
    })
}

/// What follows this second opcode, or `None` if it is not known.
pub(crate) fn follows_second(opcode: u8) -> Option<Follows> {
    Some(match opcode {
        // conversions of floats that do not stop
        0..=7 => Follows::Nothing,
        // data.drop, memory.fill, elem.drop, table.grow, table.size, table.fill
        9 | 11 | 13 | 15..=17 => Follows::Number(Stream::OTHERS),
        // memory.init, memory.copy, table.init, table.copy
        8 | 10 | 12 | 14 => Follows::Numbers(Stream::OTHERS, 2),
        _ => return None,
    })
}

/// The opcodes that open what [`END`] ends: block, loop, if.
pub(crate) const OPENED: RangeInclusive<u8> = 0x02..=0x04;
/// The opcode that ends what another opened, or a function.
pub(crate) const END: u8 = 0x0b;

impl Follows {
    /// In which stream this is, but for what is in that of opcodes.
    #[inline]
    pub(crate) fn stream(self) -> Stream {
        match self {
            Self::Nothing | Self::Opcode => Stream::OPCODES,
            Self::Table => Stream::TABLES,
            Self::Number(stream)
            | Self::Numbers(stream, _)
            | Self::Bytes(stream, _)
            | Self::Memory(stream, _) => stream,
        }
    }

    /// How many bytes of the text from here on are this, but for its alignment or second opcode. Or `None` if it goes on
    /// beyond the text.
    #[inline]
    pub(crate) fn length(self, text: &[u8], at: usize) -> Option<usize> {
        match self {
            Self::Nothing | Self::Opcode => Some(0),
            Self::Number(_) | Self::Memory(..) => number_length(text, at),
            Self::Numbers(_, count) => numbers_length(text, at, count),
            Self::Bytes(_, count) => Some(count),
            Self::Table => {
                let (count, first) = number(text, at)?;
                Some(first + numbers_length(text, at + first, count + 1)?)
            }
        }
    }
}

/// How many bytes the declarations of local variables from here on are, or `None` if they go on beyond the text.
pub(crate) fn declarations_length(text: &[u8], at: usize) -> Option<usize> {
    let (count, mut length) = number(text, at)?;
    for _ in 0..count {
        // So many of one type, which is a byte.
        length += number_length(text, at + length)? + 1;
    }
    Some(length)
}

fn numbers_length(text: &[u8], at: usize, count: usize) -> Option<usize> {
    let mut length = 0;
    for _ in 0..count {
        length += number_length(text, at + length)?;
    }
    Some(length)
}

/// How many bytes the number here is, or `None` if it is too long or the text ends.
#[inline]
fn number_length(text: &[u8], at: usize) -> Option<usize> {
    // In the text's margin, which is of no meaning, there is still a byte.
    if *text.get(at)? < 128 {
        return Some(1);
    }
    let lasts = !word(text, at + 1) & 0x8080_8080_8080_8080;
    let (second, more) = (lasts.trailing_zeros() / 8, text.get(at + 9)?);
    match second {
        0..8 => Some(second as usize + 2),
        _ => (*more < 128).then_some(10),
    }
}

/// The number here, of at most four bytes, and how many bytes it is. Or `None` if it is longer or the text ends.
pub(crate) fn number(text: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in text.get(at..)?.iter().take(4).enumerate() {
        value |= usize::from(byte & 127) << (7 * place);
        if *byte < 128 {
            return Some((value, place + 1));
        }
    }
    None
}

/// The bytes of a number below two to the power of 28, and how many of them it is.
pub(crate) fn number_bytes(value: usize) -> ([u8; 8], usize) {
    let mut bytes = [0; 8];
    let (mut rest, mut length) = (value, 0);
    loop {
        let low = rest.to_le_bytes()[0] & 127;
        rest >>= 7;
        bytes[length % 8] = if rest == 0 { low } else { low | 128 };
        length += 1;
        if rest == 0 {
            return (bytes, length);
        }
    }
}
