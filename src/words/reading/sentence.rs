//! Why a number in a sentence was not read.

use std::fmt::{self, Display, Formatter};

use crate::read::SentenceProblem;

impl Display for SentenceProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comparator(number) => write!(
                f,
                "We did not read {number} as your own figure, because it is about England, a region or other councils"
            ),
            Self::Target(number) => {
                write!(
                    f,
                    "We did not read {number} as your own figure, because it is a target, an aim or a forecast"
                )
            }
            Self::Change(number) => write!(f, "We did not read {number} as a figure, because it is a change"),
            Self::Earlier(number) => write!(
                f,
                "We did not read {number}, because it is about an earlier time and the sentence does not say exactly when"
            ),
            Self::NotKnown(number) => {
                write!(
                    f,
                    "We did not read {number}, because we could not tell which measure this sentence is about"
                )
            }
        }
    }
}
