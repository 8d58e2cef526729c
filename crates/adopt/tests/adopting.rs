//! A release taken into small tables: every number is invented.

use std::fs;
use std::path::{Path, PathBuf};

use adopt::{Adoption, Older, Revised, adopt};
use corporate_parenting_calculator::read::OfficialFile;

/// A folder that goes away with its test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const AREAS: &str = "\
code,level,ons_code,name,region,type
E92000001,country,E92000001,England,,
E12000006,region,E12000006,East of England,,
873,council,E10000003,Cambridgeshire,E12000006,county
909,council,E10000006,Cumbria,E12000002,county
926,council,E10000020,Norfolk,E12000006,county
";

const PUBLISHED: &str = "\
indicator,area,2022,2023
children-in-care,E92000001,900,950
children-in-care,873,90,95
children-in-care,909,40,41
children-in-care-rate,E92000001,60,61
children-in-care-rate,873,50,51
social-worker-caseload,E92000001,16,15
social-worker-caseload,873,14.5,
";

const COUNTS: &str = "\
indicator,area,2022,2023
children-in-care-rate,E92000001,900/150000,950/155738
children-in-care-rate,873,90/18000,95/18627
social-worker-caseload,873,145/10,
";

const POPULATION: &str = "\
area,2022,2023
E92000001,150000,155738
873,18000,18627
";

const FIRST: &str = "\
indicator,period,release_2022,release_2023
adoptions,2022,10,11
children-in-care,2022,890,900
";

const SOURCES: &str = "\
indicator,publication,release,by_november_of,files
children-in-care,Children looked after,reporting year 2023,same-year,\"cla_number.csv (releases 2023, 2022); a tool\"
children-in-care-rate,Children looked after,reporting year 2023,same-year,old.csv (release 2022)
social-worker-caseload,Workforce,30 September 2022,next-year,
";

/// As the yearly file of children in care gives them, newest year first: England revised, a new council, one abolished.
const CHILDREN: &str = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,population_type,population_estimate,children_count,rate_per_10000
2024,Reporting year,National,E92000001,England,,,,,,Children looked after on 31 March each year,160000,960,60
2024,Reporting year,Local authority,E92000001,England,E12000006,East of England,873,Cambridgeshire,E10000003,Children looked after on 31 March each year,19000,99,52
2024,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,E10000020,Children looked after on 31 March each year,17000,c,c
2024,Reporting year,Local authority,E92000001,England,E12000002,North West,909,Cumbria,E10000006,Children looked after on 31 March each year,x,z,z
2024,Reporting year,Local authority,E92000001,England,E12000006,East of England,777,Fenland and Broads,E06000099,Children looked after on 31 March each year,5000,21,42
2023,Reporting year,National,E92000001,England,,,,,,Children looked after on 31 March each year,155738,945,61
2023,Reporting year,Local authority,E92000001,England,E12000006,East of England,873,Cambridgeshire,E10000003,Children looked after on 31 March each year,18627,94,50
2022,Reporting year,National,E92000001,England,,,,,,Children looked after on 31 March each year,150000,900,60
";

fn folder(name: &str) -> Folder {
    let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    fs::create_dir_all(&folder.0).unwrap();
    let tables = [
        ("areas", AREAS),
        ("published", PUBLISHED),
        ("counts", COUNTS),
        ("population", POPULATION),
        ("first_published", FIRST),
        ("sources", SOURCES),
    ];
    for (table, text) in tables {
        fs::write(folder.0.join(table).with_extension("csv"), text).unwrap();
    }
    folder
}

fn read(files: &[(&str, &str)]) -> Vec<OfficialFile> {
    files.iter().map(|(name, text)| OfficialFile::read(text, name).unwrap()).collect()
}

fn taken_in(folder: &Folder, files: &[(&str, &str)]) -> Adoption {
    adopt(read(files), &folder.0, Older::Refused).unwrap()
}

/// A table as it is after the release.
fn table(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.0.join(name).with_extension("csv")).unwrap()
}

#[test]
fn a_release_is_taken_into_every_table() {
    let folder = folder("every-table");
    let adoption = taken_in(&folder, &[("cla_number.csv", CHILDREN)]);
    assert_eq!(table(&folder, "published"), PUBLISHED, "nothing is written yet");
    adoption.write().unwrap();
    assert_eq!(
        table(&folder, "published"),
        "\
indicator,area,2022,2023,2024
children-in-care,E92000001,900,945,960
children-in-care,777,,,21
children-in-care,873,90,94,99
children-in-care,909,40,41,
children-in-care,926,,,c
children-in-care-rate,E92000001,60,61,60
children-in-care-rate,777,,,42
children-in-care-rate,873,50,50,52
children-in-care-rate,926,,,c
social-worker-caseload,E92000001,16,15,
social-worker-caseload,873,14.5,,
"
    );
    assert_eq!(
        table(&folder, "counts"),
        "\
indicator,area,2022,2023,2024
children-in-care-rate,E92000001,900/150000,945/155738,960/160000
children-in-care-rate,777,,,21/5000
children-in-care-rate,873,90/18000,94/18627,99/19000
social-worker-caseload,873,145/10,,
"
    );
    assert_eq!(
        table(&folder, "population"),
        "area,2022,2023,2024\nE92000001,150000,155738,160000\n777,,,5000\n873,18000,18627,19000\n926,,,17000\n"
    );
    assert_eq!(
        table(&folder, "first_published"),
        "\
indicator,period,release_2022,release_2023,release_2024
adoptions,2022,10,11,
children-in-care,2022,890,900,900
children-in-care,2023,,950,945
"
    );
    assert_eq!(
        table(&folder, "sources"),
        "\
indicator,publication,release,by_november_of,files
children-in-care,Children looked after,reporting year 2024,same-year,\"cla_number.csv (releases 2024, 2023, 2022); a tool\"
children-in-care-rate,Children looked after,reporting year 2024,same-year,cla_number.csv (release 2024); old.csv (release 2022)
social-worker-caseload,Workforce,30 September 2022,next-year,
"
    );
    let new = "777,council,E06000099,Fenland and Broads,E12000006,unitary\n";
    assert_eq!(table(&folder, "areas"), AREAS.replace("926,council", &format!("{new}926,council")));
}

#[test]
fn the_summary_says_what_changed() {
    let folder = folder("summary");
    let summary = taken_in(&folder, &[("cla_number.csv", CHILDREN)]).summary;
    assert_eq!(summary.new_years, [2024]);
    let revised = |year, before: &str, now: &str| Revised {
        indicator: "children-in-care".to_owned(),
        year,
        before: before.to_owned(),
        now: now.to_owned(),
    };
    assert_eq!(summary.england_revised, [revised(2023, "950", "945")]);
    assert_eq!(summary.new_councils, ["Fenland and Broads"]);
    assert_eq!((summary.came, summary.went), (vec!["777".to_owned()], vec!["909".to_owned()]));
    let of = |id: &str| summary.changes.iter().find(|(of, _)| of == id).map(|(_, changes)| changes.clone());
    let children = of("children-in-care").unwrap();
    assert_eq!((children.newest, children.councils, children.councils_before), (2024, 2, 2));
    assert_eq!((children.new, children.revised), (4, 2));
    assert!(summary.not_found.contains(&"three-or-more-placements".to_owned()));
    assert!(
        !summary.not_found.contains(&"social-worker-caseload".to_owned()),
        "it is of another publication"
    );
}

#[test]
fn a_release_taken_in_twice_changes_nothing_more() {
    let folder = folder("twice");
    taken_in(&folder, &[("cla_number.csv", CHILDREN)]).write().unwrap();
    let tables = ["areas", "published", "counts", "population", "first_published", "sources"];
    let once = tables.map(|name| table(&folder, name));
    let again = taken_in(&folder, &[("cla_number.csv", CHILDREN)]);
    again.write().unwrap();
    assert_eq!(tables.map(|name| table(&folder, name)), once);
    assert_eq!((again.summary.new_years, again.summary.england_revised), (vec![], vec![]));
}

#[test]
fn what_a_release_corrects_of_itself_was_never_published_by_another() {
    let folder = folder("corrected");
    taken_in(&folder, &[("cla_number.csv", CHILDREN)]).write().unwrap();
    let before = table(&folder, "first_published");
    let corrected = CHILDREN.replace("160000,960,60", "160000,965,60");
    taken_in(&folder, &[("cla_number.csv", &corrected)]).write().unwrap();
    assert!(table(&folder, "published").contains("children-in-care,E92000001,900,945,965\n"));
    assert_eq!(table(&folder, "first_published"), before);
}

/// The workforce of September is out in the next year, and may be revised before the November of that year.
#[test]
fn a_revision_between_two_novembers_leaves_the_releases_in_order() {
    let folder = folder("between");
    let workforce = "time_period,geographic_level,caseload_fte,cases,case_holders_fte\n\
                     2022,National,16.5,165,10\n2024,National,17,170,10\n";
    taken_in(&folder, &[("workforce.csv", workforce)]).write().unwrap();
    taken_in(&folder, &[("cla_number.csv", CHILDREN)]).write().unwrap();
    assert_eq!(
        table(&folder, "first_published"),
        "\
indicator,period,release_2022,release_2023,release_2024,release_2025
adoptions,2022,10,11,,
children-in-care,2022,890,900,900,
children-in-care,2023,,950,945,
social-worker-caseload,2022,,16,,16.5
"
    );
}

#[test]
fn of_two_files_the_newer_is_right_and_of_the_same_year_they_must_agree() {
    let of = |year: u16, england: &str| {
        format!(
            "time_period,geographic_level,caseload_fte,cases,case_holders_fte\n\
             2021,National,{england},170,10\n{year},National,16.5,165,10\n"
        )
    };
    let (old, new) = (of(2022, "17"), of(2023, "18"));
    for files in [[("a.csv", &old), ("b.csv", &new)], [("b.csv", &new), ("a.csv", &old)]] {
        let folder = folder(&format!("newer-{}", files[0].0));
        taken_in(&folder, &files.map(|(name, text)| (name, text.as_str()))).write().unwrap();
        assert!(table(&folder, "published").contains("social-worker-caseload,E92000001,16.5,16.5\n"));
        // Years before the first of the table have no column. Each release corrects a figure that only it has given.
        assert_eq!(table(&folder, "first_published"), FIRST);
    }
    let folder = folder("contradicting");
    let other = new.replace("2023,National,16.5", "2023,National,19.5");
    let adoption = taken_in(&folder, &[("a.csv", &new), ("b.csv", &other)]);
    adoption.write().unwrap();
    assert!(table(&folder, "published").contains("social-worker-caseload,E92000001,16,15\n"));
    assert_eq!(adoption.summary.remarks.len(), 1);
}

#[test]
fn a_release_older_than_what_is_known_is_refused_unless_asked_for() {
    let folder = folder("older");
    let files = |england: &str| read(&[("cla_number.csv", england)]);
    let without = |text: &str, year: &str| {
        text.lines()
            .filter(|line| !line.starts_with(year))
            .fold(String::new(), |text, line| text + line + "\n")
    };
    let without_2024 = without(CHILDREN, "2024");
    let until_2022 = without(&without_2024, "2023");
    // The newest year again is a correction, not an older release.
    assert!(adopt(files(&without_2024), &folder.0, Older::Refused).is_ok());
    let refused = adopt(files(&until_2022), &folder.0, Older::Refused).unwrap_err().to_string();
    assert!(
        refused.starts_with("this release is older than the one in data/: cla_number.csv ends with 2022"),
        "{refused}"
    );
    assert!(refused.contains("up to 2023"), "{refused}");
    let taken = adopt(files(&until_2022), &folder.0, Older::Taken).unwrap();
    assert_eq!(taken.summary.new_years, []);
    // A file that goes on with other figures is not old because one of them ended.
    let ended = CHILDREN.lines().map(|line| match line.strip_prefix("2024") {
        Some(_) => line.rsplit_once(',').map_or(String::new(), |(before, _)| format!("{before},z\n")),
        None => format!("{line}\n"),
    });
    assert!(adopt(files(&ended.collect::<String>()), &folder.0, Older::Refused).is_ok());
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    let refused = adopt::official_files(std::path::Path::new("no/such/release")).unwrap_err().to_string();
    assert_eq!(refused, "there is nothing at no/such/release: give the folder or zip of a release");
}

/// The files of the newest release that tests have, of England and one council, give what `data/` has of them.
#[test]
fn the_newest_year_is_made_again_from_its_release() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let layouts = fs::read_dir(root.join("tests/data/official/layouts")).unwrap();
    let paths: Vec<PathBuf> = layouts.map(|entry| entry.unwrap().path()).collect();
    let release = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap()[..4].to_owned();
    let newest = paths.iter().map(release).max().unwrap();
    let of_newest = paths.iter().filter(|path| release(path) == newest);
    let files = of_newest.flat_map(|path| adopt::official_files(path).unwrap()).collect();
    let remade = adopt::remade(files, &root.join("data")).unwrap();
    // Files of a release before that in data/ have since been revised, and prove nothing.
    if remade.year.to_string() > newest {
        return;
    }
    assert!(remade.different.is_empty(), "{remade}");
    // Extracts of the files have one year each, and so nothing that was revised.
    let of_year = remade.same.iter().filter(|(table, _)| *table != "first_published.csv");
    assert!(of_year.clone().count() == 3 && of_year.clone().all(|(_, same)| *same > 1), "{remade}");
}
