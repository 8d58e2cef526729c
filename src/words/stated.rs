//! What a table says of others that the Department does not.

use std::fmt::{self, Display, Formatter};

use crate::compare::StatedDiffers;
use crate::indicator::Kind;
use crate::period::Period;

impl Display for StatedDiffers {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { measure, area, year, stated, official } = self;
        let percent = if measure.kind == Kind::Share { "%" } else { "" };
        write!(
            f,
            "{}, {}: your table says {}{percent} for {}; DfE published {}{percent}",
            measure.title,
            Period::Year(*year),
            stated.grouped(),
            area.name,
            official.grouped()
        )
    }
}
