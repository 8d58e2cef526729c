//! What is wrong with a table, its headings or its columns, or worth a look.

use std::fmt::{self, Display, Formatter};

use crate::indicator::{Good, Kind};
use crate::period::PeriodError;
use crate::read::{Column, DifferingChange, TableProblem, Twice, Unclear};

impl Display for TableProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToRead => f.write_str(
                "There is nothing to read. Paste rows such as \u{201C}Three or more placements, 51, 646\u{201D}, or a table with a \
                 column for each year",
            ),
            Self::NothingFound => f.write_str(
                "No figure was found. Paste rows of a measure and its numbers, such as \u{201C}Three or more placements, 51, \
                 646\u{201D} or \u{201C}51 of 646\u{201D}, or a table with a column for each year or month",
            ),
            Self::PeriodFromHeading(period) => write!(f, "The period {period} comes from the heading"),
            Self::HeadingsNotUnderstood => f.write_str(
                "We could not tell what these columns hold, so nothing under them was read. Use years, months, or Numerator and \
                 Denominator as column headings",
            ),
            Self::UnderUnknownHeadings(lines) => {
                write!(f, "Not read, because we could not tell what the columns above hold: {}", rows(lines))
            }
            Self::UnclearHeadings { why, rows } => {
                why.fmt(f)?;
                let rows = match rows {
                    1 => "the row under it was".to_owned(),
                    rows => format!("the {rows} rows under it were"),
                };
                let advice = match why {
                    Unclear::NoYear | Unclear::WhichYear => "Choose the period of each column",
                    _ => "Paste the columns of each measure as a separate table",
                };
                write!(f, ", so {rows} not read. {advice}")
            }
            Self::NumberWithoutHeading => f.write_str(
                "This number has no column heading, so cells in its row may have moved. The row was not read",
            ),
            Self::BrokenPeriod(error) => write!(
                f,
                "This period {}. Enter a year such as 2022/23, or a month such as March 2023",
                broken(*error)
            ),
            Self::BrokenPeriodOfColumn(error) => {
                write!(f, "This period {}, so its column was not read", broken(*error))
            }
            Self::RowNotRead => f.write_str(
                "This row was not read, because no number in it belongs to a name. Give a measure and its numbers",
            ),
            Self::ColumnOfWords => f.write_str(COLUMN_OF_WORDS),
            Self::ColumnIgnored => f.write_str("We ignored this column"),
            Self::OtherService(lines)
            | Self::OfTeams(lines)
            | Self::OfPart(lines)
            | Self::StatedApart(lines)
            | Self::NoNumber(lines)
            | Self::EarlierNotRead(lines)
            | Self::SortAskedOnce(lines)
            | Self::RatingDiffers(lines)
            | Self::DirectionDiffers(lines)
            | Self::GoodDiffers { rows: lines, .. }
            | Self::LinesSkipped(lines)
            | Self::StatedNotRead(lines) => of_rows(self, lines, f),
            Self::SeveralPeriods => f.write_str(
                "The heading names more than one period. Choose the period, or put it into the heading of the column",
            ),
            Self::HeadingAlone => f.write_str("We skipped this line: no figures follow it"),
            Self::HeadingsAlone => f.write_str("We skipped these column headings: there are no figures under them"),
            Self::TotalDiffers { sum, stated } => write!(
                f,
                "The rows above add up to {sum}, not {stated}. The stated total was used as the denominator"
            ),
            Self::ChangeDiffers(change) => change.fmt(f),
            Self::UnderComparator(values) => write!(
                f,
                "The heading names a comparator or a target, so {} under it {} not read as your own",
                if *values == 1 { "1 value".to_owned() } else { format!("{values} values") },
                if *values == 1 { "was" } else { "were" }
            ),
            Self::HeadingOfPart => f.write_str(
                "These were read as your figures for all children. Check this: the heading may describe only some of them, a plan, or the \
                 opposite",
            ),
            Self::HeadingMentionsComparator => f.write_str(
                "These were read as your own figures. Check this: the heading mentions a comparator or a target",
            ),
            Self::ReadAsSaid => f.write_str("The columns under these headings were read as you chose"),
            Self::HiddenRows { count: 1, first, .. } => {
                write!(f, "Row {first} is hidden in the sheet but was read. {LEAVE_OUT}")
            }
            Self::HiddenRows { count, first, last } => write!(
                f,
                "{count} rows between {first} and {last} are hidden in the sheet but were read. {LEAVE_OUT}"
            ),
            Self::HiddenColumns { count: 1, first, .. } => {
                write!(f, "Column {first} is hidden in the sheet but was read. {LEAVE_OUT}")
            }
            Self::HiddenColumns { count, first, last } => write!(
                f,
                "{count} columns between {first} and {last} are hidden in the sheet but were read. {LEAVE_OUT}"
            ),
            Self::GivenTwice(twice) => write!(f, "{twice}. Leave one of them out"),
            Self::TargetTwice(twice) => write!(f, "Target of {twice}. The first was used; check it"),
            Self::HiddenSheet => f.write_str("This sheet is hidden in the workbook and was not read"),
        }
    }
}

/// What is said once of several rows.
fn of_rows(problem: &TableProblem, lines: &[usize], f: &mut Formatter<'_>) -> fmt::Result {
    let is_one = lines.len() == 1;
    let rows = rows(lines);
    match problem {
        TableProblem::OtherService(_) => write!(
            f,
            "Not read, targets included: {rows} {} about another service, not about children in care or care leavers",
            if is_one { "is" } else { "are" }
        ),
        TableProblem::OfTeams(_) => {
            write!(f, "Left out, because only the total of all is the council\u{2019}s figure: {rows}")
        }
        TableProblem::OfPart(_) => write!(
            f,
            "{} {rows} about all children? Headings or cells may limit them to some, or mention a plan. Choose the measure if all \
             are meant",
            if is_one { "Is" } else { "Are" }
        ),
        TableProblem::StatedApart(_) => {
            write!(f, "Read as targets or as other areas\u{2019} figures, not as your own: {rows}")
        }
        TableProblem::EarlierNotRead(_) => {
            write!(
                f,
                "Earlier values in the same cell were not read: {rows}. Give them a column with their period"
            )
        }
        TableProblem::SortAskedOnce(_) => write!(
            f,
            "Percentages or counts? The same question applies to {rows}. Write % after the first to answer for all"
        ),
        TableProblem::RatingDiffers(_) => write!(
            f,
            "Your table\u{2019}s red or green does not match the target: {rows}. Check the target, the rating and which \
             direction is good"
        ),
        TableProblem::DirectionDiffers(_) => write!(
            f,
            "Your table\u{2019}s direction of travel does not match its figures: {rows}. Check the figures"
        ),
        TableProblem::GoodDiffers { says, .. } => {
            let (theirs, ours) = if *says == Good::High { ("higher", "lower") } else { ("lower", "higher") };
            write!(f, "Your table says {theirs} is good, we say {ours}: {rows}. Check which measure is meant")
        }
        TableProblem::LinesSkipped(_) => write!(f, "No figure was read from {rows}"),
        TableProblem::NoNumber(_) => write!(f, "We found no number in {rows}"),
        _ => write!(
            f,
            "Not read: we could not tell which measure the targets or comparators in {rows} belong to"
        ),
    }
}

/// "row 4", "rows 4, 5 and 6", "rows 4 to 9".
fn rows(lines: &[usize]) -> String {
    match lines {
        [] => "rows".to_owned(),
        [only] => format!("row {only}"),
        [first, .., last] if last - first + 1 == lines.len() && lines.len() > 2 => {
            format!("rows {first} to {last}")
        }
        [before @ .., last] => {
            let before: Vec<String> = before.iter().map(usize::to_string).collect();
            format!("rows {} and {last}", before.join(", "))
        }
    }
}

const COLUMN_OF_WORDS: &str =
    "We ignored this column. Check that each row is about all children, not only some of them";

const LEAVE_OUT: &str = "Leave the figures out if they should not count";

impl Display for Twice {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { indicator, period, values: [first, second], rows: [before, after] } = self;
        write!(f, "\u{201C}{}\u{201D}", indicator.title)?;
        if let Some(period) = period {
            write!(f, ", {period}")?;
        }
        let sign = if indicator.kind == Kind::Share { "%" } else { "" };
        write!(f, ": row {before} says {first}{sign}, row {after} says {second}{sign}")
    }
}

impl Display for DifferingChange {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { from, to, difference, percent, stated, has_percent_sign } = self;
        write!(f, "From {from} to {to} is a change of {}", difference.signed())?;
        if let Some(percent) = percent {
            write!(f, " ({}%)", percent.signed())?;
        }
        let sign = if *has_percent_sign { "%" } else { "" };
        write!(f, ", but the table says {}{sign}. The figures were used", stated.signed())
    }
}

impl Display for Unclear {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::CountsAndPeriods => f.write_str("Some columns hold counts and others periods"),
            Self::LostCells => f.write_str(
                "Cells are separated by spaces, and some rows have fewer cells than there are headings",
            ),
            Self::Repeated(Column::At(period)) => {
                write!(f, "{period} is the heading of more than one column")
            }
            Self::Repeated(Column::Numerator) => f.write_str("More than one column holds numerators"),
            Self::Repeated(Column::Denominator) => f.write_str("More than one column holds denominators"),
            Self::Repeated(_) => f.write_str("More than one column holds values"),
            Self::NoYear => f.write_str("The months or quarters have no year"),
            Self::WhichYear => f.write_str(
                "Quarters with one year, such as Q3 2025, may be in one of two financial years (2024/25 or 2025/26)",
            ),
        }
    }
}

const fn broken(error: PeriodError) -> &'static str {
    match error {
        PeriodError::NotAPeriod => "is not a period",
        PeriodError::OutOfRange => "is outside the years 2000 to 2099",
        PeriodError::NotConsecutive => "is not two consecutive years",
        PeriodError::WhichYear => "may be in one of two financial years",
    }
}
