//! What the page says after an action, and why it does not read a file.

use corporate_parenting_calculator::figure::Place;
use corporate_parenting_calculator::indicator::{self, Indicator, OwnMeasure};
use corporate_parenting_calculator::read::{FileError, Layout, Problem, Severity, SourceProblem};
use corporate_parenting_calculator::words::status::{Added, Message, RowOrder, Status};

fn indicators() -> Vec<&'static Indicator> {
    ["three-or-more-placements", "long-term-stability"].into_iter().filter_map(indicator::by_id).collect()
}

fn official(file: &str, first: u16, last: u16, newer: Option<u16>) -> Status {
    Status::Official { file: file.to_owned(), indicators: indicators(), first, last, newer }
}

const NOT_READ: [FileError; 7] = [
    FileError::Gone,
    FileError::TooLarge(900_000_000),
    FileError::NoWorker,
    FileError::TooSlow(60),
    FileError::Unreadable,
    FileError::NoMemory,
    FileError::Crashed,
];

#[test]
fn words_status() {
    let (text, file, name) = (String::new, || "report.xlsx".to_owned(), || "CiC rate".to_owned());
    let problem = Problem {
        severity: Severity::Error,
        place: Place::default(),
        found: String::new(),
        kind: SourceProblem::Pdf.into(),
    };
    let added = |figures, unsure, repeated, layouts| Added {
        figures,
        names: unsure,
        unsure,
        repeated,
        layouts,
        corrections: unsure,
        remembered: unsure,
    };
    let mut statuses = vec![
        Status::Undone,
        Status::Redone,
        Status::Corrected(1),
        Status::NotCorrected(3),
        Status::RowDeleted,
        Status::PeriodAdded("2023/24".to_owned()),
        Status::Cleared,
        Status::LeftOut(name()),
        Status::LeftOut(text()),
        Status::IncludedAgain(name()),
        Status::NamesKept(1),
        Status::NamesKept(12),
        Status::NamesLeftOut(1),
        Status::NamesLeftOut(12),
        Status::NoLongerCompared(vec!["Devon"]),
        Status::NoLongerCompared(vec!["Devon", "Norfolk", "Suffolk"]),
        Status::ReadAsPercentages(1),
        Status::ReadAsPercentages(7),
        Status::Filled {
            cells: 1,
            span: vec!["Dental checks up to date, 2024/25".to_owned()],
            beyond: 0,
            order: RowOrder::AsPasted,
        },
        Status::Filled {
            cells: 4,
            span: vec![
                "Dental checks up to date, 2023/24".to_owned(),
                "Immunisations up to date, 2024/25".to_owned(),
            ],
            beyond: 1,
            order: RowOrder::AsPasted,
        },
        Status::Emptied { cells: 1, span: vec!["Dental checks up to date, 2024/25".to_owned()] },
        Status::Filled { cells: 4, span: Vec::new(), beyond: 2, order: RowOrder::AsPasted },
        Status::Filled { cells: 4, span: Vec::new(), beyond: 0, order: RowOrder::ByTheme },
        Status::PersonalCell,
        Status::PersonalText,
        Status::DraftChanged("52%".to_owned(), "50%".to_owned()),
        Status::FindingDismissed,
        Status::FindingsRestored(1),
        Status::FindingsRestored(12),
        Status::DraftCleared,
        Status::ExampleLoaded("Cambridgeshire 2022/23"),
        Status::Reading(vec![file(), text()]),
        Status::Refused(file(), problem.clone()),
        Status::Refused(text(), problem),
        Status::Stopped(file()),
        Status::Cancelled(text()),
        Status::Personal(file()),
        Status::Question(file()),
        Status::Added(text(), added(0, 0, 0, Vec::new())),
        Status::Added(file(), added(1, 1, 1, vec![Layout::Years])),
        Status::Added(text(), added(28, 2, 3, vec![Layout::Months, Layout::Counts])),
        // A whole table again, of which nothing is new, or one figure is another.
        Status::Added(text(), Added { repeated: 491, ..Added::default() }),
        Status::Added(text(), Added { repeated: 490, corrections: 1, ..Added::default() }),
        Status::NoneUsed(text()),
        Status::NoneUsed(file()),
        official("", 2025, 2025, None),
        official("report.xlsx", 2018, 2024, Some(2025)),
        Status::BuiltInAgain,
        Status::Damaged,
        Status::Publishable(1, String::new()),
        Status::Publishable(5, "2 figures were hidden.".to_owned()),
        Status::Private(1),
        Status::Private(28),
        Status::CanBeEdited,
        Status::ReadOnly,
        Status::PersonalRemark,
        Status::Restarted(Vec::new()),
        Status::Restarted(vec![file(), text()]),
    ];
    statuses.extend(indicators().first().map(|indicator| Status::MeasureAdded((*indicator).into())));
    statuses.push(Status::KeptAsOwn((&OwnMeasure::titled("Life story work started")).into()));
    statuses.extend(indicators().into_iter().map(|indicator| Status::ReadAs(name(), indicator.into())));
    statuses.extend(NOT_READ.into_iter().map(|error| Status::NotRead(file(), error)));
    let sentences: Vec<String> = statuses.iter().map(ToString::to_string).collect();
    let sentences = sentences.join("\n");
    insta::assert_snapshot!(sentences);
}

#[test]
fn what_became_of_several_files_is_one_message() {
    let message: Message =
        ["one.csv", "two.csv"].map(|file| Status::Stopped(file.to_owned())).into_iter().collect();
    assert_eq!(message.to_string(), "You stopped reading one.csv. You stopped reading two.csv.");
}
