//! The lists of statistical neighbours.

use super::{Area, by_code};

include!(concat!(env!("OUT_DIR"), "/neighbours.rs"));

/// A list of statistical neighbours: councils alike in the circumstances of their children, as chosen by the
/// National Foundation for Educational Research for the Department for Education. Those in `data/neighbours.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeighbourModel(&'static str);

/// The newest.
impl Default for NeighbourModel {
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl NeighbourModel {
    /// All models, newest first.
    pub const ALL: [Self; MODELS.len()] = {
        let mut all = [Self(""); MODELS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = Self(MODELS[at]);
            at += 1;
        }
        all
    };

    /// The name used in data and by the JavaScript face: the year the list was issued.
    pub const fn id(self) -> &'static str {
        self.0
    }

    /// Returns the model of that name, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.id() == id)
    }
}

/// The ten statistical neighbours of a council, closest first; empty for a council the model does not list (one
/// reorganised away before it was made, or created after).
pub fn neighbours(council: &Area, model: NeighbourModel) -> Vec<&'static Area> {
    let wanted = (model.id(), council.code);
    let row = NEIGHBOURS.iter().find(|(row_model, row_council, _)| (*row_model, *row_council) == wanted);
    row.map_or_else(Vec::new, |(_, _, codes)| codes.iter().filter_map(|code| by_code(code)).collect())
}
