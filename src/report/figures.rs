//! The figures as a matrix that can be printed.

use crate::disclose::{Disclosed, Places};
use crate::figure::{Amount, Figure};
use crate::period::Period;
use crate::sorting::Sorting;
use crate::words::figure::amount_text;
use crate::words::screens::figures as words;
use crate::words::text::counted;

use super::table::escaped;
use super::{Copied, Table};

/// How many periods fit beside each other on a page.
const PERIODS: usize = 12;

/// The figures in tables with a row for each measure of each area and a column for each period, oldest first; each table has as
/// many periods as fit on a page.
pub fn figures_tables(disclosed: &Disclosed) -> Vec<Table> {
    let figures = &disclosed.figures;
    let mut periods: Vec<Option<Period>> = figures.iter().map(|figure| figure.period).collect();
    periods.arrange();
    periods.dedup();
    periods.chunks(PERIODS).map(|periods| table(figures, periods)).collect()
}

/// The figures of cells as they are copied from these and pasted into others.
pub fn copied_cells(disclosed: &Disclosed, places: &Places) -> Copied {
    let cell = |place: &Option<usize>| {
        place.and_then(|place| disclosed.figures.get(place)).map_or_else(String::new, |figure| {
            match figure.amount {
                Amount::Counts { numerator, denominator } => {
                    words::counts(&counted(numerator), &counted(denominator))
                }
                Amount::Value(_) => amount_text(&figure.indicator, figure.amount),
                Amount::Withheld(symbol) => symbol.symbol().to_owned(),
            }
        })
    };
    let rows: Vec<Vec<String>> = places.0.iter().map(|row| row.iter().map(cell).collect()).collect();
    let in_html = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        format!("<tr><td>{}</td></tr>", cells.join("</td><td>"))
    };
    let html = rows.iter().map(in_html).collect::<Vec<_>>().concat();
    let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    Copied { text: text.join("\r\n"), html: format!("<table>{html}</table>") }
}

fn table(figures: &[Figure], periods: &[Option<Period>]) -> Table {
    let mut rows: Vec<(&Figure, Vec<String>)> = Vec::new();
    for figure in figures {
        let Some(column) = periods.iter().position(|period| *period == figure.period) else { continue };
        let is_free = |(first, cells): &(&Figure, Vec<String>)| {
            first.indicator == figure.indicator && first.area == figure.area && cells[column].is_empty()
        };
        let at = rows.iter().position(is_free).unwrap_or_else(|| {
            rows.push((figure, vec![String::new(); periods.len()]));
            rows.len() - 1
        });
        rows[at].1[column] = text(figure);
    }
    rows.arrange_by(|(one, _), (other, _)| one.indicator.in_order(&other.indicator));
    let name = |figure: &Figure| {
        let title = figure.indicator.title.clone().into_owned();
        figure.area.map_or(title.clone(), |area| words::of_area(area.name, &title))
    };
    let heading = |period: &Option<Period>| {
        period.map_or_else(|| words::NO_PERIOD_GIVEN.to_owned(), |it| it.to_string())
    };
    Table {
        title: words::TABLE_HEADING.to_owned(),
        headings: [words::MEASURE.to_owned()].into_iter().chain(periods.iter().map(heading)).collect(),
        rows: rows
            .into_iter()
            .map(|(figure, cells)| [name(figure)].into_iter().chain(cells).collect())
            .collect(),
        notes: Vec::new(),
    }
}

/// The value, with its counts where they are known; a symbol alone.
fn text(figure: &Figure) -> String {
    match figure.amount {
        Amount::Counts { numerator, denominator } => {
            format!("{} ({numerator} of {denominator})", amount_text(&figure.indicator, figure.amount))
        }
        Amount::Value(_) => amount_text(&figure.indicator, figure.amount),
        Amount::Withheld(symbol) => symbol.symbol().to_owned(),
    }
}
