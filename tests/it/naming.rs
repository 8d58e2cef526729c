//! What names say: beside their subject, and of their subject.

use corporate_parenting_calculator::indicator::{Good, Kind, Match, asides, by_id, candidates, match_name};
use corporate_parenting_calculator::read::read;

use crate::common::table;

/// A period or target in a name is left out of what it means, and is known all the same.
#[test]
fn periods_and_targets_in_names_are_given_out() {
    let mut wrong = Vec::new();
    for row in table("asides.csv") {
        let found = asides(row.get("name"));
        let found = [found.periods.join(" | "), found.targets.join(" | ")];
        if found != ["periods", "targets"].map(|column| row.get(column).to_owned()) {
            wrong.push(format!("{row}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names written as councils write them, each with what it means: an indicator, its `numerator`, a `part` of it, its
/// `complement`, what to `ask`, `none`, or `nothing` where no measure is near enough to offer.
#[test]
fn names_not_met_before_are_read_or_offered_and_never_as_another() {
    let (mut known, mut right, mut offered) = (0, 0, 0);
    let mut wrong = Vec::new();
    for row in table("unseen_names.csv") {
        let (name, context, expected) = (row.get("name"), row.get("context"), row.get("expected"));
        let found = match_name(name, context);
        let settled = match &found {
            Match::Exact(indicator) | Match::Close(indicator) => Some(&*indicator.id),
            Match::Numerator(indicator) if indicator.kind != Kind::Share => Some(&*indicator.id),
            Match::Numerator(_) | Match::Ambiguous(_) | Match::Unknown => None,
        };
        let near = match &found {
            Match::Ambiguous(several) => several.clone(),
            _ => candidates(name, context, 3),
        };
        let is_well = match expected.split_once(':') {
            None if expected == "nothing" => found == Match::Unknown && near.is_empty(),
            None if expected != "none" => {
                known += 1;
                right += usize::from(settled == Some(expected));
                let is_first = near.first().is_some_and(|first| first.id == expected);
                offered += usize::from(settled == Some(expected) || is_first);
                settled.is_none_or(|settled| settled == expected)
            }
            Some(("numerator", of)) => matches!(&found, Match::Numerator(indicator) if indicator.id == of),
            Some(("ask", of)) => {
                let is_asked = |id: &str| near.iter().any(|each| each.id == id);
                settled.is_none() && of.split('|').all(is_asked)
            }
            Some(("complement", of)) => {
                let is_good = |id: &str| by_id(id).is_some_and(|each| each.good == Good::High);
                settled.is_none() && is_good(of) && !near.iter().any(|each| each.good == Good::High)
            }
            _ => settled.is_none() && !matches!(found, Match::Numerator(_)),
        };
        if !is_well {
            wrong.push(format!("{row}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        100 * right >= 85 * known && 100 * offered >= 97 * known,
        "{right} read, {offered} offered first, of {known}"
    );
}

/// What else a name may mean is found by the search.
#[test]
fn no_name_is_asked_with_more_than_three_measures() {
    for row in table("names.csv").iter().chain(&table("unseen_names.csv")) {
        let reading = read(&format!("{}\n\n{}\t12\n", row.get("context"), row.get("name")));
        for question in reading.questions() {
            assert!(question.options.len() <= 3, "{row}: {:?}", question.options.len());
        }
    }
}

/// What is longer than a name can be is none: 400 letters are one, 401 are not.
#[test]
fn a_text_longer_than_a_name_says_nothing() {
    let name = |length: usize| {
        let name = "Dental checks 2024/25";
        format!("{name}{}", " ".repeat(length - name.len()))
    };
    for (length, is_name) in [(400, true), (401, false)] {
        let name = name(length);
        assert_eq!(matches!(match_name(&name, ""), Match::Exact(_)), is_name, "{length}");
        assert_eq!(!asides(&name).periods.is_empty(), is_name, "{length}");
    }
}
