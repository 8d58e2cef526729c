//! What if: caseloads over time, and what it would take to reach a target.
//!
//! Scenarios are models, not measurements: they use floating point, but only the four operations and square roots,
//! which give the same result on every machine.

mod caseload;
mod inputs;
mod limits;
mod path;
mod reach;
mod role;
mod simulation;

pub use caseload::{Caseload, TargetRow, caseload};
pub use inputs::{CaseloadInputs, Costs, Growth, Hours, NewlyQualified, Ranges, Staffing, Team};
pub use limits::{CaseloadError, CaseloadFault, CaseloadInput, End};
pub use path::{Month, Path, hires_needed, path};
pub use reach::{Ladder, Reach, ReachError, Rung, ladder, pace, reach};
pub use role::Role;
pub use simulation::{Band, Simulation, simulate};
