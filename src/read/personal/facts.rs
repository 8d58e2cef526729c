//! What the text of a cell says by itself, found once for each text: the same text comes again in every cut of it.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::line::{self, Child};
use super::{Kind, name, note, stand_in, value};

/// Whether a text is a note on a case.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Note {
    #[default]
    None,
    /// It gives initials an age, which several rows must do.
    Aged,
    /// It tells of somebody by a name that no list knows, or gives several initials their ages.
    Whole,
}

impl Note {
    fn of(text: &str) -> Self {
        match stand_in::aged_initials(text) {
            0 if note::noted(text).is_none() => Self::None,
            1 if note::noted(text).is_none() => Self::Aged,
            _ => Self::Whole,
        }
    }
}

/// What a cell says by its text alone.
#[derive(Default)]
pub(super) struct Facts {
    /// What it holds by the form of a value.
    pub kind: Option<Kind>,
    /// Whether it holds the name of a person or given names, counts people by their initials, or names who holds an office.
    pub is_name: bool,
    /// Whether it begins with initials with their stops.
    pub begins_with_initials: bool,
    /// Whether it is a surname in capitals with a given name.
    pub is_surname: bool,
    /// Whether it is a note on a case.
    pub note: Note,
    /// The initials it begins with, if they do something.
    pub acting: Option<Box<str>>,
    /// The name and the initial it is.
    pub with_initial: Option<Box<(String, String)>>,
}

impl Facts {
    fn of(text: &str) -> Self {
        let kind = value::kind_of(text);
        // Whatever else is looked for has letters, and most cells are numbers.
        if !text.contains(char::is_alphabetic) {
            return Self { kind, ..Self::default() };
        }
        Self {
            kind,
            is_name: name::holds_name_or_given_name(text)
                || stand_in::counts_initials(text)
                || stand_in::counts_each(text)
                || name::is_pair_with_age(text)
                || name::names_holder(text),
            begins_with_initials: name::begins_with_dotted_initials(text),
            is_surname: name::is_surname_in_capitals(text),
            note: Note::of(text),
            acting: name::initials_that_act(text).map(String::into_boxed_str),
            with_initial: name::with_initial(text).map(Box::new),
        }
    }
}

/// Whether a text holds by itself the name of a person or another value that is personal.
pub(super) fn is_personal(text: &str) -> bool {
    let facts = Facts::of(text);
    facts.is_name || facts.note == Note::Whole || facts.kind.is_some() || line::child_of(text).is_some()
}

/// The texts that were looked at.
#[derive(Default)]
pub(super) struct Seen {
    facts: RefCell<FxHashMap<Box<str>, Rc<Facts>>>,
    /// The child each tells of. Whole rows are looked at for it, of which nothing else is asked.
    children: RefCell<FxHashMap<Box<str>, Option<Child>>>,
}

impl Seen {
    /// What a text says.
    pub(super) fn facts(&self, text: &str) -> Rc<Facts> {
        if let Some(known) = self.facts.borrow().get(text) {
            return known.clone();
        }
        let facts = Rc::new(Facts::of(text));
        self.facts.borrow_mut().insert(text.into(), facts.clone());
        facts
    }

    /// The child a text tells of.
    pub(super) fn child(&self, text: &str) -> Option<Child> {
        if let Some(known) = self.children.borrow().get(text) {
            return known.clone();
        }
        let child = line::child_of(text);
        self.children.borrow_mut().insert(text.into(), child.clone());
        child
    }
}
