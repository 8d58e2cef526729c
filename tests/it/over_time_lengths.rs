//! Which months, quarters or years are shown first, and what a series is broken by.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, LastPeriods, Length, OneOff, OneOffs, OverTime, begin_over_time, measures_without, series,
};
use corporate_parenting_calculator::figure::Figure;
use corporate_parenting_calculator::indicator::{self, NoteKind};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;

const MEASURES: [&str; 3] = ["Dental checks", "Immunisations up to date", "Reviews held on time"];

const fn next(period: Period) -> Period {
    match period {
        Period::Month(year, 12) => Period::Month(year + 1, 1),
        Period::Month(year, month) => Period::Month(year, month + 1),
        Period::Quarter(year, quarter) => Period::Quarter(year, quarter + 1),
        Period::Year(year) => Period::Year(year + 1),
    }
}

/// Figures of the measures, each with these periods: `2022-04..2023-03` are months.
fn figures(of: [&str; 3]) -> Vec<Figure> {
    let mut lines = vec!["indicator,period,value".to_owned()];
    for (name, periods) in MEASURES.iter().zip(of) {
        for part in periods.split(' ').filter(|part| !part.is_empty()) {
            let parse = |text: &str| Period::parse(text).unwrap_or_else(|_| panic!("{text}"));
            let (first, last) = part.split_once("..").unwrap_or((part, part));
            let months = std::iter::successors(Some(parse(first)), |period| Some(next(*period)));
            let last = parse(last);
            let values = months.take_while(|period| *period <= last);
            lines.extend(values.map(|period| format!("{name},{},70%", period.id())));
        }
    }
    read(&lines.join("\n")).figures()
}

/// Each line: the periods of three measures, the one reported on, and with what to begin.
#[test]
fn the_length_to_begin_with_is_that_of_what_is_reported() {
    let (months, quarters, years) = (Length::Months, Length::Quarters, Length::Years);
    let (twelve, eighteen) = (LastPeriods::Twelve, LastPeriods::Eighteen);
    for (of, reported, length, is_over_time, last) in [
        // A year with each of its months, with later ones, and without one of them.
        (["2022-04..2023-03", "", ""], "2023", months, true, twelve),
        (["2022-04..2023-06", "", ""], "2023", months, true, eighteen),
        (["2022-04..2023-03 2024", "", ""], "2023", months, true, twelve),
        (["2022-05..2023-06", "", ""], "2023", years, false, twelve),
        (["2022-04..2022-09", "2022-10..2023-03", ""], "2023", years, false, twelve),
        (["2022-04..2023-03", "2022-04", "2022-05"], "2023", months, true, twelve),
        // Months of which more than a list has are reported on, and of most measures.
        (["2023-01..2023-06", "", ""], "2023-06", months, true, twelve),
        (["2023-01..2023-05", "", ""], "2023-05", months, false, twelve),
        (["2023-01..2023-06", "2023", ""], "2023-06", months, false, twelve),
        (["2023-01..2023-06", "2023-06", "2023"], "2023-06", months, true, twelve),
        // What is reported on has several, or what most measures have.
        (["2023-01 2023-02", "2022-Q1 2022-Q2", "2022-Q1"], "2022-Q2", quarters, false, twelve),
        (["2023-01..2023-03", "2021 2022 2023", "2021 2022 2023"], "", years, false, twelve),
        (["2023-01..2023-03", "2023-01..2023-03", "2021 2022 2023"], "", months, false, twelve),
        (["2023-01..2023-03 2021 2022", "2023-01 2021 2022", "2023-02"], "", years, false, twelve),
        (["2023-01..2023-03", "2021..2023", ""], "", months, false, twelve),
        (["2023-01", "2023", ""], "", years, false, twelve),
    ] {
        let figures = figures(of);
        let reported = Period::parse(reported).ok();
        let found = (
            Length::to_begin(&figures, reported),
            begin_over_time(&figures, reported),
            LastPeriods::to_begin(&figures, reported),
        );
        assert_eq!(found, (length, is_over_time, last), "{of:?} {reported:?}");
    }
}

#[test]
fn measures_without_a_length_are_counted() {
    let figures = figures(["2023-01..2023-03 2023", "2022 2023", "2023-Q1"]);
    let without = Length::ALL.map(|length| measures_without(&figures, length));
    assert_eq!(without, [2, 2, 1]);
}

#[test]
fn periods_are_counted_from_the_first_figure_to_the_newest() {
    let over_time = |of: &str, period: &str| {
        let choices = Choices { period: Period::parse(period).ok(), ..Choices::default() };
        OverTime::of(&figures([of, "", ""]), &choices, Length::Months, LastPeriods::Twelve)
    };
    for (of, known) in
        [("2023-01 2023-03", 3), ("2023-01..2023-03", 3), ("2021-01..2022-12", 24), ("2021-01..2023-06", 25)]
    {
        assert_eq!(over_time(of, "").known_count(), known, "{of}");
    }
    assert_eq!(OverTime::default().known_count(), 0);
    // A month that is chosen is the last.
    let until = over_time("2023-01..2023-05", "2023-03");
    assert_eq!(until.periods.last(), Some(&Period::Month(2023, 3)));
    let last = over_time("2023-01..2023-06", "").of_last(2);
    assert_eq!(last.periods, [Period::Month(2023, 5), Period::Month(2023, 6)]);
    assert!(last.rows.iter().all(|row| row.cells.len() == 2 && row.cells.iter().all(Option::is_some)));
    assert_eq!(last.rows.len(), 1);
}

#[test]
fn figures_left_out_are_kept_until_they_are_put_back() {
    let of = |month| OneOff {
        measure: "dental-checks".to_owned(),
        at: Period::Month(2023, month),
        note: "snow".to_owned(),
    };
    let both = OneOffs::of([of(2), of(1)]);
    assert_eq!(
        both.iter().map(|each| each.at).collect::<Vec<_>>(),
        [Period::Month(2023, 1), Period::Month(2023, 2)]
    );
    assert_eq!(both.without(&of(2)), OneOffs::of([of(1)]));
    assert_eq!([both.is_empty(), both.without(&of(1)).without(&of(2)).is_empty()], [false, true]);
    let choices = Choices { one_offs: both, ..Choices::default() };
    assert!(choices.without_words().one_offs.iter().all(|each| each.note.is_empty()));
}

/// What the catalogue notes of a series separates the years on both its sides, and no others.
#[test]
fn a_series_is_broken_where_the_catalogue_says() {
    let mut met = [0, 0, 0];
    for indicator in indicator::all().iter().filter(|indicator| indicator.is_published) {
        let series = series(indicator, &[], &Choices { council: area::by_code("873"), ..Choices::default() });
        for (from, to) in (2015..2024).map(|year| (Period::Year(year), Period::Year(year + 1))) {
            let between = indicator.notes.iter().filter(|note| note.is_between(from, to));
            let (breaks, others): (Vec<_>, Vec<_>) = between.partition(|note| note.kind == NoteKind::Break);
            assert_eq!(series.is_broken(from, to), !breaks.is_empty(), "{} {to}", indicator.id);
            let cautions: Vec<_> = series.cautions_between(from, to).collect();
            assert_eq!(cautions, others, "{} {to}", indicator.id);
            met = [met[0] + breaks.len(), met[1] + others.len(), met[2] + 1];
        }
    }
    assert!(met[0] > 0 && met[1] > 0 && met[0] + met[1] < met[2], "{met:?}");
}
