//! What a council says in words about its figures.

use serde::{Deserialize, Serialize};

use crate::indicator::Measure;
use crate::period::Period;

/// A part of what is said about a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// What the figure shows.
    #[default]
    Showing,
    /// Why it is so.
    Why,
    /// What is being done.
    Doing,
    /// Who does it.
    Who,
    /// By when.
    By,
}

impl Part {
    /// Every part, in the order in which they are read.
    pub const ALL: [Self; 5] = [Self::Showing, Self::Why, Self::Doing, Self::Who, Self::By];

    /// The name used by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Showing => "showing",
            Self::Why => "why",
            Self::Doing => "doing",
            Self::Who => "who",
            Self::By => "by",
        }
    }

    /// Returns the part of that name, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }
}

/// What a council says in words about a measure in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    pub measure: Measure,
    /// The period it is about; nothing where the figures have none.
    pub period: Option<Period>,
    /// The text of each part.
    texts: [String; Part::ALL.len()],
}

impl Remark {
    /// A remark that says nothing yet.
    pub fn about(measure: Measure, period: Option<Period>) -> Self {
        Self { measure, period, texts: Default::default() }
    }

    /// The text of a part; empty where nothing is said.
    pub fn text(&self, part: Part) -> &str {
        &self.texts[part as usize]
    }

    /// Says something else in a part.
    pub fn set(&mut self, part: Part, text: String) {
        self.texts[part as usize] = text;
    }

    /// The parts in which something is said.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &str)> {
        Part::ALL.into_iter().map(|part| (part, self.text(part))).filter(|(_, text)| !text.trim().is_empty())
    }

    /// The parts that are read with the figure: what it shows, why it is so, what is being done.
    pub fn account(&self) -> impl Iterator<Item = (Part, &str)> {
        self.parts().filter(|(part, _)| !matches!(part, Part::Who | Part::By))
    }

    /// Whether nothing is said.
    pub fn is_blank(&self) -> bool {
        self.parts().next().is_none()
    }

    /// Whether it says what is being done, by whom or by when.
    pub fn has_action(&self) -> bool {
        self.parts().any(|(part, _)| !matches!(part, Part::Showing | Part::Why))
    }
}

/// Returns what is said about a measure in a period, or `None` if nothing is. What names no period is about every one of which
/// nothing else is said.
pub fn remark_on<'a>(remarks: &'a [Remark], measure: &Measure, period: Option<Period>) -> Option<&'a Remark> {
    let mut of_measure = remarks.iter().filter(|remark| remark.measure == *measure);
    let of_period = of_measure.clone().find(|remark| remark.period == period);
    of_period.or_else(|| of_measure.find(|remark| remark.period.is_none()))
}
