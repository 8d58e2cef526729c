//! A copy that is published: figures, targets, commentary and scenarios as they may leave the page, what is chosen, and nothing
//! else.

use serde::{Deserialize, Serialize};

use crate::commentary::Remark;
use crate::compare::{Choices, OwnBreak};
use crate::disclose::{Cleared, Disclosed, Disclosure, Released, disclose};
use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Measure};
use crate::published::{Published, Release};
use crate::read::{Entry, Subject};
use crate::words::disclosure::disclosure_note;
use crate::words::status::Status;

use crate::app::commentary::Commentary;
use crate::app::edition::Edition;
use crate::app::leaving::released_remarks;
use crate::app::saved::choices::SavedChoices;
use crate::app::saved::release::{self, SavedRelease};
use crate::app::scenarios::{Caseloads, Scenario};
use crate::app::state::State;

/// An entry that says nothing but its figure: what else stood in its cells may say more than may leave.
pub(super) fn plain(figure: &Figure) -> Entry {
    let (numerator, denominator, value) = match figure.amount {
        Amount::Counts { numerator, denominator } => {
            (numerator.to_string(), denominator.to_string(), String::new())
        }
        Amount::Value(value) if figure.indicator.kind == Kind::Share => {
            (String::new(), String::new(), format!("{value}%"))
        }
        Amount::Value(value) => (String::new(), String::new(), value.to_string()),
        Amount::Withheld(symbol) => (String::new(), String::new(), symbol.in_cell()),
    };
    Entry {
        label: figure.indicator.title.clone().into_owned(),
        subject: Subject::Known(figure.indicator.clone()),
        area: figure.area.map_or_else(String::new, |area| area.name.to_owned()),
        period: figure.period.map_or_else(String::new, |period| period.to_string()),
        numerator,
        denominator,
        value,
        ..Entry::default()
    }
}

/// What a publishable copy keeps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Publishable {
    choices: SavedChoices,
    /// What was hidden when it was saved.
    note: String,
    figures: Vec<SavedFigure>,
    commentary: Vec<Remark>,
    /// Official files that were in use.
    releases: Vec<SavedRelease>,
    /// Caseload scenarios.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scenarios: Vec<Scenario>,
}

/// One figure of a publishable copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SavedFigure {
    measure: Measure,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    area: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    period: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    numerator: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    denominator: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    value: String,
}

impl From<&Figure> for SavedFigure {
    fn from(figure: &Figure) -> Self {
        let Entry { area, period, numerator, denominator, value, .. } = plain(figure);
        Self { measure: figure.indicator.clone(), area, period, numerator, denominator, value }
    }
}

impl From<SavedFigure> for Entry {
    fn from(saved: SavedFigure) -> Self {
        let SavedFigure { measure, area, period, numerator, denominator, value } = saved;
        Self {
            label: measure.title.clone().into_owned(),
            subject: Subject::Known(measure),
            area,
            period,
            numerator,
            denominator,
            value,
            ..Self::default()
        }
    }
}

/// What would leave in a publishable copy, and what would not.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Figures in it, those that are hidden included.
    pub figures: usize,
    /// What is hidden among them, in words.
    pub note: String,
    /// Rows without a figure, which are left out.
    pub without_figure: usize,
    /// How many measures have commentary in it.
    pub remarks: usize,
    /// The commentary that is left out.
    pub held_back: Vec<Remark>,
    /// The names of the caseload scenarios in it, or nothing if one gives a small or hidden number of children, so that all are
    /// left out.
    pub scenarios: Option<Vec<String>>,
}

impl State {
    /// What a published copy hides: small counts, whatever is chosen for other output.
    fn public(&self) -> Disclosure {
        Disclosure::default().with_threshold(self.settings.disclosure.threshold())
    }

    fn for_the_public(&self) -> (Released<Disclosed>, Released<Vec<Remark>>, Vec<Remark>) {
        let (figures, settings, public) = (self.figures(), &self.settings, self.public());
        let disclosed = disclose(&figures, settings.council, settings.period, public);
        let (released, held_back) = released_remarks(self.commentary.remarks(), &figures, &disclosed, public);
        (disclosed, released, held_back)
    }

    /// The scenarios that have an answer, if any, as they may be published.
    fn scenarios_for_the_public(&self, disclosed: &Disclosed) -> Option<Cleared<Caseloads>> {
        let answered = self.scenarios.caseloads.answered()?;
        Some(self.caseloads_cleared(answered, self.public(), disclosed))
    }

    /// What would leave in a publishable copy made now, and what would not.
    pub fn review(&self) -> Review {
        let (disclosed, released, held_back) = self.for_the_public();
        let names = |caseloads: Cleared<Caseloads>| {
            let caseloads = caseloads.released()?;
            Some(caseloads.scenarios.iter().map(|each| each.name.clone()).collect())
        };
        Review {
            scenarios: self.scenarios_for_the_public(&disclosed).map_or_else(|| Some(Vec::new()), names),
            figures: disclosed.figures.len(),
            note: disclosure_note(&disclosed, self.public()),
            without_figure: self.without_figure(),
            remarks: released
                .iter()
                .enumerate()
                .filter(|(at, remark)| released[..*at].iter().all(|other| other.measure != remark.measure))
                .count(),
            held_back,
        }
    }

    /// What a publishable copy made now keeps.
    pub fn publishable(&self) -> Released<Publishable> {
        let (disclosed, remarks, _) = self.for_the_public();
        let scenarios = self.scenarios_for_the_public(&disclosed).and_then(Cleared::released);
        let choices = (self.choices(), self.public(), (remarks, scenarios));
        disclosed.with(&choices, |disclosed, (choices, public, (remarks, scenarios))| {
            let is_shown =
                |measure: &Measure| disclosed.figures.iter().any(|figure| figure.indicator == *measure);
            // A target of nothing that is in it is nobody else's business.
            let targets = choices.targets.iter().filter(|(measure, _)| is_shown(measure)).cloned().collect();
            // Of a break or a one-off it says when; the council's words about it stay inside.
            let is_named = |of: &str| disclosed.figures.iter().any(|figure| figure.indicator.id == *of);
            let of_shown = |own: &&OwnBreak| own.measure.as_ref().is_none_or(|of| is_named(of));
            let dated = |own: &OwnBreak| OwnBreak { note: String::new(), ..own.clone() };
            let breaks = choices.breaks.iter().filter(of_shown).map(dated).collect();
            let one_offs = choices.one_offs.without_words(is_named);
            let choices = Choices { targets, breaks, one_offs, ..choices.clone() };
            Publishable {
                choices: SavedChoices::of(&choices, *public),
                note: disclosure_note(disclosed, *public),
                figures: disclosed.figures.iter().map(SavedFigure::from).collect(),
                commentary: (**remarks).clone(),
                releases: release::saved(&choices.published),
                scenarios: scenarios.as_ref().map_or_else(Vec::new, |caseloads| caseloads.scenarios.to_vec()),
            }
        })
    }

    /// The state of a publishable copy.
    pub(super) fn of_publishable(saved: Publishable) -> Self {
        let mut state = Self::default();
        state.take_choices(&saved.choices);
        state.commentary = Commentary::of(saved.commentary);
        let releases = saved.releases.iter().map(Release::from);
        state.published = releases.fold(Published::default(), |published, release| published.with(release));
        let figures = saved.figures.len();
        for figure in saved.figures {
            state.lines.push(Entry::from(figure));
        }
        if !saved.scenarios.is_empty() {
            state.scenarios.caseloads =
                Caseloads { is_changed: true, ..Caseloads::of(saved.scenarios, 0, 0) };
        }
        state.fill_from_figures();
        state.edition = Edition::Publishable;
        state.say(Status::Publishable(figures, saved.note));
        state
    }
}
