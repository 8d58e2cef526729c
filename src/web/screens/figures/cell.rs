//! The cells of the figures table, as the document names them.

use crate::app::lines::{CellId, Field, LineId};

/// A cell of the table that the keyboard can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// The choice of the indicator of a line.
    Indicator(LineId),
    /// A text.
    Text(CellId),
}

/// The texts of a line with their names in ids.
const FIELDS: [(Field, &str); 5] = [
    (Field::Area, "area"),
    (Field::Period, "period"),
    (Field::Numerator, "numerator"),
    (Field::Denominator, "denominator"),
    (Field::Value, "value"),
];

impl Cell {
    /// The line it belongs to.
    pub(crate) const fn line(self) -> LineId {
        match self {
            Self::Indicator(line) => line,
            Self::Text(cell) => cell.line,
        }
    }

    /// The id of its element.
    pub(crate) fn element_id(self) -> String {
        let name = match self {
            Self::Indicator(_) => "indicator",
            Self::Text(cell) => {
                FIELDS.iter().find(|(field, _)| *field == cell.field).map_or("", |(_, name)| name)
            }
        };
        format!("line-{}-{name}", self.line())
    }

    /// The text whose element has this id, or `None` if it is another's.
    pub(crate) fn text_of_element(id: &str) -> Option<CellId> {
        let (line, name) = id.strip_prefix("line-")?.split_once('-')?;
        let (field, _) = FIELDS.iter().find(|(_, each)| *each == name)?;
        Some(line.parse::<LineId>().ok()?.cell(*field))
    }
}
