//! The measurements as a table for README.

use std::fmt::Write as _;

use super::Times;
use super::memory::Used;

/// What was measured: its key, and its words.
const BESIDE_PEERS: [(&str, &str); 4] = [
    ("start", "Start: from navigation until it can be used (Pyodide: until it has added 1 and 1)"),
    ("official", "Official CSV file, 19,000 rows: from bytes to figures (peers: to rows)"),
    ("xlsx", "Excel file of 20,000 rows by 12 columns"),
    ("ods", "The same as OpenDocument"),
];

const ALONE: [(&str, &str); 9] = [
    ("key", "Key press in a grid of 100 measures by 24 months, until it is painted"),
    ("page", "Page Down in the same grid"),
    ("heat", "Heat map of a council's measures by neighbours: colours changed, until it is painted"),
    ("heat-columns", "The same with other columns, periods and neighbours in turn"),
    ("scorecard", "Scorecard of 100 measures by 12 months, compared with all comparators"),
    ("names", "10,000 different names recognised or asked about"),
    ("draft", "Draft report of 200 pages checked"),
    ("word", "Word file of 100 measures"),
    ("excel", "Excel file of 100 measures"),
];

/// What the page itself is called in the keys.
const OURS: [&str; 2] = ["figures", "this page"];

/// Returns the tables in Markdown.
pub(super) fn written(times: &Times, used: &[Used], browser: &str) -> String {
    let mut text = String::from("| what | this page | peers | this page is |\n|---|--:|---|---|\n");
    for (key, what) in BESIDE_PEERS {
        let of_key: Vec<(&str, f64)> = times
            .iter()
            .filter_map(|(name, taken)| {
                let (subject, who) = name.split_once('|')?;
                (subject == key).then(|| (who, median(taken)))
            })
            .collect();
        let ours = of_key.iter().find(|(who, _)| OURS.contains(who)).map_or(f64::NAN, |(_, time)| *time);
        let mut peers: Vec<(&str, f64)> = of_key.into_iter().filter(|(who, _)| !OURS.contains(who)).collect();
        peers.sort_by(|one, other| one.1.total_cmp(&other.1));
        let beside: Vec<String> =
            peers.iter().map(|(who, time)| format!("{who} {}", milliseconds(*time))).collect();
        let best = peers.first().map_or(String::new(), |(who, time)| compared(ours, *time, who));
        let _ = writeln!(text, "| {what} | {} | {} | {best} |", milliseconds(ours), beside.join(", "));
    }
    text.push_str("\n| what | this page |\n|---|--:|\n");
    for (key, what) in ALONE {
        let time = times.get(key).map_or(f64::NAN, |taken| median(taken));
        let _ = writeln!(text, "| {what} | {} |", milliseconds(time));
    }
    text.push_str("\n| memory | WebAssembly | JavaScript |\n|---|--:|--:|\n");
    for Used { after, program, script } in used {
        let _ = writeln!(text, "| {after} | {} | {} |", megabytes(*program), megabytes(*script));
    }
    let _ = writeln!(
        text,
        "\nMedians of nine (of three for names, draft, Word and Excel), in turn, in one Chromium {browser} without a window, on {} processors.",
        std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
    );
    text
}

fn median(taken: &[f64]) -> f64 {
    let mut taken = taken.to_vec();
    taken.sort_by(f64::total_cmp);
    taken.get(taken.len() / 2).copied().unwrap_or(f64::NAN)
}

fn milliseconds(time: f64) -> String {
    if time < 9.95 { format!("{time:.1} ms") } else { format!("{time:.0} ms") }
}

fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}

fn compared(ours: f64, peer: f64, who: &str) -> String {
    if ours <= peer {
        format!("{:.1} times as fast as {who}", peer / ours)
    } else {
        format!("{:.1} times as slow as {who}", ours / peer)
    }
}
