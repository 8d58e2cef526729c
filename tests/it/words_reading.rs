//! A sentence for everything that reading finds wrong or leaves aside.

use corporate_parenting_calculator::indicator::{self, Good, Indicator};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::period::{Period, PeriodError};
use corporate_parenting_calculator::read::{
    Column, Differing, DifferingChange, EntryProblem, FileError, LimitProblem, OfficialProblem, Opened,
    Options, ProblemKind, SentenceProblem, SourceProblem, TableProblem, Twice, Unclear, open_text,
};

fn known(id: &str) -> &'static Indicator {
    indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"))
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn of_entries() -> Vec<EntryProblem> {
    let (share, rate) = (known("three-or-more-placements"), known("children-in-care-rate"));
    let count = known("children-in-care");
    let differing = |stated| Differing {
        indicator: share.into(),
        numerator: 51,
        denominator: 646,
        computed: number("7.9"),
        stated: number(stated),
    };
    vec![
        EntryProblem::ColumnTooNarrow,
        EntryProblem::SpreadsheetError,
        EntryProblem::Corrected(share.into()),
        EntryProblem::Ambiguous(vec![share, rate, count]),
        EntryProblem::NoName,
        EntryProblem::Unknown(Vec::new()),
        EntryProblem::Unknown(vec![share]),
        EntryProblem::Unknown(vec![share, rate]),
        EntryProblem::LeftOut,
        EntryProblem::Period(PeriodError::NotAPeriod),
        EntryProblem::Period(PeriodError::OutOfRange),
        EntryProblem::Period(PeriodError::NotConsecutive),
        EntryProblem::Period(PeriodError::WhichYear),
        EntryProblem::NoYear,
        EntryProblem::NotAnArea,
        EntryProblem::NumeratorNotUsed,
        EntryProblem::NoDenominator(share.into()),
        EntryProblem::NoNumerator,
        EntryProblem::NotCounts(count.into()),
        EntryProblem::DenominatorZero,
        EntryProblem::NumeratorAboveDenominator { numerator: 700, denominator: 646 },
        EntryProblem::NumeratorAbovePopulation { numerator: 700, denominator: 646 },
        EntryProblem::FarFromCounts(differing("17.9")),
        EntryProblem::CountsUsed(differing("8.0")),
        EntryProblem::NegativeCount,
        EntryProblem::CountTooLarge,
        EntryProblem::FractionOfCount,
        EntryProblem::NotACount,
        EntryProblem::PercentOfNumber(count.into()),
        EntryProblem::PercentOrCount(share.into(), number("51")),
        EntryProblem::PerhapsFraction(number("0.079")),
        EntryProblem::TooManyDigits,
        EntryProblem::NotANumber,
        EntryProblem::Approximate,
        EntryProblem::DecimalComma,
        EntryProblem::Negative(count.into()),
        EntryProblem::ShareAbove100,
        EntryProblem::RateAbove10000,
        EntryProblem::NotWhole,
    ]
}

fn twice() -> Twice {
    Twice {
        indicator: known("three-or-more-placements").into(),
        period: Some(Period::Year(2023)),
        values: [number("7.9"), number("8.2")],
        rows: [4, 9],
    }
}

fn of_tables() -> Vec<TableProblem> {
    let unclear = |why| TableProblem::UnclearHeadings { why, rows: 2 };
    let column = |column| unclear(Unclear::Repeated(column));
    vec![
        TableProblem::NothingToRead,
        TableProblem::NothingFound,
        TableProblem::PeriodFromHeading(Period::Year(2023)),
        TableProblem::HeadingsNotUnderstood,
        TableProblem::UnderUnknownHeadings(vec![4, 5, 6]),
        TableProblem::UnclearHeadings { why: Unclear::CountsAndPeriods, rows: 1 },
        unclear(Unclear::LostCells),
        unclear(Unclear::NoYear),
        unclear(Unclear::WhichYear),
        column(Column::At(Period::Year(2023))),
        column(Column::Numerator),
        column(Column::Denominator),
        column(Column::Value),
        TableProblem::NumberWithoutHeading,
        TableProblem::BrokenPeriod(PeriodError::NotConsecutive),
        TableProblem::BrokenPeriodOfColumn(PeriodError::OutOfRange),
        TableProblem::RowNotRead,
        TableProblem::ColumnOfWords,
        TableProblem::ColumnIgnored,
        TableProblem::OtherService(vec![4, 7]),
        TableProblem::StatedNotRead(vec![4, 5, 6]),
        TableProblem::NoNumber(vec![9]),
        TableProblem::EarlierNotRead(vec![4, 5]),
        TableProblem::GivenTwice(Box::new(twice())),
        TableProblem::TargetTwice(Box::new(twice())),
        TableProblem::GoodDiffers { says: Good::High, rows: vec![4] },
        TableProblem::GoodDiffers { says: Good::Low, rows: vec![4, 6] },
        TableProblem::SortAskedOnce(vec![4, 5, 6]),
        TableProblem::RatingDiffers(vec![4, 5]),
        TableProblem::DirectionDiffers(vec![4]),
        TableProblem::LinesSkipped(vec![1, 2, 3]),
        TableProblem::OfPart(vec![4, 5]),
        TableProblem::StatedApart(vec![6]),
        TableProblem::SeveralPeriods,
        TableProblem::HeadingAlone,
        TableProblem::HeadingsAlone,
        TableProblem::TotalDiffers { sum: 640, stated: 646 },
        TableProblem::ChangeDiffers(Box::new(DifferingChange {
            from: number("45"),
            to: number("52"),
            difference: number("7"),
            percent: Some(number("16")),
            stated: number("9"),
            has_percent_sign: true,
        })),
        TableProblem::UnderComparator(1),
        TableProblem::UnderComparator(2),
        TableProblem::HeadingOfPart,
        TableProblem::HeadingMentionsComparator,
        TableProblem::ReadAsSaid,
        TableProblem::HiddenRows { count: 1, first: 4, last: 4 },
        TableProblem::HiddenRows { count: 2, first: 4, last: 9 },
        TableProblem::HiddenColumns { count: 1, first: "B".to_owned(), last: "B".to_owned() },
        TableProblem::HiddenColumns { count: 2, first: "B".to_owned(), last: "D".to_owned() },
        TableProblem::HiddenSheet,
    ]
}

fn of_sentences() -> impl Iterator<Item = SentenceProblem> {
    [
        SentenceProblem::Comparator("71%".to_owned()),
        SentenceProblem::Target("95%".to_owned()),
        SentenceProblem::Change("14".to_owned()),
        SentenceProblem::Earlier("402".to_owned()),
        SentenceProblem::NotKnown("18 per cent".to_owned()),
    ]
    .into_iter()
}

fn of_limits() -> impl Iterator<Item = LimitProblem> {
    [
        LimitProblem::Columns(1),
        LimitProblem::Columns(400),
        LimitProblem::LongCells(1),
        LimitProblem::Rows { count: 1, first: 20_001 },
        LimitProblem::Rows { count: 5_000, first: 20_001 },
    ]
    .into_iter()
}

fn of_sources() -> Vec<ProblemKind> {
    let mut kinds: Vec<ProblemKind> = [
        SourceProblem::TooLarge(100_000_001),
        SourceProblem::TooManyCells,
        SourceProblem::TooManySheets(Some(250)),
        SourceProblem::TooManySheets(None),
        SourceProblem::TooManyParts(6_000),
        SourceProblem::UnpacksTooLarge,
        SourceProblem::CutOff,
        SourceProblem::Damaged,
        SourceProblem::DamagedHtml,
        SourceProblem::ZipAsText,
        SourceProblem::OtherZip,
        SourceProblem::BinaryWorkbook,
        SourceProblem::OldOffice,
        SourceProblem::Word,
        SourceProblem::Presentation,
        SourceProblem::OtherOpenDocument,
        SourceProblem::Pdf,
        SourceProblem::RichText,
        SourceProblem::Image,
        SourceProblem::WebPageWithoutTable,
        SourceProblem::WebArchive,
        SourceProblem::Xml,
        SourceProblem::NotText,
    ]
    .into_iter()
    .map(ProblemKind::from)
    .collect();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let of_official = [
        OfficialProblem::NoHeadings,
        OfficialProblem::Twice { values: 3, first: known("children-in-care") },
        OfficialProblem::NoneKnown { rows: 1_200, filters: names(&["gender", "age"]) },
        OfficialProblem::NoneKnown { rows: 1, filters: Vec::new() },
        OfficialProblem::OtherAreas { names: names(&["Rutland", "Ynys M\u{F4}n"]), more: 0 },
        OfficialProblem::OtherAreas { names: names(&["Powys", "Fife"]), more: 2 },
        OfficialProblem::FilesUnused { names: names(&["national_by_sex.csv"]), of: 1 },
        OfficialProblem::FilesUnused { names: names(&["sex.csv", "age.csv"]), of: 34 },
    ];
    kinds.extend(of_official.into_iter().map(ProblemKind::from));
    kinds.push(ProblemKind::NotRead(FileError::NoMemory));
    kinds
}

/// What is said of tables with personal data, and of contacts that were left out.
fn of_personal() -> Vec<ProblemKind> {
    let opened = |text: &str| open_text(text, &Options::default());
    let Opened::Personal(found) = opened("Name\tDOB\nTamsin Oakhollow\t14/03/2011\n") else {
        panic!("a child's row is taken")
    };
    let contacts = "Report author: Jane Holloway\nTel: 01632 960123\nEmail: jane.holloway@example.gov.uk\n\nDental checks\t51\t646\n";
    let Opened::Tables(sheets) = opened(contacts) else { panic!("a report is refused") };
    let mut kinds: Vec<ProblemKind> = found.iter().map(|each| ProblemKind::Personal(each.kind)).collect();
    kinds.push(ProblemKind::ContactsLeftOut(sheets[0].left_out.clone()));
    kinds.push(ProblemKind::CommentsLeftOut(sheets[0].left_out.clone()));
    kinds
}

#[test]
fn words_reading() {
    let alike = |kind: TableProblem| ProblemKind::Alike {
        places: 9_950,
        last_row: 10_000,
        kind: Box::new(kind.into()),
    };
    let kinds = of_entries()
        .into_iter()
        .map(ProblemKind::from)
        .chain(of_tables().into_iter().map(ProblemKind::from))
        .chain(of_sentences().map(ProblemKind::from))
        .chain(of_limits().map(ProblemKind::from))
        .chain(of_sources())
        .chain(of_personal())
        .chain([alike(TableProblem::RowNotRead), ProblemKind::More(1_200)]);
    let sentences: Vec<String> = kinds.map(|kind| format!("{}: {kind}", kind.severity().id())).collect();
    for sentence in &sentences {
        assert!(!sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
    }
    insta::assert_snapshot!(sentences.join("\n"));
}
