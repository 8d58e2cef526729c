//! The sheet of all figures: measures down, periods across. It is the one that is read back, and that the scorecard follows.

use crate::area::Area;
use crate::compare::{Row, Target};
use crate::figure::{Amount, Figure};
use crate::indicator::{Kind, Measure};
use crate::period::Period;
use crate::sorting::Sorting;
use crate::words::office as words;

use super::Contents;
use super::cell::{Cell, at, ratio};
use super::sheet::Sheet;

/// The sheet, and where the counts of figures are in it.
pub(super) struct FiguresSheet {
    pub sheet: Sheet,
    places: Vec<Counted>,
}

/// A figure with counts, and where they are.
struct Counted {
    measure: Measure,
    period: Option<Period>,
    counts: Amount,
    /// The row of the numerator, above that of the denominator, and the column.
    place: (usize, usize),
}

/// The figures of one measure and area that have a row together: one for each period.
struct Group<'a> {
    measure: &'a Measure,
    area: Option<&'static Area>,
    figures: Vec<(Option<Period>, Amount)>,
}

impl FiguresSheet {
    /// The sheet of the figures that were entered; `None` if there are none.
    pub(super) fn of(contents: &Contents) -> Option<Self> {
        let choices = &contents.choices;
        let period_of = |figure: &Figure| figure.period.or(choices.period);
        let mut periods: Vec<Option<Period>> = contents.figures.iter().map(period_of).collect();
        periods.arrange();
        periods.dedup();
        let mut groups: Vec<Group<'_>> = Vec::new();
        for figure in &contents.figures {
            let (period, area) =
                (period_of(figure), figure.area.filter(|area| Some(*area) != choices.council));
            let mut of_measure =
                groups.iter_mut().filter(|group| *group.measure == figure.indicator && group.area == area);
            // The same figure twice is one, two different ones stand below each other.
            let fits = |group: &Group<'_>| {
                group.figures.iter().all(|(other, amount)| *other != period || *amount == figure.amount)
            };
            match of_measure.find(|group| fits(group)) {
                Some(group) if group.figures.iter().any(|(other, _)| *other == period) => {}
                Some(group) => group.figures.push((period, figure.amount)),
                None => groups.push(Group {
                    measure: &figure.indicator,
                    area,
                    figures: vec![(period, figure.amount)],
                }),
            }
        }
        if groups.is_empty() {
            return None;
        }
        let has_counts = contents.figures.iter().any(|figure| matches!(figure.amount, Amount::Counts { .. }));
        let has_areas = groups.iter().any(|group| group.area.is_some());
        let has_targets = !choices.targets.is_empty();
        let mut headings = vec![words::MEASURE];
        headings.extend(has_areas.then_some(words::AREA));
        headings.extend(has_counts.then_some(words::PART));
        headings.extend(has_targets.then_some([words::TARGET, words::TOLERANCE]).into_iter().flatten());
        let first = headings.len();
        let period_name = |period: &Option<Period>| {
            period.map_or_else(|| words::NO_PERIOD.to_owned(), |period| period.to_string())
        };
        let headings: Vec<String> =
            headings.into_iter().map(str::to_owned).chain(periods.iter().map(period_name)).collect();
        let title = words::figures_title(choices.council.map(|council| council.name));
        let mut made = Self {
            sheet: Sheet::begun(contents.internal, words::FIGURES, &title, &headings),
            places: Vec::new(),
        };
        made.sheet.table = made.sheet.table.map(|(row, _)| (row, first));
        made.sheet.widths = vec![45];
        made.sheet.widths.resize(first + periods.len(), 14);
        for group in &groups {
            let target =
                choices.targets.iter().find(|(of, _)| of == group.measure).map(|(_, target)| *target);
            let begin = |part: &str, target: Option<Target>| {
                let mut cells = vec![Cell::wrapped(&group.measure.title)];
                cells.extend(has_areas.then(|| Cell::text(group.area.map_or("", |area| area.name))));
                cells.extend(has_counts.then(|| Cell::text(part)));
                if has_targets {
                    cells.extend(target_cells(group.measure, target));
                }
                cells
            };
            made.add(group, &periods, first, target, &begin);
        }
        Some(made)
    }

    fn add(
        &mut self,
        group: &Group<'_>,
        periods: &[Option<Period>],
        first: usize,
        target: Option<Target>,
        begin: &dyn Fn(&str, Option<Target>) -> Vec<Cell>,
    ) {
        let (measure, kind) = (group.measure, group.measure.kind);
        let amount = |period: &Option<Period>| {
            group.figures.iter().find(|(of, _)| of == period).map(|(_, amount)| *amount)
        };
        let top = self.sheet.rows.len();
        if group.figures.iter().any(|(_, amount)| matches!(amount, Amount::Counts { .. })) {
            for (part, count) in [
                (words::NUMERATOR, (|numerator, _| numerator) as fn(u64, u64) -> u64),
                (words::DENOMINATOR, |_, denominator| denominator),
            ] {
                let mut cells = begin(part, None);
                cells.extend(periods.iter().map(|period| match amount(period) {
                    Some(Amount::Counts { numerator, denominator }) => {
                        Cell::count(count(numerator, denominator))
                    }
                    _ => Cell::text(""),
                }));
                self.sheet.push(cells);
            }
        }
        let mut cells = begin(words::value_part(kind), target);
        for (index, period) in periods.iter().enumerate() {
            let column = first + index;
            cells.push(match amount(period) {
                Some(counts @ Amount::Counts { .. }) => {
                    let place = (top, column);
                    self.places.push(Counted { measure: measure.clone(), period: *period, counts, place });
                    let formula = ratio(kind, &at(top, column), &at(top + 1, column));
                    counts.exact(kind).map_or_else(Cell::blank, |value| {
                        Cell::formula(formula, kind, value, measure.decimals)
                    })
                }
                Some(Amount::Value(value)) => Cell::decimal(kind, value),
                Some(Amount::Withheld(symbol)) => Cell::text(&symbol.in_cell()),
                None => Cell::text(""),
            });
        }
        self.sheet.push(cells);
    }

    /// Returns where the counts of a row are, as the row of the numerator, above that of the denominator, and the column, or
    /// `None` if they are not among the figures.
    pub(super) fn place(&self, row: &Row) -> Option<(usize, usize)> {
        let is_of = |each: &&Counted| {
            each.measure == row.indicator && each.period == row.period && each.counts == row.amount
        };
        self.places.iter().find(is_of).map(|found| found.place)
    }
}

fn target_cells(measure: &Measure, target: Option<Target>) -> [Cell; 2] {
    let Some(target) = target else { return [Cell::text(""), Cell::text("")] };
    let tolerance = if target.tolerance.units() == 0 {
        Cell::text("")
    } else {
        Cell::decimal(Kind::Count, target.tolerance)
    };
    [Cell::decimal(measure.kind, target.value), tolerance]
}
