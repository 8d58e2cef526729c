//! What to talk about first.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Row, Target, Way, agenda, profile};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::report;

use crate::common::{card, choices, decimal};

#[test]
fn the_agenda_of_the_example() {
    let path = format!("{}/data/examples/cambridgeshire-2022-23.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let targets: Vec<_> = [
        ("long-term-stability", "71"),
        ("three-or-more-placements", "10"),
        ("review-health-assessments-on-time", "95"),
    ]
    .into_iter()
    .filter_map(|(id, value)| {
        Some((indicator::by_id(id)?.into(), Target { value: decimal(value), tolerance: decimal("2") }))
    })
    .collect();
    let mut told = String::new();
    for way in Way::ALL {
        let choices = Choices { way, targets: targets.clone().into(), ..choices("2023") };
        let card = card(&text, &choices);
        told.extend(["# ", way.id(), "\n"]);
        for part in report::agenda_parts(&card, choices.period) {
            told.extend([part.heading.as_str(), "\n"]);
            for point in part.points {
                told.extend(["- ", &point.title, ": ", &point.text, "\n"]);
            }
        }
        let rows: Vec<&Row> = card.rows.iter().collect();
        told.push_str(&report::sentences_text("In paragraphs", &rows, &[]));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_became_worse_comes_first() {
    let text = "Indicator\t21/22\t22/23\nIn touch 17-18\t96 of 98\t86 of 98\nSuitable accommodation 17-18\t80 of 96\t80 of 96\n\
                Dental checks\tc\tc\n";
    let card = card(text, &choices("2023"));
    let agenda = agenda(&card);
    let ids: Vec<&str> = agenda.worse.iter().map(|row| &*row.indicator.id).collect();
    assert_eq!(ids, ["care-leavers-17-18-in-touch", "care-leavers-17-18-suitable-accommodation"]);
    assert!(agenda.worse[0].is_getting_worse() && !agenda.worse[1].is_getting_worse());
    let missing: Vec<_> =
        agenda.missing.iter().map(|missing| (&*missing.indicator.id, missing.instead)).collect();
    assert_eq!(missing, [("dental-checks", None)]);
}

#[test]
fn a_last_change_against_the_trend_is_told() {
    let direction = |figures: [&str; 5]| {
        let text = format!(
            "Indicator\t18/19\t19/20\t20/21\t21/22\t22/23\nThree or more placements\t{}",
            figures.join("\t")
        );
        let choices = choices("2023");
        let parts = report::agenda_parts(&card(&text, &choices), choices.period);
        let told = parts.iter().flat_map(|part| &part.points).map(|point| point.text.as_str()).next();
        told.and_then(|text| text.rsplit("; ").next()).unwrap_or_default().to_owned()
    };
    let falling = ["120 of 640", "100 of 640", "70 of 640", "30 of 640", "41 of 640"];
    assert_eq!(direction(falling), "getting better from 2018/19 to 2022/23, but up from 4.7% in 2021/22");
    let steady = ["120 of 640", "100 of 640", "70 of 640", "50 of 640", "41 of 640"];
    assert_eq!(direction(steady), "getting better");
}

/// The best and the worst places among councils come first, also where a headline has room for four.
#[test]
fn the_best_and_the_worst_places_are_told_first() {
    let place = |row: &&Row| {
        let rank = row.position.as_ref().ok()?.councils;
        Some(1000 * (rank.of - rank.rank) / rank.of)
    };
    for code in ["856", "873", "926"] {
        let card = profile(&Choices { council: area::by_code(code), ..Choices::default() });
        let agenda = agenda(&card);
        let better: Vec<usize> = agenda.better.iter().filter_map(place).collect();
        let (falling, other): (Vec<&Row>, Vec<&Row>) =
            agenda.worse.iter().copied().partition(|row| row.is_getting_worse());
        assert!(better.len() > 4 && better.is_sorted_by(|one, next| one >= next), "{code}: {better:?}");
        for worse in [&falling, &other] {
            let places: Vec<usize> = worse.iter().filter_map(place).collect();
            assert!(places.is_sorted(), "{code}: {places:?}");
        }
        assert!(agenda.worse.starts_with(&falling), "{code}");
    }
}
