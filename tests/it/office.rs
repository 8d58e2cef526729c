//! Word and Excel files: what they read back as, what is live in them, and that nothing hidden is in any part of them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use corporate_parenting_calculator::app::lines::OwnAction;
use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input};
use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::area::{self, Area};
use corporate_parenting_calculator::compare::{Charted, Choices, Extent, Target, scorecard};
use corporate_parenting_calculator::disclose::{Disclosure, Released, disclose};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::Theme;
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::office::{Contents, Format, document};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Reading, read, read_bytes};
use corporate_parenting_calculator::report::committee;
use corporate_parenting_calculator::words::sentence::sentence_in_report;
use quick_xml::events::Event;

use crate::common::{choices, internal};

/// Measures with counts, without, of the council's own, with targets; one count that is small and one that tells it.
pub(crate) const TABLE: &str = "Measure\tPart\tTarget\tTolerance\t2020/21\t2021/22\t2022/23\n\
    Three or more placements\tNumerator\t\t\t55\t60\t51\n\
    Three or more placements\tDenominator\t\t\t630\t640\t646\n\
    Three or more placements\tPercentage\t10%\t1\t8.7%\t9.4%\t7.9%\n\
    Children in care\tNumber\t\t\t630\t640\t646\n\
    Dental checks\tPercentage\t90%\t\t70.25%\t80.0%\t81.5%\n\
    Immunisations\tNumerator\t\t\t210\t400\t3\n\
    Immunisations\tDenominator\t\t\t480\t440\t517\n\
    =Hugs & \"teas\"\tNumerator\t\t\t52\t53\t72\n\
    =Hugs & \"teas\"\tDenominator\t\t\t152\t153\t172\n";

pub(crate) fn with_own_measures(mut reading: Reading) -> Reading {
    let ids: Vec<String> = reading.own_measures().into_iter().map(|own| own.id).collect();
    reading.keep_own(&ids.iter().map(String::as_str).collect::<Vec<_>>(), |_, guessed| guessed);
    reading
}

fn targets(reading: &Reading) -> Vec<(String, Target)> {
    let target = |stated: &corporate_parenting_calculator::read::StatedTarget| {
        let (measure, _, value) = stated.settled()?;
        let tolerance = stated.near().unwrap_or(Decimal::new(0, 0));
        Some((measure.id.clone().into_owned(), Target { value, tolerance }))
    };
    reading.targets.iter().filter_map(target).collect()
}

/// The file of a pasted table.
fn made(table: &str, format: Format, disclosure: Disclosure) -> Vec<u8> {
    let reading = with_own_measures(read(table));
    let figures = reading.figures();
    let stated = reading.targets.iter().filter_map(|target| Some((target.settled()?.0, target)));
    let targets =
        stated.zip(targets(&reading)).map(|((measure, _), (_, target))| (measure, target)).collect();
    let choices = Choices { targets, ..choices("2023") };
    let disclosed = disclose(&figures, choices.council, choices.period, disclosure);
    document(&Contents::of(&disclosed, &choices, disclosure, &Released::default()), format).into_inner()
}

/// The parts of a file as texts, those of a workbook within it too.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("its name").to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        if Path::new(&name).extension().is_some_and(|ending| ending == "xlsx") {
            found.extend(parts(&content).into_iter().map(|(part, text)| (format!("{name}/{part}"), text)));
        } else {
            found.insert(name, String::from_utf8(content).expect("text"));
        }
    }
    found
}

/// What is said between the tags of elements with a name.
pub(crate) fn texts(xml: &str, element: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut found, mut text): (Vec<String>, Option<String>) = (Vec::new(), None);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) if start.name().as_ref() == element => text = Some(String::new()),
            Event::Text(part) => {
                if let Some(text) = &mut text {
                    text.push_str(&part);
                }
            }
            Event::End(end) if end.name().as_ref() == element => found.extend(text.take()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

type Plain = (String, Option<&'static Area>, Option<Period>, Amount);

fn plain(figures: &[Figure]) -> Vec<Plain> {
    let plain = |figure: &Figure| {
        (figure.indicator.id.clone().into_owned(), figure.area, figure.period, figure.amount)
    };
    let mut figures: Vec<Plain> = figures.iter().map(plain).collect();
    figures.sort_by_key(|(id, area, period, _)| (id.clone(), area.map(|area| area.code), *period));
    figures
}

/// A short report in Word has what is on the first page, and the definitions of that alone.
#[test]
fn a_short_report_has_no_section_for_each_theme() {
    let choices = choices("2023");
    let disclosed = disclose(&read(TABLE).figures(), choices.council, choices.period, internal());
    let made = |extent: Extent| {
        let contents = Contents::of(&disclosed, &choices, internal(), &Released::default());
        let contents =
            contents.with(&extent, |contents, extent| Contents { extent: *extent, ..contents.clone() });
        let paper = parts(&document(&contents, Format::Word).into_inner());
        texts(&paper["word/document.xml"], "w:t").concat()
    };
    let [short, all] = [Extent::Headlines, Extent::All].map(made);
    assert!(all.contains("Being healthy") && !short.contains("Being healthy"));
    assert!(short.contains("Summary") && short.contains("Definitions") && short.len() < all.len());
}

#[test]
fn a_workbook_reads_back_as_the_figures_it_was_made_of() {
    let tables = [
        TABLE,
        include_str!("../../data/examples/cambridgeshire-2022-23.csv"),
        include_str!("../../data/examples/cambridgeshire-2019-20.csv"),
        "Dental checks: 80.0%\nImmunisations: 75%",
        "Indicator\tArea\tPeriod\tValue\nDental checks\tKent\t2023\t81%\nDental checks\tEssex\t2023\t82%\n\
         Children in care\tKent\t2022-Q1\t1650\nChildren in care\tKent\tApril 2022\t1660",
    ];
    for table in tables {
        let before = with_own_measures(read(table));
        let internal = internal();
        let after = with_own_measures(read_bytes(&made(table, Format::Excel, internal), "report.xlsx"));
        // The file says whose the figures are, and of when.
        let placed = |figure: Figure| Figure {
            area: figure.area.or(area::by_code("873")),
            period: figure.period.or(Some(Period::Year(2023))),
            ..figure
        };
        let expected: Vec<Figure> = before.figures().into_iter().map(placed).collect();
        assert!(!expected.is_empty(), "{table}");
        assert_eq!(plain(&after.figures()), plain(&expected), "{table}");
        assert_eq!(targets(&after), targets(&before), "{table}");
        assert_eq!(after.own_measures(), before.own_measures(), "{table}");
    }
}

/// The cells of a sheet by name: the formula, if there is one, and the number or the text.
fn cells(sheet: &str) -> BTreeMap<String, (Option<String>, String)> {
    let cell = |cell: &str| {
        let (name, rest) = cell.split_once('"')?;
        let (start, rest) = rest.split_once('>')?;
        let content = rest.split("</c>").next().filter(|_| !start.ends_with('/'))?;
        let xml = format!("<c>{content}</c>");
        let said = texts(&xml, "v").pop().or_else(|| texts(&xml, "t").pop())?;
        Some((name.to_owned(), (texts(&xml, "f").pop(), said)))
    };
    sheet.split("<c r=\"").skip(1).filter_map(cell).collect()
}

#[test]
fn formulas_have_the_value_they_give() {
    let parts = parts(&made(TABLE, Format::Excel, Disclosure::default()));
    let [scorecard, figures] = [1, 2].map(|sheet| cells(&parts[&format!("xl/worksheets/sheet{sheet}.xml")]));
    let number = |cells: &BTreeMap<String, (Option<String>, String)>, name: &str| {
        cells[name].1.parse::<f64>().expect("a number")
    };
    for sheet in [&scorecard, &figures] {
        let mut live = 0;
        for (name, (formula, _)) in sheet {
            let Some(formula) = formula else { continue };
            let (over, under) = formula.split_once('/').unwrap_or((formula, ""));
            let expected = match (over.strip_prefix("Figures!"), under.split_once('*')) {
                (Some(other), _) => number(&figures, other),
                (None, Some((under, scale))) => {
                    number(sheet, over) / number(sheet, under) * scale.parse::<f64>().expect("a number")
                }
                (None, None) => number(sheet, over) / number(sheet, under),
            };
            assert!((number(sheet, name) - expected).abs() < 1e-12, "{formula}");
            live += 1;
        }
        assert!(live > 5, "{live} formulas");
    }
}

/// The numbers of a text: digits with a point between.
fn numbers(text: &str) -> Vec<&str> {
    let is_of_number = |character: char| character.is_ascii_digit() || character == '.';
    text.split(|character| !is_of_number(character))
        .map(|number| number.trim_matches('.'))
        .filter(|number| !number.is_empty())
        .collect()
}

#[test]
fn nothing_hidden_is_in_any_part() {
    // 3 of 517 is hidden: the number, what it is of, what it leaves, and what percentage it is, in every form.
    let share = 3.0 / 517.0;
    for format in Format::ALL {
        let open = parts(&made(TABLE, format, Disclosure::default()));
        let all: Vec<&str> = open.values().flat_map(|text| numbers(text)).collect();
        for hidden in ["517", "514"] {
            assert!(!all.contains(&hidden), "{hidden} is in the {format:?} file");
        }
        for number in all.iter().filter_map(|number| number.parse::<f64>().ok()) {
            for hidden in [share, share * 100.0, 1.0 - share] {
                assert!((number - hidden).abs() > 1e-4, "{number} is in the {format:?} file");
            }
        }
        // Nor does it say anything else where the hidden count is another.
        let other = TABLE.replace("\t400\t3", "\t400\t4").replace("517", "619");
        for (name, text) in parts(&made(&other, format, Disclosure::default())) {
            assert_eq!(open[&name], text, "{name} of the {format:?} file");
        }
        let internal = internal();
        let inside = parts(&made(TABLE, format, internal));
        assert!(inside.values().any(|text| numbers(text).contains(&"517")), "{format:?}");
    }
}

/// Who tries every small number finds the same bytes: those of both files, of a publishable copy, of what is copied.
#[test]
fn every_byte_is_the_same_whatever_is_hidden() {
    let made = |hidden: u64| {
        let own = format!(
            "Warm beds\tNumerator\t\t\t210\t220\t{hidden}\nWarm beds\tDenominator\t\t\t480\t440\t{}\n",
            500 + hidden
        );
        let table = TABLE.replace("\t400\t3", &format!("\t400\t{hidden}")) + &own;
        let state = State::default()
            .after(Setting::Council(area::by_code("873")))
            .after(Action::Read(table))
            .after(OwnAction::KeepUnsettled)
            .after(Setting::Period(Some(Period::Year(2023))));
        let choices = state.choices();
        let report = state.disclosed().with(&choices, |disclosed, choices| {
            let card = scorecard(&disclosed.figures, choices);
            committee(&card, &disclosed.figures, choices, Charted::Every, "", &[]).to_html()
        });
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for format in Format::ALL {
            let file = parts(&document(&state.contents(), format).into_inner());
            all.extend(file.into_iter().map(|(name, text)| (format!("{} {name}", format.id()), text)));
        }
        let copy = serde_json::to_string(&*state.publishable_copy()).expect("it can be written");
        all.insert("publishable copy".to_owned(), copy);
        all.insert("report".to_owned(), report.into_inner());
        all.insert("figures".to_owned(), state.figures_csv().into_inner());
        all
    };
    let first = made(1);
    assert!(first["docx word/document.xml"].contains("hidden (shown as c)"));
    for hidden in 2..=5 {
        for (name, text) in made(hidden) {
            assert_eq!(first[&name], text, "{name}, where {hidden} is hidden");
        }
    }
}

/// Every measure has a row of a table, and one that is worse its sentence and a question, too.
#[test]
fn a_document_says_something_of_every_measure() {
    let council = State::default().after(Setting::Council(area::by_code("873")));
    let example = council.after(Action::Read(TABLE.to_owned()));
    for state in [council, example] {
        let contents = state.contents();
        let document = parts(&document(&contents, Format::Word))["word/document.xml"].clone();
        let of_paragraphs = |text: &str| -> Vec<String> {
            let paragraphs = text.split("<w:p>").skip(1);
            let whole =
                |text: &str| texts(&format!("<p>{}</p>", text.split("</w:p>").next().unwrap_or("")), "w:t");
            paragraphs.map(|text| whole(text).concat()).collect()
        };
        let all = of_paragraphs(&document);
        // What XML escapes is no part of the texts that are found.
        let plain = |text: &str| text.replace(['\'', '"', '&'], "");
        for row in &contents.card.rows {
            let title = plain(&row.indicator.title);
            assert!(all.contains(&title), "{title} has no row");
            let sentence = format!("{title}. {}", plain(&sentence_in_report(row)));
            let at = all.iter().position(|text| *text == sentence);
            let is_worse = row.verdict.is_bad() && row.indicator.theme != Theme::AllPupils;
            assert!(at.is_some() || !is_worse, "{sentence}");
            let is_asked = at.is_some_and(|at| all[at + 1].starts_with("A question to ask. "));
            assert!(is_asked || !is_worse, "{title} has no question");
        }
    }
}

#[test]
fn every_sheet_of_an_internal_file_says_so() {
    let mark = "For internal use only: small counts are not hidden.";
    let internal = internal();
    let marked = parts(&made(TABLE, Format::Excel, internal));
    let public = parts(&made(TABLE, Format::Excel, Disclosure::default()));
    for (name, text) in &marked {
        let is_seen = name.starts_with("xl/worksheets/sheet") || name == "docProps/core.xml";
        assert_eq!(text.matches(mark).count() >= 2, is_seen, "{name}");
    }
    assert!(!public.values().any(|text| text.contains(mark)));
}

/// Holds the caches of every chart against the cells that they are drawn of.
fn caches_are_cells(chart: &str, sheet: &str) {
    let cells = cells(sheet);
    let mut ranges = 0;
    for reference in chart.split("<c:f>").skip(1) {
        let (range, rest) = reference.split_once("</c:f>").expect("a range");
        let cache = rest.split("Cache>").nth(1).expect("a cache");
        let cache = cache.rsplit_once("</").expect("its end").0;
        let range = range.rsplit_once('!').expect("a sheet").1.replace('$', "");
        let (first, last) = range.split_once(':').unwrap_or((&range, &range));
        let column = first.trim_end_matches(|character: char| character.is_ascii_digit());
        let row = |cell: &str| cell.trim_start_matches(column).parse::<usize>().expect("a row");
        let rows = row(first)..=row(last);
        let of_cells: Vec<&str> =
            rows.filter_map(|row| Some(cells.get(&format!("{column}{row}"))?.1.as_str())).collect();
        assert_eq!(texts(&format!("<c>{cache}</c>"), "c:v"), of_cells);
        ranges += 1;
    }
    assert!(ranges > 2, "{ranges} ranges");
}

#[test]
fn a_chart_of_a_workbook_is_drawn_of_the_cells_beside_it() {
    let parts = parts(&made(TABLE, Format::Excel, Disclosure::default()));
    let sheet = parts.values().find(|text| text.contains("<drawing ")).expect("a sheet with charts");
    let charts = parts.iter().filter(|(name, _)| name.starts_with("xl/charts/"));
    assert!(charts.clone().count() > 1);
    charts.for_each(|(_, chart)| caches_are_cells(chart, sheet));
}

#[test]
fn a_chart_of_a_document_is_drawn_of_the_workbook_within_it() {
    let parts = parts(&made(TABLE, Format::Word, Disclosure::default()));
    let charts: Vec<&String> = parts.keys().filter(|name| name.starts_with("word/charts/chart")).collect();
    assert!(!charts.is_empty());
    for name in charts {
        let number = name.trim_start_matches("word/charts/chart").trim_end_matches(".xml");
        let sheet = format!("word/embeddings/chart{number}.xlsx/xl/worksheets/sheet1.xml");
        caches_are_cells(&parts[name], &parts[&sheet]);
    }
}

/// The values of an attribute in elements with a name.
fn attributes<'a>(xml: &'a str, element: &str, attribute: &str) -> Vec<&'a str> {
    let beginning = format!("<{element} ");
    let elements = xml.split(&beginning).skip(1);
    let value = |element: &'a str| {
        let tag = element.split('>').next()?;
        tag.split(&format!("{attribute}=\"")).nth(1)?.split('"').next()
    };
    elements.filter_map(value).collect()
}

#[test]
fn a_document_has_headings_tables_and_charts_that_all_can_read() {
    let parts = parts(&made(TABLE, Format::Word, Disclosure::default()));
    for (name, text) in &parts {
        assert!(texts(text, "nothing").is_empty(), "{name} is well-formed");
    }
    let document = &parts["word/document.xml"];
    let of_style = |style: &str| -> Vec<String> {
        let paragraphs = document.split("<w:p>").filter(|text| text.contains(&format!("w:val=\"{style}\"")));
        paragraphs
            .map(|text| {
                texts(&format!("<p>{}</p>", text.split("</w:p>").next().unwrap_or_default()), "w:t").concat()
            })
            .collect()
    };
    assert_eq!(
        of_style("Heading1"),
        [
            "Summary",
            "Our children",
            "Being healthy",
            "Stability and permanence",
            "Own measures",
            "Definitions and sources"
        ]
    );
    assert_eq!(of_style("TOC1")[0], "1  Summary");
    assert!(of_style("NotedCaption")[0].starts_with("Figure 1: "));
    assert!(of_style("TableCaption")[0].starts_with("Table 1: "));
    let tables: Vec<&str> = document.split("<w:tblStyle w:val=\"ReportTable\"/>").skip(1).collect();
    // Of what to act on, to watch and what goes well, and of each theme.
    assert_eq!(tables.len(), 7);
    for table in tables {
        let table = table.split("</w:tbl>").next().unwrap_or_default();
        let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
        assert!(rows[0].contains("<w:tblHeader/>"));
        let columns = rows[0].matches("<w:tc>").count();
        let is_whole =
            |row: &&str| row.contains("<w:cantSplit/>") && row.matches("<w:tc>").count() == columns;
        assert!((2..=6).contains(&columns) && rows.iter().all(is_whole));
    }
    let charts = attributes(document, "wp:docPr", "descr");
    assert!(!charts.is_empty() && charts.iter().all(|text| text.len() > 20), "{charts:?}");
    assert_eq!(attributes(&parts["word/footer1.xml"], "w:fldSimple", "w:instr"), [" PAGE ", " NUMPAGES "]);
    assert_eq!(attributes(&parts["word/styles.xml"], "w:lang", "w:val"), ["en-GB"]);
    for said in [
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "Of the figures given, one is hidden (shown as c)",
        "Name of the committee",
    ] {
        assert!(document.contains(said), "{said}");
    }
}

#[test]
fn an_internal_document_says_so_wherever_it_is_opened() {
    let mark = "For internal use only: small counts are not hidden.";
    let internal = internal();
    let marked = parts(&made(TABLE, Format::Word, internal));
    for (name, text) in &marked {
        let is_told =
            name.ends_with("document.xml") || name.ends_with("header1.xml") || name.ends_with("core.xml");
        assert_eq!(text.contains(mark), is_told, "{name}");
    }
    assert!(
        !parts(&made(TABLE, Format::Word, Disclosure::default())).values().any(|text| text.contains(mark))
    );
}

#[test]
fn scenarios_that_may_leave_have_a_sheet() {
    let type_in = |state: State, input, text: &str| state.after(CaseloadAction::Edit(input, text.to_owned()));
    let names = |state: &State| {
        let book = parts(&document(&state.contents(), Format::Excel));
        book["xl/workbook.xml"].contains("name=\"Caseloads\"")
    };
    let state = State::default();
    assert!(!names(&state));
    let typed = [(Input::Children, "646"), (Input::Average, "20"), (Input::Target, "15")];
    let state = typed.into_iter().fold(state, |state, (input, text)| type_in(state, input, text));
    assert!(names(&state));
    assert!(!names(&type_in(state, Input::Children, "4")));
}
