//! Getting better or worse: one rule, on figures made up for it and on those of every council.

use corporate_parenting_calculator::area::{self, Level};
use corporate_parenting_calculator::compare::{CannotSay, Choices, Verdict, profile};
use corporate_parenting_calculator::number::Exact;
use corporate_parenting_calculator::words::change::trend_text;
use corporate_parenting_calculator::words::charts::trend_headline;
use corporate_parenting_calculator::words::sentence::sentence;

use crate::common::{card, table};

#[test]
fn measures_are_getting_better_or_worse_by_one_rule() {
    for case in table("getting.csv") {
        let figures: Vec<&str> = case.get("figures").split(' ').collect();
        let first = 2025 - figures.len();
        let years: Vec<String> = (1..=figures.len()).map(|at| (first + at).to_string()).collect();
        let values = figures.join("\t").replace('/', " of ");
        let text = format!("Measure\t{}\nPathway plans in place\t{values}\n", years.join("\t"));
        let card = card(&text, &Choices::default());
        let [row] = card.rows.as_slice() else { panic!("{case}: {} rows", card.rows.len()) };
        let word = |verdict| if verdict == Verdict::Worse { "worse" } else { "better" };
        let getting = row.getting().map(|getting| format!("{} by {:?}", word(getting.verdict), getting.by));
        assert_eq!(getting.as_deref().unwrap_or("none"), case.get("getting"), "{case}: {}", trend_text(row));
        // It says from which of the figures on.
        if let Some(getting) = row.getting() {
            let of_year = |year: u16| figures[usize::from(year) - first - 1].split_once('/');
            let from = of_year(getting.from.0.year())
                .and_then(|(part, whole)| Some((part.parse().ok()?, whole.parse().ok()?)));
            let percent = from.and_then(|(part, whole)| Exact::scaled(part, whole, 100));
            assert_eq!(percent.map(|exact| exact.rounded(1)), Some(getting.from.1), "{case}");
        }
        let changed =
            [Verdict::Worse, Verdict::Better].into_iter().find(|way| row.one_change(*way).is_some());
        assert_eq!(changed.map_or("none", word), case.get("one_change"), "{case}");
    }
}

/// A recovery is not an improvement, a clear fall is in a list, and no sentence or chart says more than the list does.
#[test]
fn councils_get_better_or_worse_by_the_same_rule_in_every_sentence() {
    let (mut getting, mut changed) = (0, 0);
    for council in area::all().iter().filter(|area| area.level == Level::Council).step_by(7) {
        let card = profile(&Choices { council: Some(council), ..Choices::default() });
        for row in &card.rows {
            let named = format!("{}: {}", council.name, row.indicator.title);
            let says = sentence(row);
            if row.trend.as_ref().is_ok_and(|trend| trend.not_plain.is_some()) {
                assert!(trend_text(row).contains(", but "), "{named}: {}", trend_text(row));
                assert!(!trend_headline(row, &[]).contains("over five periods"), "{named}");
                assert!(says.contains(", but "), "{named}: {says}");
            }
            let one = [Verdict::Worse, Verdict::Better].map(|verdict| row.one_change(verdict).is_some());
            if let Some(change) = row.change.as_ref().filter(|_| row.since_official.is_none()) {
                let is_worse = change.verdict == Verdict::Worse;
                assert!(!is_worse || one[0] || row.is_getting_worse(), "{named}");
                assert!(!is_worse || !row.is_getting_better(), "{named}");
            }
            assert!(row.getting().is_none() || one == [false, false], "{named}");
            getting += usize::from(row.getting().is_some());
            changed += usize::from(one.contains(&true));
        }
    }
    assert!(getting > 50 && changed > 50, "{getting} {changed}");
}

/// Where the newest figure is hidden, or is of fewer than half of the children, nothing is said of which way the figures go.
#[test]
fn what_is_hidden_or_of_few_goes_nowhere() {
    let (mut hidden, mut of_few) = (0, 0);
    for code in ["330", "873", "931"] {
        let card = profile(&Choices { council: area::by_code(code), ..Choices::default() });
        for row in &card.rows {
            let is_of_few = row
                .england()
                .is_some_and(|compared| compared.verdict == Verdict::CannotSay(CannotSay::FewMeasured));
            if row.value.is_some() && !is_of_few {
                continue;
            }
            let named = format!("{code}: {}", row.indicator.title);
            assert_eq!(row.getting(), None, "{named}");
            for verdict in [Verdict::Worse, Verdict::Better] {
                assert_eq!(row.one_change(verdict), None, "{named}");
            }
            hidden += usize::from(row.value.is_none() && row.history.len() > 2);
            of_few += usize::from(is_of_few && row.change.is_some());
        }
    }
    assert!(hidden > 1 && of_few > 0, "{hidden} {of_few}");
}
