//! Where the numbers of a row come from, to copy.

use crate::compare::{Choices, Row, trails};
use crate::words::sentence::sentence;
use crate::words::trail::{ROUNDING, line};

use super::Copied;

/// Where each number of a row comes from, one in a line, under a title and with what is hidden.
pub fn copied_trails(title: &str, row: &Row, choices: &Choices, note: &str) -> Copied {
    let mut lines = vec![title.to_owned(), sentence(row)];
    lines.extend(trails(row, choices).iter().map(|trail| line(row, trail)));
    lines.extend([ROUNDING.to_owned(), note.to_owned()]);
    lines.retain(|line| !line.is_empty());
    Copied::of_paragraphs(&(lines.join("\r\n") + "\r\n"))
}
