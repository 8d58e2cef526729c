//! About how many pages of A4 a report is printed on, as reports of councils were found to.

use super::Committee;

/// Thousandths of a page: what is above the groups of the first page, a group, a line of it, a line on months.
const TOP: usize = 140;
const GROUP: usize = 40;
const LINE: usize = 40;
const MONTHS: usize = 15;
/// The same of a theme with its heading, of a row of its table, and of what is said of a measure with no chart, with one beside it, and
/// with two below it, which are not parted; of a chart that nothing is said to.
const THEME: usize = 90;
const ROW: usize = 52;
const TOLD: [usize; 3] = [90, 270, 490];
const CHART: usize = 200;
/// As many letters as a page of names, definitions, and notes has.
const NAMES: usize = 13_000;
const DEFINITIONS: usize = 8_300;
const NOTES: usize = 7_000;
/// As many measures over time as a page across has.
const ACROSS: usize = 13;

impl Committee {
    /// About how many pages of A4 it is printed on.
    pub fn pages(&self) -> usize {
        let share = |letters: usize, of: usize| letters * 1000 / of;
        let found = self.findings.groups.iter().map(|group| {
            GROUP + group.findings.len() * LINE + share(group.more_text().chars().count(), NAMES)
        });
        let first = TOP + found.sum::<usize>() + self.months.len() * MONTHS;
        let themes = self.themes.iter().map(|theme| {
            let told: usize = theme.told.iter().map(|told| TOLD[told.charts.min(2)]).sum();
            let charts: usize = theme.told.iter().map(|told| told.charts).sum();
            let others = theme.charts.len().saturating_sub(charts);
            THEME + theme.indicators.len() * ROW + told + others * CHART
        });
        let definitions: usize =
            self.definitions.iter().map(|(title, text)| title.chars().count() + text.chars().count()).sum();
        let letters = |notes: &[String]| -> usize { notes.iter().map(|note| note.chars().count()).sum() };
        let notes = letters(&self.notes) + letters(&self.chart_notes) + letters(&self.notes_over_time);
        let tables = self.actions.iter().chain(&self.caseloads);
        let tables: usize = tables.map(|table| THEME + table.rows.len() * ROW).sum();
        let before = first + themes.sum::<usize>() + tables;
        let after = share(definitions, DEFINITIONS) + share(notes, NOTES);
        // What is over time is on pages across, between the two.
        match self.over_time.div_ceil(ACROSS) {
            0 => (before + after).div_ceil(1000),
            across => before.div_ceil(1000) + across + after.div_ceil(1000),
        }
    }
}
