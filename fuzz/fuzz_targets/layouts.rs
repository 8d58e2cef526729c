//! The headings of a table of each layout, for the fuzzer and for the tests that replay what it found.

const HEADINGS: [&str; 12] = [
    "Indicator\tNumerator\tDenominator\tPercentage",
    "Indicator\t2020/21\t2021/22\t2022/23\tTarget\tEngland",
    "Indicator\tApr-24\tMay-24\tJun-24\tQ1",
    "Period\tThree or more placements\tDental checks\tHealth assessments",
    "Three or more placements (%), 2022/23\nArea\tNumber\t%",
    "Placement type, 31 March 2023\tNumber\tPercentage",
    "Indicator\tArea\tPeriod\tNumerator\tDenominator\tValue",
    "Three or more placements: 51 of 646",
    "In 2022/23, 51 of 646 children (7.9%) had three or more placements.",
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,\
     new_la_code,care_leaver_age,breakdown,care_leaver_count,care_leaver_percent",
    "Indicator\tNumber\t%\tNumber\t%\n\t2021/22\t\t2022/23\t",
    "",
];

/// A table whose headings are told by `which`, with these rows.
pub(crate) fn table(which: u8, rows: &str) -> String {
    format!("{}\n{rows}", HEADINGS[usize::from(which) % HEADINGS.len()])
}
