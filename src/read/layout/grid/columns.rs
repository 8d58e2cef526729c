//! The columns of a table.

use std::collections::HashSet;

use crate::area::Level;
use crate::figure::Place;
use crate::period::Period;
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::inside;
use crate::read::layout::names::Names;
use crate::read::layout::title;
use crate::read::meaning::{self, Holds, Meaning};
use crate::read::problem::{Problem, TableProblem, Unclear};
use crate::read::row::Row;
use crate::read::side::{self, Side};
use crate::read::vocabulary::{self, Says};
use crate::read::when::{self, When};
use crate::read::{Column, Delimiter, Reading};

use super::content;
use super::down::{Down, holds_ages, holds_groups, holds_periods, holds_sides, holds_teams};
use super::headings::{meanings, names_across, of_whom};
use super::relative;

/// The columns of a table, and which of them say what a row is.
pub(in crate::read::layout) struct Columns {
    pub all: Vec<Meaning>,
    pub down: Down,
    /// The column of names, or of what stands in their place.
    pub label: usize,
    /// Columns before it whose cells hold for the rows below, too: themes and services.
    pub groups: Vec<usize>,
    pub area: Option<usize>,
    pub period: Option<usize>,
    pub unit: Option<usize>,
    /// Columns that may say whose figures a row holds.
    pub kinds: Vec<usize>,
    /// The column whose cells say which of the counts their row gives.
    pub part: Option<usize>,
    /// The columns that say which direction is good, how a row is rated and where it goes, each if there is one.
    judged: [Option<usize>; 3],
    /// Why the times that columns name are no periods.
    without_year: Option<Unclear>,
}

impl Columns {
    pub(super) fn of(block: &Block<'_>, names: &mut Names) -> Self {
        let mut all = meanings(block);
        let rows: Vec<&Row> = block.rows().map(|(_, row)| row).collect();
        of_whom(&mut all);
        content::percentages_beside_counts(&mut all, &rows);
        names_across(&mut all, &rows);
        content::by_content(&mut all, &rows);
        content::total_of_parts(&mut all);
        let without_year = complete(block, &mut all).filter(|_| !years_down(&all, &rows));
        relative::complete(&mut all, title::period(block), Self::is_own);
        years_to_date(&mut all);
        one_period(&mut all);
        content::counts_by_percentages(&mut all, &rows);
        content::counts_of_one_period(&mut all, &rows);
        content::differences_to_targets(&mut all);
        let context = block.context(0);
        let position = |all: &[Meaning], holds| all.iter().position(|each| each.holds == holds);
        let part = super::super::parts::column(block, &all);
        let first_figure = all.iter().position(|each| each.holds.is_figure() || each.holds == Holds::Target);
        let first_figure = first_figure.unwrap_or(all.len());
        let holds_words = |index: usize| {
            rows.iter().any(|row| row.cells.get(index).is_some_and(|text| cell::is_words(text)))
        };
        // Without a heading for names, the last column of words before the figures holds them.
        let words_before = (0..first_figure).rev().find(|index| {
            part != Some(*index)
                && matches!(all[*index].holds, Holds::Unknown | Holds::Section | Holds::Comment)
                && holds_words(*index)
                // "Total" below months.
                && !(all[*index].heading.is_empty() && holds_periods(&rows, *index))
        });
        let name = position(&all, Holds::Name);
        let (period, area) = (position(&all, Holds::Period), position(&all, Holds::Area));
        let label = name.or(match (period, area, words_before) {
            (None, None, words) => words,
            // "Year, Activity, Number": the words are names; "Year, Area": they are areas.
            (_, _, Some(words))
                if all[words].words.is_empty() || !holds_sides(&rows, words, &context, names) =>
            {
                Some(words)
            }
            _ => None,
        });
        let is_named = |meaning: &Meaning| {
            (meaning.holds == Holds::Value || meaning.is_unknown())
                && !meaning.words.is_empty()
                && !meaning.is_age_group()
        };
        let down = match (label, period, area) {
            (Some(label), None, None)
                if name.is_none() && holds_teams(&all[label].heading, &rows, label, &context, names) =>
            {
                Down::Teams
            }
            (Some(label), _, None) if name.is_none() && holds_sides(&rows, label, &context, names) => {
                Down::Areas
            }
            (Some(label), None, None) if holds_groups(&rows, label, names) && all.iter().any(is_named) => {
                Down::Areas
            }
            (None, _, Some(_)) => Down::Areas,
            (None, Some(_), _) => Down::Periods,
            (None, None, None) if holds_periods(&rows, 0) => Down::Periods,
            (None, None, None) if holds_ages(&rows, 0) && all[1..].iter().any(is_named) => Down::Ages,
            (Some(label), None, None) if holds_ages(&rows, label) && all.iter().any(is_named) => Down::Ages,
            (Some(_), _, _) | (None, None, None) => Down::Measures,
        };
        let label = label
            .or(area.filter(|_| down == Down::Areas))
            .or(period.filter(|_| down == Down::Periods))
            .unwrap_or(0);
        let period = period.or((down == Down::Periods).then_some(label));
        let area = area.or((down == Down::Areas && period != Some(label)).then_some(label));
        let groups = (0..all.len())
            .filter(|index| {
                *index != label && part != Some(*index) && period != Some(*index) && area != Some(*index)
            })
            .filter(|index| {
                all[*index].holds == Holds::Section
                    || (*index < label && all[*index].is_unknown() && holds_words(*index))
            })
            .collect();
        let kinds = (0..all.len())
            .filter(|index| *index != label && part != Some(*index))
            .filter(|index| {
                all[*index].holds == Holds::Kind
                    || (*index > label && all[*index].is_unknown() && holds_words(*index))
            })
            .collect();
        let unit = position(&all, Holds::Unit);
        let judged = judged(&all);
        let mut columns =
            Self { all, down, label, groups, area, period, unit, kinds, part, judged, without_year };
        columns.name_measures();
        columns
    }

    /// Where names run down the side, words of a column that are not some age group are no measure: the column is not
    /// known. Elsewhere they are what is measured.
    fn name_measures(&mut self) {
        for (index, meaning) in self.all.iter_mut().enumerate() {
            if index == self.label || meaning.words.is_empty() {
                continue;
            }
            let is_measure = self.down != Down::Measures && meaning.holds != Holds::Comment;
            if meaning.holds == Holds::Unknown && (is_measure || meaning.is_age_group()) {
                meaning.holds = Holds::Value;
            } else if self.down == Down::Measures
                && !meaning.is_age_group()
                && meaning.holds != Holds::Rate
                && meaning.holds.is_figure()
                // "Norfolk all pupils" is of others than "Norfolk CLA".
                && (meaning.side == Side::Own || meaning.words.to_lowercase().contains("all pupils"))
            {
                meaning.holds = Holds::Unknown;
            } else if is_measure && meaning.holds.is_figure() {
                meaning.holds = Holds::Value;
            }
        }
    }

    /// Whether the heading of the names says that targets stand beside them: "Measure (target)".
    pub(super) fn names_have_targets(&self) -> bool {
        let words =
            self.all.get(self.label).map(|meaning| vocabulary::words(&meaning.heading)).unwrap_or_default();
        vocabulary::said(&words).iter().any(|(says, _)| *says == Some(Says::Target))
    }

    /// The columns that figures are taken from, own ones and those of others.
    pub(super) fn figures(&self) -> impl Iterator<Item = (usize, &Meaning)> {
        self.all.iter().enumerate().filter(|(index, meaning)| {
            let is_label = *index == self.label
                || Some(*index) == self.part
                || Some(*index) == self.period
                || Some(*index) == self.area;
            (meaning.holds.is_figure()
                || matches!(meaning.holds, Holds::Target | Holds::Change | Holds::ToDate))
                && !is_label
        })
    }

    /// Whether every column of the council's figures is of a financial year.
    pub(super) fn are_of_years(&self) -> bool {
        let mut own = self.figures().filter(|(_, meaning)| Self::is_own(meaning)).peekable();
        let is_year = |meaning: &Meaning| matches!(meaning.when, Some(When::Whole(Period::Year(_))));
        own.peek().is_some() && own.all(|(_, meaning)| is_year(meaning))
    }

    /// What a row says of which direction is good, of its rating and of where it goes; empty where it says nothing.
    pub(super) fn judged<'a>(&self, row: &'a Row) -> [&'a str; 3] {
        self.judged.map(|column| column.and_then(|index| row.cells.get(index)).map_or("", String::as_str))
    }

    /// Whether a column holds the council's own figures.
    pub(super) fn is_own(meaning: &Meaning) -> bool {
        let is_council = match meaning.side {
            Side::Own => true,
            Side::Area(area) => area.level == Level::Council,
            _ => false,
        };
        is_council && meaning.holds.is_figure() && meaning.holds != Holds::Total
    }

    /// Why it cannot be told what the numbers belong to, or `None`.
    pub(super) fn unclear(&self, block: &Block<'_>, delimiter: Delimiter) -> Option<Unclear> {
        let own = || self.figures().map(|(_, meaning)| meaning).filter(|meaning| Self::is_own(meaning));
        if self.without_year.is_some() {
            return self.without_year;
        }
        let mut seen = HashSet::new();
        for meaning in own() {
            let holds = if matches!(meaning.holds, Holds::Percent | Holds::Rate) {
                Holds::Value
            } else {
                meaning.holds
            };
            let part = meaning.when.filter(|_| meaning.period.is_none());
            let key = (format!("{holds:?}{:?}{part:?}", meaning.side), meaning.period, meaning.words.clone());
            if !seen.insert(key) {
                let column = match (meaning.period, meaning.holds) {
                    (Some(period), _) => Column::At(period),
                    (None, Holds::Numerator) => Column::Numerator,
                    (None, Holds::Denominator) => Column::Denominator,
                    _ => Column::Value,
                };
                return Some(Unclear::Repeated(column));
            }
        }
        let periods: HashSet<Option<Period>> = own().map(|meaning| meaning.period).collect();
        let undated_counts = own().any(|meaning| {
            meaning.period.is_none()
                && matches!(meaning.holds, Holds::Numerator | Holds::Denominator | Holds::Counts)
        });
        if undated_counts && periods.iter().flatten().count() > 1 {
            return Some(Unclear::CountsAndPeriods);
        }
        let width = block.headers.last().map_or(0, |row| row.cells.len());
        let has_periods = periods.iter().flatten().count() > 0;
        let has_width = |(_, row): (usize, &Row)| row.cells.len() == width;
        // Rows that ended with as many numbers as there are headings were cut rightly.
        let is_misaligned = has_periods
            && match delimiter {
                Delimiter::Spaces => !block.rows().all(has_width),
                Delimiter::Line => !block.rows().any(has_width),
                _ => false,
            };
        is_misaligned.then_some(Unclear::LostCells)
    }

    /// Says which columns hold something and are not read, one remark a column.
    pub(super) fn note_unread(&self, block: &Block<'_>, reading: &mut Reading) {
        for (index, meaning) in self.all.iter().enumerate() {
            let is_used = index == self.label
                || self.groups.contains(&index)
                || self.part == Some(index)
                || self.period == Some(index)
                || self.area == Some(index);
            let is_unread = match meaning.holds {
                Holds::Ignored | Holds::Unknown | Holds::Total => true,
                Holds::Judgement => {
                    let is_number =
                        |text: &String| matches!(cell::parse(text), Cell::Number(_) | Cell::Percent(_));
                    !self.judges(block, index)
                        || block.rows().any(|(_, row)| row.cells.get(index).is_some_and(is_number))
                }
                holds => {
                    let is_list = |text: &String| text.is_empty() || inside::of_others(text).is_some();
                    holds.is_figure()
                        && meaning.side == Side::Others
                        && !block.rows().filter_map(|(_, row)| row.cells.get(index)).all(is_list)
                }
            };
            let holds_something =
                block.rows().any(|(_, row)| row.cells.get(index).is_some_and(|text| !text.is_empty()));
            if is_unread
                && !is_used
                && holds_something
                && !meaning.heading.is_empty()
                && !self.says_whose(block, index)
            {
                super::ignored(block, index, meaning, reading);
            }
        }
    }

    /// Whether a column of judgements is held against figures: a rating needs a target, and a direction two figures.
    fn judges(&self, block: &Block<'_>, index: usize) -> bool {
        let [good, rating, direction] = self.judged.map(|column| column == Some(index));
        let own = self.figures().filter(|(_, meaning)| Self::is_own(meaning)).count();
        good || (rating && self.has_targets(block)) || (direction && own > 1)
    }

    /// Whether a column or a name of the table holds targets.
    fn has_targets(&self, block: &Block<'_>) -> bool {
        let says_target = |text: &String| text.to_lowercase().contains("target");
        self.all.iter().any(|meaning| meaning.holds == Holds::Target)
            || self.names_have_targets()
            || block.rows().any(|(_, row)| row.cells.iter().any(says_target))
    }

    /// Whether every word in a column says whose its row is.
    fn says_whose(&self, block: &Block<'_>, index: usize) -> bool {
        self.kinds.contains(&index)
            && block
                .rows()
                .filter_map(|(_, row)| row.cells.get(index))
                .all(|text| text.is_empty() || side::whole(text).is_some())
    }
}

/// The first columns that say which direction is good, how a row is rated and where it goes.
fn judged(all: &[Meaning]) -> [Option<usize>; 3] {
    let says = |meaning: &Meaning, wanted: Says| {
        let words = vocabulary::words(&meaning.heading);
        vocabulary::said(&words).iter().any(|(says, _)| *says == Some(wanted))
    };
    let first = |is: &dyn Fn(&Meaning) -> bool| {
        all.iter().position(|each| each.holds == Holds::Judgement && is(each))
    };
    [
        first(&|each| !says(each, Says::Rag) && !says(each, Says::Direction)),
        first(&|each| says(each, Says::Rag)),
        first(&|each| says(each, Says::Direction)),
    ]
}

/// Whether the cells of a column hold words, none of which say whose the figures are.
pub(super) fn holds_words(block: &Block<'_>, index: usize) -> bool {
    let mut texts = block.rows().filter_map(|(_, row)| row.cells.get(index)).filter(|text| !text.is_empty());
    texts.any(|text| {
        cell::is_words(text) && side::whole(text).is_none() && meaning::describe(text).is_unknown()
    })
}

/// Gives each column its period; parts of a year take the year of the titles or of another column. Returns why some columns
/// of figures are left without a period, or `None`.
fn complete(block: &Block<'_>, all: &mut [Meaning]) -> Option<Unclear> {
    let of_others = when::year(
        all.iter()
            .filter(|each| matches!(each.holds, Holds::Ignored | Holds::ToDate | Holds::Target))
            .filter_map(|each| each.when),
    );
    let year = title::year(block).or(of_others).or_else(|| {
        title::year_of_parts(all.iter().filter(|each| Columns::is_own(each)).filter_map(|each| each.when))
    });
    // 31 March closes a year, but beside the ends of other months or quarters it is the end of one.
    let are_months = all.iter().any(|each| matches!(each.when, Some(When::Whole(Period::Month(..)))));
    for meaning in all.iter_mut().filter(|each| are_months && each.heading.starts_with("31")) {
        if let Some(When::Whole(Period::Year(year))) = meaning.when {
            meaning.when = Some(When::Whole(Period::Month(year, 3)));
        }
    }
    let mut left = None;
    for meaning in all.iter_mut().filter(|meaning| meaning.period.is_none()) {
        meaning.period = match (meaning.when, year) {
            (Some(When::Whole(period)), _) => Some(period),
            (Some(When::Number(number)), _) => Some(Period::Year(number)),
            (Some(part), Some(year)) => when::complete(part, year),
            _ => None,
        };
        if meaning.when.is_some() && meaning.period.is_none() && Columns::is_own(meaning) {
            let is_of_number = matches!(meaning.when, Some(When::QuarterOf(..)));
            left = Some(if is_of_number { Unclear::WhichYear } else { Unclear::NoYear });
        }
    }
    left
}

/// Whether whole years stand down the side, of which the columns name parts: "2023/24" beside "Apr | May | Jun". Plain numbers
/// are calendar years where the months begin with January, and may be either elsewhere.
fn years_down(all: &[Meaning], rows: &[&Row]) -> bool {
    let heads = |meaning: &Meaning| meaning.holds == Holds::Period;
    let at = all.iter().position(heads).unwrap_or_default();
    let texts = rows.iter().filter_map(|row| row.cells.get(at)).filter(|text| !text.is_empty());
    let begins_in_january =
        all.iter().filter(|each| Columns::is_own(each)).find_map(|each| each.when) == Some(When::Month(1));
    let mut years = texts.map(|text| when::one(&when::mentions(text))).peekable();
    years.peek().is_some()
        && years.all(|year| match year {
            Some(When::Whole(Period::Year(_))) => true,
            Some(When::Number(_)) => begins_in_january,
            _ => false,
        })
}

/// Gives each column of a year to date the newest month or quarter beside it, of its year if it names one. Beside none, it is not
/// read.
fn years_to_date(all: &mut [Meaning]) {
    let periods = all.iter().filter(|each| Columns::is_own(each)).filter_map(|each| each.period);
    let parts: Vec<Period> = periods.filter(|period| !matches!(period, Period::Year(_))).collect();
    for meaning in all.iter_mut().filter(|each| each.holds == Holds::ToDate) {
        let is_of_year = |part: &&Period| meaning.period.is_none_or(|named| part.year() == named.year());
        match parts.iter().filter(is_of_year).max() {
            Some(newest) => meaning.period = Some(*newest),
            None => meaning.holds = Holds::Ignored,
        }
    }
}

/// Where all values are of one period that only some columns name, the counts beside them are of it, too.
fn one_period(all: &mut [Meaning]) {
    let periods: HashSet<Period> =
        all.iter().filter(|each| Columns::is_own(each)).filter_map(|each| each.period).collect();
    let mut periods = periods.into_iter();
    if let (Some(period), None) = (periods.next(), periods.next()) {
        for meaning in all.iter_mut().filter(|each| {
            matches!(each.holds, Holds::Numerator | Holds::Denominator) && each.side == Side::Own
        }) {
            meaning.period = meaning.period.or(Some(period));
        }
    }
}

/// Says when a row has numbers beyond its headings: its cells may be shifted, so none of them is read.
pub(super) fn is_longer(columns: &Columns, row: &Row, reading: &mut Reading) -> bool {
    let holds_number = |text: &str| {
        matches!(
            cell::parse(text),
            Cell::Number(_) | Cell::Percent(_) | Cell::OutOf(..) | Cell::CountWithPercent(..)
        )
    };
    let beyond = row.filled().find(|(index, text)| *index >= columns.all.len() && holds_number(text));
    if let Some((index, text)) = beyond {
        let place = Place { row: row.line, column: index + 1, ..Place::default() };
        reading.problems.push(Problem::new(place, text, TableProblem::NumberWithoutHeading));
    }
    beyond.is_some()
}
