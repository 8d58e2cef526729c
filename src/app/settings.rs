//! What a person chooses about the figures as a whole.

use std::rc::Rc;

use crate::app::lines::Lines;
use crate::area::{self, Area, Level, NeighbourModel};
use crate::compare::{
    self, Average, ComparatorKind, FURTHER, LastPeriods, OneOff, OneOffs, OwnBreak, Spans, Way,
};
use crate::disclose::{Audience, Disclosure, Person, Says};
use crate::figure::Figure;
use crate::indicator::Span;
use crate::period::Period;
use crate::published;
use crate::sorting::Sorting;
use crate::words::forms::FormError;

/// What a person chooses about the figures as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The council, or none.
    pub council: Option<&'static Area>,
    /// The council that was asked for, where it no longer exists and `council` replaced it.
    pub formerly: Option<&'static Area>,
    /// The period reported on.
    pub period: Option<Period>,
    /// Statistical-neighbour model.
    pub model: NeighbourModel,
    /// How the neighbours are averaged.
    pub average: Average,
    /// The comparators besides the usual ones: those of [`FURTHER`] in its order, then councils as they were chosen.
    pub also: Rc<[&'static ComparatorKind]>,
    /// Children aged 0 to 17 in the area, as typed.
    pub population: String,
    /// How verdicts are reached.
    pub way: Way,
    /// The year as in whose November official figures are given; nothing for as they are now.
    pub known: Option<u16>,
    /// What is hidden in what leaves the page.
    pub disclosure: Disclosure,
    /// What figures of months and quarters are of, where measures are counted over a year.
    pub spans: Spans,
    /// Breaks in the council's own figures, oldest first.
    pub breaks: Rc<[OwnBreak]>,
    /// Figures left out of usual ranges by hand.
    pub one_offs: OneOffs,
    /// How many periods are shown over time, on the screen and in files; nothing for as many as the figures suggest.
    pub last: Option<LastPeriods>,
}

/// One choice about the figures as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// The council.
    Council(Option<&'static Area>),
    /// The period.
    Period(Option<Period>),
    /// The neighbour model.
    Model(NeighbourModel),
    /// How neighbours are averaged.
    Average(Average),
    /// Compare with this one too.
    Also(&'static ComparatorKind),
    /// Do not compare with this one of those besides the usual ones.
    NotAlso(&'static ComparatorKind),
    /// The population, as typed.
    Population(String),
    /// How verdicts are reached.
    Way(Way),
    /// As in whose November official figures are given.
    Known(Option<u16>),
    /// The largest count that is hidden in what leaves the page.
    Threshold(u8),
    /// Who reads what leaves the page.
    Audience(Audience),
    /// What figures of months and quarters of measures are of, by their ids; nothing for not said. Measures of another table, which
    /// come later, are asked about by themselves.
    Span(Vec<String>, Option<Span>),
    /// The council's own figures are broken here.
    Break(OwnBreak),
    /// They are not broken there.
    NoBreak(OwnBreak),
    /// This figure is left out of the usual range.
    OneOff(OneOff),
    /// It is not.
    NoOneOff(OneOff),
    /// How many periods are shown over time.
    Last(LastPeriods),
}

/// That the person chose it, made here only.
#[derive(Debug)]
pub struct Choice(());

impl Says for Person {
    type By = Choice;
}

impl Setting {
    /// Whether it is about how figures are compared, and not about whose or which they are or what is hidden of them.
    pub(crate) const fn is_of_comparison(&self) -> bool {
        matches!(
            self,
            Self::Model(_)
                | Self::Average(_)
                | Self::Also(_)
                | Self::NotAlso(_)
                | Self::Way(_)
                | Self::Known(_)
        )
    }
}

impl Settings {
    /// What is hidden in a copy that stays inside the council, as the person says by asking for one: nothing.
    pub(crate) fn inside(&self) -> Disclosure {
        self.disclosure.for_audience(Audience::Council, Choice(()))
    }

    /// Makes a choice.
    pub(crate) fn apply(&mut self, setting: Setting) {
        match setting {
            Setting::Council(council) => (self.council, self.formerly) = (council, None),
            Setting::Period(period) => self.period = period,
            Setting::Model(model) => self.model = model,
            Setting::Average(average) => self.average = average,
            Setting::Also(kind) => self.also = further(self.also.iter().copied().chain([kind])),
            Setting::NotAlso(kind) => {
                self.also = further(self.also.iter().copied().filter(|each| *each != kind));
            }
            Setting::Population(text) => self.population = text,
            Setting::Way(way) => self.way = way,
            Setting::Known(known) => self.known = known,
            Setting::Threshold(threshold) => self.disclosure = self.disclosure.with_threshold(threshold),
            Setting::Audience(audience) => {
                self.disclosure = self.disclosure.for_audience(audience, Choice(()));
            }
            Setting::Span(measures, span) => {
                for measure in &measures {
                    self.spans.say(measure, span);
                }
            }
            Setting::Break(new) => {
                // Another one at the same time says more of it: neither takes the other's place.
                let mut breaks: Vec<OwnBreak> = self.breaks.to_vec();
                let new = OwnBreak { note: new.note.trim().to_owned(), ..new };
                breaks.retain(|known| *known != new);
                breaks.push(new);
                breaks.arrange_by_key(|each| each.from);
                self.breaks = breaks.into();
            }
            Setting::OneOff(new) => self.one_offs = self.one_offs.with(&new),
            Setting::Last(last) => self.last = Some(last),
            Setting::NoOneOff(gone) => self.one_offs = self.one_offs.without(&gone),
            Setting::NoBreak(gone) => {
                self.breaks = self.breaks.iter().filter(|known| **known != gone).cloned().collect();
            }
        }
    }

    /// Chooses the council whose official figures are opened: for one that did not exist in the period, or no longer exists, the
    /// first of those that replaced it.
    pub(crate) fn open(&mut self, council: &'static Area) {
        let year = self.period.map_or_else(published::latest_year, Period::year);
        let successor = area::successors(council).first().copied();
        let successor = successor.filter(|_| !published::existed(council, year));
        (self.council, self.formerly) = (Some(successor.unwrap_or(council)), successor.map(|_| council));
    }

    /// Chooses the council whose figures these are, in place of one that was opened for its official figures.
    pub(super) fn open_for(&mut self, figures: &[Figure]) {
        if let Some(council) = council_of(figures) {
            (self.council, self.formerly) = (Some(council), None);
        }
    }

    /// The newest period of figures as long as the month or quarter reported on, or `None` if a year or nothing is chosen.
    pub(crate) fn newest_like(&self, lines: &Lines) -> Option<Period> {
        let chosen = self.period.filter(|period| !matches!(period, Period::Year(_)))?;
        let periods = lines.iter().filter_map(|line| line.checked.figure.as_ref()?.period);
        periods.filter(|period| period.is_as_long_as(chosen)).max()
    }

    /// Takes what names and headings say of what time figures of months and quarters are of, where nothing was said yet.
    pub(crate) fn take_spans(&mut self, lines: &Lines) {
        for line in lines {
            let period = Period::parse(&line.entry.period).ok();
            let Some((measure, period)) = line.entry.subject.indicator().zip(period) else { continue };
            let is_known = || self.spans.of_measures.iter().any(|(of, _)| *of == *measure.id);
            if !measure.is_of_unsaid_time(period) || is_known() {
                continue;
            }
            let of_name = Span::said_in(&line.entry.label).or_else(|| Span::said_in(&line.entry.context));
            if let Some(span) = of_name {
                self.spans.say(&measure.id, Some(span));
            }
        }
    }

    /// Chooses the council and the period the figures name, where nothing is chosen yet.
    pub(crate) fn fill(&mut self, figures: &[Figure]) {
        self.council = self.council.or_else(|| council_of(figures));
        self.period = self.period.or_else(|| period_of(figures));
    }

    /// Returns the population, or `None` if none was typed.
    ///
    /// # Errors
    /// When something other than a whole number above 0 was typed.
    pub fn population(&self) -> Result<Option<u64>, FormError> {
        let text = self.population.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let number = crate::number::Decimal::parse(text).ok().filter(|number| number.decimals() == 0);
        let count = number.and_then(|number| u64::try_from(number.units()).ok());
        count
            .filter(|count| (1..=crate::number::MAX_COUNT).contains(count))
            .map(Some)
            .ok_or(FormError::NotAPopulation)
    }
}

/// Returns the council that all figures with an area are of, or `None` if they are of several areas, of another kind of area, or
/// name none.
pub(super) fn council_of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Option<&'static Area> {
    let mut named = figures.into_iter().filter_map(|figure| figure.area);
    let first = named.next().filter(|area| area.level == Level::Council)?;
    named.all(|area| area == first).then_some(first)
}

/// The period that figures are reported for: the newest year, unless months or quarters of a later one are given of at least half
/// as many figures, which make it what they are compared with. `None` if they name none.
pub(crate) fn period_of(figures: &[Figure]) -> Option<Period> {
    let periods = compare::periods(figures);
    let of_year = |period: &&Period| matches!(period, Period::Year(_));
    let (year, part) = (periods.iter().find(of_year), periods.iter().find(|period| !of_year(period)));
    let count = |of: Period| figures.iter().filter(|figure| figure.period == Some(of)).count();
    match (year, part) {
        (Some(year), Some(part)) if part.year() > year.year() && 2 * count(*part) >= count(*year) => {
            Some(*part)
        }
        _ => year.or(part).copied(),
    }
}

/// Comparators besides the usual ones, each once: those of [`FURTHER`] in its order, then councils as they come.
pub(crate) fn further(kinds: impl Iterator<Item = &'static ComparatorKind>) -> Rc<[&'static ComparatorKind]> {
    let wanted: Vec<_> = kinds.collect();
    let mut ordered: Vec<_> = FURTHER.into_iter().filter(|kind| wanted.contains(kind)).collect();
    for kind in wanted.into_iter().filter(|kind| kind.council().is_some()) {
        if !ordered.contains(&kind) {
            ordered.push(kind);
        }
    }
    ordered.into()
}
