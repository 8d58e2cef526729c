//! Cutting a table into blocks: headings, a header row, and the rows under it.

use crate::figure::Place;

use super::cell;
use super::header::{self, Header};
use super::limits;
use super::named::named_value;
use super::row::Row;

/// Rows that are read together.
#[derive(Debug, Default)]
pub(crate) struct Block<'a> {
    /// Heading lines above, joined: they say what a name in the rows does not ("… on their 17th and 18th Birthday").
    pub context: String,
    /// Where the last heading stands, and its text.
    pub heading: Option<(Place, String)>,
    /// The header row, if there is one.
    pub header: Option<Header>,
    /// The header row itself, for messages.
    pub header_row: Option<&'a Row>,
    /// The rows.
    pub rows: Vec<&'a Row>,
}

/// Cuts rows into blocks. A header row starts a block; so does a heading once the present block has rows. A header
/// holds across headings (themes within a committee table) but not across an empty line. Rows that `mapped` knows are
/// headers by what a person said.
pub(crate) fn blocks<'a>(rows: &'a [Row], mapped: &dyn Fn(&Row) -> Option<Header>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut present = Block::default();
    for row in rows {
        if let Some(header) = mapped(row).or_else(|| header::parse(row)) {
            let context =
                if present.rows.is_empty() { std::mem::take(&mut present.context) } else { String::new() };
            let heading = if present.rows.is_empty() { present.heading.take() } else { None };
            finish(&mut blocks, &mut present);
            present.context = joined(&context, &header.title);
            present.heading = heading;
            present.header = Some(header);
            present.header_row = Some(row);
        } else if is_heading(row) {
            let text = row.filled().map(|(_, cell)| cell).collect::<String>();
            if present.rows.is_empty() {
                present.context = joined(&present.context, &text);
            } else {
                let header =
                    if row.after_gap { None } else { present.header.clone().zip(present.header_row) };
                finish(&mut blocks, &mut present);
                (present.header, present.header_row) = header.unzip();
                let title = present.header.as_ref().map_or("", |header| header.title.as_str());
                present.context = joined(title, &text);
            }
            present.heading = Some((Place { row: row.line, ..Place::default() }, text));
        } else {
            if row.after_gap && !present.rows.is_empty() {
                finish(&mut blocks, &mut present);
            }
            present.rows.push(row);
        }
    }
    finish(&mut blocks, &mut present);
    blocks
}

fn finish<'a>(blocks: &mut Vec<Block<'a>>, present: &mut Block<'a>) {
    let block = std::mem::take(present);
    if !block.rows.is_empty() || block.heading.is_some() || block.header.is_some() {
        blocks.push(block);
    }
}

/// A row with one cell of words only.
fn is_heading(row: &Row) -> bool {
    let mut filled = row.filled();
    match (filled.next(), filled.next()) {
        (Some((_, only)), None) => {
            !cell::is_data(only) && cell::out_of(only).is_none() && named_value(only).is_none()
        }
        _ => false,
    }
}

fn joined(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (true, _) => second.to_owned(),
        (_, true) => first.to_owned(),
        _ => limits::end_of(&format!("{first} {second}"), limits::MAX_CONTEXT).to_owned(),
    }
}
