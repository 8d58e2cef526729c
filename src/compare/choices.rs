//! What a person chooses for a scorecard.

use std::rc::Rc;

use crate::area::{Area, NeighbourModel};
use crate::indicator::Measure;
use crate::period::Period;
use crate::published::{Population, Published};

use super::breaks::OwnBreak;
use super::comparator::{self, Average, Comparator, ComparatorKind, Compares};
use super::one_off::OneOffs;
use super::spans::Spans;
use super::target::Target;
use super::verdict::Way;

/// A population is far from the official one by this part of it: from one year to the next it changes by less than a twentieth.
const FAR_PART: u64 = 10;

/// What a person chooses for a scorecard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The official figures to compare with.
    pub published: Published,
    /// The council; without one, only England is compared with.
    pub council: Option<&'static Area>,
    /// The period reported on, also of figures that do not say theirs. Without one, each indicator's newest period.
    pub period: Option<Period>,
    /// Which list of statistical neighbours.
    pub model: NeighbourModel,
    /// How their figures are averaged.
    pub average: Average,
    /// The comparators besides [`USUAL`](super::USUAL).
    pub also: Rc<[&'static ComparatorKind]>,
    /// Children aged 0 to 17 in the area, for the rate per 10,000.
    pub population: Option<u64>,
    /// How verdicts are reached.
    pub way: Way,
    /// The council's own targets, at most one per indicator.
    pub targets: Rc<[(Measure, Target)]>,
    /// What figures of months and quarters are of, where measures are counted over a year.
    pub spans: Spans,
    /// Breaks in the council's own figures.
    pub breaks: Rc<[OwnBreak]>,
    /// Figures left out of usual ranges by hand.
    pub one_offs: OneOffs,
}

impl Choices {
    /// The same without the council's words about figures it leaves out of usual ranges.
    #[must_use]
    pub fn without_words(&self) -> Self {
        Self { one_offs: self.one_offs.without_words(|_| true), ..self.clone() }
    }

    /// Returns the official population where the person's own is a tenth or more from it, or `None` where it is not or none is known.
    pub fn far_population(&self) -> Option<(u64, Population)> {
        let own = self.population?;
        let year = self.period.map_or_else(|| self.published.latest_year(), Period::year);
        let official = self.published.population(self.council?, year)?;
        let is_far = own.abs_diff(official.children).saturating_mul(FAR_PART) >= official.children;
        is_far.then_some((own, official))
    }

    /// What figures are compared with, in the order it is shown.
    pub fn comparators(&self) -> Vec<Comparator> {
        let year = self.period.map_or_else(|| self.published.latest_year(), Period::year);
        let whom = Compares { council: self.council, model: self.model, average: self.average, year };
        comparator::comparators(&whom, &self.also)
    }
}
