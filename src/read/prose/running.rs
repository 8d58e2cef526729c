//! What holds from one sentence to the next: the heading, its period, and the numbers that others are shares of.

use crate::indicator::{self, CohortId, Indicator, Kind, Match, Moment, Phrase, Stated, Theme};
use crate::period::Period;
use crate::read::side;

use super::agrees;
use super::heading::{asked_for, introduces, without_brackets};
use super::role::Role;
use super::statement::Statement;
use super::told::{Dated, Of, Told, counts_base};
use super::when::{self, When};

/// How far a date reaches that stands in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reach {
    /// To the end of its paragraph, and beyond it where it is the day things are so on.
    #[default]
    Paragraph,
    /// To the end of its sentence.
    Sentence,
}

/// What holds from one sentence to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Running {
    /// The heading above.
    pub heading: String,
    /// The same without the title of this paragraph, if it has one.
    above: Option<String>,
    /// The first heading of the text.
    title: String,
    /// The period of the last heading that names one, or of a sentence that introduces the rest.
    period: Option<Period>,
    /// The day the section says things are so on.
    as_at: Option<Period>,
    /// The month of which the text says how things are: "by 30 October 2023 there are".
    present: Option<Period>,
    /// The month the report was written for.
    written: Option<Period>,
    /// Whether the text mentions one month or quarter without its year and no other: that is the period it is about.
    has_one_time: bool,
    /// The times of the sentence before in the same paragraph.
    last: Option<Dated>,
    /// How far those times reach.
    reach: Reach,
    /// What the numbers in brackets are of, if the text says so.
    pub in_brackets: Option<Period>,
    /// Whose counts are known: the cohort, when, and how many.
    counts: Vec<(CohortId, Option<Period>, i64)>,
    /// What the sentence before without numbers was about.
    topic: Option<String>,
    /// The council's own number that the sentence before told, if it told one.
    told: Option<Told>,
    /// The rate of the same that it told beside that.
    pub(super) rate: Option<Told>,
    /// The indicator known last.
    last_known: Option<&'static Indicator>,
    /// What the sentence before counted, known or not.
    pub counted: Option<(i64, String)>,
    /// The number told last.
    last_count: Option<(Option<&'static Indicator>, i64)>,
}

impl Running {
    /// Before the first line of a text that was written for a meeting in this month, if that is known, and that mentions
    /// these times without their year.
    pub(crate) fn new(written: Option<Period>, without_year: &[When]) -> Self {
        Self { written, has_one_time: without_year.len() == 1, ..Self::default() }
    }

    /// The same where a date reaches so far.
    pub(crate) fn reaching(self, reach: Reach) -> Self {
        Self { reach, ..self }
    }

    /// The period that the sentence before in the same paragraph names.
    pub(crate) fn last_period(&self) -> Option<Period> {
        self.last.and_then(Dated::period)
    }

    /// A heading begins.
    pub(crate) fn head(&mut self, text: &str) {
        if side::tells_when_made(text) {
            return;
        }
        text.clone_into(&mut self.heading);
        self.above = None;
        if self.title.is_empty() {
            text.clone_into(&mut self.title);
        }
        self.as_at = None;
        self.last = None;
        self.last_count = None;
        self.last_known = None;
        self.topic = None;
        (self.told, self.rate) = (None, None);
        let (rest, in_brackets) = without_brackets(text);
        if let Some(period) = only_period(&when::times_of_heading(&rest)) {
            self.period = Some(period);
        }
        if let Some(said) = in_brackets {
            let times = when::times_in(&said);
            let back = times.first().zip(self.period).and_then(|(when, named)| when.back_from(named));
            self.in_brackets = only_period(&times).or(back);
        }
    }

    /// A paragraph begins, perhaps with a title of its own: "Key Stage 2. 13 of the 24 reached the expected standard in reading".
    pub(crate) fn begin_paragraph(&mut self, title: Option<&str>) {
        self.last = None;
        (self.told, self.rate) = (None, None);
        self.counted = None;
        if let Some(above) = self.above.take() {
            self.heading = above;
        }
        if let Some(title) = title {
            let both = format!("{} {title}", self.heading);
            self.above = Some(std::mem::replace(&mut self.heading, both));
        }
    }

    /// Whether a sentence says when the numbers in brackets are of: "Figures in brackets are for the end of January 2026".
    pub(crate) fn hears_of_brackets(&mut self, text: &str, times: &[When]) -> bool {
        const SAYS: [&str; 6] = ["are", "is", "refer", "relate", "show", "give"];
        let behind = text.split_once("in brackets ").map_or("", |(_, behind)| behind);
        let is_said = SAYS.iter().any(|says| behind.starts_with(says));
        let of = is_said.then(|| only_period(times)).flatten();
        self.in_brackets = of.or(self.in_brackets);
        of.is_some()
    }

    /// A sentence without numbers.
    pub(crate) fn hear(&mut self, text: &str) {
        const LONGEST: usize = 200;
        self.topic = Some(text).filter(|text| text.len() < LONGEST).map(str::to_owned);
    }

    /// After a sentence.
    pub(crate) fn after(&mut self, text: &str, times: &[When], told: &[Told], status: Option<Period>) {
        let mut own = told.iter().filter(|told| told.role == Role::Own);
        if let Some(first) = own.next() {
            // Of one measure at several times the last is the one that is spoken of.
            // A count and its rate are of one measure, too.
            let is_of_first = |told: &Told| match (first.known(), told.known()) {
                (Some(first), Some(other)) => {
                    first == other || (other.kind == Kind::Rate && other.counts == first.counts)
                }
                _ => false,
            };
            let is_one = first.known().is_some() && own.all(is_of_first);
            let is_like_first = |told: &&Told| told.role == Role::Own && told.known() == first.known();
            let newest = told.iter().filter(is_like_first).max_by_key(|told| told.dated.period());
            self.rate = told
                .iter()
                .rev()
                .find(|told| told.role == Role::Own && told.known() != first.known())
                .filter(|_| is_one)
                .cloned();
            self.told = newest.filter(|_| is_one).cloned();
        }
        let one = only_period(times);
        let status = status.filter(|_| self.reach == Reach::Paragraph);
        if told.is_empty() {
            // A sentence that only introduces: "All figures below are for the year up to 31 March 2022."
            if let Some(period) = one.filter(|_| introduces(text)) {
                self.period = Some(period);
            }
        } else if status.is_some()
            && self.period.is_none()
            && told.first().is_some_and(|told| matches!(told.subject, Of::Known(_)))
        {
            self.period = one;
        }
        if let Some(period) = one.filter(|_| status.is_some()) {
            self.as_at = Some(period);
        }
        match without_reference(times).as_slice() {
            [] if told.iter().any(|told| self.topic.as_ref() != Some(&told.phrase)) => self.topic = None,
            [] => {}
            [only] => self.last = Some(self.resolve(*only)),
            _ => self.last = Some(Dated::Unclear),
        }
    }

    /// What the sentence before without numbers was about.
    pub(super) fn topic_text(&self) -> Option<&str> {
        self.topic.as_deref()
    }

    /// The month of which a sentence says how things are.
    pub(crate) fn keep_present(&mut self, present: Option<Period>) {
        self.present = present.or(self.present);
    }

    /// The indicator that a part of a sentence with several readings is of by the sentence before it, or by the title of the
    /// text; `None` where these leave it open.
    pub(crate) fn settled(&self, phrase: &str, stated: Stated) -> Option<&'static Indicator> {
        let told_before =
            [(self.topic.as_deref().unwrap_or_default(), ""), (&self.title, ""), ("", &self.title)];
        told_before.into_iter().find_map(|(before, heading)| {
            match indicator::match_phrase(phrase, stated, before, heading).found {
                Match::Exact(indicator) => Some(indicator),
                _ => None,
            }
        })
    }

    /// The indicator that a part of a sentence with several readings is of, where it is of those whom the sentence before told
    /// of; `None` where that leaves it open.
    pub(crate) fn of_same_people(&self, phrase: &str, stated: Stated) -> Option<&'static Indicator> {
        let before = &self.told.as_ref().filter(|told| told.known().is_some())?.phrase;
        match indicator::match_phrase(phrase, stated, before, "") {
            Phrase { found: Match::Exact(indicator), is_from_before: true, .. } => Some(indicator),
            _ => None,
        }
    }

    /// The indicator, or the one of children in care that an average is of in a text about them: the workers whose caseloads a
    /// corporate parenting report gives are theirs.
    pub(crate) fn narrowed(
        &self,
        indicator: &'static Indicator,
        phrase: &str,
        stated: Stated,
    ) -> &'static Indicator {
        // What is told of all social workers before it says which: "Vacancies have fallen to 11%. Caseloads average 16.4".
        let is_of_workers = self.last_known.is_some_and(|known| {
            known.theme == Theme::Workforce
                && known.cohort.is_some_and(|cohort| cohort.moment == Moment::September30)
        });
        if indicator.kind != Kind::Mean || is_of_workers {
            return indicator;
        }
        let topic = self.topic.as_deref().unwrap_or_default();
        let in_care = format!("{phrase} {}", indicator::ids::CHILDREN_IN_CARE.title);
        match indicator::match_phrase(phrase, stated, topic, "").found {
            // "Efforts to keep in touch with care leavers continue. Caseloads are 24."
            Match::Exact(of_topic) if of_topic != indicator => return of_topic,
            _ if !indicator::speaks_of_care(&self.title) => return indicator,
            _ => {}
        }
        match indicator::match_phrase(&in_care, Stated::Other, "", "").found {
            Match::Exact(narrowed) => narrowed,
            _ => indicator,
        }
    }

    /// The council's own number that the sentences before told last, if they told one.
    pub(crate) const fn told_before(&self) -> Option<&Told> {
        self.told.as_ref()
    }

    /// When a number is of that stands with these times.
    pub(crate) fn date(&self, times: &[When]) -> Dated {
        let heading = self.period.map_or(Dated::Chosen, Dated::At);
        let last = self.last.filter(|_| self.reach == Reach::Paragraph);
        match (times, last) {
            ([], Some(last)) if self.period.is_none() => last,
            ([], Some(last)) if last != heading && last != Dated::Chosen => Dated::Unclear,
            ([], _) => heading,
            (times, _) => self.resolve_all(times),
        }
    }

    /// The same for a number of those or that which the sentence before told of.
    pub(crate) fn date_of_same(&self, times: &[When]) -> Dated {
        match (times, self.last) {
            ([], Some(last)) => last,
            (times, _) => self.date(times),
        }
    }

    fn resolve_all(&self, times: &[When]) -> Dated {
        match without_reference(times).as_slice() {
            [When::ThisPart | When::Other, When::At(period)] | [When::At(period), When::ThisPart] => {
                Dated::At(*period)
            }
            [only] => self.resolve(*only),
            several => {
                let mut resolved = several.iter().map(|when| self.resolve(*when));
                let first = resolved.next().unwrap_or(Dated::Unclear);
                if resolved.all(|other| other == first) { first } else { Dated::Unclear }
            }
        }
    }

    fn resolve(&self, when: When) -> Dated {
        let within = |is_it: &dyn Fn(Period) -> bool| match self.period {
            Some(period) if is_it(period) => Dated::At(period),
            Some(year @ Period::Year(_)) => {
                let parts = year.months().into_iter().chain(year.quarters());
                parts.into_iter().find(|part| is_it(*part)).map_or(Dated::Unclear, Dated::At)
            }
            // "From 94% in Quarter 2" below "Quarter 3 2024/25": of the same year, if it was before.
            Some(part) => {
                let year = Period::Year(part.year());
                let mut before = year.quarters().into_iter().chain(year.months());
                let is_past = |other: &Period| other.last_month() <= part.last_month() && is_it(*other);
                before.find(is_past).map_or(Dated::Unclear, Dated::At)
            }
            None if self.has_one_time => Dated::Chosen,
            None => Dated::Unclear,
        };
        match when {
            When::At(Period::Month(year, 3)) if self.period == Some(Period::Year(year)) => {
                Dated::At(Period::Year(year))
            }
            When::At(period) => Dated::At(period),
            When::Month(month) => within(&|period| matches!(period, Period::Month(_, own) if own == month)),
            When::Quarter(quarter) => {
                within(&|period| matches!(period, Period::Quarter(_, own) if own == quarter))
            }
            // "That month" below the heading of a month.
            When::ThatYear => {
                let named = self.period.filter(|period| matches!(period, Period::Month(..)));
                self.last.or(named.map(Dated::At)).unwrap_or(Dated::Unclear)
            }
            When::Now => self.as_at.or(self.present).or(self.written).map_or(Dated::Chosen, Dated::At),
            When::ThisPart => match self.period {
                Some(part @ (Period::Quarter(..) | Period::Month(..))) => Dated::At(part),
                _ => Dated::Unclear,
            },
            When::LastYear => match (self.written, self.period) {
                // The year that ended before the report was written, and the one it is about.
                (Some(written), Some(Period::Year(year))) if written.year() == year + 1 => {
                    Dated::At(Period::Year(year))
                }
                _ => Dated::Unclear,
            },
            When::YearBefore => match self.period {
                Some(Period::Year(year)) => Dated::At(Period::Year(year - 1)),
                _ => Dated::Unclear,
            },
            When::YearBack | When::QuarterBack | When::MonthBack | When::Before | When::Other => {
                Dated::Unclear
            }
        }
    }

    /// Keeps what later numbers may be shares of.
    pub(crate) fn keep(&mut self, told: &Told) {
        self.last_known = told.known().or(self.last_known);
        let Some(count) = told.statement.count.as_ref().map(|part| part.value.units()) else { return };
        let known = match &told.subject {
            Of::Known(indicator) => Some(*indicator),
            _ => None,
        };
        if told.role != Role::Own {
            return;
        }
        self.counted = told.counted();
        self.last_count = Some((known, count));
        if let Some(indicator) = known.filter(|indicator| indicator.kind == Kind::Count) {
            self.know(indicator, told.dated.period(), count);
        }
    }

    /// Keeps the count of a cohort.
    pub(crate) fn know(&mut self, indicator: &Indicator, period: Option<Period>, count: i64) {
        self.counts.push((indicator.counts.id, period, count));
    }

    /// The base that the text gives elsewhere for a count of an indicator: that of its own cohort and period, or of those
    /// just spoken of, where a stated percentage agrees with it.
    pub(crate) fn base_of(
        &self,
        indicator: &Indicator,
        period: Option<Period>,
        statement: &Statement,
    ) -> Option<i64> {
        if indicator.kind != Kind::Share || statement.base.is_some() {
            return None;
        }
        let count = statement.count.as_ref()?.value.units();
        let cohort = indicator.cohort?;
        let own = self
            .counts
            .iter()
            .rev()
            .find(|(id, when, _)| *id == cohort.id && *when == period)
            .map(|(_, _, base)| *base)
            .filter(|base| *base >= count);
        match &statement.percent {
            None => own,
            Some(percent) => {
                let agrees = |base: &i64| agrees(count, *base, percent.value);
                // Of others told of just before, it says nothing of all.
                let is_of_all =
                    |known: Option<&Indicator>| known.is_none_or(|known| counts_base(known, indicator));
                let last = self.last_count.filter(|(known, _)| is_of_all(*known));
                own.filter(agrees).or_else(|| last.map(|(_, last)| last).filter(agrees))
            }
        }
    }

    /// Whether a count with its percentage is of others told of just before, by what it comes to: "71 were unaccompanied. 12 (17%)
    /// were placed outside the county".
    pub(crate) fn is_of_others(&self, indicator: &Indicator, statement: &Statement) -> bool {
        let stated = statement.count.as_ref().zip(statement.percent.as_ref());
        let Some(((count, percent), (known, last))) = stated.zip(self.last_count) else { return false };
        let members = indicator.cohort.map(|cohort| cohort.id);
        let count = count.value.units();
        statement.base.is_none()
            && known.is_some_and(|known| known.kind == Kind::Count && !counts_base(known, indicator))
            && agrees(count, last, percent.value)
            && !self
                .counts
                .iter()
                .any(|(id, _, base)| Some(*id) == members && agrees(count, *base, percent.value))
    }

    /// Whether "of them" are all children in care, of whom the indicator counts some.
    pub(crate) fn is_of_all_in_care(&self, indicator: &Indicator) -> bool {
        let all = indicator::ids::CHILDREN_IN_CARE;
        self.last_count.and_then(|(known, _)| known).is_some_and(|known| known == all)
            && (indicator.kind == Kind::Count || indicator.cohort == Some(all.counts))
    }

    /// What the heading above asks for, where a line gives only a time and a number.
    pub(crate) fn topic(&self, stated: Stated) -> Option<(&'static Indicator, String)> {
        let asked = asked_for(&self.heading);
        let topic = self.topic.as_deref().unwrap_or(&asked);
        match indicator::match_phrase(topic, stated, "", "").found {
            Match::Exact(indicator) => Some((indicator, topic.to_owned())),
            _ => None,
        }
    }
}

/// The times without "that year", where others say which year that is.
fn without_reference(times: &[When]) -> Vec<When> {
    let others: Vec<When> = times.iter().copied().filter(|when| *when != When::ThatYear).collect();
    if others.is_empty() { times.to_vec() } else { others }
}

/// The one period among times; a quarter or month without its year may be told with it.
fn only_period(times: &[When]) -> Option<Period> {
    let mut periods = times.iter().filter_map(|when| match when {
        When::At(period) => Some(*period),
        _ => None,
    });
    let period = periods.next()?;
    let is_same = |when: &When| match when {
        When::At(other) => *other == period,
        When::Quarter(quarter) => matches!(period, Period::Quarter(_, own) if own == *quarter),
        When::Month(month) => matches!(period, Period::Month(_, own) if own == *month),
        _ => true,
    };
    times.iter().all(is_same).then_some(period)
}
