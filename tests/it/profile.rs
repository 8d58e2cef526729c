//! A council as the official figures show it.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Change, Choices, Origin, Row, profile, scorecard, scorecard_or_profile,
};
use corporate_parenting_calculator::figure::{Amount, Figure, Withheld};
use corporate_parenting_calculator::indicator::{self, ids};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published;

fn choices(council: &str) -> Choices {
    let council = area::by_name(council);
    assert!(council.is_some());
    Choices { council, ..Choices::default() }
}

#[test]
fn every_row_is_the_newest_figure_published() {
    for council in area::councils() {
        let card = profile(&Choices { council: Some(council), ..Choices::default() });
        assert_eq!(card.origin, Origin::Published);
        for row in &card.rows {
            let indicator = row.indicator.catalogue().expect("only the catalogue has official figures");
            let Some(Period::Year(year)) = row.period else { panic!("{}: {:?}", indicator.id, row.period) };
            let official = published::official(indicator, council, year).expect("it is published");
            match (official.value, row.amount) {
                (Ok(value), amount) => {
                    let exact = amount.exact(indicator.kind).expect("it has a value");
                    assert_eq!(exact.rounded(value.decimals()), value, "{} {}", council.name, indicator.id);
                }
                (Err(symbol), amount) => assert_eq!(amount, Amount::Withheld(symbol)),
            }
            let is_number_or_hidden = |later: &u16| {
                let value = published::official(indicator, council, *later).map(|official| official.value);
                !matches!(value, None | Some(Err(Withheld::NotAvailable | Withheld::NotApplicable)))
            };
            assert_eq!((year + 1..=published::latest_year()).find(is_number_or_hidden), None);
        }
    }
}

#[test]
fn a_council_has_most_of_the_catalogue() {
    let card = profile(&choices("Cambridgeshire"));
    assert!(card.rows.len() >= 71, "{}", card.rows.len());
    let published = indicator::all().iter().filter(|indicator| indicator.is_published).count();
    assert!(card.rows.len() <= published);
}

/// Entered by hand, the same figures give the same rows.
#[test]
fn a_row_is_judged_as_an_entered_figure_is() {
    let choices = choices("Norfolk");
    for row in profile(&choices).rows {
        let official = |period: Period| Figure {
            indicator: row.indicator.clone(),
            area: None,
            period: Some(period),
            amount: published::official(
                row.indicator.catalogue().expect("it is in the catalogue"),
                choices.council.expect("a council is chosen"),
                period.year(),
            )
            .map_or(Amount::Withheld(Withheld::NotAvailable), |official| official.amount(&row.indicator)),
            stated: None,
            place: None,
        };
        let period = row.period.expect("it has a period");
        let entered = [official(period), official(period.previous())];
        let choices = Choices { period: row.period, ..choices.clone() };
        let card = scorecard(&entered, &choices);
        let entered: &Row =
            card.rows.iter().find(|each| each.indicator == row.indicator).expect("it is there");
        // How it is shown differs: an official figure is known no better than it was published.
        let of = |change: &Change| (change.from, change.points, change.interval, change.verdict);
        let [entered_change, change] = [entered, &row].map(|row| row.change.as_ref().map(of));
        // What is old beside the other measures is not so by itself.
        let verdict = if row.is_old() { &row.verdict } else { &entered.verdict };
        assert_eq!(
            (&entered.value, verdict, entered_change, &entered.comparisons, &entered.position),
            (&row.value, &row.verdict, change, &row.comparisons, &row.position),
            "{}",
            row.indicator.id
        );
    }
}

#[test]
fn no_row_is_newer_than_the_period_chosen() {
    let year = published::latest_year() - 2;
    let card = profile(&Choices { period: Some(Period::Year(year)), ..choices("Cambridgeshire") });
    assert!(card.rows.iter().all(|row| row.period.is_some_and(|period| period.year() <= year)));
    let children = card.rows.iter().find(|row| row.indicator == ids::CHILDREN_IN_CARE);
    assert_eq!(children.and_then(|row| row.period), Some(Period::Year(year)));
}

#[test]
fn it_stands_where_nothing_is_entered() {
    assert_eq!(scorecard_or_profile(&[], &Choices::default()).rows, []);
    assert_eq!(scorecard_or_profile(&[], &choices("Norfolk")), profile(&choices("Norfolk")));
    let entered = corporate_parenting_calculator::read::read("Dental checks\t200\t248").figures();
    assert_eq!(scorecard_or_profile(&entered, &choices("Norfolk")).origin, Origin::Entered);
}

/// A short name finds one council alone.
#[test]
fn short_names_are_of_one_council() {
    let mut names: Vec<String> =
        area::councils().flat_map(|area| area.also).map(|name| name.to_lowercase()).collect();
    names.extend(area::councils().map(|area| area.name.to_lowercase()));
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}
