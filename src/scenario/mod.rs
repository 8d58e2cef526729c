//! What if: caseloads over time, and what it would take to reach a target.
//!
//! Scenarios are models, not measurements: they use floating point, but only the four operations and square roots,
//! which give the same result on every machine.

mod caseload;
mod inputs;
mod path;
mod reach;
mod simulation;

pub use caseload::{Caseload, CaseloadInputs, Costs, Hours, NewlyQualified, TargetRow, Team, caseload};
pub use inputs::{CaseloadError, CaseloadFault, CaseloadInput, End};
pub use path::{Growth, Month, Path, Staffing, hires_needed, path};
pub use reach::{Ladder, Reach, ReachError, Rung, ladder, pace, reach};
pub use simulation::{Band, Ranges, Simulation, simulate};
