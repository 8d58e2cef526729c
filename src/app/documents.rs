//! What Word and Excel files are made of.

use crate::app::scenarios::{Answers, Caseloads};
use crate::app::state::State;
use crate::disclose::{Cleared, Disclosure, Released};
use crate::office::Contents;
use crate::report::{Table, caseload_table};
use crate::scenario::{Caseload, CaseloadInputs};
use crate::words::disclosure::internal_mark;

impl State {
    /// The figures, the scorecard of them, the commentary and the caseload scenarios, as they may leave the page in a file.
    pub fn contents(&self) -> Released<Contents> {
        let disclosure = self.settings.disclosure;
        let (commentary, _) = self.released_commentary();
        let contents = Contents::of(&self.disclosed(), &self.choices(), disclosure, &commentary);
        let caseloads = self
            .cleared_caseloads()
            .with(&disclosure, |typed, disclosure| table(typed, *disclosure))
            .transposed();
        match caseloads.and_then(Cleared::released) {
            Some(table) => contents.with(&table, |contents, table| Contents {
                caseloads: Some((**table).clone()),
                ..contents.clone()
            }),
            None => contents,
        }
    }
}

/// The scenarios that have an answer, side by side; `None` if none has.
fn table(caseloads: &Caseloads, disclosure: Disclosure) -> Option<Table> {
    let answers = Answers::of(caseloads);
    let columns: Vec<(String, &CaseloadInputs, &Caseload)> =
        answers.all.iter().map(|each| (each.name.clone(), &each.inputs, &each.found)).collect();
    (!columns.is_empty()).then(|| caseload_table(&columns, answers.base).with_note(internal_mark(disclosure)))
}
