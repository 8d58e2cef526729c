//! Commentary: kept by measure and period, guarded, doubted where it is not what the figures say, and published only where it may be.

use std::collections::BTreeSet;

use corporate_parenting_calculator::app::commentary::CommentaryAction;
use corporate_parenting_calculator::app::state::{Action, Copied, Edition, Setting, State};
use corporate_parenting_calculator::check::Context;
use corporate_parenting_calculator::commentary::Part;
use corporate_parenting_calculator::compare::{Choices, Doubt, Target, doubts, scorecard};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::indicator::{self, Kind, Measure};
use corporate_parenting_calculator::number::Exact;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::report::remarked;
use corporate_parenting_calculator::words::status::Status;

use crate::common::{card, choices, decimal};

const YEAR: Option<Period> = Some(Period::Year(2023));

fn measure(id: &str) -> Measure {
    indicator::by_id(id).expect("the catalogue has it").into()
}

fn read(text: &str) -> State {
    State::default().after(Action::Read(text.to_owned()))
}

fn write(state: &State, id: &str, part: Part, text: &str) -> State {
    state.after(CommentaryAction::Write(measure(id), YEAR, part, text.to_owned()))
}

#[test]
fn a_remark_is_kept_undone_and_shown_beside_the_next() {
    let id = "dental-checks";
    let start = read("Dental checks\t2022/23\t70\t100\n");
    let written = write(&write(&start, id, Part::Doing, "Weekly clinics "), id, Part::By, "31 March");
    let text = |state: &State, part| {
        state.commentary.on(&measure(id), YEAR).map_or("", |remark| remark.text(part)).to_owned()
    };
    assert_eq!([Part::Doing, Part::By].map(|part| text(&written, part)), ["Weekly clinics", "31 March"]);
    assert_eq!(text(&written.after(Action::Undo), Part::By), "");
    assert!(written.is_unsaved() && !written.after(Action::Saved(Copied::Page)).is_unsaved());
    let last = written.commentary.before(&measure(id), Period::Year(2024));
    assert_eq!(last.map(|remark| remark.text(Part::Doing)), Some("Weekly clinics"));
    assert_eq!(written.commentary.on(&measure(id), Some(Period::Year(2024))), None);
    let emptied = write(&write(&written, id, Part::Doing, ""), id, Part::By, " ");
    assert!(emptied.commentary.is_empty());
}

#[test]
fn comments_of_a_table_are_of_its_newest_period() {
    let state = read("Measure\t2021/22\t2022/23\tComments\nDental checks\t70%\t76%\tMore clinics\n");
    let said = |state: &State| {
        let remarks = state.commentary.remarks().iter();
        remarks.map(|remark| (remark.period, remark.text(Part::Showing).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(said(&state), [(YEAR, "More clinics".to_owned())]);
    // What is said stays when the table comes again; something else goes below it.
    let again = |text: &str| {
        state.after(Action::Read(format!("Measure\t2022/23\tComments\nDental checks\t76%\t{text}\n")))
    };
    assert_eq!(said(&again("More clinics")), said(&state));
    assert_eq!(said(&again("Fewer missed")), [(YEAR, "More clinics\nFewer missed".to_owned())]);
}

#[test]
fn personal_data_is_refused() {
    let start = read("Dental checks\t2022/23\t70\t100\n");
    for text in [
        "Ask tamsin@example.org",
        "Born 14/03/2011: seen",
        "DOB: 14 March 2011",
        "NHS number 943 476 5919",
        "Tamsin Oakhollow was seen late",
    ] {
        let refused = write(&start, "dental-checks", Part::Who, text);
        assert_eq!(refused.message, Status::PersonalRemark.into(), "{text}");
        let kept = format!("{refused:?} {:?} {:?}", refused.after(Action::Undo), refused.private_copy());
        assert!(!kept.contains(text), "{text} is kept");
    }
    for text in
        ["Head of Fostering", "31 March 2027", "Placement sufficiency board, monthly", "Virtual school"]
    {
        let kept = write(&start, "dental-checks", Part::Who, text);
        assert_eq!(kept.commentary.remarks().len(), 1, "{text}");
    }
}

/// What is written about a figure is checked as a draft is, in every part; a number that was checked needs no doubt.
#[test]
fn commentary_is_checked_as_a_draft_is() {
    let card = card("Three or more placements: 51 of 646", &choices("2023"));
    let context = Context { period: Some(Period::Year(2023)), ..Context::default() };
    let said = |part, text: &str| remarked(&card.rows[0], part, text, &context);
    let of_counts = ["You wrote 9.9%. 51 of 646 is 7.89%, not 9.9%."];
    assert_eq!(said(Part::Why, "51 of 646 children (9.9%) moved three times."), of_counts);
    assert_eq!(said(Part::Showing, "51 of 646 children (7.9%) moved three times."), [""; 0]);
    assert_eq!(said(Part::Doing, "12 children will have a mentor."), [""; 0]);
}

/// Each line: a table, and what of a text on its first measure is doubted.
#[test]
fn words_and_numbers_that_are_not_the_figures_are_doubted() {
    let placements =
        "Three or more placements\t2021/22\t62\t640\nThree or more placements\t2022/23\t51\t646\n";
    let checks = "Dental checks\t2021/22\t80\t100\nDental checks\t2022/23\t70\t100\n";
    let children = "Children in care\t2021/22\t620\nChildren in care\t2022/23\t646\n";
    let word = |text: &str| vec![Doubt::Direction(text.to_owned())];
    let number = |text: &str| vec![Doubt::Number(text.to_owned())];
    for (table, text, expected) in [
        (checks, "Performance improved.", word("improved")),
        (checks, "Performance worsened this year.", vec![]),
        (checks, "The share rose to 70%.", word("rose")),
        (checks, "The share FELL from 80% to 70%.", vec![]),
        (checks, "It fell by 10 percentage points.", vec![]),
        (checks, "It fell by 12 percentage points.", number("12")),
        (checks, "70 of 100 children were checked.", vec![]),
        (checks, "72 of 100 children were checked.", number("72")),
        (checks, "30 children were not checked.", vec![]),
        (checks, "10 fewer children were checked.", vec![]),
        (checks, "75% were checked.", number("75")),
        // What is wanted, denied, opposed or compared is no statement of the change.
        (checks, "We aim for improved access.", vec![]),
        (checks, "This has not improved.", vec![]),
        (checks, "Dentists improved, but we saw fewer.", vec![]),
        (checks, "A plan to increase checks.", vec![]),
        (checks, "Checks rose less than elsewhere.", vec![]),
        // Nor are other numbers those of the measure.
        (checks, "We opened 3 clinics and spent \u{A3}40,000 in 2022/23.", vec![]),
        (placements, "This improved to 7.9% (51 of 646).", vec![]),
        (placements, "About 8% moved often.", vec![]),
        (placements, "This has worsened.", word("worsened")),
        (placements, "Placements fell again; stability improved.", vec![]),
        (placements, "Children with 3 or more placements fell.", vec![]),
        (children, "Numbers increased by 26 children.", vec![]),
        (children, "Numbers decreased.", word("decreased")),
        // Numbers in words are left alone, and where nothing has changed so are words for a change.
        (checks, "Sixty children were checked.", vec![]),
        (
            "Dental checks\t2021/22\t70\t100\nDental checks\t2022/23\t70\t100\n",
            "Performance improved.",
            vec![],
        ),
        // Three fewer of ten more: neither is the difference in points.
        (
            "Dental checks\t2021/22\t80\t100\nDental checks\t2022/23\t77\t110\n",
            "3 fewer children were checked.",
            vec![],
        ),
        (
            "Dental checks\t2021/22\t80\t100\nDental checks\t2022/23\t77\t110\n",
            "4 fewer children were checked.",
            number("4"),
        ),
        // Neither direction of it is better.
        (children, "The position improved.", vec![]),
        (children, "We now care for 650 children.", number("650")),
    ] {
        let state = read(table);
        let card = scorecard(&state.figures(), &state.after(Setting::Period(YEAR)).choices());
        assert_eq!(doubts(&card.rows[0], text), expected, "{text}");
    }
}

/// Whatever a row shows may be said by itself, whichever of its parts that is.
#[test]
fn what_a_row_shows_is_not_doubted() {
    let text = "Indicator\t21/22\t22/23\nDental checks\t64.7%\t71%\nLong-term stability\t150 of 230\t162 of 233\n\
                Children in care\t620\t646\n";
    let target = Target { value: decimal("83.4"), tolerance: decimal("0") };
    let targets = [(measure("long-term-stability"), target)].into();
    let card = card(text, &Choices { targets, ..choices("2023") });
    let mut met = BTreeSet::new();
    for row in &card.rows {
        let change = row.change.as_ref();
        let compared: Vec<_> = row.comparisons.iter().filter_map(|each| each.outcome.as_ref().ok()).collect();
        let target = row.target.as_ref();
        let percents = compared
            .iter()
            .flat_map(|each| [("theirs", each.value), ("points", each.points)])
            .chain(change.iter().flat_map(|each| {
                [("moved", each.points), ("moved", each.shown.into()), ("before", each.shown_from.into())]
            }))
            .chain(
                target.iter().flat_map(|each| [("target", each.target.value.into()), ("short", each.points)]),
            )
            .chain(row.worth_of_one.map(|worth| ("worth", worth)))
            .chain(row.differs.as_ref().map(|differs| ("differs", differs.shown.into())));
        let gaps = compared.iter().filter_map(|each| each.gap).chain(target.and_then(|each| each.gap));
        let people = gaps
            .map(|gap| ("gap", gap.children.unsigned_abs()))
            .chain(row.base.map(|base| ("base", base.people)))
            .chain(row.population.as_ref().map(|population| ("population", population.children)));
        let percents = percents
            .filter(|_| row.indicator.kind == Kind::Share)
            .map(|(what, value): (_, Exact)| (what, format!("That is {}%.", value.magnitude().rounded(1))));
        let people = people.map(|(what, number)| (what, format!("There are {number} children.")));
        for (what, said) in percents.chain(people) {
            assert_eq!(doubts(row, &said), [], "{what} of {}: {said}", row.indicator.id);
            met.insert(what);
        }
        assert_eq!(doubts(row, "There are 987654 children.").len(), 1, "{}", row.indicator.id);
    }
    let all = [
        "base",
        "before",
        "differs",
        "gap",
        "moved",
        "points",
        "population",
        "short",
        "target",
        "theirs",
        "worth",
    ];
    assert_eq!(met.into_iter().collect::<Vec<_>>(), all);
}

/// A total, its parts in and out of the county, of which the second is small.
const TABLE: &str = "Initial health assessments on time\t2022/23\t27\t167\n\
    Initial health assessments on time, placed in county\t2022/23\t25\t150\n\
    Initial health assessments on time, placed out of county\t2022/23\t2\t17\n\
    Dental checks\t2022/23\t70\t100\n";

/// Each line: on which measure, what is said, and whether it is published.
#[test]
fn commentary_leaves_only_where_it_gives_no_small_or_hidden_number() {
    let out = "initial-health-assessments-on-time-out-of-county";
    for (id, text, expected) in [
        ("dental-checks", "Checks are on track.", true),
        ("dental-checks", "70 of 100 children were checked by 2 March 2024.", true),
        ("dental-checks", "One of our priorities.", true),
        ("dental-checks", "We lost a dentist; 4 clinics closed.", true),
        // Small numbers of children, whatever the table says.
        ("dental-checks", "4 children were missed.", false),
        ("dental-checks", "Three young people refused.", false),
        ("dental-checks", "One child moved away.", false),
        // Numbers of the figures that are hidden, wherever they are said.
        ("dental-checks", "Only 25 were on time in the county.", false),
        ("dental-checks", "17 live elsewhere.", false),
        ("dental-checks", "11.8% of those elsewhere were on time.", false),
        ("dental-checks", "11.7% of those elsewhere were on time.", false),
        ("dental-checks", "12% of those elsewhere were on time.", false),
        ("dental-checks", "15 were late there.", false),
        ("dental-checks", "125 waited.", false),
        (out, "Too many were late.", true),
        (out, "This is 12.4 percentage points below England.", false),
    ] {
        for part in [Part::Showing, Part::By] {
            let state = write(&read(TABLE), id, part, text);
            let published = State::restored(state.publishable_copy().into_inner());
            assert_eq!(!published.commentary.is_empty(), expected, "{text}");
            assert_eq!(state.review().held_back.is_empty(), expected, "{text}");
            assert_eq!(state.is_held_back(&state.commentary.remarks()[0]), !expected, "{text}");
            let private = State::restored(state.private_copy().expect("all is kept").into_inner());
            assert_eq!(private.commentary, state.commentary, "{text}");
        }
    }
}

/// A state with something of every kind that a publishable copy must not hold.
fn full() -> State {
    use corporate_parenting_calculator::app::lines::{Field, LinesAction};
    use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input, ReachAction, ReachField};
    use corporate_parenting_calculator::app::targets::{TargetField, TargetsAction};
    let start = read(TABLE).after(Action::Read("Quixotic measure\t2022/23\t911\t917\n".to_owned()));
    let named = start.lines.unsettled()[0].line();
    let typed = [
        LinesAction::ReadAs(named, measure("immunisations")).into(),
        TargetsAction::Type(measure("dental-checks"), TargetField::Value, "83".to_owned()).into(),
        TargetsAction::Type(measure("long-term-stability"), TargetField::Value, "61.7".to_owned()).into(),
        TargetsAction::Type(measure("immunisations"), TargetField::Value, "zzz-draft".to_owned()).into(),
        CaseloadAction::Edit(Input::Children, "7331".to_owned()).into(),
        CaseloadAction::Name("zzz-scenario".to_owned()).into(),
        ReachAction::Edit(ReachField::Numerator, "4447".to_owned()).into(),
        LinesAction::Edit(start.lines.as_slice()[3].id.cell(Field::Numerator), "71".to_owned()).into(),
        Action::Read("zzz-left-out\t2022/23\t5501\t5503\n".to_owned()),
    ];
    let state = typed.into_iter().fold(start, |state, action: Action| state.after(action));
    let state = write(&state, "dental-checks", Part::Doing, "zzz-secret: 3 children wait");
    write(&state, "immunisations", Part::Why, "Clinics in schools")
}

#[test]
fn a_publishable_copy_holds_no_byte_of_anything_else() {
    for state in [full(), full().after(Setting::Audience(Audience::Council))] {
        let text = serde_json::to_string(&*state.publishable_copy()).expect("it can be written");
        let hidden = [
            "zzz",
            "Quixotic",
            "61.7",
            "7331",
            "4447",
            "5501",
            "\"70\"",
            "county\",\"period\":\"2022/23\",\"n",
        ];
        for private in hidden {
            assert!(!text.contains(private), "{private} is in {text}");
        }
        // Every number that is in it, against each number that is hidden.
        let note = &state.review().note;
        let text = text.replace(note, "");
        let numbers: Vec<&str> =
            text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
        for number in ["25", "150", "2", "17", "15", "125"] {
            assert!(!numbers.contains(&number), "{number} is in {text}");
        }
        assert!(text.contains("Clinics in schools") && numbers.contains(&"83") && numbers.contains(&"71"));
    }
}

#[test]
fn both_copies_are_made_of_the_same_state() {
    let state = full();
    let published = State::restored(state.publishable_copy().into_inner());
    let after = state.after(Action::Saved(Copied::Figures));
    assert!(after.is_unsaved(), "a publishable copy does not hold everything");
    let kept = State::restored(after.private_copy().expect("all is kept").into_inner());
    assert_eq!((kept.edition, kept.is_unsaved()), (Edition::Private, false));
    assert_eq!(
        (kept.figures().len(), &kept.names, &kept.targets),
        (state.figures().len(), &state.names, &state.targets)
    );
    assert_eq!((&kept.commentary, &kept.scenarios.reach), (&state.commentary, &state.scenarios.reach));
    assert_eq!(kept.after(Action::Undo).commentary, state.after(Action::Undo).commentary);
    let amounts = |state: &State| state.figures().iter().map(|figure| figure.amount).collect::<Vec<_>>();
    assert_eq!(amounts(&kept), amounts(&state));
    assert_eq!(amounts(&State::restored(kept.publishable_copy().into_inner())), amounts(&published));
}

#[test]
fn a_publishable_copy_is_changed_only_once_it_is_edited() {
    let opened = State::restored(full().publishable_copy().into_inner());
    assert_eq!(opened.edition, Edition::Publishable);
    for action in [
        Action::Read("Dental checks\t2022/23\t1\t2\n".to_owned()),
        Action::Clear,
        Setting::Period(None).into(),
        Setting::Audience(Audience::Council).into(),
        CommentaryAction::Write(measure("dental-checks"), YEAR, Part::Why, "New".to_owned()).into(),
    ] {
        let same = opened.after(action.clone());
        assert_eq!(same.message, Status::ReadOnly.into(), "{action:?}");
        assert_eq!(
            (&same.lines, &same.settings, &same.commentary),
            (&opened.lines, &opened.settings, &opened.commentary)
        );
        let edited = opened.after(Action::EditCopy).after(action);
        assert!(edited.message != Status::ReadOnly.into());
    }
    assert_eq!(opened.after(Action::EditCopy).edition, Edition::Page);
    assert!(!opened.is_unsaved());
}
