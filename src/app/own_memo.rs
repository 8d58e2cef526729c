//! The council's own measures, found once for what they depend on.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use crate::app::lines::Lines;
use crate::app::names::Names;
use crate::indicator::Measure;
use crate::sorting::Sorting;

/// What own measures are found in.
type Key = (Lines, Names);

/// The last own measures, with the lines and names that they are of.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnMemo(RefCell<Option<(Key, Rc<Vec<Measure>>)>>);

/// What was worked out already makes no difference between states.
impl PartialEq for OwnMemo {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl OwnMemo {
    /// Those of lines, and those that names still mean, in the order of lists.
    pub(super) fn measures(&self, lines: &Lines, names: &Names) -> Rc<Vec<Measure>> {
        let mut last = self.0.borrow_mut();
        if let Some(((of, meant), found)) = &mut *last
            && meant.are_same(names)
            && (of.are_same(lines) || of.are_alike(lines))
        {
            *of = lines.clone();
            return Rc::clone(found);
        }
        let mut measures = lines.own_measures();
        let known: HashSet<&str> = measures.iter().map(|measure| &*measure.id).collect();
        let is_new = |measure: &&Measure| !known.contains(&*measure.id) || !measures.contains(measure);
        let more: Vec<Measure> = names.own_measures().filter(is_new).cloned().collect();
        for measure in more {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        measures.arrange_by(Measure::in_order);
        let found = Rc::new(measures);
        *last = Some(((lines.clone(), names.clone()), Rc::clone(&found)));
        found
    }
}
