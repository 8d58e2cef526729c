//! What to talk about first.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, ComparatorKind, Group, Order, Row, Selection, Standing, Target, Topic, Verdict, Way,
    against_councils, agenda, counted_once, profile,
};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::Exact;
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::report;
use corporate_parenting_calculator::words::sentence::sentence;
use corporate_parenting_calculator::words::short_answer::against_council;
use corporate_parenting_calculator::words::standing::standing_text;

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
fn what_is_worse_has_the_order_of_the_scorecard() {
    let text = "Indicator\t21/22\t22/23\nIn touch 17-18\t96 of 98\t86 of 98\nSuitable accommodation 17-18\t80 of 96\t80 of 96\n\
                Dental checks\tc\tc\n";
    let card = card(text, &choices("2023"));
    let agenda = agenda(&card);
    let order = Selection { order: Order::Worst, ..Selection::default() }.rows(&card);
    assert_eq!(agenda.worse.len(), 2);
    assert_eq!(agenda.worse, order[..2]);
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
    assert_eq!(direction(steady), "getting better from 2018/19 to 2022/23");
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
        // What tells of records, and what is zero every year, comes after what tells of children.
        let (last, of_children): (Vec<&Row>, Vec<&Row>) = agenda
            .better
            .iter()
            .copied()
            .partition(|row| row.indicator.is_of_records || row.is_standing_zero());
        assert!(agenda.better.ends_with(&last), "{code}");
        let (tested, placed): (Vec<&Row>, Vec<&Row>) =
            of_children.iter().copied().partition(|row| row.judged_by == Way::Interval);
        assert!(of_children.starts_with(&tested), "{code}");
        for places in [tested, placed].map(|rows| rows.iter().filter_map(place).collect::<Vec<usize>>()) {
            assert!(places.is_sorted_by(|one, next| one >= next), "{code}: {places:?}");
        }
        // What was tested comes before what is only in the bottom quarter.
        let (tested, placed): (Vec<&Row>, Vec<&Row>) =
            agenda.worse.iter().copied().partition(|row| row.judged_by == Way::Interval);
        assert!(agenda.worse.starts_with(&tested), "{code}");
        for places in [tested, placed].map(|rows| rows.iter().filter_map(place).collect::<Vec<usize>>()) {
            assert!(places.is_sorted(), "{code}: {places:?}");
        }
        let order = Selection { order: Order::Worst, ..Selection::default() }.rows(&card);
        assert!(order.starts_with(&agenda.worse), "{code}");
    }
}

/// Those in education or work and those who are not are one headline; a list of all has as many as are counted, and a first page names
/// the other in its line.
#[test]
fn what_says_the_same_the_other_way_round_is_told_in_its_line() {
    let text = "Indicator\t22/23\nCare leavers aged 19 to 21 in education, employment or training\t100 of 383\n\
                Care leavers aged 19 to 21 not in education, employment or training\t283 of 383\nDental checks\t300 of 600\n";
    let card = card(text, &choices("2023"));
    let agenda = agenda(&card);
    assert_eq!(agenda.worse.len(), 3);
    assert_eq!(counted_once(&agenda.worse).len(), 2);
    let parts = report::agenda_parts(&card, choices("2023").period);
    assert!(parts.iter().any(|part| part.topic == Topic::Bad && part.points.len() == 3), "{parts:?}");
    let found = report::findings(&card, choices("2023").period, 8, report::Rest::Named);
    let told: Vec<&str> = found.groups[0].findings.iter().map(|finding| &*finding.shows).collect();
    let in_line = "; so is Care leavers aged 19 to 21 not in education, employment or training (73.9%)";
    assert!(told.len() == 2 && told.iter().any(|shows| shows.ends_with(in_line)), "{told:?}");
}

/// A target is one judgement and England another: each is counted by itself, and the counts add up.
#[test]
fn targets_are_counted_apart_from_england() {
    let text = "Indicator\t22/23\nThree or more placements\t51 of 646\nDental checks\t380 of 400\n\
                Reviews held on time\t97%\nPathway plans in place\t90 of 100\nStatutory visits in timescale\t99%\n";
    let wanted = [
        ("three-or-more-placements", "5"),
        ("dental-checks", "98"),
        ("reviews-on-time", "98"),
        ("statutory-visits-in-timescale", "95"),
    ];
    let targets: Vec<_> = wanted
        .into_iter()
        .filter_map(|(id, value)| {
            Some((indicator::by_id(id)?.into(), Target { value: decimal(value), tolerance: decimal("0") }))
        })
        .collect();
    let choices = Choices { targets: targets.into(), ..choices("2023") };
    let card = card(text, &choices);
    let agenda = agenda(&card);
    let ids = |rows: &[&Row]| rows.iter().map(|row| row.indicator.id.to_string()).collect::<Vec<_>>();
    // What is furthest from its target, as a share of it, comes first.
    assert_eq!(ids(&agenda.missed), ["three-or-more-placements", "dental-checks", "reviews-on-time"]);
    assert_eq!(ids(&agenda.met), ["statutory-visits-in-timescale"]);
    assert_eq!(agenda.targeted, agenda.missed.len() + agenda.met.len());
    let of = |standing: Standing| card.rows.iter().filter(|row| row.standing() == standing).count();
    // What nobody publishes is not compared, and its target is a judgement of its own.
    assert_eq!(of(Standing::NotCompared), 3);
    assert_eq!((of(Standing::Worse), of(Standing::Better)), (agenda.worse.len(), agenda.better.len()));
    let headings: Vec<String> =
        report::agenda_parts(&card, choices.period).into_iter().map(|part| part.heading).collect();
    assert!(headings.contains(&"3 of 4 targets missed: 2 clearly, 1 not tested".to_owned()), "{headings:?}");
    assert!(headings.contains(&"1 of 4 targets met".to_owned()), "{headings:?}");
}

/// What is neither good nor bad is among the headlines too, where it is clearly different.
#[test]
fn what_is_clearly_different_is_told() {
    let card = profile(&Choices { council: area::by_code("855"), ..Choices::default() });
    let found = report::findings(&card, None, 8, report::Rest::Counted);
    let watched = &found.groups[1];
    assert!(
        watched.counted.contains("clearly higher or lower than England, neither good nor bad"),
        "{watched:?}"
    );
    assert!(!watched.findings.is_empty(), "{watched:?}");
}

/// Each council that was chosen is counted against on the measures that can be tested.
#[test]
fn chosen_councils_are_counted_against() {
    let council = area::by_name("Cambridgeshire").expect("a council");
    let other = area::by_name("Devon").and_then(ComparatorKind::of_council).expect("a council");
    let card = profile(&Choices { council: Some(council), also: [other].into(), ..Choices::default() });
    let rows: Vec<&Row> = card.rows.iter().collect();
    let [devon] = &against_councils(&rows)[..] else { panic!("one council was chosen") };
    let verdicts = |wanted: Verdict| {
        let of_other = |row: &&Row| {
            let with_other = row.comparisons.iter().find(|each| *each.with.kind == *other);
            with_other.and_then(|each| each.outcome.as_ref().ok()).is_some_and(|it| it.verdict == wanted)
        };
        card.rows.iter().filter(of_other).count()
    };
    assert_eq!(
        (devon.name, devon.better, devon.worse, devon.by_chance),
        ("Devon", verdicts(Verdict::Better), verdicts(Verdict::Worse), verdicts(Verdict::Similar))
    );
    assert!(devon.better > 0 && devon.worse > 0 && devon.by_chance > 0, "{devon:?}");
    // What they come to is all there is.
    assert_eq!(devon.different, verdicts(Verdict::Higher) + verdicts(Verdict::Lower));
    assert_eq!(devon.of(), card.rows.len());
    let told = against_council(devon);
    let numbers = told.split(|each: char| !each.is_ascii_digit()).filter_map(|part| part.parse().ok());
    let numbers: Vec<usize> = numbers.collect();
    assert_eq!(numbers[0], numbers[1..].iter().sum::<usize>(), "{told}");
    let none = profile(&Choices { council: Some(council), ..Choices::default() });
    assert!(against_councils(&none.rows.iter().collect::<Vec<_>>()).is_empty());
}

/// Where neither direction is good, what is unusual by its own months is to be watched.
#[test]
fn what_is_unusual_is_to_be_watched() {
    let steady = "196 197 195 196 198 195 197 196 195 197 196";
    for (figures, said) in [
        (format!("{steady} 196 197"), None),
        (format!("{steady} 196 184"), Some("184; lower than usual")),
        (
            format!("{steady} 204 205 204 206 205 204 205"),
            Some("205; higher on average than before March 2025"),
        ),
    ] {
        let figures: Vec<&str> = figures.split(' ').collect();
        let head = |at: usize| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1);
        let heads: Vec<String> = (0..figures.len()).map(head).collect();
        let text = format!("Indicator\t{}\nChildren in care\t{}\n", heads.join("\t"), figures.join("\t"));
        let card = card(&text, &Choices::default());
        let parts = report::agenda_parts(&card, None);
        let watched = parts.iter().find(|part| part.topic == Topic::Unusual);
        let found = watched.and_then(|part| part.points.first()).map(|point| point.text.as_str());
        assert_eq!(found, said, "{figures:?}");
    }
}

/// Whether a figure of zero is no news: the last three before it were zero too, as many as there are.
#[test]
fn zeros_in_a_row_are_no_news() {
    for (figures, is_standing) in [
        ("0 0", true),
        ("0 0 0", true),
        ("3 0 0 0 0", true),
        ("3 0 0 0", false),
        ("0 0 3 0", false),
        ("3 0", false),
        ("0", false),
        ("0 0 0 3", false),
    ] {
        let figures: Vec<String> = figures.split(' ').map(|figure| format!("{figure}%")).collect();
        let years: Vec<String> = (2024 - figures.len()..2024).map(|year| year.to_string()).collect();
        let text = format!("Indicator\t{}\nReviews held on time\t{}\n", years.join("\t"), figures.join("\t"));
        let card = card(&text, &choices("2023"));
        assert_eq!(card.rows[0].is_standing_zero(), is_standing, "{figures:?}");
    }
}

/// A measure that is worse than its own usual is in that list only where it is in none of what is bad, missed, far or worse than before.
#[test]
fn what_is_worse_than_usual_is_told_once() {
    let england = published::official(
        indicator::by_id("dental-checks").expect("the catalogue has it"),
        area::england(),
        published::latest_year(),
    );
    let england = england.and_then(|official| official.value.ok()).expect("it is published");
    let like_england = Exact::from(england).times(10).map(|of| of.rounded(0).to_string()).expect("a number");
    let lists = |name: &str, figures: &[&str], target: Option<&str>| {
        let head = |at: usize| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1);
        let heads: Vec<String> = (0..figures.len()).map(head).collect();
        let text = format!("Indicator\t{}\n{name}\t{}\n", heads.join("\t"), figures.join("\t"));
        let target = target.map(|value| Target { value: decimal(value), tolerance: decimal("0") });
        let measure =
            indicator::by_id(if name == "Dental checks" { "dental-checks" } else { "immunisations" });
        let targets = measure.map(Into::into).zip(target).into_iter().collect();
        let card = card(&text, &Choices { council: area::by_code("873"), targets, ..Choices::default() });
        assert!(card.rows[0].by_own.worse_than_usual.is_some(), "{name}: {figures:?}");
        let agenda = agenda(&card);
        [
            (!agenda.worse.is_empty(), "worse"),
            (!agenda.missed.is_empty(), "missed"),
            (!agenda.uncertain.is_empty(), "uncertain"),
            (!agenda.worse_than_before.is_empty(), "worse than before"),
            (!agenda.worse_than_usual.is_empty(), "worse than usual"),
        ]
        .into_iter()
        .filter_map(|(is_there, list)| is_there.then_some(list))
        .collect::<Vec<_>>()
    };
    let steady = [
        "98.5%", "98.0%", "97.5%", "98.7%", "98.5%", "97.0%", "97.5%", "99.0%", "98.0%", "98.4%", "97.8%",
        "98.1%",
    ];
    let low = [&steady[..], &["95.0%"]].concat();
    assert_eq!(lists("Immunisations up to date", &low, None), ["worse than usual"]);
    assert_eq!(lists("Immunisations up to date", &low, Some("99")), ["missed"]);
    let now = format!("{like_england} of 1000");
    let counts = [&["950 of 1000", "951 of 1000", "949 of 1000"].repeat(4)[..], &[now.as_str()]].concat();
    assert_eq!(lists("Dental checks", &counts, None), ["worse than before"]);
}

/// What is better than England or meets its target, and by its own months is worse than usual, is to be watched, and says so.
#[test]
fn what_is_worse_than_its_own_usual_does_not_go_well() {
    let months = |figures: &str| {
        let figures: Vec<&str> = figures.split(' ').collect();
        let head = |at: usize| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1);
        let heads: Vec<String> = (0..figures.len()).map(head).collect();
        format!("Indicator\t{}\nImmunisations up to date\t{}%\n", heads.join("\t"), figures.join("%\t"))
    };
    let steady = "98.5 98.0 97.5 98.7 98.5 97.0 97.5 99.0 98.0 98.4 97.8";
    for (figures, since) in [
        (format!("{steady} 98.1 97.9"), None),
        (format!("{steady} 98.1 95.0"), Some("worse than its own usual in April 2025")),
        (format!("{steady} 93.1 93.2 92.9 93.3"), Some("worse than its own usual since March 2025")),
        // Of so few nothing can be said.
        ("98.5 98.0 97.5 98.7 98.5 94.0".to_owned(), None),
    ] {
        let immunisations = indicator::by_id("immunisations").expect("the catalogue has it");
        let target = Target { value: decimal("90"), tolerance: decimal("0") };
        let choices = Choices {
            council: area::by_code("873"),
            targets: [(immunisations.into(), target)].into(),
            ..Choices::default()
        };
        let card = card(&months(&figures), &choices);
        let parts = report::agenda_parts(&card, choices.period);
        let well = parts.iter().any(|part| Group::of(part.topic) == Group::GoingWell);
        assert_eq!(well, since.is_none(), "{figures}: {parts:?}");
        let watched = parts.iter().find(|part| part.topic == Topic::WorseThanUsual);
        let said = watched.and_then(|part| part.points.first()).map_or("", |point| point.text.as_str());
        let row = &card.rows[0];
        for text in [said.to_owned(), standing_text(row), sentence(row)] {
            assert!(since.is_none_or(|since| text.contains(since)), "{text}");
        }
        assert_eq!(watched.is_some(), since.is_some());
        assert_eq!(row.by_own.worse_than_usual.is_some(), since.is_some());
    }
}
