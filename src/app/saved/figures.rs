//! The figures as CSV that this page reads back.

use crate::disclose::Released;
use crate::read::Entry;
use crate::report::{figures_csv, file_name};
use crate::words::disclosure::disclosure_note;

use crate::app::saved::publishable::plain;
use crate::app::state::State;

impl State {
    /// How many lines are no figure, and so do not leave the page.
    pub fn without_figure(&self) -> usize {
        self.lines.iter().filter(|line| line.checked.figure.is_none() && !line.entry.is_blank()).count()
    }

    /// The figures as CSV that this page reads back: hidden figures withheld, and lines that are no figure left out, since
    /// nobody knows what their numbers count. For internal use all of them, as they are.
    pub fn figures_csv(&self) -> Released<String> {
        let disclosure = self.settings.disclosure;
        let disclosed = self.disclosed();
        let all = self.lines.iter().filter(|line| !line.is_left_out()).map(|line| line.entry.clone());
        let all: (Vec<Entry>, String) = (all.collect(), disclosure_note(&disclosed, disclosure));
        let content = Released::internal(disclosure, all).unwrap_or_else(|| {
            disclosed.with(&disclosure, |disclosed, disclosure| {
                let entries = disclosed.figures.iter().map(plain).collect();
                (entries, disclosure_note(disclosed, *disclosure))
            })
        });
        content.map(|(entries, note)| figures_csv(entries, note))
    }

    /// A name for what is saved: what it is, the council, the period.
    pub fn file_name(&self, what: &str, ending: &str) -> String {
        let council = self.settings.council.map(|council| council.name.to_owned());
        let period = self.settings.period.map(|period| period.to_string());
        let parts: Vec<String> = [Some(what.to_owned()), council, period].into_iter().flatten().collect();
        format!("{}.{ending}", file_name(&parts.join(" ")))
    }
}
