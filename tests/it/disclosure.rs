//! Disclosure control on real-shaped tables: `tests/disclosure/*.txt` is what a person has, the `.snap` beside it what leaves.

use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::disclose::{
    Audience, Cleared, Disclosure, Places, Reason, Typed, disclose,
};
use corporate_parenting_calculator::figure::{Amount, Figure, Withheld};
use corporate_parenting_calculator::indicator::{self, CohortId, Indicator, Kind, Measure, Theme};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::copied_cells;

use crate::common::{each_file, internal};

fn shown(figures: &[Figure], disclosure: Disclosure) -> String {
    let disclosed = disclose(figures, None, Some(Period::Year(2023)), disclosure);
    let lines = disclosed.figures.iter().zip(&disclosed.hidden).map(|(figure, hidden)| {
        let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
        let amount = match figure.amount {
            Amount::Counts { numerator, denominator } => format!("{numerator} of {denominator}"),
            Amount::Value(value) => value.to_string(),
            Amount::Withheld(symbol) => symbol.symbol().to_owned(),
        };
        let why = match hidden {
            Some(Reason::Small) => " (small)",
            Some(Reason::GivesAway) => " (would give a small one away)",
            None => "",
        };
        format!("{} {period}: {amount}{why}\n", figure.indicator.id)
    });
    lines.collect()
}

#[test]
fn tables_leave_without_what_identifies() {
    each_file("disclosure/*.txt", |bytes| {
        shown(&read(&String::from_utf8_lossy(bytes)).figures(), Disclosure::default())
    });
}

/// The catalogue with every text in other words, no two alike.
fn reworded() -> &'static [Indicator] {
    let mut catalogue = indicator::all().to_vec();
    for indicator in &mut catalogue {
        let other = |what: &str| -> &'static str { format!("{what} of {}", indicator.id).leak() };
        (indicator.title, indicator.definition) = (other("title").into(), other("definition").into());
        [indicator.numerator, indicator.denominator, indicator.source] =
            ["numerator", "denominator", "source"].map(other);
    }
    catalogue.leak()
}

#[test]
fn other_words_in_the_catalogue_hide_the_same() {
    let catalogue = reworded();
    let in_other_words = |figure: &Figure| Figure {
        indicator: catalogue
            .iter()
            .find(|other| figure.indicator == *other)
            .map_or_else(|| figure.indicator.clone(), Measure::from),
        ..figure.clone()
    };
    let files = std::fs::read_dir(format!("{}/tests/disclosure", env!("CARGO_MANIFEST_DIR")));
    let paths = files.into_iter().flatten().flatten().map(|file| file.path());
    for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
        let figures = read(&std::fs::read_to_string(&path).unwrap_or_default()).figures();
        assert!(!figures.is_empty(), "{}", path.display());
        let others: Vec<Figure> = figures.iter().map(in_other_words).collect();
        let disclosure = Disclosure::default();
        assert_eq!(shown(&others, disclosure), shown(&figures, disclosure), "{}", path.display());
    }
}

#[test]
fn why_a_figure_is_hidden_is_said_and_read_back() {
    for symbol in Withheld::ALL {
        assert_eq!(Withheld::from_symbol(&symbol.written()), Some(symbol));
    }
    let table = "Indicator\t2023\nInitial health assessments on time\t27 of 167\n\
        Initial health assessments on time, placed in county\t23 of 88\n\
        Initial health assessments on time, placed out of county\t4 of 79";
    let state = State::default().after(Action::Read(table.to_owned()));
    let amounts = |figures: &[Figure]| figures.iter().map(|figure| figure.amount).collect::<Vec<_>>();
    let hidden = amounts(&state.disclosed().figures);
    assert_eq!(hidden[1..], [Withheld::GivesAway, Withheld::Small].map(Amount::Withheld));
    let opened = State::restored(state.publishable_copy().into_inner());
    assert_eq!(amounts(&opened.figures()), hidden, "a publishable copy says why");
}

#[test]
fn the_threshold_can_be_chosen_and_internal_use_hides_nothing() {
    let table = "Dental checks\t8\t100\nImmunisations\t5\t100\nAnnual health assessments\t1\t100\n";
    let hidden = |disclosure| {
        let disclosed = disclose(&read(table).figures(), None, None, disclosure);
        let is_small = |figure: &&Figure| figure.amount == Amount::Withheld(Withheld::Small);
        let withheld = disclosed.figures.iter().filter(is_small).count();
        assert_eq!(withheld, disclosed.count(Reason::Small), "{disclosure:?}");
        withheld
    };
    let usual = Disclosure::default();
    for (disclosure, expected) in [
        (usual, 2),
        (usual.with_threshold(1), 1),
        (usual.with_threshold(0), 1),
        (usual.with_threshold(10), 3),
        (usual.with_threshold(200), 3),
        (internal(), 0),
    ] {
        assert_eq!(hidden(disclosure), expected, "{disclosure:?}");
    }
}

/// A percentage that stands beside a count would give it away, so it goes with it.
#[test]
fn what_is_hidden_leaves_no_percentage() {
    let table =
        "Indicator\tNumerator\tDenominator\tValue\nDental checks\t3\t100\t3%\nImmunisations\t50\t100\t50%\n";
    let figures = read(table).figures();
    assert!(figures.iter().all(|figure| figure.stated.is_some()), "{figures:?}");
    let disclosed = disclose(&figures, None, None, Disclosure::default());
    assert_eq!(disclosed.hidden, [Some(Reason::Small), None]);
    assert_eq!(disclosed.figures[0].stated, None);
    assert_eq!(disclosed.figures[1], figures[1]);
}

/// Figures that do not say of where and when they are hang together with those that do: 0.5% of 646 are 3 children.
#[test]
fn figures_are_of_the_council_and_the_period_given() {
    let table = "Indicator\tNumerator\tDenominator\tValue\n\
        Unaccompanied children as a share of children in care\t\t\t0.5%\nThree or more placements\t51\t646\t\n";
    let figures = read(table).figures();
    let (norfolk, kent) = (area::by_name("Norfolk"), area::by_name("Kent"));
    assert!(norfolk.is_some() && kent.is_some());
    let of = |area, year: Option<u16>| {
        let placed = Figure { area, period: year.map(Period::Year), ..figures[1].clone() };
        [figures[0].clone(), placed]
    };
    let hidden = |figures: &[Figure], council, year| {
        disclose(figures, council, Some(Period::Year(year)), Disclosure::default()).hidden[0]
    };
    assert_eq!(hidden(&of(None, Some(2023)), None, 2023), Some(Reason::Small));
    assert_eq!(hidden(&of(None, Some(2023)), None, 2022), None);
    assert_eq!(hidden(&of(norfolk, Some(2023)), norfolk, 2023), Some(Reason::Small));
    assert_eq!(hidden(&of(norfolk, Some(2023)), kent, 2023), None);
}

/// A year of monthly percentages, as in many scorecards: those that say nothing of each other are shown.
#[test]
fn unrelated_percentages_are_shown() {
    let norfolk = area::by_name("Norfolk");
    assert!(norfolk.is_some());
    let shares: Vec<&'static Indicator> = indicator::all()
        .iter()
        .filter(|indicator| indicator.kind == Kind::Share && indicator.theme != Theme::Workforce)
        // Months of these are of a number whose year is published.
        .filter(|indicator| {
            let of = |id| indicator.cohort.is_some_and(|base| base.id == CohortId::Named(id));
            !of("started-care") && !of("in-care-at-any-time")
        })
        .take(31)
        .collect();
    let mut random = 7_u64;
    let mut percentage = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Decimal::new(i64::from((random >> 33) as u32 % 1001), 1)
    };
    let figures: Vec<Figure> = shares
        .into_iter()
        .flat_map(|indicator| (1..=12).map(move |month| (indicator, Period::Month(2023, month))))
        .map(|(indicator, period)| Figure {
            indicator: indicator.into(),
            area: None,
            period: Some(period),
            amount: Amount::Value(percentage()),
            stated: None,
            place: None,
        })
        .collect();
    for council in [None, norfolk] {
        let hidden = disclose(&figures, council, None, Disclosure::default());
        let hidden = hidden.hidden.iter().flatten().count();
        assert!(hidden < 20, "{hidden} of {} with {council:?}", figures.len());
    }
}

#[test]
fn scenarios_leave_only_with_numbers_that_may() {
    use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input};

    let figures = "Indicator\t2022\t2023\nChildren in care\t620\t646\nUnaccompanied children\t\t3\n\
                   Children in care who are not unaccompanied\t\t643";
    let type_in = |input, text: &str| Action::from(CaseloadAction::Edit(input, text.to_owned()));
    let may_leave = |table: &str, boxes: &[(Input, &str)], setting: Option<Setting>| {
        let state = State::default().after(Action::Read(table.to_owned()));
        let boxes = boxes.iter().map(|(input, text)| type_in(*input, text));
        let actions = boxes.chain(setting.map(Action::Set));
        actions.fold(state, |state, action| state.after(action)).cleared_caseloads().may_leave()
    };
    let team = [(Input::Workers, "30"), (Input::Target, "15")];
    for (table, boxes, expected) in [
        ("", vec![(Input::Children, "300")], true),
        ("", vec![(Input::Children, "3")], false),
        // Unaccompanied children, and the others.
        ("", vec![(Input::Children, "300"), (Input::Apart, "3")], false),
        ("", vec![(Input::Children, "300"), (Input::Apart, "297")], false),
        ("", vec![(Input::Children, "300"), (Input::Apart, "40")], true),
        // Whatever else is written where children are counted.
        ("", vec![(Input::Children, "300"), (Input::Apart, "3 of 300")], false),
        // The count of a figure that is hidden because it would give another one away.
        (figures, vec![(Input::Children, "643")], false),
        (figures, vec![(Input::Children, "650")], true),
    ] {
        let boxes: Vec<(Input, &str)> = boxes.into_iter().chain(team).collect();
        assert_eq!(may_leave(table, &boxes, None), expected, "{boxes:?}");
        assert!(may_leave(table, &boxes, Some(Setting::Audience(Audience::Council))), "{boxes:?}");
    }
}

#[test]
fn a_share_leaves_only_with_numbers_that_may() {
    use corporate_parenting_calculator::app::scenarios::{ReachAction, ReachField, ScenariosAction};

    let figures = "Indicator\t2023\nChildren in care\t646\nUnaccompanied children\t3\n\
                   Children in care who are not unaccompanied\t643\nImmunisations\t643 of 646";
    for (table, numerator, denominator, expected) in [
        ("", "51", "646", true),
        ("", "", "", true),
        ("", "3", "646", false),
        ("", "643", "646", false),
        ("", "3", "", false),
        ("", "51 (3 of them new)", "646", false),
        (figures, "51", "646", true),
        (figures, "643", "646", false),
    ] {
        let type_in = |field, text: &str| {
            Action::Scenarios(ScenariosAction::Reach(ReachAction::Edit(field, text.to_owned())))
        };
        let state = State::default()
            .after(Action::Read(table.to_owned()))
            .after(type_in(ReachField::Numerator, numerator))
            .after(type_in(ReachField::Denominator, denominator));
        assert_eq!(state.cleared_reach().may_leave(), expected, "{numerator} of {denominator}");
        let internal = state.after(Setting::Audience(Audience::Council));
        assert!(internal.cleared_reach().may_leave(), "{numerator} of {denominator}");
    }
}

/// Cells that are copied hold what may leave the page, each in its place.
#[test]
fn cells_are_copied_as_they_may_leave() {
    let figures =
        read("Dental checks: 70 of 100\nImmunisations: 2 of 100\nChildren in care: 1,240").figures();
    let places = Places(vec![vec![Some(0), None], vec![Some(1), Some(2)]]);
    let copied = |disclosure| copied_cells(&disclose(&figures, None, None, disclosure), &places);
    assert_eq!(copied(Disclosure::default()).text, "70 of 100\t\r\nc\t1,240");
    let html = "<table><tr><td>70 of 100</td><td></td></tr><tr><td>2 of 100</td><td>1,240</td></tr></table>";
    assert_eq!(copied(internal()).html, html);
}

/// Numbers that a person typed.
struct Numbers(Vec<f64>);

impl Typed for Numbers {
    fn children(&self) -> Option<Vec<f64>> {
        Some(self.0.clone())
    }
}

/// What rounds to no child is none; up to the threshold numbers are small, and one of them is enough.
#[test]
fn numbers_leave_where_none_of_them_is_small() {
    for (numbers, expected) in [
        (vec![], true),
        (vec![0.0], true),
        (vec![0.4], true),
        (vec![-0.4], true),
        (vec![0.5], false),
        (vec![-3.0], false),
        (vec![5.0], false),
        (vec![5.1], true),
        (vec![40.0, 3.0], false),
    ] {
        let cleared = Cleared::of(Numbers(numbers.clone()), Disclosure::default(), |_| false);
        assert_eq!(cleared.may_leave(), expected, "{numbers:?}");
    }
}

#[test]
fn what_is_there_is_released_and_nothing_is_nothing() {
    let first = |table: &str| {
        let disclosed = disclose(&read(table).figures(), None, None, Disclosure::default());
        let first = disclosed.map(|disclosed| disclosed.figures.first().map(|figure| figure.amount));
        first.transposed().map(|amount| *amount)
    };
    let is_complete =
        |table: &str| disclose(&read(table).figures(), None, None, Disclosure::default()).is_complete();
    assert!(is_complete("Dental checks: 70 of 100"));
    assert!(!is_complete("Dental checks: 70 of 100\nImmunisations: 2 of 100"));
    let expected = Amount::Counts { numerator: 70, denominator: 100 };
    assert_eq!(first("Dental checks: 70 of 100"), Some(expected));
    assert_eq!(first(""), None);
}
