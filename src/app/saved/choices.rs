//! What was chosen about the figures, as copies keep it.

use serde::{Deserialize, Serialize};

use crate::area::{Area, NeighbourModel};
use crate::compare::{
    Average, Choices, ComparatorKind, LastPeriods, OneOff, OneOffs, OwnBreak, Spans, Target, Way,
};
use crate::disclose::{Audience, Disclosure, USUAL_THRESHOLD};
use crate::indicator::{Measure, Span};
use crate::period::Period;
use crate::published;
use crate::words::text::counted;

use crate::app::settings::{Setting, further};
use crate::app::state::State;
use crate::app::targets::{Targets, TypedTarget};

/// What was chosen about the figures as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct SavedChoices {
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
    /// What figures of months and quarters are of.
    span: Option<Span>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<(String, Span)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<OwnBreak>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    one_offs: Vec<OneOff>,
    /// How many periods are shown over time.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<usize>,
}

impl SavedChoices {
    /// What is kept of choices. Of what a person typed among them it keeps what the text means.
    pub(super) fn of(choices: &Choices, disclosure: Disclosure) -> Self {
        let target = |(indicator, target): &(Measure, Target)| TypedTarget {
            indicator: indicator.clone(),
            value: target.value.to_string(),
            tolerance: Some(target.tolerance.to_string())
                .filter(|_| target.tolerance.units() != 0)
                .unwrap_or_default(),
        };
        Self {
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
            span: choices.spans.of_table,
            spans: choices.spans.of_measures.to_vec(),
            breaks: choices.breaks.to_vec(),
            one_offs: choices.one_offs.iter().cloned().collect(),
            last: None,
        }
    }
}

impl State {
    /// What is kept of the choices as they are typed, without figures and official files.
    pub(super) fn saved_choices(&self) -> SavedChoices {
        SavedChoices {
            population: self.settings.population.clone(),
            last: self.settings.last.map(LastPeriods::count),
            ..SavedChoices::of(&self.choices(), self.settings.disclosure)
        }
    }

    /// Takes the choices of what was kept in place of those there are.
    pub(super) fn take_choices(&mut self, saved: &SavedChoices) {
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
        settings.spans = Spans { of_table: saved.span, of_measures: saved.spans.clone().into() };
        settings.breaks = saved.breaks.clone().into();
        settings.one_offs = OneOffs::of(saved.one_offs.iter().cloned());
        settings.last = saved.last.and_then(LastPeriods::by_count);
        let threshold = if saved.threshold == 0 { USUAL_THRESHOLD } else { saved.threshold };
        settings.apply(Setting::Threshold(threshold));
        settings.apply(Setting::Audience(if saved.is_internal {
            Audience::Council
        } else {
            Audience::Public
        }));
    }
}
