//! The talking points of a scorecard.

use crate::compare::{
    AgainstTarget, FAR_POINTS, Group, Miss, Missing, Row, Shown, Standing, Topic, Verdict, Way,
};
use crate::number::Exact;
use crate::period::Period;

use super::change::{before_text, trend_text};
use super::comparator::year_with_age;
use super::figure::{counts_text, figure_text, value_text};
use super::gap::{closed_text, gap_text};
use super::getting::{getting_text, out_of_reach, than_before, than_usual, unusual_by_own};
use super::position::rank_of;
use super::text::{capital, listed};
use super::verdict::{missed_how, row_verdict_text};

/// The heading of a group of points.
pub const fn group_heading(group: Group) -> &'static str {
    match group {
        Group::ActOn => "Act on",
        Group::Watch => "Watch",
        Group::GoingWell => "Going well",
    }
}

/// The heading of the points on a topic, whose verdicts were reached in these ways, each once.
pub fn heading(topic: Topic, ways: &[Way]) -> String {
    let phrase = |way: &Way| match (topic, way) {
        (Topic::Bad, Way::Interval) => "worse than England",
        (Topic::Bad, Way::Target) => "target missed",
        (Topic::Bad, Way::Quartile) => "in the bottom quarter of councils",
        (_, Way::Interval) => "better than England",
        (_, Way::Target) => "target met",
        (_, Way::Quartile) => "in the top quarter of councils",
    };
    match topic {
        Topic::Bad | Topic::Good => capital(&ways.iter().map(phrase).collect::<Vec<_>>().join(", or ")),
        Topic::Missed => "Targets missed".to_owned(),
        Topic::Met => "Targets met".to_owned(),
        Topic::Different => "Clearly higher or lower than England, neither good nor bad".to_owned(),
        Topic::Uncertain => format!("At least {FAR_POINTS} points from England, but not clearly"),
        Topic::Worsening => "Getting worse".to_owned(),
        Topic::WorseThanBefore => "Clearly worse than before".to_owned(),
        Topic::WorseThanUsual => "Worse than their own usual".to_owned(),
        Topic::Unusual => "Unusual by their own figures".to_owned(),
        Topic::Missing => "Missing or hidden".to_owned(),
    }
}

/// The heading of the targets that are missed, or that are met, of how many: `7 of 8 targets missed`.
pub fn targets_heading(topic: Topic, count: usize, of: usize) -> String {
    let targets = if of == 1 { "target" } else { "targets" };
    let verb = if topic == Topic::Met { "met" } else { "missed" };
    format!("{count} of {of} {targets} {verb}")
}

/// The same of the rows that miss theirs, and whether chance could explain it: `8 of 9 targets missed: 3 clearly, 3 could be chance, 2
/// not tested`; with how many more have a target that cannot be judged.
pub fn missed_heading(missed: &[&Row], of: usize, unjudged: &[&Row]) -> String {
    format!("{}: {}", targets_heading(Topic::Missed, missed.len(), of), how_missed(missed, unjudged))
}

/// Whether chance could explain that targets are missed, and what else has a target: `3 clearly, 3 could be chance, 2 not tested;
/// not compared: Children in care`.
pub fn how_missed(missed: &[&Row], unjudged: &[&Row]) -> String {
    let count = |wanted: Miss| {
        let is_it = |row: &&&Row| row.target.as_ref().is_some_and(|against| against.miss == wanted);
        missed.iter().filter(is_it).count()
    };
    let kinds = [
        (count(Miss::Clear), "clearly"),
        (count(Miss::ByChance), "could be chance"),
        (count(Miss::NotTested), "not tested"),
    ];
    let kinds: Vec<String> = kinds
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} {kind}"))
        .collect();
    let titles: Vec<String> = unjudged.iter().map(|row| row.indicator.title.to_string()).collect();
    let unjudged = match titles.len() {
        0 => String::new(),
        1 | 2 => format!("; not compared: {}", listed(&titles)),
        many => format!("; {many} more are not compared"),
    };
    format!("{}{unjudged}", kinds.join(", "))
}

/// The same of headlines, which stand beside rows in another order.
pub fn headlines_worst_first(rows: &[&Row]) -> String {
    worst_first(rows).replacen("Worst first", "Headlines are worst first", 1)
}

/// In which order rows are where the worst come first, in one sentence.
pub fn worst_first(rows: &[&Row]) -> String {
    let is_worse_by =
        |way: Way| rows.iter().any(|row| row.standing() == Standing::Worse && row.judged_by == way);
    let by_place = "the lowest place among all councils first";
    let first = match rows.first().map_or(Way::Interval, |row| row.way) {
        Way::Target => return BY_TARGET.to_owned(),
        Way::Interval if is_worse_by(Way::Quartile) => format!(
            "worse than England, then in the bottom quarter of councils where chance cannot be tested, each with {by_place}"
        ),
        Way::Interval => format!("worse than England, {by_place}"),
        Way::Quartile => format!("in the bottom quarter of councils, {by_place}"),
    };
    let is_missed = |row: &&Row| row.is_judged_by_target_alone() && row.verdict == Verdict::Missed;
    let missed = if rows.iter().any(is_missed) { "what only misses its target, " } else { "" };
    format!("Worst first: {first}; then {missed}what may be worse, and last what is better.")
}

/// The same where rows are judged by their targets.
const BY_TARGET: &str =
    "Worst first: targets missed, the furthest from them first; then near them, and last met.";

/// How many points are not listed; empty where all are.
pub fn more_text(more: usize) -> String {
    if more == 0 { String::new() } else { format!("and {more} more") }
}

/// A figure with a good or bad verdict: `87.8%, England 94% (2022/23); 7 more care leavers would match England (93 of 98,
/// 94.9%); getting worse`.
pub fn judged_text(row: &Row) -> String {
    against_text(row, row.target.as_ref().filter(|_| row.judged_by == Way::Target))
}

/// A figure with a target, whatever its verdict: `82%, target 85%; getting better`.
pub fn targeted_text(row: &Row) -> String {
    against_text(row, row.target.as_ref())
}

/// A figure beside its target, or where there is none, England.
fn against_text(row: &Row, target: Option<&AgainstTarget>) -> String {
    let other = target.map_or_else(
        || england_text(row),
        |target| {
            format!(", target {}{}", value_text(&row.indicator, target.target.value), missed_how(target))
        },
    );
    let mut texts = vec![format!("{}{other}", led(row))];
    let gap = match target {
        Some(target) => target.gap.map(|gap| (gap, "reach the target")),
        None => row.england().and_then(|england| england.gap).map(|gap| (gap, "match England")),
    };
    texts.extend(gap.map(|(gap, goal)| {
        format!("{} would {goal} ({})", gap_text(&row.indicator, gap), closed_text(row, gap))
    }));
    texts.extend(target_text(row).filter(|_| target.is_none()));
    texts.extend(
        (target.is_none() && row.judged_by == Way::Quartile && row.way != Way::Quartile)
            .then(|| row_verdict_text(row)),
    );
    texts.extend(out_of_reach(row).filter(|_| target.is_some()));
    texts.extend(than_usual(row));
    texts.extend(direction_text(row));
    texts.join("; ")
}

/// Whether it is getting better or worse and over which periods, with the last change where that goes against them: `getting better
/// from 2018/19 to 2022/23, but up from 7% in 2021/22`; or that it is clearly worse or better than before. `None` if nothing of that is
/// clear.
pub(super) fn direction_text(row: &Row) -> Option<String> {
    let Some(getting) = row.getting() else { return than_before(row) };
    let is_rising = row.shown.is_some_and(|shown| Exact::from(shown) > getting.from.1.into());
    let against = row
        .change
        .as_ref()
        .filter(|change| change.shown.units() != 0 && (change.shown.units() > 0) != is_rising);
    let but = against.map_or_else(String::new, |change| {
        let direction = if change.shown.units() > 0 { "up" } else { "down" };
        format!(", but {direction} from {}", before_text(&row.indicator, change))
    });
    Some(format!("{}{but}", getting_text(&row.indicator, getting).join(" ")))
}

/// What becomes of the target of a row that is judged in another way: `misses the target of 95%`.
fn target_text(row: &Row) -> Option<String> {
    let against = row.target.as_ref().filter(|_| row.judged_by != Way::Target)?;
    let verb = match against.verdict {
        Verdict::Met => "meets",
        Verdict::Near => "nearly meets",
        Verdict::Missed => "misses",
        _ => return None,
    };
    Some(format!("{verb} the target of {}", value_text(&row.indicator, against.target.value)))
}

/// A figure that is getting worse or clearly worse than before, whatever it is compared with, and what shows it: `89.1%, England 90% (2024/25); falling, which
/// is worse, from 2020/21 to 2024/25`.
pub fn worsening_text(row: &Row) -> String {
    let how = row.getting().map_or_else(
        || than_before(row).unwrap_or_else(|| trend_text(row)),
        |getting| match getting.by {
            Shown::TwoChanges => getting_text(&row.indicator, getting).join(" "),
            Shown::Trend | Shown::Steps => trend_text(row),
        },
    );
    let texts = [format!("{}{}", led(row), england_text(row)), how];
    texts.into_iter().chain(target_text(row)).chain(than_usual(row)).collect::<Vec<_>>().join("; ")
}

/// A figure that is clearly higher or lower than England's: `27%, England 62% (2024/25), lowest of 150`.
pub fn different_text(row: &Row) -> String {
    let rank = row.position.as_ref().map(|position| rank_of(row, position.councils));
    let place = rank.map_or_else(|_| String::new(), |rank| format!(", {rank}"));
    let texts = [format!("{}{}{place}", led(row), england_text(row))];
    texts.into_iter().chain(target_text(row)).collect::<Vec<_>>().join("; ")
}

/// A figure far from England, and why that is not certain.
pub fn uncertain_text(row: &Row) -> String {
    let why = match row.verdict {
        Verdict::CannotSay(reason) => reason.to_string(),
        _ => row_verdict_text(row),
    };
    let texts = [format!("{}{}", led(row), england_text(row)), why];
    let how = target_text(row).into_iter().chain(than_usual(row)).chain(direction_text(row));
    texts.into_iter().chain(how).collect::<Vec<_>>().join("; ")
}

/// A figure that is unusual among the measure's own: `190, lower than before November 2024`.
pub fn unusual_text(row: &Row) -> String {
    let texts = [Some(led(row)), unusual_by_own(row)];
    texts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn england_text(row: &Row) -> String {
    let Some(england) = row.england() else { return String::new() };
    let value = value_text(&row.indicator, england.shown);
    format!(", England {value} ({})", year_with_age(row, england.year, england.age))
}

/// The figure, after its count where that says more.
fn led(row: &Row) -> String {
    if row.is_of_few() { format!("{} ({})", counts_text(row), figure_text(row)) } else { figure_text(row) }
}

/// An indicator that has figures for other periods only.
pub fn missing_text(missing: &Missing, instead: Period, period: Option<Period>) -> String {
    let label = |period: Period| period.label(missing.indicator.basis);
    let period = period.map(|period| format!(" for {}", label(period))).unwrap_or_default();
    format!("no figure{period}; the latest is for {}", label(instead))
}
