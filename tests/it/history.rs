//! Years that were not entered are the council's official ones.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Origin, Row, Spans, Verdict, scorecard};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator::{Span, ids};
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::change::{change_text, since_official_sentence};
use corporate_parenting_calculator::words::sentence::sentence;

use crate::common::{card, choices, table};

fn row(text: &str, choices: &Choices) -> Row {
    card(text, choices).rows.into_iter().next().expect("there is a row")
}

/// The rate of a number that was given is set beside the rate of the number given for the year before, not beside the published one.
#[test]
fn a_rate_changes_as_its_number_does() {
    let card = card("Indicator\t2023/24\t2024/25\nChildren in care\t668\t705", &choices("2025"));
    let rate =
        card.rows.iter().find(|row| row.indicator.id == "children-in-care-rate").expect("there is a rate");
    let change = rate.change.as_ref().expect("there is a change");
    assert_eq!(change_text(&rate.indicator, change), "+1.6 from 47.7 at 31 March 2024");
    assert!(!change.is_from_published);
}

#[test]
fn the_year_before_is_the_published_one() {
    let row = row("Children in care\t646", &choices("2023"));
    let change = row.change.as_ref().expect("there is a change");
    assert!(change.is_from_published);
    assert_eq!(change_text(&row.indicator, change), "+53 from 593 at 31 March 2022 (published)");
    let origins: Vec<Origin> = row.history.iter().map(|past| past.origin).collect();
    let (own, earlier) = origins.split_last().expect("it has a history");
    assert_eq!(*own, Origin::Entered);
    assert!(earlier.len() >= 4 && earlier.iter().all(|origin| *origin == Origin::Published));
}

#[test]
fn what_is_entered_comes_first() {
    let row = row("Indicator\t21/22\t22/23\nChildren in care\t600\t646", &choices("2023"));
    let change = row.change.as_ref().expect("there is a change");
    assert!(!change.is_from_published);
    assert_eq!(change_text(&row.indicator, change), "+46 from 600 at 31 March 2022");
    let of = |year: u16| row.history.iter().filter(move |past| past.period.year() == year);
    assert_eq!(of(2022).map(|past| past.origin).collect::<Vec<_>>(), [Origin::Entered]);
    let council = choices("2023").council.expect("a council is chosen");
    let published = published::official(ids::CHILDREN_IN_CARE, council, 2021).expect("it is published");
    assert_eq!(
        of(2021).map(|past| past.amount).collect::<Vec<_>>(),
        [Amount::Value(published.value.expect("a number"))]
    );
}

#[test]
fn months_and_unknown_councils_have_none() {
    let month = row("Indicator\tMay-20\tJun-20\nChildren in care\t700\t705", &choices("2020-06"));
    assert!(month.history.iter().all(|past| past.origin == Origin::Entered));
    let nobody = Choices { council: None, ..choices("2023") };
    let nobody = row("Children in care\t646", &nobody);
    assert_eq!((nobody.change, nobody.history.len()), (None, 1));
}

/// The newest figure for a month or quarter is compared with the council's own last official one, tested where a base is known, and
/// where the periods cannot be compared, that is said.
#[test]
fn a_part_of_a_year_is_compared_with_the_last_official_figure() {
    for case in table("last_official.csv") {
        let text = case.get("paste").replace("\\n", "\n").replace("\\t", "\t");
        let of_table = Span::by_id(case.get("span"));
        let spans = Spans { of_table, ..Spans::default() };
        let council = area::by_code(case.get("council"));
        let card = scorecard(&read(&text).figures(), &Choices { council, spans, ..Choices::default() });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let said = row.since_official.as_ref().map(|change| since_official_sentence(&row.indicator, change));
        let said = said.unwrap_or_default();
        let found = [said.clone(), row.one_change(Verdict::Worse).is_some().to_string()];
        assert_eq!(found, ["said", "worse"].map(|column| case.get(column).to_owned()), "{case}");
        assert!(sentence(row).contains(&said), "{case}: {}", sentence(row));
    }
}
