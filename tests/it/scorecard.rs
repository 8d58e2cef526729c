//! The scorecard from pasted text to verdict: one line of a table each, and the two examples whole.

use corporate_parenting_calculator::area::{self, NeighbourModel};
use corporate_parenting_calculator::compare::{
    Age, Average, Choices, LeftOut, NEIGHBOURS, OwnBreak, Row, Scorecard, Verdict, periods,
};
use corporate_parenting_calculator::figure::{Amount, Clash, Contradiction};
use corporate_parenting_calculator::indicator::{self, Kind, NoteKind};
use corporate_parenting_calculator::number::{Decimal, Exact};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::scorecard_table;
use corporate_parenting_calculator::words::figure::{counts_text, figure_text, value_text};
use corporate_parenting_calculator::words::sentence::sentence;
use proptest::prelude::*;

use crate::common::{card, choices, table};

#[test]
fn pasted_lines_are_compared() {
    for case in table("scorecard.csv") {
        let card = card(case.get("paste"), &choices(case.get("period")));
        let rows: Vec<&Row> =
            card.rows.iter().filter(|row| row.indicator.id == case.get("indicator")).collect();
        let [row] = rows.as_slice() else { panic!("{case}: {:?}", card.rows) };
        assert_eq!(figure_text(row), case.get("shown"), "{case}");
        let comparison =
            row.comparisons.iter().find(|comparison| comparison.with.kind.id == case.get("with"));
        match comparison.map(|comparison| &comparison.outcome) {
            Some(Ok(compared)) => {
                let verdict = match compared.verdict {
                    Verdict::CannotSay(reason) => format!("{reason:?}"),
                    verdict => verdict.id().to_owned(),
                };
                let found = [
                    compared.year.to_string(),
                    value_text(&row.indicator, compared.shown),
                    compared.shown_points.to_string(),
                    verdict,
                    compared.gap.map(|gap| gap.children.to_string()).unwrap_or_default(),
                ];
                let expected =
                    ["year", "beside", "points", "verdict", "children"].map(|column| case.get(column));
                assert_eq!(found, expected, "{case}");
            }
            Some(Err(reason)) => assert_eq!(format!("{reason:?}"), case.get("year"), "{case}"),
            None => panic!("{case}"),
        }
    }
}

#[test]
fn a_period_after_the_newest_figures_is_compared_with_them() {
    let after = (published::latest_year() + 1).to_string();
    for id in ["care-leavers-19-21-suitable-accommodation", "care-leavers-17-18-in-touch"] {
        let indicator = indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
        let number = |year: &u16| published::official(indicator, area::england(), *year)?.value.ok();
        let newest = published::years(indicator, area::england()).rfind(|year| number(year).is_some());
        let card = card(&format!("{}: 300 of 400", indicator.title), &choices(&after));
        let [row] = card.rows.as_slice() else { panic!("{:?}", card.rows) };
        for comparison in &row.comparisons {
            let compared = comparison.outcome.as_ref().unwrap_or_else(|reason| panic!("{reason:?}"));
            let with = comparison.with.kind.id;
            assert_eq!((Some(compared.year), compared.age), (newest, Age::Older), "{id} {with}");
            if with == "england" {
                assert_eq!(Some(compared.shown), newest.and_then(|year| number(&year)), "{id}");
            }
        }
    }
}

#[test]
fn examples_in_sentences() {
    for (name, year) in [("cambridgeshire-2022-23", "2023"), ("cambridgeshire-2019-20", "2020")] {
        let path = format!("{}/data/examples/{name}.csv", env!("CARGO_MANIFEST_DIR"));
        let card = card(&std::fs::read_to_string(path).unwrap_or_default(), &choices(year));
        let sentences: Vec<String> = card.rows.iter().map(sentence).collect();
        insta::assert_snapshot!(name, sentences.join("\n"));
    }
}

#[test]
fn mean_and_median_of_neighbours_differ_and_say_so() {
    let text = "Suitable accommodation 19-21: 300 of 400";
    let beside = |average, model| {
        let model = NeighbourModel::by_id(model)?;
        let card = card(text, &Choices { average, model, ..choices("2025") });
        let compared = card.rows[0].comparisons.iter().find(|each| *each.with.kind == NEIGHBOURS)?;
        let compared = compared.outcome.as_ref().ok()?;
        Some((compared.shown.to_string(), compared.members))
    };
    assert_eq!(beside(Average::Mean, "2025"), Some(("87.3".to_owned(), Some((10, 10)))));
    assert_eq!(beside(Average::Median, "2025"), Some(("92".to_owned(), Some((10, 10)))));
    assert_ne!(beside(Average::Mean, "2021"), beside(Average::Mean, "2025"));
}

#[test]
fn changes_are_of_exact_values() {
    let text = "Indicator\t21/22\t22/23\nEET 17-18\t74%\t56 of 98\nIn touch 19-21\t91%\t91.9%\nDental checks\t70 of 100\t90 of 100\n";
    let card = card(text, &choices("2022/23"));
    let changes: Vec<_> = card
        .rows
        .iter()
        .filter_map(|row| {
            Some((
                &*row.indicator.id,
                row.change.as_ref()?.shown.to_string(),
                row.change.as_ref()?.verdict.id(),
            ))
        })
        .collect();
    let expected = [
        ("dental-checks", "20.0".to_owned(), "better"),
        ("care-leavers-17-18-eet", "-16.9".to_owned(), "worse"),
        ("care-leavers-19-21-in-touch", "0.9".to_owned(), "similar"),
    ];
    assert_eq!(changes, expected);
    // Of the years in between only one says to compare with care.
    let change = card.rows[0].change.as_ref();
    assert!(
        change.is_some_and(|change| change.break_note.is_none()
            && change.cautions.iter().all(|note| note.kind == NoteKind::Caution)
            && change.cautions.len() == 1),
        "{change:?}"
    );
}

#[test]
fn a_month_in_which_a_yearly_count_is_taken_is_that_year() {
    let vacancies =
        card("indicator,period,value\nsocial-worker-vacancies,30 September 2023,15%", &choices("2023"));
    assert_eq!(
        vacancies
            .rows
            .first()
            .and_then(|row| row.comparisons[0].outcome.clone().ok())
            .map(|compared| compared.year),
        Some(2023)
    );
    let text = "Indicator\tMar-19\tFeb-20\tMar-20\nUnaccompanied children\t61\t82\t74\n";
    let from = |period| card(text, &choices(period)).rows[0].change.as_ref().map(|change| change.from.id());
    // The year is set against the year before, the month against the month before.
    assert_eq!((from("2020").as_deref(), from("2020-03").as_deref()), (Some("2019-03"), Some("2020-02")));
}

#[test]
fn a_yearly_break_lies_at_the_first_month_of_its_year() {
    let text = "Indicator\tMar-23\tApr-23\tMar-24\tApr-24\nSupported accommodation placements\t60 of 100\t61 of 100\t62 of 100\t63 of 100\n";
    let is_broken = |period| {
        card(text, &choices(period)).rows[0].change.as_ref().is_some_and(|change| change.break_note.is_some())
    };
    assert_eq!((is_broken("2023-04"), is_broken("2024-04")), (true, false));
}

#[test]
fn an_impossible_rate_is_no_figure() {
    let card = card("Children in care: 646", &Choices { population: Some(100), ..choices("2023") });
    assert!(card.rows.iter().all(|row| row.indicator.id != "children-in-care-rate"), "{:?}", card.rows);
}

#[test]
fn figures_that_round_to_each_other_agree_in_either_order() {
    for text in ["Dental checks: 70%\nDental checks: 69.6%", "Dental checks: 69.6%\nDental checks: 70%"] {
        assert_eq!(card(text, &choices("2023")).problems, []);
    }
}

#[test]
fn a_break_in_series_is_not_crossed() {
    let text =
        "Indicator\tDec-19\tJan-20\tFeb-20\nVisit in the last 6 weeks\t80 of 100\t60 of 100\t61 of 100\n";
    let breaks: [OwnBreak; 1] =
        [OwnBreak { measure: None, from: Period::Month(2020, 1), note: "New forms".to_owned() }];
    let change = |period: &str| {
        let choices = Choices { breaks: breaks.clone().into(), ..choices(period) };
        card(text, &choices).rows[0].change.clone()
    };
    let crossed = change("2020-01");
    assert!(crossed.as_ref().is_some_and(|change| change.break_note.is_some()), "{crossed:?}");
    let after = change("2020-02");
    assert!(
        after
            .as_ref()
            .is_some_and(|change| change.break_note.is_none() && change.verdict == Verdict::Similar),
        "{after:?}"
    );
}

/// A break that a council enters ends changes and trends of the measure that it concerns, and of no other.
#[test]
fn a_break_that_was_entered_is_not_crossed() {
    let text = "Indicator\tSep-19\tOct-19\tNov-19\tDec-19\tJan-20\tFeb-20\n\
        Visit in the last 6 weeks\t90 of 100\t86 of 100\t83 of 100\t80 of 100\t60 of 100\t30 of 100\n";
    for (measure, is_broken) in
        [(None, true), (Some("children-seen-in-last-six-weeks"), true), (Some("dental-checks"), false)]
    {
        let own = OwnBreak {
            measure: measure.map(str::to_owned),
            from: Period::Month(2020, 1),
            note: "5 children".to_owned(),
        };
        let row = |period| {
            let breaks = std::slice::from_ref(&own).into();
            card(text, &Choices { breaks, ..choices(period) }).rows[0].clone()
        };
        let january = row("2020-01");
        let change = january.change.as_ref();
        assert_eq!(change.map(|change| change.break_note.is_some()), Some(is_broken), "{change:?}");
        // What the council wrote of it may speak of few children.
        let said = sentence(&january);
        assert_eq!((said.contains("The council says"), said.contains('5')), (is_broken, false), "{said}");
        assert_eq!(row("2020-02").trend.is_err(), is_broken, "{measure:?}");
    }
}

#[test]
fn the_rate_is_computed_with_the_population_of_the_person_or_with_the_official_one() {
    let rate = |text: &str, id: &str, choices: &Choices| {
        let row = card(text, choices).rows.into_iter().find(|row| row.indicator.id == id)?;
        Some((figure_text(&row), counts_text(&row)))
    };
    let in_care = |choices: &Choices| rate("Children in care: 646", "children-in-care-rate", choices);
    let is = |figure: &str, counts: &str| Some((figure.to_owned(), counts.to_owned()));
    assert_eq!(
        in_care(&choices("2023")),
        is("47.2", "646 of 136,924 children aged 0 to 17 (Department for Education, 2023)")
    );
    let own = Choices { population: Some(135_700), ..choices("2023") };
    assert_eq!(in_care(&own), is("47.6", "646 of 135,700"));
    // One that is far from the official one is asked about; one of another year is not.
    let doubts = |population: u64| {
        let choices = Choices { population: Some(population), ..choices("2023") };
        let problems = card("Children in care: 646", &choices).problems;
        problems.iter().filter(|problem| matches!(problem, LeftOut::FarPopulation { .. })).count()
    };
    assert_eq!([1500, 100_000, 135_700, 143_000, 1_369_240].map(doubts), [1, 1, 0, 0, 1]);
    // On a day in December the population is that of the year that ends in March; before one is published, the latest.
    let of_year = |period: &str| in_care(&choices(period)).map(|(_, counts)| counts);
    assert_eq!(
        of_year("2022-12").as_deref(),
        Some("646 of 136,924 children aged 0 to 17 (Department for Education, 2023)")
    );
    let latest = published::latest_year();
    let newest = of_year(&(latest + 1).to_string()).unwrap_or_default();
    assert!(newest.ends_with(&format!("(Department for Education, {latest})")), "{newest}");
    assert_eq!(in_care(&Choices { council: None, ..choices("2023") }), None);
    // Those who came in a year are counted like those who are there; those of a month are no rate of a year.
    let came = |period: &str| {
        rate("Children who started to be looked after: 240", "started-care-rate", &choices(period))
    };
    assert_eq!(came("2023").map(|(figure, _)| figure).as_deref(), Some("17.5"));
    assert_eq!(came("2023-03"), None);
    let stated =
        rate("Children in care: 646\nRate per 10,000: 48.1", "children-in-care-rate", &choices("2023"));
    assert_eq!(stated, is("48.1", ""));
}

/// Of how many a figure without counts is: the population that was typed for a rate, and otherwise what was published for its year or
/// at most two before of the same people.
#[test]
fn a_figure_without_counts_is_of_those_who_were_published() {
    let base = |text: &str, population: Option<u64>| {
        let row = card(text, &Choices { population, ..choices("2023") }).rows[0].clone();
        assert!(row.base.is_none() || row.interval.is_some(), "{text}: it is what the interval is made of");
        row.base.map(|base| (base.people, base.year))
    };
    let rate = "Rate of children in care per 10,000: 48.1";
    assert_eq!(base(rate, Some(135_700)), Some((135_700, None)));
    for population in [None, Some(0)] {
        assert_eq!(base(rate, population), Some((136_924, Some(2023))));
    }
    let shares = indicator::all().iter().filter(|each| each.is_published && each.kind == Kind::Share);
    let council = area::by_code("873").expect("a council");
    let mut many = 0;
    for indicator in shares {
        let text = format!("indicator,period,value\n{},2023,40%", indicator.id);
        let Some(base) = base(&text, Some(135_700)) else { continue };
        let year = base.1.expect("it is published");
        // Whatever was published of the same people for that year, as a denominator or as a number.
        let known: Vec<Decimal> = indicator::all()
            .iter()
            .filter_map(|other| {
                let official = published::official(other, council, year).filter(|_| other.is_published)?;
                match official.counts {
                    Some((_, of)) if other.cohort == indicator.cohort => Some(of.trimmed()),
                    _ if other.kind == Kind::Count && Some(other.counts) == indicator.cohort => {
                        official.value.ok()
                    }
                    _ => None,
                }
            })
            .collect();
        let people = Decimal::new(i64::try_from(base.0).expect("a few"), 0);
        assert!(
            known.contains(&people) && (2021..=2023).contains(&year),
            "{}: {base:?} {known:?}",
            indicator.id
        );
        many += 1;
    }
    assert!(many > 10, "{many}");
}

#[test]
fn figures_that_contradict_each_other_are_not_shown() {
    let twice = card("Dental checks: 70 of 100\nDental checks: 71 of 100", &choices("2023"));
    assert_eq!((&twice.rows[..], &twice.missing[..]), (&[][..], &[][..]));
    // Nor is a rate worked out in place of one that contradicts itself.
    let rates = "Children in care: 646\nRate per 10,000: 48.1\nRate per 10,000: 50.2";
    assert!(card(rates, &choices("2023")).rows.iter().all(|row| row.indicator.kind == Kind::Count));
    let Some(twice_given) = indicator::by_id("dental-checks") else { panic!("the catalogue has it") };
    assert_eq!(
        twice.problems,
        [LeftOut::Twice(
            twice_given.into(),
            Some(Period::Year(2023)),
            [70, 71].map(|numerator| Amount::Counts { numerator, denominator: 100 })
        )]
    );
    let agreeing = card("Dental checks: 70 of 100\nDental checks: 70%", &choices("2023"));
    assert_eq!(agreeing.problems, []);
    assert_eq!(agreeing.rows.first().map(counts_text).as_deref(), Some("70 of 100"));
}

/// Rates that are worked out are counted; one that is given is none, and one worked out in place of an earlier one is not missing.
#[test]
fn rates_that_are_worked_out_are_counted() {
    let before =
        "Indicator\t21/22\t22/23\nChildren in care\t632\t646\nRate of children in care per 10,000\t46.2\t\n";
    for (text, derived) in [
        ("Children in care: 646", 1),
        ("Dental checks: 70 of 100", 0),
        ("Children in care: 646\nRate of children in care per 10,000: 48.1", 0),
        (before, 1),
    ] {
        let card = card(text, &choices("2023"));
        assert_eq!((card.derived(), &card.missing[..]), (derived, &[][..]), "{text}");
    }
    // A population is doubted only where it makes a rate.
    let typed = Choices { population: Some(1500), ..choices("2023") };
    assert_eq!(card("Dental checks: 70 of 100", &typed).problems, []);
}

#[test]
fn figures_of_another_council_are_left_out_and_named() {
    let text = "indicator,area,period,numerator,denominator\nDental checks,Peterborough,2023,70,100\nDental checks,873,2023,80,100\n";
    let card = card(text, &choices("2023"));
    assert_eq!(card.rows.first().map(counts_text).as_deref(), Some("80 of 100"));
    let [Some(peterborough), Some(cambridgeshire)] = ["874", "873"].map(area::by_code) else {
        panic!("both are councils")
    };
    assert_eq!(card.problems, [LeftOut::OtherAreas(vec![peterborough], cambridgeshire)]);
}

#[test]
fn without_a_council_or_a_period_less_is_said() {
    let no_council = card("Dental checks: 70 of 100", &Choices { council: None, ..choices("2023") });
    assert_eq!(no_council.rows[0].comparisons.len(), 1);
    let no_period = card("Dental checks: 70 of 100", &Choices { period: None, ..choices("") });
    assert_eq!(no_period.rows[0].period, None);
    assert!(no_period.rows[0].comparisons.iter().all(|comparison| comparison.outcome.is_err()));
}

#[test]
fn a_copied_table_suits_excel_and_word() {
    let card = card("Three or more placements: 51 of 646", &choices("2023"));
    let rows: Vec<&Row> = card.rows.iter().collect();
    let table = scorecard_table("Cambridgeshire <2022/23>".to_owned(), &rows, "");
    let lines: Vec<Vec<String>> =
        table.to_text().lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    assert_eq!(lines[1].len(), lines[2].len());
    assert_eq!(lines[2][..4], ["Three or more placements in the year", "2022/23", "7.9%", "51 of 646"]);
    assert_eq!(lines[2][7..9], ["11% (2022/23, DfE first published 10%)", "Lower, which is better"]);
    assert!(table.to_text().contains("Open Government Licence v3.0"));
    let html = table.to_html();
    assert!(html.contains("<caption>Cambridgeshire &lt;2022/23&gt;</caption>") && !html.contains("style="));
}

proptest! {
    /// Both counts doubled, the share is the same and known better: the verdict may firm up, never turn.
    #[test]
    fn a_verdict_never_turns_when_the_cohort_doubles(numerator in 0_u64..300, more in 1_u64..300) {
        let verdicts = [1, 2].map(|times| {
            let text = format!("Dental checks: {} of {}", numerator * times, (numerator + more) * times);
            let card = card(&text, &choices("2025"));
            card.rows[0].comparisons[0].outcome.as_ref().ok().map(|compared| compared.verdict)
        });
        prop_assert!(verdicts[0] == Some(Verdict::Similar) || verdicts[0] == verdicts[1], "{verdicts:?}");
    }

    /// The gap closes the gap, and one child less does not.
    #[test]
    fn the_gap_in_children_is_exact(numerator in 0_u64..400, more in 0_u64..400, low in any::<bool>()) {
        let denominator = numerator + more.max(1);
        let name = if low { "Three or more placements" } else { "Dental checks" };
        let card = card(&format!("{name}: {numerator} of {denominator}"), &choices("2025"));
        let Ok(compared) = &card.rows[0].comparisons[0].outcome else { return Err(TestCaseError::fail("no England")) };
        // England's shares are whole percentages, so this is exact.
        let target = compared.shown.units() * denominator.cast_signed();
        let reaches = |children: i64| {
            let reached = 100 * (numerator.cast_signed() + children);
            if low { reached <= target } else { reached >= target }
        };
        match compared.gap.map(|gap| gap.children) {
            Some(children) => {
                prop_assert!(reaches(children) && !reaches(children - children.signum()));
            }
            None => prop_assert!(reaches(0)),
        }
    }
}

#[test]
fn counts_of_other_rows_are_those_of_a_percentage_or_contradict_it() {
    let table = |share: &str| {
        format!(
            "Measure\tApril 2019\tMay 2019\nChildren in care\t785\t786\nUnaccompanied children\t72\t69\nUnaccompanied children %\t9.17%\t{share}\n"
        )
    };
    let share = |card: &Scorecard| {
        let row = card.rows.iter().find(|row| row.indicator.id == "unaccompanied-children-share")?;
        Some((row.amount, row.change.as_ref().map(|change| change.points < Exact::whole(0))))
    };
    let may = Choices { period: Period::parse("2019-05").ok(), ..Choices::default() };
    let counts = Amount::Counts { numerator: 69, denominator: 786 };
    assert_eq!(share(&card(&table("8.78%"), &may)), Some((counts, Some(true))));
    let card = card(&table("9.78%"), &may);
    assert_eq!(share(&card), None, "neither value is used");
    let [LeftOut::Contradiction(Contradiction { period, clash, .. })] = card.problems.as_slice() else {
        panic!("{:?}", card.problems)
    };
    assert_eq!(*period, may.period);
    let Clash::Share { stated, counts, computed, places, .. } = clash else { panic!("{clash:?}") };
    assert_eq!(
        (stated.to_string(), *counts, computed.to_string()),
        ("9.78".to_owned(), [69, 786], "8.78".to_owned())
    );
    assert_eq!(places.iter().map(|place| (place.row, place.column)).collect::<Vec<_>>(), [(3, 3), (2, 3)]);
}

#[test]
fn figures_of_others_are_nobodys_own() {
    let named =
        |names: &[&str]| -> Vec<_> { area::all().iter().filter(|area| names.contains(&area.name)).collect() };
    let told = |areas: &[&str]| {
        let lines = areas.iter().map(|area| format!("Dental checks,{area},2023,70,100\n"));
        let text = format!("indicator,area,period,numerator,denominator\n{}", lines.collect::<String>());
        let card = card(&text, &Choices { council: None, ..choices("2023") });
        (card.rows.len(), card.problems)
    };
    assert_eq!(told(&["Norfolk"]), (1, vec![]));
    assert_eq!(told(&["England"]), (0, vec![LeftOut::NotCouncils(named(&["England"]))]));
    assert_eq!(
        told(&["Norfolk", "Suffolk"]),
        (0, vec![LeftOut::ChooseCouncil(named(&["Norfolk", "Suffolk"]))])
    );
    assert_eq!(told(&["Norfolk", "Norfolk"]), (1, vec![]));
}

#[test]
fn periods_are_told_newest_first_and_once() {
    let figures =
        read("Indicator\t21/22\tMar-23\t22/23\nDental checks\t70%\t71%\t72%\nImmunisations\t70%\t71%\t72%")
            .figures();
    let told: Vec<String> = periods(&figures).into_iter().map(Period::id).collect();
    assert_eq!(told, ["2023", "2023-03", "2022"]);
}
