//! What screens ask of the state.

use crate::area::Area;
use crate::check::{Context, Neighbours, Own};
use crate::compare::{self, Choices, Length, StatedDiffers, TimeOf};
use crate::figure::Figure;
use crate::indicator::Measure;
use crate::period::Period;
use crate::read::Delimiter;
use crate::sorting::Sorting;
use crate::words::status::{Message, Status};

use crate::app::intake::FileId;
use crate::app::lines::Matrix;
use crate::app::lines::matrix::When;
use crate::app::settings::council_of;
use crate::app::state::State;
use crate::app::targets::can_meet_target;

impl State {
    /// Every figure of lines that have one.
    pub fn figures(&self) -> Vec<Figure> {
        self.lines.figures()
    }

    /// The periods of the figures, newest first.
    pub fn periods(&self) -> Vec<Period> {
        compare::periods(self.lines.each_figure())
    }

    /// The choices a scorecard takes.
    pub fn choices(&self) -> Choices {
        let settings = &self.settings;
        Choices {
            published: self.published.as_known(settings.known),
            council: settings.council,
            period: settings.period,
            model: settings.model,
            average: settings.average,
            also: settings.also.clone(),
            population: settings.population().ok().flatten(),
            way: settings.way,
            targets: self.targets.valid(),
            spans: settings.spans.clone(),
            breaks: settings.breaks.clone(),
            one_offs: settings.one_offs.clone(),
        }
    }

    /// The same for what leaves the page: for others without the council's words about what it leaves out of usual ranges.
    pub fn choices_leaving(&self) -> Choices {
        let choices = self.choices();
        if self.settings.disclosure.is_internal() { choices } else { choices.without_words() }
    }

    /// The same with official figures as they are now, for screens that do not say as when they are given.
    pub fn choices_now(&self) -> Choices {
        Choices { published: self.published.clone(), ..self.choices() }
    }

    /// The figures of others that tables state and that are not the official ones.
    pub fn stated_differing(&self) -> Vec<StatedDiffers> {
        self.stated.differing(&self.published, self.settings.council, self.settings.period)
    }

    /// The measures whose targets can be neither met nor missed, because neither direction is better, in their order, each once.
    pub fn targets_without_direction(&self) -> Vec<Measure> {
        let stated = self.stated.targets().iter().filter_map(|target| Some(target.settled()?.0));
        let stated = stated.filter(|measure| !measure.is_own());
        let own = self.targets.iter().map(|typed| typed.indicator.clone());
        let mut measures: Vec<Measure> =
            stated.chain(own).filter(|measure| !can_meet_target(measure)).collect();
        measures.arrange_by(Measure::in_order);
        measures.dedup();
        measures
    }

    /// What time the figures of measures are of that are counted over a year and have several for parts of one, in the order in which
    /// they came; and how long these parts are.
    pub fn times_of_figures(&self) -> (Vec<(Measure, TimeOf)>, Length) {
        let spans = &self.settings.spans;
        let mut found: Vec<(&Measure, Period, usize)> = Vec::new();
        for figure in self.lines.each_figure() {
            let measure = &figure.indicator;
            let Some(period) = figure.period else { continue };
            if spans.time_of(measure, period) == TimeOf::ItsPeriod {
                continue;
            }
            match found.iter_mut().rev().find(|(known, ..)| *known == measure) {
                Some((.., times)) => *times += 1,
                None => found.push((measure, period, 1)),
            }
        }
        // Nothing hangs on what one figure covers.
        found.retain(|(.., times)| *times > 1);
        let length = found.first().map_or(Length::Months, |(_, period, _)| Length::of(*period));
        let time = |(measure, period, _): (&Measure, Period, usize)| {
            (measure.clone(), spans.time_of(measure, period))
        };
        (found.into_iter().map(time).collect(), length)
    }

    /// Whether there is something a person entered that was neither saved nor comes from where it is kept: figures, what names
    /// mean, targets, commentary, a draft, or numbers of scenarios.
    pub fn is_unsaved(&self) -> bool {
        !self.last_saved.has(&self.entered())
    }

    /// Returns the council that the text names where none is chosen, or that all figures are of where another is, or `None` if
    /// there is nothing to ask.
    pub fn council_to_choose(&self) -> Option<&'static Area> {
        let Some(chosen) = self.settings.council else { return self.named_council };
        council_of(self.lines.each_figure()).filter(|council| *council != chosen)
    }

    /// What a draft is checked against: the council, the period, the council's own figures, and the official figures in use.
    pub fn check_context(&self) -> Context {
        let settings = &self.settings;
        let own = |figure: Figure| {
            let is_own = figure.area.is_none() || figure.area == settings.council;
            let indicator = figure.indicator.catalogue().filter(|_| is_own)?;
            Some(Own { indicator, period: figure.period.or(settings.period), amount: figure.amount })
        };
        Context {
            council: settings.council,
            period: settings.period,
            own: self.figures().into_iter().filter_map(own).collect(),
            neighbours: Neighbours { model: settings.model, average: settings.average },
            published: self.published.clone(),
            ..Context::default()
        }
    }

    /// What the last action did to the draft; empty where it was about something else.
    pub fn said_of_draft(&self) -> String {
        let is_of_draft = |status: &&Status| {
            matches!(
                status,
                Status::Undone
                    | Status::Redone
                    | Status::Personal(_)
                    | Status::DraftChanged(..)
                    | Status::FindingDismissed
                    | Status::FindingsRestored(_)
                    | Status::DraftCleared
            )
        };
        self.message.statuses().iter().filter(is_of_draft).cloned().collect::<Message>().to_string()
    }

    /// Whether the last action settled what a name means.
    pub fn settled_last(&self) -> bool {
        let settles = |status: &Status| {
            matches!(status, Status::ReadAs(..) | Status::KeptAsOwn(_) | Status::LeftOut(_))
        };
        self.message.statuses().iter().any(settles)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Returns what separated the cells of the source that was added last, or `None` if it cannot be read again.
    pub fn separator(&self) -> Option<Delimiter> {
        self.last_added.as_ref().map(|last| last.separator)
    }

    /// The files the browser must keep.
    pub fn files_in_use(&self) -> Vec<FileId> {
        let last = self.last_added.as_ref().map(|last| &last.source);
        self.intake.sources().iter().chain(last).filter_map(|source| source.file).collect()
    }

    /// The period that figures typed into a new row are for: the newest of those in the table, or the one chosen; empty where
    /// there is neither.
    pub fn period_to_type(&self, matrix: &Matrix) -> String {
        let newest = matrix.columns.iter().rfind(|column| matches!(column.when, When::Period(_)));
        match newest {
            Some(column) => column.text.clone(),
            None => self.settings.period.map(|period| period.to_string()).unwrap_or_default(),
        }
    }
}
