//! Takes a program apart into the text that is packed, whose form is told in `code`.

use std::fmt::Display;
use std::ops::Range;

use crate::code::{
    ALIGNED, ALIGNMENTS, END, Follows, OPENED, SECTION, Stream, declarations_length, follows, follows_second,
    number, number_bytes,
};
use crate::{MARGIN, Program};

/// The text of this program, which becomes small when it is packed. Says why if there is none.
pub fn text(program: &[u8]) -> Result<Vec<u8>, String> {
    let margin = [0; MARGIN];
    // What reads numbers wants a margin, as the unpacker has.
    let with_margin = [program, &margin].concat();
    let section = code_section(&with_margin, program.len())?;
    let mut streams = vec![Vec::new(); Stream::COUNT];
    let (before, code, rest) = match section {
        Some((before, content)) => {
            let mut bodies =
                Bodies { program: &with_margin, end: content.end, streams: &mut streams, last: None };
            bodies.take_apart(content.start)?;
            (before, content.len(), content.end)
        }
        None => (program.len(), 0, program.len()),
    };
    let mut text = Vec::new();
    for length in [before, code].into_iter().chain(streams.iter().map(Vec::len)) {
        let (bytes, count) = number_bytes(length);
        text.extend(&bytes[..count]);
    }
    text.extend(&program[..before]);
    text.extend(streams.concat());
    text.extend(&program[rest..]);
    Ok(text)
}

/// The program that was packed, or `None` if it is damaged.
pub fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let margin = [0; MARGIN];
    let packed = [&margin, packed, &margin].concat();
    let mut unpacking = Box::new(Program::NEW);
    let mut text = room(unpacking.begin(&packed)?)?;
    let mut program = room(unpacking.streams(&packed, &mut text)?)?;
    while unpacking.more(&packed, &mut text, &mut program)? > 0 {}
    program.truncate(program.len() - MARGIN);
    Some(program)
}

/// Room for so many bytes and a margin, or `None` if they are more than a program ever is, as what is damaged may say.
fn room(length: usize) -> Option<Vec<u8>> {
    (length < 1 << 28).then(|| vec![0; length + MARGIN])
}

const CUT: &str = "it ends within something, or a number in it is longer than any should be";

/// Where the code section begins, and where its content is.
fn code_section(program: &[u8], end: usize) -> Result<Option<(usize, Range<usize>)>, String> {
    // After what marks it as a program, and its version.
    let mut at = 8;
    while at < end {
        let content = size_and_content(program, at + 1, end)?;
        if program[at] == SECTION {
            return Ok(Some((at, content)));
        }
        at = content.end;
    }
    Ok(None)
}

/// Where the content is whose size is here, which ends here at the latest.
fn size_and_content(program: &[u8], at: usize, end: usize) -> Result<Range<usize>, String> {
    let (size, length) = number(program, at).ok_or(CUT)?;
    let start = at + length;
    if length != number_bytes(size).1 {
        return Err("a size is not written as short as it can be".to_owned());
    }
    if size > end.saturating_sub(start) { Err(CUT.to_owned()) } else { Ok(start..start + size) }
}

struct Bodies<'a> {
    program: &'a [u8],
    /// Where the code ends.
    end: usize,
    streams: &'a mut [Vec<u8>],
    /// What followed the opcode before: its stream is known when the next one is.
    last: Option<(Stream, Range<usize>)>,
}

impl Bodies<'_> {
    fn take_apart(&mut self, start: usize) -> Result<(), String> {
        let (count, length) = number(self.program, start).ok_or(CUT)?;
        let mut at = start + length;
        self.copy(Stream::DECLARATIONS.0, start..at);
        for number in 0..count {
            at = self.function(at).map_err(|why| format!("{why}: function {number} of its code"))?;
        }
        if at == self.end { Ok(()) } else { Err(CUT.to_owned()) }
    }

    /// Takes the function here apart. Returns where the next one is.
    fn function(&mut self, at: usize) -> Result<usize, String> {
        let body = size_and_content(self.program, at, self.end)?;
        let mut at = body.start + declarations_length(self.program, body.start).ok_or(CUT)?;
        if at > body.end {
            return Err(CUT.to_owned());
        }
        self.copy(Stream::DECLARATIONS.0, body.start..at);
        let mut opened = 1;
        while at < body.end && opened > 0 {
            match self.program[at] {
                END => opened -= 1,
                opcode => opened += i32::from(OPENED.contains(&opcode)),
            }
            at = self.instruction(at)?;
        }
        if opened == 0 && at == body.end {
            Ok(at)
        } else {
            Err("its size is not where its instructions end".to_owned())
        }
    }

    /// Takes the instruction here apart. Returns where the next one is.
    fn instruction(&mut self, at: usize) -> Result<usize, String> {
        let [opcode, second] = [self.program[at], self.program[at + 1]];
        let is_other = |opcode: &dyn Display| {
            format!("it has an instruction that crates/unpacker does not know, {opcode}")
        };
        let mut follows = follows(opcode).ok_or_else(|| is_other(&format_args!("{opcode:#04x}")))?;
        let mut next = at + 1;
        match follows {
            Follows::Memory(_, usual) => {
                if second >= ALIGNMENTS {
                    return Err(format!("it has an alignment that crates/unpacker does not know, {second}"));
                }
                if second != usual {
                    self.opcode(ALIGNED + second);
                }
                self.opcode(opcode);
                next += 1;
            }
            Follows::Opcode => {
                follows = follows_second(second)
                    .ok_or_else(|| is_other(&format_args!("{opcode:#04x} {second:#04x}")))?;
                self.opcode(opcode);
                self.opcode(second);
                next += 1;
            }
            _ => self.opcode(opcode),
        }
        let end = next + follows.length(self.program, next).ok_or(CUT)?;
        if end > self.end {
            return Err(CUT.to_owned());
        }
        self.last = Some((follows.stream(), next..end));
        Ok(end)
    }

    fn opcode(&mut self, opcode: u8) {
        if let Some((stream, bytes)) = self.last.take() {
            self.copy(stream.before(opcode), bytes);
        }
        self.streams[Stream::OPCODES.0].push(opcode);
    }

    fn copy(&mut self, stream: usize, bytes: Range<usize>) {
        self.streams[stream].extend(&self.program[bytes]);
    }
}
