//! What a person typed by itself, apart from the figures, and whether what is made of it may leave the page.

use std::ops::Deref;

use super::{Disclosure, NoFigures, Released};

/// What a person typed by itself: a share, a scenario.
pub trait Typed {
    /// Every number of children that it says, or that follows from two it says; `None` if some are not known to be numbers.
    fn children(&self) -> Option<Vec<f64>>;
}

/// What was made of numbers that a person typed by themselves. All of it is shown; it is released where none of its
/// numbers of children must be hidden. What is made of it stays or leaves as it does:
///
/// ```
/// use corporate_parenting_calculator::disclose::{Cleared, Disclosure, Typed};
/// struct Share(u32, u32);
/// impl Typed for Share {
///     fn children(&self) -> Option<Vec<f64>> {
///         Some(vec![self.0.into(), self.1.into()])
///     }
/// }
/// let text = |share: Share| Cleared::of(share, Disclosure::default(), |_| false).map(|share| format!("{} of {}", share.0, share.1));
/// assert_eq!(*text(Share(3, 40)), "3 of 40");
/// assert!(text(Share(3, 40)).released().is_none());
/// assert!(text(Share(20, 40)).released().is_some());
/// ```
///
/// Nothing is released that was not made of what was cleared:
///
/// ```compile_fail
/// use corporate_parenting_calculator::{app::scenarios::ReachForm, app::state::State, disclose::{Cleared, Released}};
/// fn copied(state: State, cleared: Cleared<ReachForm>) -> Option<Released<usize>> {
///     cleared.map(|_| state.lines.figures().len()).released()
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cleared<T> {
    value: T,
    may_leave: bool,
}

impl<T: Typed> Cleared<T> {
    /// Clears what was typed: its numbers of children are known, none is small, and it does not say that of a hidden
    /// figure. Anything is cleared that stays inside the council.
    pub fn of(typed: T, disclosure: Disclosure, says_hidden: impl FnOnce(&T) -> bool) -> Self {
        let is_many = |count: &f64| count.abs() < 0.5 || *count > f64::from(disclosure.threshold());
        let may_leave = disclosure.is_internal()
            || (typed.children().is_some_and(|children| children.iter().all(is_many))
                && !says_hidden(&typed));
        Self { value: typed, may_leave }
    }
}

impl<T> Cleared<T> {
    /// Returns what a function makes of it.
    pub fn map<U>(&self, make: fn(&T) -> U) -> Cleared<U> {
        Cleared { value: make(&self.value), may_leave: self.may_leave }
    }

    /// Returns what a function makes of it and of choices.
    pub fn with<C: NoFigures, U>(&self, choices: &C, make: fn(&T, &C) -> U) -> Cleared<U> {
        Cleared { value: make(&self.value, choices), may_leave: self.may_leave }
    }

    /// Whether it may leave the page.
    pub const fn may_leave(&self) -> bool {
        self.may_leave
    }

    /// Returns it released, or `None` if it must stay.
    pub fn released(self) -> Option<Released<T>> {
        self.may_leave.then(|| Released::new(self.value))
    }
}

impl<T> Cleared<Option<T>> {
    /// Returns the thing, or `None` if there is nothing.
    pub fn transposed(self) -> Option<Cleared<T>> {
        let may_leave = self.may_leave;
        self.value.map(|value| Cleared { value, may_leave })
    }
}

impl<T> Deref for Cleared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
