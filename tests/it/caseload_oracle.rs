//! Caseload scenarios with everything they take, against what `tests/oracles/caseloads.py` worked out apart.

use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, Agency, Award, CaseKind, CaseloadInputs, Costs, Growth, Holders, Hours, KnockOn, KnockOnPost,
    NewlyQualified, Recruiting, Staffing, Stage, Team, Year, caseload,
};

use crate::common::{Case, table};

/// The parts of a cell, of which a list has several.
fn parts(cell: &str) -> Vec<&str> {
    cell.split(':').collect()
}

fn number(text: &str) -> f64 {
    if text == "infinity" {
        AS_NEEDED
    } else {
        text.parse().unwrap_or_else(|_| panic!("{text} is not a number"))
    }
}

fn month(text: &str) -> usize {
    text.parse().unwrap_or_else(|_| panic!("{text} is no month"))
}

fn knock_on(row: &Case, column: &str, post: KnockOnPost) -> Option<KnockOn> {
    let (per, cost) = row.get(column).split_once(':')?;
    Some(KnockOn { post, per: number(per), cost: number(cost) })
}

fn inputs(row: &Case) -> CaseloadInputs {
    let cell = |column: &str| row.get(column);
    let of = |column: &str| number(cell(column));
    let [team, growth, newly, advanced, agency] =
        ["team", "growth", "newly", "advanced", "agency"].map(|column| parts(cell(column)));
    let stages = cell("stages").split_whitespace().map(parts);
    let mix = cell("mix").split_whitespace().map(parts);
    let managers = knock_on(row, "managers", KnockOnPost::Manager);
    let reviewing = knock_on(row, "reviewing", KnockOnPost::ReviewingOfficer);
    let size = number(team[1]);
    CaseloadInputs {
        newly_qualified: NewlyQualified {
            fte: number(newly[0]),
            count_as: number(newly[1]),
            share: number(newly[2]),
            stages: stages
                .map(|stage| Stage { month: month(stage[0]), count_as: number(stage[1]) })
                .collect(),
        },
        vacant_fte: of("vacant"),
        growth: match growth[0] {
            "share" => Growth::Share(number(growth[1])),
            _ => Growth::Number(number(growth[1])),
        },
        apart: cell("apart")
            .split_once(':')
            .map(|(apart, growth)| (number(apart), Growth::Share(number(growth)))),
        staffing: Staffing {
            turnover: of("turnover"),
            hires_per_month: of("hires"),
            months_to_start: month(cell("lag")),
        },
        recruiting: if cell("always") == "x" { Recruiting::Always } else { Recruiting::ToTarget },
        holders: Holders {
            absence: of("absence"),
            vacancies_covered: of("covered"),
            advanced_fte: number(advanced[0]),
            advanced_count_as: number(advanced[1]),
            ..Holders::default()
        },
        knock_on: managers.into_iter().chain(reviewing).collect(),
        mix: mix
            .map(|kind| CaseKind {
                children: number(kind[0]),
                weight: number(kind[1]),
                travel_hours: number(kind[2]),
            })
            .collect(),
        start: cell("start")
            .split_once(':')
            .and_then(|(year, month)| Some(Period::Month(year.parse().ok()?, month.parse().ok()?))),
        months: month(cell("months")),
        hours: Some(Hours { per_week: of("hours"), direct_share: 0.3 }),
        costs: Some(Costs {
            per_post: of("post"),
            on_costs: of("on_costs"),
            agency_share: number(agency[0]),
            agency_premium: number(agency[1]),
            agency: match agency[2] {
                "always" => Agency::Always,
                "until" => Agency::Until(month(agency[3])),
                _ => Agency::FallingTo(month(agency[3])),
            },
            award: cell("award")
                .split_once(':')
                .map(|(share, first)| Award { share: number(share), month: month(first) }),
            per_starter: of("starter"),
            per_leaver: of("leaver"),
        }),
        ..CaseloadInputs::steady(
            of("children"),
            if team[0] == "fte" { Team::Fte(size) } else { Team::Caseload(size) },
            of("target"),
        )
    }
}

#[test]
fn paths_and_money_are_those_worked_out_apart() {
    for row in table("caseloads.csv") {
        let inputs = inputs(&row);
        let found = caseload(&inputs).unwrap_or_else(|error| panic!("{row}: {error:?}"));
        let last = found.path.months.last().unwrap_or_else(|| panic!("{row}"));
        for (column, number) in [("posts_at_end", found.extra_posts_at_end), ("caseload", last.caseload)] {
            let expected: f64 = row.parse(column);
            assert!((number - expected).abs() <= 0.000_051, "{row}: {column} is {number}");
        }
        let reached = found.path.reached_in_month.map(|month| month.to_string());
        assert_eq!(reached.unwrap_or_default(), row.get("reached"), "{row}");
        // To the penny.
        let pence = |pounds: Option<f64>| {
            let text = format!("{:.2}", pounds.unwrap_or(f64::NAN)).replace('.', "");
            text.parse::<i64>().unwrap_or_else(|_| panic!("{row}: {text} pence"))
        };
        let full_year = found.cost_per_year.map(|cost| libm::round(cost * 100.0) / 100.0);
        let sums = [("full_year", full_year), ("saved", found.saved_by_empty)];
        for (column, pounds) in sums {
            assert_eq!(pence(pounds), row.parse::<i64>(column), "{row}: {column}");
        }
        let year = |(index, year): (usize, &Year)| {
            let name = year.year.map_or(index + 1, |year| usize::from(year.year()) % 100);
            format!("{name}:{}:{}", pence(year.extra_cost), pence(year.total_cost))
        };
        let years: Vec<String> = found.by_year.iter().enumerate().map(year).collect();
        assert_eq!(years.join(" "), row.get("years"), "{row}");
    }
}
