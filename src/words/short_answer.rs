//! The short answer above a scorecard: what is worst, what is best, and what could be chance.

use crate::compare::{AgainstCouncil, Row, Topic, Verdict, Way};
use crate::period::Period;

use super::agenda::{how_missed, targets_heading};
use super::figure::{figure_text, value_text};
use super::getting::{moved_between, one_change, out_of_reach, unusual_by_own};
use super::position::{short_rank_text, without_text};
use super::text::listed;
use super::verdict::missed_how;

/// What the short answer is, for people who do not see where it stands.
pub const HEADING: &str = "In short";

/// Returns how many of so many measures are tested against England, or `None` if none is.
pub fn tested(tested: usize, of: usize) -> Option<String> {
    (tested > 0).then(|| format!("{tested} of {of} measures were tested against England."))
}

/// What leads the names of the measures that are getting worse.
pub fn getting_worse(count: usize) -> String {
    format!("{count} getting worse: ")
}

/// What leads the names of the measures that are clearly worse than before by one change.
pub fn worse_than_before(count: usize) -> String {
    format!("{count} clearly worse than before, by one change: ")
}

/// What leads the names of the measures that are getting better.
pub fn getting_better(count: usize) -> String {
    format!("{count} getting better: ")
}

/// What leads the names of the measures that are clearly better than before by one change.
pub fn better_than_before(count: usize) -> String {
    format!("{count} clearly better than before, by one change: ")
}

/// How many measures of all pupils, who are apart in the list, are getting worse.
pub fn worse_of_pupils(count: usize) -> String {
    let are = if count == 1 { "is" } else { "are" };
    format!("Of all pupils, at the end of the list, {count} {are} getting worse.")
}

/// How the figures compare with those of a council that was chosen, on each measure: `Beside Devon, of 90 measures these figures are better on 12, worse
/// on 9 and higher or lower (neither good nor bad) on 13; on 30 the difference could be chance; 5 are not tested; 21 are not compared
/// (numbers of children, or no figure).`
pub fn against_council(against: &AgainstCouncil) -> String {
    let AgainstCouncil { name, better, worse, different, by_chance, untested, not_compared } = against;
    let some = |(count, text): (usize, String)| (count > 0).then_some(text);
    let clear = [
        (*better, format!("better on {better}")),
        (*worse, format!("worse on {worse}")),
        (*different, format!("higher or lower (neither good nor bad) on {different}")),
    ];
    let clear: Vec<String> = clear.into_iter().filter_map(some).collect();
    let of = against.of();
    let lead = if clear.is_empty() {
        format!("of {of} measures none is clearly different")
    } else {
        format!("of {of} measures these figures are {}", listed(&clear))
    };
    let are = if *not_compared == 1 { "is" } else { "are" };
    let others = [
        (*by_chance, format!("on {by_chance} the difference could be chance")),
        (*untested, format!("{untested} {} not tested", if *untested == 1 { "is" } else { "are" })),
        (*not_compared, format!("{not_compared} {are} not compared (numbers of children, or no figure)")),
    ];
    let parts = std::iter::once(lead).chain(others.into_iter().filter_map(some));
    format!("Beside {name}, {}.", parts.collect::<Vec<_>>().join("; "))
}

/// How many measures miss their target, of those that have one: `8 of 10 targets missed`, and `5 clearly, 3 could be chance. Furthest first`.
pub fn miss_target(missed: &[&Row], of: usize, unjudged: &[&Row]) -> [String; 2] {
    let order = if missed.len() > 1 { ". Furthest first" } else { "" };
    [targets_heading(Topic::Missed, missed.len(), of), format!("{}{order}", how_missed(missed, unjudged))]
}

/// That all targets are met.
pub fn meet_target(of: usize) -> String {
    format!("{}.", targets_heading(Topic::Met, of, of))
}

/// How many measures differ from England, where neither direction is better.
pub fn different(count: usize) -> String {
    let differs = if count == 1 { "differs" } else { "differ" };
    format!("{count} {differs} clearly, but neither higher nor lower is better.")
}

/// In place of what is worse and what is better, where neither is by this way of judging; where few could be tested of all, how many.
pub fn neither(way: Way, [tested, of]: [usize; 2]) -> String {
    match way {
        Way::Interval if tested == 0 => "No measure could be tested against England.".to_owned(),
        Way::Interval if tested == 1 && of > 1 => {
            format!(
                "Only 1 of {of} measures could be tested against England: it is not clearly better or worse."
            )
        }
        Way::Interval => format!(
            "{tested} of {of} measures could be tested against England: none is clearly better or worse."
        ),
        Way::Quartile => "No measure is in the bottom or the top quarter of councils.".to_owned(),
        Way::Target => "No target is missed or met.".to_owned(),
    }
}

/// In place of what is worse, or better, in a report; where few could be tested of all, how many.
pub fn none_of_tested(topic: Topic, way: Way, [tested, of]: [usize; 2]) -> String {
    let end = if topic == Topic::Bad { "worse" } else { "better" };
    match way {
        Way::Interval if tested == 0 => "No measure could be tested against England.".to_owned(),
        Way::Interval if tested == 1 && of > 1 => {
            format!("Of {of} measures only 1 could be tested, and it is not clearly {end} than England.")
        }
        Way::Interval if tested < of => {
            format!("Of the {tested} measures that could be tested, none is clearly {end} than England.")
        }
        _ => none(topic, way).to_owned(),
    }
}

/// In place of the rows of a topic, where there is none by this way of judging but some of the other.
pub const fn none(topic: Topic, way: Way) -> &'static str {
    match (topic, way) {
        (Topic::Bad, Way::Interval) => "None is clearly worse than England.",
        (_, Way::Interval) => "None is clearly better than England.",
        (Topic::Bad, Way::Quartile) => "None is in the bottom quarter of councils.",
        (Topic::Bad, Way::Target) => "No target is missed.",
        (_, Way::Quartile) => "None is in the top quarter of councils.",
        (_, Way::Target) => "No target is met.",
    }
}

/// What stands below a figure and its name: its period where it is not that of the scorecard, what it is judged by, and its place:
/// `2022/23, England 78%, 4th from the bottom of 151`.
pub fn beside_figure(row: &Row, period: Option<Period>) -> String {
    let target = row.target.as_ref().filter(|_| row.judged_by == Way::Target);
    let target = target.map(|against| format!("target {}", value_text(&row.indicator, against.target.value)));
    let england = || Some(format!("England {}", value_text(&row.indicator, row.england()?.shown)));
    let position = row.position.as_ref().ok();
    let place = position.map(|position| {
        let rank = position.councils;
        let place = short_rank_text(rank, row.indicator.good);
        // Where most have none, a place among the others says little.
        if rank.without > rank.of { format!("{place} ({})", without_text(rank)) } else { place }
    });
    let own = row.period.filter(|own| Some(*own) != period).map(|own| own.label(row.indicator.basis));
    let parts = [own, target.or_else(england), place];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A measure that is getting worse or better, after its name: over which periods.
pub fn moved(row: &Row) -> String {
    row.getting().map_or_else(String::new, |getting| format!(" {}", moved_between(row, getting)))
}

/// A measure that is clearly worse than before, after its name: ` 31.3%, was 52.4% in 2023/24`.
pub fn worse_by_one_change(row: &Row) -> String {
    one_change(row, Verdict::Worse)
}

/// The same of one that is clearly better: ` 9.2%, was 21.4% in 2023/24`.
pub fn better_by_one_change(row: &Row) -> String {
    one_change(row, Verdict::Better)
}

/// What stands below a figure that misses its target: `target 85%, could be chance`.
pub fn beside_target(row: &Row) -> String {
    row.target.as_ref().map_or_else(String::new, |against| {
        let value = value_text(&row.indicator, against.target.value);
        let reach = out_of_reach(row).map_or_else(String::new, |text| format!("; {text}"));
        format!("target {value}{}{reach}", missed_how(against))
    })
}

/// What leads the names of the measures that are worse than their own usual by their months or quarters.
pub fn worse_than_usual(count: usize) -> String {
    format!("{count} worse than {} own usual: ", if count == 1 { "its" } else { "their" })
}

/// A measure that is worse than its own usual, after its name: ` 87.7%, since December 2025`.
pub fn since_usual(row: &Row) -> String {
    let since =
        row.by_own.worse_than_usual.map_or_else(String::new, |usual| format!(", since {}", usual.since));
    format!(" {}{since}", figure_text(row))
}

/// What leads the names of the measures that are unusual by their months or quarters, neither direction being good.
pub fn unusual(count: usize) -> String {
    format!("{count} unusual by {} own figures: ", if count == 1 { "its" } else { "their" })
}

/// A measure that is unusual, after its name: ` 190, lower than before November 2024`.
pub fn how_unusual(row: &Row) -> String {
    let how = unusual_by_own(row).map_or_else(String::new, |how| format!(", {how}"));
    format!(" {}{how}", figure_text(row))
}

/// Leads to all rows of a topic.
pub fn all(count: usize) -> String {
    format!("All {count}")
}
