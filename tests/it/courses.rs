//! How series of months go, against what `tests/oracles/courses.py` worked out apart from the program.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, LastPeriods, Length, OneOff, OneOffs, Outlook, OverTime, OverTimeCell, OverTimeRow, OwnBreak,
    Side, Spans, Stretch, Target,
};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::{self, Kind, Measure, OwnMeasure, Span};
use corporate_parenting_calculator::number::{Decimal, Signal};
use corporate_parenting_calculator::period::Period;

use crate::common::{decimal, table};

/// The columns, in the order in which a row is told.
const COLUMNS: [&str; 8] = ["marks", "pattern", "level", "limits", "without", "runs", "course", "outlook"];

#[test]
fn series_go_as_worked_out_apart() {
    let cases = table("courses.csv");
    assert!(cases.len() > 300);
    for case in cases {
        let row = row(case.get("kind"), case.get("target"), case.get("series"));
        for (found, column) in told(&row).iter().zip(COLUMNS) {
            assert_eq!(found, case.get(column), "{column} of {case}");
        }
    }
}

/// The measure of a kind of series.
fn measure(kind: &str) -> Measure {
    let own = OwnMeasure { kind: Kind::Score, ..OwnMeasure::titled("Experience") };
    let id = match kind {
        "values" | "shares" => "dental-checks",
        "visits" => "statutory-visits-in-timescale",
        "years" => "pathway-plans-in-place",
        "rates" | "rate-values" => "children-in-care-rate",
        "settings" => "unregistered-settings",
        "to-date" => "fostering-deregistrations",
        "children" => "children-in-care",
        _ => return Measure::from(&own),
    };
    indicator::by_id(id).unwrap_or_else(|| panic!("no {id}")).into()
}

/// The figures of a series: a dash is a period without one, a stroke a break, and a star marks a figure that is left out by hand.
fn row(kind: &str, target: &str, series: &str) -> OverTimeRow {
    let (measure, is_of_years) = (measure(kind), kind == "years");
    let (mut figures, mut breaks, mut one_offs, mut to_date) = (Vec::new(), Vec::new(), Vec::new(), 0);
    let mut number = 3;
    for part in series.split(' ') {
        let month = u8::try_from(number % 12 + 1).expect("a month");
        let period =
            if is_of_years { Period::Year(2005 + number) } else { Period::Month(2024 + number / 12, month) };
        if part == "/" {
            breaks.push(OwnBreak { measure: None, from: period, note: String::new() });
            continue;
        }
        number += 1;
        let figure = part.trim_start_matches('*');
        if figure != part {
            one_offs.push(OneOff { measure: measure.id.to_string(), at: period, note: String::new() });
        }
        let amount = match figure.split_once('/') {
            _ if figure == "-" => continue,
            Some((numerator, denominator)) => Amount::Counts {
                numerator: numerator.parse().expect("a count"),
                denominator: denominator.parse().expect("a count"),
            },
            None if kind == "to-date" => {
                let before = if month == 4 { 0 } else { to_date };
                to_date = before + figure.parse::<i64>().expect("a count");
                Amount::Value(Decimal::new(to_date, 0))
            }
            None => Amount::Value(decimal(figure)),
        };
        let (indicator, period) = (measure.clone(), Some(period));
        figures.push(Figure { indicator, area: None, period, amount, stated: None, place: None });
    }
    let target = (!target.is_empty()).then(|| {
        let of = Target::of(measure.clone(), decimal(target), decimal("0"));
        (measure.clone(), of.unwrap_or_else(|error| panic!("{error}")))
    });
    let span = if kind == "to-date" { Span::YearToDate } else { Span::InMonth };
    let choices = Choices {
        council: area::by_code("873"),
        targets: target.into_iter().collect(),
        breaks: breaks.into(),
        one_offs: OneOffs::of(one_offs),
        spans: Spans { of_table: Some(span), ..Spans::default() },
        ..Choices::default()
    };
    let length = if is_of_years { Length::Years } else { Length::Months };
    let shown = OverTime::of(&figures, &choices, length, LastPeriods::TwentyFour);
    let found = shown.rows.into_iter().find(|row| row.measure == measure);
    found.unwrap_or_else(|| panic!("no row of {kind} {series}"))
}

/// What a row says of itself, in the words of the columns.
fn told(row: &OverTimeRow) -> [String; 8] {
    let at = |period: Period| row.past.iter().position(|past| past.period == period).unwrap_or(usize::MAX);
    let marks: String = row.cells.iter().map(|cell| mark(cell.as_ref())).collect();
    let last = row.stretches.last();
    let range = |low: f64, high: f64| format!("{low:.3} to {high:.3}");
    let level = last.and_then(|last| last.level).map(|level| {
        let (shift, side, since) = (level.shift, level.side, at(level.since));
        format!(
            "{shift:?} {side:?} from {since}: {} at {:.3} after {:.3}",
            level.figures, level.after, level.before
        )
    });
    let limits = |last: &Stretch| {
        let point = last.limits_at(*last.periods.last()?)?;
        Some(range(point.lower, point.upper))
    };
    let without = last.and_then(|last| last.widened.clone()).map(|widened| {
        let also =
            widened.also.iter().fold(String::new(), |said, period| said + " " + &at(*period).to_string());
        let calm = if widened.is_calm { ", calm" } else { "" };
        format!("{}: {}, outside{also}{calm}", at(widened.by), range(widened.lower, widened.upper))
    });
    let runs = last.map_or_else(Vec::new, Stretch::without_gaps);
    let outlook = row.outlook.map(|outlook| match outlook {
        Outlook::Shifted(since, figures) => format!("Shifted({}, {figures})", at(since)),
        other => format!("{other:?}"),
    });
    [
        marks.trim().to_owned(),
        format!("{:?}", row.pattern),
        level.unwrap_or_default(),
        last.and_then(limits).unwrap_or_default(),
        without.unwrap_or_default(),
        runs.iter().map(|run| run.len().to_string()).collect::<Vec<_>>().join(" "),
        row.course().map(|course| format!("{course:?}")).unwrap_or_default(),
        outlook.unwrap_or_default(),
    ]
}

/// A letter for the rule that marks a figure, a capital where it is high; a dash for a usual one, a star for one left out.
fn mark(cell: Option<&OverTimeCell>) -> char {
    let Some(cell) = cell else { return ' ' };
    let Some((signal, side)) = cell.unusual else { return if cell.is_left_out { '*' } else { '-' } };
    let letter = match signal {
        Signal::Outside => 'o',
        Signal::Run => 'r',
        Signal::Trend => 't',
        Signal::NearLimit => 'n',
    };
    if side == Side::Above { letter.to_ascii_uppercase() } else { letter }
}
