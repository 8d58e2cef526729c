//! About: how figures are made, where the official ones come from, and why nothing can leave the page.

use crate::area::NeighbourModel;
use crate::words::text::listed;

pub const HEADING: &str = "About";

pub const NOTHING_LEAVES: &str = "Nothing leaves this page";
pub const ONE_FILE: &str = "This page is one file. It contains its program and the official figures, and asks nothing of any server once it is open. \
     A rule at the top of the file (its Content Security Policy) tells the browser to refuse requests, connections, images, frames and \
     forms, and any script or style that is not part of the page. What the rule cannot refuse is listed below. Nothing is stored \
     either: when you close the page, what you entered is gone.";
pub const TO_KEEP_A_COPY: &str = "To keep a copy, use ";
pub const SAVING_BY_BROWSER: &str = ". Your browser\u{2019}s own \u{201C}Save page as\u{201D} works too, but its \u{201C}complete\u{201D} option writes everything on the screen \
     into the file, including your figures, with nothing hidden. Such a copy opens empty, but the text is still inside it. The \
     \u{201C}HTML only\u{201D} option saves the page without your figures.";

pub const NUMBERS_HEADING: &str = "How figures are calculated";
pub const NUMBERS: [&str; 10] = [
    "Percentages are calculated exactly from whole numbers and rounded once, with halves away from zero (12.5 becomes 13), as the \
     Department for Education rounds its own.",
    "Differences are calculated before rounding and shown in percentage points. A figure given only as a percentage is used as it is, \
     and marked \u{201C}counts not given\u{201D}.",
    "The 95% interval is Wilson\u{2019}s score interval for percentages, and Byar\u{2019}s for rates and numbers (exact below 10). If you \
     give only a percentage or a rate, the interval uses DfE\u{2019}s count for your council, at most two years older, or the population \
     you entered. If there is neither, no interval is shown.",
    "Verdicts are reached in one of three ways. You choose which, and every output names it. By interval: a figure is better, worse, \
     higher or lower only if the comparator lies outside its interval; otherwise chance could explain the difference. For England \
     and the regions it must lie outside both as published and unrounded, where their counts are published. Beside a council that you chose, whose figure is a matter of chance too, the interval of the \
     difference of the two must leave out nought. By your own targets: met, near (missed by no more than the tolerance) or \
     missed. By place among all councils with a figure, in quarters from top to bottom, where most councils have one: the boundaries use the type \
     7 method, and a figure exactly on one is in the better quarter.",
    "\u{201C}How many more or fewer children\u{201D} is the smallest whole number that reaches the comparator or the target. Ranks and quarters \
     use figures rounded like the official ones, so that 7.9% is not ahead of 8%. Councils with equal figures share the best rank, \
     and councils without a figure are not counted.",
    "A change is tested with Newcombe\u{2019}s interval for the difference of two shares, and with the same method for rates. The trend \
     covers the last five periods with counts since the last break in the series. It is a line weighted by precision, called rising \
     or falling only if chance would produce its slope less than once in 500 times (chi-square above 9.5495) and no single period \
     decides its direction. A measure is called getting better or worse if that trend is also plain (no one change makes three quarters of it, it \
     goes on in the last two periods, and the newest figure is beyond those before), or if the last two changes go the same way and \
     together are more than chance. Both tests assume that each period counts different children; where many are the same, they are \
     cautious. Plain numbers have no trend, because the method is for percentages and rates. Visits, reviews and other events that \
     one child can have several times are not tested for chance, because they depend on each other.",
    "Figures are compared with official figures for the same year. If that year is not published yet, the latest one is used and \
     named. If England\u{2019}s figure has been revised since it was first published, and the earlier value is known, both are shown. \
     If you choose figures as published in an earlier November, England\u{2019}s are those of that time and figures published later \
     are left out. Regions and councils keep today\u{2019}s figures, because only England\u{2019}s earlier values are built in.",
    "The neighbours\u{2019} figure is the median (or mean) of those of the ten neighbours that have one. If fewer than ten have one, \
     the number is shown.",
    "A monthly or quarterly figure is compared with the year it lies in. The March count of a measure taken at 31 March, and the \
     September count of the workforce, are that year\u{2019}s figure.",
    "The rate per 10,000 needs the number of children aged 0 to 17. If you leave it empty, the page uses the \
     official population of that council and year.",
];

pub const SCENARIOS_HEADING: &str = "How scenarios are calculated";
pub const SCENARIOS: [&str; 7] = [
    "Workers needed are children divided by the target, rounded up to whole people. The average caseload is children divided by \
     the workers who hold cases: those in post, minus those who hold none, plus newly qualified workers as far as they count.",
    "Time for each child at the target is today\u{2019}s average divided by the target, minus one: a third more when it falls from 20 \
     to 15. Direct hours a month are hours a week \u{D7} 52 \u{F7} 12 \u{D7} the direct share \u{F7} the average.",
    "Month by month, the number of children grows by a yearly percentage, spread evenly over each year and compounding from year to \
     year, or by a fixed number a year. A twelfth of the yearly turnover of workers leaves at the start of each month. Then new \
     workers start, the first of them in the month after the time to start. The target is reached in the first month from which the \
     average stays at or below it.",
    "The recruitment needed to reach the target by a month is calculated exactly: each extra recruit a month adds the same number of workers.",
    "A post costs the cost of a post \u{D7} (1 + the agency share \u{D7} the agency premium), whether it is one of today\u{2019}s, new, or \
     empty for a while. The extra cost of a month is that of the posts filled then, more or fewer than today.",
    "If you enter ranges, 10,000 paths are simulated, with every value in a range equally likely. The same inputs give the same \
     answer on every computer. The band contains eight paths in ten.",
    "What it would take is the smallest whole change for which the unrounded percentage meets the target. The top quarter begins at \
     the quantile of type 7 of all councils with a figure.",
];

pub const HIDDEN_HEADING: &str = "How small counts are hidden";
pub const HIDDEN: [&str; 4] = [
    "In everything that leaves the page, a count of 1 to 5 (or another limit you choose) is hidden, and so is a count that leaves \
     that few of its total. Zeros are shown. Workers and posts are not hidden.",
    "Further counts are then hidden until nobody who knows the output, the definitions and the limit can work out a hidden one: for \
     each, at least two values fit everything that is shown. The check covers totals and their parts, shares and their bases, \
     months, quarters and years, the end of a month with those who came and left, and regions and their councils.",
    "The smallest count that helps is hidden first, and any that turns out not to be needed is shown again.",
    "The page does not know figures published elsewhere, or outputs made with different limits. Check what you publish together.",
];

pub const SOURCES_HEADING: &str = "Official figures built in";

/// What of the official figures is built in, before the list of publications.
pub fn built_in(first: u16, last: u16) -> String {
    format!(
        "Years {first} to {last}, for England, nine regions and every council, from the Department for Education:"
    )
}

/// A publication with the release its figures are from, which may be empty.
pub fn publication(title: &str, release: &str) -> String {
    if release.is_empty() { title.to_owned() } else { format!("{title}, {release}") }
}

pub const COUNTS_BUILT_IN: &str = "The counts behind the percentages are built in too where the Department publishes them, also for each council, so these \
     official figures are as exact as your own.";
/// Whose neighbours are built in.
pub fn neighbours() -> String {
    let models = NeighbourModel::ALL.map(|model| model.id().to_owned());
    format!(
        "Statistical neighbours are those of the {} models published with the Local Authority Interactive Tool.",
        listed(&models)
    )
}

/// An official file, or pasted official figures, in use.
pub fn used_instead(file: &str) -> String {
    if file.is_empty() {
        "Used in place of these: official figures that you pasted.".to_owned()
    } else {
        format!("Used in place of these: {file}, a file you opened.")
    }
}

pub const DEFINITIONS_HEADING: &str = "Measures and their definitions";

/// How many indicators can be compared.
pub fn indicators(with_official: usize, local: usize) -> String {
    format!(
        "{with_official} measures have official figures to compare with. {local} are local and have none."
    )
}

pub const LOCAL: &str = " (local)";

pub const VERSION_HEADING: &str = "Version and licence";

/// The version of the page, with the commit it was built from if that is known.
pub fn version(version: &str, commit: Option<&str>) -> String {
    let commit = commit.map(|commit| format!(", commit {commit}")).unwrap_or_default();
    format!(
        "Version {version}{commit}. The program is free software: use it under the MIT licence or the Apache licence 2.0."
    )
}

pub const LICENCES: &str = "Licences of the libraries it includes";
