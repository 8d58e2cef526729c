//! The boxes of a caseload scenario.

use crate::scenario::{CaseloadInput, End};
use crate::words::screens::caseloads as words;

pub use crate::words::screens::caseloads::GROUPS;

/// How a box is labelled and bounded.
#[derive(Clone, Copy, Debug)]
pub struct InputInfo {
    /// Which box.
    pub input: Input,
    /// The part of the form it stands in.
    pub group: &'static str,
    /// Its label, with the unit.
    pub label: &'static str,
    /// What it means.
    pub help: &'static str,
    /// The lowest and highest value of its slider, and its step.
    pub slider: (f64, f64, f64),
    /// The input of the model it gives. No two boxes share one.
    pub gives: CaseloadInput,
}

macro_rules! inputs {
    ($($input:ident, $group:expr, $words:ident, $slider:expr, $gives:ident $(($end:expr))?;)*) => {
        /// A box of the form. Its texts are kept in the order of [`INPUTS`], which comes from the same list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in INPUTS")]
        pub enum Input { $($input),* }

        /// Every box, in the order of the form.
        pub const INPUTS: &[InputInfo] = &[$(InputInfo {
            input: Input::$input, group: GROUPS[$group], label: words::$words.label, help: words::$words.hint, slider: $slider, gives: CaseloadInput::$gives $(($end))?,
        }),*];
    };
}

inputs! {
    Children, 0, CHILDREN, (50.0, 2000.0, 1.0), Children;
    Workers, 0, WORKERS, (1.0, 150.0, 0.1), WorkersFte;
    Average, 0, AVERAGE, (5.0, 40.0, 0.1), Caseload;
    Target, 0, TARGET, (5.0, 40.0, 0.5), Target;
    NewlyFte, 1, NEWLY_QUALIFIED, (0.0, 30.0, 0.5), NewlyQualifiedFte;
    NewlyCountAs, 1, NEWLY_QUALIFIED_COUNT_AS, (0.0, 1.0, 0.1), NewlyQualifiedCountAs;
    Vacant, 1, VACANT, (0.0, 30.0, 0.5), VacantFte;
    Growth, 2, GROWTH, (-20.0, 30.0, 0.5), ChildrenGrowth;
    GrowthNumber, 2, GROWTH_NUMBER, (-200.0, 200.0, 1.0), ChildrenGrowthNumber;
    Apart, 2, UNACCOMPANIED, (0.0, 300.0, 1.0), Unaccompanied;
    ApartGrowth, 2, UNACCOMPANIED_GROWTH, (-50.0, 100.0, 1.0), UnaccompaniedGrowth;
    Turnover, 2, TURNOVER, (0.0, 50.0, 0.5), Turnover;
    Hires, 2, RECRUITMENT, (0.0, 10.0, 0.1), HiresPerMonth;
    MonthsToStart, 2, MONTHS_TO_START, (0.0, 12.0, 1.0), MonthsToStart;
    Months, 2, MONTHS, (1.0, 60.0, 1.0), Months;
    ByMonth, 2, BY_MONTH, (1.0, 60.0, 1.0), ByMonth;
    Hours, 3, HOURS, (30.0, 40.0, 0.5), HoursPerWeek;
    DirectShare, 3, DIRECT_SHARE, (0.0, 100.0, 1.0), DirectShare;
    CostPerPost, 4, COST, (30000.0, 100_000.0, 500.0), CostPerPost;
    AgencyShare, 4, AGENCY_SHARE, (0.0, 100.0, 1.0), AgencyShare;
    AgencyPremium, 4, AGENCY_PREMIUM, (0.0, 150.0, 1.0), AgencyPremium;
    GrowthLow, 5, GROWTH_LOW, (-20.0, 30.0, 0.5), ChildrenGrowthRange(End::Low);
    GrowthHigh, 5, GROWTH_HIGH, (-20.0, 30.0, 0.5), ChildrenGrowthRange(End::High);
    TurnoverLow, 5, TURNOVER_LOW, (0.0, 50.0, 0.5), TurnoverRange(End::Low);
    TurnoverHigh, 5, TURNOVER_HIGH, (0.0, 50.0, 0.5), TurnoverRange(End::High);
}
