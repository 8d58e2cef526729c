//! How long it takes to tell what 10,000 different names of indicators mean: `cargo bench --bench names`.

use std::collections::BTreeSet;
use std::time::Instant;

use corporate_parenting_calculator::indicator;

/// How many names.
const NAMES: usize = 10_000;

/// What stands before and behind names in scorecards.
const AROUND: [(&str, &str); 12] = [
    ("", ""),
    ("Number of ", ""),
    ("% of ", " in the year"),
    ("KPI 12 ", ""),
    ("Percentage of children: ", " (rolling 12 months)"),
    ("", " - year to date"),
    ("CIC07 - ", " (%)"),
    ("", " by team"),
    ("Proportion of ", " at 31 March"),
    ("", " (local measure)"),
    ("Averge ", ""),
    ("", " in Quater 3"),
];

fn main() {
    let titles = || {
        indicator::all()
            .iter()
            .flat_map(|each| std::iter::once(&*each.title).chain(each.aliases.iter().copied()))
    };
    let names: BTreeSet<String> = AROUND
        .iter()
        .flat_map(|(before, behind)| titles().map(move |title| format!("{before}{title}{behind}")))
        .chain(
            (0..)
                .flat_map(|number| titles().map(move |title| format!("{title} of team {number}")))
                .take(NAMES),
        )
        .take(2 * NAMES)
        .collect();
    let names: Vec<&String> = names.iter().step_by(names.len() / NAMES).take(NAMES).collect();
    // The grammar is made at its first use.
    std::hint::black_box(indicator::match_name("Dental checks", ""));
    let started = Instant::now();
    let known =
        names.iter().filter(|name| indicator::match_name(name, "") != indicator::Match::Unknown).count();
    let matched = started.elapsed();
    let started = Instant::now();
    for name in &names {
        std::hint::black_box(indicator::candidates(name, "", 3));
    }
    println!(
        "{} names, {known} known: matched in {:.0} ms, the nearest of each in {:.0} ms",
        names.len(),
        matched.as_secs_f64() * 1e3,
        started.elapsed().as_secs_f64() * 1e3
    );
}
