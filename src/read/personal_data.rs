//! What personal data was found, whose it is and where: never the data itself.

use serde::{Deserialize, Serialize};

use crate::figure::Place;

/// What kind of personal data was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Names of people.
    Name,
    /// Dates of birth.
    DateOfBirth,
    /// NHS numbers.
    NhsNumber,
    /// Unique pupil numbers.
    PupilNumber,
    /// National Insurance numbers.
    NationalInsurance,
    /// Numbers the Home Office gives to persons.
    HomeOffice,
    /// Postcodes.
    Postcode,
    /// Addresses.
    Address,
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Telephone,
    /// Numbers of persons in a case-management system.
    PersonId,
    /// Rows that each tell of one child.
    Individual,
}

/// Whose data it is, which decides what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whose {
    /// A child's, or that of somebody not known to hold an office: the whole source is refused.
    Person,
    /// That of an office or of who holds it: it is left out and the rest is read.
    Office,
    /// A child's, in a comment on figures: the comment is left out and the rest is read.
    Remark,
}

/// Personal data at one place of a table: a column (its row is 0), a row (its column is 0), or a cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Personal {
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub whose: Whose,
    /// Where it is.
    pub place: Place,
    /// The heading or label that names it; empty where the values themselves gave it away.
    pub heading: String,
    /// First and last row of the part of the table it stands in.
    pub(crate) rows: (usize, usize),
}
