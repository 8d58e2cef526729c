//! Turns the tables in `data/` into constants, so that a mistake in them stops the build with file and line instead
//! of reaching a reader.

#[path = "build/cohorts.rs"]
mod cohorts;
#[path = "build/headings.rs"]
mod headings;
#[path = "build/naming.rs"]
mod naming;
#[path = "build/opposites.rs"]
mod opposites;
#[path = "src/published/packed.rs"]
mod packed;
#[path = "build/personal_names.rs"]
mod personal_names;
#[path = "build/published.rs"]
mod published;
#[path = "build/series_notes.rs"]
mod series_notes;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use cohorts::Cohorts;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/published/packed.rs");
    println!("cargo::rerun-if-env-changed=CPC_COMMIT");
    let areas = areas();
    neighbours(&areas);
    successors(&areas);
    let indicators = indicators();
    published::published(&indicators, &areas);
    official_files(&indicators);
    sums(&indicators);
    opposites::opposites(&indicators);
    naming::naming(&indicators);
    headings::headings();
    headings::services();
    glossary();
    questions();
    personal_names::personal_names();
}

/// Writes the questions to ask in a meeting, each with the occasion on which it is fair.
fn questions() {
    let table = Table::open("questions.csv");
    let mut code = String::from("const QUESTIONS: &[Question] = &[\n");
    for row in &table.rows {
        let occasion = table.variant(
            row,
            "when",
            &[
                ("no-figure", "NoFigure"),
                ("hidden", "Hidden"),
                ("old-year", "OldYear"),
                ("few-children", "FewChildren"),
                ("target-missed", "TargetMissed"),
                ("records", "Records"),
                ("worse-and-falling-behind", "WorseAndFallingBehind"),
                ("worse-but-improving", "WorseButImproving"),
                ("worse", "Worse"),
                ("big-gap-by-chance", "BigGapByChance"),
                ("getting-worse", "GettingWorse"),
                ("improved", "Improved"),
                ("could-be-chance", "CouldBeChance"),
                ("different", "Different"),
                ("better", "Better"),
                ("middle", "Middle"),
                ("not-compared", "NotCompared"),
            ],
        );
        let theme = table.variant(
            row,
            "about",
            &[
                ("", "None"),
                ("our-children", "Some(Theme::OurChildren)"),
                ("safe", "Some(Theme::Safe)"),
                ("healthy", "Some(Theme::Healthy)"),
                ("stability", "Some(Theme::Stability)"),
                ("adulthood", "Some(Theme::Adulthood)"),
                ("voices", "Some(Theme::Voices)"),
                ("workforce", "Some(Theme::Workforce)"),
                ("own", "Some(Theme::Own)"),
                ("all-pupils", "Some(Theme::AllPupils)"),
            ],
        );
        writeln!(code, "(Occasion::{occasion}, {theme}, {:?}),", table.get(row, "question"))
            .expect("writing to a String");
    }
    code.push_str("];\n");
    write("questions.rs", code);
}

/// Writes the words that are explained.
fn glossary() {
    let table = Table::open("glossary.csv");
    let mut code = String::from("const WORDS: &[(&str, &str)] = &[\n");
    for row in &table.rows {
        writeln!(code, "({:?}, {:?}),", table.get(row, "term"), table.get(row, "meaning"))
            .expect("writing to a String");
    }
    code.push_str("];\n");
    write("glossary.rs", code);
}

/// A table of `data/` read whole, each cell found by the name of its column.
struct Table {
    file: &'static str,
    columns: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    /// The first of the columns that are years, and how many there are. They must follow each other without a gap.
    fn years(&self) -> (u16, usize) {
        let mut years: Vec<u16> = self.columns.keys().filter_map(|name| name.parse().ok()).collect();
        years.sort_unstable();
        let first = *years.first().unwrap_or_else(|| panic!("data/{} has no column for a year", self.file));
        let follows = years.iter().zip(first..).all(|(year, expected)| *year == expected);
        assert!(follows, "data/{}: the columns of years have a gap: {years:?}", self.file);
        (first, years.len())
    }

    fn open(file: &'static str) -> Self {
        let path = Path::new("data").join(file);
        let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("data/{file}: {error}"));
        let headers = reader.headers().unwrap_or_else(|error| panic!("data/{file}: {error}")).clone();
        let columns = headers.iter().enumerate().map(|(index, name)| (name.to_owned(), index)).collect();
        let rows =
            reader.records().collect::<Result<_, _>>().unwrap_or_else(|error| panic!("data/{file}: {error}"));
        Self { file, columns, rows }
    }

    fn get<'a>(&self, row: &'a csv::StringRecord, column: &str) -> &'a str {
        let index =
            self.columns.get(column).unwrap_or_else(|| panic!("data/{} has no column {column}", self.file));
        &row[*index]
    }

    /// One of the allowed words, as the Rust variant that stands for it.
    fn variant(
        &self,
        row: &csv::StringRecord,
        column: &str,
        allowed: &[(&str, &'static str)],
    ) -> &'static str {
        let found = self.get(row, column);
        let variant = allowed.iter().find(|(word, _)| *word == found).map(|(_, variant)| *variant);
        variant.unwrap_or_else(|| {
            self.fail(row, &format!("{column} is \"{found}\", expected one of {allowed:?}"))
        })
    }

    fn fail(&self, row: &csv::StringRecord, what: &str) -> ! {
        let line = row.position().map_or(0, csv::Position::line);
        panic!("data/{} line {line}: {what}", self.file)
    }
}

fn write(name: &str, contents: impl AsRef<[u8]>) {
    let path = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(&path, contents).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Writes the areas and returns their codes in order.
fn areas() -> Vec<String> {
    let table = Table::open("areas.csv");
    let mut codes = Vec::new();
    let mut code = String::from("const AREAS: &[Area] = &[\n");
    for row in &table.rows {
        let level = table.variant(
            row,
            "level",
            &[("country", "Country"), ("region", "Region"), ("council", "Council")],
        );
        let region = Some(table.get(row, "region")).filter(|region| !region.is_empty());
        let council_type = table.variant(
            row,
            "type",
            &[
                ("", "None"),
                ("county", "Some(CouncilType::County)"),
                ("unitary", "Some(CouncilType::Unitary)"),
                ("metropolitan district", "Some(CouncilType::MetropolitanDistrict)"),
                ("London borough", "Some(CouncilType::LondonBorough)"),
            ],
        );
        let ons_code = table.get(row, "ons_code");
        let also: Vec<&str> = table.get(row, "also").split('|').filter(|name| !name.is_empty()).collect();
        // The Office for National Statistics begins its codes with the type of area.
        let of_code = match ons_code.get(..3) {
            Some("E06") => "unitary",
            Some("E08") => "metropolitan district",
            Some("E09") => "London borough",
            Some("E10") => "county",
            _ => "",
        };
        if of_code != table.get(row, "type") {
            table.fail(row, &format!("the code {ons_code} is of the type \"{of_code}\""));
        }
        writeln!(
            code,
            "Area {{ code: {:?}, level: Level::{level}, ons_code: {ons_code:?}, name: {:?}, also: &{also:?}, \
             region: {region:?}, council_type: {council_type}, index: {} }},",
            table.get(row, "code"),
            table.get(row, "name"),
            codes.len()
        )
        .expect("writing to a String");
        codes.push(table.get(row, "code").to_owned());
    }
    code.push_str("];\n");
    write("areas.rs", code);
    codes
}

fn neighbours(areas: &[String]) {
    let table = Table::open("neighbours.csv");
    let mut code = String::from("const NEIGHBOURS: &[(&str, &str, [&str; 10])] = &[\n");
    for row in &table.rows {
        let codes: Vec<&str> = (1..=10).map(|n| table.get(row, &format!("n{n}"))).collect();
        let council = table.get(row, "council");
        for area in codes.iter().chain([&council]) {
            if !areas.iter().any(|known| known == area) {
                table.fail(row, &format!("{area} is not in areas.csv"));
            }
        }
        writeln!(code, "({:?}, {council:?}, {codes:?}),", table.get(row, "model"))
            .expect("writing to a String");
    }
    code.push_str("];\n");
    let models: BTreeSet<&str> = table.rows.iter().map(|row| table.get(row, "model")).collect();
    let newest_first: Vec<&str> = models.into_iter().rev().collect();
    writeln!(code, "const MODELS: &[&str] = &{newest_first:?};").expect("writing to a String");
    write("neighbours.rs", code);
}

fn successors(areas: &[String]) {
    let table = Table::open("successors.csv");
    let mut code = String::from("const SUCCESSORS: &[(&str, &str)] = &[\n");
    for row in &table.rows {
        let (council, successor) = (table.get(row, "council"), table.get(row, "successor"));
        for area in [council, successor] {
            if !areas.iter().any(|known| known == area) {
                table.fail(row, &format!("{area} is not in areas.csv"));
            }
        }
        writeln!(code, "({council:?}, {successor:?}),").expect("writing to a String");
    }
    code.push_str("];\n");
    write("successors.rs", code);
}

/// What other tables say of indicators.
struct About {
    cohorts: Cohorts,
    breaks: Table,
    sources: Table,
    records: Table,
    coverage: Table,
}

/// What else of the build has to know of an indicator.
struct Catalogued {
    id: String,
    is_published: bool,
    /// What a quotient of its counts is multiplied with: 100 for percentages.
    scale: u32,
}

/// Writes the catalogue and returns it in order.
fn indicators() -> Vec<Catalogued> {
    let table = Table::open("indicators.csv");
    let themes = Table::open("themes.csv");
    let breaks = Table::open("breaks.csv");
    let sources = Table::open("sources.csv");
    let records = Table::open("records.csv");
    let coverage = Table::open("coverage.csv");
    let ids: Vec<String> = table.rows.iter().map(|row| table.get(row, "id").to_owned()).collect();
    for other in [&breaks, &sources, &records, &coverage] {
        for row in &other.rows {
            if !ids.iter().any(|id| id == other.get(row, "indicator")) {
                other.fail(row, "indicator is not in indicators.csv");
            }
        }
    }

    let about = About { cohorts: Cohorts::read(&ids), breaks, sources, records, coverage };
    let mut code = String::from("const THEME_TITLES: &[(&str, &str)] = &[\n");
    for row in &themes.rows {
        writeln!(code, "({:?}, {:?}),", themes.get(row, "id"), themes.get(row, "title"))
            .expect("writing to a String");
    }
    code.push_str("];\n\nstatic INDICATORS: &[Indicator] = &[\n");
    let mut indicators = Vec::new();
    for row in &table.rows {
        let id = table.get(row, "id");
        if indicators.iter().any(|other: &Catalogued| other.id == id) {
            table.fail(row, &format!("{id} occurs twice"));
        }
        let is_published =
            table.variant(row, "status", &[("published", "true"), ("local", "false")]) == "true";
        let scale = match table.get(row, "kind") {
            "share" => 100,
            "rate" => 10_000,
            _ => 1,
        };
        let catalogued = Catalogued { id: id.to_owned(), is_published, scale };
        indicator(&mut code, &table, row, (indicators.len(), &catalogued), &about);
        indicators.push(catalogued);
    }
    code.push_str("];\n");
    write("indicators.rs", code);
    let mut names = String::new();
    for (index, row) in table.rows.iter().enumerate() {
        let name = constant(table.get(row, "id"));
        writeln!(
            names,
            "/// {}.\npub static {name}: &Indicator = &INDICATORS[{index}];",
            table.get(row, "title")
        )
        .expect("writing to a String");
    }
    write("indicator_ids.rs", names);
    indicators
}

/// The name of the constant for an indicator.
fn constant(id: &str) -> String {
    id.to_uppercase().replace('-', "_")
}

fn indicator(
    code: &mut String,
    table: &Table,
    row: &csv::StringRecord,
    (index, Catalogued { id, is_published, .. }): (usize, &Catalogued),
    About { cohorts, breaks, sources, records, coverage }: &About,
) {
    let theme = table.variant(
        row,
        "theme",
        &[
            ("our-children", "OurChildren"),
            ("safe", "Safe"),
            ("healthy", "Healthy"),
            ("stability", "Stability"),
            ("adulthood", "Adulthood"),
            ("voices", "Voices"),
            ("workforce", "Workforce"),
            ("all-pupils", "AllPupils"),
        ],
    );
    let kind = table.variant(
        row,
        "kind",
        &[
            ("share", "Share"),
            ("rate", "Rate"),
            ("mean", "Mean"),
            ("count", "Count"),
            ("days", "Days"),
            ("score", "Score"),
        ],
    );
    let good = table.variant(row, "good", &[("high", "High"), ("low", "Low"), ("none", "Neither")]);
    let basis = table.variant(
        row,
        "basis",
        &[
            ("31-march", "March31"),
            ("year", "Year"),
            ("30-september", "September30"),
            ("academic-year", "AcademicYear"),
        ],
    );
    let decimals: u8 = table
        .get(row, "decimals")
        .parse()
        .unwrap_or_else(|_| table.fail(row, "decimals is not a small whole number"));
    let counted = table.get(row, "counted");
    let (one, many) = counted.split_once('/').unwrap_or((counted, counted));
    if kind == "Share" && (one.is_empty() || table.get(row, "phrase").is_empty()) {
        table.fail(row, "a share needs what it counts and a phrase");
    }
    let aliases: Vec<&str> =
        table.get(row, "aliases").split('|').map(str::trim).filter(|a| !a.is_empty()).collect();
    let known = coverage.rows.iter().find(|known| coverage.get(known, "indicator") == id);
    write!(
        code,
        "Indicator {{ id: Cow::Borrowed({id:?}), title: Cow::Borrowed({:?}), theme: Theme::{theme}, \
         kind: Kind::{kind}, good: Good::{good}, unit: {:?}, decimals: {decimals}, basis: Basis::{basis}, counted_one: {one:?}, counted_many: {many:?}, \
         phrase: {:?}, numerator: {:?}, denominator: {:?}, definition: Cow::Borrowed({:?}), source: {:?}, \
         is_published: {is_published}, is_of_records: {}, is_of_those_known: {}, measured_by: {:?}, aliases: &{aliases:?}, index: {index}, {}, notes: &[{}",
        table.get(row, "title"),
        table.get(row, "unit"),
        table.get(row, "phrase"),
        table.get(row, "numerator"),
        table.get(row, "denominator"),
        table.get(row, "definition"),
        table.get(row, "source"),
        records.rows.iter().any(|record| records.get(record, "indicator") == id),
        known.is_some_and(|known| coverage.get(known, "measured_by").is_empty()),
        known.map(|known| coverage.get(known, "measured_by")).filter(|measure| !measure.is_empty()),
        cohorts.fields(table, row, basis),
        series_notes::code(breaks, id),
    )
    .expect("writing to a String");
    let source = sources.rows.iter().find(|source| sources.get(source, "indicator") == id);
    if *is_published != source.is_some() {
        table.fail(row, "published indicators, and only they, stand in sources.csv");
    }
    match source {
        Some(source) => writeln!(
            code,
            "], publication: Some(Publication {{ title: {:?}, release: {:?}, is_same_year: {}, files: {:?} }}) }},",
            sources.get(source, "publication"),
            sources.get(source, "release"),
            sources.variant(source, "by_november_of", &[("same-year", "true"), ("next-year", "false")]),
            sources.get(source, "files")
        ),
        None => writeln!(code, "], publication: None }},"),
    }
    .expect("writing to a String");
}

/// Writes how the rows of official files are told to be which indicator.
fn official_files(indicators: &[Catalogued]) {
    let table = Table::open("official_files.csv");
    let list = |text: &str, separator: &str| -> Vec<String> {
        text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let labels =
        |text: &str| -> Vec<Vec<String>> { list(text, " & ").iter().map(|label| list(label, "|")).collect() };
    let mut code = String::from("const KINDS: &[Kind] = &[\n");
    for row in &table.rows {
        let id = table.get(row, "indicator");
        let known = indicators.iter().any(|known| known.id == id);
        if !known {
            table.fail(row, &format!("{id} is not in indicators.csv"));
        }
        let base = match table.get(row, "base") {
            "" => "Base::None".to_owned(),
            text => match text.strip_prefix("column:") {
                Some(column) => format!("Base::Column({:?})", column.to_lowercase()),
                None => {
                    format!("Base::Row(&{:?})", labels(text)).replace("[[", "[&[").replace("], [", "], &[")
                }
            },
        };
        let wanted =
            format!("&{:?}", labels(table.get(row, "labels"))).replace("[[", "[&[").replace("], [", "], &[");
        writeln!(
            code,
            "Kind {{ indicator: {id:?}, value: &{:?}, numerator: &{:?}, base: {base}, labels: {wanted} }},",
            list(&table.get(row, "value").to_lowercase(), "|"),
            list(&table.get(row, "numerator").to_lowercase(), "|"),
        )
        .expect("writing to a String");
    }
    code.push_str("];\n");
    write("official_files.rs", code);
}

/// Writes which counts add up to which.
fn sums(indicators: &[Catalogued]) {
    let table = Table::open("sums.csv");
    let mut code = String::from("pub(crate) static SUMS: &[KnownSum] = &[\n");
    for row in &table.rows {
        let count = |text: &str| {
            let (id, part) = text.strip_suffix(":base").map_or((text, "Numerator"), |id| (id, "Denominator"));
            if !indicators.iter().any(|known| known.id == id) {
                table.fail(row, &format!("{id} is not in indicators.csv"));
            }
            format!("(ids::{}, Part::{part})", constant(id))
        };
        let parts: Vec<String> = table.get(row, "parts").split_whitespace().map(count).collect();
        let relations = [("all", "All"), ("some", "Some"), ("overlap", "Overlap")];
        let relation = table.variant(row, "relation", &relations);
        writeln!(
            code,
            "KnownSum {{ total: {}, parts: &[{}], relation: Relation::{relation} }},",
            count(table.get(row, "total")),
            parts.join(", ")
        )
        .expect("writing to a String");
    }
    code.push_str("];\n");
    write("sums.rs", code);
}
