//! What names that were not known mean, as the person said: the next table with the same names asks nothing.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::app::lines::Lines;
use crate::app::name::Name;
use crate::indicator::{self, Match, Measure};
use crate::read::{Entry, Reading, Subject};

/// What a person said that a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This measure.
    Measure(Measure),
    /// Nothing that is wanted.
    LeftOut,
}

/// What names mean, as the person said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<KeptName>", into = "Vec<KeptName>")]
pub struct Names(Rc<BTreeMap<Name, Meaning>>);

/// A name as it is written in a saved page.
#[derive(Serialize, Deserialize)]
struct KeptName {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    under: String,
    /// What it measures, or `None` if the name is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
}

impl Names {
    /// How many names are remembered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns what a name means, or `None` if the person did not say.
    pub fn meaning(&self, name: &Name) -> Option<&Meaning> {
        self.0.get(name)
    }

    /// Remembers what the name of an entry means now. What the name says by itself need not be remembered.
    pub(crate) fn remember(&mut self, entry: &Entry) {
        let meaning = match &entry.subject {
            Subject::Known(measure) | Subject::Misspelt(measure) => {
                let says_so = matches!(indicator::match_name(&entry.label, &entry.context), Match::Exact(own) if measure == own);
                (!says_so).then(|| Meaning::Measure(measure.clone()))
            }
            // Figures of a known name are left out for what they are: next month's may be right.
            Subject::LeftOut(before) if before.indicator().is_some() => return,
            Subject::LeftOut(_) => Some(Meaning::LeftOut),
            Subject::OneOf(_) | Subject::Unknown(_) => None,
        };
        let name = Name::of(entry);
        if name.words.is_empty() || self.meaning(&name) == meaning.as_ref() {
            return;
        }
        let names = Rc::make_mut(&mut self.0);
        match meaning {
            Some(meaning) => names.insert(name, meaning),
            None => names.remove(&name),
        };
    }

    /// The council's own measures that names mean.
    /// Whether these are the very same names, none of them changed since.
    pub(crate) fn are_same(&self, others: &Self) -> bool {
        Rc::ptr_eq(&self.0, &others.0)
    }

    pub(crate) fn own_measures(&self) -> impl Iterator<Item = &Measure> {
        self.0.values().filter_map(|meaning| match meaning {
            Meaning::Measure(measure) => Some(measure).filter(|measure| measure.is_own()),
            Meaning::LeftOut => None,
        })
    }

    /// Gives an own measure what is known of it now, for every name that means it.
    pub(crate) fn define(&mut self, measure: &Measure) {
        if self.own_measures().any(|own| own.id == measure.id) {
            for meaning in Rc::make_mut(&mut self.0).values_mut() {
                if matches!(meaning, Meaning::Measure(own) if own.id == measure.id) {
                    *meaning = Meaning::Measure(measure.clone());
                }
            }
        }
    }

    /// Reads entries as the person chose before, beside the lines there are. Returns how many names this changed the meaning of.
    pub(crate) fn apply(&self, readings: &mut [Reading], lines: &Lines) -> usize {
        if self.is_empty() {
            return 0;
        }
        let alone = self.alone(readings, lines);
        let mut changed = HashSet::new();
        for entry in readings.iter_mut().flat_map(|reading| &mut reading.entries) {
            let name = Name::of(entry);
            match self.meaning(&name).or_else(|| alone.get(&name).copied()) {
                Some(Meaning::Measure(measure)) if entry.subject.indicator() != Some(measure) => {
                    entry.subject = Subject::Known(measure.clone());
                }
                Some(Meaning::LeftOut) if entry.subject.indicator().is_none() => entry.leave_out(),
                _ => continue,
            }
            changed.insert(name);
        }
        changed.len()
    }
}

impl Names {
    /// What names without a heading mean that the person settled below one: a column alone, of a table that was pasted with its
    /// title before. Only where all that bears the name means the same, and no two figures of what is read share it.
    fn alone(&self, readings: &[Reading], lines: &Lines) -> HashMap<Name, &Meaning> {
        let mut asked: HashMap<Name, HashSet<(&str, &str)>> = HashMap::new();
        let mut twice: HashSet<Name> = HashSet::new();
        for entry in readings.iter().flat_map(|reading| &reading.entries) {
            if entry.subject.indicator().is_some() {
                continue;
            }
            let name = Name::of(entry);
            let is_new = asked.entry(name.clone()).or_default().insert((&entry.area, &entry.period));
            twice.extend((!is_new).then_some(name));
        }
        asked.retain(|name, _| name.under.is_empty() && !twice.contains(name));
        if asked.is_empty() {
            return HashMap::new();
        }
        let others: Vec<(Name, Option<&Measure>)> =
            lines.iter().map(|line| (Name::of(&line.entry), line.entry.subject.indicator())).collect();
        let meaning = |name: Name| {
            let is_named = |of: &Name| of.words == name.words;
            let mut meanings = self.0.iter().filter(|(of, _)| is_named(of)).map(|(_, meaning)| meaning);
            let meaning = meanings.next()?;
            let measure = match meaning {
                Meaning::Measure(measure) => Some(measure),
                Meaning::LeftOut => None,
            };
            let is_the_same = meanings.all(|other| other == meaning)
                && others.iter().all(|(of, other)| !is_named(of) || *other == measure);
            is_the_same.then_some((name, meaning))
        };
        asked.into_keys().filter_map(meaning).collect()
    }
}

impl From<Names> for Vec<KeptName> {
    fn from(names: Names) -> Self {
        let kept = |(name, meaning): (&Name, &Meaning)| KeptName {
            name: name.words.clone(),
            under: name.under.clone(),
            measure: match meaning {
                Meaning::Measure(measure) => Some(measure.clone()),
                Meaning::LeftOut => None,
            },
        };
        names.0.iter().map(kept).collect()
    }
}

impl From<Vec<KeptName>> for Names {
    fn from(kept: Vec<KeptName>) -> Self {
        let name = |KeptName { name, under, measure }: KeptName| {
            (Name { words: name, under }, measure.map_or(Meaning::LeftOut, Meaning::Measure))
        };
        Self(Rc::new(kept.into_iter().map(name).collect()))
    }
}
