//! What may be said of a figure, as tables of cases: verdicts each way, targets, vintages, trends, agenda, words.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    CannotSay, Choices, Comparator, Comparison, Distribution, NoTrend, Of, Quartile, Row, Scorecard, Target,
    Verdict, Way, agenda, periods, scorecard, series,
};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::{self, Kind};
use corporate_parenting_calculator::number::{Decimal, Exact, wilson};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::{Official, Published, Release, Value};
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{self, source_notes};

mod common;
use common::{decimal, place, table};

fn choices(period: &str) -> Choices {
    Choices { council: area::by_code("873"), period: Period::parse(period).ok(), ..Choices::default() }
}

fn card(text: &str, choices: &Choices) -> Scorecard {
    scorecard(&read(text).figures(), choices)
}

fn by(way: &str) -> Way {
    Way::by_id(way).unwrap_or_else(|| panic!("no way {way}"))
}

#[test]
fn ranks_say_who_is_not_counted() {
    let position = place("care-leavers-17-18-in-touch", 2023, "873", "87.8");
    let told = position.and_then(|position| {
        let neighbours = position.neighbours?;
        Some((
            report::rank_text(neighbours),
            neighbours.without,
            position.councils.of + position.councils.without,
        ))
    });
    // 152 councils in March 2023, of which the Isles of Scilly never had a child in care.
    assert_eq!(told, Some(("9th of 10".to_owned(), 1, 151)));
    // 7.9% is not ahead of the 8% of others: it is one of them.
    let rank =
        |value| place("three-or-more-placements", 2023, "873", value).map(|position| position.councils);
    assert_eq!(rank("7.9"), rank("8"));
    assert_eq!(place("ks2-reading", 2020, "873", "50"), None);
    assert_eq!(place("children-in-care", 2023, "873", "646"), None);
}

/// Each line: a pasted figure, a target, and all that is said of it.
#[test]
fn targets_are_judged_at_their_boundary() {
    for case in table("targets.csv") {
        let figures = read(case.get("paste")).figures();
        let target = Target { value: decimal(case.get("target")), tolerance: decimal(case.get("tolerance")) };
        let targets = figures.first().map(|figure| (figure.indicator, target)).into_iter().collect();
        let card = scorecard(&figures, &Choices { targets, way: Way::Target, ..choices("2023") });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let gap = row.target.as_ref().and_then(|target| target.gap);
        let told = gap.map(|gap| {
            format!("{} ({})", report::gap_text(row.indicator, gap), report::closed_text(row, gap))
        });
        let found = [report::row_verdict_text(row), told.unwrap_or_default(), report::worth_text(row)];
        assert_eq!(found, ["verdict", "gap", "one"].map(|column| case.get(column).to_owned()), "{case}");
        // Words of another way are not said.
        assert!(!report::sentence(row).contains("which is"), "{case}");
    }
}

#[test]
fn a_verdict_is_reached_the_chosen_way_or_says_why_not() {
    for case in table("ways.csv") {
        let targets = match case.get("target") {
            "" => Vec::new(),
            value => read(case.get("paste"))
                .figures()
                .iter()
                .map(|figure| (figure.indicator, Target { value: decimal(value), tolerance: decimal("0") }))
                .collect(),
        };
        let council = if case.get("council").is_empty() { None } else { area::by_code(case.get("council")) };
        let way = by(case.get("way"));
        let choices = Choices { council, way, targets: targets.into(), ..choices(case.get("period")) };
        let card = card(case.get("paste"), &choices);
        let Some(row) = card.rows.first() else { panic!("{case}") };
        assert_eq!(report::row_verdict_text(row), case.get("verdict"), "{case}");
        assert!(report::source_notes(&[row]).iter().any(|note| note == report::way_note(way)), "{case}");
    }
}

#[test]
fn official_figures_are_as_they_were_known() {
    for case in table("known.csv") {
        let published = Published::default().as_known(case.get("known").parse().ok());
        let card = card(case.get("paste"), &Choices { published, ..choices(case.get("period")) });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let england = row.england().map(|england| {
            let latest = report::latest_text(row.known, england.is_older);
            let value = report::value_text(row.indicator, england.shown);
            (
                format!("{value}, {}{latest}", england.year),
                report::revision_text(row.indicator, england.revision),
            )
        });
        let expected = (case.get("england").to_owned(), case.get("revision").to_owned());
        assert_eq!(england.unwrap_or_default(), expected, "{case}");
        let notes = report::source_notes(&[row]).concat();
        assert_eq!(notes.contains("as known in November"), !case.get("known").is_empty(), "{case}");
    }
}

#[test]
fn a_trend_takes_five_periods_since_the_last_break() {
    for case in table("series.csv") {
        let card =
            card(&case.get("paste").replace("\\n", "\n").replace("\\t", "\t"), &choices(case.get("period")));
        let Some(row) = card.rows.first() else { panic!("{case}") };
        assert_eq!(report::trend_text(row), case.get("trend"), "{case}");
    }
}

/// A council's own published figure is as exact as its counts, and shown as published.
#[test]
fn official_figures_of_a_council_are_as_exact_as_their_counts() {
    let indicator = |id: &str| indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
    let of_2023 = |id: &str| {
        let series = series(indicator(id), &[], &choices("2023"));
        let own = series.official.iter().find(|line| matches!(line.of, Of::Council(_)));
        let found = own.and_then(|line| line.values.iter().find(|each| each.year == 2023)).copied();
        found.unwrap_or_else(|| panic!("no {id}"))
    };
    let placements = of_2023("three-or-more-placements");
    assert_eq!(Some(placements.value), Exact::scaled(56, 632, 100));
    assert_eq!(placements.shown, Decimal::new(9, 0));
    assert_eq!(placements.interval, wilson(56, 632));
    // A number has no counts of which it is part.
    let children = of_2023("children-in-care");
    assert_eq!(children.value, children.shown.into());
}

/// Counts count only where they are whole and give what was published.
#[test]
fn an_official_amount_is_that_of_counts_only_where_they_give_it() {
    let placements = indicator::by_id("three-or-more-placements").unwrap_or_else(|| panic!("no indicator"));
    let published = Decimal::new(9, 0);
    let cases = [
        (
            Some((Decimal::new(560, 1), Decimal::new(632, 0))),
            Amount::Counts { numerator: 56, denominator: 632 },
        ),
        (Some((Decimal::new(565, 1), Decimal::new(632, 0))), Amount::Value(published)),
        (Some((Decimal::new(50, 0), Decimal::new(632, 0))), Amount::Value(published)),
        (Some((Decimal::new(0, 0), Decimal::new(0, 0))), Amount::Value(published)),
        (None, Amount::Value(published)),
    ];
    for (counts, amount) in cases {
        let official = Official { value: Ok(published), counts, revision: None, file: None };
        assert_eq!(official.amount(placements), amount, "{counts:?}");
    }
}

#[test]
fn a_published_figure_of_our_own_that_differs_is_told() {
    let text = "Children in care: 646\nThree or more placements: 51 of 646\nLong-term stability: 162 of 233\nCare leavers \
                aged 17 to 18 in touch with the council: 86 of 98\nReview health assessments on time: 231 of 248";
    let differs = |card: &Scorecard| -> Vec<String> {
        card.rows.iter().map(report::differs_text).filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(
        differs(&card(text, &choices("2023"))),
        [
            "The official figure for 2023 is 632 (\u{2212}14): it may have been counted on another day, or revised since.",
            "The official figure for 2023 is 9% (+1 point): it may have been counted on another day, or revised since.",
            "The official figure for 2023 is 69% (\u{2212}1 point): it may have been counted on another day, or revised since.",
            "The official figure for 2023 is 89% (+1 point): it may have been counted on another day, or revised since.",
        ]
    );
    assert_eq!(differs(&card(text, &Choices { council: None, ..choices("2023") })), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2022-12"))), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2023-03"))).len(), 1);
    // 15.8 is published: the one stated is that, rounded; so is a share computed from other counts.
    assert_eq!(differs(&card("Average social worker caseload: 16", &choices("2023"))), Vec::<String>::new());
    assert_eq!(differs(&card("Average social worker caseload: 17", &choices("2023"))).len(), 1);
    assert_eq!(differs(&card("Three or more placements: 57 of 640", &choices("2023"))), Vec::<String>::new());
}

#[test]
fn a_break_before_the_figure_takes_every_verdict_away() {
    // In November 2023 the figures of 2024 were not out, and those of 2023 lie before a break in the series.
    let published = Published::default().as_known(Some(2023));
    let card =
        card("Supported accommodation placements: 70 of 646", &Choices { published, ..choices("2024") });
    let broken = CannotSay::BreakInSeries;
    assert_eq!(card.rows[0].verdict, Verdict::CannotSay(broken));
    assert_eq!(card.rows[0].position, Err(broken));
}

/// Worked out apart from the program, by `tests/oracles/verdicts.py`.
#[test]
fn verdicts_against_england_and_regions_use_their_counts() {
    for case in table("verdicts.csv") {
        let (Some(indicator), council) =
            (indicator::by_id(case.get("indicator")), area::by_code(case.get("council")))
        else {
            panic!("{case}");
        };
        let period = Some(Period::Year(case.parse("year")));
        let amount =
            Amount::Counts { numerator: case.parse("numerator"), denominator: case.parse("denominator") };
        let figure = Figure { indicator, area: None, period, amount, stated: None, place: None };
        let card = scorecard(&[figure], &Choices { council, period, ..Choices::default() });
        let is_with = |comparison: &&Comparison| match comparison.with {
            Comparator::England => case.get("with") == "england",
            Comparator::Region(_) => case.get("with") == "region",
            Comparator::Neighbours(..) => false,
        };
        let compared =
            card.rows[0].comparisons.iter().find(is_with).and_then(|each| each.outcome.as_ref().ok());
        assert_eq!(compared.map(|compared| compared.verdict.id()), Some(case.get("verdict")), "{case}");
    }
}

#[test]
fn events_of_the_same_child_are_not_tested_for_chance() {
    let text = "Indicator\tJan-22\tFeb-22\tMar-22\tApr-22\tMay-22\nStatutory visits in timescale\t90 of 100\t80 of 100\t70 of 100\t60 of 100\t30 of 100\n\
        Dental checks\t90 of 100\t80 of 100\t70 of 100\t60 of 100\t30 of 100\n";
    let card = card(text, &choices("2022-05"));
    let [visits, checks] = card.rows.as_slice() else { panic!("{} rows", card.rows.len()) };
    let judged = |row: &Row| row.change.as_ref().map(|change| (change.verdict, change.interval.is_some()));
    assert_eq!(judged(visits), Some((Verdict::CannotSay(CannotSay::RepeatedEvents), false)));
    assert_eq!((visits.interval, visits.trend.clone()), (None, Err(NoTrend::RepeatedEvents)));
    assert_eq!(judged(checks), Some((Verdict::Worse, true)));
    let notes = |rows: &[&Row]| source_notes(rows).iter().filter(|note| note.starts_with("Visits,")).count();
    assert_eq!((notes(&[visits, checks]), notes(&[checks])), (1, 0));
}

#[test]
fn many_comparisons_are_said_to_differ_by_chance() {
    let names = [
        "Three or more placements",
        "Placed over 20 miles",
        "Foster placements",
        "Placed with parents",
        "Placed for adoption",
        "Dental checks",
        "Immunisations",
        "Annual health assessments",
        "Substance misuse",
        "Convicted or cautioned",
    ];
    let note = |count: usize| {
        let text = names[..count].join(": 50 of 600\n") + ": 50 of 600\n";
        let card = card(&text, &choices("2023"));
        let notes = source_notes(&card.rows.iter().collect::<Vec<_>>());
        (card.rows.len(), notes.into_iter().find(|note| note.contains("by chance.")))
    };
    assert_eq!(note(9), (9, None));
    let expected = "10 measures are compared with England. Even if none really differed, perhaps one would be marked as \
                    different by chance.";
    assert_eq!(note(10), (10, Some(expected.to_owned())));
}

/// An opened file with the figures of so many councils for 2030, 10% more each.
fn few_councils(indicator: &str, councils: usize) -> Published {
    let Some(indicator) = indicator::by_id(indicator) else { panic!("{indicator}") };
    let value = |(area, units): (&'static area::Area, i64)| Value {
        indicator,
        area,
        year: 2030,
        value: Ok(Decimal::new(units * 10, 0)),
        counts: None,
    };
    let values = area::councils().zip(1..).take(councils).map(value).collect();
    Published::default().with(Release { file: "few.csv".to_owned(), values })
}

#[test]
fn quarters_need_four_councils() {
    let Some(checks) = indicator::by_id("dental-checks") else { panic!("the catalogue has it") };
    for (others, expected) in [(2, Err(CannotSay::FewCouncils)), (3, Ok(Quartile::A))] {
        // The council itself, whose figure is entered, is one more.
        let choices = Choices { published: few_councils("dental-checks", others), ..choices("2030") };
        let card = card("Dental checks: 99%", &choices);
        assert_eq!(
            card.rows[0].position.as_ref().map(|position| position.quartile),
            Ok(expected),
            "{others}"
        );
    }
    let best = |councils| {
        let distribution = Distribution::of_year(&few_councils("dental-checks", councils), checks, 2030)?;
        let values: Vec<String> = distribution.values().map(|(value, _)| value.to_string()).collect();
        Some((
            values.join(" "),
            distribution.best_quarter(checks.good).map(|value| value.rounded(2).to_string()),
        ))
    };
    assert_eq!(best(3), Some(("10 20 30".to_owned(), None)));
    assert_eq!(best(4), Some(("10 20 30 40".to_owned(), Some("32.50".to_owned()))));
    assert_eq!(best(0), None);
}

#[test]
fn an_older_year_has_ranks_that_say_so() {
    let place = place("care-leavers-17-18-in-touch", 2025, "873", "90");
    assert_eq!(place.map(|place| (place.year, place.is_older)), Some((2024, true)));
}

/// A rate that is implied by an official number and rate, and what may be said of it.
#[test]
fn an_implied_rate_is_known_within_limits_only() {
    let implied = |official_rate: i64| {
        let value = |id: &str, units: i64| {
            Some(Value {
                indicator: indicator::by_id(id)?,
                area: area::by_code("873")?,
                year: 2030,
                value: Ok(Decimal::new(units, 0)),
                counts: None,
            })
        };
        let values = [value("children-in-care", 500), value("children-in-care-rate", official_rate)];
        let release = Release { file: String::new(), values: values.into_iter().flatten().collect() };
        let choices = Choices { published: Published::default().with(release), ..choices("2030") };
        card("Children in care: 510", &choices).rows.into_iter().nth(1)
    };
    // A rate of none implies nothing: that of an earlier year is taken.
    let year = |row: Option<Row>| row.and_then(|row| row.estimate).map(|estimate| estimate.year);
    assert_eq!((year(implied(0)), year(implied(40))), (Some(2025), Some(2030)));
    let Some(row) = implied(40) else { panic!("a rate is implied") };
    assert_eq!(row.value, Exact::new(510 * 40, 500));
    assert_eq!(
        (row.position, row.verdict),
        (Err(CannotSay::Estimated), Verdict::CannotSay(CannotSay::Estimated))
    );
    assert_eq!(row.estimate.map(|estimate| estimate.low), Exact::new(510 * 79, 1_000));
    // With the population the rate is exact; as many children in care as there are is the most there can be.
    let with = |population| {
        let card =
            card("Children in care: 510", &Choices { population: Some(population), ..choices("2023") });
        card.rows.get(1).map(report::figure_text)
    };
    assert_eq!(with(510).as_deref(), Some("10,000.0"));
    assert_eq!(with(509), None);
    assert_eq!(with(0).as_deref(), Some("about 37"));
}

#[test]
fn figures_of_others_are_nobodys_own() {
    let told = |areas: &[&str]| {
        let lines = areas.iter().map(|area| format!("Dental checks,{area},2023,70,100\n"));
        let text = format!("indicator,area,period,numerator,denominator\n{}", lines.collect::<String>());
        let card = card(&text, &Choices { council: None, ..choices("2023") });
        (card.rows.len(), card.problems)
    };
    assert_eq!(told(&["Norfolk"]), (1, vec![]));
    assert_eq!(
        told(&["England"]),
        (0, vec!["Figures for England were left out: they are no council's own".to_owned()])
    );
    assert_eq!(
        told(&["Norfolk", "Suffolk"]),
        (0, vec!["Choose the council: there are figures for Norfolk, Suffolk".to_owned()])
    );
    assert_eq!(told(&["Norfolk", "Norfolk"]), (1, vec![]));
}

#[test]
fn without_a_figure_or_a_period_the_reason_is_told() {
    let reason = |text: &str, period: &str| {
        let card = card(text, &choices(period));
        card.rows[0].comparisons[0].outcome.as_ref().err().map(|reason| report::no_comparison_text(*reason))
    };
    let withheld = "indicator,period,value\nDental checks,2023,c";
    assert_eq!(reason(withheld, "2023").as_deref(), Some("no figure to compare"));
    assert_eq!(reason("Dental checks: 70 of 100", "").as_deref(), Some("choose a period to compare"));
    assert_eq!(Verdict::CannotSay(CannotSay::NoTarget).reason(), Some("no target set"));
    assert_eq!(Verdict::Better.reason(), None);
}

#[test]
fn periods_are_told_newest_first_and_once() {
    let figures =
        read("Indicator\t21/22\tMar-23\t22/23\nDental checks\t70%\t71%\t72%\nImmunisations\t70%\t71%\t72%")
            .figures();
    let told: Vec<String> = periods(&figures).into_iter().map(Period::id).collect();
    assert_eq!(told, ["2023", "2023-03", "2022"]);
}

#[test]
fn less_than_one_child_is_less_than_one() {
    let closing = |counts: &str, target: &str| {
        let figures = read(&format!("Dental checks: {counts}")).figures();
        let target = Target { value: decimal(target), tolerance: decimal("0") };
        let targets = figures.iter().map(|figure| (figure.indicator, target)).collect();
        let card = scorecard(&figures, &Choices { targets, ..choices("2023") });
        let row = &card.rows[0];
        let against = row.target.as_ref()?;
        Some(report::closing_text(row, against.gap?, against.points))
    };
    let under = "1 more would reach it: the difference is fewer than one child";
    assert_eq!(closing("3 of 10", "39.9").as_deref(), Some(under));
    assert_eq!(closing("3 of 10", "40").as_deref(), Some("1 more would reach it"));
    assert_eq!(closing("3 of 10", "41").as_deref(), Some("2 more would reach it"));
}

#[test]
fn few_children_lead_with_their_count() {
    let card = card("Good level of development: 3 of 8", &choices("2019"));
    let row = &card.rows[0];
    assert!(row.is_of_few());
    assert_eq!(report::worth_text(row), "one child = 12.5 points");
    let sentence = report::sentence(row);
    assert!(sentence.contains("That is in line with England (48%, 2019"), "{sentence}");
    assert!(sentence.contains("The difference from England is fewer than one child."), "{sentence}");
}

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
        Some((indicator::by_id(id)?, Target { value: decimal(value), tolerance: decimal("2") }))
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
                told.extend(["- ", point.title, ": ", &point.text, "\n"]);
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
    let ids: Vec<&str> = agenda.worse.iter().map(|row| row.indicator.id).collect();
    assert_eq!(ids, ["care-leavers-17-18-in-touch", "care-leavers-17-18-suitable-accommodation"]);
    assert!(agenda.worse[0].is_getting_worse() && !agenda.worse[1].is_getting_worse());
    let missing: Vec<_> =
        agenda.missing.iter().map(|missing| (missing.indicator.id, missing.instead)).collect();
    assert_eq!(missing, [("dental-checks", None)]);
}

#[test]
fn a_target_missed_by_less_than_is_shown_says_so() {
    let figures = read("Three or more placements: 2001 of 20000").figures();
    let target = Target { value: decimal("10"), tolerance: decimal("0") };
    let targets = figures.iter().map(|figure| (figure.indicator, target)).collect();
    let card = scorecard(&figures, &Choices { targets, ..choices("2023") });
    let row = &card.rows[0];
    let points =
        row.target.as_ref().map(|against| report::difference_text(row.indicator, against.shown_points));
    assert_eq!((report::figure_text(row).as_str(), points.as_deref()), ("10.0%", Some("+0.01 points")));
    assert!(
        report::sentence(row).contains("It is just above the target of 10%;"),
        "{}",
        report::sentence(row)
    );
}

#[test]
fn targets_are_within_what_can_be() {
    let target = |id: &str, value: &str, tolerance: &str| {
        let Some(indicator) = indicator::by_id(id) else { panic!("{id}") };
        Target::of(indicator, decimal(value), decimal(tolerance))
            .err()
            .map(|(_, sentence)| sentence)
            .unwrap_or_default()
    };
    assert_eq!(target("dental-checks", "0", "0"), "");
    assert_eq!(target("dental-checks", "100", "0"), "");
    assert_eq!(
        target("dental-checks", "100.5", "0"),
        "The target of a percentage is from 0 to 100, not 100.5"
    );
    assert_eq!(target("dental-checks", "-1", "0"), "The target of a percentage is from 0 to 100, not -1");
    assert_eq!(target("adoption-days-entry-to-placement", "426", "0"), "");
    assert_eq!(target("adoption-days-entry-to-placement", "-1", "0"), "The target is 0 or more, not -1");
    assert_eq!(target("ks4-progress-8", "-0.5", "0"), "");
    assert_eq!(target("ks4-progress-8", "0", "-0.1"), "The tolerance is 0 or more, not -0.1");
    assert!(target("registered-foster-carers", "180", "0").contains("neither direction is better in itself"));
}

/// Every share in words, of none, one, many and all, with one or many in all.
#[test]
fn every_share_is_told_in_grammar() {
    let mut told = String::new();
    for indicator in indicator::all().iter().filter(|indicator| indicator.kind == Kind::Share) {
        for (numerator, denominator) in [(0, 1), (0, 40), (1, 1), (1, 40), (40, 40)] {
            let amount = Amount::Counts { numerator, denominator };
            let figure = Figure { indicator, area: None, period: None, amount, stated: None, place: None };
            let card = scorecard(&[figure], &Choices::default());
            let [row] = card.rows.as_slice() else { panic!("{}", indicator.id) };
            told.extend([report::sentence(row).as_str(), "\n"]);
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn one_child_is_worth_something_in_a_share_only() {
    let worth = |text: &str| report::worth_text(&card(text, &choices("2023")).rows[0]);
    assert_eq!(worth("Dental checks: 70 of 100"), "one child = 1.0 points");
    assert_eq!(worth("indicator,period,numerator,denominator\nRate per 10000,2023,646,135700"), "");
}

/// Worse or better by the change alone, and by the trend alone.
#[test]
fn what_moves_is_told() {
    let moved = |figures: [&str; 5]| {
        let text = format!(
            "Indicator\t18/19\t19/20\t20/21\t21/22\t22/23\nThree or more placements\t{}",
            figures.join("\t")
        );
        let card = card(&text, &choices("2023"));
        let row = &card.rows[0];
        (row.is_getting_worse(), row.is_getting_better())
    };
    assert_eq!(moved(["9%", "9%", "9%", "20 of 640", "90 of 640"]), (true, false));
    assert_eq!(moved(["9%", "9%", "9%", "90 of 640", "20 of 640"]), (false, true));
    assert_eq!(moved(["51 of 640", "60 of 640", "70 of 640", "80 of 640", "90 of 646"]), (true, false));
    assert_eq!(moved(["90 of 640", "80 of 640", "70 of 640", "60 of 640", "51 of 646"]), (false, true));
    assert_eq!(moved(["60 of 640", "60 of 640", "61 of 640", "60 of 640", "60 of 646"]), (false, false));
}

#[test]
fn a_change_says_what_chance_has_to_do_with_it() {
    let change = |text: &str| {
        let card = card(text, &choices("2023"));
        let row = &card.rows[0];
        row.change.clone().map(|change| {
            let interval =
                change.interval.map(|interval| report::change_interval_text(row.indicator, interval));
            (report::verdict_text(change.verdict, false), interval.unwrap_or_default())
        })
    };
    let told = |verdict: &str, interval: &str| Some((verdict.to_owned(), interval.to_owned()));
    let heading = "Indicator\t21/22\t22/23\n";
    assert_eq!(
        change(&format!("{heading}Three or more placements\t60 of 632\t51 of 646")),
        told("similar", "between \u{2212}4.7 and 1.5 points")
    );
    assert_eq!(
        change(&format!("{heading}Three or more placements\t9%\t51 of 646")),
        told("no verdict: count not given", "")
    );
    assert_eq!(
        change(&format!("{heading}Children in care\t593\t646")),
        told("no verdict: a count is exact", "")
    );
    assert_eq!(
        change(&format!("{heading}Average social worker caseload\t16.1\t20.0")),
        told("no verdict: chance cannot be judged for this kind of figure", "")
    );
}

#[test]
fn a_figure_that_is_withheld_has_no_verdict_whichever_way() {
    for way in Way::ALL {
        let card = card("indicator,period,value\nDental checks,2023,c", &Choices { way, ..choices("2023") });
        assert_eq!(card.rows[0].verdict, Verdict::CannotSay(CannotSay::NoFigure));
    }
}
