//! What a person is asked: names that could be several indicators, or that are near some.

use crate::figure::Place;
use crate::indicator::Indicator;

use super::entry::{Entry, Subject};

/// A name that is not settled, asked once for every row that bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name as found.
    pub label: String,
    /// The headings it stands under, or empty.
    pub context: String,
    /// Where it stands.
    pub places: Vec<Place>,
    /// What it could be, likeliest first; never empty.
    pub options: Vec<&'static Indicator>,
}

/// The questions that entries leave, in order of first use.
pub(super) fn questions(entries: &[Entry]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for entry in entries {
        let (Subject::OneOf(options) | Subject::Unknown(options)) = &entry.subject else { continue };
        if options.is_empty() || entry.is_blank() {
            continue;
        }
        let at = *known.entry((&entry.label, &entry.context)).or_insert(questions.len());
        match questions.get_mut(at) {
            // The values of one row have one name.
            Some(question) if question.places.last() == Some(&entry.place) => {}
            Some(question) => question.places.push(entry.place.clone()),
            None => questions.push(Question {
                label: entry.label.clone(),
                context: entry.context.clone(),
                places: vec![entry.place.clone()],
                options: options.clone(),
            }),
        }
    }
    questions
}
