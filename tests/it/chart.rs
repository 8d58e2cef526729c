//! Chart geometry.

use std::collections::HashMap;
use std::rc::Rc;

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::chart::{
    Anchor, Axes, For, Frame, Ink, Line, Lines, Picture, Right, Shape, Strip, StripValues,
};
use corporate_parenting_calculator::compare::{Break, Choices, OwnBreak, scorecard};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::Published;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{Chart, charts_of, monthly_of};
use corporate_parenting_calculator::words::charts::broken_line;

use crate::common::without_releases;

const FRAME: Frame = Frame { width: 200.0, height: 100.0, left: 20.0, right: 10.0, top: 5.0, bottom: 15.0 };

#[test]
fn axes_hold_every_point_and_start_at_zero() {
    let axes = Axes::holding(FRAME, [(0.0, 20.0), (24.0, 13.2), (12.0, f64::INFINITY)].into_iter());
    let at = |x: f64, y: f64| format!("{:.1} {:.1}", axes.x.at(x), axes.y.at(y));
    assert_eq!([at(0.0, 0.0), at(24.0, 20.0), at(12.0, 10.0)], ["20.0 85.0", "190.0 5.0", "105.0 45.0"]);
    assert_eq!(axes.y.ticks(5), [0.0, 5.0, 10.0, 15.0, 20.0]);
    assert_eq!(axes.x.ticks(4), [0.0, 10.0, 20.0]);
}

#[test]
fn a_line_breaks_where_there_is_no_value() {
    let points = [(0.0, 10.0), (1.0, 5.0), (2.0, f64::INFINITY), (3.0, 5.0), (4.0, 10.0)];
    let axes = Axes::holding(FRAME, points.into_iter());
    assert_eq!(axes.line(points.into_iter()), "M20.0 5.0L62.5 45.0M147.5 45.0L190.0 5.0");
}

#[test]
fn an_area_goes_there_and_back() {
    let axes = Axes::holding(FRAME, [(0.0, 0.0), (1.0, 10.0)].into_iter());
    assert_eq!(axes.area(&[(0.0, 2.0, 4.0), (1.0, 5.0, 10.0)]), "M20.0 69.0L190.0 45.0L190.0 5.0L20.0 53.0Z");
    assert_eq!(axes.area(&[]), "");
}

#[test]
fn nothing_to_draw_is_no_trouble() {
    let axes = Axes::holding(FRAME, std::iter::empty());
    assert_eq!(axes.line(std::iter::empty()), "");
    assert!(!axes.y.ticks(5).is_empty());
    let one = Axes::holding(FRAME, [(3.0, 0.0)].into_iter());
    assert_eq!(format!("{:.1}", one.x.at(3.0)), "105.0");
}

fn choices(period: &str) -> Choices {
    Choices { council: area::by_code("873"), period: Period::parse(period).ok(), ..Choices::default() }
}

fn charts(text: &str, choices: &Choices) -> Vec<Chart> {
    let figures = read(text).figures();
    scorecard(&figures, choices).rows.iter().flat_map(|row| charts_of(row, &figures, choices)).collect()
}

/// A chart in words: all it says, its table, and its drawing.
fn told(chart: &Chart) -> String {
    let svg = chart.picture.to_svg(&chart.headline, &chart.subtitle, For::Page("x"));
    let words = [&chart.headline, &chart.subtitle, &chart.sentence].map(String::as_str).join("\n");
    format!("{words}\n{}\n{}", chart.table.to_text().replace('\r', ""), svg.replace("><", ">\n<"))
}

#[test]
fn charts_of_an_indicator() {
    // Later releases add years to the line.
    let published = Published::default().as_known(Some(2024));
    let choices = Choices { published, ..choices("2023") };
    let all: Vec<String> = charts("Three or more placements: 51 of 646", &choices).iter().map(told).collect();
    insta::assert_snapshot!(without_releases(&all.join("\n\n")));
}

/// Broken where the way of counting changed, with the reason; and what is hidden is not drawn.
#[test]
fn a_series_is_broken_where_its_counting_changed() {
    let text = "Indicator\tNov-19\tDec-19\tJan-20\tFeb-20\nStatutory visits in timescale\t90 of 100\tc\t60 of 100\t61 of 100";
    let all = charts(text, &Choices { breaks: in_january(), ..choices("2020-02") });
    let [chart] = all.as_slice() else { panic!("{} charts", all.len()) };
    insta::assert_snapshot!(told(chart));
    assert!(chart.notes.contains(&broken_line(Break::Own.text())), "{:?}", chart.notes);
}

fn in_january() -> Rc<[OwnBreak]> {
    [OwnBreak { measure: None, from: Period::Month(2020, 1), note: String::new() }].into()
}

#[test]
fn a_line_without_a_break_goes_through() {
    let text = "Indicator\tNov-19\tDec-19\tJan-20\tFeb-20\nStatutory visits in timescale\t90 of 100\t80 of 100\t60 of 100\t61 of 100";
    for (entered, breaks) in [(in_january(), 1), (Rc::default(), 0)] {
        let all = charts(text, &Choices { breaks: entered, ..choices("2020-02") });
        let [chart] = all.as_slice() else { panic!("{} charts", all.len()) };
        assert_eq!(told(chart).matches("class=\"stroke-break\"").count(), breaks, "{}", told(chart));
    }
}

#[test]
fn months_are_stacked() {
    let text =
        "Indicator\tApr-19\tMay-19\tJun-19\nChildren in care\t785\t786\t\nUnaccompanied children\t72\t69\t";
    assert_eq!(monthly_of(&read(text).figures(), &choices("2020")), None);
    let text = "Indicator\tApr-19\tMay-19\tJun-19\nChildren in care\t785\t786\t777\nUnaccompanied children\t72\t69\t66";
    let Some(chart) = monthly_of(&read(text).figures(), &choices("2020")) else {
        panic!("three months are enough")
    };
    insta::assert_snapshot!(told(&chart));
}

#[test]
fn a_file_stands_alone() {
    let all = charts("Three or more placements: 51 of 646", &choices("2023"));
    let file = all[0].as_file();
    let svg = file.to_svg("A <title> & \"more\"", "", For::File);
    assert!(svg.starts_with("<svg xmlns="), "{svg}");
    assert!(svg.contains("A &lt;title&gt; &amp; &quot;more&quot;"), "{svg}");
    assert!(svg.contains("Open Government Licence") && svg.contains("lower than England"), "{svg}");
    assert!(!svg.contains("class="), "a file has no style sheet");
    assert!(file.height > all[0].picture.height);
}

#[test]
fn names_beside_lines_do_not_cover_each_other() {
    let line = |name: &str, y: f64| Line {
        name: name.to_owned(),
        ink: Ink::England,
        runs: vec![vec![(0.0, y), (1.0, y)]],
    };
    let lines = Lines {
        lines: vec![line("a", 10.0), line("b", 10.0), line("c", 9.9), line("d", 0.0)],
        ..Lines::default()
    };
    let picture = lines.picture(|number| number.to_string());
    let mut heights: Vec<f64> = picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { at, text, anchor: Anchor::Start, .. } if text.len() == 1 => Some(at.1),
            _ => None,
        })
        .collect();
    heights.sort_by(f64::total_cmp);
    assert_eq!(heights.len(), 4);
    assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 16.0), "{heights:?}");
    assert!(heights[3] <= picture.height);
}

#[test]
fn an_axis_begins_at_nought_unless_all_lies_far_above() {
    let lines = |low: f64, high: f64, may_be_cut| Lines {
        lines: vec![Line { name: String::new(), ink: Ink::Own, runs: vec![vec![(0.0, low), (1.0, high)]] }],
        may_be_cut,
        ..Lines::default()
    };
    assert_eq!(lines(92.0, 97.0, false).cut_at(), None);
    assert_eq!(lines(40.0, 97.0, true).cut_at(), None);
    assert_eq!(lines(92.0, 97.0, true).cut_at(), Some(90.0));
}

#[test]
fn a_strip_holds_every_mark() {
    let values = StripValues {
        own: 7.9,
        interval: Some((6.1, 10.2)),
        others: vec![11.0, 11.0, 12.5, 30.0],
        signs: vec![4.0],
        all: vec![2.0, 8.0, 8.0, 20.0],
        right: Right::Highest,
    };
    let Some(strip) = Strip::of(&values) else { panic!("all are finite") };
    let inside = |x: &f64| (5.0..=155.0).contains(x);
    assert!(strip.others.iter().chain(&strip.signs).all(inside) && inside(&strip.own));
    assert_eq!(strip.signs.len(), 1);
    assert_eq!(strip.names.iter().map(|(_, together)| together.len()).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(strip.dots.matches("h0").count(), 4);
    assert_eq!(strip.ends, (2.0, 30.0));
    // Where low is good, the lowest is at the right end.
    let turned = Strip::of(&StripValues { right: Right::Lowest, ..values.clone() });
    assert_eq!(turned.map(|turned| (turned.ends, turned.own)), Some(((30.0, 2.0), 160.0 - strip.own)));
    assert_eq!(Strip::of(&StripValues { own: f64::NAN, ..values }), None);
}

/// Each line: where others are on a strip from 0 to 150, and how many each name stands for.
#[test]
fn names_on_a_strip_do_not_touch() {
    for (others, expected) in [
        (vec![10.0, 40.0, 70.0], vec![1, 1, 1]),
        (vec![10.0, 16.0, 70.0], vec![2, 1]),
        // Three that reach each other in turn, and a pair that reaches the one before it only once it is a pair.
        (vec![10.0, 17.0, 24.0], vec![3]),
        (vec![50.0, 60.0, 61.0, 100.0], vec![3, 1]),
        (vec![0.0, 1.0, 2.0, 149.0, 150.0], vec![3, 2]),
    ] {
        let values = StripValues { own: 75.0, all: vec![0.0, 150.0], others, ..StripValues::default() };
        let Some(strip) = Strip::of(&values) else { panic!("all are finite") };
        let half = |letters: usize| 5.75 * u8::try_from(letters).map_or(f64::NAN, f64::from);
        let names: Vec<(f64, f64)> =
            strip.names.iter().map(|(at, together)| (*at, half(together.len()))).collect();
        let found: Vec<usize> = strip.names.iter().map(|(_, together)| together.len()).collect();
        assert_eq!(found, expected, "{:?}", values.others);
        assert!(names.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0 - pair[1].1), "{names:?}");
        assert!(names.iter().all(|(at, half)| at - half >= 0.0 && at + half <= 160.0), "{names:?}");
    }
}

/// The colours of the page by theme: dark, light.
fn themes() -> [HashMap<String, String>; 2] {
    let of = |sheet: &str| -> HashMap<String, String> {
        let path = format!("{}/www/styles/{sheet}.css", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let colours = text.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
        colours.map(|(name, colour)| (name.to_owned(), colour.to_owned())).collect()
    };
    let light = of("colours");
    [light.clone().into_iter().chain(of("dark")).collect(), light]
}

/// Contrast as the Web Content Accessibility Guidelines define it.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16)
                .unwrap_or_else(|_| panic!("{colour} is no colour"));
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_can_be_seen() {
    let [dark, light] = themes();
    for (name, theme) in [("dark", &dark), ("light", &light)] {
        let colour = |name: &str| theme.get(name).unwrap_or_else(|| panic!("no --{name}"));
        let must = |front: &str, back: &str, least: f64| {
            let found = contrast(colour(front), colour(back));
            assert!(found >= least, "{name}: {front} on {back} is {found:.2} to 1, not {least}");
        };
        for back in ["background", "panel"] {
            for text in ["text", "quiet", "link", "better", "worse", "error"] {
                must(text, back, 4.5);
            }
            // Names of series are written in their colour.
            for ink in ["own", "england", "region", "neighbours", "target", "break"] {
                must(&format!("ink-{ink}"), back, 4.5);
            }
            for ink in ["others", "good", "poor"] {
                must(&format!("ink-{ink}"), back, 3.0);
            }
            for ink in (0..5).map(Ink::Chosen) {
                must(&format!("ink-{}", ink.name()), back, 4.5);
            }
        }
        must("text", "notice", 4.5);
        must("main-text", "main", 4.5);
        // The two parts of a stack touch each other.
        must("ink-own", "ink-second", 3.0);
    }
    for ink in Ink::ALL {
        let Some(of_page) = light.get(&format!("ink-{}", ink.name())) else { continue };
        assert_eq!(of_page, ink.colour(), "{} in files and on the page", ink.name());
    }
    assert_eq!(Picture::default().to_svg("", "", For::File).matches("#ffffff").count(), 1);
}

/// Councils that were chosen differ in their dashes and signs as well as in their colours, as long as there are some left.
#[test]
fn chosen_councils_can_be_told_apart() {
    let look = |turn: u8| {
        let ink = Ink::Chosen(turn);
        (ink.name(), ink.dashes(), ink.sign((0.0, 0.0)))
    };
    for turn in 0..25 {
        for other in 0..turn {
            assert_ne!(look(turn), look(other), "{turn} and {other}");
        }
    }
    for turn in 0..5 {
        for other in 0..turn {
            let [(name, dashes, sign), (its_name, its_dashes, its_sign)] = [turn, other].map(look);
            assert!(name != its_name && dashes != its_dashes && sign != its_sign, "{turn} and {other}");
        }
    }
    // The page has a colour for each, light, dark and where the device replaces its colours.
    let forced = include_str!("../../www/styles/forced-colours.css");
    let [dark, light] = themes();
    for ink in (0..5).map(Ink::Chosen) {
        let name = format!("ink-{}", ink.name());
        assert_ne!(dark[&name], light[&name], "{name}");
        assert!(forced.contains(&format!("--{name}: {};", ink.colour())), "{name}");
    }
    // None of the usual lines has a sign, and the council's own is not dashed.
    assert!(Ink::ALL.iter().all(|ink| ink.has_sign() == ink.sign((0.0, 0.0)).is_some()));
    assert_eq!(Ink::Own.dashes(), None);
}
