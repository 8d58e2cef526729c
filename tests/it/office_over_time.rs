//! Months in Word and Excel files: pages across with every month, and numbers that can be added up.

use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{LastPeriods, OwnBreak};
use corporate_parenting_calculator::indicator::Span;
use corporate_parenting_calculator::office::{Format, document};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::screens::over_time as labels;

use crate::office::{parts, texts};

/// Two years of months, with a count that is small in one of them.
fn months() -> State {
    let month = |index: u16| {
        let (year, month) = (2023 + (index + 3) / 12, (index + 3) % 12 + 1);
        format!("{year}-{month:02}")
    };
    let heads: Vec<String> = (0..24).map(month).collect();
    let care: Vec<String> = (0..24).map(|index| (600 + index * 7 % 11).to_string()).collect();
    let dental: Vec<String> = (0..24).map(|index| format!("{} of 80", 60 + index * 5 % 7)).collect();
    let table = format!(
        "Indicator\t{}\nChildren in care\t{}\nDental checks\t{}\n",
        heads.join("\t"),
        care.join("\t"),
        dental.join("\t")
    );
    State::default()
        .after(Setting::Council(area::by_code("873")))
        .after(Action::Read(table))
        .after(Setting::Period(Some(Period::Month(2025, 3))))
}

#[test]
fn a_document_has_a_year_of_months_on_a_page_across() {
    let document = &parts(&document(&months().contents(), Format::Word))["word/document.xml"];
    let pages: Vec<&str> = document.split("<w:sectPr>").collect();
    assert_eq!(pages.len(), 3, "upright, across");
    assert!(pages[2].contains("w:orient=\"landscape\"") && !pages[1].contains("landscape"));
    let wide = pages[1];
    let row = wide.split("<w:tr>").nth(1).expect("a row of headings");
    let headings = texts(&format!("<r>{}</r>", row.split("</w:tr>").next().unwrap_or_default()), "w:t");
    assert_eq!(headings[..3], ["Measure", "What it shows", "Apr 24"]);
    assert_eq!(headings[13..], ["Mar 25", "Last year", "England"], "{headings:?}");
    // Each theme heads its measures, across the table and never alone at the foot of a page.
    let sections: Vec<&str> = wide.split("<w:tr>").filter(|row| row.contains("w:gridSpan")).collect();
    let titles: Vec<String> = sections
        .iter()
        .flat_map(|row| texts(&format!("<r>{}</r>", row.split("</w:tr>").next().unwrap_or_default()), "w:t"))
        .collect();
    assert_eq!(titles, ["Our children", "Being healthy"]);
    assert!(sections.iter().all(|row| row.contains("w:keepNext") && row.contains("w:gridSpan w:val=\"16\"")));
    let widths = wide.split("<w:gridCol w:w=\"").skip(1).filter_map(|width| width.split('"').next());
    let widths: u32 = widths.map(|width| width.parse::<u32>().expect("a width")).sum();
    assert!((14_000..=14_570).contains(&widths), "{widths}");
}

/// A year that is reported on with a figure for each of its months has them in both files.
#[test]
fn the_months_of_a_year_that_is_reported_on_are_in_its_files() {
    let of_year = months().after(Setting::Period(Some(Period::Year(2025))));
    for (format, part) in [(Format::Word, "Apr 24"), (Format::Excel, "What it shows")] {
        let has_months = |state: &State| {
            parts(&document(&state.contents(), format)).values().any(|text| text.contains(part))
        };
        assert!(has_months(&of_year), "{format:?}");
        let years = State::default()
            .after(Setting::Council(area::by_code("873")))
            .after(Action::Read("Indicator\t2023/24\t2024/25\nDental checks\t80%\t82%\n".to_owned()))
            .after(Setting::Period(Some(Period::Year(2025))));
        assert!(!has_months(&years), "{format:?}");
    }
}

/// The chart of months that miss their target has the mean, the limits and a gap where a month has no figure.
#[test]
fn charts_of_months_have_their_usual_range() {
    let table = "Indicator\tTarget\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\tOct 2024\tNov 2024\n\
        Dental checks\t90%\t80%\t81%\t79%\t\t80%\t82%\t78%\t80%\n";
    let state = State::default()
        .after(Setting::Council(area::by_code("873")))
        .after(Action::Read(table.to_owned()))
        .after(Setting::Period(Some(Period::Month(2024, 11))));
    let parts = parts(&document(&state.contents(), Format::Word));
    let chart = parts
        .iter()
        .find(|(name, text)| name.contains("charts/") && text.contains("Upper limit"))
        .map(|(_, text)| text)
        .expect("the chart of dental checks");
    for said in ["Mean", "Upper limit", "Lower limit", "Target", "Jul 24"] {
        assert!(chart.contains(said), "{said}");
    }
}

/// Where a month is hidden, the range is without it, which is said.
#[test]
fn a_range_without_hidden_figures_says_so() {
    let says_so = |first: &str| {
        let table = format!(
            "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\tOct 2024\n\
             Dental checks\t{first} of 80\t60 of 80\t61 of 80\t59 of 80\t60 of 80\t62 of 80\t60 of 80\n"
        );
        let state = State::default()
            .after(Setting::Council(area::by_code("873")))
            .after(Action::Read(table))
            .after(Setting::Period(Some(Period::Month(2024, 10))));
        let document = &parts(&document(&state.contents(), Format::Word))["word/document.xml"];
        document.contains("Figures that are hidden here are not in the usual range")
    };
    assert_eq!([says_so("2"), says_so("60")], [true, false]);
}

/// Visits before and after a new system, as of two processes: the lines of the council, the mean and the limits begin anew, and
/// what is unusual has marks of its colour.
#[test]
fn a_line_begins_anew_after_a_break() {
    let months = (4..=12)
        .map(|month| format!("{month:02}/2019"))
        .chain((1..=8).map(|month| format!("{month:02}/2020")));
    let heads: Vec<String> = months.collect();
    let figures = "88% 89% 88% 87% 88% 89% 88% 60% 88% 76% 75% 76% 77% 76% 75% 76% 76%".replace(' ', "\t");
    let table = format!("Indicator\tTarget\t{}\nVisits on time\t95%\t{figures}\n", heads.join("\t"));
    let measure = State::default().after(Action::Read(table.clone())).figures()[0].indicator.clone();
    let own = OwnBreak { measure: None, from: Period::Month(2020, 1), note: "New system".to_owned() };
    let state = State::default()
        .after(Setting::Council(area::by_code("873")))
        .after(Action::Read(table))
        .after(Setting::Span(vec![measure.id.to_string()], Some(Span::InMonth)))
        .after(Setting::Break(own))
        .after(Setting::Period(Some(Period::Month(2020, 8))));
    let parts = parts(&document(&state.contents(), Format::Word));
    let chart = parts.values().find(|text| text.contains("Upper limit")).expect("the chart of visits");
    // The council, its mean and both limits, each in two parts of which the legend names one.
    assert_eq!(
        chart.matches("<c:ser>").count(),
        2 * 4 + 3,
        "and the target, and what is better and worse than usual"
    );
    assert_eq!(chart.matches("<c:legendEntry>").count(), 4);
    assert!(chart.contains("Worse than usual"));
    let marks = "<a:ln w=\"15875\" cap=\"rnd\"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"9\"/><c:spPr><a:solidFill><a:srgbClr val=\"c4500a\"/>";
    assert!(chart.contains(marks), "November is unusually low");
}

#[test]
fn a_sheet_has_two_years_of_numbers() {
    let parts = parts(&document(&months().contents(), Format::Excel));
    let is_it = |text: &&String| text.contains("What it shows");
    let sheet = parts.values().find(is_it).expect("the sheet of months");
    assert_eq!(
        texts(sheet, "v").len(),
        2 * 26 + 1,
        "two measures, 24 months, last year and the difference from it; England"
    );
    let texts = texts(sheet, "t");
    let heads: Vec<&str> =
        texts.iter().map(String::as_str).skip_while(|text| *text != "Theme").take(3).collect();
    assert_eq!(heads, ["Theme", "Measure", "What it shows"]);
    assert!(
        ["Our children", "Being healthy"].iter().all(|theme| texts.iter().any(|text| text == theme)),
        "{texts:?}"
    );
    assert!(texts.iter().any(|text| text == "April 2023"));
}

/// A number that is unusual says so in words beside it, where a spreadsheet has only its value.
#[test]
fn a_sheet_says_which_months_are_unusual() {
    let sheet_of = |last: &str| {
        let months: Vec<String> =
            (0..18).map(|index| format!("20{}-{:02}", 24 + index / 12, index % 12 + 1)).collect();
        let values: Vec<String> =
            (0..17).map(|index| (640 + index * 7 % 11).to_string()).chain([last.to_owned()]).collect();
        let table = format!("Indicator\t{}\nChildren in care\t{}\n", months.join("\t"), values.join("\t"));
        let state = State::default().after(Setting::Council(area::by_code("873"))).after(Action::Read(table));
        let state = state.after(Setting::Period(Some(Period::Month(2025, 6))));
        let parts = parts(&document(&state.contents(), Format::Excel));
        let sheet = parts.values().find(|text| text.contains("What it shows")).expect("the sheet of months");
        texts(sheet, "t")
    };
    let has = |texts: &[String], part: &str| texts.iter().any(|text| text.contains(part));
    let usual = sheet_of("645");
    assert!(!has(&usual, "Unusual periods"), "{usual:?}");
    let unusual = sheet_of("700");
    assert!(
        has(&unusual, "Unusual periods") && has(&unusual, "June 2025, 700, was above the usual range of "),
        "{unusual:?}"
    );
}

/// Word would ask whoever opens it whether the file may be updated.
#[test]
fn a_document_asks_nothing_when_it_is_opened() {
    let parts = parts(&document(&months().contents(), Format::Word));
    assert!(parts.values().all(|text| !text.contains("updateFields") && !text.contains("w:dirty")));
    let contents = parts["word/document.xml"].split("<w:docPartGallery").nth(1).expect("the contents");
    assert_eq!(contents.matches("<w:hyperlink ").count(), 5, "{contents}");
}

/// The first page of a report on months begins with what they show, before anything else.
#[test]
fn the_first_page_begins_with_what_months_show() {
    let fall = "640 641 639 640 642 641 640 639 641 640 600 601 599 600 602 601".replace(' ', "\t");
    let heads: Vec<String> =
        (0..16).map(|at| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1)).collect();
    let table = format!("Indicator\t{}\nRegistered foster carers\t{fall}\n", heads.join("\t"));
    let state = State::default()
        .after(Setting::Council(area::by_code("873")))
        .after(Action::Read(table))
        .after(Setting::Period(Some(Period::Month(2025, 7))));
    let parts = parts(&document(&state.contents(), Format::Word));
    let texts = texts(&parts["word/document.xml"], "w:t");
    let place = |part: &str| texts.iter().position(|text| text.contains(part)).expect(part);
    assert!(place("What the figures show up to July 2025:") < place("Committee"), "{texts:?}");
    assert_eq!(
        texts[place("up to July 2025:") + 1],
        "Unusual: Registered foster carers (lower since February 2025)."
    );
    // A count without a verdict has its chart, named by what it shows.
    assert!(
        texts.iter().any(|text| text.ends_with(
            "Registered foster carers: Lower since February 2025, 600.5 on average in 6 months, 640.3 before"
        )),
        "{texts:?}"
    );
}

/// As many months as the screen shows are in a document: two years of them on A3.
#[test]
fn a_document_has_as_many_months_as_were_chosen() {
    let wide = |state: &State| parts(&document(&state.contents(), Format::Word))["word/document.xml"].clone();
    let two_years = wide(&months().after(Setting::Last(LastPeriods::TwentyFour)));
    assert!(
        two_years.contains("Apr 23")
            && two_years.contains("w:w=\"23811\" w:h=\"16838\" w:orient=\"landscape\"")
    );
    assert!(!wide(&months()).contains("Apr 23"));
    let kept = months().after(Setting::Last(LastPeriods::Eighteen)).private_copy().expect("it may leave");
    assert_eq!(State::restored(kept.into_inner()).settings.last, Some(LastPeriods::Eighteen));
}

/// Only choices that differ are offered.
#[test]
fn choices_of_periods_differ() {
    use LastPeriods::{Eighteen, Twelve, TwentyFour};
    for (periods, offered) in [
        (0, vec![Twelve]),
        (12, vec![Twelve]),
        (13, vec![Twelve, Eighteen]),
        (18, vec![Twelve, Eighteen]),
        (19, vec![Twelve, Eighteen, TwentyFour]),
        (40, vec![Twelve, Eighteen, TwentyFour]),
    ] {
        assert_eq!(LastPeriods::offered(periods), offered, "{periods}");
    }
    assert_eq!([12, 13].map(|known| labels::last(Twelve, known)), ["all 12", "the last 12"]);
    assert_eq!([24, 25].map(|known| labels::last(TwentyFour, known)), ["all 24", "the last 24"]);
}

/// Where the level changed, the title of a chart tells of that: the months before it are not marked one by one.
#[test]
fn months_before_a_lasting_step_have_no_marks() {
    let months: Vec<String> =
        (0..24).map(|at| format!("{}-{:02}", 2023 + (at + 3) / 12, (at + 3) % 12 + 1)).collect();
    let counts: Vec<String> =
        (0..24).map(|at| format!("{} of 400", if at < 12 { 370 + at % 3 } else { 330 + at % 3 })).collect();
    let table = format!("Indicator\t{}\nDental checks\t{}\n", months.join("\t"), counts.join("\t"));
    let state = State::default()
        .after(Setting::Council(area::by_code("873")))
        .after(Action::Read(table))
        .after(Setting::Period(Some(Period::Month(2025, 3))));
    let parts = parts(&document(&state.contents(), Format::Word));
    let charts: String =
        parts.iter().filter(|(name, _)| name.contains("charts/")).map(|(_, text)| &**text).collect();
    let said = texts(&parts["word/document.xml"], "w:t").concat();
    assert!(said.contains("since April 2024"), "{said}");
    assert!(charts.contains("c:lineChart"));
    assert!(!charts.contains("Better than usual") && !charts.contains("Worse than usual"));
}
