//! The boxes of a caseload scenario.

use crate::scenario::{CaseloadInput, End, KnockOnPost};
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
    /// Kinds of case that count as more or less than one.
    CaseMix,
    /// How the number of children changes.
    Growth,
    /// Who leaves and who comes.
    Recruitment,
    /// From when, how far ahead, and by when.
    Dates,
    /// What posts cost.
    Money,
    /// Agency workers in them.
    Agency,
    /// Posts that follow from workers or children.
    Following,
    /// Other targets, and what would pay for the posts.
    Options,
    /// Time with children.
    Hours,
    /// Ranges in place of one number.
    Uncertainty,
    /// What is recommended, which is written in the case itself.
    Case,
}

impl Group {
    /// Every group that is opened when it is needed, in the order of the form.
    pub const FURTHER: [Self; 12] = [
        Self::Growth,
        Self::Recruitment,
        Self::Dates,
        Self::Money,
        Self::Agency,
        Self::NewlyQualified,
        Self::Team,
        Self::CaseMix,
        Self::Following,
        Self::Hours,
        Self::Uncertainty,
        Self::Options,
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

/// What is entered in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// A number.
    Number,
    /// A percentage that is seldom below 1.
    Share,
    /// A part of a full caseload or of a full-time post: 0.9, or 90%.
    Part,
    /// What a case counts as: 1.5, or 150%.
    Weight,
    /// A month of a year.
    Month,
    /// A month of the plan: of a year, or its number from the first.
    PlanMonth,
    /// Ticked or not.
    Tick,
    /// Words.
    Text,
}

/// The text of a box that is ticked.
pub const TICKED: &str = "yes";

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
    /// What is entered in it.
    pub kind: InputKind,
    /// The input of the model it gives; `None` if it only says more of that of another box.
    pub gives: Option<CaseloadInput>,
}

macro_rules! gives {
    () => { None };
    ($gives:ident $($end:expr)?) => { Some(CaseloadInput::$gives $(($end))?) };
}

macro_rules! inputs {
    ($($input:ident, $group:ident, $words:ident, $kind:ident $(=> $gives:ident $(($end:expr))?)?;)*) => {
        /// A box of the form. Its texts are kept in the order of [`INPUTS`], which comes from the same list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in INPUTS")]
        pub enum Input { $($input),* }

        /// Every box, in the order of the form.
        pub const INPUTS: &[InputInfo] = &[$(InputInfo {
            input: Input::$input,
            id: stringify!($input),
            group: Group::$group,
            label: words::$words.label,
            help: words::$words.hint,
            kind: InputKind::$kind,
            gives: gives!($($gives $($end)?)?),
        }),*];
    };
}

inputs! {
    Children, Basics, CHILDREN, Number => Children;
    Workers, Basics, WORKERS, Number => WorkersFte;
    Average, Basics, AVERAGE, Number => Caseload;
    Target, Basics, TARGET, Number => Target;
    Vacant, Team, VACANT, Number => VacantFte;
    Covered, Team, COVERED, Share => VacanciesCovered;
    Absence, Team, ABSENCE, Share => Absence;
    AdvancedFte, Team, ADVANCED, Number => AdvancedFte;
    AdvancedCountAs, Team, ADVANCED_COUNT_AS, Part => AdvancedCountAs;
    FtePerPerson, Team, FTE_PER_PERSON, Part => FtePerPerson;
    NewlyFte, NewlyQualified, NEWLY_QUALIFIED, Number => NewlyQualifiedFte;
    NewlyShare, NewlyQualified, NEWLY_QUALIFIED_SHARE, Share => NewlyQualifiedShare;
    NewlyCountAs, NewlyQualified, NEWLY_QUALIFIED_COUNT_AS, Part => NewlyQualifiedCountAs;
    NewlyStageMonth, NewlyQualified, NEWLY_STAGE_MONTH, Number => NewlyQualifiedStages;
    NewlyStageCountAs, NewlyQualified, NEWLY_STAGE_COUNT_AS, Part;
    NewlyFullMonth, NewlyQualified, NEWLY_FULL_MONTH, Number;
    CourtChildren, CaseMix, COURT, Number => MixChildren;
    CourtWeight, CaseMix, COURT_WEIGHT, Weight => MixWeight;
    CourtTravel, CaseMix, COURT_TRAVEL, Number => MixTravel;
    AwayChildren, CaseMix, AWAY, Number => MixChildren;
    AwayWeight, CaseMix, AWAY_WEIGHT, Weight => MixWeight;
    AwayTravel, CaseMix, AWAY_TRAVEL, Number => MixTravel;
    AloneChildren, CaseMix, ALONE, Number => MixChildren;
    AloneWeight, CaseMix, ALONE_WEIGHT, Weight => MixWeight;
    AloneTravel, CaseMix, ALONE_TRAVEL, Number => MixTravel;
    StableChildren, CaseMix, STABLE, Number => MixChildren;
    StableWeight, CaseMix, STABLE_WEIGHT, Weight => MixWeight;
    StableTravel, CaseMix, STABLE_TRAVEL, Number => MixTravel;
    NewChildren, CaseMix, NEW, Number => MixChildren;
    NewWeight, CaseMix, NEW_WEIGHT, Weight => MixWeight;
    NewTravel, CaseMix, NEW_TRAVEL, Number => MixTravel;
    Growth, Growth, GROWTH, Number => ChildrenGrowth;
    GrowthNumber, Growth, GROWTH_NUMBER, Number => ChildrenGrowthNumber;
    Apart, Growth, UNACCOMPANIED, Number => Unaccompanied;
    ApartGrowth, Growth, UNACCOMPANIED_GROWTH, Number => UnaccompaniedGrowth;
    Turnover, Recruitment, TURNOVER, Share => Turnover;
    Hires, Recruitment, RECRUITMENT, Number => HiresPerMonth;
    MonthsToStart, Recruitment, MONTHS_TO_START, Number => MonthsToStart;
    KeepRecruiting, Recruitment, KEEP_RECRUITING, Tick => KeepRecruiting;
    Start, Dates, START, Month => StartMonth;
    Months, Dates, MONTHS, Number => Months;
    ByMonth, Dates, BY_MONTH, PlanMonth => ByMonth;
    CostPerPost, Money, COST, Number => CostPerPost;
    OnCosts, Money, ON_COSTS, Share => OnCosts;
    PayAward, Money, PAY_AWARD, Number => PayAward;
    PayAwardMonth, Money, PAY_AWARD_MONTH, PlanMonth => PayAwardMonth;
    AgencyShare, Agency, AGENCY_SHARE, Share => AgencyShare;
    AgencyPremium, Agency, AGENCY_PREMIUM, Share => AgencyPremium;
    AgencyMonth, Agency, AGENCY_MONTH, PlanMonth => AgencyMonth;
    AgencyFalls, Agency, AGENCY_FALLS, Tick;
    CostPerStarter, Recruitment, COST_PER_STARTER, Number => CostPerStarter;
    CostPerLeaver, Recruitment, COST_PER_LEAVER, Number => CostPerLeaver;
    ManagerPer, Following, MANAGER_PER, Number => KnockOnPer(KnockOnPost::Manager);
    ManagerCost, Following, MANAGER_COST, Number => KnockOnCost(KnockOnPost::Manager);
    SupportPer, Following, SUPPORT_PER, Number => KnockOnPer(KnockOnPost::BusinessSupport);
    SupportCost, Following, SUPPORT_COST, Number => KnockOnCost(KnockOnPost::BusinessSupport);
    ReviewerPer, Following, REVIEWER_PER, Number => KnockOnPer(KnockOnPost::ReviewingOfficer);
    ReviewerCost, Following, REVIEWER_COST, Number => KnockOnCost(KnockOnPost::ReviewingOfficer);
    OtherTarget, Options, OTHER_TARGET, Number => Targets;
    PlacementCost, Options, PLACEMENT_COST, Number => PlacementCost;
    PlacementSource, Options, PLACEMENT_SOURCE, Text;
    Recommendation, Case, RECOMMENDATION, Text;
    Hours, Hours, HOURS, Number => HoursPerWeek;
    DirectShare, Hours, DIRECT_SHARE, Share => DirectShare;
    GrowthLow, Uncertainty, GROWTH_LOW, Number => ChildrenGrowthRange(End::Low);
    GrowthHigh, Uncertainty, GROWTH_HIGH, Number => ChildrenGrowthRange(End::High);
    TurnoverLow, Uncertainty, TURNOVER_LOW, Share => TurnoverRange(End::Low);
    TurnoverHigh, Uncertainty, TURNOVER_HIGH, Share => TurnoverRange(End::High);
    HiresLow, Uncertainty, HIRES_LOW, Number => HiresRange(End::Low);
    HiresHigh, Uncertainty, HIRES_HIGH, Number => HiresRange(End::High);
}

impl Input {
    /// Whether a box holds pounds, in which thousands may be written as `58k`.
    pub(super) const fn is_money(self) -> bool {
        matches!(
            self,
            Self::CostPerPost
                | Self::CostPerStarter
                | Self::CostPerLeaver
                | Self::ManagerCost
                | Self::SupportCost
                | Self::ReviewerCost
                | Self::PlacementCost
        )
    }
}

/// The boxes of a kind of case: how many children, what one counts as, hours of travel.
pub const CASE_KINDS: [[Input; 3]; 5] = [
    [Input::CourtChildren, Input::CourtWeight, Input::CourtTravel],
    [Input::AwayChildren, Input::AwayWeight, Input::AwayTravel],
    [Input::AloneChildren, Input::AloneWeight, Input::AloneTravel],
    [Input::StableChildren, Input::StableWeight, Input::StableTravel],
    [Input::NewChildren, Input::NewWeight, Input::NewTravel],
];

/// The boxes that say a number of children.
pub const OF_CHILDREN: [Input; 7] = [
    Input::Children,
    Input::Apart,
    Input::CourtChildren,
    Input::AwayChildren,
    Input::AloneChildren,
    Input::StableChildren,
    Input::NewChildren,
];

/// Boxes of free text, which must hold no personal data.
pub(crate) const FREE: [Input; 2] = [Input::PlacementSource, Input::Recommendation];

/// Posts that follow, each with the box of how many it follows from and that of its cost.
pub(super) const FOLLOWING: [(KnockOnPost, Input, Input); 3] = [
    (KnockOnPost::Manager, Input::ManagerPer, Input::ManagerCost),
    (KnockOnPost::BusinessSupport, Input::SupportPer, Input::SupportCost),
    (KnockOnPost::ReviewingOfficer, Input::ReviewerPer, Input::ReviewerCost),
];
