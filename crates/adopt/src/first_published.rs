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
        // The releases before this one that had the figure, which never changed until now.
        let earlier = self.releases(|of| (value.first_out()..value.out_by).contains(&of));
        // What a release corrects of its own was never another release's.
        let is_new = !is_kept && is_revised && !earlier.is_empty();
        // The November of the yearly figures can be gone back to, whether or not any was revised.
        if value.is_of_november || is_new {
            self.add_release(value.out_by);
        }
        if is_new {
            for column in &earlier {
                self.0.set(&key, column, before);
            }
        }
        if is_kept || is_new {
            self.0.set(&key, &column, now);
            // An older release that was asked for takes the place of newer ones.
            let later = self.releases(|of| of > value.out_by);
            later.iter().filter(|_| is_revised).for_each(|column| self.0.clear(&key, column));
        }
    }

    /// The columns of some releases, in their order.
    fn releases(&self, are_meant: impl Fn(u16) -> bool) -> Vec<String> {
        self.0.headings.iter().filter(|name| year(name).is_some_and(&are_meant)).cloned().collect()
    }

    /// Adds the column of a release among the others, if it is not there.
    fn add_release(&mut self, of: u16) {
        let name = release(of);
        if self.0.column(&name).is_none() {
            let after = self.0.headings.iter().position(|name| year(name).is_some_and(|year| year > of));
            self.0.insert_column(after.unwrap_or(self.0.headings.len()), name);
        }
    }
}

const RELEASE: &str = "release_";

/// The year of a column.
fn year(name: &str) -> Option<u16> {
    name.strip_prefix(RELEASE)?.parse().ok()
}

fn release(year: u16) -> String {
    format!("{RELEASE}{year}")
}
