//! What the page keeps outside its program's memory is enough to go on with.

use corporate_parenting_calculator::app::lines::{Field, LinesAction};
use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input, ReachAction, ReachField};
use corporate_parenting_calculator::app::state::{Action, Example, Setting, State};
use corporate_parenting_calculator::app::targets::{TargetField, TargetsAction};
use corporate_parenting_calculator::words::status::Status;

/// What a program keeps of its state makes the same state again.
#[test]
fn nothing_entered_is_lost_when_the_program_is_started_anew() {
    let start = State::default().after(Action::Load(Example::ALL[0]));
    let (first, indicator) = (start.lines.as_slice()[0].id, start.figures()[0].indicator.clone());
    let actions = [
        Action::Read("Heading\n\nMonth,Jam,Cake\nx,1,2".to_owned()),
        LinesAction::Edit(first.cell(Field::Numerator), "12 or so".to_owned()).into(),
        LinesAction::LeaveOut(start.lines.as_slice()[1].id).into(),
        Action::Read("Nothing like it,5,6".to_owned()),
        LinesAction::LeaveOutUnsettled.into(),
        Action::Set(Setting::Population("no number".to_owned())),
        Action::Set(Setting::Threshold(9)),
        TargetsAction::Type(indicator, TargetField::Tolerance, "half".to_owned()).into(),
        Action::from(CaseloadAction::Edit(Input::Workers, "32".to_owned())),
        Action::from(CaseloadAction::Copy),
        Action::from(CaseloadAction::Name("Mine".to_owned())),
        Action::from(ReachAction::Edit(ReachField::Months, "six".to_owned())),
    ];
    let before = actions.into_iter().fold(start, |state, action| {
        let next = state.after(action);
        assert!(!next.is_kept_alike(&state) || next.to_kept() == state.to_kept());
        next
    });
    let lines = before.lines.iter().map(|line| line.entry.clone()).collect();
    let releases = before.published.releases().iter().map(|release| (**release).clone());
    let after =
        State::started_anew(before.to_kept(), lines, before.lines.table_problems().to_vec(), releases);
    assert!(matches!(after.message.statuses(), [Status::Restarted(_)]), "{}", after.message);
    assert!(
        after
            .lines
            .iter()
            .zip(&before.lines)
            .all(|(now, then)| now.entry == then.entry && now.checked == then.checked)
    );
    assert_eq!(after.lines.len(), before.lines.len());
    assert_eq!((&after.settings, &after.scenarios.reach), (&before.settings, &before.scenarios.reach));
    assert_eq!(after.scenarios.caseloads, before.scenarios.caseloads);
    assert!(!before.names.is_empty() && after.names == before.names);
    assert_eq!(
        (&after.lines.table_problems(), after.is_unsaved()),
        (&before.lines.table_problems(), before.is_unsaved())
    );
}
