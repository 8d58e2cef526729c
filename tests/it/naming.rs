//! What names say: beside their subject, and of their subject.

use corporate_parenting_calculator::indicator::asides;

use crate::common::table;

/// A period or target in a name is left out of what it means, and is known all the same.
#[test]
fn periods_and_targets_in_names_are_given_out() {
    let mut wrong = Vec::new();
    for row in table("asides.csv") {
        let found = asides(row.get("name"));
        let found = [found.periods.join(" | "), found.targets.join(" | ")];
        if found != ["periods", "targets"].map(|column| row.get(column).to_owned()) {
            wrong.push(format!("{row}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
