//! Going through a draft: what its sentences state, and what later numbers may be shares of.

use crate::figure::{Amount, Figure};
use crate::indicator::{self, CohortId, Indicator, Kind as Sort, ids};
use crate::number::Decimal;
use crate::period::Period;
use crate::read::prose::{Dated, Of, Role};
use crate::read::{Reading, Subject};

use super::grid;
use super::prepared::{Prepared, Said, Spoken};
use super::series::{self, Series, part_of_year};
use super::{Context, Expected, Finding, Kind, Reason, Span, Verdict, Whose, agreement};

/// What a stated figure is said to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Claim {
    pub indicator: &'static Indicator,
    pub whose: Whose,
    pub year: u16,
}

/// A number of people that the text states.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    pub value: u64,
    /// Whether it is of those counted before: "86 of them".
    pub is_part: bool,
    /// In which sentence.
    pub sentence: usize,
}

/// The one number that a sentence tells, and counts people or things.
#[derive(Clone, Debug)]
pub(super) struct Alone {
    pub value: Decimal,
    pub span: Span,
    pub sentence: Span,
    pub is_of_people: bool,
}

/// A count whose cohort is known.
#[derive(Clone, Copy, Debug)]
struct Known {
    cohort: CohortId,
    period: Option<Period>,
    count: u64,
}

/// A list of parts that has begun.
pub(super) struct Bullets {
    /// Of how many they are.
    pub whole: Alone,
    /// Whether the sentence above calls its number the total.
    pub is_total: bool,
    /// The parts so far, each with the side it names.
    pub parts: Vec<(Decimal, Option<usize>)>,
    /// Where the last line ends.
    pub end: usize,
}

/// Goes through a draft from its beginning.
pub(super) struct Listener<'a> {
    pub text: &'a str,
    pub context: &'a Context,
    /// The heading above.
    pub heading: String,
    /// Whether the last heading with a time says that what is below is of a part of a year.
    pub is_below_part: bool,
    pub findings: Vec<Finding>,
    /// The counts stated since the last heading, the last at the end.
    pub heard: Vec<Heard>,
    /// Counts with what they are of, since the paragraph began.
    pub pairs: Vec<(u64, u64)>,
    /// How many sentences there were.
    pub sentence: usize,
    /// What the last number was of, since the last heading.
    pub subject: Option<&'static Indicator>,
    /// The age group named last since then.
    pub age: Option<String>,
    /// The year that the last sentence with numbers names.
    pub year: Option<u16>,
    /// The official figures that were claimed, by their place.
    pub claims: Vec<(Span, Claim, Decimal)>,
    /// Where the numbers stand that sentences state, each with its brackets, and their main values.
    pub stated: Vec<(Span, Decimal)>,
    /// The shares that the text states, as `read` has them.
    pub shares: Vec<(&'static Indicator, Decimal)>,
    known: Vec<Known>,
    /// The number of the sentence before in the same paragraph, where it was the only one.
    pub alone: Option<Alone>,
    /// The numbers that the last sentence of the paragraph told for several times.
    pub series: Option<Series>,
    /// The rows and columns of the tables that give a measure at several times.
    pub tables: Vec<Series>,
    /// The list of parts that has begun.
    pub bullets: Option<Bullets>,
}

impl<'a> Listener<'a> {
    /// Before the first part.
    pub(super) fn new(text: &'a str, context: &'a Context, reading: &Reading, said: Said) -> Self {
        let mut listener = Self {
            text,
            context,
            heading: String::new(),
            is_below_part: false,
            findings: Vec::new(),
            heard: Vec::new(),
            pairs: Vec::new(),
            sentence: 0,
            subject: None,
            age: None,
            year: None,
            claims: Vec::new(),
            stated: Vec::new(),
            shares: Vec::new(),
            known: Vec::new(),
            alone: None,
            series: None,
            tables: Vec::new(),
            bullets: None,
        };
        let year = context.period.map(Period::year);
        let official = context.council.zip(year).and_then(|(council, year)| {
            context.published.official(ids::CHILDREN_IN_CARE, council, year)?.value.ok()
        });
        if let Some(count) = official.and_then(|value| Amount::Value(value).count()) {
            listener.know(ids::CHILDREN_IN_CARE, None, count);
        }
        for figure in reading.figures() {
            if let (Sort::Count, Amount::Value(value)) = (figure.indicator.kind, figure.amount)
                && let Some(count) = Amount::Value(value).count()
            {
                listener.know(&figure.indicator, figure.period, count);
            }
        }
        // A name in a table that could only be this.
        for entry in &reading.entries {
            if let Subject::OneOf(options) = &entry.subject
                && let [only] = options.as_slice()
                && only.kind == Sort::Count
                && let Ok(value) = Decimal::parse(&entry.value)
                && let Some(count) = Amount::Value(value).count()
            {
                listener.know(only, Period::parse(&entry.period).ok(), count);
            }
        }
        for (indicator, period, count) in said.counts {
            listener.know(indicator, period, count);
        }
        listener.shares = shares(reading);
        listener.shares.extend(said.shares);
        for base in &context.bases {
            listener.know(base.indicator, context.period, base.count);
        }
        listener.know_own();
        listener
    }

    fn know(&mut self, indicator: &Indicator, period: Option<Period>, count: u64) {
        self.known.push(Known { cohort: indicator.counts.id, period, count });
    }

    /// Knows what the council's own figures of the period count, and of how many.
    fn know_own(&mut self) {
        for own in self.context.own.iter().filter(|own| own.period == self.context.period) {
            if let (Sort::Count, Some(count)) = (own.indicator.kind, own.amount.count()) {
                self.know(own.indicator, self.context.period, count);
                self.know(own.indicator, None, count);
            }
            if let (Amount::Counts { numerator, denominator }, Some(cohort)) =
                (own.amount, own.indicator.cohort)
            {
                let of = |cohort, count| Known { cohort, period: None, count };
                self.known.extend([of(own.indicator.counts.id, numerator), of(cohort.id, denominator)]);
            }
        }
    }

    /// The count of a cohort in a period.
    pub(super) fn count_at(&self, cohort: CohortId, period: Period) -> Option<u64> {
        self.known
            .iter()
            .find(|known| known.cohort == cohort && known.period == Some(period))
            .map(|known| known.count)
    }

    /// The count of a cohort when a number is of: the likeliest where that is the report's period.
    pub(super) fn count_when(&self, cohort: CohortId, dated: Dated) -> Option<u64> {
        let likeliest = || self.counts_of(cohort).first().copied();
        let reported = self.context.period;
        match dated {
            Dated::At(period) => self
                .count_at(cohort, period)
                .or_else(|| likeliest().filter(|_| reported.is_none_or(|reported| reported == period))),
            Dated::Chosen => likeliest(),
            Dated::Unclear => None,
        }
    }

    /// The counts of a cohort, the likeliest first: those of the context, of years, and of the last month.
    pub(super) fn counts_of(&self, cohort: CohortId) -> Vec<u64> {
        let own = || self.known.iter().rev().filter(|known| known.cohort == cohort);
        let is_month = |known: &&Known| matches!(known.period, Some(Period::Month(..) | Period::Quarter(..)));
        let last_month = own().filter(is_month).max_by_key(|known| known.period);
        let mut counts: Vec<u64> = Vec::new();
        for known in own().filter(|known| !is_month(known)).chain(last_month) {
            if !counts.contains(&known.count) {
                counts.push(known.count);
            }
        }
        counts
    }

    /// Hears a part of the draft.
    pub(super) fn hear(&mut self, part: &Prepared<'_>) {
        match part {
            Prepared::Heading(place, text) => {
                self.hear_of_list(place, &[]);
                text.clone_into(&mut self.heading);
                self.is_below_part = part_of_year(text).unwrap_or(self.is_below_part);
                self.heard.clear();
                (self.subject, self.age, self.year) = (None, None, None);
            }
            Prepared::Paragraph(place, sentences) => {
                self.hear_sentences(sentences);
                self.hear_of_list(place, sentences);
            }
            Prepared::Table(rows, cells) => {
                self.end_list();
                for grid in grid::grids(self.text, rows) {
                    self.check_table(&grid);
                    self.tables.extend(series::of_table(&grid));
                    let heading = self.heading.clone();
                    self.check_official_table(&grid, &heading);
                }
                self.check_cells(rows);
                for sentences in cells {
                    self.hear_sentences(sentences);
                }
            }
        }
    }

    /// Hears the sentences of a paragraph or a cell.
    fn hear_sentences(&mut self, sentences: &[Spoken<'_>]) {
        self.pairs.clear();
        (self.alone, self.series) = (None, None);
        for spoken in sentences {
            self.hear_sentence(spoken);
        }
    }

    fn hear_sentence(&mut self, spoken: &Spoken<'_>) {
        self.sentence += 1;
        for told in &spoken.told {
            if let (Of::Known(indicator), Role::Own, Some(count)) =
                (&told.subject, told.role, &told.statement.count)
                && indicator.kind == Sort::Count
                && let Ok(count) = u64::try_from(count.value.units())
            {
                self.know(indicator, told.dated.period(), count);
            }
        }
        self.stated.extend(spoken.told.iter().filter_map(|told| spoken.number_of(told)));
        self.check_own(spoken);
        self.check_shares(spoken);
        self.check_changes(spoken);
        self.check_sums(spoken);
        self.check_wholes(spoken);
        self.check_fractions(spoken);
        self.check_timescales(spoken);
        self.check_official(spoken);
        self.check_ranks(spoken);
        self.check_trend(spoken);
        let years = spoken.told.iter().rev().find_map(|told| told.dated.period());
        if !spoken.told.is_empty() {
            self.year = years.map(Period::year);
        }
    }

    /// Keeps a finding on a number of a sentence.
    pub(super) fn find(&mut self, spoken: &Spoken<'_>, part: &Span, found: Found) {
        if !spoken.excuses(part, &found) {
            self.found(spoken.place(part), spoken.span.clone(), found);
        }
    }

    /// Keeps a finding.
    pub(super) fn found(&mut self, span: Span, sentence: Span, found: Found) {
        let Found { kind, verdict, stated, expected, reason } = found;
        let is_wrong = !matches!(verdict, Verdict::Agrees | Verdict::Truncated | Verdict::CannotCheck);
        let written = &self.text[span.clone()];
        let suggestion = match &reason {
            Reason::Points { .. } => Some(agreement::in_points(written)),
            Reason::Ratio { percent, bound: None, .. } => agreement::ratio(written, *percent),
            Reason::Fraction { .. } => {
                expected.filter(|_| is_wrong).and_then(|percent| agreement::ratio(written, percent))
            }
            Reason::Rank { rank, .. } => Some(agreement::ranked(written, *rank)).filter(|_| is_wrong),
            _ => expected.filter(|_| is_wrong).map(|expected| agreement::rewritten(written, expected)),
        };
        let expected = expected.map(Expected::Number);
        self.findings.push(Finding { span, sentence, kind, verdict, stated, expected, reason, suggestion });
    }
}

/// The shares of a reading that are stated in percent.
fn shares(reading: &Reading) -> Vec<(&'static Indicator, Decimal)> {
    let share = |figure: Figure| match figure.amount {
        Amount::Value(value) if figure.indicator.kind == Sort::Share => {
            Some((indicator::by_id(&figure.indicator.id)?, value))
        }
        _ => None,
    };
    reading.figures().into_iter().filter_map(share).collect()
}

/// What was found of a number, before its place is known.
pub(super) struct Found {
    pub kind: Kind,
    pub verdict: Verdict,
    pub stated: Decimal,
    pub expected: Option<Decimal>,
    pub reason: Reason,
}
