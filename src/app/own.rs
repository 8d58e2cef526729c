//! Measures of the council's own: names the catalogue lacks, kept and described by the person.

use std::rc::Rc;

use crate::app::lines::{LineId, LinesAction, OwnAction};
use crate::app::state::State;
use crate::indicator::{Measure, OwnMeasure};
use crate::read::{self, Entry, Reading, Subject, guessed_measure};
use crate::words::status::Status;

impl State {
    /// The council's own measures, in the order of lists: those of its lines, and those that names still mean.
    pub fn own_measures(&self) -> Rc<Vec<Measure>> {
        self.own.measures(&self.lines, &self.names)
    }

    /// Reads entries of own measures that are known here as they are defined here.
    pub(super) fn keep_definitions(&self, readings: &mut [Reading]) {
        let known = self.own_measures();
        for entry in readings.iter_mut().flat_map(|reading| &mut reading.entries) {
            if let Subject::Known(measure) = &mut entry.subject
                && measure.is_own()
                && let Some(own) = known.iter().find(|own| own.id == measure.id)
            {
                *measure = own.clone();
            }
        }
    }

    pub(super) fn change_own(&mut self, action: OwnAction) {
        match action {
            OwnAction::Keep(line) => self.keep_as_own(line),
            OwnAction::Add(title, period) => self.add_own(&title, period),
            OwnAction::KeepUnsettled => self.keep_unsettled(),
            OwnAction::Define(definition) => self.define(&definition),
        }
    }

    fn keep_as_own(&mut self, id: LineId) {
        let Some((guessed, line)) = self.lines.guessed(id).zip(self.lines.get(id)) else { return };
        let measure = self.with_id_of_its_own(guessed, &line.entry.context);
        self.change_lines(LinesAction::ReadAs(id, measure.clone()));
        self.say(Status::KeptAsOwn(measure));
    }

    fn add_own(&mut self, title: &str, period: String) {
        if read::personal_in_text(title).is_some() || read::personal_in_cell(title).is_some() {
            self.say(Status::PersonalCell);
            return;
        }
        if title.trim().is_empty() {
            return;
        }
        let line = self.lines.push(Entry { label: title.trim().to_owned(), period, ..Entry::default() });
        self.keep_as_own(line);
    }

    fn keep_unsettled(&mut self) {
        let names = self.lines.unsettled();
        for name in &names {
            let entries: Vec<&Entry> = name.entries().collect();
            let guessed = guessed_measure(name.label(), name.context(), &entries);
            let measure = self.with_id_of_its_own(guessed, name.context());
            self.lines.settle(name, &measure);
            if let Some(line) = self.lines.get(name.line()) {
                self.names.remember(&line.entry);
            }
        }
        self.settle_stated();
        self.fill_from_figures();
        self.say(Status::NamesKept(names.len()));
    }

    /// The measure, of which no other has the id.
    fn with_id_of_its_own(&self, guessed: OwnMeasure, heading: &str) -> Measure {
        let taken = self.own_measures();
        let is_free = |id: &str| taken.iter().all(|other| other.id != id);
        Measure::from(&guessed.set_apart(heading, is_free))
    }

    /// Describes an own measure anew, wherever it stands. A title of nothing but spaces changes nothing.
    fn define(&mut self, definition: &OwnMeasure) {
        let texts = [&definition.title, &definition.definition];
        if texts.into_iter().any(|text| read::personal_in_text(text).is_some()) {
            self.say(Status::PersonalCell);
            return;
        }
        if definition.title.trim().is_empty()
            || !self.own_measures().iter().any(|own| own.id == definition.id)
        {
            return;
        }
        let measure = Measure::from(definition);
        self.lines.define(&measure);
        self.names.define(&measure);
        self.targets.define(&measure);
        self.commentary.define(&measure);
        self.scenarios.reach.define(&measure);
    }
}
