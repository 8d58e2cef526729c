//! Disclosure control: what leaves the page hides small numbers of children, and whatever would give them away.
//!
//! *Primary*: a count of 1 up to the threshold (5 unless the person chooses otherwise) is hidden, and so is one that
//! differs from its total by as little, since the difference is a count of children too. A percentage given without its
//! counts is hidden where it says one of these of a base that readers may know. *Secondary*: further counts and
//! percentages are hidden until somebody who knows the output, the official counts of the council and how the numbers
//! hang together cannot work out a hidden count: for each, at least two values fit everything that is shown.
//!
//! Sources: Department for Education, "Children looked after in England", methodology (counts of 5 or fewer are
//! suppressed, with secondary suppression); Government Statistical Service, "Disclosure control for tables produced from
//! administrative sources".

mod attack;
mod cells;
mod cleared;
mod key;
mod no_figures;
mod protect;
mod public;
mod released;
mod stated;
mod sums;
mod system;

use crate::area::Area;
use crate::figure::{Amount, Figure, Withheld};
use crate::period::Period;

pub use cleared::{Cleared, Typed};
pub use no_figures::{NoFigures, Places};
pub use released::Released;

use cells::Cells;

/// The usual threshold: counts of 1 to 5 are hidden.
pub const USUAL_THRESHOLD: u8 = 5;

/// Who reads what leaves the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Anyone: small counts are hidden, and what would give them away.
    #[default]
    Public,
    /// The council only, as the person said: nothing is hidden.
    Council,
}

/// The person, who alone says who reads what leaves the page.
#[derive(Debug)]
pub struct Person;

/// By what it is known that the [`Person`] said something. The room that listens to the person says so, which can be done
/// once, by a type that only it can make.
pub trait Says {
    /// The proof.
    type By;
}

/// What is hidden in what leaves the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// The largest count that is hidden, 1 to 10.
    threshold: u8,
    audience: Audience,
}

impl Default for Disclosure {
    fn default() -> Self {
        Self { threshold: USUAL_THRESHOLD, audience: Audience::Public }
    }
}

impl Disclosure {
    /// With another threshold; the nearest of 1 to 10.
    #[must_use]
    pub fn with_threshold(self, threshold: u8) -> Self {
        Self { threshold: threshold.clamp(1, 10), ..self }
    }

    /// For other readers, as the person said. Nothing else has a say:
    ///
    /// ```compile_fail
    /// use corporate_parenting_calculator::disclose::{Audience, Disclosure};
    /// let internal = Disclosure::default().for_audience(Audience::Council, ());
    /// ```
    #[must_use]
    pub fn for_audience(self, audience: Audience, _: <Person as Says>::By) -> Self {
        Self { audience, ..self }
    }

    /// For whom the output is.
    pub const fn audience(self) -> Audience {
        self.audience
    }

    /// Whether nothing is hidden, because the person said that the output stays inside the council.
    pub const fn is_internal(self) -> bool {
        matches!(self.audience, Audience::Council)
    }

    /// The largest count that is hidden.
    pub const fn threshold(self) -> u8 {
        self.threshold
    }
}

/// Why a figure is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is, or leaves of its total, a small count.
    Small,
    /// With it a small count could be worked out, or it hangs together with so much that this could not be ruled out.
    GivesAway,
}

impl Reason {
    /// What stands in place of the figure.
    const fn symbol(self) -> Withheld {
        match self {
            Self::Small => Withheld::Small,
            Self::GivesAway => Withheld::GivesAway,
        }
    }
}

/// Figures as they may leave the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disclosed {
    /// The figures in the same order; those hidden are withheld.
    pub figures: Vec<Figure>,
    /// For each, why it is hidden, if it is.
    pub hidden: Vec<Option<Reason>>,
    /// How many were hidden already where they came from.
    pub already: usize,
}

impl Disclosed {
    /// How many figures are hidden for a reason.
    pub fn count(&self, reason: Reason) -> usize {
        self.hidden.iter().filter(|hidden| **hidden == Some(reason)).count()
    }
}

/// Hides what must be hidden among figures that leave the page together. Figures that do not say their area or period
/// are of the given ones.
///
/// ```
/// use corporate_parenting_calculator::disclose::{Disclosure, Reason, disclose};
/// use corporate_parenting_calculator::read::read;
///
/// let figures = read("Dental checks: 70 of 100\nImmunisations: 2 of 100").figures();
/// let disclosed = disclose(&figures, None, None, Disclosure::default());
/// assert_eq!(disclosed.hidden, [None, Some(Reason::Small)]);
/// ```
pub fn disclose(
    figures: &[Figure],
    council: Option<&'static Area>,
    period: Option<Period>,
    disclosure: Disclosure,
) -> Released<Disclosed> {
    let is_hidden = |figure: &&Figure| figure.amount.is_hidden();
    let already = figures.iter().filter(is_hidden).count();
    if disclosure.is_internal() {
        let hidden = vec![None; figures.len()];
        return Released::new(Disclosed { figures: figures.to_vec(), hidden, already });
    }
    let placed: Vec<Figure> = figures
        .iter()
        .map(|figure| Figure {
            area: figure.area.or(council),
            period: figure.period.or(period),
            ..figure.clone()
        })
        .collect();
    let mut cells = Cells::of(&placed, u64::from(disclosure.threshold));
    cells.system.protect();
    let hidden: Vec<Option<Reason>> = (0..figures.len()).map(|index| cells.reason(index)).collect();
    let hide = |(figure, reason): (&Figure, &Option<Reason>)| match reason {
        None => figure.clone(),
        Some(reason) => Figure { amount: Amount::Withheld(reason.symbol()), stated: None, ..figure.clone() },
    };
    Released::new(Disclosed { figures: figures.iter().zip(&hidden).map(hide).collect(), hidden, already })
}
