//! Councils that were chosen to compare with go with the figures they were chosen for.

use crate::app::settings::further;
use crate::app::state::State;
use crate::words::status::{Message, Status};

impl State {
    /// Takes the councils away that were chosen to compare another council's figures with, and says so.
    pub(super) fn drop_chosen_of_another(&mut self, before: &Self) {
        let was_chosen = before.settings.council.is_some();
        if was_chosen && before.settings.council != self.settings.council {
            if self.message.is_of(&before.message) {
                self.message = Message::default();
            }
            self.drop_chosen();
        }
    }

    /// Takes the councils away that were chosen to compare with, and says so after what is said already.
    pub(super) fn drop_chosen(&mut self) {
        let names = self.settings.also.iter().filter_map(|kind| kind.council()).map(|area| area.name);
        let names: Vec<&'static str> = names.collect();
        if names.is_empty() {
            return;
        }
        self.settings.also =
            further(self.settings.also.iter().copied().filter(|kind| kind.council().is_none()));
        let said = self.message.statuses().iter().cloned();
        self.message = said.chain([Status::NoLongerCompared(names)]).collect();
        // The boxes that choose councils are on several screens.
        self.tells_incoming = true;
    }
}
