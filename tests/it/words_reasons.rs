//! Reasons, verdicts and notes in words, every variant.

use std::fmt::Write as _;

use corporate_parenting_calculator::area::{self, Area};
use corporate_parenting_calculator::compare::{
    Break, CannotSay, Choices, LeftOut, NoComparison, Quartile, Rank, Row, Topic, Verdict, Way, scorecard,
};
use corporate_parenting_calculator::disclose::{Disclosed, Disclosure, Reason};
use corporate_parenting_calculator::figure::{
    Amount, Clash, Contradiction, CountOf, Counted, Figure, Place, Source, Withheld,
};
use corporate_parenting_calculator::indicator::{self, Good, Indicator, Part};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::Population;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words;

use crate::common::{card, choices, decimal, internal};

fn indicator(id: &str) -> &'static Indicator {
    indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"))
}

fn areas(codes: &[&str]) -> Vec<&'static Area> {
    codes.iter().filter_map(|code| area::by_code(code)).collect()
}

fn listed(sentences: impl IntoIterator<Item = String>) -> String {
    sentences.into_iter().map(|sentence| sentence + "\n").collect()
}

#[test]
fn words_reasons() {
    let reasons = [
        CannotSay::CountNotGiven,
        CannotSay::PopulationNotGiven,
        CannotSay::NoInterval,
        CannotSay::RepeatedEvents,
        CannotSay::Number,
        CannotSay::PartOfYear,
        CannotSay::SharedMonths,
        CannotSay::BreakInSeries,
        CannotSay::FarFromOfficial,
        CannotSay::SmallNumbers,
        CannotSay::Old,
        CannotSay::NotBesideOthers,
        CannotSay::NoComparator,
        CannotSay::NoTarget,
        CannotSay::NoDirection,
        CannotSay::NoCouncil,
        CannotSay::NotExisting,
        CannotSay::FewCouncils,
        CannotSay::NoFigure,
        CannotSay::AnotherWay,
    ];
    let without = [
        NoComparison::Local,
        NoComparison::Count,
        NoComparison::NoPeriod,
        NoComparison::NoFigure(Withheld::Confidential),
        NoComparison::Withheld(2023, Withheld::Confidential),
        NoComparison::NotPublished(2015),
        NoComparison::NoMembers,
        NoComparison::TooLarge,
    ];
    let symbols = Withheld::ALL.map(|symbol| format!("{} {}", symbol.symbol(), symbol.meaning()));
    insta::assert_snapshot!(listed(
        reasons
            .iter()
            .map(ToString::to_string)
            .chain(without.map(words::comparator::no_comparison_text))
            .chain(symbols)
    ));
}

/// Pasted figures with their verdicts: better, worse, by chance, level, the same, and each reason that is in a cell.
#[test]
fn words_verdicts() {
    let mut told = String::new();
    let cases = [
        ("Three or more placements: 51 of 646", "2023"),
        ("Three or more placements: 91 of 646", "2023"),
        ("Care leavers aged 17 to 18 in education, employment or training: 56 of 98", "2023"),
        ("Three or more placements: 11 of 100", "2023"),
        ("CIC GLD: 3 of 8", "2019"),
        ("Convicted or cautioned: 1 of 1", "2023"),
        ("CIC GLD: 2 of 4", "2019"),
        ("CIC GLD: 2 of 5", "2019"),
        ("Unaccompanied children: 86 of 646", "2023"),
        ("Care leavers aged 17 to 18 in touch with the council: 87.8%", "2023"),
        ("Rate per 10000: 47.6", "2023"),
        ("Average social worker caseload: 16.5", "2023"),
        ("Children in care: 646", "2023"),
        ("Statutory visits in timescale: 78 of 100", "2023"),
        ("Initial health assessments on time: 27 of 167", "2023"),
        ("Convicted or cautioned: 30 of 600", "2023-02"),
        ("Dental checks: c", "2023"),
    ];
    for (text, period) in cases {
        for way in Way::ALL {
            let card = card(text, &Choices { way, ..choices(period) });
            let Some(row) = card.rows.first() else { continue };
            let verdict = words::verdict::row_verdict_text(row);
            let _ = writeln!(told, "{} | {text} | {verdict}", way.id());
        }
        let card = card(text, &choices(period));
        let rows: Vec<&Row> = card.rows.iter().collect();
        let _ = writeln!(told, "  {}", words::sentence::paragraph(&rows));
        for row in rows {
            for line in words::gap::closing_sentences(row) {
                let _ = writeln!(told, "  {line}");
            }
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn words_notes() {
    let mut notes: Vec<String> = Way::ALL.map(|way| words::verdict::way_note(way).to_owned()).to_vec();
    notes.extend(Way::ALL.map(|way| words::verdict::way_name(way).to_owned()));
    let text =
        "Statutory visits in timescale: 78 of 100\nConvicted or cautioned: 30 of 600\nChildren in care: 646";
    let card = card(text, &choices("2023-02"));
    let rows: Vec<&Row> = card.rows.iter().collect();
    notes.extend(words::verdict::untested_notes(&rows).into_iter().map(str::to_owned));
    notes.push(words::comparator::known_note(2023));
    notes.extend([Quartile::A, Quartile::B, Quartile::C, Quartile::D].map(|quarter| {
        let (long, short) =
            (words::verdict::quartile_text(quarter), words::verdict::short_quartile_text(quarter));
        format!("{long}; {short}")
    }));
    let topics = [
        Topic::Bad,
        Topic::Missed,
        Topic::Good,
        Topic::Met,
        Topic::Different,
        Topic::Uncertain,
        Topic::Missing,
    ];
    let headings =
        Way::ALL.into_iter().flat_map(|way| topics.map(|topic| words::agenda::heading(topic, &[way])));
    notes.extend(headings);
    notes.push(words::agenda::more_text(3));
    notes.push(words::over_time::NOT_PROJECTED.to_owned());
    notes.push(Break::Own.text().to_owned());
    let series = ["dental-checks", "ks2-reading", "good-level-of-development"].map(indicator);
    for indicator in series {
        for note in indicator.notes {
            notes.push(words::change::note_heading(indicator, note));
            notes.push(words::change::caution_text(note));
        }
    }
    insta::assert_snapshot!(listed(notes));
}

#[test]
fn words_trends() {
    let text = "Indicator\t17/18\t18/19\t19/20\t20/21\t21/22\t22/23\n\
        Three or more placements\t90 of 640\t80 of 640\t70 of 640\t60 of 640\t51 of 640\t40 of 640\n\
        Long-term stability\t160 of 233\t162 of 233\t161 of 233\t160 of 233\t162 of 233\t162 of 233\n\
        Dental checks\t\t\t\t70 of 100\t60 of 100\t71 of 100\n\
        Immunisations\t\t\t\t\t71%\t72%\n\
        Strengths and difficulties questionnaires completed\t\t71%\t73%\t74%\t80%\t85.4%\n\
        Registered foster carers\t\t190\t188\t187\t180\t179\n\
        Good level of development\t\t\t\t\t10 of 20\t11 of 20\n\
        Children in care\t\t\t\t\t593\t646\n\
        Statutory visits in timescale\t\t\t\t\t80 of 100\t78 of 100\n";
    let card = card(text, &choices("2023"));
    let told = card.rows.iter().map(|row| {
        let trend = words::change::trend_text(row);
        let Some(change) = &row.change else { return format!("{} | {trend}", row.indicator.id) };
        let interval =
            change.interval.map(|interval| words::change::change_interval_text(&row.indicator, interval));
        format!(
            "{} | {trend} | {} | {} | {}",
            row.indicator.id,
            words::change::change_text(&row.indicator, change),
            words::verdict::change_verdict_text(change),
            interval.unwrap_or_default()
        )
    });
    insta::assert_snapshot!(listed(told));
}

#[test]
fn words_left_out() {
    let place = |row, column| Place { file: None, sheet: Some("Data".to_owned()), row, column };
    let (children, placements) = (indicator("children-in-care"), indicator("three-or-more-placements"));
    let numerator =
        |indicator: &'static Indicator| CountOf { indicator: indicator.into(), part: Part::Numerator };
    let counted = |count, of| Counted { count, of };
    let total = counted(646, numerator(children));
    let part = |count, id| counted(count, numerator(indicator(id)));
    let parts = vec![part(86, "unaccompanied-children"), part(570, "other-children-in-care")];
    let clashes = [
        Clash::Share {
            indicator: placements.into(),
            stated: decimal("8.9"),
            counts: [51, 646],
            computed: decimal("7.9"),
            places: vec![place(3, 2), place(4, 2)],
        },
        Clash::Sum { total: total.clone(), parts: parts.clone(), places: vec![place(3, 2)] },
        Clash::Sum { total, parts: parts[..1].to_vec(), places: Vec::new() },
        Clash::Unequal {
            what: numerator(children),
            values: [(646, Source::Place(place(3, 2))), (640, Source::Typed(placements.into()))],
        },
    ];
    let contradictions = clashes.map(|clash| {
        LeftOut::Contradiction(Contradiction { at: 0, period: Some(Period::Year(2023)), clash })
    });
    let amounts =
        [Amount::Counts { numerator: 51, denominator: 1646 }, Amount::Withheld(Withheld::Confidential)];
    let others = [
        LeftOut::ChooseCouncil(areas(&["873", "874"])),
        LeftOut::OtherAreas(areas(&["874"]), areas(&["873"])[0]),
        LeftOut::NotCouncils(vec![area::england()]),
        LeftOut::Twice(placements.into(), Some(Period::Year(2023)), amounts),
        LeftOut::SmallPopulation { population: 500, children: 646 },
        LeftOut::FarPopulation {
            population: 1500,
            official: Population { children: 136_924, year: 2023, file: None },
        },
    ];
    insta::assert_snapshot!(listed(others.iter().chain(&contradictions).map(ToString::to_string)));
}

#[test]
fn words_disclosure() {
    let usual = Disclosure::default();
    let note = |small: usize, others: usize, already, disclosure| {
        let hidden = [(Reason::Small, small), (Reason::GivesAway, others)];
        let hidden = hidden.into_iter().flat_map(|(reason, count)| vec![Some(reason); count]).collect();
        let disclosed = Disclosed { figures: Vec::new(), hidden, already };
        words::disclosure::disclosure_note(&disclosed, disclosure)
    };
    let notes = [
        note(1, 0, 0, usual),
        note(2, 0, 1, usual),
        note(0, 1, 2, usual),
        note(0, 2, 0, usual),
        note(1, 1, 0, usual),
        note(3, 2, 0, usual.with_threshold(1)),
        note(0, 0, 1, usual),
        note(1, 0, 0, internal()),
    ];
    insta::assert_snapshot!(listed(notes));
    assert_eq!(note(0, 0, 0, usual), "");
}

/// Equal figures that reach over the middle are in the better quarter, and their rank is counted from the top; those that reach to the end are last.
#[test]
fn a_rank_goes_with_its_quarter() {
    let of = |rank, of, equal| words::position::rank_text(Rank { rank, of, equal, without: 0 }, Good::High);
    let told = [of(75, 152, 8), of(77, 152, 5), of(5, 11, 6), of(10, 11, 0), of(11, 11, 0)];
    assert_eq!(
        told,
        [
            "joint 75th best of 152 with 8 others",
            "joint 71st from the bottom of 152 with 5 others",
            "joint last of 11 with 6 others",
            "2nd from the bottom of 11",
            "last of 11"
        ]
    );
    let reaching = |rank, of, equal, quarter| {
        words::position::reaching_text(Rank { rank, of, equal, without: 0 }, quarter)
    };
    assert_eq!(reaching(55, 111, 24, Quartile::B), " (equal figures reach into the third quarter)");
    assert_eq!(reaching(106, 151, 9, Quartile::C), " (equal figures reach into the bottom quarter)");
    assert_eq!(reaching(30, 111, 24, Quartile::B), "");
    assert_eq!(reaching(56, 111, 0, Quartile::B), "");
}

#[test]
fn words_position_and_published() {
    let text = "Three or more placements: 51 of 646\nLong-term stability: 162 of 233\nUnaccompanied children: 86 of 646\n\
        Children in care: 646";
    let figures: Vec<Figure> = read(text).figures();
    let card = scorecard(&figures, &choices("2023"));
    let told = card.rows.iter().map(|row| {
        let good = row.indicator.good;
        let rank = row.position.as_ref().map(|position| words::position::rank_text(position.councils, good));
        let revisions = row
            .comparisons
            .iter()
            .filter_map(|each| each.outcome.as_ref().ok())
            .map(|compared| words::comparator::revision_text(&row.indicator, compared.revision));
        format!(
            "{} | {} | {} | {} | {}",
            row.indicator.id,
            rank.unwrap_or_default(),
            words::comparator::differs_text(row),
            revisions.collect::<Vec<_>>().join(" "),
            words::charts::strip_label(row)
        )
    });
    insta::assert_snapshot!(listed(told));
    assert_eq!(card.rows[0].verdict, Verdict::CannotSay(CannotSay::NotBesideOthers));
}
