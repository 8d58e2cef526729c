//! The boxes of a caseload scenario.

use crate::scenario::{CaseloadInput, End};
use crate::words::screens::caseloads as words;

/// A group of boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What every answer needs.
    Basics,
    /// Who of the team holds cases.
    Team,
    /// Newly qualified workers.
    NewlyQualified,
    /// How the number of children changes.
    Growth,
    /// Who leaves, who comes, and by when.
    Recruitment,
    /// What posts cost.
    Money,
    /// Time with children.
    Hours,
    /// Ranges in place of one number.
    Uncertainty,
}

impl Group {
    /// Every group that is opened when it is needed, in the order of the form.
    pub const FURTHER: [Self; 7] = [
        Self::Team,
        Self::NewlyQualified,
        Self::Growth,
        Self::Recruitment,
        Self::Money,
        Self::Hours,
        Self::Uncertainty,
    ];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        words::GROUPS[self as usize]
    }

    /// Its boxes.
    pub fn boxes(self) -> impl Iterator<Item = &'static InputInfo> {
        INPUTS.iter().filter(move |info| info.group == self)
    }
}

/// How a box is labelled.
#[derive(Clone, Copy, Debug)]
pub struct InputInfo {
    /// Which box.
    pub input: Input,
    /// What it is called where it is kept outside the program.
    pub id: &'static str,
    /// The group it is in.
    pub group: Group,
    /// Its label, with the unit.
    pub label: &'static str,
    /// What it means.
    pub help: &'static str,
    /// The input of the model it gives. No two boxes share one.
    pub gives: CaseloadInput,
}

macro_rules! inputs {
    ($($input:ident, $group:ident, $words:ident, $gives:ident $(($end:expr))?;)*) => {
        /// A box of the form. Its texts are kept in the order of [`INPUTS`], which comes from the same list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in INPUTS")]
        pub enum Input { $($input),* }

        /// Every box, in the order of the form.
        pub const INPUTS: &[InputInfo] = &[$(InputInfo {
            input: Input::$input, id: stringify!($input), group: Group::$group, label: words::$words.label, help: words::$words.hint, gives: CaseloadInput::$gives $(($end))?,
        }),*];
    };
}

inputs! {
    Children, Basics, CHILDREN, Children;
    Workers, Basics, WORKERS, WorkersFte;
    Average, Basics, AVERAGE, Caseload;
    Target, Basics, TARGET, Target;
    NewlyFte, NewlyQualified, NEWLY_QUALIFIED, NewlyQualifiedFte;
    NewlyCountAs, NewlyQualified, NEWLY_QUALIFIED_COUNT_AS, NewlyQualifiedCountAs;
    Vacant, Team, VACANT, VacantFte;
    Growth, Growth, GROWTH, ChildrenGrowth;
    GrowthNumber, Growth, GROWTH_NUMBER, ChildrenGrowthNumber;
    Apart, Growth, UNACCOMPANIED, Unaccompanied;
    ApartGrowth, Growth, UNACCOMPANIED_GROWTH, UnaccompaniedGrowth;
    Turnover, Recruitment, TURNOVER, Turnover;
    Hires, Recruitment, RECRUITMENT, HiresPerMonth;
    MonthsToStart, Recruitment, MONTHS_TO_START, MonthsToStart;
    Months, Recruitment, MONTHS, Months;
    ByMonth, Recruitment, BY_MONTH, ByMonth;
    Hours, Hours, HOURS, HoursPerWeek;
    DirectShare, Hours, DIRECT_SHARE, DirectShare;
    CostPerPost, Money, COST, CostPerPost;
    AgencyShare, Money, AGENCY_SHARE, AgencyShare;
    AgencyPremium, Money, AGENCY_PREMIUM, AgencyPremium;
    GrowthLow, Uncertainty, GROWTH_LOW, ChildrenGrowthRange(End::Low);
    GrowthHigh, Uncertainty, GROWTH_HIGH, ChildrenGrowthRange(End::High);
    TurnoverLow, Uncertainty, TURNOVER_LOW, TurnoverRange(End::Low);
    TurnoverHigh, Uncertainty, TURNOVER_HIGH, TurnoverRange(End::High);
}
