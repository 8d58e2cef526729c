use crate::area;
use crate::compare::{
    Average, CannotSay, Change, Comparator, Compared, Gap, NoComparison, NoTrend, Quartile, Rank, Row, Trend,
    Verdict, Way,
};
use crate::figure::Amount;
use crate::indicator::{Indicator, Kind, NoteKind, Publication, SeriesNote};
use crate::number::{Decimal, Exact, Interval, TREND_POINTS, group_thousands};
use crate::period::{Basis, Period};
use crate::published::Revision;

/// A value with its unit where that is short: `7.9%`, `47`, `1,655`.
pub fn value_text(indicator: &Indicator, value: Decimal) -> String {
    match indicator.kind {
        Kind::Share => format!("{value}%"),
        _ => value.grouped(),
    }
}

/// The figure of a row: its value, `about 47` for an estimate, or what its symbol means.
pub fn figure_text(row: &Row) -> String {
    match (row.shown, &row.estimate) {
        (Some(shown), Some(_)) => format!("about {}", value_text(row.indicator, shown)),
        _ => amount_text(row.indicator, row.amount),
    }
}

/// An amount as one text: its value or what its symbol means.
pub fn amount_text(indicator: &Indicator, amount: Amount) -> String {
    match (amount, amount.shown(indicator)) {
        (_, Some(shown)) => value_text(indicator, shown),
        (Amount::Withheld(symbol), None) => format!("{} ({})", symbol.symbol(), symbol.meaning()),
        (_, None) => String::new(),
    }
}

/// What stands under the figure: `51 of 646`, `46.6 to 47.3`, `count not given`; empty where there is nothing to add.
pub fn counts_text(row: &Row) -> String {
    match (row.amount, &row.estimate) {
        (_, Some(estimate)) => {
            let limits = if estimate.low.rounded(1) == estimate.high.rounded(1) { 2 } else { 1 };
            format!(
                "between {} and {}; population implied by the official rate of {}",
                estimate.low.rounded(limits),
                estimate.high.rounded(limits),
                estimate.year
            )
        }
        (Amount::Counts { numerator, denominator }, None) => {
            format!("{} of {}", counted(numerator), counted(denominator))
        }
        (Amount::Value(_), None) if row.indicator.kind == Kind::Share => "count not given".to_owned(),
        _ => String::new(),
    }
}

/// `6.1% to 10.2%`; without the sign for other kinds than shares.
pub fn interval_text(indicator: &Indicator, interval: Interval) -> String {
    let sign = if indicator.kind == Kind::Share { "%" } else { "" };
    format!("{:.1}{sign} to {:.1}{sign}", interval.low, interval.high)
}

/// The interval of a row, or why there is none where one could be expected; empty otherwise.
pub fn interval_remark(row: &Row) -> String {
    match (row.interval, row.amount, row.indicator.kind) {
        (Some(interval), ..) => format!("95% interval {}", interval_text(row.indicator, interval)),
        _ if row.indicator.counts_repeated_events() => String::new(),
        (None, Amount::Value(_), Kind::Share) => "no interval: count not given".to_owned(),
        (None, Amount::Value(_), Kind::Rate) if row.estimate.is_none() => {
            "no interval: population not given".to_owned()
        }
        _ => String::new(),
    }
}

/// The interval of a change: `between −29.2 and −4.1 points`.
pub fn change_interval_text(indicator: &Indicator, interval: Interval) -> String {
    let limit = |limit: f64| {
        let text = format!("{limit:.1}").replacen('-', "\u{2212}", 1);
        if text == "\u{2212}0.0" { "0.0".to_owned() } else { text }
    };
    let unit = if indicator.kind == Kind::Share { " points" } else { "" };
    format!("between {} and {}{unit}", limit(interval.low), limit(interval.high))
}

/// A difference with its sign and unit: `−6.2 points`, `+3`.
pub fn difference_text(indicator: &Indicator, points: Decimal) -> String {
    match indicator.kind {
        Kind::Share
            if points.magnitude()
                == Decimal::new(10_i64.pow(u32::from(points.decimals())), points.decimals()) =>
        {
            format!("{} point", points.signed())
        }
        Kind::Share => format!("{} points", points.signed()),
        _ => points.signed(),
    }
}

/// The change as one text: `−6.2 points from 94% in 2021/22`.
pub fn change_text(indicator: &Indicator, change: &Change) -> String {
    format!(
        "{} from {} {}",
        difference_text(indicator, change.shown),
        value_text(indicator, change.shown_from),
        when(indicator, change.from)
    )
}

/// When a figure holds, as part of a sentence: `at 31 March 2023`, `in 2022/23`, `at the end of April 2019`.
pub fn when(indicator: &Indicator, period: Period) -> String {
    match (period, indicator.basis) {
        (Period::Year(_), Basis::March31 | Basis::September30) => {
            format!("at {}", period.label(indicator.basis))
        }
        (Period::Year(_), Basis::AcademicYear) => format!("in the {}", period.label(indicator.basis)),
        (_, Basis::March31 | Basis::September30) => format!("at the end of {period}"),
        _ => format!("in {period}"),
    }
}

/// The comparator's name, with how many neighbours made its figure where that is known.
pub fn comparator_name(with: Comparator, compared: Option<&Compared>) -> String {
    match with {
        Comparator::England => "England".to_owned(),
        Comparator::Region(region) => region.name.to_owned(),
        Comparator::Neighbours(_, average) => {
            let average = match average {
                Average::Median => "median",
                Average::Mean => "mean",
            };
            match compared.and_then(|compared| compared.neighbours) {
                Some((with_figure, all)) if with_figure < all => {
                    format!("Statistical neighbours ({average} of the {with_figure} of {all} with a figure)")
                }
                Some((_, all)) => format!("Statistical neighbours ({average} of {all})"),
                None => format!("Statistical neighbours ({average})"),
            }
        }
    }
}

/// A verdict in words, with the direction that makes it one: `lower, which is better`.
pub fn verdict_text(verdict: Verdict, is_higher: bool) -> String {
    let direction = if is_higher { "higher" } else { "lower" };
    match verdict {
        Verdict::Better => format!("{direction}, which is better"),
        Verdict::Worse => format!("{direction}, which is worse"),
        Verdict::Similar => "similar".to_owned(),
        Verdict::Higher | Verdict::Lower => direction.to_owned(),
        Verdict::Met => "meets the target".to_owned(),
        Verdict::Near => format!("{} the target, within the tolerance", above(is_higher)),
        Verdict::Missed => format!("{} the target", above(is_higher)),
        Verdict::In(quartile) => quartile_text(quartile).to_owned(),
        Verdict::CannotSay(reason) => format!("no verdict: {}", reason.reason()),
    }
}

/// On which side of a target.
pub(super) const fn above(is_higher: bool) -> &'static str {
    if is_higher { "above" } else { "below" }
}

/// A quarter of all councils in words, with its letter.
pub const fn quartile_text(quartile: Quartile) -> &'static str {
    match quartile {
        Quartile::A => "best quarter of councils (A)",
        Quartile::B => "second-best quarter of councils (B)",
        Quartile::C => "third-best quarter of councils (C)",
        Quartile::D => "worst quarter of councils (D)",
    }
}

/// The verdict on a row, however it was reached.
pub fn row_verdict_text(row: &Row) -> String {
    let points = match (row.way, &row.target) {
        (Way::Target, Some(target)) => Some(target.points),
        _ => row.england().map(|compared| compared.points),
    };
    verdict_text(row.verdict, points.is_some_and(|points| points > Exact::whole(0)))
}

/// How verdicts are reached, short, for a choice and for headings.
pub const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Interval => "95% interval",
        Way::Target => "own target",
        Way::Quartile => "quarter of all councils",
    }
}

/// How verdicts are reached, in one or two sentences that every output has.
pub const fn way_note(way: Way) -> &'static str {
    match way {
        Way::Interval => {
            "Verdicts are by 95% interval: better, worse, higher and lower are said only where the comparator lies outside \
             the figure's interval (Wilson's for percentages, Byar's for rates); otherwise chance could explain the difference."
        }
        Way::Target => {
            "Verdicts are by the council's own targets: met, missed within the tolerance, or missed. They take no account of \
             chance."
        }
        Way::Quartile => {
            "Verdicts are by quarter of all councils with a figure, A the best to D (quartiles of type 7). They take no account \
             of chance."
        }
    }
}

/// Of how many comparisons some differ by chance alone.
const MANY: usize = 10;

/// How many of many measures would be marked as different by chance alone; nothing where few are judged.
pub(super) fn many_note(rows: &[&Row]) -> Option<String> {
    let is_judged = |row: &&&Row| {
        row.england().is_some_and(|england| !matches!(row.beside(england), Verdict::CannotSay(_)))
    };
    let judged = rows.iter().filter(is_judged).count();
    // A verdict at 95% is wrong once in 20 times.
    let by_chance = match judged {
        0..MANY => return None,
        10..20 => "perhaps one".to_owned(),
        20..30 => "about one".to_owned(),
        30..40 => "one or two".to_owned(),
        many => format!("about {}", (many + 10) / 20),
    };
    Some(format!(
        "{judged} measures are compared with England. Even if none really differed, {by_chance} would be marked as different \
         by chance."
    ))
}

/// Why measures of events get no verdict by chance; nothing where there are none.
pub(super) fn repeated_events_note(rows: &[&Row]) -> Option<&'static str> {
    let has_events =
        rows.iter().any(|row| row.way == Way::Interval && row.indicator.counts_repeated_events());
    has_events.then_some(
        "Visits, reviews and other events are not tested for chance: one child can have several, and they depend on each \
         other.",
    )
}

/// As when official figures are given, where that is not now.
pub fn known_note(known: u16) -> String {
    format!(
        "Official figures are as known in November {known}. Of England the values of that time are kept; regions and councils \
         are as published now, or in files you opened."
    )
}

/// `6th of 11`, `joint 2nd of 11`.
pub fn rank_text(rank: Rank) -> String {
    let joint = if rank.is_joint { "joint " } else { "" };
    format!("{joint}{} of {}", ordinal(rank.rank), rank.of)
}

/// `1st`, `2nd`, `11th`, `22nd`.
fn ordinal(number: usize) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// How many are not counted in a rank: `2 without a figure`; empty where all have one.
pub fn without_text(rank: Rank) -> String {
    if rank.without == 0 { String::new() } else { format!("{} without a figure", rank.without) }
}

/// A number for people: `1,655`.
pub fn counted(number: u64) -> String {
    group_thousands(&number.to_string())
}

/// What would close a gap: `4 more children`, `1 fewer child`.
pub fn gap_text(indicator: &Indicator, gap: Gap) -> String {
    let more = if gap.children > 0 { "more" } else { "fewer" };
    let count = gap.children.unsigned_abs();
    let people = if count == 1 { indicator.counted_one } else { indicator.counted_many };
    format!("{} {more} {people}", counted(count))
}

/// What a gap closed comes to: `166 of 233, 71.2%`.
pub fn closed_text(row: &Row, gap: Gap) -> String {
    let value = value_text(row.indicator, gap.becomes.rounded(row.indicator.decimals));
    match row.amount {
        Amount::Counts { denominator, .. } => {
            format!("{} of {}, {value}", counted(gap.numerator), counted(denominator))
        }
        _ => value,
    }
}

/// What would close a gap, short, under the name of what would be reached: `4 more would reach it`.
pub fn closing_text(row: &Row, gap: Gap, points: Exact) -> String {
    let more = if gap.children > 0 { "more" } else { "fewer" };
    let under = if row.is_under_one_child(points) {
        format!(": the difference is fewer than one {}", row.indicator.counted_one)
    } else {
        String::new()
    };
    format!("{} {more} would reach it{under}", counted(gap.children.unsigned_abs()))
}

/// What would close each gap of a row, in full: "4 more children would reach the target of 71%: 166 of 233, 71.2%."
pub fn closing_sentences(row: &Row) -> Vec<String> {
    let sentence = |gap: Gap, what: String| {
        format!("{} would reach {what}: {}.", gap_text(row.indicator, gap), closed_text(row, gap))
    };
    let comparators = row.comparisons.iter().filter_map(|comparison| {
        let compared = comparison.outcome.as_ref().ok()?;
        let value = value_text(row.indicator, compared.shown);
        let name = comparator_name(comparison.with, None);
        Some(sentence(compared.gap?, format!("{name} ({value}, {})", compared.year)))
    });
    let target = row.target.as_ref().and_then(|against| {
        let value = value_text(row.indicator, against.target.value);
        Some(sentence(against.gap?, format!("the target of {value}")))
    });
    comparators.chain(target).collect()
}

/// What one child is worth: `one child = 0.4 points`; empty where that is not known.
pub fn worth_text(row: &Row) -> String {
    let Some(worth) = row.worth_of_one else { return String::new() };
    // One decimal, or as many as bring it within a tenth of what it is.
    let is_near = |shown: &Decimal| {
        let error = Exact::from(*shown).minus(worth).and_then(|error| error.magnitude().times(10));
        error.is_some_and(|error| error <= worth)
    };
    let shown = (1..=6).map(|decimals| worth.rounded(decimals)).find(is_near);
    let shown = shown.unwrap_or_else(|| worth.rounded(6));
    format!("one {} = {shown} points", row.indicator.counted_one)
}

/// The trend of a row in words, or why there is none.
pub fn trend_text(row: &Row) -> String {
    match &row.trend {
        Ok(trend) => {
            let words = trend_words(trend).unwrap_or_else(|| "no clear trend".to_owned());
            format!("{words}, {}", trend_span(row.indicator, trend))
        }
        Err(NoTrend::NotThisFigure) => {
            format!("cannot be calculated: it takes {TREND_POINTS} periods with counts, this one among them")
        }
        Err(NoTrend::Number) => "not tested for plain numbers, only for percentages and rates".to_owned(),
        Err(NoTrend::RepeatedEvents) => {
            format!("not tested: {}", CannotSay::RepeatedEvents.reason())
        }
        Err(NoTrend::TooFew { periods, is_broken }) => {
            let since = if *is_broken { " since the break in the series" } else { "" };
            format!(
                "cannot be calculated: it takes {TREND_POINTS} periods with counts{since}, and there are {periods}"
            )
        }
    }
}

/// Rising or falling, and whether that is better; nothing where no direction is clear.
pub(super) fn trend_words(trend: &Trend) -> Option<String> {
    let direction = if trend.line.slope > 0.0 { "rising" } else { "falling" };
    match trend.verdict {
        Verdict::Better => Some(format!("{direction}, which is better")),
        Verdict::Worse => Some(format!("{direction}, which is worse")),
        Verdict::Higher | Verdict::Lower => Some(direction.to_owned()),
        _ => None,
    }
}

/// From when to when a trend goes.
pub(super) fn trend_span(indicator: &Indicator, trend: &Trend) -> String {
    format!("from {} to {}", trend.from.label(indicator.basis), trend.to.label(indicator.basis))
}

/// How another release gives a figure; empty where there is none.
pub fn revision_text(indicator: &Indicator, revision: Option<Revision>) -> String {
    match revision {
        Some(Revision::First(value)) => format!("first published as {}", value_text(indicator, value)),
        Some(Revision::Now(value)) => format!("now {}", value_text(indicator, value)),
        None => String::new(),
    }
}

/// What is added to the year of an older comparator: `, the latest published`; empty for one of the same year. `known` is
/// the year in whose November official figures were known so.
pub const fn latest_text(known: Option<u16>, is_older: bool) -> &'static str {
    match (is_older, known) {
        (false, _) => "",
        (true, None) => ", the latest published",
        (true, Some(_)) => ", the latest then published",
    }
}

/// Where the council's own published figure differs, and why it may; empty where it does not.
pub fn differs_text(row: &Row) -> String {
    let Some(differs) = &row.differs else { return String::new() };
    format!(
        "The official figure for {} is {} ({}): it may have been counted on another day, or revised since.",
        differs.year,
        value_text(row.indicator, differs.shown),
        difference_text(row.indicator, differs.difference)
    )
}

/// What a note on a series is, and from when: `Break in the series from January 2020`.
pub fn note_heading(indicator: &Indicator, note: &SeriesNote) -> String {
    let what = match note.kind {
        NoteKind::Break => "Break in the series",
        NoteKind::Gap => "Gap before",
        NoteKind::Caution => "Compare with care from",
    };
    let from = if note.kind == NoteKind::Break { " from" } else { "" };
    let area = note.area.and_then(area::by_code).map(|area| format!(" ({})", area.name)).unwrap_or_default();
    let period = Period::parse(note.period)
        .map_or_else(|_| note.period.to_owned(), |period| period.label(indicator.basis));
    format!("{what}{from} {period}{area}")
}

/// What to know of a comparison across a note that does not forbid it.
pub fn caution_text(note: &SeriesNote) -> String {
    match note.kind {
        NoteKind::Break => format!("Not comparable: {}", note.text),
        NoteKind::Gap => format!("Gap in the figures: {}", note.text),
        NoteKind::Caution => format!("Compare with care: {}", note.text),
    }
}

/// Why there is no comparison, as a short text.
pub fn no_comparison_text(reason: NoComparison) -> String {
    match reason {
        NoComparison::Local => "local indicator: no official figure to compare with".to_owned(),
        NoComparison::Count => "a number: not compared with other areas".to_owned(),
        NoComparison::NoPeriod => "choose a period to compare".to_owned(),
        NoComparison::NoFigure(_) => "no figure to compare".to_owned(),
        NoComparison::Withheld(year, symbol) => format!("{year}: {}", symbol.meaning()),
        NoComparison::NotPublished(year) => format!("not published for {year}"),
        NoComparison::NoNeighbours => "not in this neighbour model".to_owned(),
        NoComparison::TooLarge => "too large to compare".to_owned(),
    }
}

/// The publications the comparisons of these rows were taken from, each with its release.
pub fn sources<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for row in rows {
        let compared = row.comparisons.iter().filter_map(|each| each.outcome.as_ref().ok());
        let publication = row.indicator.publication.as_ref();
        if let Some((differs, publication)) = row.differs.as_ref().zip(publication) {
            let citation = match &differs.file {
                Some(file) => publication.citation_of_file(file),
                None => publication.citation(),
            };
            sources.extend((!sources.contains(&citation)).then_some(citation));
        }
        for compared in compared {
            let citation = match &compared.file {
                None => publication.map(Publication::citation),
                Some(file) => {
                    // Neighbours' figures may come from both.
                    let built_in =
                        publication.filter(|_| compared.neighbours.is_some()).map(Publication::citation);
                    sources.extend(built_in.filter(|citation| !sources.contains(citation)));
                    publication.map(|publication| publication.citation_of_file(file))
                }
            };
            sources.extend(citation.filter(|citation| !sources.contains(citation)));
        }
    }
    sources
}

/// What a strip shows, in one sentence.
pub fn strip_label(row: &Row) -> String {
    let mut parts = vec![format!("{} on a line", figure_text(row))];
    parts.extend(
        row.interval.map(|interval| format!("95% interval {}", interval_text(row.indicator, interval))),
    );
    for comparison in &row.comparisons {
        if let Ok(compared) = &comparison.outcome {
            let value = value_text(row.indicator, compared.shown);
            parts.push(format!("{} {value}", comparator_name(comparison.with, None)));
        }
    }
    parts.extend(
        row.target
            .as_ref()
            .map(|target| format!("target {}", value_text(row.indicator, target.target.value))),
    );
    if let Ok(position) = &row.position {
        parts.push(format!("{} councils as dots", position.distribution.councils()));
    }
    parts.join(", ")
}
