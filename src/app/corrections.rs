//! Corrections: figures that a table gives otherwise than they were known, which the person is asked about.

use std::collections::HashMap;
use std::rc::Rc;

use crate::app::lines::{LineId, Lines};
use crate::area::Area;
use crate::compare::agree;
use crate::figure::Figure;
use crate::period::Period;
use crate::read::{Entry, Reading};

/// A figure that is given otherwise than it was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The line that holds what was known.
    pub line: LineId,
    /// What is given now.
    pub entry: Entry,
}

/// What is asked about, in the order in which it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections(Rc<Vec<Correction>>);

/// A correction as it is kept: the place of its line from the top, and what is given now.
pub(crate) type KeptCorrection = (usize, Entry);

/// What the person says of corrections: of one line, or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionsAction {
    /// The new figure comes in place of the old one.
    Take(Option<LineId>),
    /// The old one stays.
    Keep(Option<LineId>),
}

/// What a person chose that figures without area or period are of.
pub(crate) type Meant = (Option<&'static Area>, Option<Period>);

impl Corrections {
    /// What is asked about.
    pub fn as_slice(&self) -> &[Correction] {
        &self.0
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the entries out of readings that give another figure than a line for the same measure, area and period. What is asked
    /// already of a line is asked anew.
    pub(crate) fn take_from(&mut self, readings: &mut [Reading], lines: &Lines, meant: Meant) {
        let mut known: HashMap<_, (LineId, &Figure)> = HashMap::new();
        for line in lines {
            if let Some(figure) = &line.checked.figure {
                known.entry(key(figure, meant)).or_insert((line.id, figure));
            }
        }
        if known.is_empty() {
            return;
        }
        let mut found: Vec<Correction> = Vec::new();
        for reading in readings {
            reading.entries.retain(|entry| {
                let Some(figure) = entry.check().figure else { return true };
                let differing = known.get(&key(&figure, meant)).filter(|(_, old)| !agree(old, &figure));
                let Some((line, _)) = differing else { return true };
                found.push(Correction { line: *line, entry: entry.clone() });
                false
            });
        }
        if !found.is_empty() {
            let asked = Rc::make_mut(&mut self.0);
            asked.retain(|known| found.iter().all(|new| new.line != known.line));
            asked.extend(found);
        }
    }

    /// Makes what the person says so. Returns how many figures were corrected or left as they were.
    pub(crate) fn settle(&mut self, action: CorrectionsAction, lines: &mut Lines) -> usize {
        let (CorrectionsAction::Take(which) | CorrectionsAction::Keep(which)) = action;
        let is_meant = |each: &Correction| which.is_none_or(|line| line == each.line);
        let (meant, others): (Vec<_>, Vec<_>) = self.0.iter().cloned().partition(is_meant);
        if matches!(action, CorrectionsAction::Take(_)) {
            for correction in &meant {
                lines.correct(correction.line, &correction.entry);
            }
        }
        self.0 = Rc::new(others);
        meant.len()
    }

    /// As they are kept.
    pub(crate) fn kept(&self, lines: &Lines) -> Vec<KeptCorrection> {
        let kept = |each: &Correction| Some((lines.position(each.line)?, each.entry.clone()));
        self.0.iter().filter_map(kept).collect()
    }

    /// Those that were kept, of lines as they were kept with them.
    pub(crate) fn of_kept(kept: Vec<KeptCorrection>, lines: &Lines) -> Self {
        let correction =
            |(at, entry): KeptCorrection| Some(Correction { line: lines.as_slice().get(at)?.id, entry });
        Self(Rc::new(kept.into_iter().filter_map(correction).collect()))
    }
}

/// What a figure is of: measure, area and period.
fn key(figure: &Figure, (council, period): Meant) -> (String, Option<&'static str>, Option<Period>) {
    let area = figure.area.or(council).map(|area| area.code);
    (figure.indicator.id.clone().into_owned(), area, figure.period.or(period))
}
