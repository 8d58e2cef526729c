//! The program, put together from its unpacked text, whose form is told in `code`.

use crate::bits::word;
use crate::code::{
    ALIGNED, ALIGNMENTS, END, Follows, HEADER, OPENED, SECTION, Stream, declarations_length, follows,
    follows_second, number, number_bytes,
};
use crate::{MARGIN, Unpacking};

/// How many bytes are put together at least before they are handed over, if there are so many.
const PIECE: usize = 1 << 16;
/// Room for the size of a function, which is known when its body is put together.
const SIZE: usize = 4;

/// How far a program is unpacked.
pub struct Program {
    unpacking: Unpacking,
    /// How much of the text is unpacked.
    unpacked: usize,
    /// Where in the text what precedes the code is, and where what follows it goes on.
    before: usize,
    rest: usize,
    /// Where in the text each stream goes on, and where it ends.
    at: [usize; Stream::COUNT],
    ends: [usize; Stream::COUNT],
    /// How many bytes the content of the code section is, where it ends in the program, and how many functions are to be put
    /// together still.
    code: usize,
    code_end: usize,
    functions: usize,
    /// How much of the program is put together, and how much it will be.
    done: usize,
    size: usize,
}

impl Program {
    /// Nothing unpacked yet.
    pub const NEW: Self = Self {
        unpacking: Unpacking::NEW,
        unpacked: 0,
        before: 0,
        rest: 0,
        at: [0; Stream::COUNT],
        ends: [0; Stream::COUNT],
        code: 0,
        code_end: 0,
        functions: 0,
        done: 0,
        size: 0,
    };

    /// Begins with what was packed, which has a margin on both sides. Returns how many bytes its text will be, or `None` if it
    /// was packed in another way or is damaged.
    pub fn begin(&mut self, packed: &[u8]) -> Option<usize> {
        self.unpacked = 0;
        self.unpacking.begin(packed)
    }

    /// Unpacks the streams to the text, which has room for all of it and a margin. Returns how many bytes the program will
    /// be, or `None` if something is damaged.
    pub fn streams(&mut self, packed: &[u8], text: &mut [u8]) -> Option<usize> {
        let text_size = text.len().checked_sub(MARGIN)?;
        self.unpack(packed, text, text_size.min(HEADER))?;
        let mut at = 0;
        let mut next = || {
            let (value, length) = number(text, at)?;
            at += length;
            Some(value)
        };
        let (before, code) = (next()?, next()?);
        for length in &mut self.ends {
            *length = next()?;
        }
        self.before = at;
        let mut from = at + before;
        for (at, end) in self.at.iter_mut().zip(&mut self.ends) {
            *at = from;
            from += *end;
            *end = from;
        }
        self.rest = from;
        let rest = text_size.checked_sub(from)?;
        self.unpack(packed, text, from)?;

        let section = if code == 0 { 0 } else { 1 + number_bytes(code).1 + code };
        self.code = code;
        self.code_end = before + section;
        self.size = self.code_end + rest;
        self.functions = 0;
        self.done = 0;
        Some(self.size)
    }

    /// Puts some more of the program together, behind what is there already; there is room for all of it and a margin. Returns
    /// how many bytes these are, 0 when all of it is there and right, or `None` if something is damaged.
    pub fn more(&mut self, packed: &[u8], text: &mut [u8], to: &mut [u8]) -> Option<usize> {
        let from = self.done;
        if from == 0 {
            self.open(text, to)?;
        }
        while self.functions > 0 && self.done - from < PIECE {
            self.function(text, to)?;
            self.functions -= 1;
        }
        if self.done > from {
            // No stream is watched while it is read, so here it shows whether one was read too far.
            let is_right = self.functions > 0 || self.done == self.code_end && self.at == self.ends;
            return is_right.then_some(self.done - from);
        }
        if self.rest == self.unpacked {
            self.unpacked += self.unpacking.more(packed, text)?;
        }
        let rest = text.get(self.rest..self.unpacked)?;
        self.rest = self.unpacked;
        self.done += rest.len();
        to.get_mut(from..self.done)?.copy_from_slice(rest);
        (!rest.is_empty() || self.done == self.size).then_some(rest.len())
    }

    /// Unpacks the text up to here, at least.
    fn unpack(&mut self, packed: &[u8], text: &mut [u8], to: usize) -> Option<()> {
        while self.unpacked < to {
            let more = self.unpacking.more(packed, text)?;
            self.unpacked += more;
            if more == 0 {
                return None;
            }
        }
        Some(())
    }

    /// Puts what precedes the functions together.
    fn open(&mut self, text: &[u8], to: &mut [u8]) -> Option<()> {
        let before = text.get(self.before..self.at[0])?;
        to.get_mut(..before.len())?.copy_from_slice(before);
        self.done = before.len();
        if self.code > 0 {
            let (size, length) = number_bytes(self.code);
            *to.get_mut(self.done)? = SECTION;
            put(to, self.done + 1, size)?;
            self.done += 1 + length;

            let at = &mut self.at[Stream::DECLARATIONS.0];
            let (count, length) = number(text, *at)?;
            put(to, self.done, word(text, *at).to_le_bytes())?;
            *at += length;
            self.done += length;
            self.functions = count;
        }
        Some(())
    }

    /// Puts the next function together.
    fn function(&mut self, text: &[u8], to: &mut [u8]) -> Option<()> {
        let start = self.done + SIZE;
        let declarations = &mut self.at[Stream::DECLARATIONS.0];
        let length = declarations_length(text, *declarations)?;
        copy(text, *declarations, to, start, length)?;
        *declarations += length;

        let mut done = start + length;
        let mut opcodes = self.at[Stream::OPCODES.0];
        let mut depth = 0;
        let mut take = || {
            let opcode = *text.get(opcodes)?;
            opcodes += 1;
            Some((opcode, *text.get(opcodes)?))
        };
        loop {
            let (mut opcode, mut next) = take()?;
            let mut alignment = None;
            if (ALIGNED..ALIGNED + ALIGNMENTS).contains(&opcode) {
                alignment = Some(opcode - ALIGNED);
                (opcode, next) = take()?;
            }
            let mut follows = follows(opcode)?;
            *to.get_mut(done)? = opcode;
            done += 1;
            match follows {
                Follows::Nothing if opcode == END => {
                    if depth == 0 {
                        break;
                    }
                    depth -= 1;
                    continue;
                }
                Follows::Nothing => continue,
                Follows::Memory(_, usual) => {
                    *to.get_mut(done)? = alignment.unwrap_or(usual);
                    done += 1;
                }
                Follows::Opcode => {
                    let second;
                    (second, next) = take()?;
                    follows = follows_second(second)?;
                    *to.get_mut(done)? = second;
                    done += 1;
                }
                _ if OPENED.contains(&opcode) => depth += 1,
                _ => {}
            }
            let at = self.at.get_mut(follows.stream().before(next))?;
            let length = follows.length(text, *at)?;
            copy(text, *at, to, done, length)?;
            *at += length;
            done += length;
        }
        self.at[Stream::OPCODES.0] = opcodes;

        let (size, length) = number_bytes(done - start);
        let body = self.done + length;
        to.get(start..done)?;
        to.get_mut(self.done..body)?.copy_from_slice(size.get(..length)?);
        to.copy_within(start..done, body.min(start));
        self.done = body + (done - start);
        Some(())
    }
}

/// Copies so many bytes of the text, eight at once, the last of them together with what is of no meaning.
#[inline]
fn copy(text: &[u8], at: usize, to: &mut [u8], done: usize, length: usize) -> Option<()> {
    for offset in (0..length).step_by(8) {
        put(to, done + offset, word(text, at + offset).to_le_bytes())?;
    }
    Some(())
}

#[inline]
fn put(to: &mut [u8], at: usize, bytes: [u8; 8]) -> Option<()> {
    to.get_mut(at..at + 8)?.copy_from_slice(&bytes);
    Some(())
}
