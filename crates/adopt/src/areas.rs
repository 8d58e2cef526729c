//! Councils that are new in a release.

use corporate_parenting_calculator::area::Level;

use crate::release::Release;
use crate::table::Table;

/// The rows of `areas.csv` for the councils it has not.
pub(crate) fn new_councils(release: &Release, areas: &Table) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for value in release.values.iter().filter(|value| value.area.level == Level::Council) {
        let area = &value.area;
        let is_known = |rows: &[Vec<String>]| rows.iter().any(|row| row[0] == area.code);
        if is_known(&areas.rows) || is_known(&rows) {
            continue;
        }
        // The Office for National Statistics begins its codes with the type of area.
        let council_type = match &area.ons_code[..3] {
            "E08" => "metropolitan district",
            "E09" => "London borough",
            "E10" => "county",
            _ => "unitary",
        };
        rows.push(
            [&area.code, "council", &area.ons_code, &area.name, &area.region, council_type]
                .map(str::to_owned)
                .into(),
        );
    }
    rows
}

/// Puts a council among the others, which stand in the order of their names.
pub(crate) fn add(areas: &mut Table, council: Vec<String>) {
    let position = areas.rows.iter().position(|row| row[1] == "council" && row[3] > council[3]);
    areas.insert(position.unwrap_or(areas.rows.len()), council);
}
