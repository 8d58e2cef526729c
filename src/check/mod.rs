//! A draft checked: the numbers that its sentences and tables state, recomputed and judged.
//!
//! The text is cut into paragraphs and tables with their places ([`mod@source`]). Sentences are taken apart as `read` takes
//! them apart ([`listener`]), and what they state is judged by kind: shares ([`share`]). A number that is not understood, or
//! whose other half the text does not give, is left alone.

mod agreement;
mod beside;
mod bound;
mod bullets;
mod cells;
mod change;
mod claimed;
mod finding;
mod fraction;
mod grid;
mod listener;
mod official;
mod own;
mod prepared;
mod rank;
mod series;
mod share;
mod source;
mod sums;
mod table;
mod timed;
mod timescale;
mod trend;
mod whole;

use crate::area::Area;
use crate::indicator::Indicator;
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::published::Published;
use crate::read::{self, Problem, ProblemKind};
use crate::sorting::Sorting;

pub use finding::{
    By, Duration, Duty, End, Expected, Finding, Kind, Neighbours, Official, Reason, Span, TimeUnit, Verdict,
    Whose,
};
pub use own::Own;

/// What is known besides the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Whose report it is.
    pub council: Option<&'static Area>,
    /// What it reports on.
    pub period: Option<Period>,
    /// Numbers that percentages are of where the text does not give them.
    pub bases: Vec<Base>,
    /// The council's own figures: what is said of them is checked against them first, and percentages whose base the text
    /// does not give are of them.
    pub own: Vec<Own>,
    /// How the statistical neighbours are averaged.
    pub neighbours: Neighbours,
    /// The official figures in use.
    pub published: Published,
}

/// How many there are of those that an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// An indicator that is a number, such as the children in care.
    pub indicator: &'static Indicator,
    /// How many.
    pub count: u64,
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One for each number checked, in the order of the text.
    pub findings: Vec<Finding>,
    /// How many more numbers its sentences state, which could not be checked.
    pub unchecked: usize,
    /// Why nothing was checked, or what was left out: personal data, and texts too large.
    pub problems: Vec<Problem>,
}

/// No finding is further than this from a number of its sentence.
const FAR: usize = 2_000;

/// Checks the numbers that a text states. Where it holds personal data nothing is checked, and the problems say why.
///
/// ```
/// use corporate_parenting_calculator::check::{Context, Verdict, check};
///
/// let text = "162 out of 233 children (69.5%) achieved long term stability.";
/// let report = check(text, &Context::default());
/// assert_eq!(report.findings[0].verdict, Verdict::Agrees);
/// assert_eq!(&text[report.findings[0].span.clone()], "69.5%");
/// ```
pub fn check(text: &str, context: &Context) -> Report {
    let reading = read::read_tables(text);
    let problems: Vec<Problem> =
        reading.problems.iter().filter(|problem| is_of_guard(&problem.kind)).cloned().collect();
    let is_refused = |problem: &Problem| {
        !matches!(problem.kind, ProblemKind::ContactsLeftOut(_) | ProblemKind::CommentsLeftOut(_))
    };
    if problems.iter().any(is_refused) {
        return Report { problems, ..Report::default() };
    }
    let left_out = |line: usize| {
        problems.iter().any(|problem| match &problem.kind {
            ProblemKind::ContactsLeftOut(found) | ProblemKind::CommentsLeftOut(found) => {
                found.iter().any(|each| each.place.row == line)
            }
            _ => false,
        })
    };
    let parts = source::parts(text, &left_out);
    let (prepared, said) = prepared::prepared(text, &parts);
    let mut listener = listener::Listener::new(text, context, &reading, said);
    for part in &prepared {
        listener.hear(part);
    }
    listener.end_list();
    listener.mark_swapped();
    let mut findings = listener.findings;
    // Of two on one number the first that says something is kept.
    let says_nothing = |finding: &Finding| finding.verdict == Verdict::CannotCheck;
    findings.arrange_by_key(|finding| (finding.span.start, finding.span.end, says_nothing(finding)));
    findings.dedup_by(|later, first| later.span == first.span);
    let is_checked = |(place, value): &(Span, Decimal)| {
        let near = findings.partition_point(|finding| finding.span.start + FAR < place.start);
        let around = findings[near..].iter().take_while(|finding| finding.span.start < place.end + FAR);
        let overlaps = |one: &Span, other: &Span| one.start < other.end && other.start < one.end;
        around.filter(|finding| overlaps(&finding.sentence, place)).any(|finding| {
            overlaps(&finding.span, place) || finding.reason.numbers().contains(&Exact::from(*value))
        })
    };
    let unchecked = listener.stated.iter().filter(|number| !is_checked(number)).count();
    Report { findings, unchecked, problems }
}

/// Whether a problem says that something was not to be read.
const fn is_of_guard(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::Personal(_)
            | ProblemKind::Source(_)
            | ProblemKind::ContactsLeftOut(_)
            | ProblemKind::CommentsLeftOut(_)
    )
}
