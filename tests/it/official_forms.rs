//! Official files in the forms in which people have them: whole releases in one archive, copied from or saved by a
//! spreadsheet, with the columns of the website's own tables, and with figures that were revised.

use std::io::{Cursor, Write as _};
use std::path::Path;

use corporate_parenting_calculator::figure::{Amount, Withheld};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::published::Release;
use corporate_parenting_calculator::read::{
    OfficialProblem, Opened, Options, Progress, SourceProblem, open_file, open_file_telling, open_text, read,
};
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files in the layouts of releases, with their names.
fn layouts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/official/layouts");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("it is there")
        .map(|entry| {
            let path = entry.expect("it is there").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("it is text"))
        })
        .collect();
    files.sort();
    files
}

fn release(opened: Opened) -> (Release, Vec<OfficialProblem>) {
    let Opened::Official(release, problems) = opened else { panic!("not an official file: {opened:?}") };
    let official = |kind| match kind {
        corporate_parenting_calculator::read::ProblemKind::Official(problem) => problem,
        other => panic!("{other:?}"),
    };
    (release, problems.into_iter().map(|problem| official(problem.kind)).collect())
}

fn opened(name: &str, bytes: &[u8]) -> (Release, Vec<OfficialProblem>) {
    release(open_file(bytes, name, &Options::default()))
}

/// The cells of a file.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("it is CSV"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn archive(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("it can be written");
        writer.write_all(text.as_bytes()).expect("it can be written");
    }
    writer.finish().expect("it can be written").into_inner()
}

#[test]
fn a_file_copied_from_a_spreadsheet_gives_the_same() {
    for (name, text) in layouts() {
        let (plain, _) = opened(&name, text.as_bytes());
        for delimiter in ["\t", ";"] {
            let rows: Vec<String> = cells(&text).iter().map(|row| row.join(delimiter)).collect();
            let (copied, problems) = release(open_text(&rows.join("\r\n"), &Options::default()));
            // Pasted text has no name, which tells the files of children who left from those of children who stayed.
            if !["ceased", "during"].iter().any(|word| name.contains(word)) {
                assert_eq!(
                    (copied.values, problems),
                    (plain.values.clone(), Vec::new()),
                    "{name} {delimiter:?}"
                );
            }
        }
    }
}

#[test]
fn a_file_saved_as_a_workbook_gives_the_same() {
    for (name, text) in layouts() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(cells(&text)) {
            for (column, cell) in (0..).zip(cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, cell),
                }
                .expect("it can be written");
            }
        }
        let saved = book.save_to_buffer().expect("it can be written");
        let (plain, _) = opened(&name, text.as_bytes());
        assert_eq!(opened(&name, &saved).0.values, plain.values, "{name}");
    }
}

#[test]
fn a_whole_release_is_read_from_its_archive() {
    let newest =
        layouts().iter().filter_map(|(name, _)| name.split_once('-')).map(|(year, _)| year.to_owned()).max();
    let newest = newest.expect("there are layouts");
    let mut files: Vec<(String, String)> = layouts()
        .into_iter()
        .filter(|(name, _)| name.starts_with(&newest))
        .map(|(name, text)| (format!("data/{name}"), text))
        .collect();
    let alone: usize = files.iter().map(|(name, text)| opened(name, text.as_bytes()).0.values.len()).sum();
    // Beside them stand a file of nothing known, a table that is not official, and guidance.
    let national = "time_period,time_identifier,geographic_level,country_code,country_name,sex,number\n\
                    2025,Reporting year,National,E92000001,England,Girls,12";
    files.push(("data/national_by_sex.csv".to_owned(), national.to_owned()));
    files.push(("supporting-files/ours.csv".to_owned(), "Dental checks,12%".to_owned()));
    files.push(("data-guidance/data-guidance.txt".to_owned(), "Guidance".to_owned()));
    let packed = archive(&files);
    let mut told = Vec::new();
    let opened =
        open_file_telling(&packed, "release.zip", &Options::default(), &mut |progress| told.push(progress));
    let (release, problems) = release(opened);
    assert_eq!((release.file.as_str(), release.values.len()), ("release.zip", alone));
    let unused =
        OfficialProblem::FilesUnused { names: vec!["national_by_sex.csv".to_owned()], of: files.len() - 2 };
    assert_eq!(problems, [unused]);
    let tables = files.len() - 1;
    assert_eq!(told, (0..tables).map(|done| Progress { done, of: tables }).collect::<Vec<_>>());
}

#[test]
fn what_the_files_of_a_release_say_differently_is_left_out() {
    let (name, text) =
        layouts().into_iter().find(|(name, _)| name.contains("placement_stability")).expect("it is there");
    let other = text.replace(",10\n", ",99\n");
    assert_ne!(text, other);
    let (plain, _) = opened(&name, text.as_bytes());
    let same = archive(&[("one.csv".to_owned(), text.clone()), ("two.csv".to_owned(), text.clone())]);
    assert_eq!(opened("release.zip", &same).0.values, plain.values);
    let differing = archive(&[("one.csv".to_owned(), text), ("two.csv".to_owned(), other)]);
    let (left, problems) = opened("release.zip", &differing);
    let [OfficialProblem::Twice { values, .. }] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(left.values.len(), plain.values.len() - values);
}

#[test]
fn an_archive_without_official_files_is_refused() {
    let refused = |bytes: &[u8]| match open_file(bytes, "a.zip", &Options::default()) {
        Opened::Refused(problem) => problem.kind,
        other => panic!("{other:?}"),
    };
    let tables = archive(&[("ours.csv".to_owned(), "Dental checks,12%".to_owned())]);
    assert_eq!(refused(&tables), SourceProblem::OtherZip.into());
}

/// The columns of tables made on the website, and what a file gives before it is final.
#[test]
fn columns_of_other_files() {
    let first = |text: &str| {
        let (release, problems) = release(open_text(text, &Options::default()));
        assert_eq!(problems, [], "{text}");
        let [value] = release.values.as_slice() else { panic!("{release:?}") };
        (&*value.indicator.id, value.area.name, value.year, value.value)
    };
    let number = |number: &str| Ok::<_, Withheld>(Decimal::parse(number).expect("a number"));
    let caseload = "location,location_code,geographic_level,time_period,time_identifier,caseload_fte\n";
    let norfolk = first(&format!("{caseload}Norfolk,E10000020,Local authority,2023,Calendar year,14.5"));
    assert_eq!(norfolk, ("social-worker-caseload", "Norfolk", 2023, number("14.5")));
    let east = first(&format!("{caseload}East of England,E12000006,Regional,2023,Calendar year,15.1"));
    assert_eq!(east, ("social-worker-caseload", "East of England", 2023, number("15.1")));

    // A location without its code is where children are placed.
    let placed = "time_period,time_identifier,geographic_level,country_name,country_code,location,child_count,percent_count\n\
                  2018,Reporting year,National,England,E92000001,Outside the LA boundary,29900,41\n\
                  2018,Reporting year,National,England,E92000001,Total,72600,100";
    let (release, problems) = release(open_text(placed, &Options::default()));
    let values: Vec<_> = release.values.iter().map(|value| (&*value.indicator.id, value.value)).collect();
    assert_eq!(values, [("children-in-care", number("72600")), ("placed-outside-area", number("41"))]);
    assert_eq!(problems, []);

    let results = "time_period,geographic_level,social_care_group,version,pt_read_met_expected_standard";
    let row =
        |version: &str, value: &str| format!("\n202223,National,CLA 12 months at 31 March,{version},{value}");
    for versions in [["Provisional", "Revised"], ["Revised", "Final"], ["", "Provisional"]] {
        let [earlier, later] = versions;
        for rows in [row(earlier, "48") + &row(later, "50"), row(later, "50") + &row(earlier, "48")] {
            let reading = first(&format!("{results}{rows}"));
            assert_eq!(reading, ("ks2-reading", "England", 2023, number("50")), "{versions:?}");
        }
    }
}

/// The figures of an official file have its counts, unless these are rounded to something else.
#[test]
fn figures_of_a_file_have_its_counts() {
    let amount = |counted: &str| {
        let file = format!(
            "time_period,geographic_level,cla_group,characteristic,number,percentage\n\
             2024,National,Health assessments: Children looked after all ages,Had their teeth checked by a dentist,{counted}\n\
             2024,National,Health assessments: Children looked after all ages,Total all ages,1090,100"
        );
        read(&file).figures().first().map(|figure| figure.amount)
    };
    let counts = Amount::Counts { numerator: 902, denominator: 1090 };
    assert_eq!(amount("902,83"), Some(counts));
    assert_eq!(amount("910,82"), Some(Amount::Value(Decimal::new(82, 0))));
}
