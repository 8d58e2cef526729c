//! Measures over time: what is unusual, and why.

use corporate_parenting_calculator::app::state::{Action, Example, Setting, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Begins, CannotSay, Choices, LastPeriods, Length, Limits, Meaning, NotJudged, OverTime, OverTimeRow,
    OwnBreak, Pattern, Side, Spans, Target, TimeOf, Verdict, begin_over_time, scorecard,
};
use corporate_parenting_calculator::indicator::{self, Kind, Measure, OwnMeasure, Span};
use corporate_parenting_calculator::number::{Projection, Signal};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::process_chart;
use corporate_parenting_calculator::words::over_time as words;
use corporate_parenting_calculator::words::status::Status;
use corporate_parenting_calculator::words::unusual::reasons;

use crate::common::decimal;

pub(crate) fn over_time(pasted: &str, choices: Choices, last: LastPeriods) -> OverTime {
    let figures = read(pasted).figures();
    let choices = Choices { council: area::by_code("873"), ..choices };
    OverTime::of(&figures, &choices, Length::of_figures(&figures)[0], last)
}

pub(crate) fn row<'a>(shown: &'a OverTime, id: &str) -> &'a OverTimeRow {
    let found = shown.rows.iter().find(|row| row.measure.id == id);
    found.unwrap_or_else(|| panic!("no {id} in {:?}", shown.rows))
}

pub(crate) fn measure(id: &str) -> Measure {
    indicator::by_id(id).unwrap_or_else(|| panic!("no {id}")).into()
}

pub(crate) fn target_of(id: &str, value: &str) -> Target {
    Target::of(measure(id), decimal(value), decimal("0")).unwrap_or_else(|error| panic!("{error}"))
}

/// The signs of the cells: A above, B below, - usual, and nothing where there is no figure.
pub(crate) fn signs(row: &OverTimeRow) -> String {
    let sign = |cell: &Option<_>| match cell
        .as_ref()
        .map(|cell: &corporate_parenting_calculator::compare::OverTimeCell| cell.unusual)
    {
        None => ' ',
        Some(None) => '-',
        Some(Some((_, Side::Below))) => 'B',
        Some(Some(_)) => 'A',
    };
    row.cells.iter().map(sign).collect()
}

/// Every month of the report of 2019/20. The number of unaccompanied
/// children rises from June to December.
#[test]
fn children_in_care_by_month_have_their_unusual_months_named() {
    let table = include_str!("../read/children-in-care-by-month-2020.txt");
    let choices = Choices { period: Some(Period::Year(2020)), ..Choices::default() };
    let shown = over_time(table, choices, LastPeriods::Twelve);
    assert_eq!(
        shown.periods.first().zip(shown.periods.last()),
        Some((&Period::Month(2019, 4), &Period::Month(2020, 3)))
    );
    let all = row(&shown, "children-in-care");
    assert_eq!(signs(all), "AAAA----BBBB");
    assert_eq!(all.pattern, Pattern::Unusual(Signal::Outside, Side::Below, Meaning::Neither, Limits::Steady));
    assert_eq!(words::verdict(all), "Falling since May 2019, from 786 to 714");
    assert_eq!(
        reasons(all),
        [
            "By one mean, 757.9, and one usual range, 736.9 to 779, for all 12 figures: April 2019 to May 2019 and July 2019 were above \
             the usual range; June 2019 was near the top of the usual range (2 of 3 in a row); December 2019 to January 2020 were near \
             the bottom of the usual range (2 of 3 in a row); February 2020 to March 2020 were below the usual range; the other 4 are \
             usual."
        ]
    );
    let unaccompanied = row(&shown, "unaccompanied-children");
    assert_eq!(signs(unaccompanied), "-BBAAAAAAA--");
    assert_eq!(
        words::lines(unaccompanied),
        ["8 lower than Feb 20", "Not judged: one range does not fit, 9 of 12 figures are unusual"]
    );
    assert!(
        unaccompanied.cells.iter().flatten().all(|cell| cell.marked().is_none()),
        "said once, not of each"
    );
}

/// Too few for a range: the value, how it moved and the target are shown all the same.
#[test]
fn four_quarters_say_how_they_moved() {
    let table =
        "Indicator\tQ1 2024/25\tQ2 2024/25\tQ3 2024/25\tQ4 2024/25\nDental checks\t80%\t82%\t86.3%\t84.2%\n";
    let choices = Choices {
        targets: [(measure("dental-checks"), target_of("dental-checks", "90"))].into(),
        ..Choices::default()
    };
    let shown = over_time(table, choices, LastPeriods::Twelve);
    assert_eq!(
        words::lines(row(&shown, "dental-checks")),
        [
            "2.1 points lower than Q3 2024/25",
            "5.8 points below the target of 90%",
            "4 figures are too few to judge: 5 are needed"
        ]
    );
    let chart = process_chart(row(&shown, "dental-checks")).expect("it has figures");
    assert_eq!(chart.sentence, "4 figures are too few to judge: 5 are needed.");
    assert_eq!(chart.subtitle, "Percentage");
}

#[test]
fn years_without_own_figures_are_the_official_ones() {
    let shown = over_time("Children in care\t2024/25\t650", Choices::default(), LastPeriods::Twelve);
    assert!(row(&shown, "children-in-care").cells.iter().flatten().count() >= 8);
    // What was not entered at all is shown as published.
    assert!(row(&shown, "children-in-care-rate").past.len() >= 8);
}

#[test]
fn the_same_month_last_year_is_compared() {
    let table = "Indicator\tMar 2023\tApr 2023\tMar 2024\tApr 2024\nChildren in care\t640\t650\t633\t641\n";
    let choices = Choices { period: Some(Period::Month(2024, 4)), ..Choices::default() };
    let shown = over_time(table, choices, LastPeriods::TwentyFour);
    assert!(!shown.rows.is_empty());
    for row in &shown.rows {
        assert_eq!(words::on_last_year_text(row), "\u{2212}9");
        assert_eq!(words::lines(row)[0], "8 higher than Mar 24, 9 lower than Apr 23");
    }
    assert!(shown.rows.iter().all(|row| words::beside_last_year_text(row) == "650 (\u{2212}9)"));
    // Of the longest time nothing is shown that has no figures yet; a year ends with its blank months, once it has two.
    assert_eq!((shown.periods.len(), shown.periods.last()), (14, Some(&Period::Month(2024, 4))));
    let year = "Indicator\tApr 2024\tMay 2024\nChildren in care\t640\t650\n";
    let year = over_time(year, Choices::default(), LastPeriods::Twelve);
    assert_eq!((year.periods.len(), year.periods.last()), (12, Some(&Period::Month(2025, 3))));
    let full = over_time(
        table,
        Choices { period: Some(Period::Month(2024, 4)), ..Choices::default() },
        LastPeriods::Twelve,
    );
    assert_eq!((full.past_count(), full.periods.last()), (12, Some(&Period::Month(2024, 4))));
}

const VISITS: &str = "Indicator\tJul 2019\tAug 2019\tSep 2019\tOct 2019\tNov 2019\tDec 2019\tJan 2020\tFeb 2020\tMar 2020\tApr 2020\tMay 2020\tJun 2020\n\
    Statutory visits in timescale\t88%\t89%\t87%\t90%\t89%\t88%\t71%\t72%\t70%\t73%\t71%\t72%\n\
    Children seen in the last six weeks\t88%\t89%\t87%\t90%\t89%\t88%\t71%\t72%\t70%\t73%\t71%\t72%\n";

/// The answer that figures of these measures are of each month alone.
pub(crate) fn of_month(measures: &[&str]) -> Setting {
    Setting::Span(measures.iter().map(|id| (*id).to_owned()).collect(), Some(Span::InMonth))
}

fn in_month() -> Spans {
    Spans { of_table: Some(Span::InMonth), ..Spans::default() }
}

/// January 2020 is a break of the example; every council enters its own.
#[test]
fn a_break_makes_two_processes() {
    let stretches = |breaks: &[OwnBreak]| {
        let figures = read(VISITS).figures();
        let choices = Choices {
            council: area::by_code("873"),
            spans: in_month(),
            breaks: breaks.into(),
            ..Choices::default()
        };
        let shown = OverTime::of(&figures, &choices, Length::Months, LastPeriods::Twelve);
        let row = row(&shown, "statutory-visits-in-timescale");
        let means = row.stretches.iter().map(|stretch| {
            let mean = stretch.process.as_ref().map_or(0.0, |process| process.mean);
            format!("{} from {} at {mean:.1}", stretch.values.len(), stretch.periods[0])
        });
        (means.collect::<Vec<_>>(), row.stretches.last().map(|last| last.begins.clone()))
    };
    let two = ["6 from July 2019 at 88.5", "6 from January 2020 at 71.5"];
    let example = State::default().after(Action::Load(Example::Cambridgeshire2020));
    let (of_example, begins) = stretches(&example.settings.breaks);
    assert_eq!(of_example, two);
    assert!(matches!(begins, Some(Begins::AfterBreak(note)) if note.contains("case management system")));
    assert_eq!(stretches(&[]).0, ["12 from July 2019 at 80.0"]);
    let own = |measure: Option<&str>| OwnBreak {
        measure: measure.map(str::to_owned),
        from: Period::Month(2020, 1),
        note: "New forms".to_owned(),
    };
    for measure in [None, Some("statutory-visits-in-timescale")] {
        assert_eq!(
            stretches(&[own(measure)]),
            (two.map(str::to_owned).to_vec(), Some(Begins::AfterBreak("New forms".to_owned())))
        );
    }
    assert_eq!(stretches(&[own(Some("dental-checks"))]).0.len(), 1);
}

/// What figures of parts of a year are of decides what they are compared with.
#[test]
fn figures_of_part_of_a_year_are_judged_as_what_they_are() {
    let months = "Apr 2023\tMay 2023\tJun 2023\tJul 2023\tAug 2023\tSep 2023";
    let table = format!(
        "Indicator\t{months}\nChildren who started to be looked after\t20\t41\t60\t82\t101\t140\nThree or more placements\t9%\t9.2%\t9.4%\t9.3%\t9.1%\t9.5%\nChildren in care\t640\t641\t639\t642\t640\t641\n"
    );
    let of = |span: Option<Span>| {
        let spans = Spans { of_table: span, ..Spans::default() };
        over_time(&table, Choices { spans, ..Choices::default() }, LastPeriods::Twelve)
    };
    let said = |shown: &OverTime, id: &str| {
        let row = row(shown, id);
        let ends = [words::year_to_date_text(row), words::twelve_months_text(row)];
        (row.stretches.iter().map(|stretch| stretch.values.clone()).collect::<Vec<_>>(), ends)
    };
    let open = of(None);
    assert!(open.is_unsaid());
    // They are drawn as they are given, without a range.
    let (drawn, ends) = said(&open, "started-care");
    assert_eq!(drawn, [[20.0, 41.0, 60.0, 82.0, 101.0, 140.0]]);
    assert_eq!((ends, row(&open, "started-care").stretches[0].process.as_ref()), Default::default());
    let chart = process_chart(row(&open, "started-care")).expect("a chart");
    assert!(!chart.subtitle.contains("range"), "{}", chart.subtitle);
    assert_eq!(row(&open, "started-care").pattern, Pattern::NotJudged(NotJudged::NotSaid));
    // A count on a day says by itself what it is of.
    assert_eq!(row(&open, "children-in-care").stretches.len(), 1);
    let year_to_date = of(Some(Span::YearToDate));
    let (added, ends) = said(&year_to_date, "started-care");
    assert_eq!(
        (added, ends),
        (vec![vec![20.0, 21.0, 19.0, 22.0, 19.0, 39.0]], ["140".to_owned(), String::new()])
    );
    assert_eq!(
        row(&year_to_date, "three-or-more-placements").pattern,
        Pattern::NotJudged(NotJudged::YearToDate)
    );
    let projection = row(&year_to_date, "started-care").projection;
    assert_eq!(projection, Projection::of(140, 6));
    // What falls within a year is no year to date.
    let falls = over_time(
        &table.replace("\t82\t101", "\t58\t101"),
        Choices {
            spans: Spans { of_table: Some(Span::YearToDate), ..Spans::default() },
            ..Choices::default()
        },
        LastPeriods::Twelve,
    );
    let row_of = row(&falls, "started-care");
    let [june, july] = [6, 7].map(|month| Period::Month(2023, month));
    assert_eq!(row_of.pattern, Pattern::NotJudged(NotJudged::Falls(june, july)));
    assert_eq!((row_of.projection, row_of.year_to_date), (None, None));
    assert_eq!(
        words::details(row_of),
        ["A year to date cannot fall, but July 2023 is below June 2023. Check what these figures cover"]
    );
    let rolling = of(Some(Span::RollingYear));
    // Only 12 months are a year as England's is.
    let england = |shown: &OverTime| words::lines(row(shown, "three-or-more-placements")).join(". ");
    assert!(
        england(&rolling).contains("1.5 points lower than England (11% in 2023/24)"),
        "{}",
        england(&rolling)
    );
    for part in [&year_to_date, &of(Some(Span::InMonth)), &open] {
        assert!(!england(part).contains("England"), "{}", england(part));
    }
    assert_eq!(said(&rolling, "three-or-more-placements").1, ["", "9.5%"]);
    // Of six months, each with a number of its own, none can be of 12 months.
    for (numbers, expected) in [
        ("20\t41\t60\t82\t101\t140", None),
        ("20\t41\t22\t45\t20\t40", Some(4)),
        ("140\t90\t60\t20\t60\t90", None),
        ("90\t140\t60\t20\t60\t90", Some(4)),
    ] {
        let spans = Spans { of_table: Some(Span::RollingYear), ..Spans::default() };
        let table = table.replace("20\t41\t60\t82\t101\t140", numbers);
        let shown = over_time(&table, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        let row = row(&shown, "started-care");
        let reason = expected
            .map_or(NotJudged::RollingYear, |month| NotJudged::NoRollingYear(Period::Month(2023, month)));
        assert_eq!(row.pattern, Pattern::NotJudged(reason), "{numbers}");
        assert_eq!(row.twelve_months.is_none(), expected.is_some(), "{numbers}");
    }
    let in_month = of(Some(Span::InMonth));
    assert_eq!(said(&in_month, "started-care").1, ["444", ""]);
    // The same children may be counted in several months.
    assert_eq!(said(&in_month, "three-or-more-placements").1, ["", ""]);
}

/// 12 months are compared with a year, and so is a year to date at its end; a month is not; a check of health is up to date or not on the day.
#[test]
fn a_month_is_compared_with_a_year_only_where_it_can_be() {
    let untested = |id: &str, month: u8, span: Option<Span>| {
        let choices = Choices {
            council: area::by_code("873"),
            period: Some(Period::Month(2024, month)),
            spans: Spans { of_table: span, ..Spans::default() },
            ..Choices::default()
        };
        let table = format!(
            "Indicator\t2024-0{month}\nThree or more placements\t60 of 640\nDental checks\t420 of 480\n"
        );
        let card = scorecard(&read(&table).figures(), &choices);
        let row = card.rows.iter().find(|row| row.indicator.id == id).map(|row| row.verdict);
        row == Some(Verdict::CannotSay(CannotSay::PartOfYear))
    };
    for (month, span, is_untested) in [
        (2, None, true),
        (2, Some(Span::InMonth), true),
        (3, Some(Span::InMonth), true),
        (2, Some(Span::YearToDate), true),
        (3, Some(Span::YearToDate), false),
        (4, Some(Span::YearToDate), true),
        (2, Some(Span::RollingYear), false),
    ] {
        let case = format!("{span:?} in month {month}");
        assert_eq!(untested("three-or-more-placements", month, span), is_untested, "{case}");
        assert!(!untested("dental-checks", month, span), "{case}");
    }
}

#[test]
fn what_names_say_need_not_be_asked() {
    for (text, span) in [
        ("Missing incidents (YTD)", Some(Span::YearToDate)),
        ("Started care: year to date", Some(Span::YearToDate)),
        ("Three or more placements, rolling 12 months", Some(Span::RollingYear)),
        ("% in the last 12 months", Some(Span::RollingYear)),
        ("Reviews on time (in month)", Some(Span::InMonth)),
        ("Started care", None),
        ("Enrolling young people", None),
        ("Rolling 12 months and YTD", None),
    ] {
        assert_eq!(Span::said_in(text), span, "{text}");
    }
    let table = "Indicator\tApr 2024\tMay 2024\nMissing incidents (YTD)\t12\t30\nReviews on time\t90%\t91%\n";
    let state = State::default().after(Action::Read(table.to_owned()));
    let said = |state: &State, id: &str| state.settings.spans.said_of(&measure(id));
    assert_eq!(said(&state, "missing-incidents"), Some(Span::YearToDate), "{:?}", state.lines);
    assert_eq!(said(&state, "reviews-on-time"), None);
    let answered = state.after(of_month(&["reviews-on-time"]));
    assert_eq!(said(&answered, "reviews-on-time"), Some(Span::InMonth));
    assert_eq!(said(&answered, "missing-incidents"), Some(Span::YearToDate));
    assert_eq!(said(&answered.after(Action::Undo), "reviews-on-time"), None);
}

/// Answers and breaks stay with the page; what the council says of a break stays inside.
#[test]
fn answers_and_breaks_are_kept() {
    let own = OwnBreak { measure: None, from: Period::Month(2024, 5), note: "New forms".to_owned() };
    let state = State::default()
        .after(Action::Read("Indicator\tApr 2024\tMay 2024\nReviews on time\t90%\t91%\n".to_owned()))
        .after(of_month(&["reviews-on-time"]))
        .after(Setting::Break(own.clone()));
    assert!(state.is_unsaved());
    let copies = [state.private_copy().expect("it may stay inside"), state.publishable_copy()];
    let [private, published] = copies.map(|copy| {
        let json = copy.map(|saved| serde_json::to_string(saved).expect("it is written"));
        State::restored(serde_json::from_str(&json).expect("it is read"))
    });
    assert_eq!(private.settings.breaks.first(), Some(&own));
    assert_eq!(private.settings.spans, state.settings.spans);
    assert_eq!(published.settings.breaks[..], [OwnBreak { note: String::new(), ..own.clone() }]);
    assert!(state.after(Setting::NoBreak(own.clone())).settings.breaks.is_empty());
    assert!(state.after(Action::Undo).settings.breaks.is_empty());
    let refused = state.after(Setting::Break(OwnBreak { note: "Ask tamsin@example.org".to_owned(), ..own }));
    assert_eq!(refused.message, Status::PersonalRemark.into());
}

/// The chart of a row shows what was judged: mean and limits of each stretch, the break, and why a month is unusual.
#[test]
fn the_chart_of_a_measure_says_why() {
    let own = OwnBreak { measure: None, from: Period::Month(2020, 1), note: "New case system".to_owned() };
    let choices = Choices { spans: in_month(), breaks: [own].into(), ..Choices::default() };
    let shown = over_time(VISITS, choices, LastPeriods::Twelve);
    let chart = process_chart(row(&shown, "statutory-visits-in-timescale")).expect("it has figures");
    assert_eq!(chart.table.rows.len(), 12);
    assert_eq!(chart.table.rows[0], ["July 2019", "88%", "88.5%", "84.2%", "92.8%", ""]);
    assert_eq!(chart.notes[0], "Break before January 2020: New case system");
    assert_eq!(chart.sentence, "No figure is outside the usual ups and downs.");
    let cells = &row(&shown, "statutory-visits-in-timescale").cells;
    let broken = cells.iter().position(|cell| cell.is_some_and(|cell| cell.is_after_break));
    assert_eq!(broken, Some(6), "January is marked");
}

#[test]
fn months_are_reported_over_time() {
    let (months, quarters) = (Some(Length::Months), Some(Length::Quarters));
    for (text, length) in [
        ("Indicator\tJan 2024\tFeb 2024\tMar 2024\nDental checks\t80%\t81%\t82%\n", months),
        ("Indicator\tQ1 2023/24\tQ2 2023/24\tQ3 2023/24\nDental checks\t80%\t81%\t82%\n", quarters),
        ("Indicator\tFeb 2024\tMar 2024\nDental checks\t81%\t82%\n", None),
        ("Indicator\t2021/22\t2022/23\t2023/24\nDental checks\t80%\t81%\t82%\n", None),
        (include_str!("../read/children-in-care-by-month-2020.txt"), months),
    ] {
        let state = State::default().after(Action::Read(text.to_owned()));
        assert_eq!(Length::to_report(&state.figures(), state.settings.period), length, "{text}");
    }
}

/// Few quarters are seen in the list too; of many months, and of which most measures have some, the course is the first question.
#[test]
fn many_months_of_most_measures_open_over_time() {
    for (text, is_first, length) in [
        (
            "Indicator\tQ1 2023/24\tQ2 2023/24\tQ3 2023/24\nDental checks\t80%\t81%\t82%\n",
            false,
            Length::Quarters,
        ),
        (include_str!("../read/children-in-care-by-month-2020.txt"), true, Length::Months),
        (include_str!("../../data/examples/cambridgeshire-2019-20.csv"), true, Length::Months),
        (include_str!("../../data/examples/cambridgeshire-2022-23.csv"), false, Length::Years),
        ("Indicator\t2021/22\t2022/23\t2023/24\nDental checks\t80%\t81%\t82%\n", false, Length::Years),
    ] {
        let state = State::default().after(Action::Read(text.to_owned()));
        let (figures, period) = (state.figures(), state.settings.period);
        assert_eq!(begin_over_time(&figures, period), is_first, "{text}");
        assert_eq!(Length::to_begin(&figures, period), length, "{text}");
        // Figures for April 2020 follow the months of the year that is reported on, which are all shown.
        let is_longer = text.contains("2020-04");
        assert_eq!(LastPeriods::to_begin(&figures, period) == LastPeriods::Eighteen, is_longer, "{text}");
    }
}

/// Among few figures a trend is marked from the one that completes it: the first ones had nothing usual to differ from.
#[test]
fn a_steady_rise_of_few_months_marks_the_last() {
    let table = |count: usize| {
        let months: Vec<String> = (1..=count).map(|month| format!("{month:02}/2024")).collect();
        let values: Vec<String> = (0..count).map(|at| format!("{}%", 80 + at)).collect();
        format!("Indicator\t{}\nDental checks\t{}\n", months.join("\t"), values.join("\t"))
    };
    for (count, expected) in [(5, "-----"), (6, "-----A"), (7, "B----AA"), (12, "BBBAAAAAAAAA")] {
        let shown = over_time(&table(count), Choices::default(), LastPeriods::TwentyFour);
        assert_eq!(signs(row(&shown, "dental-checks")).trim_end(), expected, "{count} months");
    }
}

/// A percentage of the council's own is not asked about, since nobody can know that it covers a year; what is said of it counts.
#[test]
fn only_what_may_cover_a_year_is_asked_about() {
    let time = |title: &str, kind: Kind, spans: &Spans| {
        let own = OwnMeasure { kind, ..OwnMeasure::titled(title) };
        spans.time_of(&Measure::from(&own), Period::Month(2024, 6))
    };
    let of_table = Spans { of_table: Some(Span::YearToDate), ..Spans::default() };
    let mut alone = of_table.clone();
    alone.say("own:life-story-work-completed", Some(Span::RollingYear));
    let nothing = Spans::default();
    for (title, kind, spans, expected) in [
        ("Life story work completed", Kind::Share, &nothing, TimeOf::ItsPeriod),
        ("Life story work completed", Kind::Share, &of_table, TimeOf::ItsPeriod),
        ("Life story work completed", Kind::Share, &alone, TimeOf::Said(Span::RollingYear)),
        ("Foster carers approved", Kind::Count, &of_table, TimeOf::ItsPeriod),
        ("Incidents of bullying", Kind::Count, &nothing, TimeOf::NotSaid),
        ("Incidents of bullying", Kind::Count, &of_table, TimeOf::Said(Span::YearToDate)),
    ] {
        assert_eq!(time(title, kind, spans), expected, "{title}");
    }
}
