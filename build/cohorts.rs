//! Who or what the counts of indicators are of: `data/cohorts.csv`.

use std::collections::HashMap;

use crate::Table;

/// The cohorts that indicators count, as the Rust expressions that stand for them.
pub(crate) struct Cohorts {
    /// By indicator, with `:base` behind it for its denominator.
    by_count: HashMap<String, Cohort>,
    ids: Vec<String>,
}

#[derive(Clone)]
struct Cohort {
    id: String,
    moment: &'static str,
    members: &'static str,
}

impl Cohort {
    fn code(&self) -> String {
        let Self { id, moment, members } = self;
        format!(
            "Cohort {{ id: CohortId::Named({id:?}), moment: Moment::{moment}, members: Members::{members} }}"
        )
    }
}

impl Cohorts {
    /// Reads the table and checks that each count of an indicator is of one cohort.
    pub(crate) fn read(indicators: &[String]) -> Self {
        let table = Table::open("cohorts.csv");
        let mut cohorts = Self { by_count: HashMap::new(), ids: Vec::new() };
        for row in &table.rows {
            let id = table.get(row, "id").to_owned();
            let moment = table.variant(
                row,
                "moment",
                &[
                    ("31-march", "March31"),
                    ("year", "Year"),
                    ("30-september", "September30"),
                    ("academic-year", "AcademicYear"),
                    ("birthday", "Birthday"),
                    ("mid-year", "MidYear"),
                ],
            );
            let members = table.variant(
                row,
                "of",
                &[("people", "People"), ("repeated-events", "RepeatedEvents"), ("staff", "Staff")],
            );
            if cohorts.ids.contains(&id) {
                table.fail(row, &format!("{id} occurs twice"));
            }
            for count in table.get(row, "counted_by").split_whitespace() {
                let indicator = count.strip_suffix(":base").unwrap_or(count);
                if !indicators.iter().any(|known| known == indicator) {
                    table.fail(row, &format!("{indicator} is not in indicators.csv"));
                }
                let cohort = Cohort { id: id.clone(), moment, members };
                if cohorts.by_count.insert(count.to_owned(), cohort).is_some() {
                    table.fail(row, &format!("{count} is of two cohorts"));
                }
            }
            cohorts.ids.push(id);
        }
        cohorts
    }

    /// The fields of an indicator whose years stand for `basis`. Its numerator is of a cohort of its own, named as the
    /// indicator, unless the table says otherwise.
    pub(crate) fn fields(&self, table: &Table, row: &csv::StringRecord, basis: &'static str) -> String {
        let id = table.get(row, "id");
        let base = self.by_count.get(&format!("{id}:base"));
        if base.is_some() == table.get(row, "denominator").is_empty() {
            table.fail(row, &format!("{id}:base is in cohorts.csv if it has a denominator, and only then"));
        }
        let own = || {
            if self.ids.iter().any(|known| known == id) {
                table.fail(row, &format!("{id} is also the name of a cohort of others"));
            }
            let members = base.map_or("People", |base| base.members);
            Cohort { id: id.to_owned(), moment: basis, members }
        };
        let counts = self.by_count.get(id).cloned().unwrap_or_else(own).code();
        let cohort = base.map_or_else(|| "None".to_owned(), |base| format!("Some({})", base.code()));
        format!("counts: {counts}, cohort: {cohort}")
    }
}
