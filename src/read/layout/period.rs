//! The period of values that name none: that of the headings over them.

use crate::figure::Place;
use crate::period::Period;
use crate::read::Reading;
use crate::read::block::{Block, Heading};
use crate::read::problem::{Problem, TableProblem};
use crate::read::side;
use crate::read::verb::has_no_verb;
use crate::read::vocabulary;
use crate::read::when::{self, When};

use super::draft::{self, Draft};

/// Gives values without a period the one that the nearest heading with a time names ("Performance 2021/22", "Scorecard
/// March 2022"), and says so. Where that heading names several, none is taken.
pub(super) fn of_headings(block: &Block<'_>, drafts: &mut [Draft], reading: &mut Reading) {
    let mut said: Vec<Period> = Vec::new();
    let mut is_unclear = false;
    for section in 0..block.sections.len() {
        let undated: Vec<usize> =
            draft::of_section(drafts, section).filter(|at| drafts[*at].entry.period.is_empty()).collect();
        let Some(row) = block.sections[section].rows.first().filter(|_| !undated.is_empty()) else {
            continue;
        };
        let place = Place { row: row.line, ..Place::default() };
        match of_section(block, section) {
            Found::One(period, heading) => {
                for at in undated {
                    drafts[at].entry.period = period.to_string();
                }
                if !said.contains(&period) {
                    said.push(period);
                    reading.problems.push(Problem::new(
                        place,
                        &heading,
                        TableProblem::PeriodFromHeading(period),
                    ));
                }
            }
            Found::Several(heading) if !is_unclear => {
                is_unclear = true;
                reading.problems.push(Problem::new(place, &heading, TableProblem::SeveralPeriods));
            }
            Found::Several(_) | Found::None => {}
        }
    }
}

enum Found {
    One(Period, String),
    Several(String),
    None,
}

/// The period that the headings over a section name, the nearest first.
fn of_section(block: &Block<'_>, section: usize) -> Found {
    let corner = block.headers.first().and_then(|row| crate::read::block::corner(row));
    let own = block.sections[section].headings.iter().rev();
    let first = block
        .sections
        .first()
        .filter(|_| block.headers.is_empty())
        .into_iter()
        .flat_map(|first| first.headings.iter().rev());
    let texts = own.map(text).chain(corner).chain(block.titles.iter().rev().map(text)).chain(first.map(text));
    let texts = texts.chain(block.period_above.iter().map(text));
    for text in texts.filter(|text| !is_sentence(text) && !side::is_source(text)) {
        let mentions: Vec<_> = when::mentions(text)
            .into_iter()
            .filter(|mention| matches!(mention.when, When::Whole(_)))
            .collect();
        if mentions.is_empty()
            && let Some(year) = year_of_title(text)
        {
            return Found::One(year, text.to_owned());
        }
        match when::one(&mentions) {
            Some(When::Whole(period)) => return Found::One(period, text.to_owned()),
            _ if mentions.len() > 1 || (mentions.is_empty() && years(text) > 1) => {
                return Found::Several(text.to_owned());
            }
            _ => {}
        }
    }
    Found::None
}

/// The year that begins or ends a title, and is the only one in it: "Attainment 2023". Laws and plans have one of their own.
fn year_of_title(text: &str) -> Option<Period> {
    const DATED: [&str; 12] = [
        "act",
        "acts",
        "regulations",
        "guidance",
        "strategy",
        "plan",
        "framework",
        "survey",
        "census",
        "version",
        "policy",
        "programme",
    ];
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_year = |word: &&String| word.len() == 4 && word.starts_with("20") && Period::parse(word).is_ok();
    let at_ends = [words.first()?, words.last()?].into_iter().find(is_year)?;
    let is_alone = years(text) == 1 && words.len() > 1;
    let is_dated = words.iter().any(|word| DATED.contains(&word.as_str()));
    (is_alone && !is_dated).then(|| Period::parse(at_ends).ok()).flatten()
}

/// How many years a text names by four digits: "in 2022, 2023 and 2024".
fn years(text: &str) -> usize {
    let is_year = |digits: &&str| digits.len() == 4 && digits.starts_with("20");
    text.split(|c: char| !c.is_ascii_digit()).filter(is_year).count()
}

fn text(heading: &Heading) -> &str {
    &heading.text
}

/// Whether a line speaks of another time than that of the figures below it: it tells of a change, or what was done then ("In
/// October 2024 the team moved office").
fn is_sentence(text: &str) -> bool {
    const SIGNS: [&str; 7] = ["compares", "since", "reduced", "increased", "decreased", "than", "previously"];
    const THEN: [&str; 5] = ["in", "during", "since", "by", "from"];
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    if THEN.contains(&first.as_str()) && !text.ends_with(':') && !has_no_verb(text) {
        return true;
    }
    let words = vocabulary::words(text);
    words.iter().any(|word| SIGNS.contains(&word.as_str()) || word == "%")
}
