//! The report for a committee.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::commentary::{Part, Remark};
use corporate_parenting_calculator::compare::{
    Charted, Choices, Standing, Way, scorecard, scorecard_or_profile,
};
use corporate_parenting_calculator::disclose::{Disclosure, disclose};
use corporate_parenting_calculator::indicator::Theme;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{Committee, Rest, committee, findings};
use corporate_parenting_calculator::words::glossary::glossary;

use crate::common::without_releases;

/// The report of the 2022/23 example, as it may leave the page.
fn example(charted: Charted, way: Way) -> Committee {
    let path = format!("{}/data/examples/cambridgeshire-2022-23.csv", env!("CARGO_MANIFEST_DIR"));
    let figures = read(&std::fs::read_to_string(path).unwrap_or_default()).figures();
    let period = Period::parse("2023").ok();
    let choices = Choices { council: area::by_code("873"), period, way, ..Choices::default() };
    let disclosed = disclose(&figures, choices.council, period, Disclosure::default());
    let card = scorecard(&disclosed.figures, &choices);
    let mut remark = Remark::about(card.rows[0].indicator.clone(), period);
    for (part, text) in
        [(Part::Why, "Fewer homes <nearby>"), (Part::Doing, "A new home"), (Part::By, "March 2027")]
    {
        remark.set(part, text.to_owned());
    }
    let remarks = [remark];
    committee(&card, &disclosed.figures, &choices, charted, "Two figures are hidden.", &remarks)
}

#[test]
fn the_report_of_the_example() {
    let report = example(Charted::FirstPage, Way::Interval).to_text().replace('\r', "");
    insta::assert_snapshot!(without_releases(&report));
}

#[test]
fn its_html_says_the_same() {
    let report = example(Charted::None, Way::Quartile);
    let html = report.to_html();
    for part in [
        "<h1>Cambridgeshire, 2022/23</h1>",
        "<th>Status</th>",
        "Two figures are hidden.",
        "<br><b>Why</b>: Fewer homes &lt;nearby&gt;<br><b>What we are doing</b>: A new home</li>",
        "<h2>Actions</h2>",
        "<td>March 2027</td>",
        "<h2>Definitions</h2>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("style=") && !html.contains("4 of 79"));
    for theme in &report.themes {
        assert!(html.contains(theme.theme.title()) && theme.charts.is_empty());
        assert!(
            theme.table.rows.iter().all(|row| row.len() == theme.table.headings.len()),
            "{:?}",
            theme.table
        );
        assert_eq!(theme.table.rows.len(), theme.indicators.len());
    }
}

#[test]
fn the_headlines_alone_are_a_page() {
    let report = example(Charted::FirstPage, Way::Interval);
    let brief = report.headlines_only();
    let lines: Vec<&str> = brief.findings.measures().map(|measure| &*measure.title).collect();
    assert!((1..=14).contains(&lines.len()), "{lines:?}");
    assert!((1..=4).contains(&brief.pages()) && brief.pages() < report.pages());
    let text = brief.to_text();
    assert!(brief.themes.is_empty() && text.contains(lines[0]) && text.contains("A new home"), "{text}");
    // Nothing is said of charts and of measures that it does not have.
    assert!(brief.chart_notes.is_empty() && !text.contains("Registered foster carers"), "{text}");
    assert!(brief.definitions.len() < report.definitions.len(), "{text}");
}

/// What is counted of a group is in lines of its own, named, or said to be more.
#[test]
fn the_first_page_accounts_for_every_measure_that_is_counted() {
    for (council, most) in [("873", 16), ("856", 16), ("873", 9), ("213", 3)] {
        let choices = Choices { council: area::by_code(council), ..Choices::default() };
        let card = scorecard_or_profile(&[], &choices);
        let found = findings(&card, None, most, Rest::Named);
        let of_care = card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils);
        for (group, standing) in
            found.groups.iter().zip([Standing::Worse, Standing::Different, Standing::Better])
        {
            let counted = of_care.clone().filter(|row| row.standing() == standing).count();
            let named = group.also.as_ref().map_or(0, |also| also.split("; ").count());
            assert!(group.counted.contains(&format!("{counted} ")), "{} {counted}", group.counted);
            if standing != Standing::Different {
                // What says the same the other way round stands in the line of the other.
                let opposites = group.findings.iter().filter(|found| found.shows.contains("; so is "));
                let told = group.findings.len() + opposites.count() + named + group.more;
                assert_eq!(told, counted, "{council} {}", group.counted);
            }
        }
        let lines: usize = found.groups.iter().map(|group| group.findings.len()).sum();
        assert_eq!(lines, most);
    }
}

#[test]
fn charts_are_of_what_was_chosen() {
    let ids = |charted| -> Vec<String> {
        let report = example(charted, Way::Interval);
        report.themes.into_iter().flat_map(|theme| theme.charts).map(|chart| chart.id).collect()
    };
    let first = ids(Charted::FirstPage);
    let lines = example(Charted::None, Way::Interval).findings.measures().count();
    assert_eq!(first.iter().filter(|id| id.starts_with("trend-")).count(), lines, "{first:?}");
    assert!(ids(Charted::Every).len() > first.len());
    let mut every = ids(Charted::Every);
    every.sort_unstable();
    every.dedup();
    assert_eq!(every.len(), ids(Charted::Every).len(), "two charts of one name");
}

#[test]
fn words_are_in_the_order_of_the_alphabet() {
    let terms: Vec<String> = glossary().iter().map(|(term, _)| term.to_lowercase()).collect();
    assert!(terms.is_sorted(), "{terms:?}");
}
