//! What of a table is beyond the limits of reading.

use std::fmt::{self, Display, Formatter};

use crate::read::{LimitProblem, MAX_CELL, MAX_COLUMNS, MAX_LINES};
use crate::words::text::number_of;

use super::grouped;

impl Display for LimitProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Columns(count) => write!(
                f,
                "Up to {} columns are read, so we ignored {} beyond that. Copy the columns you need into a separate table",
                grouped(MAX_COLUMNS),
                number_of(*count, "cell", "cells")
            ),
            Self::LongCells(count) => {
                let cells = number_of(*count, "cell", "cells");
                write!(f, "We ignored {cells} with more than {} characters", grouped(MAX_CELL))
            }
            Self::Rows { count, first } => {
                match count {
                    1 => write!(f, "Row {} was", grouped(*first))?,
                    many => write!(f, "{} rows, from row {} on, were", grouped(*many), grouped(*first))?,
                }
                write!(
                    f,
                    " not read, because up to {} lines are read from one text or file. Copy the rows you need into a separate \
                     table",
                    grouped(MAX_LINES)
                )
            }
        }
    }
}
