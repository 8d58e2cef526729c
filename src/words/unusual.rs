//! What is unusual in a series, in sentences: which figures, by which rule, from which range or mean they differ, and which are left
//! out of that.

use std::ops::Range;

use crate::compare::{
    Aside, Level, Meaning, NotJudged, OverTime, OverTimeCell, OverTimeRow, Pattern, Season, Shift, Side,
    Stretch, Widened,
};
use crate::figure::Withheld;
use crate::indicator::Measure;
use crate::number::{ProcessPoint, RUN, Signal, TREND};
use crate::period::Period;

pub use super::breaks::{break_text, breaks, breaks_without_figures, named};

use super::text::{capital, listed, model_number};

/// What was unusual before the newest figure, which is not: `April 2025 was below the usual range`, `5 earlier figures were
/// unusual, the last one for May 2025`; empty where nothing was.
pub(super) fn earlier_text(row: &OverTimeRow) -> String {
    let found = earlier(row);
    match &found[..] {
        [] => String::new(),
        [only] => format!("{} {}", periods_text(only), reason(&row.measure, only, Detail::Short)),
        [.., last] => {
            let count: usize = found.iter().map(|each| each.points.len()).sum();
            format!("{count} earlier figures were unusual, the last one for {}", last.last)
        }
    }
}

/// The same in a row that shows which figures these are: `Last unusual in April 2025`.
pub(super) fn last_unusual_text(row: &OverTimeRow) -> String {
    earlier(row).last().map_or_else(String::new, |last| format!("Last unusual in {}", last.last))
}

fn earlier(row: &OverTimeRow) -> Vec<Found> {
    row.stretches.last().map(unusual_in).unwrap_or_default()
}

/// Whether anything in a stretch is unusual.
pub(super) fn is_unusual(stretch: &Stretch) -> bool {
    !unusual_in(stretch).is_empty()
}

/// Which figures of a row are unusual and why, in sentences: `April 2025, 71%, was below the usual range of 74% to 88%.`
/// Where the level changed, what the rules say of all of them is one sentence.
pub fn reasons(row: &OverTimeRow) -> Vec<String> {
    row.stretches.iter().flat_map(|stretch| reasons_of(&row.measure, stretch, None)).collect()
}

/// The newest of them since the last break, in a sentence, and how many others there are, which a chart marks: `March 2026, 71%, was
/// below the usual range of 74% to 88%. 5 earlier figures are unusual too.`
pub(super) fn newest_reasons(row: &OverTimeRow) -> Vec<String> {
    let all = reasons(row);
    let found = earlier(row);
    let is_short = all.len() <= 2 || row.level().is_some();
    let Some((newest, others)) = found.split_last().filter(|_| !is_short) else { return all };
    let last = row.stretches.last().map(|stretch| reasons_of(&row.measure, stretch, Some(newest.first)));
    let count: usize = others.iter().map(|each| each.points.len()).sum();
    let earlier = match count {
        0 => None,
        1 => Some("1 earlier figure is unusual too.".to_owned()),
        more => Some(format!("{more} earlier figures are unusual too.")),
    };
    last.into_iter().flatten().chain(earlier).collect()
}

/// The same of each measure of which a figure is unusual in the periods that are shown, with its name.
pub fn reasons_by_measure(over_time: &OverTime) -> Vec<String> {
    let first = over_time.periods.first().copied();
    let of_row = |row: &OverTimeRow| {
        let of_stretch = |stretch: &Stretch| reasons_of(&row.measure, stretch, first);
        // Of a step its heading tells, and its levels; where one range does not fit, that says all.
        let is_told = row.pattern != Pattern::NotJudged(NotJudged::NoOneRange);
        let of_one_level = row.stretches.iter().filter(|stretch| is_told && !stretch.has_stepped());
        let reasons: Vec<String> = of_one_level.flat_map(of_stretch).collect();
        let sentences = [reasons, left_out(row)].concat().join(" ");
        (!sentences.is_empty()).then(|| format!("{}: {sentences}", row.measure.title))
    };
    over_time.rows.iter().filter_map(of_row).collect()
}

/// Which figures of a row are left out of its usual range by hand and why, in sentences: `April 2025, 71%, is left out of the usual
/// range: new form.`
pub fn left_out(row: &OverTimeRow) -> Vec<String> {
    let sentence = |aside: &Aside| {
        let why = match aside.note.trim_end_matches('.') {
            "" => " by hand".to_owned(),
            note => format!(": {note}"),
        };
        format!("{}, {}, is left out of the usual range{why}.", aside.at, limit(&row.measure, aside.value))
    };
    asides(row).map(sentence).collect()
}

/// The same of every measure, with its name.
pub fn asides_by_measure(over_time: &OverTime) -> Vec<String> {
    let of_row = |row: &OverTimeRow| {
        let sentences = left_out(row).join(" ");
        (!sentences.is_empty()).then(|| format!("{}: {sentences}", row.measure.title))
    };
    over_time.rows.iter().filter_map(of_row).collect()
}

/// The same in short: `April 2025 left out`; empty where none is.
pub(super) fn left_out_text(row: &OverTimeRow) -> String {
    let periods: Vec<String> = asides(row).map(|aside| aside.at.to_string()).collect();
    if periods.is_empty() {
        String::new()
    } else {
        format!("{} left out of the usual range", listed(&periods))
    }
}

fn asides(row: &OverTimeRow) -> impl Iterator<Item = &Aside> {
    row.stretches.iter().flat_map(|stretch| &stretch.aside)
}

/// What months are every year: `December is usually lower: it was in 2023 and 2024 too`, `Each August so far was lower (2024 and 2025)`;
/// empty where none is.
pub fn season_text(row: &OverTimeRow) -> String {
    let of = |season: &Season| {
        let way = if season.side == Side::Below { "lower" } else { "higher" };
        let years: Vec<String> = season.years.iter().map(ToString::to_string).collect();
        (season.month.month_of_year(), way, listed(&years))
    };
    let usually = row.season.iter().map(of);
    let usually =
        usually.map(|(month, way, years)| format!("{month} is usually {way}: it was in {years} too"));
    let so_far = row.seasons_so_far.iter().map(of);
    let so_far = so_far.map(|(month, way, years)| format!("each {month} so far was {way} ({years})"));
    capital(&usually.chain(so_far).collect::<Vec<_>>().join("; "))
}

/// The sentences on a stretch, or on what of it is not before a period.
fn reasons_of(measure: &Measure, stretch: &Stretch, first: Option<Period>) -> Vec<String> {
    let sentence = |found: &Found| {
        let figures = figures_text(measure, found);
        format!("{}, {figures}, {}.", periods_text(found), reason(measure, found, Detail::Full))
    };
    let widened = stretch.widened.as_ref().map(|widened| widened_text(measure, widened));
    let found = unusual_in(stretch);
    if stretch.level.is_some() {
        return by_rules(measure, stretch, &found).into_iter().collect();
    }
    let shown: Vec<&Found> =
        found.iter().filter(|found| first.is_none_or(|first| found.last >= first)).collect();
    let widened = widened.filter(|_| !shown.is_empty());
    shown.into_iter().map(sentence).chain(widened).collect()
}

/// What the rules say of figures whose level changed: `By one mean, 758, and one usual range, 745 to 771, for all 12 figures: April
/// 2019 to July 2019 were above the usual range; the other 8 are usual.`
fn by_rules(measure: &Measure, stretch: &Stretch, found: &[Found]) -> Option<String> {
    let last = found.last()?.points.last()?;
    let mut by_rule: Vec<Vec<&Found>> = Vec::new();
    for each in found {
        let is_alike = |of: &&mut Vec<&Found>| (of[0].signal, of[0].side) == (each.signal, each.side);
        match by_rule.iter_mut().find(is_alike) {
            Some(alike) => alike.push(each),
            None => by_rule.push(vec![each]),
        }
    }
    let each = |alike: &Vec<&Found>| {
        let periods: Vec<String> = alike.iter().map(|found| periods_text(found)).collect();
        let rule = rule(measure, alike, Detail::Short);
        format!("{} {rule}", listed(&periods))
    };
    let mut each: Vec<String> = by_rule.iter().map(each).collect();
    let all = stretch.periods.len();
    match all - found.iter().map(|found| found.points.len()).sum::<usize>() {
        0 => {}
        1 => each.push("the other one is usual".to_owned()),
        others => each.push(format!("the other {others} are usual")),
    }
    let (mean, range) = (limit(measure, found.first()?.mean), range_of(measure, last, 1));
    Some(format!(
        "By one mean, {mean}, and one usual range, {range}, for all {all} figures: {}.",
        each.join("; ")
    ))
}

/// What the range is without the figure furthest outside it: `Without April 2025 the usual range would be 83% to 87%, with nothing
/// else outside it.`
fn widened_text(measure: &Measure, widened: &Widened) -> String {
    let also = match &widened.also[..] {
        [] if widened.is_calm => "nothing else unusual".to_owned(),
        [] => "nothing else outside it".to_owned(),
        [only] => format!("{only} outside it too"),
        [.., last] => format!("{} others outside it too, the last one {last}", widened.also.len()),
    };
    let range = range(measure, [widened.lower, widened.upper], 1);
    format!("Without {} the usual range would be {range}, with {also}.", widened.by)
}

/// Figures one after the other that are unusual by the same rule and on the same side.
struct Found {
    first: Period,
    last: Period,
    points: Vec<ProcessPoint>,
    signal: Signal,
    side: Side,
    /// The mean of all.
    mean: f64,
    /// How many are in a row on that side of it or, of a trend, go that way.
    in_a_row: usize,
}

/// What is unusual in a stretch, oldest first.
fn unusual_in(stretch: &Stretch) -> Vec<Found> {
    let Some(process) = &stretch.process else { return Vec::new() };
    let points: Vec<_> = stretch.periods.iter().zip(&process.points).collect();
    let alike = points.chunk_by(|(_, one), (_, other)| (one.signal, one.side) == (other.signal, other.side));
    let values: Vec<f64> = process.points.iter().map(|point| point.value).collect();
    let mut begun = 0;
    let found = |points: &[(&Period, &ProcessPoint)]| {
        let at = begun..begun + points.len();
        begun = at.end;
        let ((first, point), (last, _)) = points.first().zip(points.last())?;
        Some(Found {
            in_a_row: in_a_row(&values, process.mean, at, point),
            first: **first,
            last: **last,
            points: points.iter().map(|(_, point)| **point).collect(),
            signal: point.signal?,
            side: point.side.into(),
            mean: process.mean,
        })
    };
    alike.filter_map(found).collect()
}

/// How many figures there are in a row with some of them: on the same side of the mean or, of a trend, each further than the one before.
fn in_a_row(values: &[f64], mean: f64, at: Range<usize>, point: &ProcessPoint) -> usize {
    let is_trend = point.signal == Some(Signal::Trend);
    let goes_on = |pair: &[f64]| {
        if is_trend {
            pair[1].partial_cmp(&pair[0]) == Some(point.side)
        } else {
            pair.iter().all(|value| value.partial_cmp(&mean) == Some(point.side))
        }
    };
    let before = values[..=at.start].windows(2).rev().take_while(|pair| goes_on(pair)).count();
    let after = values[at.end - 1..].windows(2).take_while(|pair| goes_on(pair)).count();
    before + at.len() + after
}

fn periods_text(found: &Found) -> String {
    from_to(found.first, found.last)
}

fn from_to(first: Period, last: Period) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// The figure, or the lowest and the highest of several.
fn figures_text(measure: &Measure, found: &Found) -> String {
    let values = || found.points.iter().map(|point| point.value);
    let ends = [values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max)];
    range(measure, ends, decimals_apart(measure, found))
}

/// As many decimals as tell figures apart from the limit or the mean that they are beyond.
fn decimals_apart(measure: &Measure, found: &Found) -> u8 {
    let is_below = found.side == Side::Below;
    let beyond = |point: &ProcessPoint| match found.signal {
        Signal::Outside if is_below => Some(point.lower),
        Signal::Outside => Some(point.upper),
        Signal::Run => Some(found.mean),
        Signal::Trend | Signal::NearLimit => None,
    };
    let differ = |decimals: &u8| {
        let text = |value: f64| with_decimals(measure, value, *decimals);
        found.points.iter().all(|point| beyond(point).is_none_or(|other| text(point.value) != text(other)))
    };
    (1..=6).find(differ).unwrap_or(1)
}

/// `74% to 88%`, or one of them where both are the same.
fn range(measure: &Measure, ends: [f64; 2], decimals: u8) -> String {
    let [low, high] = ends.map(|value| with_decimals(measure, value, decimals));
    if low == high { low } else { format!("{low} to {high}") }
}

fn range_of(measure: &Measure, point: &ProcessPoint, decimals: u8) -> String {
    range(measure, [point.lower, point.upper], decimals)
}

/// How much is said of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// Not the range or the mean.
    Short,
    /// That too.
    Full,
}

/// By which rule figures are unusual, with the range or the mean: `was below the usual range of 74% to 88%`.
fn reason(measure: &Measure, found: &Found, detail: Detail) -> String {
    rule(measure, &[found], detail)
}

/// The same of several that are unusual by one rule, of which there is at least one.
fn rule(measure: &Measure, alike: &[&Found], detail: Detail) -> String {
    let [found, ..] = alike else { return String::new() };
    let points = || alike.iter().flat_map(|found| &found.points);
    let is_below = found.side == Side::Below;
    let side = if is_below { "below" } else { "above" };
    let [was, among] = match points().count() {
        1 => ["was", "was one of"],
        all if all == found.in_a_row => ["were", "were"],
        _ => ["were", "were among"],
    };
    let in_a_row = alike.iter().map(|found| found.in_a_row).max().unwrap_or_default();
    let decimals = alike.iter().map(|found| decimals_apart(measure, found)).max().unwrap_or(1);
    let ranges: Vec<String> = points().map(|point| range_of(measure, point, decimals)).collect();
    let of_range = match ranges.last() {
        Some(last) if detail == Detail::Full && ranges.iter().all(|each| each == last) => {
            format!(" of {last}")
        }
        // By counts, each figure has a range of its own.
        Some(last) if detail == Detail::Full => format!(" ({last} for {})", found.last),
        _ => String::new(),
    };
    match found.signal {
        Signal::Outside => format!("{was} {side} the usual range{of_range}"),
        Signal::Run => {
            let mean = match detail {
                Detail::Short => String::new(),
                Detail::Full => format!(" of {}", with_decimals(measure, found.mean, decimals)),
            };
            format!("{among} {in_a_row} in a row {side} the mean{mean}")
        }
        Signal::Trend => {
            format!("{among} {in_a_row} in a row that {}", if is_below { "fall" } else { "rise" })
        }
        Signal::NearLimit => {
            let end = if is_below { "bottom" } else { "top" };
            format!("{was} near the {end} of the usual range{of_range} (2 of 3 in a row)")
        }
    }
}

/// The rule by which a figure is unusual: `above its usual range`, `one of 7 or more in a row below the mean`.
pub fn signal_text(signal: Signal, side: Side) -> String {
    let is_above = side != Side::Below;
    match signal {
        Signal::Outside => format!("{} its usual range", if is_above { "above" } else { "below" }),
        Signal::Run => {
            format!("one of {RUN} or more in a row {} the mean", if is_above { "above" } else { "below" })
        }
        Signal::Trend => {
            format!("one of {TREND} or more in a row that {}", if is_above { "rise" } else { "fall" })
        }
        Signal::NearLimit => {
            format!(
                "near the {} of its usual range in 2 of 3 periods",
                if is_above { "top" } else { "bottom" }
            )
        }
    }
}

/// A mean or a limit, with a decimal more than small numbers have.
pub fn limit(measure: &Measure, value: f64) -> String {
    with_decimals(measure, value, 1)
}

fn with_decimals(measure: &Measure, value: f64, decimals: u8) -> String {
    let sign = if measure.unit == "%" { "%" } else { "" };
    format!("{}{sign}", model_number(value, decimals))
}

/// The sign of an unusual figure, by the side of the mean on which it is.
pub const fn sign(side: Side) -> &'static str {
    if matches!(side, Side::Below) { "\u{25BC}" } else { "\u{25B2}" }
}

/// Returns what the signs and colours of unusual figures say, and the symbols of figures that have no number, once above the
/// table, or `None` if there are none of these.
pub fn key_text(over_time: &OverTime) -> Option<String> {
    let sentences: Vec<String> = signs_text(over_time).into_iter().chain(symbols_text(over_time)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn signs_text(over_time: &OverTime) -> Option<String> {
    let meanings: Vec<Meaning> = over_time
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().flatten().map(|cell| (row.measure.good, cell)))
        .filter_map(|(good, cell)| Some(Meaning::of(good, cell.marked()?.1)))
        .collect();
    let colours = if meanings.iter().all(|meaning| *meaning == Meaning::Neither) {
        ""
    } else {
        "; blue is better than usual, orange is worse"
    };
    let [above, below] = [Side::Above, Side::Below].map(sign);
    (!meanings.is_empty())
        .then(|| format!("{above} unusually high or rising, {below} unusually low or falling{colours}."))
}

/// Returns that ranges are without the figures that are hidden, or `None` if no range is.
pub(super) fn hidden_note(over_time: &OverTime) -> Option<String> {
    let is_hidden = |cell: &OverTimeCell| matches!(cell.value, Err(Withheld::Small | Withheld::GivesAway));
    let is_without = |row: &OverTimeRow| {
        let has_range = row.stretches.iter().any(|stretch| stretch.process.is_some());
        has_range && row.cells.iter().flatten().any(is_hidden)
    };
    over_time.rows.iter().any(is_without).then(|| {
        "Figures that are hidden here are not in the usual range, so what it shows can differ from what the council itself sees."
            .to_owned()
    })
}

/// What each symbol in place of a number means: `c: hidden because a number is small; z: not applicable.`
fn symbols_text(over_time: &OverTime) -> Option<String> {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for symbol in
        over_time.rows.iter().flat_map(|row| row.cells.iter().flatten()).filter_map(|cell| cell.value.err())
    {
        let (name, meaning) = (symbol.symbol().to_string(), symbol.meaning());
        match found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, meanings)) if meanings.contains(&meaning) => {}
            Some((_, meanings)) => meanings.push(meaning),
            None => found.push((name, vec![meaning])),
        }
    }
    let told: Vec<String> =
        found.iter().map(|(name, meanings)| format!("{name}: {}", meanings.join(", or "))).collect();
    (!told.is_empty()).then(|| format!("{}.", told.join("; ")))
}

/// Returns since when figures of a stretch are usual of which the first are not, or `None` if that is not so.
pub(super) fn usual_since(stretch: &Stretch) -> Option<Period> {
    let points = &stretch.process.as_ref()?.points;
    let last_unusual = points.iter().rposition(|point| point.signal.is_some())?;
    stretch.periods.get(last_unusual + 1).copied()
}

/// Returns what to think of where most figures since the last break are unusual, or `None` if they are not: one range does not fit
/// figures from before and after a step, nor figures that rise or fall all the time.
pub fn mostly_unusual(row: &OverTimeRow) -> Option<String> {
    let stretch = row.stretches.last()?;
    match stretch.level {
        Some(level) if level.is_moving() || level.shift == Shift::Drift => {
            let way = if level.side == Side::Below { "fall" } else { "rise" };
            return Some(format!(
                "No one range fits figures that {way} bit by bit: look at where they are going, not at the range."
            ));
        }
        Some(Level { since, .. }) => {
            return Some(format!(
                "If you know what changed in {since}, in the service or in counting, add a break there: the usual range then starts again."
            ));
        }
        None => {}
    }
    stretch.fits_no_range().then(|| {
        "Half or more of these figures are unusual, so one range does not fit all of them. If you know of a change in counting or in \
         the service, add a break below: the range then starts again."
            .to_owned()
    })
}
