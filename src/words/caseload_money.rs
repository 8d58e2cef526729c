//! What a caseload scenario costs, in sentences.

use crate::number::adds_up;
use crate::scenario::{Agency, Caseload, CaseloadInputs, KnockOnPost, Month, Year};

use super::text::{listed, model_number, month_name, pounds};

/// `1 month`, `24 months`.
pub(super) fn months_text(months: usize) -> String {
    if months == 1 { "1 month".to_owned() } else { format!("{months} months") }
}

/// The name of a year of a path: `2026/27`, or `year 1` where no first month is given; `index` is its place.
pub fn year_name(year: &Year, index: usize) -> String {
    year.year.map_or_else(|| format!("year {}", index + 1), |year| year.to_string())
}

/// A year of which the path has so many months: `2026/27 (5 months)`, `2027/28`.
pub fn part_of(year: &str, months: usize) -> String {
    match months {
        12.. => year.to_owned(),
        1 => format!("{year} (1 month)"),
        some => format!("{year} ({some} months)"),
    }
}

/// Returns how many of the posts that the target takes are vacant now and how many are new, with what the new ones cost, or
/// `None` if none is vacant.
pub fn vacant_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let (vacant, new) = found.vacant_and_new;
    if vacant < 0.05 {
        return None;
    }
    let one = |posts| model_number(posts, 1);
    let cost = found.cost_of_new_posts.zip(found.cost_per_year);
    let cost = cost.map(|(of_new, all)| {
        let of_vacant = pounds(all - of_new);
        if new < 0.05 {
            format!(" The vacant ones cost {of_vacant} in a full year, which the budget may already pay for.")
        } else {
            format!(
                " In a full year the new ones cost {}, and the vacant ones {of_vacant}, which the budget may already pay for.",
                pounds(of_new)
            )
        }
    });
    Some(format!(
        "Of the {} posts more than are filled today in {}, {} are vacant posts and {} are new.{}{}",
        one(found.full_year_posts),
        month_name(inputs.start, inputs.months),
        one(vacant),
        one(new),
        if adds_up(found.full_year_posts, &[vacant, new], 1) { "" } else { ROUNDED },
        cost.unwrap_or_default()
    ))
}

/// Returns at what pay a full year is counted and what is not in it, or `None` if there is nothing to say of it.
pub fn full_year_basis(inputs: &CaseloadInputs) -> Option<String> {
    let costs = inputs.costs.as_ref()?;
    let last = month_name(inputs.start, inputs.months);
    let pay = costs.award.map(|_| format!("is at the pay of {last}"));
    let others = (costs.per_starter + costs.per_leaver > 0.0)
        .then(|| "does not include the costs of starters and leavers".to_owned());
    let told: Vec<String> = [pay, others].into_iter().flatten().collect();
    (!told.is_empty()).then(|| format!("The full year {}.", listed(&told)))
}

/// Returns what holding the target takes at the end of the months, and what that costs a year, or `None` if it takes
/// no more posts, or if this is said already.
pub fn full_year_sentence(inputs: &CaseloadInputs, found: &Caseload, children: &str) -> Option<String> {
    let (posts, last) = (found.extra_posts_at_end, found.path.months.last()?);
    let is_said = found.cost_per_year.is_none() && (posts - found.extra_fte).abs() < 0.005;
    if posts < 0.005 || is_said {
        return None;
    }
    let paid = match recruits_beyond(found) {
        None => format!("Those {}", model_number(posts, 1)),
        Some(all) => format!("Recruitment goes on past that: the {} posts gained", model_number(all, 1)),
    };
    let parts = full_year_parts(inputs, found);
    let cost = found.cost_per_year.map(|cost| match parts {
        None => format!(" {paid} cost {} in a full year.", pounds(cost)),
        Some(parts) => {
            format!(" {paid}, with those that follow, cost {} in a full year: {parts}.", pounds(cost))
        }
    });
    Some(format!(
        "With {} {children} in {}, {} each takes {} posts (FTE): {} more than are filled today.{}",
        model_number(last.children, 0),
        month_name(inputs.start, inputs.months),
        model_number(inputs.target, 2),
        model_number(found.posts_now + posts, 1),
        model_number(posts, 1),
        cost.unwrap_or_default()
    ))
}

/// Returns what each part of the full year costs, the workers and the posts that follow, or `None` if nothing follows that
/// costs anything.
pub fn full_year_parts(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let posts = found.full_year_posts;
    let following = inputs.knock_on.iter().zip(&found.knock_on_costs).filter(|(_, cost)| cost.abs() >= 0.5);
    let parts: Vec<String> = following
        .map(|(each, cost)| {
            let count = model_number(posts.abs() / each.per, 1);
            format!("{} for {count} {}", pounds(*cost), following_posts(each.post))
        })
        .collect();
    let workers = found.cost_of_workers.filter(|_| !parts.is_empty())?;
    let workers = format!("{} for {} workers", pounds(workers), model_number(posts.abs(), 1));
    Some(listed(&std::iter::once(workers).chain(parts).collect::<Vec<_>>()))
}

/// Returns that nobody of an agency is left after a month of the path, and how many of today's posts are then permanent, or
/// `None` if agency workers stay.
pub fn agency_ends(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let costs = inputs.costs.as_ref().filter(|costs| costs.agency_share * costs.agency_premium > 0.0)?;
    let (verb, month) = match costs.agency {
        Agency::Always => return None,
        Agency::Until(month) => ("After", month),
        Agency::FallingTo(month) => ("From", month),
    };
    (month <= inputs.months).then(|| {
        format!(
            "{verb} {} nobody works through an agency: about {} FTE of today\u{2019}s posts, and the new ones, are then counted as \
             permanent. Recruiting them is not counted.",
            month_name(inputs.start, month),
            model_number(found.posts_now * costs.agency_share, 1)
        )
    })
}

/// Returns what the path costs, short, and what a full year at its end does, or `None` if no costs are given.
pub fn cost_of_path(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let (full_year, in_all) = (found.cost_per_year?, found.cost_over_period?);
    let posts = match recruits_beyond(found) {
        None => "once all posts are filled".to_owned(),
        Some(all) => format!("of the {} posts gained", model_number(all, 1)),
    };
    let parts = full_year_parts(inputs, found).or_else(|| parts_by_vacancy(found));
    let parts = parts.map_or_else(String::new, |parts| format!(" ({parts})"));
    let end = format!("{} in a full year {posts}{parts}", pounds(full_year));
    let months = months_text(inputs.months);
    Some(if found.path.starters() <= 0.0 {
        format!("Cost: {end}. {NO_RECRUITMENT}")
    } else if in_all <= -0.5 {
        format!("This path {} over {months}, while posts stand empty; {end}", pounds(in_all))
    } else {
        format!("Extra cost: {} over {months}; {end}", pounds(in_all))
    })
}

/// Returns what of a full year new posts and those vacant today cost, or `None` if none is vacant.
fn parts_by_vacancy(found: &Caseload) -> Option<String> {
    let (vacant, new) = found.vacant_and_new;
    let (of_new, all) = found.cost_of_new_posts.zip(found.cost_per_year).filter(|_| vacant >= 0.05)?;
    let one = |posts| model_number(posts, 1);
    Some(format!(
        "{} for {} new posts and {} for {} vacant today",
        pounds(of_new),
        one(new),
        pounds(all - of_new),
        one(vacant)
    ))
}

/// Where nobody is recruited, so that no year costs more.
pub const NO_RECRUITMENT: &str =
    "No recruitment is entered. Enter it to see the cost of each year and when a target is reached.";

/// Returns what each year of the path costs more, or `None` if no costs are given or no year costs anything else.
pub fn cost_by_year(found: &Caseload) -> Option<String> {
    let saves = found.by_year.iter().any(|year| year.extra_cost.is_some_and(|cost| cost <= -0.5));
    let why = if saves { ". Savings come from posts that stand empty." } else { "" };
    years_told(found, pounds).map(|years| format!("{years}{why}"))
}

/// Returns the extra cost of each year in these words, or `None` if no costs are given or no year costs anything else.
fn years_told(found: &Caseload, told: impl Fn(f64) -> String) -> Option<String> {
    if found.by_year.iter().all(|year| year.extra_cost.is_none_or(|cost| cost.abs() < 0.5)) {
        return None;
    }
    let year = |(index, year): (usize, &Year)| {
        let name = part_of(&year_name(year, index), year.months);
        Some(format!("{} in {name}", told(year.extra_cost?)))
    };
    let years: Vec<String> = found.by_year.iter().enumerate().filter_map(year).collect();
    Some(listed(&years))
}

/// After numbers of which the parts, as they are shown, do not add up to their total.
pub(super) const ROUNDED: &str = " Each number is rounded by itself.";

/// Returns what the path costs more than doing nothing, by year, or `None` if no costs are given.
pub fn cost_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let cost = found.cost_over_period?;
    let parts: Vec<f64> = found.by_year.iter().filter_map(|year| year.extra_cost).collect();
    let (months, rounded) = (months_text(inputs.months), if adds_up(cost, &parts, 0) { "" } else { ROUNDED });
    if cost >= 0.0 {
        let years = years_told(found, pounds)?;
        let cost = pounds(cost);
        return Some(format!(
            "This path costs {cost} more over {months} than only replacing leavers: {years}.{rounded}"
        ));
    }
    let only_saves = parts.iter().all(|cost| *cost <= 0.0);
    let years = years_told(found, |cost| match cost {
        saving if only_saves => pounds(saving.abs()),
        saving if saving < 0.0 => pounds(saving),
        more => format!("{} more", pounds(more)),
    })?;
    Some(format!(
        "This path {} over {months} compared with only replacing leavers, because posts stand empty: {years}.{rounded}",
        pounds(cost)
    ))
}

/// Returns what is saved along the path while posts that are filled today stand empty, or `None` if nothing is.
pub fn saved_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let saved = found.saved_by_empty.filter(|saved| *saved >= 0.5)?;
    let is_below = |month: &&Month| found.posts_now - month.posts_fte >= 0.05;
    let below: Vec<&Month> = found.path.months.iter().filter(is_below).collect();
    let (first, last) = (below.first()?.month, below.last()?.month);
    let name = |month| month_name(inputs.start, month);
    let when = if first == last {
        format!("in {}", name(first))
    } else {
        format!("from {} to {}", name(first), name(last))
    };
    Some(format!(
        "Fewer posts are filled than today {when}. That saves {} compared with doing nothing, which is counted in the extra cost.",
        pounds(saved)
    ))
}

/// Returns what the posts that are vacant now save a year if nothing is done, or `None` if there are none.
pub fn vacancies_sentence(inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let saving = found.vacancy_saving.filter(|saving| saving.abs() >= 0.5)?;
    let vacant = model_number(inputs.vacant_fte, 1);
    let amount = pounds(saving.abs());
    Some(if saving > 0.0 {
        format!(
            "Doing nothing also leaves today\u{2019}s {vacant} vacant posts (FTE) as they are, which saves {amount} a year."
        )
    } else {
        format!(
            "Today\u{2019}s {vacant} vacant posts (FTE) save nothing: the agency workers in them cost {amount} a year more."
        )
    })
}

/// Returns what a post costs with agency workers in their share of the posts, or `None` if it costs no more.
pub fn rate_of_posts(inputs: &CaseloadInputs) -> Option<String> {
    let costs = inputs.costs.as_ref().filter(|costs| costs.agency_share * costs.agency_premium > 0.0)?;
    let changes = costs.award.is_some() || costs.agency != Agency::Always;
    let first = if changes { format!(" in {}", month_name(inputs.start, 1)) } else { String::new() };
    Some(format!(
        "A post costs {} a year on average{first}: {}, plus {}% for the {}% filled by agency workers. This average is used for \
         today\u{2019}s posts, new posts and empty posts alike.",
        pounds(costs.average_post(1)),
        pounds(costs.per_post * (1.0 + costs.on_costs)),
        model_number(costs.agency_premium * 100.0, 1),
        model_number(costs.agency_share * 100.0, 1),
    ))
}

/// Returns the posts gained where recruitment goes on past those that the target takes, or `None` if it does not.
pub(super) fn recruits_beyond(found: &Caseload) -> Option<f64> {
    Some(found.full_year_posts).filter(|all| *all >= found.extra_posts_at_end + 0.05)
}

/// What the posts that follow are called, many.
pub const fn following_posts(post: KnockOnPost) -> &'static str {
    match post {
        KnockOnPost::Manager => "team managers",
        KnockOnPost::BusinessSupport => "business support posts",
        KnockOnPost::ReviewingOfficer => "reviewing officers",
    }
}
