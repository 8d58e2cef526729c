//! What may leave the page, told from everything else by its type.

use std::ops::Deref;

use super::{Disclosed, Disclosure, NoFigures};

/// Something that may leave the page: figures that have passed [`disclose`](super::disclose), or what was made of them.
///
/// Copies, downloads, pictures, prints and saved pages accept nothing else. One is made in this room only, and everything
/// else of it: [`map`](Self::map) by a function that sees what was released and nothing more, [`with`](Self::with) by one
/// that also sees choices which hold no figures. It is read like a reference to what it holds.
///
/// ```
/// use corporate_parenting_calculator::disclose::{Disclosure, Released, disclose};
/// use corporate_parenting_calculator::read::read;
///
/// let figures = read("Dental checks: 70 of 100\nImmunisations: 2 of 100").figures();
/// let disclosed = disclose(&figures, None, None, Disclosure::default());
/// let hidden: Released<String> = disclosed.map(|disclosed| format!("{} hidden", disclosed.hidden.iter().flatten().count()));
/// assert_eq!(*hidden, "1 hidden");
/// ```
///
/// ```compile_fail
/// use corporate_parenting_calculator::disclose::Released;
/// let table = Released("Dental checks: 3 of 40");
/// ```
///
/// A function that also sees the state is not accepted:
///
/// ```compile_fail
/// use corporate_parenting_calculator::{app::state::State, disclose::{Disclosed, Released}};
/// fn copied(state: State, figures: &Released<Disclosed>) -> Released<usize> {
///     figures.map(|_| state.lines.figures().len())
/// }
/// ```
///
/// Nor is the state a choice:
///
/// ```compile_fail
/// use corporate_parenting_calculator::{app::state::State, disclose::{Disclosed, Released}};
/// fn copied(state: State, figures: &Released<Disclosed>) -> Released<usize> {
///     figures.with(&state, |_, state| state.lines.figures().len())
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Released<T>(T);

impl<T> Released<T> {
    pub(super) const fn new(value: T) -> Self {
        Self(value)
    }

    /// Returns what a function makes of it.
    pub fn map<U>(&self, make: fn(&T) -> U) -> Released<U> {
        Released(make(&self.0))
    }

    /// Returns what a function makes of it and of choices.
    pub fn with<C: NoFigures, U>(&self, choices: &C, make: fn(&T, &C) -> U) -> Released<U> {
        Released(make(&self.0, choices))
    }

    /// Returns anything at all as released, or `None` unless the person said that the output stays inside the
    /// council.
    pub fn internal(disclosure: Disclosure, value: T) -> Option<Self> {
        disclosure.is_internal().then_some(Self(value))
    }

    /// The thing itself, to be looked at.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl Released<String> {
    /// No figures at all, for a blank copy of the page.
    pub const fn nothing() -> Self {
        Self(String::new())
    }
}

impl<T> Released<Option<T>> {
    /// Returns the released thing, or `None` if there is nothing.
    pub fn transposed(self) -> Option<Released<T>> {
        self.0.map(Released)
    }
}

impl<T> Released<Vec<T>> {
    /// Several together, each of which may leave.
    pub fn all(each: impl IntoIterator<Item = Released<T>>) -> Self {
        Self(each.into_iter().map(Released::into_inner).collect())
    }

    /// Each of several by itself.
    pub fn each(self) -> impl Iterator<Item = Released<T>> {
        self.0.into_iter().map(Released)
    }
}

impl<T> Deref for Released<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Released<Disclosed> {
    /// Whether nothing is hidden.
    pub fn is_complete(&self) -> bool {
        self.hidden.iter().all(Option::is_none)
    }
}
