//! Packs the official figures.

use std::fmt::Write as _;

use crate::packed::{self, Cell, Counts, Shape};
use crate::{Catalogued, Table, write};

/// A cell of `published.csv` with that of `counts.csv`.
#[derive(Clone, Copy, Debug, Default)]
struct Read {
    figure: Option<Result<Number, u8>>,
    counts: Option<(Number, Number)>,
}

/// A number as its digits and how many of them stand after the point.
#[derive(Clone, Copy, Debug)]
struct Number {
    digits: i64,
    decimals: u32,
}

impl Number {
    fn parse(text: &str) -> Option<Self> {
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Some(Self {
            digits: text.replacen('.', "", 1).parse().ok()?,
            decimals: u32::try_from(decimals).ok()?,
        })
    }

    /// In units of a tenth to the power of `decimals`, which are no fewer than its own.
    fn units_at(self, decimals: u32) -> i32 {
        let units = self.digits * 10_i64.pow(decimals - self.decimals);
        i32::try_from(units)
            .unwrap_or_else(|_| panic!("{self:?} does not fit 32 bits with {decimals} decimals"))
    }
}

/// Writes the figures and the counts behind them.
pub(crate) fn published(indicators: &[Catalogued], areas: &[String]) {
    let table = Table::open("published.csv");
    let (first_year, years) = table.years();
    let order: Vec<usize> = (0..indicators.len()).filter(|index| indicators[*index].is_published).collect();
    let shape = Shape { years, block: years * areas.len() };
    let mut read = vec![Read::default(); order.len() * shape.block];
    let place = Place { indicators, order: &order, areas, shape };
    for row in &table.rows {
        let start = place.row(&table, row);
        for year in 0..years {
            let text = table.get(row, &(usize::from(first_year) + year).to_string());
            read[start + year].figure = match (symbol(text), Number::parse(text)) {
                (Some(symbol), _) => Some(Err(symbol)),
                (None, Some(number)) => Some(Ok(number)),
                (None, None) if text.is_empty() => None,
                _ => table.fail(row, &format!("\"{text}\" is neither a number nor a symbol")),
            };
        }
    }
    counts(&mut read, &place, (first_year, years));
    let population = population(areas, first_year, shape);

    let mut code = format!(
        "const FIRST_YEAR: u16 = {first_year};\nconst YEARS: usize = {years};\nconst LAST_YEAR: u16 = {};\n",
        usize::from(first_year) + years - 1
    );
    writeln!(code, "const PUBLISHED_ORDER: &[usize] = &{order:?};").expect("writing to a String");
    code.push_str(
        "/// The decimals of each published indicator.\nconst PUBLISHED_DECIMALS: &[Decimals] = &[\n",
    );
    // First, since most rates have it as their denominator.
    let mut cells = population;
    for (block, index) in read.chunks(shape.block).zip(&order) {
        cells.extend(block_cells(&mut code, block, years, indicators[*index].scale));
    }
    code.push_str("];\n");
    let of_children = order.iter().position(|index| indicators[*index].id == "children-in-care");
    let of_children = of_children.expect("children in care are a published indicator");
    let lives = lives(&read[of_children * shape.block..][..shape.block], first_year, years);
    writeln!(code, "/// First and last year of each area.\nconst LIVES: &[Option<(u16, u16)>] = &{lives:?};")
        .expect("writing to a String");
    revised(&mut code, indicators, usize::from(first_year) + years - 1);
    code.push_str("static PACKED: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/published.bin\"));\n");
    write("published.rs", code);
    write("published.bin", packed::pack(&cells, shape));
}

/// Where the cells of an indicator and area stand.
struct Place<'a> {
    indicators: &'a [Catalogued],
    order: &'a [usize],
    areas: &'a [String],
    shape: Shape,
}

impl Place<'_> {
    fn row(&self, table: &Table, row: &csv::StringRecord) -> usize {
        let (id, area) = (table.get(row, "indicator"), table.get(row, "area"));
        let indicator = self.order.iter().position(|index| self.indicators[*index].id == id);
        let indicator =
            indicator.unwrap_or_else(|| table.fail(row, &format!("{id} is not a published indicator")));
        let area = self.areas.iter().position(|code| code == area);
        let area = area.unwrap_or_else(|| table.fail(row, "area is not in areas.csv"));
        indicator * self.shape.block + area * self.shape.years
    }
}

/// The block of the children aged 0 to 17 of each area.
fn population(areas: &[String], first_year: u16, shape: Shape) -> Vec<Cell> {
    let table = Table::open("population.csv");
    let (first, years) = table.years();
    let mut cells = vec![Cell::Empty; shape.block];
    for row in &table.rows {
        let area = areas.iter().position(|code| code == table.get(row, "area"));
        let area = area.unwrap_or_else(|| table.fail(row, "area is not in areas.csv"));
        for year in (first..).take(years) {
            let text = table.get(row, &year.to_string());
            if text.is_empty() {
                continue;
            }
            let column = usize::from(year.checked_sub(first_year).unwrap_or(u16::MAX));
            match text.parse() {
                Ok(number) if column < shape.years => {
                    cells[area * shape.years + column] = Cell::Number(number);
                }
                _ => {
                    table.fail(row, &format!("\"{text}\" is not a number that published.csv has for a year"))
                }
            }
        }
    }
    cells
}

/// Reads numerators and denominators to the figures they belong to.
fn counts(read: &mut [Read], place: &Place, years: (u16, usize)) {
    let table = Table::open("counts.csv");
    assert_eq!(table.years(), years, "counts.csv and published.csv must have the same years");
    let (first_year, years) = years;
    for row in &table.rows {
        let start = place.row(&table, row);
        for year in 0..years {
            let text = table.get(row, &(usize::from(first_year) + year).to_string());
            if text.is_empty() {
                continue;
            }
            let counts = text
                .split_once('/')
                .map(|(numerator, denominator)| (Number::parse(numerator), Number::parse(denominator)));
            let Some((Some(numerator), Some(denominator))) = counts else {
                table.fail(row, &format!("\"{text}\" is no numerator and denominator"));
            };
            let cell = &mut read[start + year];
            if !matches!(cell.figure, Some(Ok(_))) {
                table.fail(row, &format!("\"{text}\" belongs to no number in published.csv"));
            }
            cell.counts = Some((numerator, denominator));
        }
    }
}

/// Writes the decimals of an indicator and returns its cells. The number is left out where the counts give it.
fn block_cells(code: &mut String, block: &[Read], years: usize, scale: u32) -> Vec<Cell> {
    let most = |numbers: &mut dyn Iterator<Item = Number>| numbers.map(|number| number.decimals).max();
    let figure = |read: &Read| read.figure.and_then(Result::ok);
    let by_year: Vec<u32> = (0..years)
        .map(|year| most(&mut block.iter().skip(year).step_by(years).filter_map(figure)).unwrap_or(0))
        .collect();
    let decimals = by_year.iter().copied().max().unwrap_or(0);
    let of_numerator = most(&mut block.iter().filter_map(|read| Some(read.counts?.0))).unwrap_or(0);
    let of_denominator = most(&mut block.iter().filter_map(|read| Some(read.counts?.1))).unwrap_or(0);
    writeln!(
        code,
        "Decimals {{ number: {decimals}, of_year: {by_year:?}, numerator: {of_numerator}, denominator: {of_denominator} }},"
    )
    .expect("writing to a String");

    let given = |numerator: Number, denominator: Number, year: usize| {
        let scaled = 10_i128.pow(by_year[year] + denominator.decimals)
            * i128::from(scale)
            * i128::from(numerator.digits);
        let base = 10_i128.pow(numerator.decimals) * i128::from(denominator.digits);
        let halves = (2 * scaled.abs() + base).checked_div(2 * base)?;
        Some(halves * scaled.signum() * 10_i128.pow(decimals - by_year[year]))
    };
    let cell = |(index, read): (usize, &Read)| match (read.figure, read.counts) {
        (None, _) => Cell::Empty,
        (Some(Err(symbol)), _) => Cell::Symbol(symbol),
        (Some(Ok(number)), None) => Cell::Number(number.units_at(decimals)),
        (Some(Ok(number)), Some((numerator, denominator))) => {
            let number = number.units_at(decimals);
            let counts = Counts {
                numerator: numerator.units_at(of_numerator),
                denominator: denominator.units_at(of_denominator),
            };
            let is_given = given(numerator, denominator, index % years) == Some(i128::from(number));
            if is_given { Cell::Counts(counts) } else { Cell::Both(number, counts) }
        }
    };
    block.iter().enumerate().map(cell).collect()
}

/// The first and last year in which each area had a number of children in care, if only a hidden one.
fn lives(block: &[Read], first_year: u16, years: usize) -> Vec<Option<(u16, u16)>> {
    let hidden = symbol("c");
    let life = |row: &[Read]| {
        let mut existing = (first_year..).zip(row).filter(|(_, read)| match read.figure {
            Some(Ok(_)) => true,
            Some(Err(symbol)) => Some(symbol) == hidden,
            None => false,
        });
        let (first, _) = existing.next()?;
        Some((first, existing.last().map_or(first, |(last, _)| last)))
    };
    block.chunks(years).map(life).collect()
}

/// Writes England's values as each release had them, where they were revised.
fn revised(code: &mut String, indicators: &[Catalogued], newest: usize) {
    let table = Table::open("first_published.csv");
    let mut releases: Vec<(u16, usize)> = table
        .columns
        .iter()
        .filter_map(|(name, column)| Some((name.strip_prefix("release_")?.parse().ok()?, *column)))
        .collect();
    releases.sort_unstable();
    // What is published after a November may be revised before the next one, which cannot be gone back to before it came.
    let years: Vec<u16> =
        releases.iter().map(|(year, _)| *year).filter(|year| usize::from(*year) <= newest).collect();
    writeln!(
        code,
        "/// The releases that revisions are kept of, oldest first.\nconst RELEASES: &[u16] = &{years:?};"
    )
    .expect("writing to a String");
    code.push_str(
        "/// Indicator, year, and England's value in each release that has one: release, units, decimals.\n",
    );
    code.push_str("const REVISED: &[(usize, u16, &[InRelease])] = &[\n");
    for row in &table.rows {
        let id = table.get(row, "indicator");
        let index = indicators.iter().position(|known| known.id == id);
        let index = index.unwrap_or_else(|| table.fail(row, "indicator is not in indicators.csv"));
        let values: Vec<(u16, i64, u32)> = releases
            .iter()
            .filter_map(|(release, column)| {
                Number::parse(&row[*column]).map(|number| (*release, number.digits, number.decimals))
            })
            .collect();
        writeln!(code, "({index}, {}, &{values:?}),", table.get(row, "period")).expect("writing to a String");
    }
    code.push_str("];\n");
}

/// Position of a symbol in `figure::Withheld::ALL`.
fn symbol(text: &str) -> Option<u8> {
    ["c", "x", "z", "k", "u"]
        .iter()
        .position(|symbol| *symbol == text)
        .and_then(|index| u8::try_from(index).ok())
}
