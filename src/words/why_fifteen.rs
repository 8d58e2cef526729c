//! What is known of how many cases are too many: the official measure, guidance and research, and what they do not show.

use super::text::{listed, model_number};

/// A heading over the official caseload, what else is known, and its limits.
pub const HEADING: &str = "Why this number: what is known";

/// What the official caseload counts.
pub const OFFICIAL: &str = "The official caseload is not that of one team. It is the average for every children and family social worker of the \
     council with at least one case on 30 September, agency workers and newly qualified workers included. The average of 20 in \
     Cambridgeshire\u{2019}s report for 2022/23 leaves newly qualified workers out.";

/// The official caseload of a council beside an answer: `15.2 in Cambridgeshire on 30 September 2025; England 15.2`.
pub fn official_beside(council: &str, value: &str, year: u16, england: Option<&str>) -> String {
    let england = england.map_or_else(String::new, |value| format!("; England {value}"));
    format!("{value} in {council} on 30 September {year}{england}")
}

/// Returns where an official caseload changed much within a year or is missing, or `None` if it did and is not.
pub fn uneven(council: &str, jumps: &[[(String, u16); 2]], missing: &[u16]) -> Option<String> {
    let jump = |[(before, first), (after, then)]: &[(String, u16); 2]| {
        format!("from {before} in {first} to {after} in {then}")
    };
    let jumped = (!jumps.is_empty()).then(|| {
        let jumps: Vec<String> = jumps.iter().map(jump).collect();
        format!(
            "{council}\u{2019}s official caseload went {}. So much in a year may be a change in how cases or workers were counted: ask \
             before you rely on those years.",
            listed(&jumps)
        )
    });
    let missing = (!missing.is_empty()).then(|| {
        let years: Vec<String> = missing.iter().map(u16::to_string).collect();
        format!("No figure is published for {}.", listed(&years))
    });
    let told: Vec<String> = [jumped, missing].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What it counts, beside it.
pub const OFFICIAL_COUNTS: &str = "The official caseload covers every social worker of the council with a case, newly \
     qualified included, not one team.";

/// What it counts, after a colon.
pub const OFFICIAL_MEASURE: &str = "it covers every social worker of the council, agency and newly qualified included, with \
     at least one case on 30 September.";

/// In place of the chart while no council is chosen.
pub const CHOOSE_COUNCIL: &str = "Choose your council in the settings to see its official caseload with England, its region and neighbours.";

/// The heading of the list of what is known.
pub const KNOWN: &str = "Guidance and research";

/// What guidance and research say, and where.
pub const EVIDENCE: [(&str, &str); 6] = [
    (
        "No single number can be called manageable: it depends on how complex the cases are, on their mix and on the support available.",
        "Association of Directors of Children\u{2019}s Services, Children\u{2019}s services social work caseloads",
    ),
    (
        "Employers should set benchmarks for safe workloads and assess each worker\u{2019}s. The standard gives no number.",
        "Local Government Association, Standards for employers of social workers in England, standard 3",
    ),
    (
        "A national cap was considered in 2009 and rejected, because there was no agreement on a number.",
        "Social Work Task Force, as reported by Community Care, 20 September 2016",
    ),
    (
        "A newly qualified social worker normally carries 90% of the workload over the first year.",
        "Suffolk County Council, support for newly qualified social workers",
    ),
    (
        "A full-time worker has at most 100 points of work, and a newly qualified one 90 and about 12 children in the first year.",
        "Wirral Council, workload management scheme",
    ),
    (
        "Some councils count a newly qualified social worker as 0.6 in their caseloads.",
        "Devon County Council, reply to a request for information on caseloads",
    ),
];

/// What none of it shows.
pub const NOT_SHOWN: &str = "None of this shows that 15, or any other number, leads to better outcomes for children. This page works out \
     workers, time and money. It never forecasts outcomes.";

/// A question about a caseload that is higher than what is known.
pub fn beyond(caseload: f64, known: &str) -> String {
    format!("Is {} for each worker right? {known}", model_number(caseload, 1))
}

/// The highest official caseload of a council.
pub fn highest_official(value: &str, council: &str, year: u16) -> String {
    format!("The highest official average of a council is {value} ({council}, 30 September {year}).")
}

/// The lowest official caseload of a council.
pub fn lowest_official(value: &str, council: &str, year: u16) -> String {
    format!("The lowest official average of a council is {value} ({council}, 30 September {year}).")
}

/// What is known of reviewing officers.
pub const HIGHEST_REVIEWING: &str =
    "Statutory guidance estimates 50 to 70 children for each reviewing officer.";

/// What is known of personal advisers.
pub const HIGHEST_ADVISERS: &str = "Cambridgeshire\u{2019}s report for 2022/23 has 27.1 care leavers for each adviser, and 27.9 six months before.";
