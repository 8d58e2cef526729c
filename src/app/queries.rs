//! What screens ask of the state.

use crate::area::{self, Area};
use crate::check::{Context, Neighbours, Own};
use crate::compare::{Choices, StatedDiffers};
use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Measure};
use crate::number::{Decimal, Exact};
use crate::period::{Basis, Period};
use crate::read::Delimiter;
use crate::sorting::Sorting;
use crate::words::status::{Message, Status};

use crate::app::intake::FileId;
use crate::app::lines::Matrix;
use crate::app::lines::matrix::{Row, When};
use crate::app::settings::council_of;
use crate::app::state::State;
use crate::app::targets::can_meet_target;

/// How many points a share is from the official one where it is worth a look.
const FAR_FROM_OFFICIAL_POINTS: u64 = 10;

/// How far a figure is from the official one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FarFromOfficial {
    /// What both measure.
    pub measure: Measure,
    /// The figure minus the official one.
    pub difference: Decimal,
    /// The official one.
    pub official: Amount,
    /// For when it is.
    pub period: Period,
}

impl State {
    /// Every figure of lines that have one.
    pub fn figures(&self) -> Vec<Figure> {
        self.lines.figures()
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

    /// Whether there is something a person entered that was neither saved nor comes from where it is kept: figures, what names
    /// mean, targets, commentary, a draft, or numbers of scenarios.
    pub fn is_unsaved(&self) -> bool {
        !self.last_saved.has(&self.entered())
    }

    /// Returns the council that the text names where none is chosen, or that all figures are of where another is, or `None` if
    /// there is nothing to ask.
    pub fn council_to_choose(&self) -> Option<&'static Area> {
        let Some(chosen) = self.settings.council else { return self.named_council };
        council_of(&self.lines.figures()).filter(|council| *council != chosen)
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

    /// Returns the newest official figure of a measure that goes with a row of the figures table, of the row's area
    /// or of the council chosen, or `None` if none is published or no council is chosen.
    pub fn latest_official(&self, row: &Row) -> Option<(Period, Amount)> {
        let indicator = row.measure()?.catalogue()?;
        let area = self.area_of(row)?;
        let published = self.published.as_known(self.settings.known);
        let year = published.years(indicator, area).next_back()?;
        Some((Period::Year(year), published.official(indicator, area, year)?.amount(indicator)))
    }

    /// Returns how far the newest figure of a row is from the official one of the same year, or of the latest before it, or `None`
    /// if it is not far from it by more than chance explains, or there is nothing to compare it with.
    pub fn far_from_official(&self, row: &Row) -> Option<FarFromOfficial> {
        let measure = row.measure()?;
        let figures = row.lines().filter_map(|line| line.checked.figure.as_ref());
        let of_period = |figure: &Figure| Some((figure.period.or(self.settings.period)?, figure.amount));
        let (own_period, own) = figures.filter_map(of_period).max_by_key(|(period, _)| *period)?;
        // What runs over a year is of another time than a part of it.
        let is_on_a_day = matches!(measure.basis, Basis::March31 | Basis::September30);
        if !is_on_a_day && !matches!(own_period, Period::Year(_)) {
            return None;
        }
        let (latest, amount) = self.latest_official(row)?;
        let (period, official) = if own_period.year() >= latest.year() {
            (latest, amount)
        } else {
            let published = self.published.as_known(self.settings.known);
            let year = own_period.year();
            let of_year = published.official(measure.catalogue()?, self.area_of(row)?, year)?;
            (Period::Year(year), of_year.amount(measure))
        };
        let difference = own.exact(measure.kind)?.minus(official.exact(measure.kind)?)?;
        let is_far = match measure.kind {
            Kind::Share => difference.magnitude() >= Exact::whole(FAR_FROM_OFFICIAL_POINTS),
            // A fifth of it.
            Kind::Rate | Kind::Count => difference.magnitude().times(5)? >= official.exact(measure.kind)?,
            Kind::Mean | Kind::Days | Kind::Score => false,
        };
        let by_chance = own.interval(measure).is_some_and(|interval| {
            measure.kind != Kind::Count
                && official.exact(measure.kind).is_some_and(|value| interval.contains(value))
        });
        (is_far && !by_chance).then(|| FarFromOfficial {
            measure: measure.clone(),
            difference: difference.rounded(measure.decimals),
            official,
            period,
        })
    }

    fn area_of(&self, row: &Row) -> Option<&'static Area> {
        match row.first.entry.area.trim() {
            "" => self.settings.council,
            text => area::by_code(text).or_else(|| area::by_name(text)),
        }
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
