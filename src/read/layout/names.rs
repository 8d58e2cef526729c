//! Names, and what other texts of a table say by themselves, each looked up once.

use std::cell::OnceCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::indicator::{self, Kind, Match};
use crate::read::inside;
use crate::read::meaning;
use crate::read::side::{self, Side};
use crate::read::vocabulary::{self, Says, Service};
use crate::read::when::{self, When};

/// What texts were found to mean: rows say the same again and again.
#[derive(Default)]
pub(super) struct Names {
    /// Where the matches of names are, by their headings and then by the names.
    known: FxHashMap<Box<str>, FxHashMap<Box<str>, usize>>,
    found: Vec<Match>,
    texts: FxHashMap<Rc<str>, Rc<Text>>,
}

impl Names {
    /// What a name means under its headings.
    pub(super) fn of(&mut self, label: &str, context: &str) -> &Match {
        let known = self.known.get(context).and_then(|under| under.get(label)).copied();
        let at = known.unwrap_or_else(|| {
            self.found.push(indicator::match_name(label, context));
            let at = self.found.len() - 1;
            self.known.entry(context.into()).or_default().insert(label.into(), at);
            at
        });
        &self.found[at]
    }

    /// Whether a name is that of one indicator.
    pub(super) fn is_settled(&mut self, label: &str, context: &str) -> bool {
        matches!(self.of(label, context), Match::Exact(_) | Match::Close(_) | Match::Numerator(_))
    }

    /// Whether a heading is the name of a number of children or the like.
    pub(super) fn counts(&mut self, heading: &str) -> bool {
        matches!(self.of(heading, ""), Match::Exact(of) if of.kind == Kind::Count)
    }

    /// The name of the rate of those whom the first of these headings counts, if there is a measure of it. What a row says of it under
    /// its own headings stays as it is.
    pub(super) fn rate<'a>(
        &mut self,
        of: impl IntoIterator<Item = &'a str>,
        label: &str,
        context: &str,
    ) -> Option<String> {
        let known = |found: &Match| match found {
            Match::Exact(of) | Match::Close(of) => Some(*of),
            _ => None,
        };
        let said = known(self.of(label, context));
        of.into_iter().find_map(|heading| {
            let heading = heading.trim_end_matches(':');
            let rate = format!("{heading} per 10,000");
            let found = known(self.of(&rate, "")).filter(|of| of.kind == Kind::Rate);
            let is_rate = found.is_some() && self.counts(heading);
            is_rate.then(|| if found == said { label.to_owned() } else { rate })
        })
    }

    /// What a text says by itself.
    pub(super) fn text(&mut self, text: &str) -> Rc<Text> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let shared: Rc<str> = text.into();
        let new = Rc::new(Text { of: shared.clone(), ..Text::default() });
        self.texts.insert(shared, new.clone());
        new
    }
}

/// What a text says by itself, each found when it is first asked for.
#[derive(Default)]
pub(super) struct Text {
    of: Rc<str>,
    side: OnceCell<Option<Side>>,
    time: OnceCell<Option<When>>,
    service: OnceCell<Option<Service>>,
    is_part: OnceCell<bool>,
    names_ages: OnceCell<bool>,
    beside: OnceCell<Option<(String, Side, String)>>,
    within: OnceCell<Option<(Side, String)>>,
    group: OnceCell<Option<(Side, String)>>,
}

impl Text {
    /// Whose figures the whole of it names.
    pub(super) fn side(&self) -> Option<Side> {
        *self.side.get_or_init(|| side::whole(&self.of))
    }

    /// The time it names as the name of a row.
    pub(super) fn time(&self) -> Option<When> {
        *self.time.get_or_init(|| when::of_name(&self.of))
    }

    /// Whose business it names.
    pub(super) fn service(&self) -> Option<Service> {
        *self.service.get_or_init(|| vocabulary::service(&self.of))
    }

    /// Whether it says that not all children are meant.
    pub(super) fn is_part(&self) -> bool {
        *self.is_part.get_or_init(|| {
            let words = vocabulary::words(&self.of);
            vocabulary::said(&words).iter().any(|(says, _)| *says == Some(Says::Part))
        })
    }

    /// Whether it names an age group and nothing else.
    pub(super) fn names_ages(&self) -> bool {
        *self.names_ages.get_or_init(|| meaning::names_ages(&self.of))
    }

    /// The name in it, and a target or a figure of others beside that.
    pub(super) fn beside(&self) -> Option<(String, Side, String)> {
        self.beside.get_or_init(|| inside::in_name(&self.of)).clone()
    }

    /// The side in it, and the name without that.
    pub(super) fn within(&self) -> Option<(Side, String)> {
        self.within.get_or_init(|| side::within_name(&self.of)).clone()
    }
    /// Whose figures and which children it names, if it names nothing else.
    pub(super) fn group(&self) -> Option<(Side, String)> {
        self.group.get_or_init(|| side::with_group(&self.of)).clone()
    }
}
