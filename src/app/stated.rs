//! What tables state besides the council's own figures: targets, figures of others, comments. Those of a name that is not
//! settled wait until it is; comments then go into the commentary.

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::app::lines::Lines;
use crate::app::name::Name;
use crate::area::{self, Area};
use crate::compare::StatedDiffers;
use crate::indicator::Measure;
use crate::number::Decimal;
use crate::period::Period;
use crate::published::Published;
use crate::read::{Comment, Entry, Reading, StatedComparator, StatedTarget, Subject, With};

/// What tables state besides the council's own figures, each once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "All", into = "All")]
pub struct Stated(Rc<All>);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct All {
    targets: Vec<StatedTarget>,
    comparators: Vec<StatedComparator>,
    comments: Vec<Comment>,
}

impl From<All> for Stated {
    fn from(all: All) -> Self {
        Self(Rc::new(all))
    }
}

impl From<Stated> for All {
    fn from(stated: Stated) -> Self {
        Rc::unwrap_or_clone(stated.0)
    }
}

impl All {
    fn entries(&mut self) -> impl Iterator<Item = &mut Entry> {
        let targets = self.targets.iter_mut().map(|target| &mut target.entry);
        let comparators = self.comparators.iter_mut().map(|comparator| &mut comparator.entry);
        targets.chain(comparators).chain(self.comments.iter_mut().map(|comment| &mut comment.entry))
    }
}

impl Stated {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self.0 == All::default()
    }

    /// The targets.
    pub fn targets(&self) -> &[StatedTarget] {
        &self.0.targets
    }

    /// The figures of others.
    pub fn comparators(&self) -> &[StatedComparator] {
        &self.0.comparators
    }

    /// The years to date of settled names, each up to a period.
    pub fn to_date(&self) -> Vec<(Measure, Period, Decimal)> {
        let of_council = self.comparators().iter().filter(|stated| stated.with == With::YearToDate);
        let settled = of_council.filter_map(StatedComparator::settled);
        settled.filter_map(|(measure, period, value)| Some((measure, period?, value))).collect()
    }

    /// What is said in words about names that are not settled.
    pub fn comments(&self) -> &[Comment] {
        &self.0.comments
    }

    /// The names, as they stand in the tables, of which there are comments that wait.
    pub fn waiting_comments(&self) -> Vec<&str> {
        let mut labels: Vec<&str> = self.comments().iter().map(|comment| &*comment.entry.label).collect();
        labels.dedup();
        labels
    }

    /// Takes out the comments whose names are settled: they go into the commentary.
    pub(crate) fn take_settled_comments(&mut self) -> Vec<Comment> {
        if self.comments().iter().all(|comment| comment.measure().is_none()) {
            return Vec::new();
        }
        let comments = &mut Rc::make_mut(&mut self.0).comments;
        let (settled, open) =
            std::mem::take(comments).into_iter().partition(|comment| comment.measure().is_some());
        *comments = open;
        settled
    }

    /// Takes what readings state and is not there yet.
    pub(crate) fn take(&mut self, readings: &[Reading]) {
        for reading in readings {
            if reading.targets.is_empty() && reading.comparators.is_empty() && reading.comments.is_empty() {
                continue;
            }
            let all = Rc::make_mut(&mut self.0);
            add(&mut all.targets, &reading.targets);
            add(&mut all.comparators, &reading.comparators);
            add(&mut all.comments, &reading.comments);
        }
    }

    /// Gives what is stated the measures that its names mean in the lines now. Returns the targets that had none before.
    pub(crate) fn settle(&mut self, lines: &Lines) -> Vec<StatedTarget> {
        if self.is_empty() {
            return Vec::new();
        }
        let settled = lines.iter().filter_map(|line| {
            line.entry.subject.indicator().map(|measure| (Name::of(&line.entry), measure.clone()))
        });
        let measures: HashMap<Name, Measure> = settled.collect();
        let all = Rc::make_mut(&mut self.0);
        let is_open = |target: &StatedTarget| target.entry.subject.indicator().is_none();
        let open: Vec<bool> = all.targets.iter().map(is_open).collect();
        for entry in all.entries() {
            if let Some(measure) = measures.get(&Name::of(entry))
                && entry.subject.indicator() != Some(measure)
            {
                entry.subject = Subject::Known(measure.clone());
            }
        }
        let waited = all.targets.iter().zip(open).filter(|(target, open)| *open && !is_open(target));
        waited.map(|(target, _)| target.clone()).collect()
    }

    /// The stated figures of England, of the region of the council and of other councils that are not the official ones. One
    /// whose period is not stated is compared with that of the figures.
    pub(crate) fn differing(
        &self,
        published: &Published,
        council: Option<&'static Area>,
        period: Option<Period>,
    ) -> Vec<StatedDiffers> {
        let differing = |stated: &StatedComparator| {
            let (measure, own_period, value) = stated.settled()?;
            let area = match stated.with {
                With::Area(area) => area,
                With::Region => area::by_code(council?.region?)?,
                With::Neighbours | With::YearToDate => return None,
            };
            StatedDiffers::of(published, &measure, area, own_period.or(period)?, value)
        };
        let mut all: Vec<StatedDiffers> = Vec::new();
        for differs in self.comparators().iter().filter_map(differing) {
            if !all.contains(&differs) {
                all.push(differs);
            }
        }
        all
    }
}

fn add<T: Clone + PartialEq>(known: &mut Vec<T>, new: &[T]) {
    for each in new {
        if !known.contains(each) {
            known.push(each.clone());
        }
    }
}
