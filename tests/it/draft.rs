//! A draft that is checked: taken, changed, undone, kept and copied.

use corporate_parenting_calculator::app::draft::{DraftAction, EXAMPLE, SHORT};
use corporate_parenting_calculator::app::state::{Action, Copied, Setting, State};
use corporate_parenting_calculator::check::Verdict;
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::read::personal_of_persons;
use corporate_parenting_calculator::report::{CheckedDraft, Piece, checked, pieces};

const DRAFT: &str =
    "162 out of 233 children (69.5%) stayed. 412 out of 520 children (82%) had a dental check.";

const PERSONAL: &str = "Name\tDate of birth\nJane Holloway\t03/04/2012\nTom Hargreaves\t05/06/2013\n";

fn with(text: &str) -> State {
    State::default().after(DraftAction::Offer(text.to_owned()))
}

fn checked_draft(state: &State) -> CheckedDraft {
    let text = state.draft.text().to_owned();
    CheckedDraft { found: checked(&text, &state.check_context()).found, text }
}

#[test]
fn a_suggestion_is_written_into_the_text_and_taken_back() {
    let before = with(DRAFT);
    let draft = checked_draft(&before);
    let wrong = draft.found.iter().find(|found| found.verdict == Verdict::Differs).expect("one differs");
    let first = draft.found[0].span.clone();
    let state = before.after(DraftAction::Dismiss(first.clone()));
    let new = wrong.suggestion.clone().expect("it has a suggestion");
    let state = state.after(DraftAction::Accept(wrong.span.clone(), new));
    assert_eq!(state.draft.text(), DRAFT.replace("82%", "79%"));
    assert!(state.draft.is_dismissed(&first), "what was dismissed before it stays so");
    assert!(checked_draft(&state).found.iter().all(|found| found.verdict == Verdict::Agrees));
    let state = state.after(Action::Undo);
    assert_eq!(state.draft.text(), DRAFT);
    assert_eq!(state.after(Action::Undo).draft, before.draft);
}

#[test]
fn what_was_dismissed_moves_with_the_text() {
    let at = DRAFT.find("82%").expect("it is there");
    let state = with(DRAFT).after(DraftAction::Dismiss(at..at + 3));
    let state = state.after(DraftAction::Take(format!("A draft.\n{DRAFT}")));
    assert!(state.draft.is_dismissed(&(at + 9..at + 12)));
    let changed = state.after(DraftAction::Take(DRAFT.replace("82%", "80%")));
    assert_eq!(changed.draft.dismissed(), 0);
}

#[test]
fn nothing_replaces_a_draft_unasked() {
    let state = with(DRAFT).after(DraftAction::Offer(EXAMPLE.to_owned()));
    assert_eq!(state.draft.text(), DRAFT);
    assert_eq!(state.at_door.offered.as_deref(), Some(EXAMPLE));
    assert_eq!(state.after(DraftAction::Keep).at_door.offered, None);
    assert_eq!(state.after(DraftAction::Take(EXAMPLE.to_owned())).draft.text(), EXAMPLE);
}

#[test]
fn personal_data_is_turned_away() {
    let state = with(PERSONAL);
    assert!(state.draft.is_empty());
    assert!(!state.at_door.refused.is_empty());
    assert!(!state.can_undo(), "it is no part of what undo goes back to");
}

#[test]
fn a_long_draft_is_taken_when_it_was_looked_through() {
    let long = format!("{DRAFT}\n").repeat(1 + SHORT / DRAFT.len());
    let waiting = with(&long);
    assert_eq!(waiting.at_door.looked_through.as_deref(), Some(long.as_str()));
    assert!(waiting.draft.is_empty() && !waiting.can_undo(), "nothing of it is kept before");
    assert_eq!(waiting.after(DraftAction::LookedThrough(Vec::new())).draft.text(), long);
    let found = personal_of_persons(PERSONAL);
    let refused = waiting.after(DraftAction::LookedThrough(found.clone()));
    assert!(refused.draft.is_empty() && !refused.can_undo());
    assert_eq!((refused.at_door.looked_through, refused.at_door.refused), (None, found));
    let late = State::default().after(DraftAction::LookedThrough(Vec::new()));
    assert!(late.draft.is_empty(), "nothing waits");
}

#[test]
fn a_draft_is_asked_about_on_leaving_and_kept() {
    assert!(with(DRAFT).is_unsaved());
    assert!(!with(EXAMPLE).is_unsaved());
    let state = with(DRAFT).after(DraftAction::Dismiss(28..33));
    let again = State::started_anew(state.to_kept(), Vec::new(), Vec::new(), Vec::new());
    assert_eq!(again.draft, state.draft);
    assert!(again.is_unsaved());
    // A copy for anyone keeps no draft; a private one does.
    assert!(State::restored(state.publishable_copy().into_inner()).draft.is_empty());
    let private = state.private_copy().expect("the person asked for it");
    let restored = State::restored(private.into_inner());
    assert_eq!(restored.draft, state.draft);
    assert!(!restored.is_unsaved());
    assert!(!state.after(Action::Saved(Copied::Page)).is_unsaved());
}

#[test]
fn recomputations_of_small_counts_do_not_leave() {
    let cleared = |state: &State| state.cleared_draft(checked_draft(state)).may_leave();
    assert!(cleared(&with(DRAFT)));
    let small = with("3 out of 40 children (7.5%) moved.");
    assert_eq!(checked_draft(&small).found.len(), 1);
    assert!(!cleared(&small));
    assert!(cleared(&small.after(Setting::Audience(Audience::Council))));
}

#[test]
fn the_example_has_findings_that_can_be_copied() {
    let state = with(EXAMPLE);
    let draft = checked_draft(&state);
    let table = draft.to_table();
    assert_eq!(table.rows.len(), draft.found.len());
    assert!(state.cleared_draft(draft).may_leave());
}

#[test]
fn lines_with_tabs_are_rows() {
    let text = "A heading\r\n\n\t2022\t2023\r\nBoys\t350\t366\nand a line";
    let shown: Vec<String> = pieces(text)
        .iter()
        .map(|piece| match piece {
            Piece::Line(line) => text[line.clone()].to_owned(),
            Piece::Rows(rows) => {
                let cells = |row: &Vec<std::ops::Range<usize>>| {
                    row.iter().map(|cell| &text[cell.clone()]).collect::<Vec<_>>().join("|")
                };
                rows.iter().map(cells).collect::<Vec<_>>().join("/")
            }
        })
        .collect();
    assert_eq!(shown, ["A heading", "|2022|2023/Boys|350|366", "and a line"]);
}
