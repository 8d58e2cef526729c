//! Undo: what it goes back to, and how.

use std::rc::Rc;

use crate::published::Published;
use crate::read::Mapping;

use crate::app::lines::Lines;
use crate::app::scenarios::caseload_form::Caseloads;
use crate::app::scenarios::reach_form::ReachForm;
use crate::app::state::{Settings, State};

/// How many steps undo goes back.
const MOST_STEPS: usize = 100;

/// What undo goes back to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Snapshot {
    lines: Lines,
    settings: Settings,
    published: Published,
    caseloads: Caseloads,
    reach: ReachForm,
    mappings: Rc<Vec<Mapping>>,
}

impl State {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot {
            lines: self.lines.clone(),
            settings: self.settings.clone(),
            published: self.published.clone(),
            caseloads: self.caseloads.clone(),
            reach: self.reach.clone(),
            mappings: self.mappings.clone(),
        }
    }

    /// Keeps `before` for undo, unless nothing changed or this is more typing in the same cell.
    pub(crate) fn remember(&mut self, before: &Self) {
        let typing_on = self.typing.is_some() && self.typing == before.typing;
        if self.snapshot() == before.snapshot() {
            self.typing = before.typing;
            return;
        }
        if typing_on {
            return;
        }
        let past = Rc::make_mut(&mut self.past);
        if past.len() == MOST_STEPS {
            past.remove(0);
        }
        past.push(before.snapshot());
        self.future = Rc::default();
    }

    pub(crate) fn travelled(&self, back: bool) -> Self {
        let mut next = self.clone();
        let (from, to) =
            if back { (&mut next.past, &mut next.future) } else { (&mut next.future, &mut next.past) };
        let Some(snapshot) = Rc::make_mut(from).pop() else { return next };
        Rc::make_mut(to).push(self.snapshot());
        next.restore(snapshot);
        next.say(if back { "Undone." } else { "Made again." });
        next
    }

    /// Goes back one step that cannot be made again.
    pub(crate) fn forget_step(&mut self) {
        if let Some(snapshot) = Rc::make_mut(&mut self.past).pop() {
            self.restore(snapshot);
        }
    }

    pub(crate) fn restore(&mut self, snapshot: Snapshot) {
        self.lines = snapshot.lines;
        self.settings = snapshot.settings;
        self.published = snapshot.published;
        self.caseloads = snapshot.caseloads;
        self.reach = snapshot.reach;
        self.mappings = snapshot.mappings;
        self.typing = None;
        self.turned_away = None;
        self.last = None;
    }
}
