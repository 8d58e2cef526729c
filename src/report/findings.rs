//! What a report says first: what to act on, what to watch and what goes well, each measure in one line.

use crate::compare::{
    Agenda, Compared, Group, Miss, Row, Scorecard, Side, Standing, Topic, Verdict, Way, agenda,
};
use crate::indicator::Measure;
use crate::period::Period;

use super::agenda::agenda_parts;
use super::table::Table;
use crate::words::agenda::{group_heading, more_text};
use crate::words::figure::figure_text;
use crate::words::findings as words;
use crate::words::short_answer::none_of_tested;

/// What a report says first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// What to act on, what to watch and what goes well.
    pub groups: Vec<GroupOfFindings>,
    /// Which measures are hidden or have no figure, where any are.
    pub missing: Option<String>,
    /// Of what year the figures are that name none, where some name one.
    pub years: Option<String>,
    /// The period of the figures that name none.
    pub usual: Option<Period>,
}

/// What to act on, what to watch or what goes well.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupOfFindings {
    /// Which of them.
    pub group: Group,
    /// How many measures are on each of its topics.
    pub counted: String,
    /// The columns.
    pub headings: Vec<String>,
    /// Its first measures.
    pub findings: Vec<Finding>,
    /// The topic of the first that is not listed.
    pub topic: Topic,
    /// How many measures are not listed.
    pub more: usize,
    /// These, where they are named all the same.
    pub also: Option<String>,
    /// These as measures.
    pub rest: Vec<Measure>,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The measure.
    pub measure: Measure,
    /// How it stands, for its sign.
    pub standing: Standing,
    /// Its figure.
    pub figure: String,
    /// Its counts, and its period where that is not that of most.
    pub note: String,
    /// England's figure, its target and its change, as far as there are columns of them.
    pub beside: Vec<String>,
    /// What it comes to.
    pub shows: String,
}

/// What is said of what has no line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Its names and figures: what is printed leads nowhere.
    Named,
    /// How much it is.
    Counted,
}

/// What a scorecard comes to, with no more measures than so many in lines of their own.
pub fn findings(card: &Scorecard, period: Option<Period>, room: usize, rest: Rest) -> Findings {
    let groups = grouped(card, period);
    let all: Vec<&Row> = groups.iter().flat_map(|group| group.rows.iter().map(|line| line.row)).collect();
    let usual = Usual::of(&all, period);
    let lengths: Vec<usize> = groups.iter().map(|group| group.rows.len()).collect();
    let shares = shares(&lengths, room);
    let of_care: Vec<&Row> = card.rows.iter().filter(|row| !words::is_of_pupils(row)).collect();
    let made = groups.into_iter().zip(shares).map(|(group, share)| group.made(share, rest, &usual, &of_care));
    // That nothing could be tested says nothing of what goes well.
    let groups: Vec<GroupOfFindings> =
        made.filter(|group| group.group != Group::GoingWell || !group.counted.is_empty()).collect();
    let is_other = |row: &&Row| row.period.map(Period::year) != usual.period.map(Period::year);
    let has_others = all.iter().any(is_other);
    Findings {
        missing: words::without_figure(&agenda(card).missing),
        years: usual.period.filter(|_| period.is_none() && has_others).map(words::unless_given),
        usual: usual.period,
        groups,
    }
}

/// What most figures have in common.
struct Usual {
    /// Their period.
    period: Option<Period>,
    /// Since when most of them changed.
    since: Option<Period>,
    has_england: bool,
    has_target: bool,
}

impl Usual {
    fn of(rows: &[&Row], period: Option<Period>) -> Self {
        let newest = rows.iter().filter_map(|row| row.period).max_by_key(|period| period.year());
        Self {
            period: period.or(newest),
            since: usual_since(rows),
            has_england: rows.iter().any(|row| row.england().is_some()),
            has_target: rows.iter().any(|row| row.target.is_some()),
        }
    }
}

/// Returns since when most figures changed, or `None` if none did.
pub fn usual_since(rows: &[&Row]) -> Option<Period> {
    let since: Vec<Period> = rows.iter().filter_map(|row| Some(row.change.as_ref()?.from)).collect();
    since.iter().max_by_key(|of| since.iter().filter(|each| each == of).count()).copied()
}

/// A group and the rows of its topics, each once.
struct Grouped<'a> {
    group: Group,
    counted: Vec<String>,
    rows: Vec<Line<'a>>,
}

/// A measure with a line of its own.
struct Line<'a> {
    row: &'a Row,
    topic: Topic,
    /// What says much the same, the other way round.
    opposite: Option<&'a Row>,
}

fn grouped(card: &Scorecard, period: Option<Period>) -> Vec<Grouped<'_>> {
    let parts = agenda_parts(card, period);
    let Agenda {
        worse,
        missed,
        better,
        met,
        different,
        uncertain,
        worsening,
        worse_than_before,
        worse_than_usual,
        unusual,
        ..
    } = agenda(card);
    let met = met.into_iter().filter(|row| row.by_own.worse_than_usual.is_none()).collect();
    let topics = [
        (Topic::Bad, worse),
        (Topic::Missed, missed),
        (Topic::WorseThanUsual, worse_than_usual),
        (Topic::Unusual, unusual),
        (Topic::Worsening, worsening),
        (Topic::WorseThanBefore, worse_than_before),
        (Topic::Uncertain, uncertain),
        (Topic::Different, different),
        (Topic::Good, better),
        (Topic::Met, met),
    ];
    let mut groups: Vec<Grouped> = Group::ALL
        .into_iter()
        .map(|group| Grouped { group, counted: Vec::new(), rows: Vec::new() })
        .collect();
    for (topic, rows) in topics {
        let at = Group::ALL.into_iter().position(|group| group == Group::of(topic)).unwrap_or_default();
        // What is to be acted on need not be watched as well; what goes well is told all the same.
        let is_known = |row: &Row| {
            let known = &groups[..=at];
            let known = if topic == Topic::Good { &groups[at..=at] } else { known };
            known.iter().flat_map(|group| &group.rows).any(|line| line.row.indicator == row.indicator)
        };
        let of = rows.len();
        let fresh: Vec<&Row> = rows.into_iter().filter(|row| !is_known(row)).collect();
        let heading = parts.iter().find(|part| part.topic == topic).map(|part| part.heading.as_str());
        let count = if matches!(topic, Topic::Missed | Topic::Met) { of } else { fresh.len() };
        // Those that are to be acted on were counted there.
        let acted = groups[..at].iter().flat_map(|group| &group.rows);
        let is_so = |line: &&Line| line.row.one_change(Verdict::Worse).is_some();
        let of = if topic == Topic::WorseThanBefore { of + acted.filter(is_so).count() } else { of };
        let group = &mut groups[at];
        group
            .counted
            .extend(heading.filter(|_| count > 0).map(|heading| words::counted(topic, count, of, heading)));
        group.rows.extend(fresh.into_iter().map(|row| Line { row, topic, opposite: None }));
    }
    // What says much the same as one before it, the other way round, stands in its line.
    for group in &mut groups {
        for Line { row, topic, .. } in std::mem::take(&mut group.rows) {
            let opposite = |line: &&mut Line| line.row.indicator.is_opposite_of(&row.indicator);
            match group.rows.iter_mut().find(opposite) {
                Some(line) => line.opposite = Some(row),
                None => group.rows.push(Line { row, topic, opposite: None }),
            }
        }
    }
    groups
}

/// How many lines each group has: a quarter of the room at first, and what is left goes to what comes first.
fn shares(lengths: &[usize], room: usize) -> Vec<usize> {
    let least = room / (lengths.len() + 1);
    let mut shares: Vec<usize> = lengths.iter().map(|length| least.min(*length)).collect();
    let mut left = room.saturating_sub(shares.iter().sum());
    for (share, length) in shares.iter_mut().zip(lengths) {
        let more = left.min(length - *share);
        *share += more;
        left -= more;
        // That there is one more takes as much room as the one.
        *share += usize::from(*share > 0 && *share + 1 == *length);
    }
    shares
}

impl Grouped<'_> {
    fn made(self, share: usize, told: Rest, usual: &Usual, of_care: &[&Row]) -> GroupOfFindings {
        let Self { group, counted, rows } = self;
        let (shown, others) = rows.split_at(share.min(rows.len()));
        let rest: Vec<&Row> =
            others.iter().flat_map(|line| std::iter::once(line.row).chain(line.opposite)).collect();
        let mut headings = vec![words::MEASURE.to_owned(), words::FIGURE.to_owned()];
        headings.extend(usual.has_england.then(|| words::ENGLAND.to_owned()));
        headings.extend(usual.has_target.then(|| words::TARGET.to_owned()));
        headings.extend([words::change_since(usual.since), words::SHOWS.to_owned()]);
        let finding = |Line { row, topic, opposite }: &Line| {
            let mut beside: Vec<String> = Vec::new();
            beside.extend(usual.has_england.then(|| words::england_cell(row)));
            beside.extend(usual.has_target.then(|| words::target_cell(row)));
            beside.push(words::change_cell(row, usual.since));
            Finding {
                measure: row.indicator.clone(),
                standing: standing_of(row, *topic),
                figure: figure_text(row),
                note: words::figure_note(row, usual.period),
                beside,
                shows: words::shows(row, *topic, *opposite),
            }
        };
        let is_named = told == Rest::Named && !rest.is_empty();
        let also = is_named.then(|| words::also(&rest, usual.period));
        let nothing = || match group {
            Group::ActOn => nothing(Topic::Bad, of_care),
            Group::Watch => words::NOTHING_TO_WATCH.to_owned(),
            Group::GoingWell => nothing(Topic::Good, of_care),
        };
        GroupOfFindings {
            group,
            counted: if counted.is_empty() { nothing() } else { counted.join("; ") },
            headings,
            findings: shown.iter().map(finding).collect(),
            topic: others.first().or(rows.first()).map_or(Topic::Missing, |line| line.topic),
            more: if also.is_some() { 0 } else { rest.len() },
            also,
            rest: rest.iter().map(|row| row.indicator.clone()).collect(),
        }
    }
}

/// How a measure stands by what its line is about: whether its target is clearly missed, or how it stands in the list.
fn standing_of(row: &Row, topic: Topic) -> Standing {
    match row.target.as_ref().filter(|_| topic == Topic::Missed).map(|against| against.miss) {
        Some(Miss::Clear) => Standing::Worse,
        Some(Miss::ByChance) => Standing::ByChance,
        Some(Miss::NotTested) => Standing::NotCompared,
        None => row.standing(),
    }
}

/// How a measure stands on a page of its own: as in its line on the first page.
pub fn leading_standing(row: &Row) -> Standing {
    if words::is_led_by_target(row) { standing_of(row, Topic::Missed) } else { row.standing() }
}

/// That nothing is worse, or better, and of how many that could be tested.
fn nothing(topic: Topic, rows: &[&Row]) -> String {
    let better = rows.iter().filter(|row| row.standing() == Standing::Better).count();
    if topic == Topic::Good && better > 0 {
        return words::only_worse_than_usual(better);
    }
    let is_tested = |it: &&Compared| Side::of(it.points) != Side::Level && it.verdict.reason().is_none();
    let tested = rows.iter().filter_map(|row| row.england()).filter(is_tested).count();
    if topic == Topic::Good && tested == 0 && rows.iter().all(|row| row.way == Way::Interval) {
        return String::new();
    }
    none_of_tested(topic, rows.first().map_or(Way::Interval, |row| row.way), [tested, rows.len()])
}

impl GroupOfFindings {
    /// The name used in markup.
    pub const fn id(&self) -> &'static str {
        match self.group {
            Group::ActOn => "act",
            Group::Watch => "watch",
            Group::GoingWell => "well",
        }
    }

    /// What it is called.
    pub const fn heading(&self) -> &'static str {
        group_heading(self.group)
    }

    /// Its measures, listed or not.
    fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.findings.iter().map(|finding| &finding.measure).chain(&self.rest)
    }

    /// How many measures are not listed, or their names; empty where all are.
    pub fn more_text(&self) -> String {
        self.also.clone().unwrap_or_else(|| more_text(self.more))
    }

    /// Returns its measures as a table, or `None` if there are none.
    pub fn table(&self) -> Option<Table> {
        let row = |finding: &Finding| {
            let note = &finding.note;
            let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
            let mut cells =
                vec![finding.measure.title.clone().into_owned(), format!("{}{note}", finding.figure)];
            cells.extend(finding.beside.iter().cloned());
            cells.push(finding.shows.clone());
            cells
        };
        let more = Some(self.more_text()).filter(|text| !text.is_empty());
        let table = || Table {
            title: format!("{}: {}", self.heading(), self.counted),
            headings: self.headings.clone(),
            rows: self.findings.iter().map(row).collect(),
            notes: more.into_iter().collect(),
        };
        (!self.findings.is_empty()).then(table)
    }
}

impl Findings {
    /// What is said below the groups.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.missing.iter().map(String::as_str)
    }

    /// Whether a measure is to be acted on.
    pub fn is_to_act_on(&self, measure: &Measure) -> bool {
        let act = self.groups.iter().filter(|group| group.group == Group::ActOn);
        act.flat_map(GroupOfFindings::measures).any(|each| each == measure)
    }

    /// Whether a measure has a line among what is to be watched.
    pub fn is_to_watch(&self, measure: &Measure) -> bool {
        let watch = self.groups.iter().filter(|group| group.group == Group::Watch);
        watch.flat_map(|group| &group.findings).any(|each| each.measure == *measure)
    }

    /// The measures that have a line.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.groups.iter().flat_map(|group| &group.findings).map(|finding| &finding.measure)
    }
}
