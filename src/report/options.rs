//! The options of a caseload scenario and how its answer changes with what is assumed, as tables.

use crate::number::adds_up;
use crate::scenario::{CaseloadInputs, Role, Sensitivity, TargetOption};
use crate::words::business_case as words;
use crate::words::caseload::{full_year_basis, month_name, part_of, pounds, year_name};
use crate::words::chance::chance_cell;
use crate::words::text::model_number;

use super::Table;

/// Whether a target is compared: those compared always are of social workers.
fn is_compared(inputs: &CaseloadInputs, role: Role, target: f64) -> bool {
    let is_asked = |asked: &f64| (asked - target).abs() < 1e-9;
    role == Role::SocialWorker || is_asked(&inputs.target) || inputs.targets.iter().any(is_asked)
}

/// The options that are shown: doing nothing, and the targets that are compared.
pub(super) fn compared<'a>(
    inputs: &CaseloadInputs,
    role: Role,
    options: &'a [TargetOption],
) -> Vec<&'a TargetOption> {
    let is_shown =
        |option: &&TargetOption| option.target.is_none_or(|target| is_compared(inputs, role, target));
    options.iter().filter(is_shown).collect()
}

/// Doing nothing and each target: what they take, when they are reached, and what they cost by year. Where nobody is recruited
/// no target is ever reached, so that only what they take is there to compare.
pub fn options_table(inputs: &CaseloadInputs, role: Role, options: &[TargetOption]) -> Table {
    type Cell<'a> = &'a dyn Fn(&TargetOption) -> String;
    let options = compared(inputs, role, options);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |name: String, cell: Cell<'_>| {
        rows.push(std::iter::once(name).chain(options.iter().map(|option| cell(option))).collect());
    };
    let fte = |number: f64| model_number(number, 1);
    let money = |amount: Option<f64>| amount.map_or_else(String::new, pounds);
    row(words::NEEDED.to_owned(), &|option| fte(option.posts_needed));
    row(words::MORE.to_owned(), &|option| fte(option.extra_posts));
    if !inputs.has_recruits() {
        if inputs.costs.is_some() {
            row(words::FULL_YEAR.to_owned(), &|option| money(option.cost_per_year));
        }
        let notes = std::iter::once(words::ENTER_RECRUITMENT.to_owned())
            .chain(words::rate_of_posts(inputs))
            .chain(full_year_basis(inputs));
        return table(&options, rows, notes.collect());
    }
    row(words::gained_by(&month_name(inputs.start, inputs.months)), &|option| fte(option.net_recruits));
    row(words::STARTERS.to_owned(), &|option| fte(option.gross_recruits));
    row(words::REACHED.to_owned(), &|option| words::option_reached(inputs, option));
    if inputs.uncertain.is_some() {
        row(words::CHANCE.to_owned(), &|option| option.chance.map_or_else(String::new, chance_cell));
    }
    if inputs.hours.is_some() {
        row(words::HOURS.to_owned(), &|option| option.hours_per_child.map_or_else(String::new, fte));
    }
    let years = options.first().map_or(&[][..], |option| &option.by_year);
    let names: Vec<String> = years.iter().enumerate().map(|(index, year)| year_name(year, index)).collect();
    let parts: Vec<String> =
        years.iter().zip(&names).map(|(year, name)| part_of(name, year.months)).collect();
    for (index, name) in names.iter().enumerate() {
        let is_cut_short = index + 1 == years.len() && years[index].months < 12;
        let average = if is_cut_short {
            words::average_in(&month_name(inputs.start, inputs.months))
        } else {
            words::average_at_end_of(name)
        };
        row(average, &|option| option.by_year.get(index).map_or_else(String::new, |year| fte(year.caseload)));
    }
    if inputs.costs.is_some() {
        for (index, name) in parts.iter().enumerate() {
            row(words::extra_cost_in(name), &|option| {
                money(option.by_year.get(index).and_then(|year| year.extra_cost))
            });
        }
        row(words::PERIOD_COST.to_owned(), &|option| money(option.cost_over_period));
        row(words::FULL_YEAR.to_owned(), &|option| money(option.cost_per_year));
        for (index, name) in parts.iter().enumerate() {
            row(words::total_cost_in(name), &|option| {
                money(option.by_year.get(index).and_then(|year| year.total_cost))
            });
        }
    }
    let is_rounded = options.iter().any(|option| !is_whole(option, options[0]));
    let rounded = is_rounded.then(|| words::ROUNDED.to_owned());
    let notes = std::iter::once(words::OPTIONS_NOTE.to_owned())
        .chain(words::rate_of_posts(inputs))
        .chain(full_year_basis(inputs))
        .chain(rounded);
    table(&options, rows, notes.collect())
}

/// The table of these options.
fn table(options: &[&TargetOption], rows: Vec<Vec<String>>, notes: Vec<String>) -> Table {
    let headings = std::iter::once(words::MEASURE.to_owned());
    Table {
        title: words::OPTIONS_TITLE.to_owned(),
        headings: headings.chain(options.iter().map(|option| words::option_name(option))).collect(),
        rows,
        notes,
    }
}

/// Whether the years of an option add up to its total as they are shown, and the workers of now and those more to the workers
/// needed.
fn is_whole(option: &TargetOption, nothing: &TargetOption) -> bool {
    let years: Vec<f64> = option.by_year.iter().filter_map(|year| year.extra_cost).collect();
    adds_up(option.posts_needed, &[nothing.posts_needed, option.extra_posts], 1)
        && option.cost_over_period.is_none_or(|cost| adds_up(cost, &years, 0))
}

/// Posts and cost by target and growth in rows, and by turnover in columns.
pub fn sensitivity_table(inputs: &CaseloadInputs, role: Role, grid: &[Sensitivity]) -> Table {
    let grid: Vec<&Sensitivity> = grid.iter().filter(|cell| is_compared(inputs, role, cell.target)).collect();
    let is_same_row = |a: &&Sensitivity, b: &&Sensitivity| {
        a.target.total_cmp(&b.target).is_eq() && a.growth.total_cmp(&b.growth).is_eq()
    };
    let note = words::why_cheaper(&grid);
    let mut rows = grid.chunk_by(is_same_row).peekable();
    let columns = rows.peek().map_or(&[][..], |row| row).iter().map(|cell| words::turnover(cell.turnover));
    let is_of_one = grid.windows(2).all(|pair| pair[0].target.total_cmp(&pair[1].target).is_eq());
    let first = if is_of_one { words::GROWTH } else { words::TARGET_AND_GROWTH };
    let headings = std::iter::once(first.to_owned()).chain(columns).collect();
    let name_of = if is_of_one { words::growth } else { words::target_and_growth };
    let row = |cells: &[&Sensitivity]| {
        let name = cells.first().map_or_else(String::new, |cell| name_of(cell));
        std::iter::once(name).chain(cells.iter().map(|cell| words::posts_and_cost(cell))).collect()
    };
    Table {
        title: match inputs.costs {
            Some(_) => words::SENSITIVITY_TITLE.to_owned(),
            None => words::SENSITIVITY_WITHOUT_COST.to_owned(),
        },
        headings,
        rows: rows.map(row).collect(),
        notes: note.into_iter().map(str::to_owned).collect(),
    }
}
