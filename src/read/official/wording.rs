//! How the rows of official files are known: by the texts of their filters, after evening out the wordings that drift.

include!(concat!(env!("OUT_DIR"), "/official_files.rs"));

/// How the rows of one indicator are known.
pub(super) struct Kind {
    pub(super) indicator: &'static str,
    /// Names of the column of values.
    pub(super) value: &'static [&'static str],
    /// Names of the column of counts.
    pub(super) numerator: &'static [&'static str],
    pub(super) base: Base,
    /// The filters of its rows: one of each list.
    pub(super) labels: Labels,
}

pub(super) type Labels = &'static [&'static [&'static str]];

/// Where the denominator stands.
pub(super) enum Base {
    None,
    /// In the row of the same area and year with these filters.
    Row(Labels),
    /// In a column of the same row.
    Column(&'static str),
}

/// How the rows of each indicator are known; an indicator may have several.
pub(super) const fn kinds() -> &'static [Kind] {
    KINDS
}

impl Kind {
    pub(super) fn names_column(&self, name: &str) -> bool {
        let base = matches!(self.base, Base::Column(column) if column == name);
        base || self.value.contains(&name) || self.numerator.contains(&name)
    }
}

/// The different sets of filters of a file, evened out.
pub(super) struct FilterSets(Vec<Vec<String>>);

impl FilterSets {
    /// Of the texts of each set. "Total" alone does not say of what: where there is only one column of filters, its heading does.
    pub(super) fn of<'t, Texts: Iterator<Item = &'t str>>(
        sets: impl Iterator<Item = Texts>,
        only: Option<&str>,
    ) -> Self {
        let evened = |text| match (evened(text), only) {
            (text, Some(heading)) if text == "total" => format!("total: {heading}"),
            (text, _) => text,
        };
        let evened = |texts: Texts| texts.map(evened).filter(|text| !text.is_empty()).collect();
        Self(sets.map(evened).collect())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The positions of the sets that are what is wanted.
    pub(super) fn fitting(&self, wanted: Labels) -> Vec<usize> {
        let sets = self.0.iter().enumerate();
        sets.filter(|(_, labels)| fits(labels, wanted)).map(|(set, _)| set).collect()
    }
}

/// Whether each filter is asked for, and each that is asked for is there.
fn fits(filters: &[String], wanted: Labels) -> bool {
    let fits_one = |filter: &String, list: &&[&str]| list.contains(&filter.as_str());
    filters.len() == wanted.len()
        && filters.iter().all(|filter| wanted.iter().any(|list| fits_one(filter, list)))
        && wanted.iter().all(|list| filters.iter().any(|filter| fits_one(filter, list)))
}

/// A filter in the wording of `data/official_files.csv`.
fn evened(text: &str) -> String {
    let lower: String = text
        .chars()
        .map(|character| if character.is_alphanumeric() { character.to_ascii_lowercase() } else { ' ' })
        .collect();
    let text = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("children looked after", "cla").replace(" at 31 march", " on 31 march");
    let text = text.replace("education training or employment", "education employment or training");
    let text = text.strip_prefix("aged ").unwrap_or(&text);
    let text = text.strip_suffix(" years").unwrap_or(text);
    text.strip_suffix(" each year").unwrap_or(text).to_owned()
}
