//! The state as a machine: whatever a person does in whatever order, nothing panics, each step can be taken back, and
//! what is kept of the state makes the same state again.

use corporate_parenting_calculator::app::commentary::{Commentary, CommentaryAction, personal_in_remark};
use corporate_parenting_calculator::app::intake::{FileId, IntakeAction, SheetId, Source};
use corporate_parenting_calculator::app::lines::{Field, Lines, LinesAction, OwnAction};
use corporate_parenting_calculator::app::scenarios::{
    CaseloadAction, Goal, INPUTS, ReachAction, Role, Scenario, ScenarioId, Scenarios,
};
use corporate_parenting_calculator::app::state::{
    Action, Copied, Edition, Example, Setting, Settings, State,
};
use corporate_parenting_calculator::app::targets::{TargetField, Targets, TargetsAction};
use corporate_parenting_calculator::area::{self, NeighbourModel};
use corporate_parenting_calculator::commentary::Part;
use corporate_parenting_calculator::compare::{Average, SAME_TYPE, Way};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::indicator::{self, Good, Kind, OwnMeasure, Theme};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::{Published, Release, ReleaseId};
use corporate_parenting_calculator::read::{
    Column, Delimiter, Entry, FileError, Mapping, Problem, open_file,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::common::REACH_FIELDS;

/// What is typed into boxes and cells.
const TEXTS: &[&str] =
    &["", "12", "646", "12 or so", "c", "Kent", "2022/23", "March 2023", "7.9%", "5,000", "-3", "0.6"];

/// What looks like personal data, or begins like it.
const PERSONAL: &[&str] = &["tamsin@example.org", "943 476 5919", "14/03/2011"];

/// What is pasted or opened: figures, headings that are asked about, what is refused, official figures.
const TABLES: &[&str] = &[
    "",
    "Dental checks\t300\t400\n",
    "Indicator,2022,2023\nChildren in care,620,646\nCare leavers,300,310\nDental checks,70%,71%\n",
    "Children in care\t786\nUnaccompanied children\t69\nUnaccompanied children %\t9.78%\n",
    "KPI wording\tTop\tBottom\nDental checks\t300\t400\n",
    "Nothing like it,5,6\nThree or more placements: 51 of 646\n",
    "Child name\tDOB\nAda Oakhollow\t12/03/2010\nBen Pellweather\t01/05/2011\n",
    "%PDF-1.7",
    include_str!("../data/official/placement-stability-2087.csv"),
];

/// One thing a person does: which, to which line, source, box or indicator of those there are, and with what text.
#[derive(Clone, Copy, Debug)]
struct Move {
    what: u8,
    which: usize,
    field: usize,
    text: &'static str,
    table: &'static str,
}

fn moves(most: usize) -> impl Strategy<Value = Vec<Move>> {
    let texts: Vec<&str> = TEXTS.iter().chain(PERSONAL).copied().collect();
    let one = (0..MOVES, 0..60_usize, 0..60_usize, select(texts), select(TABLES))
        .prop_map(|(what, which, field, text, table)| Move { what, which, field, text, table });
    prop::collection::vec(one, 1..most)
}

const MOVES: u8 = 40;

fn pick<T: Clone>(all: &[T], which: usize) -> Option<T> {
    all.get(which % all.len().max(1)).cloned()
}

/// The action of a move, if there is something to do it to.
fn action(state: &State, Move { what, which, field, text, table }: Move) -> Option<Action> {
    let fields = [Field::Area, Field::Period, Field::Numerator, Field::Denominator, Field::Value];
    let lines: Vec<_> = state.lines.iter().map(|line| line.id).collect();
    let line = pick(&lines, which);
    let cell = line.map(|line| line.cell(fields[field % fields.len()]));
    let indicator = indicator::all().get(field % indicator::all().len())?;
    // Cells alone turn away what looks like personal data.
    if PERSONAL.contains(&text) && !matches!(what, 0..=2 | 37 | 38) {
        return None;
    }
    let text = text.to_owned();
    let source = pick(state.intake.sources(), which);
    let file = source.as_ref().and_then(|source| source.file);
    let id = source.as_ref().map(|source| source.id);
    let period = pick(&[None, Some(Period::Year(2023)), Some(Period::Month(2023, 3))], which)?;
    Some(match what {
        0 | 1 => LinesAction::Edit(cell?, text).into(),
        2 => in_matrix(state, which, field, text)?.into(),
        3 => LinesAction::ReadAs(line?, indicator.into()).into(),
        4 => LinesAction::LeaveOut(line?).into(),
        5 if which % 4 == 0 => LinesAction::LeaveOutUnsettled.into(),
        5 => LinesAction::Delete(vec![line?]).into(),
        6 => match which % 3 {
            0 => LinesAction::AddMeasure(indicator.into(), "2021/22".to_owned()).into(),
            1 => LinesAction::AddPeriod("2020/21".to_owned()).into(),
            _ => OwnAction::Add(text, String::new()).into(),
        },
        7 => LinesAction::DismissProblems.into(),
        8 | 9 => Action::Read(table.to_owned()),
        10 => IntakeAction::Files(vec![(FileId(which), format!("{field}.csv"))]).into(),
        11 | 12 => {
            let options = state.intake.options_of(source.as_ref()?);
            IntakeAction::Opened(file?, open_file(table.as_bytes(), &source?.name, &options)).into()
        }
        13 => IntakeAction::Failed(file?, FileError::NoMemory).into(),
        14 => IntakeAction::Stopped(file?).into(),
        15 => {
            let headings = ["KPI wording", "Top", "Bottom"].map(str::to_owned).to_vec();
            let columns = vec![Column::Name, Column::Numerator, Column::Denominator];
            IntakeAction::Map(id?, Mapping { headings, columns }).into()
        }
        16 => IntakeAction::Ignore(id?, unmapped_place(&source?)?).into(),
        17 => IntakeAction::ChooseSheet(id?, SheetId(field % 2)).into(),
        18 => IntakeAction::LeaveSheet(id?, SheetId(field % 2)).into(),
        19 => IntakeAction::Add(id?).into(),
        20 => IntakeAction::Cancel(id?).into(),
        21 => Action::Separate(pick(&Delimiter::CHOICES, field)?),
        22 => Action::CloseRelease(ReleaseId(which % state.published.releases().len().max(1))),
        23 => Setting::Council(pick(&[None, area::by_name("Cambridgeshire")], which)?).into(),
        24 => Setting::Period(period).into(),
        25 => match which % 6 {
            0 => Setting::Model(NeighbourModel::ALL[1]),
            1 => Setting::Average(Average::Mean),
            2 => Setting::Way(Way::Quartile),
            3 => Setting::Also(&SAME_TYPE),
            4 => Setting::NotAlso(&SAME_TYPE),
            _ => Setting::Known(Some(2024)),
        }
        .into(),
        26 => Setting::Population(text).into(),
        27 => match which % 2 {
            0 => Setting::Threshold(u8::try_from(field).unwrap_or(9)),
            _ => Setting::Audience(if field % 2 == 0 { Audience::Council } else { Audience::Public }),
        }
        .into(),
        28 | 29 => {
            let field = if which % 2 == 0 { TargetField::Value } else { TargetField::Tolerance };
            TargetsAction::Type(indicator.into(), field, text).into()
        }
        30 => CaseloadAction::Edit(INPUTS[which % INPUTS.len()].input, text).into(),
        31 => match which % 6 {
            0 => CaseloadAction::Name(text),
            1 => CaseloadAction::Worker(Role::PersonalAdviser),
            2 => CaseloadAction::Select(ScenarioId(field)),
            3 => CaseloadAction::Base(ScenarioId(field)),
            4 => CaseloadAction::Copy,
            _ => CaseloadAction::Remove,
        }
        .into(),
        32 => ReachAction::Edit(REACH_FIELDS[which % REACH_FIELDS.len()], text).into(),
        33 => match which % 3 {
            0 => ReachAction::Indicator((field % 2 == 0).then_some((indicator.into(), 5, 40))),
            1 => {
                let goals = Goal::all(&[]);
                ReachAction::Goal(goals[field % goals.len()])
            }
            _ => ReachAction::Good(if field % 2 == 0 { Good::Low } else { Good::High }),
        }
        .into(),
        34 => Action::Saved(if which % 2 == 0 { Copied::Figures } else { Copied::Page }),
        37 | 38 => {
            let part = Part::ALL[which % Part::ALL.len()];
            CommentaryAction::Write(indicator.into(), period, part, text).into()
        }
        35 => OwnAction::Keep(line?).into(),
        36 => OwnAction::Define(described(state, which, field, text)?).into(),
        _ => pick(&[Action::Clear, Action::Load(Example::ALL[0])], field / 20)?,
    })
}

/// Something typed, pasted or changed in the matrix.
fn in_matrix(state: &State, which: usize, field: usize, text: String) -> Option<LinesAction> {
    let matrix = state.lines.matrix();
    let (row, column) = (which % matrix.rows.len().max(1), field % matrix.columns.len().max(1));
    let slot = matrix.rows.get(row)?.slot(column, matrix.columns.get(column)?);
    Some(match field % 3 {
        0 => LinesAction::Put(slot, text),
        1 => LinesAction::Retime(matrix.lines_of(column), text),
        _ => {
            let (puts, beyond) = matrix.block(row, column, &vec![vec![text; field % 6]; 1 + which % 3]);
            LinesAction::Fill { puts, beyond }
        }
    })
}

/// One of the own measures with something else known of it.
fn described(state: &State, which: usize, field: usize, text: String) -> Option<OwnMeasure> {
    let measure = pick(&state.own_measures(), which)?;
    let now = OwnMeasure::of(&measure);
    Some(match field % 5 {
        0 => OwnMeasure { title: text, ..now },
        1 => OwnMeasure { definition: text, ..now },
        2 => OwnMeasure { kind: pick(&Kind::ALL, field)?, ..now },
        3 => OwnMeasure { good: pick(&Good::ALL, which)?, ..now },
        _ => OwnMeasure { theme: pick(&Theme::ALL, field)?, ..now },
    })
}

fn unmapped_place(source: &Source) -> Option<corporate_parenting_calculator::figure::Place> {
    let mut unmapped = source.sheets().iter().flat_map(|sheet| &sheet.unmapped);
    Some(unmapped.next()?.place.clone())
}

/// All that a person entered and chose.
type Entered = (Lines, Settings, (Targets, Commentary), Published, Scenarios, Vec<Mapping>);

fn entered(state: &State) -> Entered {
    let State { lines, settings, targets, commentary, published, scenarios, intake, .. } = state.clone();
    (lines, settings, (targets, commentary), published, scenarios, intake.mappings().to_vec())
}

/// Whether an action only types: more typing in the same box is the same step.
fn types(action: &Action) -> bool {
    use corporate_parenting_calculator::app::scenarios::ScenariosAction;
    matches!(
        action,
        Action::Lines(LinesAction::Edit(..))
            | Action::Set(Setting::Population(_))
            | Action::Targets(TargetsAction::Type(..))
            | Action::Scenarios(
                ScenariosAction::Caseload(CaseloadAction::Edit(..) | CaseloadAction::Name(_))
                    | ScenariosAction::Reach(ReachAction::Edit(..))
            )
    )
}

/// A value as it is after it was written outside the program and read back.
fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let text = serde_json::to_string(value).expect("what is kept can be written");
    serde_json::from_str(&text).expect("what was written can be read")
}

/// The state of a program started anew with what was kept of this one.
fn started_anew(state: &State) -> State {
    let entries: Vec<Entry> = state.lines.iter().map(|line| line.entry.clone()).collect();
    let problems: Vec<Problem> = state.lines.table_problems().to_vec();
    let releases = state.published.releases().iter();
    let releases: Vec<Release> =
        releases.map(|release| Release::from_lines(&release.file, &release.to_lines())).collect();
    State::started_anew(
        through_json(&state.to_kept()),
        through_json(&entries),
        through_json(&problems),
        releases,
    )
}

/// What was entered, with lines as what they say: a program started anew counts them from the first. Of scenarios what is
/// in their boxes: an answer to what stood there before something wrong was typed is not kept.
fn said(state: &State) -> impl PartialEq + std::fmt::Debug + use<> {
    let (lines, settings, targets, published, scenarios, mappings) = entered(state);
    let entries: Vec<_> = lines.iter().map(|line| (line.entry.clone(), line.checked.clone())).collect();
    let problems = lines.table_problems().to_vec();
    let releases = published.releases().to_vec();
    let typed = |scenario: &Scenario| {
        INPUTS.iter().map(|info| scenario.text(info.input).to_owned()).collect::<Vec<_>>()
    };
    let caseloads = scenarios.caseloads;
    let boxes: Vec<_> =
        caseloads.scenarios.iter().map(|each| (each.name.clone(), each.worker, typed(each))).collect();
    let chosen = (caseloads.selected, caseloads.base, caseloads.is_changed);
    let questions = (boxes, chosen, scenarios.reach);
    (entries, problems, settings, targets, releases, questions, mappings, state.is_unsaved())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn each_step_can_be_taken_back_and_nothing_kept_is_lost(moves in moves(30)) {
        let mut state = State::default();
        let mut typed_before = false;
        for each in moves {
            let Some(action) = action(&state, each) else { continue };
            let typed = types(&action);
            let next = state.after(action.clone());
            let is_refused = next.turned_away.is_some()
                || matches!(action, Action::Commentary(_)) && personal_in_remark(each.text).is_some();
            if is_refused && !format!("{state:?}").contains(each.text) {
                let kept = format!("{next:?} {:?}", next.after(Action::Undo));
                prop_assert!(!kept.contains(each.text), "{} is kept", each.text);
            } else if entered(&next) == entered(&state) {
                prop_assert_eq!(next.can_undo(), state.can_undo(), "{:?} changes nothing", action);
            } else if !(typed && typed_before) {
                let undone = next.after(Action::Undo);
                prop_assert_eq!(entered(&undone), entered(&state), "{:?} is taken back", action);
                prop_assert_eq!(entered(&undone.after(Action::Redo)), entered(&next), "{:?} is redone", action);
            }
            // What changes nothing does not end typing in a box.
            typed_before = if entered(&next) == entered(&state) { typed_before } else { typed };
            state = next;
        }
        prop_assert_eq!(said(&started_anew(&state)), said(&state));
        let mut start = state;
        while start.can_undo() {
            start = start.after(Action::Undo);
        }
        prop_assert_eq!(entered(&start), entered(&State::default()));
    }

    /// A private working copy leaves nothing out, and goes back one step; saved again it is the same.
    #[test]
    fn a_private_working_copy_holds_everything(moves in moves(12)) {
        let done = |state: State, each| action(&state, each).map_or_else(|| state.clone(), |action| state.after(action));
        let state = moves.into_iter().fold(State::default(), done);
        let saved = state.private_copy().expect("a person may keep everything");
        let restored = State::restored(through_json(&*saved));
        let all = state.after(Action::Saved(Copied::Page));
        prop_assert_eq!(said(&restored), said(&all));
        prop_assert_eq!(restored.can_undo(), state.can_undo());
        let (back, before) = (restored.after(Action::Undo), all.after(Action::Undo));
        prop_assert_eq!(back.figures().len(), before.figures().len());
        prop_assert_eq!((&back.settings, &back.targets, &back.commentary), (&before.settings, &before.targets, &before.commentary));
        prop_assert_eq!(through_json(&*restored.private_copy().expect("again")), through_json(&*State::restored(through_json(&*restored.private_copy().expect("again"))).private_copy().expect("again")));
        prop_assert!(!restored.is_unsaved());
        prop_assert_eq!(restored.edition, Edition::Private);
    }
}
