//! What the JavaScript API throws when it is called wrongly.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::area::NeighbourModel;
use crate::scenario::{CaseloadError, CaseloadInput, End};
use crate::words::text::{either, listed};

/// What `neighbours()` takes.
pub const NEIGHBOURS: &str =
    "neighbours() takes two strings, the code of a council and the name of a neighbour model";
/// What `published()` takes.
pub const PUBLISHED: &str = "published() takes { indicator, area, period }";
/// What `read()` reads.
pub const READ: &str = "read() takes a string or a Uint8Array";
/// The options of `read()`.
pub const READ_OPTIONS: &str = "read() takes the options { fileName?, council?, period?, ownMeasures? }";
/// What `check()` checks.
pub const CHECK: &str = "check() takes a string";
/// The options of `check()`.
pub const CHECK_OPTIONS: &str = "check() takes the options { council?, period?, bases? }";
/// What the bases of `check()` are.
pub const CHECK_BASES: &str =
    "bases takes counts by the id of an indicator that is a number, such as { \"children-in-care\": 646 }";
/// What `scorecard()` takes.
pub const SCORECARD: &str = "scorecard() takes { figures, council?, period?, \u{2026} }";
/// What `document()` takes.
pub const DOCUMENT: &str = "document() takes { format, figures, council?, period?, \u{2026} }";
/// What `profile()` takes.
pub const PROFILE: &str = "profile() takes { council, period?, \u{2026} }";
/// What `caseload()` takes.
pub const CASELOAD: &str = "caseload() takes { children, workersFte or caseload, target, \u{2026} }";
/// The two ways to give `caseload()` a team.
pub const CASELOAD_TEAM: &str = "caseload() takes either workersFte or caseload, not both";
/// The two ways to give `caseload()` a growth.
pub const CASELOAD_GROWTH: &str =
    "caseload() takes either childrenGrowthPerYear or childrenGrowthNumber, not both";
/// The two ways in which agency workers end.
pub const CASELOAD_AGENCY: &str =
    "caseload() takes either agencyUntilMonth or agencyFallingToMonth, not both";
/// What `reach()` takes.
pub const REACH: &str = "reach() takes { indicator?, numerator, denominator, target, good? }";
/// What `reach()` takes for a direction.
pub const REACH_DIRECTION: &str = "reach() needs an indicator, or good: \"high\" or \"low\"";
/// What `openFile()` takes; it is no part of the documented API.
pub const OPEN_FILE: &str = "openFile() takes the options of the page";
/// What crosses from a worker.
pub const OPENED: &str = "A worker gives what it opened";

/// A call that cannot be answered. Its sentence has no full stop.
#[derive(Clone, Debug, PartialEq)]
pub enum Misuse {
    /// Something else than what the call takes.
    Takes(&'static str),
    /// Something else than the plain object the call takes.
    NotAnObject(&'static str),
    /// An object in which something is wrong, in the words of the deserializer.
    BadObject(&'static str, String),
    /// No indicator has this id.
    NoIndicator(String),
    /// No measure of the council's own was described under this id.
    NoOwnMeasure(String),
    /// A measure of the council's own without a title.
    NoTitle,
    /// An id that is not one of a measure of the council's own.
    NotAnOwnId(String),
    /// No area has this code or name.
    NoArea(String),
    /// Not a period.
    NoPeriod(String),
    /// No neighbour model has this name.
    NoModel(String),
    /// One of a few texts is wanted: the name of the field, the texts, what was given.
    NotOneOf(&'static str, Vec<String>, String),
    /// Not a whole number: the name of the field, the smallest number, what was given.
    NotWhole(&'static str, u64, f64),
    /// Not a calendar month: the name of the field, what was given.
    NotAMonth(&'static str, String),
    /// A count above the largest.
    TooLarge(&'static str),
    /// Not a percentage: the name of the field, what was given.
    NotAPercentage(&'static str, f64),
    /// Not a number with few decimals: the name of the field, the indicator, what was given.
    NotADecimal(&'static str, String, f64),
    /// A figure that cannot be used: the indicator, and why, or `None` if the figure is empty.
    BadFigure(String, Option<String>),
    /// Personal data in the commentary on this indicator.
    PersonalCommentary(String),
    /// An official figure without its area or period.
    OfficialWithoutPlace,
    /// What the rooms below refuse, in their sentence.
    Refused(String),
    /// What the model of caseloads refuses: the name of the input, and why.
    BadInput(&'static str, CaseloadError),
}

impl Error for Misuse {}

impl Display for Misuse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Takes(sentence) => f.write_str(sentence),
            Self::NotAnObject(sentence) => write!(f, "{sentence} as one plain object"),
            Self::BadObject(sentence, error) => write!(f, "{sentence}: {error}"),
            Self::NoIndicator(id) => write!(f, "There is no indicator \"{id}\"; indicators() lists them"),
            Self::NoOwnMeasure(id) => {
                write!(f, "ownMeasures describes no measure \"{id}\"; read() gives those it found")
            }
            Self::NoTitle => f.write_str("Each measure in ownMeasures needs a title"),
            Self::NotAnOwnId(id) => {
                write!(f, "The id of an own measure begins with \"own:\", which \"{id}\" does not")
            }
            Self::NoArea(code) => write!(f, "There is no area \"{code}\"; areas() lists them"),
            Self::NoPeriod(text) => {
                write!(f, "\"{text}\" is not a period; write 2023, 2022/23, 2023-Q1 or 2023-03")
            }
            Self::NoModel(id) => {
                let models = NeighbourModel::ALL.map(|model| format!("\"{}\"", model.id()));
                write!(f, "There is no neighbour model \"{id}\"; there are {}", listed(&models))
            }
            Self::NotOneOf(field, texts, given) => {
                let texts: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
                write!(f, "{field} must be {}, not \"{given}\"", either(&texts))
            }
            Self::NotWhole(field, least, given) => {
                write!(f, "{field} must be a whole number from {least}, not {given}")
            }
            Self::NotAMonth(field, given) => {
                write!(f, "{field} must be a month such as 2026-04, not \"{given}\"")
            }
            Self::TooLarge(field) => write!(f, "{field} is too large"),
            Self::NotAPercentage(field, given) => write!(f, "{field} must be a percentage, not {given}"),
            Self::NotADecimal(field, indicator, given) => {
                write!(f, "The {field} of {indicator} must be a number such as 71.5, not {given}")
            }
            Self::BadFigure(indicator, Some(reason)) => {
                write!(f, "The figure for {indicator} cannot be used: {reason}")
            }
            Self::BadFigure(indicator, None) => {
                write!(f, "The figure for {indicator} cannot be used: it is empty")
            }
            Self::PersonalCommentary(indicator) => {
                write!(
                    f,
                    "The commentary on {indicator} holds what looks like personal data: remove names, dates of birth and contact details"
                )
            }
            Self::OfficialWithoutPlace => f.write_str("Each figure in official needs its area and period"),
            Self::Refused(sentence) => f.write_str(sentence),
            Self::BadInput(field, reason) => write!(f, "{field}: {reason}"),
        }
    }
}

/// The name of an input in the object that `caseload()` takes, the end of a range as its place in it.
pub const fn input_name(input: CaseloadInput) -> &'static str {
    match input {
        CaseloadInput::Children => "children",
        CaseloadInput::WorkersFte => "workersFte",
        CaseloadInput::Caseload => "caseload",
        CaseloadInput::Target => "target",
        CaseloadInput::NewlyQualifiedFte => "newlyQualifiedFte",
        CaseloadInput::NewlyQualifiedCountAs => "newlyQualifiedCountAs",
        CaseloadInput::NewlyQualifiedStages => "newlyQualifiedStages",
        CaseloadInput::NewlyQualifiedShare => "newlyQualifiedShare",
        CaseloadInput::VacantFte => "vacantFte",
        CaseloadInput::VacanciesCovered => "vacanciesCovered",
        CaseloadInput::Absence => "absence",
        CaseloadInput::AdvancedFte => "advancedFte",
        CaseloadInput::AdvancedCountAs => "advancedCountAs",
        CaseloadInput::FtePerPerson => "ftePerPerson",
        CaseloadInput::KnockOnPer(_) => "knockOn.per",
        CaseloadInput::KnockOnCost(_) => "knockOn.cost",
        CaseloadInput::MixChildren => "caseMix.children",
        CaseloadInput::MixWeight => "caseMix.weight",
        CaseloadInput::MixTravel => "caseMix.travelHours",
        CaseloadInput::ChildrenGrowth => "childrenGrowthPerYear",
        CaseloadInput::ChildrenGrowthNumber => "childrenGrowthNumber",
        CaseloadInput::Unaccompanied => "unaccompanied",
        CaseloadInput::UnaccompaniedGrowth => "unaccompaniedGrowthPerYear",
        CaseloadInput::Turnover => "turnoverPerYear",
        CaseloadInput::HiresPerMonth => "hiresPerMonth",
        CaseloadInput::MonthsToStart => "monthsToStart",
        CaseloadInput::KeepRecruiting => "keepRecruiting",
        CaseloadInput::StartMonth => "startMonth",
        CaseloadInput::Months => "months",
        CaseloadInput::ByMonth => "byMonth",
        CaseloadInput::HoursPerWeek => "hoursPerWeek",
        CaseloadInput::DirectShare => "directShare",
        CaseloadInput::CostPerPost => "costPerPost",
        CaseloadInput::OnCosts => "onCosts",
        CaseloadInput::AgencyShare => "agencyShare",
        CaseloadInput::AgencyPremium => "agencyPremium",
        CaseloadInput::AgencyMonth => "agencyUntilMonth or agencyFallingToMonth",
        CaseloadInput::PayAward => "payAward",
        CaseloadInput::PayAwardMonth => "payAwardMonth",
        CaseloadInput::CostPerStarter => "costPerStarter",
        CaseloadInput::CostPerLeaver => "costPerLeaver",
        CaseloadInput::PlacementCost => "placementCost",
        CaseloadInput::Targets => "targets",
        CaseloadInput::ChildrenGrowthRange(End::Low) => "ranges.childrenGrowthPerYear[0]",
        CaseloadInput::ChildrenGrowthRange(End::High) => "ranges.childrenGrowthPerYear[1]",
        CaseloadInput::TurnoverRange(End::Low) => "ranges.turnoverPerYear[0]",
        CaseloadInput::TurnoverRange(End::High) => "ranges.turnoverPerYear[1]",
        CaseloadInput::HiresRange(End::Low) => "ranges.hiresPerMonth[0]",
        CaseloadInput::HiresRange(End::High) => "ranges.hiresPerMonth[1]",
    }
}
