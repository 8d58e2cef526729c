//! What a report says first, in cells: what to act on, what to watch and what goes well.

use crate::compare::{Missing, Row, Side, Topic, Verdict, Way};
use crate::indicator::Theme;
use crate::period::Period;

use super::agenda::direction_text;
use super::change::change_from;
use super::comparator::{check_text, published_in_line};
use super::figure::{counts_in_line, figure_text, period_text, size_text, value_text, year_text};
use super::gap::gap_text;
use super::getting::{out_of_reach, than_usual, unusual_by_own};
use super::position::rank_of;
use super::standing::standing_text;
use super::text::{capital, number_of};
use super::verdict::missed_how;

/// The columns: those of targets and of England only where there are any.
pub const MEASURE: &str = "Measure";
/// The column of figures.
pub const FIGURE: &str = "Figure";
/// The column of England's figures.
pub const ENGLAND: &str = "England";
/// The column of targets.
pub const TARGET: &str = "Target";
/// The column of what a figure comes to.
pub const SHOWS: &str = "What it shows";

/// The column of changes, nearly all of which are since one period.
pub fn change_since(usual: Option<Period>) -> String {
    usual.map_or_else(|| "Change".to_owned(), |period| format!("Change since {period}"))
}

/// What is below a figure: its counts, its period where that is not that of most, and the official figure where that differs.
pub fn figure_note(row: &Row, usual: Option<Period>) -> String {
    let parts = [counts_in_line(row), other_period(row, usual), published_in_line(row)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The period of a figure where that is of another year than most; empty otherwise.
pub fn other_period(row: &Row, usual: Option<Period>) -> String {
    let period = row.period.filter(|own| Some(own.year()) != usual.map(Period::year));
    period.map(|period| period_text(&row.indicator, period)).unwrap_or_default()
}

/// England's figure, with its year where that is another: `78%`, `67 (March 2025)`; empty where there is none.
pub fn england_cell(row: &Row) -> String {
    let Some(england) = row.england() else { return String::new() };
    let value = value_text(&row.indicator, england.shown);
    let is_other = row.period.is_some_and(|period| period.year_on(row.indicator.basis) != england.year);
    if is_other { format!("{value} ({})", year_text(&row.indicator, england.year)) } else { value }
}

/// The change, and since when where that is not as of most: `−21.1 points, from 52.4%`.
pub fn change_cell(row: &Row, usual: Option<Period>) -> String {
    let Some(change) = row.change.as_ref().filter(|_| row.value.is_some()) else { return String::new() };
    if change.break_note.is_some() {
        return super::screens::scorecard::BROKEN.to_owned();
    }
    let when = Some(change.from).filter(|from| Some(*from) != usual);
    let when = when.map(|from| format!(" in {}", period_text(&row.indicator, from))).unwrap_or_default();
    let is_chance = change.verdict == Verdict::Similar && change.shown.units() != 0;
    let certainty = if is_chance { ", could be chance" } else { "" };
    format!("{}{certainty}", change_from(&row.indicator, change, &when))
}

/// What a figure comes to: `Worse than England; 153 more children would match England; getting worse from 2022/23 to 2024/25`;
/// last the figure of what says much the same, the other way round.
pub fn shows(row: &Row, topic: Topic, opposite: Option<&Row>) -> String {
    let is_judged = row.verdict.reason().is_none() && !row.is_judged_by_target_alone();
    let mut texts: Vec<String> = Vec::new();
    let check = check_text(row);
    texts.extend(of_target(row, topic));
    // Of a figure in doubt nothing is foretold.
    texts.extend(out_of_reach(row).filter(|_| check.is_none()));
    texts.extend(gap(row, topic).filter(|_| topic == Topic::Missed));
    let is_doubtful = topic == Topic::Missed && check.is_some();
    let lead = if texts.is_empty() { "" } else { compared_with(row) };
    texts.extend((is_judged && !is_doubtful).then(|| format!("{lead}{}", small(&standing_text(row)))));
    texts.extend(check);
    texts.extend(than_usual(row).filter(|_| !is_judged || row.verdict.is_bad()));
    texts.extend(unusual_by_own(row));
    let is_placed = topic == Topic::Different || row.judged_by == Way::Quartile;
    let position = row.position.as_ref().ok().filter(|_| is_placed && is_judged);
    texts.extend(position.map(|position| rank_of(row, position.councils)));
    texts.extend(gap(row, topic).filter(|_| topic != Topic::Missed));
    texts.extend(direction_text(row));
    texts.extend(opposite.map(|row| format!("so is {} ({})", row.indicator.title, figure_text(row))));
    // One sentence, whichever comes first.
    let texts = texts.iter().enumerate();
    texts.map(|(at, text)| if at == 0 { capital(text) } else { small(text) }).collect::<Vec<_>>().join("; ")
}

/// What a page about a measure says first, as its line on the first page does: `5.4 points below the target`, `Worse than England`.
pub fn lead(row: &Row) -> String {
    let of_target = of_target(row, Topic::Missed).filter(|_| is_led_by_target(row));
    of_target.map_or_else(|| standing_text(row), |text| capital(&text))
}

/// Whether what became of its target comes before how a measure stands beside others.
pub fn is_led_by_target(row: &Row) -> bool {
    let is_missed = row.target.as_ref().is_some_and(|against| against.verdict == Verdict::Missed);
    is_missed && (!row.verdict.is_bad() || row.is_judged_by_target_alone())
}

/// What leads a verdict that names nobody, where something else was said before.
fn compared_with(row: &Row) -> &'static str {
    let is_level = row.england().is_none_or(|england| Side::of(england.points) == Side::Level);
    if row.verdict == Verdict::Similar && !is_level { "compared with England: " } else { "" }
}

/// How far a figure is from its target, or whether it meets it.
fn of_target(row: &Row, topic: Topic) -> Option<String> {
    let against = row.target.as_ref()?;
    match (against.verdict, topic) {
        (Verdict::Missed, Topic::Missed) => {
            let side = if Side::of(against.points) == Side::Above { "above" } else { "below" };
            let far = size_text(&row.indicator, against.shown_points);
            Some(format!("{far} {side} the target{}", missed_how(against)))
        }
        (Verdict::Missed, _) => Some("misses the target".to_owned()),
        (Verdict::Near, _) => Some("nearly meets the target".to_owned()),
        (Verdict::Met, _) => Some("meets the target".to_owned()),
        _ => None,
    }
}

/// A text that follows another in the same sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    // DfE stays what it is.
    let is_name = text.split(' ').next().is_some_and(|word| word.chars().skip(1).any(char::is_uppercase));
    if is_name {
        return text.to_owned();
    }
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), letters.as_str()))
}

/// What would close the gap to the target or to England.
fn gap(row: &Row, topic: Topic) -> Option<String> {
    let (gap, goal) = match topic {
        Topic::Missed => (row.target.as_ref()?.gap?, "reach the target"),
        Topic::Bad | Topic::Uncertain => (row.england()?.gap?, "match England"),
        _ => return None,
    };
    Some(format!("{} would {goal}", gap_text(&row.indicator, gap)))
}

/// How many measures are on a topic, by its heading: `14 worse than England, or in the bottom quarter of councils`.
/// Some may be under another group already.
pub fn counted(topic: Topic, count: usize, of: usize, heading: &str) -> String {
    let more = if count < of { " more" } else { "" };
    match topic {
        // These say it themselves.
        Topic::Missed | Topic::Met => heading.to_owned(),
        Topic::Unusual => {
            format!("{count}{more} unusual by {} own figures", if count == 1 { "its" } else { "their" })
        }
        Topic::WorseThanUsual if count == 1 => format!("1{more} worse than its own usual"),
        _ => format!("{count}{more} {}", small(heading)),
    }
}

/// The measures that have no line of their own: `Also: Dental checks up to date 67.5%, England 81%; …`.
pub fn also(rows: &[&Row], usual: Option<Period>) -> String {
    let named = |row: &&Row| {
        let target = row.target.as_ref().filter(|_| row.england().is_none());
        let target =
            target.map(|against| format!(", target {}", value_text(&row.indicator, against.target.value)));
        let england = Some(england_cell(row)).filter(|text| !text.is_empty());
        let beside = england.map(|text| format!(", England {text}")).or(target).unwrap_or_default();
        let period = Some(other_period(row, usual)).filter(|text| !text.is_empty());
        let period = period.map(|period| format!(" ({period})")).unwrap_or_default();
        format!("{} {}{period}{beside}", row.indicator.title, figure_text(row))
    };
    format!("Also: {}.", rows.iter().map(named).collect::<Vec<_>>().join("; "))
}

/// As many measures without a figure as are named.
const MOST_NAMED: usize = 4;

/// Returns which measures have no figure to show, the first by their names, or `None` if all have one.
pub fn without_figure(missing: &[Missing]) -> Option<String> {
    let titled = |each: &Missing| match each.instead {
        None => format!("{} (hidden, shown as c)", each.indicator.title),
        Some(instead) => {
            format!("{} (the latest is for {})", each.indicator.title, instead.label(each.indicator.basis))
        }
    };
    let names: Vec<String> = missing.iter().take(MOST_NAMED).map(titled).collect();
    let more = missing.len().saturating_sub(MOST_NAMED);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    let many = number_of(missing.len(), "measure is", "measures are");
    (!missing.is_empty()).then(|| format!("{many} hidden or without a figure: {}{more}.", names.join("; ")))
}

/// Of what year figures are that name none.
pub fn unless_given(usual: Period) -> String {
    format!("Figures are for {usual} unless another year is given.")
}

/// A target in a column of its own; empty where there is none.
pub fn target_cell(row: &Row) -> String {
    row.target.as_ref().map_or_else(String::new, |against| value_text(&row.indicator, against.target.value))
}

/// In place of what goes well, where all that is better than others is worse than its own usual.
pub fn only_worse_than_usual(count: usize) -> String {
    let is = number_of(
        count,
        "measure is better than others, but worse than its",
        "measures are better than others, but worse than their",
    );
    format!("{is} own usual: see above.")
}

/// In place of what is to be watched, where nothing is.
pub const NOTHING_TO_WATCH: &str = "Nothing more.";

/// Whether a row is of all pupils, which are told of apart.
pub fn is_of_pupils(row: &Row) -> bool {
    row.indicator.theme == Theme::AllPupils
}
