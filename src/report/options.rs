//! The options of a caseload scenario and how its answer changes with what is assumed, as tables.

use crate::number::adds_up;
use crate::scenario::{CaseloadInputs, Recruiting, Role, Sensitivity, TargetOption};
use crate::words::business_case as words;
use crate::words::caseload::{full_year_basis, month_name, part_of, pounds, rate_of_posts, year_name};
use crate::words::chance::chance_cell;
use crate::words::sensitivity as sensitive;
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
    let last = month_name(inputs.start, inputs.months);
    if options.iter().any(|option| fte(option.posts_needed_at_end) != fte(option.posts_needed)) {
        row(words::needed_in(&last), &|option| fte(option.posts_needed_at_end));
    }
    if !inputs.has_recruits() {
        if inputs.costs.is_some() {
            row(words::FULL_YEAR.to_owned(), &|option| money(option.cost_per_year));
        }
        let notes = std::iter::once(words::ENTER_RECRUITMENT.to_owned())
            .chain(rate_of_posts(inputs))
            .chain(full_year_basis(inputs));
        return table(inputs.target, &options, rows, notes.collect());
    }
    for (index, each) in inputs.knock_on.iter().enumerate() {
        row(words::following_in(each.post, &last), &|option| {
            option.knock_on.get(index).map_or_else(String::new, |posts| fte(*posts))
        });
    }
    row(words::gained_by(&last), &|option| fte(option.net_recruits));
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
        let average = if is_cut_short { words::average_in(&last) } else { words::average_at_end_of(name) };
        row(average, &|option| {
            option.by_year.get(index).map_or_else(String::new, |year| average_text(option, year.caseload))
        });
    }
    if inputs.costs.is_some() {
        for (index, name) in parts.iter().enumerate() {
            row(words::extra_cost_in(name), &|option| {
                money(option.by_year.get(index).and_then(|year| year.extra_cost))
            });
        }
        row(words::period_cost(inputs.months), &|option| money(option.cost_over_period));
        if options.iter().any(|option| option.saved_by_empty.is_some_and(|saved| saved >= 0.5)) {
            row(words::SAVED.to_owned(), &|option| money(option.saved_by_empty));
        }
        let full_year = match inputs.recruiting {
            Recruiting::ToTarget => words::FULL_YEAR,
            Recruiting::Always => words::FULL_YEAR_OF_PATH,
        };
        row(full_year.to_owned(), &|option| money(option.cost_per_year));
        let following = |index: usize| move |option: &TargetOption| option.knock_on_costs.get(index).copied();
        let cost_anything = |index: usize| {
            options.iter().filter_map(|option| following(index)(option)).any(|cost| cost.abs() >= 0.5)
        };
        let costly: Vec<usize> = (0..inputs.knock_on.len()).filter(|index| cost_anything(*index)).collect();
        if !costly.is_empty() {
            row(words::included_workers(role), &|option| money(option.cost_of_workers));
        }
        for index in costly {
            let name = words::included_following(inputs.knock_on[index].post);
            row(name, &|option| money(following(index)(option)));
        }
        if options.iter().any(|option| option.vacant_and_new.0 >= 0.05) {
            row(words::INCLUDED_VACANT.to_owned(), &|option| {
                money(option.cost_per_year.zip(option.cost_of_new_posts).map(|(all, of_new)| all - of_new))
            });
        }
        for (index, name) in parts.iter().enumerate() {
            row(words::total_cost_in(name), &|option| {
                money(option.by_year.get(index).and_then(|year| year.total_cost))
            });
        }
    }
    let travels = inputs.mix.iter().any(|kind| kind.children > 0.0 && kind.travel_hours > 0.0);
    let is_rounded = options.iter().any(|option| !is_whole(option, options[0]));
    let rounded = is_rounded.then(|| words::ROUNDED.to_owned());
    let notes = std::iter::once(words::options_note(inputs.recruiting).to_owned())
        .chain(rate_of_posts(inputs))
        .chain(full_year_basis(inputs))
        .chain(travels.then(|| words::TRAVEL_UNITS.to_owned()))
        .chain(rounded);
    table(inputs.target, &options, rows, notes.collect())
}

/// An average caseload; with a second decimal where the first would say that a target is reached which is not.
fn average_text(option: &TargetOption, average: f64) -> String {
    let one = model_number(average, 1);
    let seems_reached =
        option.target.is_some_and(|target| average > target && model_number(target, 1) == one);
    if seems_reached && option.reached_in_month.is_none() { model_number(average, 2) } else { one }
}

/// The table of these options.
fn table(target: f64, options: &[&TargetOption], rows: Vec<Vec<String>>, notes: Vec<String>) -> Table {
    let headings = std::iter::once(words::MEASURE.to_owned());
    Table {
        title: words::OPTIONS_TITLE.to_owned(),
        headings: headings
            .chain(options.iter().map(|option| words::option_heading(option, target)))
            .collect(),
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

/// When each target is reached, posts and cost: target and growth in rows, turnover in columns.
pub fn sensitivity_table(inputs: &CaseloadInputs, role: Role, grid: &[Sensitivity]) -> Table {
    let grid = of_compared(inputs, role, grid);
    let is_same_row = |a: &&Sensitivity, b: &&Sensitivity| {
        a.target.total_cmp(&b.target).is_eq() && a.growth.total_cmp(&b.growth).is_eq()
    };
    let is_of_one = grid.windows(2).all(|pair| pair[0].target.total_cmp(&pair[1].target).is_eq());
    let table = Table {
        title: match inputs.costs {
            Some(_) => sensitive::SENSITIVITY_TITLE.to_owned(),
            None => sensitive::SENSITIVITY_WITHOUT_COST.to_owned(),
        },
        headings: vec![if is_of_one { sensitive::GROWTH } else { sensitive::TARGET_AND_GROWTH }.to_owned()],
        rows: Vec::new(),
        notes: sensitive::why_cheaper(&grid).into_iter().map(str::to_owned).collect(),
    };
    let name_of = if is_of_one { sensitive::growth } else { sensitive::target_and_growth };
    filled(table, inputs, &grid, is_same_row, name_of, |cell| sensitive::turnover(cell.staffing.turnover))
}

/// When each target is reached, posts and cost: recruitment in rows, targets in columns.
pub fn recruitment_table(inputs: &CaseloadInputs, role: Role, grid: &[Sensitivity]) -> Table {
    let grid = of_compared(inputs, role, grid);
    let is_same_row = |a: &&Sensitivity, b: &&Sensitivity| a.staffing == b.staffing;
    let table = Table {
        title: match inputs.costs {
            Some(_) => sensitive::RECRUITMENT_TITLE.to_owned(),
            None => sensitive::RECRUITMENT_WITHOUT_COST.to_owned(),
        },
        headings: vec![sensitive::RECRUITS.to_owned()],
        rows: Vec::new(),
        notes: Vec::new(),
    };
    filled(
        table,
        inputs,
        &grid,
        is_same_row,
        |cell| sensitive::recruits(inputs, &cell.staffing),
        sensitive::each,
    )
}

/// The cells of the targets that are compared.
fn of_compared<'a>(inputs: &CaseloadInputs, role: Role, grid: &'a [Sensitivity]) -> Vec<&'a Sensitivity> {
    grid.iter().filter(|cell| is_compared(inputs, role, cell.target)).collect()
}

/// A table with these cells: rows of those that are alike, with their names, and the names of the columns.
fn filled(
    mut table: Table,
    inputs: &CaseloadInputs,
    grid: &[&Sensitivity],
    is_same_row: fn(&&Sensitivity, &&Sensitivity) -> bool,
    name_of: impl Fn(&Sensitivity) -> String,
    column: impl Fn(&Sensitivity) -> String,
) -> Table {
    for cells in grid.chunk_by(is_same_row) {
        if table.rows.is_empty() {
            table.headings.extend(cells.iter().map(|cell| column(cell)));
        }
        let name = cells.first().map(|cell| name_of(cell));
        let cells = cells.iter().map(|cell| sensitive::reached_posts_and_cost(inputs, cell));
        table.rows.push(name.into_iter().chain(cells).collect());
    }
    table
}
