//! What the people of a caseload scenario are called, and what is due to whom.

use crate::scenario::Role;

use super::caseload::Nouns;

impl Role {
    /// What workers and those whose cases they hold are called.
    pub const fn nouns(self) -> Nouns {
        Nouns { workers: self.workers(), children: self.children() }
    }

    /// Workers, many.
    pub const fn workers(self) -> &'static str {
        match self {
            Self::SocialWorker => "social workers",
            Self::PersonalAdviser => "personal advisers",
            Self::ReviewingOfficer => "reviewing officers",
            Self::FosteringSocialWorker => "supervising social workers",
        }
    }

    /// Those whose cases they hold, many.
    pub const fn children(self) -> &'static str {
        match self {
            Self::SocialWorker | Self::ReviewingOfficer => "children",
            Self::PersonalAdviser => "care leavers",
            Self::FosteringSocialWorker => "fostering households",
        }
    }

    /// The label of the box of their number.
    pub const fn children_label(self) -> &'static str {
        match self {
            Self::SocialWorker | Self::ReviewingOfficer => "Children",
            Self::PersonalAdviser => "Care leavers",
            Self::FosteringSocialWorker => "Fostering households",
        }
    }

    /// Who holds whose cases, as a choice.
    pub const fn title(self) -> &'static str {
        match self {
            Self::SocialWorker => "Social workers and children in care",
            Self::PersonalAdviser => "Personal advisers and care leavers",
            Self::ReviewingOfficer => "Reviewing officers and children in care",
            Self::FosteringSocialWorker => "Supervising social workers and fostering households",
        }
    }

    /// What is known of their caseloads and duties, with its source.
    pub const fn known(self) -> &'static str {
        match self {
            Self::SocialWorker => {
                "For comparison, Cambridgeshire\u{2019}s report for 2022/23: 20 children for each social worker, newly qualified workers left out, with an aim of \
                 at most 15."
            }
            Self::PersonalAdviser => {
                "For comparison, Cambridgeshire\u{2019}s report for 2022/23: 27.1 care leavers for each full-time adviser, 27.9 six months before. Care leavers can \
                 have a personal adviser until they are 25 (Children Act 1989, sections 23C and 23CZB)."
            }
            Self::ReviewingOfficer => {
                "Statutory guidance estimates 50 to 70 children for each full-time reviewing officer as good practice. It \
                 is not a limit (IRO Handbook, Department for Children, Schools and Families, 2010)."
            }
            Self::FosteringSocialWorker => {
                "Each foster carer has a supervising social worker. No national number of households for each is published."
            }
        }
    }
}
