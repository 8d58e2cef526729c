//! Verdicts: each way, the reason where there is none, and against those worked out apart from the program.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    CannotSay, Charted, Choices, Comparison, NoComparison, Row, Spans, Standing, Target, Topic, Verdict, Way,
    profile, scorecard,
};
use corporate_parenting_calculator::figure::{Amount, Figure, Withheld};
use corporate_parenting_calculator::indicator::{self, Kind, Span};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::Published;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{agenda_parts, committee, scorecard_table, source_notes};
use corporate_parenting_calculator::words::standing::{standing_text, status_text};
use corporate_parenting_calculator::words::verdict::{many_note, untested_notes, way_note};

use crate::common::{card, choices, decimal, table};

#[test]
fn what_is_not_available_has_no_verdict_and_says_so() {
    let row = card("Immunisations\tx", &choices("2023")).rows[0].clone();
    assert_eq!(row.verdict, Verdict::CannotSay(CannotSay::NoFigure));
}

/// The council's own official figure: what rounds to it, or to what its counts give, does not differ; what does may be chance.
#[test]
fn a_figure_differs_from_the_official_one_where_it_does_not_round_to_it() {
    // Published as 34.5%, of 10 of 29 children: 34.48%.
    let of_barking = |value: &str| {
        let text = format!("indicator,period,value\nks4-english-maths-standard,2017,{value}");
        let choices = Choices { council: area::by_code("301"), ..choices("2017") };
        card(&text, &choices).rows[0].differs.is_some()
    };
    assert_eq!(["34%", "35%", "34.5%", "33%", "36%"].map(of_barking), [false, false, false, true, true]);
    // 70% was published for Cambridgeshire.
    let is_beyond = |figure: &str| {
        let row = card(&format!("Dental checks: {figure}"), &choices("2023")).rows[0].clone();
        row.differs.is_some().then(|| row.is_far_from_official())
    };
    assert_eq!(is_beyond("30 of 100"), Some(true));
    assert_eq!(is_beyond("65 of 100"), Some(false));
}

/// A number of children counted in a month is not called a month beside which a year says nothing: it has no comparison anyway.
#[test]
fn only_what_is_compared_is_a_month_alone() {
    let text = "Measure\tJan 2025\nChildren who started to be looked after\t20\nReviews held on time\t97%\n\
                Three or more placements\t10.1%\n";
    let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
    let card = card(text, &Choices { spans, ..choices("2025-01") });
    let alone: Vec<&str> = card
        .rows
        .iter()
        .filter(|row| row.comparisons.iter().any(|each| each.outcome == Err(NoComparison::PartOfYear)))
        .map(|row| &*row.indicator.id)
        .collect();
    assert_eq!(alone, ["three-or-more-placements"]);
}

#[test]
fn a_profile_is_judged_the_chosen_way() {
    for way in Way::ALL {
        let choices = Choices { council: area::by_code("873"), way, ..Choices::default() };
        assert_eq!(profile(&choices).way, way);
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
                .map(|figure| {
                    (figure.indicator.clone(), Target { value: decimal(value), tolerance: decimal("0") })
                })
                .collect(),
        };
        let council = if case.get("council").is_empty() { None } else { area::by_code(case.get("council")) };
        let way = Way::by_id(case.get("way")).unwrap_or_else(|| panic!("{case}"));
        let choices = Choices { council, way, targets: targets.into(), ..choices(case.get("period")) };
        let card = card(case.get("paste"), &choices);
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let found = [format!("{:?}", row.verdict), row.judged_by.id().to_owned(), standing_text(row)];
        assert_eq!(found, ["verdict", "by", "standing"].map(|column| case.get(column)), "{case}");
        assert!(source_notes(&[row]).iter().any(|note| note == way_note(way)), "{case}");
    }
}

/// A difference of 5 points or more that chance could explain is called that, wherever it is shown.
#[test]
fn a_big_gap_that_could_be_chance_is_called_that_everywhere() {
    let choices = choices("2023");
    let card = card("EET 17-18: 56 of 98", &choices);
    let rows: Vec<&Row> = card.rows.iter().collect();
    let [row] = rows.as_slice() else { panic!("{:?}", card.rows) };
    assert_eq!(row.standing(), Standing::FarByChance);
    let agenda = agenda_parts(&card, choices.period);
    let [part] = agenda.as_slice() else { panic!("{agenda:?}") };
    assert_eq!(part.topic, Topic::Uncertain);
    let table = scorecard_table("T".to_owned(), &rows, "").to_text();
    let report = committee(&card, &[], &choices, Charted::None, "", &[]).to_text();
    for text in [status_text(row), standing_text(row), part.points[0].text.clone(), table, report] {
        assert!(text.to_lowercase().contains("lower, could be chance"), "{text}");
        for word in ["similar", "in line with", "no verdict"] {
            assert!(!text.to_lowercase().contains(word), "{word} is in {text}");
        }
    }
}

/// A year of monthly percentages without a count: each measure has a status, and what is true of several is said once.
#[test]
fn a_table_of_percentages_has_a_status_or_a_reason_for_each_row() {
    let shares: Vec<_> =
        indicator::all().iter().filter(|each| each.kind == Kind::Share).step_by(4).take(30).collect();
    assert_eq!(shares.len(), 30);
    let months: Vec<String> = (1..=12).map(|month| format!("2023-{month:02}")).collect();
    let mut text = format!("Indicator\t{}\n", months.join("\t"));
    for (line, share) in shares.iter().enumerate() {
        let values: Vec<String> =
            (0..12).map(|month| format!("{}%", 40 + (line * 7 + month * 3) % 50)).collect();
        text.extend([&*share.title, "\t", &values.join("\t"), "\n"]);
    }
    let card = card(&text, &choices("2023-12"));
    assert_eq!(card.rows.len(), 30);
    let rows: Vec<&Row> = card.rows.iter().collect();
    let judged = rows.iter().filter(|row| row.verdict.reason().is_none()).count();
    assert!(judged > 0, "none has a verdict");
    let table = scorecard_table("T".to_owned(), &rows, "");
    let cells = table.rows.iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n");
    let notes = untested_notes(&rows);
    assert_eq!(notes.len(), notes.iter().collect::<std::collections::BTreeSet<_>>().len());
    for row in &rows {
        assert!(!status_text(row).is_empty());
        if let Some(reason) = row.verdict.reason() {
            assert!(!notes.is_empty() && !cells.contains(&reason.to_string()), "{reason} is in a cell");
        }
    }
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
        let figure =
            Figure { indicator: indicator.into(), area: None, period, amount, stated: None, place: None };
        let card = scorecard(&[figure], &Choices { council, period, ..Choices::default() });
        let is_with = |comparison: &&Comparison| comparison.with.kind.id == case.get("with");
        let compared =
            card.rows[0].comparisons.iter().find(is_with).and_then(|each| each.outcome.as_ref().ok());
        assert_eq!(compared.map(|compared| compared.verdict.id()), Some(case.get("verdict")), "{case}");
    }
}

/// In a council of few children a quarter of councils would be a verdict of chance; what is years older than the others is in no count.
#[test]
fn few_children_and_old_figures_have_no_quarter() {
    for code in ["857", "201"] {
        for way in [Way::Interval, Way::Quartile] {
            let card = profile(&Choices { way, council: area::by_code(code), ..Choices::default() });
            for row in card.rows.iter().filter(|row| row.judged_by == Way::Quartile) {
                let is_large =
                    matches!(row.amount, Amount::Counts { denominator: 30.., .. }) || row.base.is_some();
                let is_judged = row.verdict.reason().is_none();
                assert!(
                    !is_judged || is_large || row.indicator.kind == Kind::Rate,
                    "{code} {}",
                    row.indicator.id
                );
            }
            let newest = card.rows.iter().filter_map(|row| row.period).map(Period::year).max();
            for row in card.rows.iter().filter(|row| row.period.map(|period| period.year() + 3) < newest) {
                assert_eq!(row.verdict, Verdict::CannotSay(CannotSay::Old), "{code} {}", row.indicator.id);
                assert!(row.getting().is_none() && row.one_change(Verdict::Worse).is_none());
            }
        }
    }
}

/// An average of the few who have a score, and a worst figure that many share, are not called good.
#[test]
fn what_few_were_measured_for_or_many_share_is_not_judged() {
    for (council, id, reason) in [
        // 102 of 326 children of Cambridgeshire had a score in 2025, which gave it the best average of its neighbours.
        ("873", "sdq-average-score", CannotSay::FewMeasured),
        ("873", "sdq-normal", CannotSay::FewMeasured),
        // Rutland's newest is 0% of 2018, which is joint last.
        ("857", "substance-misuse-intervention-received", CannotSay::Old),
    ] {
        let card = profile(&Choices { council: area::by_code(council), ..Choices::default() });
        let row = card.rows.iter().find(|row| row.indicator.id == id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!((row.verdict.reason(), row.standing()), (Some(reason), Standing::NotCompared), "{id}");
        let quarter = row.position.as_ref().map_err(|reason| *reason).and_then(|position| position.quartile);
        let of_place = if reason == CannotSay::Old { CannotSay::ManyAreLast } else { reason };
        assert_eq!(quarter, Err(of_place), "{id}");
    }
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

#[test]
fn a_figure_that_is_withheld_has_no_verdict_whichever_way() {
    for way in Way::ALL {
        let card = card("indicator,period,value\nDental checks,2023,c", &Choices { way, ..choices("2023") });
        assert_eq!(card.rows[0].verdict, Verdict::CannotSay(CannotSay::Hidden));
    }
}

#[test]
fn without_a_figure_or_a_period_there_is_a_reason() {
    let reason = |text: &str, period: &str| {
        let card = card(text, &choices(period));
        card.rows[0].comparisons[0].outcome.as_ref().err().copied()
    };
    let withheld = "indicator,period,value\nDental checks,2023,c";
    assert_eq!(reason(withheld, "2023"), Some(NoComparison::NoFigure(Withheld::Confidential)));
    assert_eq!(reason("Dental checks: 70 of 100", ""), Some(NoComparison::NoPeriod));
    assert_eq!(Verdict::CannotSay(CannotSay::NoTarget).reason(), Some(CannotSay::NoTarget));
    assert_eq!(Verdict::Better.reason(), None);
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
        (card.rows.len(), many_note(&card.rows.iter().collect::<Vec<_>>()))
    };
    assert_eq!(note(9), (9, None));
    let expected = "10 differences from England were tested for chance. Even if none were real, chance alone would make \
                    perhaps one look clear.";
    assert_eq!(note(10), (10, Some(expected.to_owned())));
}
