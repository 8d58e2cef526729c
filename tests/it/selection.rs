//! Which rows come first, and whether the filters are called what the rows say.

use std::rc::Rc;

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Charted, Choices, Group, Mark, Order, Row, Scorecard, Selection, Standing, Target, Topic, Verdict, Way,
    agenda, profile, scorecard,
};
use corporate_parenting_calculator::indicator::{self, Good, Theme};
use corporate_parenting_calculator::number::Exact;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{agenda_parts, order_of_headlines};
use corporate_parenting_calculator::words::screens::scorecard::marked;
use corporate_parenting_calculator::words::standing::{standing_name, status_text};

use crate::common::{choices, decimal};

fn profiles() -> impl Iterator<Item = (&'static str, Scorecard)> {
    let of_council = |code| {
        let choices = Choices { council: area::by_code(code), ..Choices::default() };
        (code, profile(&choices))
    };
    ["873", "926", "330", "213", "921"].into_iter().map(of_council)
}

/// What is worse, what may be, what nothing can be said of, what may be better, what is.
const fn step(standing: Standing) -> Option<u8> {
    match standing {
        Standing::Worse => Some(0),
        Standing::FarByChance => Some(2),
        Standing::NotCompared => Some(3),
        Standing::AheadByChance => Some(4),
        Standing::Better => Some(6),
        Standing::ByChance | Standing::Middle | Standing::Different => None,
    }
}

#[test]
fn worst_first_ends_with_what_is_good_and_with_all_pupils() {
    for (code, card) in profiles() {
        let rows = Selection { order: Order::Worst, ..Selection::default() }.rows(&card);
        let is_of_all = |row: &&Row| row.indicator.theme == Theme::AllPupils;
        let care = rows.iter().take_while(|row| !is_of_all(row)).count();
        assert!(care > 70 && care < rows.len() && rows[care..].iter().all(is_of_all), "{code}");
        let steps: Vec<u8> = rows[..care].iter().filter_map(|row| step(row.standing())).collect();
        assert!(steps.is_sorted(), "{code}: {steps:?}");
        let first = agenda(&card);
        let talked = first.worse.iter().chain(&first.better).chain(&first.uncertain);
        assert!(talked.copied().all(|row| !is_of_all(&row)), "{code}");
    }
}

/// What may be chance is first where it is on the worse side of England; what is neither good nor bad is first where it is nearest to
/// an end of all councils.
#[test]
fn what_is_as_pressing_has_an_order_of_its_own() {
    let mut many = [0, 0];
    for (code, card) in profiles() {
        let rows = Selection { order: Order::Worst, ..Selection::default() }.rows(&card);
        let care: Vec<&Row> =
            rows.into_iter().filter(|row| row.indicator.theme != Theme::AllPupils).collect();
        let is_level_or_better = |row: &&Row| {
            let points = row.england().map_or(Exact::whole(0), |england| england.points);
            let worse = if row.indicator.good == Good::Low { points } else { points.negated() };
            worse <= Exact::whole(0) || row.indicator.good == Good::Neither
        };
        let by_chance = care.iter().copied().filter(|row| row.standing() == Standing::ByChance);
        let sides: Vec<bool> = by_chance.map(|row| is_level_or_better(&row)).collect();
        assert!(sides.is_sorted(), "{code}: {sides:?}");
        let different = care.iter().filter(|row| row.standing() == Standing::Different);
        let from_end: Vec<(usize, usize)> = different
            .filter_map(|row| row.position.as_ref().ok())
            .map(|position| {
                (position.councils.rank.min(position.councils.from_bottom()), position.councils.of)
            })
            .collect();
        // As shares of all: a / b <= c / d.
        assert!(from_end.is_sorted_by(|(a, b), (c, d)| a * d <= c * b), "{code}: {from_end:?}");
        many = [many[0] + sides.len(), many[1] + from_end.len()];
    }
    assert!(many.iter().all(|many| *many > 10), "{many:?}");
}

#[test]
fn what_is_looked_for_is_found_and_nothing_else() {
    let targets = |card: &Scorecard| -> Rc<[_]> {
        let of =
            |row: &Row| (row.indicator.clone(), Target { value: decimal("50"), tolerance: decimal("0") });
        card.rows.iter().map(of).collect()
    };
    for (code, plain) in profiles() {
        let choices =
            Choices { council: area::by_code(code), targets: targets(&plain), ..Choices::default() };
        let card = profile(&choices);
        let found = |selection: Selection| selection.rows(&card);
        let all = || card.rows.iter();
        for standing in Standing::ALL {
            let rows = found(Selection { standing: Some(standing), ..Selection::default() });
            assert_eq!(
                rows.len(),
                all().filter(|row| row.standing() == standing).count(),
                "{code}: {standing:?}"
            );
            assert!(rows.iter().all(|row| row.standing() == standing));
        }
        for (mark, verdict) in [(Mark::TargetMissed, Verdict::Missed), (Mark::TargetMet, Verdict::Met)] {
            let rows = found(Selection { mark: Some(mark), ..Selection::default() });
            assert!(
                !rows.is_empty() && rows.iter().all(|row| row.against_target() == Some(verdict)),
                "{mark:?}"
            );
        }
        for theme in Theme::ALL {
            let rows = found(Selection { theme: Some(theme), ..Selection::default() });
            assert_eq!(
                rows.len(),
                all().filter(|row| row.indicator.theme == theme).count(),
                "{code}: {theme:?}"
            );
            assert!(rows.iter().all(|row| row.indicator.theme == theme));
        }
        let one = &card.rows[3].indicator;
        let rows = found(Selection { indicator: Some(one.clone()), ..Selection::default() });
        assert_eq!(rows.iter().map(|row| &row.indicator).collect::<Vec<_>>(), [one]);
        let themes: Vec<usize> = found(Selection::default())
            .iter()
            .filter_map(|row| Theme::ALL.iter().position(|theme| *theme == row.indicator.theme))
            .collect();
        assert!(themes.len() == card.rows.len() && themes.is_sorted(), "{code}");
    }
    assert_eq!(Charted::ALL.map(Charted::id), ["agenda", "every", "none"]);
    let ids = Standing::ALL.map(Standing::id);
    assert!(
        ["worse", "far", "chance", "middle", "different", "ahead", "better", "none"]
            .iter()
            .all(|id| ids.contains(id))
    );
}

/// Of two that clearly miss, the one that misses more of its target is first, whatever is pasted first.
#[test]
fn the_furthest_from_its_target_is_first() {
    let missed = |lines: [&str; 2]| {
        let text = lines.join("\n");
        let wanted = [("reviews-on-time", "80"), ("statutory-visits-in-timescale", "90")];
        let targets = wanted.map(|(id, value)| {
            let measure = indicator::by_id(id).expect("the catalogue has it");
            (measure.into(), Target { value: decimal(value), tolerance: decimal("0") })
        });
        let choices = Choices { targets: targets.into(), way: Way::Target, ..choices("2023") };
        let card = scorecard(&read(&text).figures(), &choices);
        agenda(&card).worse.iter().map(|row| row.indicator.id.to_string()).collect::<Vec<_>>()
    };
    // Neither has a place among councils.
    let lines = ["Reviews held on time: 40%", "Statutory visits in timescale: 60%"];
    let order = ["reviews-on-time", "statutory-visits-in-timescale"];
    assert_eq!(missed(lines), order);
    assert_eq!(missed([lines[1], lines[0]]), order);
}

#[test]
fn a_filter_is_called_what_its_rows_say() {
    for (code, card) in profiles() {
        for standing in Standing::ALL {
            let rows: Vec<&Row> = card.rows.iter().filter(|row| row.standing() == standing).collect();
            let name = standing_name(standing, &rows);
            for row in &rows {
                let status = status_text(row).to_lowercase();
                let words = name.split([',', ' ']).filter(|word| !word.is_empty() && *word != "or");
                let is_said =
                    words.clone().any(|word| status.split([',', ' ', ':']).any(|said| said == word));
                // A difference of less than one child, or none, is the smallest that could be chance.
                let is_small = standing == Standing::ByChance && status.contains("than one")
                    || status == "the same as england";
                assert!(is_said || is_small, "{code}: \u{201C}{status}\u{201D} is counted as {name}");
            }
        }
    }
}

/// What is getting worse is found by its filter, and named in the agenda, whatever England's figure is.
#[test]
fn what_is_getting_worse_is_found_and_named() {
    for (council, card) in profiles() {
        for (mark, is_so) in [
            (Mark::GettingWorse, Row::is_getting_worse as fn(&Row) -> bool),
            (Mark::GettingBetter, Row::is_getting_better),
            (Mark::WorseThanBefore, |row| row.one_change(Verdict::Worse).is_some()),
            (Mark::BetterThanBefore, |row| row.one_change(Verdict::Better).is_some()),
        ] {
            let marked = Selection { mark: Some(mark), ..Selection::default() };
            assert_eq!(
                marked.rows(&card).len(),
                card.rows.iter().filter(|row| is_so(row)).count(),
                "{council}"
            );
        }
        let named = agenda(&card);
        let lists =
            [&named.worse, &named.better, &named.uncertain, &named.worsening, &named.worse_than_before];
        let of_care = card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils);
        for row in of_care.filter(|row| row.is_getting_worse() || row.one_change(Verdict::Worse).is_some()) {
            let times =
                lists.iter().filter(|list| list.iter().any(|each| each.indicator == row.indicator)).count();
            assert_eq!(times, 1, "{council}: {}", row.indicator.title);
        }
    }
}

/// A target missed is a filter of its own where the status of its row says something else.
#[test]
fn a_missed_target_is_a_filter_beside_the_status() {
    let figures = read(
        "Three or more placements: 51 of 646\nDental checks: 380 of 400\nPathway plans in place: 90 of 100",
    )
    .figures();
    let target = Target { value: decimal("99"), tolerance: decimal("0") };
    let targets = |of: &[&str]| {
        let targeted = figures.iter().filter(|figure| of.contains(&&*figure.indicator.id));
        targeted.map(|figure| (figure.indicator.clone(), target)).collect()
    };
    for (of, way, name, shown) in [
        (&[][..], Way::Interval, None, 0),
        (&["dental-checks"], Way::Interval, Some("1 of 1 target missed"), 1),
        (&["dental-checks", "pathway-plans-in-place"], Way::Interval, Some("2 of 2 targets missed"), 2),
        // Three or more placements meet a target of 99%: low is good.
        (&["dental-checks", "three-or-more-placements"], Way::Interval, Some("1 of 2 targets missed"), 1),
        // The status itself says it.
        (&["dental-checks"], Way::Target, None, 1),
    ] {
        let card = scorecard(&figures, &Choices { targets: targets(of), way, ..choices("2023") });
        let rows: Vec<&Row> = card.rows.iter().collect();
        assert_eq!(marked(&rows, Mark::TargetMissed).as_deref(), name, "{of:?}");
        let missed = Selection { mark: Some(Mark::TargetMissed), ..Selection::default() };
        assert_eq!(missed.rows(&card).len(), shown, "{of:?}");
    }
}

/// The headlines, the talking points and every list of what is not good follow the order of the list, by whatever way figures are
/// judged and wherever targets are set. What misses its target is judged by that alone, and stands in its own order.
#[test]
fn worst_first_is_one_order() {
    let of = |council: &str, way, value: Option<&str>| {
        let base = Choices { council: area::by_code(council), way, ..Choices::default() };
        let of_value = |value: &str| -> Vec<_> {
            let target = Target { value: decimal(value), tolerance: decimal("5") };
            profile(&base).rows.iter().step_by(2).map(|row| (row.indicator.clone(), target)).collect()
        };
        let targets = value.map(of_value).unwrap_or_default().into();
        let choices = Choices { targets, ..base.clone() };
        profile(&choices)
    };
    for (council, way, target) in [
        ("873", Way::Interval, None),
        ("873", Way::Interval, Some("80")),
        ("855", Way::Interval, Some("50")),
        ("921", Way::Quartile, None),
        ("330", Way::Target, Some("70")),
    ] {
        let card = of(council, way, target);
        let rows = Selection { order: Order::Worst, ..Selection::default() }.rows(&card);
        let place = |id: &str| rows.iter().position(|row| row.indicator.id == id);
        let told = agenda(&card);
        for list in [&told.worse, &told.different, &told.uncertain, &told.worsening] {
            let places: Vec<_> = list.iter().map(|row| place(&row.indicator.id)).collect();
            assert!(places.is_sorted(), "{council} by {}: {places:?}", way.id());
        }
        let parts = agenda_parts(&card, None).into_iter();
        for part in
            parts.filter(|part| Group::of(part.topic) != Group::GoingWell && part.topic != Topic::Missed)
        {
            let places: Vec<_> = part.points.iter().map(|point| place(&point.indicator)).collect();
            assert!(places.is_sorted(), "{council} by {}: {:?} {places:?}", way.id(), part.topic);
        }
        // Within what is alike urgent nothing with a lower place among all councils comes later.
        let is_tested = |row: &&&Row| row.standing() == Standing::Worse && row.judged_by == Way::Interval;
        let ranks = rows.iter().filter(is_tested).filter_map(|row| {
            let rank = row.position.as_ref().ok().filter(|_| row.indicator.good != Good::Neither)?.councils;
            let is_of_all = row.indicator.theme == Theme::AllPupils;
            Some((is_of_all, (rank.of - rank.rank) * 1000 / rank.of))
        });
        let ranks: Vec<_> = ranks.collect();
        assert!(ranks.is_sorted(), "{council}: {ranks:?}");
    }
}

/// The order is said in one sentence, which names only what there is.
#[test]
fn the_order_is_said() {
    let target = Target { value: decimal("99"), tolerance: decimal("0") };
    let figures = read("Dental checks: 200 of 400\nPathway plans in place: 90 of 100").figures();
    let targets: Rc<[_]> = figures.iter().map(|figure| (figure.indicator.clone(), target)).collect();
    let own = |way| scorecard(&figures, &Choices { way, targets: targets.clone(), ..choices("2023") });
    let official = |way| profile(&Choices { council: area::by_code("873"), way, ..Choices::default() });
    let cards = [
        own(Way::Interval),
        own(Way::Target),
        official(Way::Interval),
        official(Way::Quartile),
        official(Way::Target),
    ];
    let said: Vec<String> = cards.iter().map(order_of_headlines).collect();
    insta::assert_snapshot!("order_of_headlines", said.join("\n"));
}
