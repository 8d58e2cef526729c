//! What a file is made of.

use crate::commentary::Remark;
use crate::compare::{self, Choices, Extent, LastPeriods, OverTime, Scorecard};
use crate::disclose::{Disclosed, Disclosure, Released};
use crate::figure::Figure;
use crate::report::{Table, title};
use crate::words::disclosure::{disclosure_note, internal_mark};

/// What a Word or Excel file is made of: figures as they may leave the page, and the scorecard of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The scorecard; of a council without own figures, its official ones.
    pub card: Scorecard,
    /// The figures it was made of.
    pub figures: Vec<Figure>,
    /// What was chosen for it.
    pub choices: Choices,
    /// What is hidden, in words; empty where nothing is.
    pub hidden: String,
    /// The mark of what is for internal use; empty for other files.
    pub internal: &'static str,
    /// What the council says of its figures.
    pub commentary: Vec<Remark>,
    /// The caseload scenarios side by side, where there are any.
    pub caseloads: Option<Table>,
    /// How many periods the person chose to see over time, if it did.
    pub last: Option<LastPeriods>,
    /// What a report in Word holds; a workbook has every measure.
    pub extent: Extent,
}

impl Contents {
    /// What files are made of, of figures that have passed disclosure control and commentary that may leave with them.
    pub fn of(
        disclosed: &Released<Disclosed>,
        choices: &Choices,
        disclosure: Disclosure,
        commentary: &Released<Vec<Remark>>,
    ) -> Released<Self> {
        disclosed.with(&(choices, disclosure, commentary), |disclosed, (choices, disclosure, commentary)| {
            Self {
                card: compare::scorecard_or_profile(&disclosed.figures, choices),
                figures: disclosed.figures.clone(),
                // For others, what is left out and not why.
                choices: if disclosure.is_internal() { (*choices).clone() } else { choices.without_words() },
                hidden: disclosure_note(disclosed, *disclosure),
                internal: internal_mark(*disclosure),
                commentary: commentary.to_vec(),
                caseloads: None,
                last: None,
                extent: Extent::All,
            }
        })
    }

    /// Returns the measures over so many periods, or over as many as the screen shows if none is said; or `None` if the report is
    /// on years alone.
    pub(super) fn over_time(&self, last: Option<LastPeriods>) -> Option<OverTime> {
        OverTime::to_report(&self.figures, &self.choices, last.or(self.last))
    }

    pub(super) fn title(&self) -> String {
        title(&self.card, &self.choices)
    }
}
