//! The built-in examples.

use crate::compare::OwnBreak;
use crate::indicator::{Indicator, ids};
use crate::period::Period;
use crate::words::over_time::BREAK_OF_EXAMPLE;

/// The built-in examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// Cambridgeshire 2022/23.
    Cambridgeshire2023,
    /// Cambridgeshire 2019/20.
    Cambridgeshire2020,
}

impl Example {
    /// Both, newest first.
    pub const ALL: [Self; 2] = [Self::Cambridgeshire2023, Self::Cambridgeshire2020];

    /// The code of the council they are of.
    pub const COUNCIL: &str = "873";

    /// The name as shown.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Cambridgeshire2023 => "Cambridgeshire 2022/23",
            Self::Cambridgeshire2020 => "Cambridgeshire 2019/20",
        }
    }

    /// Whether it holds figures of months.
    pub const fn is_of_months(self) -> bool {
        matches!(self, Self::Cambridgeshire2020)
    }

    /// The figures, as a person would paste them.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Cambridgeshire2023 => include_str!("../../data/examples/cambridgeshire-2022-23.csv"),
            Self::Cambridgeshire2020 => include_str!("../../data/examples/cambridgeshire-2019-20.csv"),
        }
    }

    /// The breaks in its figures that its report names.
    pub(crate) fn breaks(self) -> Vec<OwnBreak> {
        let measures: &[&Indicator] = match self {
            Self::Cambridgeshire2023 => &[],
            Self::Cambridgeshire2020 => {
                &[ids::STATUTORY_VISITS_IN_TIMESCALE, ids::CHILDREN_SEEN_IN_LAST_SIX_WEEKS]
            }
        };
        let of = |measure: &&Indicator| OwnBreak {
            measure: Some(measure.id.clone().into_owned()),
            from: Period::Month(2020, 1),
            note: BREAK_OF_EXAMPLE.to_owned(),
        };
        measures.iter().map(of).collect()
    }

    /// The year it reports on.
    pub(crate) const fn year(self) -> u16 {
        match self {
            Self::Cambridgeshire2023 => 2023,
            Self::Cambridgeshire2020 => 2020,
        }
    }
}
