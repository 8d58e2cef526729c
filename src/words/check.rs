//! What a check of a draft found, in sentences.

use crate::check::{Finding, Reason, Verdict};
use crate::number::{Decimal, Exact};

use super::text::counted;

impl Finding {
    /// What was found, as whole sentences.
    pub fn message(&self) -> String {
        let stated = self.stated;
        match &self.reason {
            Reason::Share { count, base } => {
                let exact =
                    share(*count, *base, stated.decimals() + u8::from(self.verdict != Verdict::Agrees));
                let is = format!("{} of {} is {exact}%", counted(*count), counted(*base));
                self.judged(&is, "%")
            }
            Reason::NoBase(count) => format!(
                "{} is given as {stated}%, but the text does not say of how many. Add that number to check it.",
                counted(*count)
            ),
            Reason::Possible { count, base } => {
                let exact = share(*count, *base, stated.decimals() + 1);
                format!("{stated}% of {} is possible: {} is {exact}%.", counted(*base), counted(*count))
            }
            Reason::Impossible { base, below, above, right_for } => {
                let near = |count: u64| {
                    format!("{} is {}%", counted(count), share(count, *base, stated.decimals() + 1))
                };
                let right = right_for
                    .map_or_else(String::new, |right| format!("; it would be right for {}", counted(right)));
                format!(
                    "{stated}% of {} is impossible: {}, {}{right}.",
                    counted(*base),
                    near(*below),
                    near(*above)
                )
            }
            _ => String::new(),
        }
    }

    /// A recomputation with how the stated number agrees with it.
    fn judged(&self, is: &str, unit: &str) -> String {
        match self.verdict {
            Verdict::Agrees => format!("{is}."),
            Verdict::Truncated => format!("{is}: {}{unit} is cut off rather than rounded.", self.stated),
            _ => format!("{is}, not {}{unit}.", self.stated),
        }
    }
}

/// So many of so many in percent.
fn share(count: u64, base: u64, decimals: u8) -> Decimal {
    Exact::scaled(count, base, 100).map_or(Decimal::new(0, 0), |exact| exact.rounded(decimals))
}
