//! The councils that came in place of those reorganised away.

use super::{Area, by_code};

include!(concat!(env!("OUT_DIR"), "/successors.rs"));

/// Returns the councils that came in place of one that was reorganised away; empty for one that exists.
///
/// ```
/// use corporate_parenting_calculator::area;
///
/// let cumbria = area::by_name("Cumbria").expect("it was a council");
/// let names: Vec<&str> = area::successors(cumbria).iter().map(|area| area.name).collect();
/// assert_eq!(names, ["Cumberland", "Westmorland and Furness"]);
/// ```
pub fn successors(council: &Area) -> Vec<&'static Area> {
    let of_council = SUCCESSORS.iter().filter(|(old, _)| *old == council.code);
    of_council.filter_map(|(_, successor)| by_code(successor)).collect()
}
