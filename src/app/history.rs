//! Undo: the steps gone back and forth over. What a step is made of is for the state to say.

use std::rc::Rc;

/// How many steps undo goes back.
const MOST_STEPS: usize = 100;

/// What undo and redo go to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct History<Snapshot> {
    past: Rc<Vec<Snapshot>>,
    future: Rc<Vec<Snapshot>>,
}

impl<Snapshot> Default for History<Snapshot> {
    fn default() -> Self {
        Self { past: Rc::default(), future: Rc::default() }
    }
}

impl<Snapshot: Clone> History<Snapshot> {
    /// Whether there is something to undo.
    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Keeps what there was before a step. What was undone before cannot be redone after it.
    pub(crate) fn remember(&mut self, before: Snapshot) {
        let past = Rc::make_mut(&mut self.past);
        if past.len() == MOST_STEPS {
            past.remove(0);
        }
        past.push(before);
        self.future = Rc::default();
    }

    /// What there was before the last step, or `None` if there was no step.
    pub(crate) fn last(&self) -> Option<&Snapshot> {
        self.past.last()
    }

    /// Goes back one step from what there is. Returns what there was, or `None` if there is no step.
    pub(crate) fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        step(&mut self.past, &mut self.future, now)
    }

    /// Makes again the step undone last. Returns what there was after it, or `None` if there is no such step.
    pub(crate) fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        step(&mut self.future, &mut self.past, now)
    }

    /// Goes back one step that cannot be redone. Returns what there was, or `None` if there is no step.
    pub(crate) fn forget(&mut self) -> Option<Snapshot> {
        Rc::make_mut(&mut self.past).pop()
    }
}

fn step<Snapshot: Clone>(
    from: &mut Rc<Vec<Snapshot>>,
    to: &mut Rc<Vec<Snapshot>>,
    now: Snapshot,
) -> Option<Snapshot> {
    let then = Rc::make_mut(from).pop()?;
    Rc::make_mut(to).push(now);
    Some(then)
}
