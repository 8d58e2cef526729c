//! The figures as they are kept: in a page saved with its figures, and as CSV.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::area::{Area, NeighbourModel};
use crate::compare::{Average, Choices, ComparatorKind, Target, Way};
use crate::disclose::{Audience, Disclosure, Released, USUAL_THRESHOLD};
use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Measure};
use crate::period::Period;
use crate::published::{self, Published, Release};
use crate::read::{Entry, Subject};
use crate::report::{figures_csv, file_name};
use crate::words::disclosure::disclosure_note;
use crate::words::status::Status;
use crate::words::text::counted;

use crate::app::names::Names;
use crate::app::scenarios::KeptScenarios;
use crate::app::settings::{Setting, further};
use crate::app::state::State;
use crate::app::stated::Stated;
use crate::app::targets::{Targets, TypedTarget};

/// An entry that says nothing but its figure: what else stood in its cells may say more than may leave.
fn plain(figure: &Figure) -> Entry {
    let (numerator, denominator, value) = match figure.amount {
        Amount::Counts { numerator, denominator } => {
            (numerator.to_string(), denominator.to_string(), String::new())
        }
        Amount::Value(value) if figure.indicator.kind == Kind::Share => {
            (String::new(), String::new(), format!("{value}%"))
        }
        Amount::Value(value) => (String::new(), String::new(), value.to_string()),
        Amount::Withheld(symbol) => (String::new(), String::new(), symbol.symbol().to_owned()),
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

/// What a page keeps beside its choices.
#[derive(Clone)]
struct Content {
    entries: Vec<Entry>,
    /// What is said of those that are hidden.
    note: String,
    /// What names mean, as the person said. A name may say more than may leave: it is kept for internal use only.
    names: Names,
    /// What tables state, which may say more than may leave, too.
    stated: Stated,
}

/// What a page keeps of its figures and choices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Saved {
    /// The form this is written in.
    format: u32,
    council: Option<&'static Area>,
    period: Option<String>,
    model: String,
    average: String,
    /// The comparators besides the usual ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    population: String,
    way: String,
    known: Option<u16>,
    targets: Vec<TypedTarget>,
    threshold: u8,
    is_internal: bool,
    /// What was hidden when it was saved.
    note: String,
    lines: Vec<SavedLine>,
    #[serde(skip_serializing_if = "Names::is_empty")]
    names: Names,
    /// What tables state besides the council's own figures; for internal use only.
    #[serde(skip_serializing_if = "Stated::is_empty")]
    stated: Stated,
    /// Official files that were in use.
    releases: Vec<SavedRelease>,
    #[serde(skip_serializing_if = "KeptScenarios::is_empty")]
    scenarios: KeptScenarios,
}

/// One line of the figures table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct SavedLine {
    label: String,
    /// The headings above it.
    #[serde(skip_serializing_if = "String::is_empty")]
    under: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<Measure>,
    #[serde(skip_serializing_if = "String::is_empty")]
    area: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    period: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    numerator: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    denominator: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    value: String,
}

impl From<Entry> for SavedLine {
    fn from(entry: Entry) -> Self {
        Self {
            indicator: entry.subject.indicator().cloned(),
            label: entry.label,
            under: entry.context,
            area: entry.area,
            period: entry.period,
            numerator: entry.numerator,
            denominator: entry.denominator,
            value: entry.value,
        }
    }
}

/// An official file that was in use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct SavedRelease {
    file: String,
    lines: String,
}

/// The form pages are saved in now. A page reads its own form and every earlier one.
const FORMAT: u32 = 1;

impl Saved {
    /// What is kept of choices. Of what a person typed among them it keeps what the text means.
    fn of(choices: &Choices, disclosure: Disclosure) -> Self {
        let target = |(indicator, target): &(Measure, Target)| TypedTarget {
            indicator: indicator.clone(),
            value: target.value.to_string(),
            tolerance: Some(target.tolerance.to_string())
                .filter(|_| target.tolerance.units() != 0)
                .unwrap_or_default(),
        };
        Self {
            format: FORMAT,
            council: choices.council,
            period: choices.period.map(Period::id),
            model: choices.model.id().to_owned(),
            average: choices.average.id().to_owned(),
            also: choices.also.iter().map(|kind| kind.id.to_owned()).collect(),
            population: choices.population.map_or_else(String::new, counted),
            way: choices.way.id().to_owned(),
            known: choices.published.known(),
            targets: choices.targets.iter().map(target).collect(),
            threshold: disclosure.threshold(),
            is_internal: disclosure.is_internal(),
            ..Self::default()
        }
    }
}

impl State {
    /// The state of a page that was saved with figures.
    #[must_use]
    pub fn restored(saved: Saved) -> Self {
        let mut state = Self::default();
        state.load_saved(saved);
        // It opens on another screen than that of its figures.
        state.tells_incoming = true;
        state
    }

    /// The entries as they may leave the page: hidden figures withheld, and lines that are no figure left out, since
    /// nobody knows what their numbers count. For internal use all of them, as they are.
    fn released_content(&self) -> Released<Content> {
        let disclosure = self.settings.disclosure;
        let disclosed = self.disclosed();
        let all = self.lines.iter().filter(|line| !line.is_left_out()).map(|line| line.entry.clone());
        let note = disclosure_note(&disclosed, disclosure);
        let all =
            Content { entries: all.collect(), note, names: self.names.clone(), stated: self.stated.clone() };
        Released::internal(disclosure, all).unwrap_or_else(|| {
            disclosed.with(&disclosure, |disclosed, disclosure| Content {
                entries: disclosed.figures.iter().map(plain).collect(),
                note: disclosure_note(disclosed, *disclosure),
                names: Names::default(),
                stated: Stated::default(),
            })
        })
    }

    /// How many lines are no figure, and so do not leave the page.
    pub fn without_figure(&self) -> usize {
        self.lines.iter().filter(|line| line.checked.figure.is_none() && !line.entry.is_blank()).count()
    }

    /// The figures as CSV that this page reads back.
    pub fn figures_csv(&self) -> Released<String> {
        self.released_content().map(|content| figures_csv(&content.entries, &content.note))
    }

    /// What a page saved now keeps.
    pub fn to_saved(&self) -> Released<Saved> {
        let choices = (self.choices(), self.settings.disclosure);
        let saved = self.released_content().with(&choices, |content, (choices, disclosure)| {
            let release = |release: &Rc<Release>| SavedRelease {
                file: release.file.clone(),
                lines: release.to_lines(),
            };
            Saved {
                note: content.note.clone(),
                lines: content.entries.iter().cloned().map(SavedLine::from).collect(),
                names: content.names.clone(),
                stated: content.stated.clone(),
                releases: choices.published.releases().iter().map(release).collect(),
                ..Saved::of(choices, *disclosure)
            }
        });
        let scenarios = (self.cleared_caseloads().released(), self.cleared_reach().released());
        saved.with(&scenarios, |saved, (caseloads, reach)| Saved {
            scenarios: KeptScenarios::of(caseloads.as_deref(), reach.as_deref()),
            ..saved.clone()
        })
    }

    /// Whether a page saved now keeps all of the scenarios.
    pub(crate) fn are_scenarios_kept(&self) -> bool {
        self.cleared_caseloads().may_leave() && self.cleared_reach().may_leave()
    }

    /// What is kept of the choices as they are typed, without figures and official files.
    pub(crate) fn saved_choices(&self) -> Saved {
        Saved {
            population: self.settings.population.clone(),
            ..Saved::of(&self.choices(), self.settings.disclosure)
        }
    }

    /// Takes the choices of what was kept in place of those there are.
    pub(crate) fn take_choices(&mut self, saved: &Saved) {
        self.targets = Targets::of(saved.targets.clone());
        let settings = &mut self.settings;
        settings.council = saved.council;
        settings.period = saved.period.as_ref().and_then(|period| Period::parse(period).ok());
        settings.model = NeighbourModel::by_id(&saved.model).unwrap_or_default();
        settings.average = if saved.average == "mean" { Average::Mean } else { Average::Median };
        settings.also = further(saved.also.iter().filter_map(|id| ComparatorKind::by_id(id)));
        settings.population.clone_from(&saved.population);
        settings.way = Way::by_id(&saved.way).unwrap_or_default();
        settings.known = saved.known.filter(|known| published::known_years().contains(known));
        let threshold = if saved.threshold == 0 { USUAL_THRESHOLD } else { saved.threshold };
        settings.apply(Setting::Threshold(threshold));
        settings.apply(Setting::Audience(if saved.is_internal {
            Audience::Council
        } else {
            Audience::Public
        }));
    }

    /// Takes the figures and choices of a saved page in place of all there is.
    fn load_saved(&mut self, saved: Saved) {
        if saved.format > FORMAT {
            self.say(Status::SavedByNewer);
            return;
        }
        self.lines.clear();
        self.names = saved.names.clone();
        self.stated = saved.stated.clone();
        self.take_choices(&saved);
        let releases = saved.releases.iter().map(|each| Release::from_lines(&each.file, &each.lines));
        self.published = releases.fold(Published::default(), |published, release| published.with(release));
        let lines = saved.lines.len();
        for line in saved.lines {
            let mut entry = Entry {
                label: line.label,
                context: line.under,
                area: line.area,
                period: line.period,
                numerator: line.numerator,
                denominator: line.denominator,
                value: line.value,
                ..Entry::default()
            };
            match line.indicator {
                Some(indicator) => entry.subject = Subject::Known(indicator),
                // What it may mean is found anew.
                None => entry.find_subject(),
            }
            self.lines.push(entry);
        }
        if !saved.scenarios.is_empty() {
            self.scenarios = saved.scenarios.into_scenarios();
        }
        self.fill_from_figures();
        self.mark_as_saved();
        self.say(Status::SavedWith(lines, saved.note));
    }

    /// A name for what is saved: what it is, the council, the period.
    pub fn file_name(&self, what: &str, ending: &str) -> String {
        let council = self.settings.council.map(|council| council.name.to_owned());
        let period = self.settings.period.map(|period| period.to_string());
        let parts: Vec<String> = [Some(what.to_owned()), council, period].into_iter().flatten().collect();
        format!("{}.{ending}", file_name(&parts.join(" ")))
    }
}
