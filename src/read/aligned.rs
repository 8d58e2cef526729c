//! Cells of text whose columns stand below each other, as in a PDF: a gap below a heading is a blank cell.

/// A cell with where it begins and ends in its line, in characters.
struct Span {
    start: usize,
    end: usize,
    text: String,
}

/// The cells of a line, which two or more spaces part.
fn spans(line: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut spaces = 2;
    for (at, character) in line.chars().enumerate() {
        if character.is_whitespace() {
            spaces += 1;
            continue;
        }
        match spans.last_mut().filter(|_| spaces < 2) {
            Some(last) => {
                last.text.extend(std::iter::repeat_n(' ', spaces).chain([character]));
                last.end = at + 1;
            }
            None => spans.push(Span { start: at, end: at + 1, text: character.to_string() }),
        }
        spaces = 0;
    }
    spans
}

/// The cells of the lines that have fewer than the fullest line of their table and stand exactly below its cells, with the blank
/// ones between; `None` for lines that stay as they are.
pub(super) fn cells(text: &str) -> Vec<Option<Vec<String>>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found: Vec<Option<Vec<String>>> = Vec::with_capacity(lines.len());
    for table in lines.chunk_by(|above, below| !above.trim().is_empty() && !below.trim().is_empty()) {
        let all: Vec<Vec<Span>> = table.iter().map(|line| spans(line)).collect();
        let most = all.iter().map(Vec::len).max().unwrap_or(0);
        let fullest = all.iter().find(|line| line.len() == most);
        found.extend(all.iter().map(|line| {
            let is_short = line.len() > 1 && line.len() < most;
            placed(line, fullest.filter(|_| is_short && most > MOST_NOT_A_TABLE)?)
        }));
    }
    found
}

/// So many cells stand below each other by chance.
const MOST_NOT_A_TABLE: usize = 3;

/// A line's cells below those of the fullest line; `None` if one of them stands below none or two stand below one.
fn placed(line: &[Span], fullest: &[Span]) -> Option<Vec<String>> {
    let is_below =
        |cell: &Span, above: &Span| cell.start.abs_diff(above.start) < 2 || cell.end.abs_diff(above.end) < 2;
    let mut cells = vec![String::new(); fullest.len()];
    let mut next = 0;
    for cell in line {
        let column = next + fullest[next..].iter().position(|above| is_below(cell, above))?;
        cells[column].clone_from(&cell.text);
        next = column + 1;
    }
    Some(cells)
}
