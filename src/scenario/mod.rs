//! What if: caseloads over time, and what it would take to reach a target.
//!
//! Scenarios are models, not measurements: they use floating point, but only the four operations and square roots,
//! which give the same result on every machine.

mod caseload;
mod counted;
mod distribution;
mod holders;
mod inputs;
mod limits;
mod money;
mod options;
mod path;
mod reach;
mod role;
mod sensitivity;
mod simulation;
mod years;

pub use caseload::{Caseload, TargetRow, caseload, caseload_without_chance, targets_around};
pub use distribution::{
    Distribution, DistributionError, Held, LeftOut, caseloads, distribution, full_time_equivalent,
};
pub use holders::{Holders, KnockOn, KnockOnPost, NewlyQualified, Stage};
pub use inputs::{AS_NEEDED, CaseKind, CaseloadInputs, Growth, Hours, Ranges, Recruiting, Staffing, Team};
pub use limits::{CaseloadError, CaseloadFault, CaseloadInput, End};
pub use money::{Agency, Award, Costs};
pub use options::{TargetOption, options};
pub use path::{Month, Path};
pub use reach::{Ladder, Next, Reach, ReachError, Rung, ladder, pace, reach};
pub use role::Role;
pub use sensitivity::{
    Risk, Sensitivity, recruitment_sensitivity, recruitments, risks, sensitivity, sensitivity_with,
};
pub use simulation::{Band, Simulation, TargetChance, simulate};
pub use years::Year;
