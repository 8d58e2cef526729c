//! Where the figures of each indicator come from.

use std::collections::BTreeMap;

use crate::release::Release;
use crate::table::Table;

/// Puts the release into `sources.csv`: the newest year, and the files it came from.
pub(crate) fn renew(sources: &mut Table, release: &Release) {
    let (Some(release_column), Some(files_column)) = (sources.column("release"), sources.column("files"))
    else {
        return;
    };
    let mut newest: BTreeMap<&str, (u16, usize)> = BTreeMap::new();
    for value in release.values.iter().filter(|value| value.is_england() && value.amount.is_ok()) {
        let known = newest.entry(&value.indicator.id).or_insert((value.year, value.file));
        *known = (*known).max((value.year, value.file));
    }
    for row in &mut sources.rows {
        let Some((year, file)) = newest.get(row[0].as_str()) else { continue };
        let file = &release.files[*file];
        row[release_column] = renewed(&row[release_column], *year);
        row[files_column] = with_file(&row[files_column], &file.name, file.year);
    }
}

/// `reporting year 2024` with a newer year in its place.
fn renewed(release: &str, year: u16) -> String {
    let named = release.rsplit_once(' ').and_then(|(words, named)| Some((words, named.parse::<u16>().ok()?)));
    match named {
        Some((words, named)) if named < year => format!("{words} {year}"),
        None if release.is_empty() => format!("reporting year {year}"),
        _ => release.to_owned(),
    }
}

/// The files with one more release: `a.csv (releases 2026, 2025); b.csv (release 2024)`.
fn with_file(files: &str, name: &str, year: u16) -> String {
    let mut parts: Vec<String> =
        files.split("; ").filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let of_this = parts.iter_mut().find_map(|part| {
        let years = part.strip_prefix(name)?.strip_prefix(" (release")?.strip_suffix(')')?;
        let years = years.trim_start_matches('s').trim().to_owned();
        Some((part, years))
    });
    match of_this {
        Some((_, years)) if years.split(", ").any(|known| known == year.to_string()) => {}
        Some((part, years)) => *part = format!("{name} (releases {year}, {years})"),
        None => parts.insert(0, format!("{name} (release {year})")),
    }
    parts.join("; ")
}
