//! What a person chooses about the figures as a whole.

use crate::area::{Area, NeighbourModel};
use crate::compare::Average;
use crate::disclose::Disclosure;
use crate::period::Period;

/// What a person chooses about the figures as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The council, or none.
    pub council: Option<&'static Area>,
    /// The period reported on.
    pub period: Option<Period>,
    /// Statistical-neighbour model.
    pub model: NeighbourModel,
    /// How the neighbours are averaged.
    pub average: Average,
    /// Children aged 0 to 17 in the area, as typed.
    pub population: String,
    /// What is hidden in what leaves the page.
    pub disclosure: Disclosure,
}

impl Settings {
    /// The population, or a sentence on what is wrong with it.
    ///
    /// # Errors
    /// When something other than a whole number above 0 was typed.
    pub fn population(&self) -> Result<Option<u64>, &'static str> {
        let text = self.population.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let number = crate::number::Decimal::parse(text).ok().filter(|number| number.decimals() == 0);
        let count = number.and_then(|number| u64::try_from(number.units()).ok());
        count
            .filter(|count| (1..=crate::number::MAX_COUNT).contains(count))
            .map(Some)
            .ok_or("The population must be a whole number such as 135,700")
    }
}
