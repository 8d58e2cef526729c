//! What screens say with numbers in it, what is asked about columns, and what the JavaScript API throws.

use std::fmt::Display;

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Average, Choices, ComparatorKind, Origin};
use corporate_parenting_calculator::figure::Place;
use corporate_parenting_calculator::indicator::{Good, Kind, Measure, OwnMeasure};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Entry, Severity};
use corporate_parenting_calculator::words::face::{self, Misuse};
use corporate_parenting_calculator::words::screens::figures::NotUsed;
use corporate_parenting_calculator::words::screens::incoming::ColumnsError;
use corporate_parenting_calculator::words::screens::settings::JudgedBy;
use corporate_parenting_calculator::words::screens::{
    about, caseloads, copies, figures, frame, incoming, names, own_measures, promise, reach, report,
    scorecard, settings, share,
};

fn lines(sentences: &[&dyn Display]) -> String {
    sentences.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn words_columns() {
    let sentences = lines(&[&ColumnsError::NoPeriod, &ColumnsError::NoNames, &ColumnsError::NoFigures]);
    insta::assert_snapshot!(sentences);
}

#[test]
fn words_face() {
    let x = || "x".to_owned();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let sentences = lines(&[
        &Misuse::Takes(face::NEIGHBOURS),
        &Misuse::Takes(face::READ),
        &Misuse::Takes(face::CASELOAD_TEAM),
        &Misuse::Takes(face::CASELOAD_GROWTH),
        &Misuse::Takes(face::REACH_DIRECTION),
        &Misuse::PersonalCommentary("dental-checks".to_owned()),
        &Misuse::NotAnObject(face::PUBLISHED),
        &Misuse::NotAnObject(face::READ_OPTIONS),
        &Misuse::NotAnObject(face::SCORECARD),
        &Misuse::NotAnObject(face::CASELOAD),
        &Misuse::NotAnObject(face::OPEN_FILE),
        &Misuse::BadObject(face::REACH, "missing field `numerator`".to_owned()),
        &Misuse::NoIndicator(x()),
        &Misuse::NoArea(x()),
        &Misuse::NoPeriod(x()),
        &Misuse::NoModel(x()),
        &Misuse::NotOneOf("good", texts(&["high", "low"]), x()),
        &Misuse::NotOneOf("verdictBy", texts(&["interval", "target", "quartile"]), x()),
        &Misuse::NotOneOf("knownIn", texts(&["2025"]), x()),
        &Misuse::NotWhole("months", 0, 1.5),
        &Misuse::NotWhole("population", 1, -1.0),
        &Misuse::TooLarge("numerator"),
        &Misuse::NotAPercentage("target", 1e300),
        &Misuse::NotADecimal("tolerance", "dental-checks".to_owned(), 0.123_456_789_1),
        &Misuse::NoOwnMeasure("own:mentoring".to_owned()),
        &Misuse::NoTitle,
        &Misuse::NotAnOwnId("mentoring".to_owned()),
        &Misuse::BadFigure("dental-checks".to_owned(), None),
        &Misuse::BadFigure("dental-checks".to_owned(), Some("The denominator is 0".to_owned())),
        &Misuse::OfficialWithoutPlace,
    ]);
    insta::assert_snapshot!(sentences);
}

#[test]
fn words_settings() {
    let chosen = Choices {
        council: area::by_code("873"),
        also: ["same-type", "926"].into_iter().filter_map(ComparatorKind::by_id).collect(),
        ..Choices::default()
    };
    let averages = [Average::Median, Average::Mean].map(settings::average);
    let sentences = lines(&[
        &settings::summary(&Choices::default(), Origin::Entered, JudgedBy::Way),
        &settings::summary(&chosen, Origin::Published, JudgedBy::Way),
        &settings::summary(&chosen, Origin::Entered, JudgedBy::UsualRange),
        &settings::council_until("Northamptonshire", 2016, 2020),
        &settings::council_since("North Northamptonshire", 2021),
        &averages.join(", "),
        &settings::by_way("95% interval"),
        &settings::published_then(2023),
    ]);
    insta::assert_snapshot!(sentences);
}

#[test]
fn words_caseloads_screen() {
    let sentences = lines(&[
        &caseloads::inputs_of("Fifteen"),
        &caseloads::change_in_figures(632, 646, Period::Year(2023)),
        &caseloads::use_change("+14"),
        &caseloads::exactly_right("15"),
        &caseloads::more_needed("10.77", "social workers", "15", " today", "43.07"),
        &caseloads::to_spare("2.5", "social workers", "15"),
        &caseloads::average_now("20", "32.3"),
        &caseloads::workers_needed("15"),
        &caseloads::fte_and_people("43.07", "44 if all work full time"),
        &caseloads::posts_and_caseloads("44.9", "43.1", "45 if all work full time"),
        &caseloads::copy_of("Fifteen", 1),
        &caseloads::copy_of("Fifteen", 2),
        &caseloads::held_by_team("15"),
        &caseloads::more_of("12", "children"),
        &caseloads::highest_average(24),
        &caseloads::more_time("33.3"),
        &caseloads::now_and_at_target("3.1", "4.2"),
        &caseloads::recruitment_by("March 2027"),
        &caseloads::differences_from("Fifteen"),
        &caseloads::entered("Cost of a post (\u{A3} a year)", "58000"),
    ]);
    insta::assert_snapshot!(sentences);
}

#[test]
fn words_screens() {
    let directions = [Good::High, Good::Low, Good::Neither].map(scorecard::direction);
    let severities = [Severity::Error, Severity::Warning, Severity::Note].map(figures::severity);
    let place = |sheet: Option<&str>, row| Place { sheet: sheet.map(str::to_owned), row, ..Place::default() };
    let own = |kind, good| Measure::from(&OwnMeasure { kind, good, ..OwnMeasure::titled("Mentoring") });
    let (share_of_own, days_of_own) = (own(Kind::Share, Good::Neither), own(Kind::Days, Good::Low));
    let pasted = place(None, 7);
    let of_sheet = [3, 5, 8, 13, 21].map(|row| place(Some("Scorecard"), row));
    let entry = |[numerator, denominator, value]: [&str; 3]| Entry {
        numerator: numerator.to_owned(),
        denominator: denominator.to_owned(),
        value: value.to_owned(),
        ..Entry::default()
    };
    let entries = [["51", "646", "7.9%"], ["51", "646", ""], ["", "", "c"], ["51", "", "7.9%"]].map(entry);
    let sentences = lines(&[
        &about::built_in(2016, 2025),
        &about::publication("Children looked after in England", "2025"),
        &about::neighbours(),
        &about::used_instead("cla.csv"),
        &about::used_instead(""),
        &about::indicators(82, 44),
        &about::version("0.1.0", Some("abc123")),
        &figures::contents(Some((2018, 2025)), &["Dental checks", "Immunisations"]),
        &figures::button(figures::LEAVE_OUT, "Dental checks"),
        &figures::to_mend(0, NotUsed::Cells, 1),
        &figures::to_mend(0, NotUsed::Cells, 3),
        &figures::to_mend(1, NotUsed::Cells, 0),
        &figures::to_mend(2, NotUsed::Places, 3),
        &figures::more_problems(5),
        &severities.join(", "),
        &frame::title(figures::HEADING),
        &incoming::what_is_in_columns("the pasted text"),
        &incoming::which_sheets("report.xlsx"),
        &incoming::nothing_read("the pasted text"),
        &incoming::not_recognised("row 3"),
        &own_measures::facts(&share_of_own),
        &own_measures::facts(&days_of_own),
        &names::heading(1),
        &names::heading(7),
        &names::under("Stability"),
        &names::rows(&[&pasted]),
        &names::rows(&of_sheet.each_ref()),
        &names::rows(&[&of_sheet[0], &of_sheet[1], &pasted]),
        &names::values(entries.iter().take(2)),
        &names::values(entries.iter()),
        &names::names_shown(26, 50, 200),
        &names::keep_all(2),
        &names::keep_all(12),
        &names::leave_out_all(2),
        &names::leave_out_all(12),
        &promise::requests(Some(0)),
        &promise::requests(Some(2)),
        &promise::requests(None),
        &promise::refused(promise::BEACON, "connect-src"),
        &promise::not_refused(promise::BEACON),
        &reach::best_quarter_of(150, "2022/23"),
        &reach::figure_of("England", "2022/23"),
        &reach::worth_of_one("0.4"),
        &report::heading_of("Cambridgeshire, 2022/23"),
        &scorecard::targets_set(3, 0, 0),
        &scorecard::targets_set(3, 1, 0),
        &scorecard::targets_set(9, 0, 2),
        &scorecard::sentences_copied("Health"),
        &scorecard::row_copied("Dental checks"),
        &scorecard::names_not_used(1, 1),
        &scorecard::names_not_used(2, 9),
        &scorecard::interval_of_number("598.1 to 697.8"),
        &scorecard::not_compared_with("England", "nothing published for 2026"),
        &scorecard::printed_on("28 November 2025"),
        &scorecard::all_measures(18),
        &directions.join(", "),
        &share::rows_left_out(1),
        &share::rows_left_out(2),
        &copies::private_title("Scorecard"),
        &copies::private_saved("page.html"),
        &copies::publishable_saved("page.html"),
        &copies::scenarios(&["Social workers".to_owned(), "Fifteen by 2028".to_owned()]),
        &copies::figures(1),
        &copies::figures(28),
        &copies::remarks(1),
        &copies::remarks(2),
        &copies::held_back(&["Dental checks".to_owned(), "Immunisations".to_owned()]),
    ]);
    insta::assert_snapshot!(sentences);
}
