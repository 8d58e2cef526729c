//! England's figures as each release gave them, where they were revised.

use crate::release::Value;
use crate::table::Table;

/// The table `first_published.csv`.
pub(crate) struct FirstPublished(pub(crate) Table);

impl FirstPublished {
    /// Notes what a release says of England where earlier ones had `before`, both as cells of `published.csv`.
    pub(crate) fn note(&mut self, value: &Value, before: &str, now: &str) {
        if !value.is_england() || value.amount.is_err() {
            return;
        }
        let column = release(value.out_by);
        let period = value.year.to_string();
        let key = [value.indicator.id.as_ref(), period.as_str()];
        let is_revised =
            before.starts_with(|first: char| first.is_ascii_digit() || first == '-') && before != now;
        let is_kept = self.0.position(&key).is_some();
        // The November of the yearly figures can be gone back to, whether or not any was revised.
        if (value.is_of_november || is_revised) && self.0.column(&column).is_none() {
            self.0.add_column(column.clone());
        }
        if !is_kept && is_revised {
            // The releases before this one that had the figure, which never changed until now.
            let earlier: Vec<String> = self
                .0
                .headings
                .iter()
                .filter(|name| {
                    let of = name.strip_prefix(RELEASE).and_then(|year| year.parse::<u16>().ok());
                    of.is_some_and(|of| (value.first_out()..value.out_by).contains(&of))
                })
                .cloned()
                .collect();
            for column in earlier {
                self.0.set(&key, &column, before);
            }
        }
        if is_kept || is_revised {
            self.0.set(&key, &column, now);
        }
    }
}

const RELEASE: &str = "release_";

fn release(year: u16) -> String {
    format!("{RELEASE}{year}")
}
