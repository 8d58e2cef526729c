//! From drafts to entries, targets, comparators and comments.

use std::collections::{HashMap, HashSet};

use crate::commentary::Part;
use crate::figure::Place;
use crate::indicator::{self, Kind, Match, Measure};
use crate::period::Period;
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::entry::{Entry, Subject};
use crate::read::limits;
use crate::read::problem::{Problem, TableProblem};
use crate::read::{Comment, Reading, StatedComparator, StatedTarget};
use crate::sorting::Sorting;

use super::draft::{Draft, Drafts, Sort};
use super::names::Names;
use super::{base, change, judged, own, period, share, title, twice};

/// What the drafts of a block came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// No figure of the council or of an area.
    Nothing,
    /// Figures.
    Figures,
    /// Figures that are parts of a total.
    Breakdown,
}

/// Finds what the drafts are about and what their numbers are, and makes entries, targets and comparators of them.
pub(super) fn settle(block: &Block<'_>, mut drafts: Drafts, reading: &mut Reading) -> Settled {
    find_subjects(&mut drafts);
    find_measures_of_groups(block, &mut drafts.all);
    share::read_fractions(&mut drafts.all);
    drafts.unread.extend(share::read_stated_fractions(&mut drafts.all));
    share::settle(block, &mut drafts.all);
    let is_breakdown = base::of_totals(&mut drafts.all, reading);
    base::find(block, &mut drafts.all);
    numbers_beside_shares(&mut drafts);
    share::ask_about_symbols(&mut drafts.all);
    period::of_headings(block, &mut drafts.all, reading);
    change::keep(&mut drafts.all, &drafts.changes, reading);
    judged::note(&drafts.all, &drafts.judged, reading);
    judged::keep_good(&mut drafts.all, &drafts.judged);
    for (measure, text, place) in std::mem::take(&mut drafts.comments) {
        if let Some(Draft { entry, .. }) = drafts.all.get(measure) {
            let period = newest_of_row(&drafts.all[measure..]).unwrap_or_else(|| entry.period.clone());
            let entry = Entry {
                period,
                numerator: String::new(),
                denominator: String::new(),
                value: String::new(),
                stated_change: String::new(),
                ..entry.clone()
            };
            reading.comments.push(Comment { entry, part: Part::default(), text, place });
        }
    }
    base::drop_totals(block, &mut drafts.all);
    own::by_titles(block, &mut drafts.all, &mut reading.problems);
    twice::join(&mut drafts.all);
    twice::note(&drafts.all, &mut reading.problems);
    let before = reading.entries.len();
    hand_over(drafts, reading);
    match (reading.entries.len() > before, is_breakdown) {
        (false, _) => Settled::Nothing,
        (true, false) => Settled::Figures,
        (true, true) => Settled::Breakdown,
    }
}

/// The newest period of the council's own figures in the row of the first draft, as written; `None` where they name none.
fn newest_of_row(drafts: &[Draft]) -> Option<String> {
    let row = drafts.first()?.entry.place.row;
    let of_row = drafts.iter().take_while(|draft| draft.entry.place.row == row);
    let own = of_row.filter(|draft| matches!(draft.sort, Sort::Own | Sort::OfArea(_)));
    let periods =
        own.filter_map(|draft| Some((Period::parse(&draft.entry.period).ok()?, &draft.entry.period)));
    periods.max_by_key(|(period, _)| *period).map(|(_, written)| written.clone())
}

/// What each name means; each is looked up once.
fn find_subjects(drafts: &mut Drafts) {
    let mut known = Names::default();
    let mut open: HashMap<(String, String), Subject> = HashMap::new();
    for draft in &mut drafts.all {
        let entry = &mut draft.entry;
        let key = (entry.label.clone(), entry.context.clone());
        if let Some(subject) = open.get(&key) {
            entry.subject = subject.clone();
            continue;
        }
        if entry.label.len() > limits::MAX_NAME {
            entry.subject = Subject::default();
        } else {
            entry.take_subject(known.of(&key.0, &key.1));
        }
        if entry.subject.indicator().is_none() {
            open.insert(key, entry.subject.clone());
        }
    }
}

/// "Children in care, 12.1%" below "Persistent absence": the name says only of whom, and the heading what is measured.
fn find_measures_of_groups(block: &Block<'_>, drafts: &mut [Draft]) {
    let names_group = |draft: &Draft| {
        let groups = [indicator::ids::CHILDREN_IN_CARE, indicator::ids::CARE_LEAVERS];
        let is_no_count = match cell::parse(&draft.entry.value) {
            Cell::Percent(_) => true,
            Cell::Number(number) => number.decimals() > 0,
            _ => false,
        };
        let subject = || draft.entry.subject.indicator().and_then(Measure::catalogue);
        is_no_count && subject().is_some_and(|counted| groups.contains(&counted))
    };
    let mut from = 0;
    while from < drafts.len() {
        let row = drafts[from].entry.place.row;
        let end = from + drafts[from..].iter().take_while(|draft| draft.entry.place.row == row).count();
        if let Some(draft) = drafts[from..end].iter().find(|draft| names_group(draft)) {
            let nearest = block.outwards(draft.section).next().map_or("", |heading| heading.text.as_str());
            // "Development (GLD)", the second line of a heading.
            let headings = [draft.entry.context.as_str(), nearest];
            let measure = headings.into_iter().chain(headings.into_iter().map(title::in_brackets)).find_map(
                |heading| match indicator::match_name(&format!("{heading} {}", draft.entry.label), "") {
                    Match::Exact(measure) if measure.kind != Kind::Count => Some(measure),
                    _ => None,
                },
            );
            if let Some(measure) = measure {
                for draft in &mut drafts[from..end] {
                    draft.entry.subject = Subject::Known(measure.into());
                }
            }
        }
        from = end;
    }
}

/// "UASC, 52, 9%": the name is of the number, and the share follows it. Both are figures.
fn numbers_beside_shares(drafts: &mut Drafts) {
    let number = |draft: &Draft| {
        let entry = &draft.entry;
        let is_share = entry.subject.indicator().is_some_and(|share| share.kind == Kind::Share);
        let is_beside = draft.sort == Sort::Own
            && is_share
            && !entry.numerator.is_empty()
            && !entry.value.is_empty()
            && entry.columns.numerator != entry.columns.value;
        match is_beside.then(|| indicator::match_name(&entry.label, &entry.context))? {
            Match::Exact(counted) if counted.kind == Kind::Count => Some(counted),
            _ => None,
        }
    };
    let mut at = 0;
    while at < drafts.all.len() {
        if let Some(counted) = number(&drafts.all[at]) {
            let mut beside = drafts.all[at].clone();
            let entry = &mut beside.entry;
            entry.subject = Subject::Known(counted.into());
            entry.value = std::mem::take(&mut entry.numerator);
            entry.denominator.clear();
            entry.columns.value = std::mem::take(&mut entry.columns.numerator);
            entry.columns.denominator = 0;
            at += 1;
            drafts.insert(at, beside);
        }
        at += 1;
    }
}

/// Rows about which something is said once for all of them.
#[derive(Default)]
struct Rows(Vec<usize>);

impl Rows {
    fn add(&mut self, row: usize) {
        if self.0.last() != Some(&row) {
            self.0.push(row);
        }
    }

    fn say(self, kind: fn(Vec<usize>) -> TableProblem, reading: &mut Reading) {
        if let Some(first) = self.0.first() {
            let place = Place { row: *first, ..Place::default() };
            reading.problems.push(Problem::new(place, "", kind(self.0)));
        }
    }
}

/// Gives everything to the reading, and says of rows without a figure of their own what became of them.
fn hand_over(drafts: Drafts, reading: &mut Reading) {
    let is_figure = |sort: Sort| matches!(sort, Sort::Own | Sort::OfArea(_));
    let own: HashSet<usize> =
        drafts.all.iter().filter(|draft| is_figure(draft.sort)).map(|draft| draft.entry.place.row).collect();
    let (mut partial, mut apart, mut not_read) = (Rows::default(), Rows::default(), Rows::default());
    for mut draft in drafts.all {
        let row = draft.entry.place.row;
        if draft.is_doubtful {
            draft.entry.ask();
            partial.add(row);
        }
        let is_settled = draft.entry.subject.indicator().is_some();
        if !is_figure(draft.sort) && !own.contains(&row) {
            let rows = if is_settled { &mut apart } else { &mut not_read };
            rows.add(row);
        }
        match draft.sort {
            // One that could be read in two ways.
            Sort::Target | Sort::Comparator(_) if draft.entry.is_blank() => {}
            Sort::Own | Sort::OfArea(_) => reading.entries.push(draft.entry),
            // A number of children, say, that is the target of a percentage.
            Sort::Target if is_settled && draft.entry.check().figure.is_none() => not_read.add(row),
            // A name that is not settled is asked about by the row's own figures.
            Sort::Target if is_settled || own.contains(&row) => {
                reading.targets.push(StatedTarget { entry: draft.entry, tolerance: draft.tolerance });
            }
            Sort::Comparator(with) if is_settled || own.contains(&row) => {
                reading.comparators.push(StatedComparator { with, entry: draft.entry });
            }
            Sort::Target | Sort::Comparator(_) => {}
        }
    }
    for row in drafts.unread {
        not_read.add(row);
    }
    not_read.0.arrange();
    let mut earlier = Rows::default();
    drafts.earlier.into_iter().for_each(|row| earlier.add(row));
    earlier.say(TableProblem::EarlierNotRead, reading);
    let mut blank = Rows::default();
    for row in drafts.without_number.into_iter().filter(|row| !own.contains(row)) {
        blank.add(row);
    }
    blank.say(TableProblem::NoNumber, reading);
    not_read.say(TableProblem::StatedNotRead, reading);
    partial.say(TableProblem::OfPart, reading);
    apart.say(TableProblem::StatedApart, reading);
}
