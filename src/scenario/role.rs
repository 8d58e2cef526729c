//! Who holds cases, and the limits known for them.

use crate::number::whole_below;
use serde::{Deserialize, Serialize};

/// Who holds cases. The arithmetic is the same for all; the words are in [`crate::words::role`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Social workers and children in care.
    #[default]
    SocialWorker,
    /// Personal advisers and care leavers, to whom they are due until 25 (Children Act 1989, sections 23C and 23CZB).
    PersonalAdviser,
    /// Independent reviewing officers and children in care.
    ReviewingOfficer,
    /// Supervising social workers and the fostering households they support.
    FosteringSocialWorker,
}

impl Role {
    /// Every role, in the order it is offered.
    pub const ALL: [Self; 4] =
        [Self::SocialWorker, Self::PersonalAdviser, Self::ReviewingOfficer, Self::FosteringSocialWorker];

    /// Returns the limits to start from, lowest and highest, or `None` if none is published: 15 is the aim of the
    /// 2022/23 report, 50 to 70 is from the IRO Handbook (DCSF, 2010), paragraph 7.15.
    pub const fn limits(self) -> Option<(f64, f64)> {
        match self {
            Self::SocialWorker => Some((15.0, 15.0)),
            Self::ReviewingOfficer => Some((50.0, 70.0)),
            Self::PersonalAdviser | Self::FosteringSocialWorker => None,
        }
    }

    /// Targets to compare besides the one of a scenario: what guidance names, or halfway from the average of now. Those of
    /// social workers are compared always.
    pub fn options(self, now: f64, target: f64) -> Vec<f64> {
        match self {
            Self::SocialWorker => Vec::new(),
            Self::ReviewingOfficer => vec![50.0, 60.0, 70.0],
            Self::PersonalAdviser | Self::FosteringSocialWorker => {
                let halfway = whole_below(f64::midpoint(now, target));
                let is_between = |end: f64| (halfway - end).abs() >= 1.0;
                [halfway].into_iter().filter(|_| is_between(now) && is_between(target)).collect()
            }
        }
    }
}
