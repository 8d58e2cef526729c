//! How many more workers a lower caseload takes, as the number of children grows: `cargo run --example caseload`.

use corporate_parenting_calculator::scenario::{CaseloadError, CaseloadInputs, Growth, Team, caseload};

fn main() -> Result<(), CaseloadError> {
    // 646 children, 20 for each worker now, 15 to be reached, 5% more children a year.
    let steady = CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0);
    let inputs = CaseloadInputs { growth: Growth::Share(0.05), months: 24, ..steady };
    let scenario = caseload(&inputs)?;
    println!("{:.1} full-time equivalents hold cases now", scenario.holding_fte);
    println!("{:.1} more are needed for 15 children each", scenario.extra_fte);
    println!(
        "{:.1} children each within two years if the team stays as it is",
        scenario.highest_with_present_team
    );
    Ok(())
}
