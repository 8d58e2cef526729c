//! Why a file could not be read, where the file itself is not to blame.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Why a file was not read. Its sentence has no full stop at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser has let go of it.
    Gone,
    /// It has more bytes than are read, as the reader says it.
    TooLarge(String),
    /// The browser starts no worker.
    NoWorker,
    /// Reading it took longer than so many seconds.
    TooSlow(u32),
    /// The browser did not hand over its bytes.
    Unreadable,
    /// There was not enough memory.
    NoMemory,
    /// The reader failed.
    Crashed,
}

impl Error for FileError {}

impl Display for FileError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("Choose it again"),
            Self::TooLarge(sentence) => f.write_str(sentence),
            Self::NoWorker => f.write_str(
                "Your browser does not let this page read files. Copy the table you need and paste it instead",
            ),
            Self::TooSlow(seconds) => write!(
                f,
                "Reading was stopped after {seconds} seconds. Copy the table you need and paste it instead"
            ),
            Self::Unreadable => f.write_str(
                "Your browser could not open it. It may have been moved or changed since you chose it. Choose it again",
            ),
            Self::NoMemory => f.write_str(
                "There is not enough memory to read it. Copy the table you need into a file of its own",
            ),
            Self::Crashed => f.write_str(
                "Something in it stopped the reader. Save it as CSV and try that, or copy the table and paste it. Your other \
                 figures are not affected",
            ),
        }
    }
}

/// The problem that a file which was not read leaves in the list, without its full stop.
pub fn not_read(error: &FileError) -> String {
    format!("Not read. {error}")
}
