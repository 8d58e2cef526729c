//! From which month a level is another: against what `tests/oracles/levels.py` worked out apart from the program.

use corporate_parenting_calculator::compare::{Choices, LastPeriods, OverTimeRow, Shift};
use corporate_parenting_calculator::words::unusual::mostly_unusual;

use crate::common::table;
use crate::over_time::{over_time, row};
use crate::over_time_words::months;

/// Returns which figure a level is dated to, or `None` if it has no date.
fn dated(row: &OverTimeRow) -> Option<usize> {
    let (level, _) = row.level()?;
    let is_dated = matches!(level.shift, Shift::Step | Shift::Recent | Shift::Apart);
    row.past.iter().position(|past| past.period == level.since).filter(|_| is_dated)
}

/// A date is a likely one, where the change is clear the month of it, and a break is offered for that month.
#[test]
fn a_level_begins_where_one_change_is_likeliest() {
    let mut clear = 0;
    for case in table("levels.csv") {
        let shown = over_time(&months(case.get("series")), Choices::default(), LastPeriods::TwentyFour);
        let row = row(&shown, "dental-checks");
        let found = dated(row);
        let likely: Vec<usize> = case.get("likely").split(' ').filter_map(|at| at.parse().ok()).collect();
        assert!(found.is_none_or(|at| likely.contains(&at)), "{case}: {found:?}");
        if let Ok(step) = case.get("step").parse::<usize>() {
            assert_eq!(found, Some(step), "{case}");
            let since = row.past[step].period.to_string();
            assert!(mostly_unusual(row).is_some_and(|said| said.contains(&since)), "{case}");
            clear += 1;
        }
    }
    assert!(clear > 60, "{clear}");
}
