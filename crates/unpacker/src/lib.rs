#![cfg_attr(target_arch = "wasm32", no_std)]
//! Unpacks the program of the page, which `xtask` packs, piece by piece, so that what comes first is of use while the rest is
//! unpacked.
//!
//! What is packed is a text of known size with a checksum, packed by zstd (RFC 8878), which lies in memory whole, before a
//! dictionary or a stream would be of use. The text is the program with its code taken apart, whose form is told in
//! `src/code.rs`. Nothing is allocated, and a browser compiles this in a moment; crates that unpack anything are ten times its
//! size.

mod bits;
mod checksum;
mod code;
#[cfg(target_arch = "wasm32")]
mod exports;
mod literals;
#[cfg(not(target_arch = "wasm32"))]
mod packing;
mod program;
mod sequences;
mod states;

use bits::{low, word};
use literals::Literals;
#[cfg(not(target_arch = "wasm32"))]
pub use packing::{text, unpacked};
pub use program::Program;
use sequences::Sequences;

/// How many bytes of no meaning lie before and after a packed text, and after what is unpacked, in bytes: they may be read
/// and written too.
pub const MARGIN: usize = 16;

/// How a packed text begins.
const MAGIC: usize = 0xfd2f_b528;

/// How far a text is unpacked.
pub struct Unpacking {
    /// Where the next block begins, and whether there is none.
    at: usize,
    is_over: bool,
    /// How many bytes are unpacked, and how many there will be.
    done: usize,
    size: usize,
    literals: Literals,
    sequences: Sequences,
}

impl Unpacking {
    /// Nothing unpacked yet.
    pub const NEW: Self = Self {
        at: 0,
        is_over: false,
        done: 0,
        size: 0,
        literals: Literals::NONE,
        sequences: Sequences::NONE,
    };

    /// Begins with this text, which has a margin on both sides. Returns how many bytes it will be unpacked, or `None` if it
    /// was packed in another way or is damaged.
    pub fn begin(&mut self, text: &[u8]) -> Option<usize> {
        let header = word(text, MARGIN);
        let form = low(header >> 32, 8);
        let (is_single, has_checksum) = (form >> 5 & 1, form >> 2 & 1);
        if low(header, 32) != MAGIC || has_checksum == 0 || form & 0b1_1011 != 0 {
            return None;
        }
        // A text in parts says how far back it refers, in a byte. All of it is at hand, so that is no matter.
        let at = MARGIN + 6 - is_single;
        let (length, least) = match (form >> 6, is_single) {
            (0, 0) => return None,
            (0, _) => (1, 0),
            (1, _) => (2, 256),
            (2, _) => (4, 0),
            _ => (8, 0),
        };
        self.size = low(word(text, at), (8 * length).min(32)) + least;
        self.at = at + length as usize;
        self.done = 0;
        self.is_over = false;
        self.sequences.begin();
        Some(self.size)
    }

    /// Unpacks some more of the text, behind what is there already; there is room for all of it and a margin. Returns how
    /// many bytes these are, 0 when all are unpacked and right, or `None` if the text is damaged.
    pub fn more(&mut self, text: &[u8], to: &mut [u8]) -> Option<usize> {
        let before = self.done;
        while !self.is_over {
            self.block(text, to)?;
            if self.done > before {
                return Some(self.done - before);
            }
        }
        let end = text.len().checked_sub(MARGIN)?;
        let is_right = self.done == self.size
            && self.at + 4 == end
            && low(checksum::of(to.get(..self.done)?), 32) == low(word(text, self.at), 32);
        is_right.then_some(0)
    }

    fn block(&mut self, text: &[u8], to: &mut [u8]) -> Option<()> {
        let header = low(word(text, self.at), 24);
        let (at, size) = (self.at + 3, header >> 3);
        let room = to.get_mut(self.done..self.size)?;
        let (packed, unpacked) = match header >> 1 & 3 {
            0 => {
                room.get_mut(..size)?.copy_from_slice(text.get(at..at + size)?);
                (size, size)
            }
            1 => {
                room.get_mut(..size)?.fill(*text.get(at)?);
                (1, size)
            }
            2 => {
                let sequences_at = self.literals.read(text, at, at + size)?;
                let literals = self.literals.found();
                let end = self.sequences.read(text, sequences_at, at + size, literals, to, self.done)?;
                (size, end - self.done)
            }
            _ => return None,
        };
        self.is_over = header & 1 == 1;
        self.at = at + packed;
        self.done += unpacked;
        Some(())
    }
}
