//! What Word and Excel files are made of.

use crate::app::scenarios::{Answers, Caseloads};
use crate::app::state::State;
use crate::disclose::{Cleared, Disclosure, Released};
use crate::office::Contents;
use crate::report::Table;
use crate::scenario::distribution;
use crate::words::caseload::{LAST_GOOD_IN_REPORT, caseload_sentence};
use crate::words::disclosure::internal_mark;
use crate::words::spread::in_team;

impl State {
    /// The figures, the scorecard of them, the commentary and the caseload scenarios, as they may leave the page in a file.
    pub fn contents(&self) -> Released<Contents> {
        let disclosure = self.settings.disclosure;
        let (commentary, _) = self.released_commentary();
        let contents = Contents::of(&self.disclosed(), &self.choices(), disclosure, &commentary)
            .with(&self.settings.last, |contents, last| Contents { last: *last, ..contents.clone() });
        match self.released_caseloads() {
            Some(table) => contents.with(&table, |contents, table| Contents {
                caseloads: Some((**table).clone()),
                ..contents.clone()
            }),
            None => contents,
        }
    }

    /// Returns the caseload scenarios side by side with what they say, or `None` if nobody entered any or they may not leave the
    /// page.
    pub fn released_caseloads(&self) -> Option<Released<Table>> {
        if !self.scenarios.caseloads.is_changed {
            return None;
        }
        let disclosure = self.settings.disclosure;
        let caseloads = self.cleared_caseloads();
        let caseloads = caseloads.with(&disclosure, |typed, disclosure| table(typed, *disclosure));
        caseloads.transposed().and_then(Cleared::released)
    }
}

/// The scenarios that have an answer, side by side; `None` if none has.
fn table(caseloads: &Caseloads, disclosure: Disclosure) -> Option<Table> {
    let answers = Answers::of(caseloads);
    let mut table = answers.table()?;
    table.notes = answers
        .all
        .iter()
        .map(|each| {
            let said = caseload_sentence(&each.inputs, &each.found, each.role.nouns());
            let old = if each.is_old { LAST_GOOD_IN_REPORT } else { "" };
            let held = distribution(&each.held, each.inputs.target);
            let held =
                held.map_or_else(String::new, |spread| format!(" {}", in_team(&spread, each.inputs.target)));
            format!("{}: {old}{said}{held}", each.name)
        })
        .collect();
    Some(table.with_note(internal_mark(disclosure)))
}
