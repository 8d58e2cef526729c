//! What holds no figure of the person, decided here and nowhere else.

use crate::area::Area;
use crate::compare::{Across, Charted, Choices, Extent, LastPeriods, Length, Selection};
use crate::indicator::{Measure, Theme};

use super::{Disclosure, Released};

/// What holds choices of a person and official figures, but no figure of the person. Only this room says what does:
///
/// ```compile_fail
/// use corporate_parenting_calculator::disclose::NoFigures;
/// struct Mine(u64);
/// impl NoFigures for Mine {}
/// ```
pub trait NoFigures: sealed::NoFigures {}

impl<T: sealed::NoFigures + ?Sized> NoFigures for T {}

/// Which of the figures stand in cells, by their place among all: a row of cells each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(pub Vec<Vec<Option<usize>>>);

mod sealed {
    pub trait NoFigures {}
}

/// It holds no figure but such as may leave.
impl<T> sealed::NoFigures for Released<T> {}
impl sealed::NoFigures for bool {}
impl sealed::NoFigures for Places {}
impl sealed::NoFigures for Across {}
impl sealed::NoFigures for LastPeriods {}
impl sealed::NoFigures for Length {}
impl sealed::NoFigures for Choices {}
impl sealed::NoFigures for Selection {}
impl sealed::NoFigures for Charted {}
impl sealed::NoFigures for Extent {}
impl sealed::NoFigures for Disclosure {}
impl sealed::NoFigures for Theme {}
impl sealed::NoFigures for Measure {}
impl sealed::NoFigures for Area {}
impl<T: sealed::NoFigures + ?Sized> sealed::NoFigures for &T {}
impl<T: sealed::NoFigures> sealed::NoFigures for Option<T> {}
impl<A: sealed::NoFigures, B: sealed::NoFigures> sealed::NoFigures for (A, B) {}
impl<A: sealed::NoFigures, B: sealed::NoFigures, C: sealed::NoFigures> sealed::NoFigures for (A, B, C) {}
