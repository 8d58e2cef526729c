//! What the text of a cell says by itself, found once for each text: the same text comes again in every cut of it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::line::{self, Child};
use super::{Kind, name, stand_in, value};

/// What a cell says by its text alone.
pub(super) struct Facts {
    /// What it holds by the form of a value.
    pub kind: Option<Kind>,
    /// Whether it holds the name of a person or given names, counts people by their initials, or names who holds an office.
    pub is_name: bool,
    /// Whether it begins with initials with their stops.
    pub begins_with_initials: bool,
    /// Whether it is a surname in capitals with a given name.
    pub is_surname: bool,
    /// The name and the initial it is.
    pub with_initial: Option<Box<(String, String)>>,
    /// The child it tells of.
    pub child: Option<Box<Child>>,
}

impl Facts {
    fn of(text: &str) -> Self {
        Self {
            kind: value::kind_of(text),
            is_name: name::holds_name_or_given_name(text)
                || stand_in::counts_initials(text)
                || stand_in::counts_each(text)
                || name::names_holder(text),
            begins_with_initials: name::begins_with_dotted_initials(text),
            is_surname: name::is_surname_in_capitals(text),
            with_initial: name::with_initial(text).map(Box::new),
            child: line::child_of(text).map(Box::new),
        }
    }
}

/// Whether a text holds by itself the name of a person or another value that is personal.
pub(super) fn is_personal(text: &str) -> bool {
    let facts = Facts::of(text);
    facts.is_name || facts.kind.is_some() || facts.child.is_some()
}

/// The texts that were looked at.
#[derive(Default)]
pub(super) struct Seen(RefCell<HashMap<Box<str>, Rc<Facts>>>);

impl Seen {
    /// What a text says.
    pub(super) fn facts(&self, text: &str) -> Rc<Facts> {
        if let Some(known) = self.0.borrow().get(text) {
            return known.clone();
        }
        let facts = Rc::new(Facts::of(text));
        self.0.borrow_mut().insert(text.into(), facts.clone());
        facts
    }
}
