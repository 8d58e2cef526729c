//! What may leave the page, told from everything else by its type.

use std::ops::Deref;

use crate::area::Area;
use crate::compare::Choices;
use crate::indicator::{Measure, Theme};

use super::{Disclosed, Disclosure};

/// Something that may leave the page: figures that have passed [`disclose`](super::disclose), or what was made of them.
///
/// Copies, downloads, pictures, prints and saved pages accept nothing else. One is made in this room only, and from there on
/// by functions that see what was released, and choices that hold no figures:
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Released<T>(T);

/// Why something that was not made of released figures may leave the page all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is a copy of the page as it was built.
    BlankPage,
}

/// What holds choices of a person and official figures, but no figure of the person.
pub trait NoFigures {}

impl NoFigures for bool {}
impl NoFigures for Choices {}
impl NoFigures for Disclosure {}
impl NoFigures for Theme {}
impl NoFigures for Measure {}
impl NoFigures for Area {}
impl<T: NoFigures + ?Sized> NoFigures for &T {}
impl<T: NoFigures> NoFigures for Option<T> {}
impl<A: NoFigures, B: NoFigures> NoFigures for (A, B) {}
impl<A: NoFigures, B: NoFigures, C: NoFigures> NoFigures for (A, B, C) {}

impl<T> Released<T> {
    pub(super) const fn new(value: T) -> Self {
        Self(value)
    }

    /// What a function makes of it.
    pub fn map<U>(&self, make: fn(&T) -> U) -> Released<U> {
        Released(make(&self.0))
    }

    /// What a function makes of it and of choices.
    pub fn with<C: NoFigures, U>(&self, choices: &C, make: fn(&T, &C) -> U) -> Released<U> {
        Released(make(&self.0, choices))
    }

    /// What holds no figure of the person.
    pub const fn without_figures(_: Because, value: T) -> Self {
        Self(value)
    }

    /// Anything at all, or `None` unless the person said that the output stays inside the council.
    pub fn internal(disclosure: Disclosure, value: T) -> Option<Self> {
        disclosure.is_internal().then_some(Self(value))
    }

    /// The thing itself, to be looked at.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Released<Option<T>> {
    /// The released thing, or `None` if there is nothing.
    pub fn transposed(self) -> Option<Released<T>> {
        self.0.map(Released)
    }
}

impl<T> Released<Vec<T>> {
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

/// Numbers that a person typed by themselves and that may leave the page; so may what is made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared(());

impl Cleared {
    /// Clears counts of children: none is small or the count of a figure that is hidden among these. `None` if they must stay;
    /// anything is cleared that stays inside the council.
    pub fn of(counts: &[f64], hidden: &[u64], disclosure: Disclosure) -> Option<Self> {
        let may_leave = |count: &f64| {
            let is_many = count.abs() < 0.5 || *count > f64::from(disclosure.threshold());
            is_many && !hidden.iter().any(|hidden| same(*hidden, *count))
        };
        (disclosure.is_internal() || counts.iter().all(may_leave)).then_some(Self(()))
    }

    /// Releases what was made of the numbers that were cleared.
    pub const fn release<T>(self, value: T) -> Released<T> {
        Released(value)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are at most MAX_COUNT, well within 52 bits")]
fn same(count: u64, number: f64) -> bool {
    (count as f64 - number).abs() < 0.5
}

impl Released<Disclosed> {
    /// Whether nothing is hidden.
    pub fn is_complete(&self) -> bool {
        self.hidden.iter().all(Option::is_none)
    }
}
