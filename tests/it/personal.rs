//! The guard against personal data: tables of totals raise no alarm, tables of people do, in the right places.

use corporate_parenting_calculator::published;
use corporate_parenting_calculator::read::{
    Opened, Options, Personal, Problem, ProblemKind, Whose, open_text, personal_in_text,
};
use corporate_parenting_calculator::words::reading::place_of_personal;

/// The tables of a file, each under a line of three equals signs with its name. `{newest}` is the year of the newest
/// official figures: dates near it are of meetings, not of births.
fn tables(text: &str) -> Vec<(&str, String)> {
    let mut tables: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(name) => tables.push((name.trim_end(), String::new())),
            None => tables.last_mut().unwrap_or_else(|| panic!("no name above {line}")).1.push_str(line),
        }
    }
    tables
}

/// What is found, whether all is refused for it or it is left out.
fn found(table: &str) -> Vec<Personal> {
    match open_text(table, &Options::default()) {
        Opened::Personal(found) => found,
        Opened::Tables(sheets) => sheets.into_iter().flat_map(|sheet| sheet.left_out).collect(),
        _ => Vec::new(),
    }
}

/// The cases of a file that did not come out as they should. Beside the name of a case, the values that must be gone.
fn failures(text: &str, is_right: impl Fn(&Opened) -> bool) -> Vec<String> {
    let text = text.replace("{newest}", &published::latest_year().to_string());
    let judge = |(name, table): &(&str, String)| {
        let (name, values) = name.split_once('|').unwrap_or((name, ""));
        let opened = open_text(table, &Options::default());
        let kept = format!("{opened:?}");
        let left: Vec<&str> = values.split(';').map(str::trim).filter(|value| kept.contains(value)).collect();
        let is_kept = left.iter().any(|value| !matches!(*value, "" | "-"));
        (is_kept || !is_right(&opened)).then(|| format!("{name}: {left:?}"))
    };
    tables(&text).iter().filter_map(judge).collect()
}

#[test]
fn rows_of_children_are_turned_away() {
    let cases = [include_str!("../personal/children.txt"), include_str!("../personal/extracts.txt")];
    assert_eq!(failures(&cases.concat(), |_| true), Vec::<String>::new());
}

#[test]
fn contact_details_are_left_out_and_the_rest_is_read() {
    let cases = [include_str!("../personal/totals.txt"), include_str!("../personal/reports.txt")];
    let is_read = |opened: &Opened| matches!(opened, Opened::Tables(_));
    assert_eq!(failures(&cases.concat(), is_read), Vec::<String>::new());
}

#[test]
fn a_hundred_tables_of_totals_raise_no_alarm() {
    let tables = tables(include_str!("../personal/aggregate.txt"));
    assert_eq!(tables.len(), 100);
    let alarms: Vec<String> = tables
        .iter()
        .flat_map(|(name, table)| {
            found(table)
                .into_iter()
                .map(move |each| format!("{name}: {:?} in {}", each.kind, place_of_personal(&each)))
        })
        .collect();
    assert_eq!(alarms, Vec::<String>::new());
}

#[test]
fn people_are_found_where_they_stand() {
    let tables = tables(include_str!("../personal/personal.txt"));
    assert_eq!(tables.len(), 60);
    let mut wrong = Vec::new();
    for (name, table) in &tables {
        let (name, expected) = name.split_once('|').unwrap_or_else(|| panic!("{name} does not say where"));
        let found = found(table);
        let mut columns: Vec<String> =
            found.iter().filter(|each| each.place.column > 0).map(|each| each.place.letters()).collect();
        columns.dedup();
        let mut rows: Vec<String> = found
            .iter()
            .filter(|each| each.place.column == 0)
            .map(|each| each.place.row.to_string())
            .collect();
        rows.dedup();
        let told = if columns.is_empty() { format!("rows {}", rows.join(", ")) } else { columns.join(", ") };
        let told = if told == "rows " { "nothing".to_owned() } else { told };
        // What is known to be missed is written beside what should be found.
        let expected = expected.split_once("| known: finds ").map_or(expected, |(_, known)| known);
        if told != expected.trim() {
            wrong.push(format!(
                "{name}: expected {}, found {told} {:?}",
                expected.trim(),
                found.iter().map(|each| each.kind).collect::<Vec<_>>()
            ));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_found_is_gone() {
    let tables = tables(include_str!("../personal/personal.txt"));
    for (name, table) in &tables {
        let kept = format!("{:?}", open_text(table, &Options::default()));
        for value in ["@example", "07700 9", "999 ", "SW1A 1AA"] {
            assert!(!kept.contains(value), "{name} still holds {value}");
        }
    }
}

#[test]
fn a_comment_on_a_child_is_left_out_and_its_row_is_read() {
    let table = "Indicator\t2022/23\tComments\nThree or more placements\t51 of 646\tTwo were Jonah Brackenby\n\
                 Reviews on time\t612 of 638\tImproved since June\n";
    let Opened::Tables(sheets) = open_text(table, &Options::default()) else { panic!("it is refused") };
    let sheet = &sheets[0];
    assert_eq!(sheet.reading.figures().len(), 2);
    assert_eq!(
        sheet.left_out.iter().map(|each| (each.whose, each.place.row)).collect::<Vec<_>>(),
        [(Whose::Remark, 2)]
    );
    let is_note = |problem: &&Problem| matches!(problem.kind, ProblemKind::CommentsLeftOut(_));
    assert_eq!(sheet.reading.problems.iter().filter(is_note).count(), 1);
    assert!(!format!("{sheets:?}").contains("Brackenby"));
}

#[test]
fn titles_and_comments_are_looked_at_by_themselves() {
    for text in [
        "Moves of Jonah Brackenby",
        "Jonah's moves",
        "Child 41277: moves",
        "Visits to Maisie",
        "J.B., 14, male",
    ] {
        assert!(personal_in_text(text).is_some(), "{text}");
    }
    for text in [
        "Three or more placements",
        "Visits to Cherry Hinton",
        "Children in St Mary's ward",
        "Aged 14, by sex",
    ] {
        assert_eq!(personal_in_text(text), None, "{text}");
    }
}

#[test]
fn a_blank_row_does_not_hide_what_follows() {
    let cases = [
        "Name\tPlacements\nAda Oakhollow\t3\nBen Pellweather\t2\n\nCarl Brackenby\t1\nDan Millrace\t4\n",
        "Name\tPlacements\n\nAda Oakhollow\t3\nBen Pellweather\t2\n",
        "Name\tAda Oakhollow\nDOB\t12/03/2010\n",
        "ada@example.org\nben@example.org\n",
        "Ada Oakhollow\u{2019}s DOB\tPlacements\n12/03/2010\t3\n",
    ];
    for table in cases {
        let places: Vec<String> = found(table).iter().map(place_of_personal).collect();
        assert!(!places.is_empty(), "{table}");
        assert!(!places.concat().contains("Oakhollow"), "{places:?}");
        let kept = format!("{:?}", open_text(table, &Options::default()));
        for value in ["Oakhollow", "Brackenby", "12/03", "@example"] {
            assert!(!kept.contains(value), "{value} is left of {table}");
        }
    }
}

/// Twenty thousand cells that may each be a heading, and as many to leave out.
#[test]
fn long_tables_are_looked_through() {
    let words = "Foster carer\t12\n".repeat(20_000);
    assert_eq!(found(&words), []);
    let addresses = "child@example.org\n".repeat(20_000);
    let options = Options::default();
    assert!(matches!(open_text(&addresses, &options), Opened::Tables(_)));
}
