//! Text cut into rows and cells.

use serde::{Deserialize, Serialize};

use super::SourceProblem;
use super::aligned;
use super::cell;
use super::limits::{self, Unread};
use super::meaning::heads_column;
use super::row::Row;

/// What separates cells in pasted text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    /// Tabs, as Excel, Word and web tables put on the clipboard.
    Tab,
    /// Commas.
    Comma,
    /// Semicolons, as Excel saves where the comma is the decimal sign.
    Semicolon,
    /// Two or more spaces, as in text copied from a PDF or an e-mail.
    Spaces,
    /// Nothing: one cell a line.
    #[default]
    Line,
    /// Cells of a workbook.
    Sheet,
}

impl Delimiter {
    /// Separators a person can choose for a text.
    pub const CHOICES: [Self; 5] = [Self::Tab, Self::Comma, Self::Semicolon, Self::Spaces, Self::Line];

    /// Returns the separator of this [`Self::name`], or `None` if there is none.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|each| each.name() == name)
    }

    /// The name as shown and as used by the JavaScript face.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tab => "tabs",
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Spaces => "spaces",
            Self::Line => "lines",
            Self::Sheet => "the sheet",
        }
    }
}

/// A text cut into rows and cells.
pub(super) struct Cut {
    pub rows: Vec<Row>,
    pub delimiter: Delimiter,
    /// Cells beyond the limits.
    pub unread: Unread,
}

/// Cuts text into rows and cells. Line ends of every kind, a byte order mark, stray NUL bytes and non-breaking
/// spaces are evened out first. Empty rows are dropped. The separator is found, unless it is given. A text with more
/// cells than can be read is refused, with the reason.
pub(super) fn rows(text: &str, chosen: Option<Delimiter>) -> Result<Cut, SourceProblem> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .replace(['\0', '\u{FEFF}'], "");
    let text = if text.contains(|c| latin(c).is_some()) {
        text.chars().map(|c| latin(c).unwrap_or(c)).collect()
    } else {
        text
    };
    let text = without_pipes(text);
    let (text, said) = said_delimiter(text);
    let delimiter = chosen.or(said).unwrap_or_else(|| delimiter(&text));
    let mut intake = Intake::default();
    match delimiter {
        Delimiter::Tab => separated(&text, b'\t', &mut intake)?,
        Delimiter::Comma => separated(&text, b',', &mut intake)?,
        Delimiter::Semicolon => separated(&text, b';', &mut intake)?,
        Delimiter::Spaces => {
            let placed = aligned::cells(&text);
            let split = |index: usize, line: &str| {
                placed.get(index).cloned().flatten().unwrap_or_else(|| spaced(line))
            };
            lines(&text, &split, &mut intake)?;
        }
        Delimiter::Line | Delimiter::Sheet => lines(&text, &|_, line| vec![tidy(line)], &mut intake)?,
    }
    Ok(Cut { rows: intake.rows, delimiter, unread: intake.unread })
}

/// The Latin letter that looks like a Cyrillic one, which scanned pages have in its place: "ЕНСР".
const fn latin(letter: char) -> Option<char> {
    Some(match letter {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        _ => return None,
    })
}

/// A table drawn with strokes between its cells as one with tabs; lines that only draw are emptied.
fn without_pipes(text: String) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let (all, drawn) = lines
        .fold((0, 0), |(all, drawn), line| (all + 1, drawn + usize::from(line.matches('|').count() > 1)));
    if drawn < 2 || drawn * 2 < all || text.contains('\t') {
        return text;
    }
    let cut = |line: &str| {
        let is_drawing = line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | ' '));
        if is_drawing { String::new() } else { line.trim().trim_matches('|').replace('|', "\t") }
    };
    text.lines().map(cut).collect::<Vec<_>>().join("\n")
}

/// Rows as they are taken in, within the limits.
#[derive(Default)]
struct Intake {
    rows: Vec<Row>,
    cells: usize,
    unread: Unread,
}

impl Intake {
    /// Takes a row, unless it is empty.
    #[expect(clippy::fn_params_excessive_bools, reason = "it is a field of the row")]
    fn take<'a>(
        &mut self,
        line: usize,
        after_gap: bool,
        cells: impl Iterator<Item = &'a str>,
    ) -> Result<(), SourceProblem> {
        let mut kept = Vec::new();
        for (column, cell) in cells.enumerate() {
            let cell = tidy(cell);
            if cell.is_empty() && column >= limits::MAX_COLUMNS {
                continue;
            }
            if self.unread.admits(line, column, &cell) {
                kept.push(cell);
            } else if column < limits::MAX_COLUMNS {
                kept.push(String::new());
            }
        }
        if kept.iter().any(|cell| !cell.is_empty()) {
            self.cells += kept.len();
            if self.cells > limits::MAX_CELLS {
                return Err(SourceProblem::TooManyCells);
            }
            self.rows.push(Row { line, after_gap, cells: kept });
        }
        Ok(())
    }
}

/// The separator that a first line such as `sep=;` says, as it is written for Excel. That line is emptied: it is no row.
fn said_delimiter(text: String) -> (String, Option<Delimiter>) {
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let Some(("sep", sign)) = first.trim_matches('"').split_once('=').filter(|(_, sign)| sign.len() <= 1)
    else {
        return (text, None);
    };
    let said = match sign {
        ";" => Some(Delimiter::Semicolon),
        "," => Some(Delimiter::Comma),
        "\t" => Some(Delimiter::Tab),
        _ => None,
    };
    (format!("\n{rest}"), said)
}

/// Chooses the separator: tabs wherever there is one, otherwise what most lines have.
fn delimiter(text: &str) -> Delimiter {
    if text.contains('\t') {
        return Delimiter::Tab;
    }
    // The first lines, and the beginning of each, tell.
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(200);
    let lines: Vec<&str> = lines.map(|line| &line[..line.floor_char_boundary(10_000)]).collect();
    let most = |has: &dyn Fn(&str) -> bool| lines.iter().filter(|line| has(line)).count() * 2 > lines.len();
    if most(&|line| separates(line, ';')) {
        Delimiter::Semicolon
    } else if most(&|line| separates(line, ',')) {
        Delimiter::Comma
    } else if let Some(delimiter) = even(&lines) {
        delimiter
    } else if lines.iter().any(|line| spaced(line).len() > 1) {
        Delimiter::Spaces
    } else {
        Delimiter::Line
    }
}

/// The separator that stands equally often in every one of several lines.
fn even(lines: &[&str]) -> Option<Delimiter> {
    let counts = |separator: char| lines.iter().map(move |line| line.matches(separator).count());
    let is_even = |separator: char| {
        counts(separator)
            .next()
            .is_some_and(|first| first > 0 && counts(separator).all(|count| count == first))
    };
    let choices = [(';', Delimiter::Semicolon), (',', Delimiter::Comma)];
    choices
        .into_iter()
        .find(|(separator, _)| lines.len() > 2 && is_even(*separator))
        .map(|(_, delimiter)| delimiter)
}

/// Whether splitting at `separator` gives a cell with a number, a period or a symbol after the first. Commas
/// within numbers (`1,655`) do not count.
fn separates(line: &str, separator: char) -> bool {
    let characters: Vec<char> = line.chars().collect();
    let digit = |index: usize| characters.get(index).is_some_and(char::is_ascii_digit);
    let within_number = |index: usize| {
        separator == ','
            && index > 0
            && digit(index - 1)
            && (1..=3).all(|step| digit(index + step))
            && !digit(index + 4)
    };
    let mut parts = vec![String::new()];
    for (index, character) in characters.iter().enumerate() {
        if *character == separator && !within_number(index) {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(*character);
        }
    }
    let cells: Vec<String> = parts.iter().map(|part| tidy(part.trim_matches('"'))).collect();
    // A sentence has commas too.
    let is_sentence = !line.contains('"')
        && line.trim_end().ends_with('.')
        && cells.iter().any(|cell| cell.split(' ').count() > 6);
    !is_sentence && cells.len() > 1 && cells[1..].iter().any(|cell| cell::is_data(cell) || heads_column(cell))
}

fn separated(text: &str, delimiter: u8, intake: &mut Intake) -> Result<(), SourceProblem> {
    // An unpaired quote would swallow the rest of the text as one cell.
    let quoting = text.matches('"').count().is_multiple_of(2);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let lines: Vec<&str> = text.lines().collect();
    let mut next_line = 1;
    // Text in memory and UTF-8: neither reading nor decoding can fail.
    for record in reader.records().filter_map(Result::ok) {
        let line =
            record.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        // The reader counts a row's line before it skips empty ones.
        let line = (line..=lines.len()).find(|line| !lines[line - 1].is_empty()).unwrap_or(line);
        let height = 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            let after_gap = line > next_line && !intake.rows.is_empty();
            intake.take(line, after_gap, record.iter())?;
            next_line = line + height;
        }
    }
    Ok(())
}

fn lines(
    text: &str,
    split: &dyn Fn(usize, &str) -> Vec<String>,
    intake: &mut Intake,
) -> Result<(), SourceProblem> {
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let after_gap = intake.rows.last().is_some_and(|last| last.line < index);
        intake.take(index + 1, after_gap, split(index, line).iter().map(String::as_str))?;
    }
    Ok(())
}

/// Splits at two or more spaces. White space in front is an empty first cell where a column heading or a number
/// follows, otherwise it is only an indent.
fn spaced(line: &str) -> Vec<String> {
    let line = line.replace('\u{A0}', " ");
    let mut cells: Vec<String> = line.trim().split("  ").map(tidy).filter(|cell| !cell.is_empty()).collect();
    let heads_column = |cell: &String| cell::is_data(cell) || heads_column(cell);
    if line.starts_with("  ") && cells.len() > 1 && cells.first().is_some_and(heads_column) {
        cells.insert(0, String::new());
    }
    cells
}

/// Trims, and makes each run of white space (also a line break within a cell) one space.
pub(crate) fn tidy(cell: &str) -> String {
    // Most cells are tidy.
    let is_plain = cell.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if is_plain && !cell.starts_with(' ') && !cell.ends_with(' ') && !cell.contains("  ") {
        return cell.to_owned();
    }
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
