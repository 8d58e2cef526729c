//! Names the catalogue lacks, kept as measures of the council's own.

use corporate_parenting_calculator::app::lines::OwnAction;
use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::app::targets::{TargetField, TargetsAction};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Verdict, Way, scorecard};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::{self, Good, Kind, Measure, OwnMeasure, Theme};
use corporate_parenting_calculator::read::{Entry, guessed_measure, read};
use corporate_parenting_calculator::words::screens::figures::targets_not_judged;
use corporate_parenting_calculator::words::sentence::sentence;

use crate::common::table;

/// What kind of number a name and its cells are, and where it belongs.
#[test]
fn kind_and_theme_are_guessed() {
    let mut wrong = Vec::new();
    for row in table("own_measures.csv") {
        let entry = |cell: &str| Entry { value: cell.to_owned(), ..Entry::default() };
        let entries: Vec<Entry> = row.get("cells").split('|').map(entry).collect();
        let guessed =
            guessed_measure(row.get("name"), row.get("context"), &entries.iter().collect::<Vec<_>>());
        let found = (guessed.kind.id(), guessed.theme.id());
        if found != (row.get("kind"), row.get("theme")) {
            wrong.push(format!("{row}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn own(state: &State) -> Vec<(String, String)> {
    let named = |measure: &Measure| (measure.id.to_string(), measure.title.to_string());
    state.lines.own_measures().iter().map(named).collect()
}

#[test]
fn a_name_kept_is_a_figure_in_every_line_of_it() {
    let text =
        "Indicator\tQ1 2022/23\tQ2 2022/23\nLife story work started\t45%\t50%\nDental checks\t80%\t81%\n";
    let state = State::default().after(Action::Read(text.to_owned()));
    let first = state.lines.iter().find(|line| line.entry.label.starts_with("Life")).map(|line| line.id);
    let first = first.expect("the name is in the table");
    let kept = state.after(OwnAction::Keep(first));
    let named = ("own:life-story-work-started".to_owned(), "Life story work started".to_owned());
    assert_eq!(own(&kept), [named]);
    assert_eq!(kept.figures().iter().filter(|figure| figure.indicator.is_own()).count(), 2);
    assert_eq!(kept.after(Action::Undo).figures(), state.figures());
    let defined =
        OwnMeasure { title: "Life story work".to_owned(), ..OwnMeasure::titled("Life story work started") };
    let defined = kept.after(OwnAction::Define(defined));
    assert_eq!(own(&defined)[0].1, "Life story work");
    assert_eq!(own(&defined.after(Action::Undo)), own(&kept));
}

/// "Number" under one heading is not the "Number" under another.
#[test]
fn the_same_name_under_other_headings_is_another_measure() {
    let text = "Mentoring\n\nIndicator\t2022\t2023\nReached\t5\t6\n\nSwimming\n\nIndicator\t2022\t2023\nReached\t15\t16\n";
    let mut state = State::default().after(Action::Read(text.to_owned()));
    let lines: Vec<_> = state.lines.iter().map(|line| line.id).collect();
    for line in lines {
        let is_own = |state: &State| {
            state
                .lines
                .get(line)
                .and_then(|line| line.entry.subject.indicator())
                .is_some_and(|measure| measure.is_own())
        };
        if !is_own(&state) {
            state = state.after(OwnAction::Keep(line));
        }
    }
    let titles: Vec<String> = own(&state).into_iter().map(|(_, title)| title).collect();
    assert_eq!(titles, ["Reached", "Swimming: Reached"]);
}

/// Names longer than an id can hold that begin alike, and one of them under three headings.
#[test]
fn long_names_that_begin_alike_are_measures_of_their_own() {
    let long =
        "Young people whose plan for the move to a home of their own was agreed with them and seen by the";
    let names = [format!("{long} panel"), format!("{long} manager"), format!("{long} school")];
    let reading = read(&format!("Measure\tMarch 2024\n{}\t12\n", names.join("\t12\n")));
    let mut ids: Vec<String> = reading.own_measures().into_iter().map(|measure| measure.id).collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    ids.dedup();
    assert_eq!(ids.len(), 3, "{ids:?}");

    let taken = OwnMeasure::titled(&names[0]);
    let first = taken.clone().set_apart("Team one", |id| id != taken.id);
    let second = taken.clone().set_apart("Team two", |id| id != taken.id && id != first.id);
    assert_ne!(first.id, second.id);
    assert_ne!(first.title, second.title);
}

/// An id holds whole words up to 80 letters, at least the first, and a name that is taken is numbered.
#[test]
fn ids_and_titles_of_own_measures() {
    let words = |count: usize| vec!["abcde"; count];
    for (title, id) in [
        ("Visits -- late", "own:visits-late".to_owned()),
        (&words(20).join(" "), format!("own:{}", words(13).join("-"))),
        (&"a".repeat(90), format!("own:{}", "a".repeat(90))),
    ] {
        assert_eq!(OwnMeasure::titled(title).id, id);
    }
    let taken = OwnMeasure::titled("Visits");
    let other = taken.clone().set_apart(" ", |id| id != taken.id);
    assert_eq!([&*other.id, &*other.title], ["own:visits-2", "Visits (2)"]);
    assert_eq!([&*taken.id, "dental-checks"].map(OwnMeasure::is_id), [true, false]);
}

const SCORECARD: &str = "Indicator\tQ1 2022/23\tQ2 2022/23\tQ3 2022/23\n\
    Our children\n\
    PEP completed each term\t88%\t90%\t91%\n\
    Care plans up to date\t180 of 200\t190 of 205\t199 of 210\n\
    Life story work started\t45%\t50%\t48%\n\
    Savings accounts opened\t30 of 200\t41 of 205\t60 of 210\n\
    Swimming sessions attended\t412\t398\t450\n\
    Library cards per 10,000 young people\t812.5\t820.1\t830.0\n\
    Average waiting time for a mentor (weeks)\t6.5\t5.9\t5.1\n\
    Days from request to passport\t61\t58\t44\n\
    Children without a bicycle\t9\t3\t8\n\
    Holiday scheme satisfaction score\t7.1\t7.4\t7.9\n";

/// Every name that is not settled is kept as a measure of the council's own.
fn settled(text: &str) -> State {
    let mut state = State::default().after(Action::Read(text.to_owned()));
    while let Some(name) = state.lines.unsettled().into_iter().next() {
        state = state.after(OwnAction::Keep(name.line()));
    }
    state
}

#[test]
fn a_scorecard_of_invented_measures_is_whole() {
    let state = settled(SCORECARD);
    let choices = Choices { council: area::by_code("873"), ..state.choices() };
    let card = scorecard(&state.figures(), &choices);
    assert_eq!(card.problems, []);
    assert_eq!(card.rows.len(), 10);
    // What the catalogue has in time is told elsewhere.
    let invented = card
        .rows
        .iter()
        .filter(|row| !["PEP", "Care"].iter().any(|word| row.indicator.title.starts_with(word)));
    let told: Vec<String> = invented.map(|row| format!("{}: {}", row.indicator.id, sentence(row))).collect();
    insta::assert_snapshot!(told.join("\n"));
    for row in card.rows.iter().filter(|row| row.indicator.is_own()) {
        assert!(row.comparisons.iter().all(|comparison| comparison.outcome.is_err()), "{row:?}");
        assert!(row.position.is_err() && row.differs.is_none() && row.change.is_some(), "{row:?}");
    }
}

/// What `read()` gives of names that are not known can be given back to it.
#[test]
fn names_are_read_again_as_the_measures_they_can_be_kept_as() {
    let mut reading = read(SCORECARD);
    let offered = reading.own_measures();
    let ids: Vec<&str> = offered.iter().map(|measure| measure.id.as_str()).collect();
    let described = |id: &str, guessed: OwnMeasure| {
        offered.iter().find(|measure| measure.id == id).cloned().unwrap_or(guessed)
    };
    assert!(ids.contains(&"own:children-without-a-bicycle"), "{ids:?}");
    reading.keep_own(&ids, described);
    assert_eq!(reading.own_measures(), offered);
    let figures = reading.figures();
    for measure in &offered {
        assert_eq!(
            figures.iter().filter(|figure| figure.indicator.id == measure.id).count(),
            3,
            "{measure:?}"
        );
    }
}

#[test]
fn what_is_said_of_an_own_measure_holds_wherever_it_stands() {
    let state = settled(SCORECARD);
    let bicycle = own_measure(&state, "own:children-without-a-bicycle");
    let defined = OwnMeasure { good: Good::Low, ..OwnMeasure::of(&bicycle) };
    let state = state.after(OwnAction::Define(defined));
    let bicycle = own_measure(&state, "own:children-without-a-bicycle");
    let state = state.after(TargetsAction::Type(bicycle.clone(), TargetField::Value, "4".to_owned()));
    // Nothing is published of it, so that its target says how it is whichever way verdicts on others are reached.
    for way in Way::ALL {
        let state = state.after(Setting::Way(way));
        let card = scorecard(&state.figures(), &state.choices());
        let row = card.rows.iter().find(|row| row.indicator == bicycle).expect("it has a row");
        assert_eq!(row.verdict, Verdict::Missed, "{way:?}");
    }
    let renamed = OwnMeasure { title: "No bicycle".to_owned(), ..OwnMeasure::of(&bicycle) };
    let renamed = state.after(OwnAction::Define(renamed));
    assert_eq!(renamed.choices().targets[0].0.title, "No bicycle");
    // The next table with its name needs no settling.
    let next = renamed.after(Action::Read(SCORECARD.replace("2022/23", "2023/24")));
    assert_eq!(next.lines.unsettled(), []);
    assert_eq!(next.figures().iter().filter(|figure| figure.indicator.title == "No bicycle").count(), 6);
    // Names of people are kept neither as a title nor in a definition.
    let personal = OwnMeasure { definition: "Ask tamsin@example.org".to_owned(), ..OwnMeasure::of(&bicycle) };
    assert_eq!(state.after(OwnAction::Define(personal)).own_measures(), state.own_measures());
}

#[test]
fn a_saved_page_keeps_own_measures() {
    let state = settled(SCORECARD);
    let private = state.private_copy().expect("a person may keep everything");
    for (copy, figures) in
        [(state.publishable_copy(), state.disclosed().figures.clone()), (private, state.figures())]
    {
        let saved = serde_json::to_string(&*copy).expect("it can be written");
        let restored = State::restored(serde_json::from_str(&saved).expect("it can be read"));
        assert_eq!(restored.own_measures(), state.own_measures());
        let amounts =
            |figures: &[Figure]| -> Vec<Amount> { figures.iter().map(|each| each.amount).collect() };
        assert_eq!(amounts(&restored.figures()), amounts(&figures));
    }
}

#[test]
fn small_counts_of_own_measures_are_hidden() {
    let state = settled(SCORECARD);
    let figures = state.figures();
    let disclosed = state.disclosed();
    let hidden = figures.iter().zip(&disclosed.hidden).filter(|(_, reason)| reason.is_some());
    let hidden: Vec<Option<u64>> = hidden.map(|(figure, _)| figure.amount.count()).collect();
    assert_eq!(hidden, [Some(3)]);
}

/// Whatever the heading says, an own measure may count children.
#[test]
fn a_heading_of_the_workforce_hides_no_less() {
    let measure =
        Measure::from(&OwnMeasure { theme: Theme::Workforce, ..OwnMeasure::titled("Waiting for a mentor") });
    assert!(measure.may_count_children());
    let caseload = indicator::by_id("social-worker-caseload").expect("it is in the catalogue");
    assert!(!caseload.may_count_children());
}

/// Visits and the like do not happen independently, so that chance is not judged.
#[test]
fn shares_of_events_have_no_interval() {
    let interval = |title: &str| {
        let measure = Measure::from(&OwnMeasure { kind: Kind::Share, ..OwnMeasure::titled(title) });
        Amount::Counts { numerator: 45, denominator: 60 }.interval(&measure)
    };
    assert!(interval("Life story work started").is_some());
    assert_eq!(interval("Visits by the mentor on time"), None);
}

#[track_caller]
fn own_measure(state: &State, id: &str) -> Measure {
    let measures = state.own_measures();
    measures
        .iter()
        .find(|measure| measure.id == id)
        .unwrap_or_else(|| panic!("no {id}: {measures:?}"))
        .clone()
}

/// Nothing is published of it, whichever year and council are chosen.
#[test]
fn a_measure_of_a_councils_own_is_in_its_scorecard_of_a_year() {
    let mut reading = read("Hugs given at tea\t2022/23\t72\t172");
    reading.keep_own(&["own:hugs-given-at-tea"], |_, guessed| guessed);
    let choices = Choices { council: area::by_code("873"), ..Choices::default() };
    let card = scorecard(&reading.figures(), &choices);
    assert_eq!(card.rows.iter().map(|row| row.differs.is_some()).collect::<Vec<_>>(), [false]);
}

/// The CSV of the figures says what own measures are, so that it is read back whole; what is defined here is not changed by it.
#[test]
fn csv_describes_own_measures() {
    let state = settled(SCORECARD).after(Setting::Audience(Audience::Council));
    let definition = OwnMeasure {
        kind: Kind::Share,
        good: Good::High,
        theme: Theme::Voices,
        definition: "Children with an account, of \"all\" in care".to_owned(),
        ..OwnMeasure::titled("Savings accounts opened")
    };
    let state = state.after(OwnAction::Define(definition));
    let measures =
        |state: &State| state.lines.own_measures().iter().map(|own| OwnMeasure::of(own)).collect::<Vec<_>>();
    let figures = |state: &State| {
        let plain = |figure: &Figure| (figure.indicator.id.clone(), figure.period, figure.amount);
        state.figures().iter().map(plain).collect::<Vec<_>>()
    };
    let csv = state.figures_csv();
    let again = State::default().after(Action::Read(csv.to_string()));
    assert_eq!(measures(&again), measures(&state), "{}", *csv);
    assert_eq!(figures(&again), figures(&state), "{}", *csv);
    assert!(again.lines.all_problems().is_empty(), "{:?}", again.lines.all_problems());

    let other = state.after(OwnAction::Define(OwnMeasure::titled("Savings accounts opened")));
    let other = other.after(Action::Read(csv.to_string()));
    assert!(measures(&other).iter().all(|own| own.good != Good::High));
}

/// Every target that is read is shown; one that is not judged is named with the reason: no direction is better, or nobody has said
/// which.
#[test]
fn targets_without_a_direction_are_named() {
    let table = "Indicator\t2023/24\tTarget\nChildren in care\t640\t620\nDental checks\t84%\t90%\n\
        Children without a bicycle\t12%\t10%\n";
    let state = settled(table);
    let named = |state: &State| {
        let unused = state.targets_without_direction();
        unused.iter().map(|measure| measure.title.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(named(&state), ["Children in care", "Children without a bicycle"]);
    assert_eq!(
        targets_not_judged(&state.targets_without_direction()),
        [
            "Targets for Children in care are shown, but not compared: neither higher nor lower is better.",
            "Targets for Children without a bicycle are shown, but not compared yet: choose which direction is better."
        ]
    );
    let bicycle = own_measure(&state, "own:children-without-a-bicycle");
    let state = state.after(OwnAction::Define(OwnMeasure { good: Good::Low, ..OwnMeasure::of(&bicycle) }));
    assert_eq!(named(&state), ["Children in care"]);
}

/// Where the table says which direction is good, a measure of the council's own has it, and its target is used at once.
#[test]
fn the_direction_that_a_table_calls_good_is_kept() {
    for (heading, low, high) in [
        ("Good is", "Low", "High"),
        ("Polarity", "Lower is better", "Higher is better"),
        ("Direction", "Lower is better", "Higher is better"),
    ] {
        let table = format!(
            "Indicator\t{heading}\tTarget\t2023/24\nChildren without a bicycle\t{low}\t10%\t12%\n\
             Birthday cards sent\t{high}\t95%\t92%\n"
        );
        let state = settled(&table);
        let good = |id| own_measure(&state, id).good;
        assert_eq!(good("own:children-without-a-bicycle"), Good::Low, "{heading}");
        assert_eq!(good("own:birthday-cards-sent"), Good::High, "{heading}");
        assert!(state.targets_without_direction().is_empty(), "{heading}");
    }
}
