//! How the workers and the cases of a scenario count.

use super::inputs::{CaseloadInputs, Team};

/// The team of a scenario now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Now {
    /// Full caseloads that it can hold.
    pub(super) holding: f64,
    /// Full-time equivalents in post.
    pub(super) posts: f64,
    /// Of those, newly qualified.
    pub(super) newly_qualified: f64,
    /// Posts that nobody is in.
    pub(super) vacant: f64,
}

impl Now {
    /// The team of these inputs.
    pub(super) fn of(inputs: &CaseloadInputs) -> Self {
        let (newly, holders) = (&inputs.newly_qualified, &inputs.holders);
        let vacant = inputs.vacant_fte * (1.0 - holders.vacancies_covered);
        let (posts, newly_qualified, holding) = match inputs.team {
            Team::Fte(fte) => {
                let in_post = fte - vacant;
                (in_post + newly.fte, newly.fte, in_post + newly.fte * newly.count_as)
            }
            Team::Caseload(caseload) => {
                let posts = inputs.children / caseload;
                (posts, posts * newly.share, posts * newly.recruit())
            }
        };
        let less = holders.advanced_fte * (1.0 - holders.advanced_count_as);
        Self { holding: (holding - less) * (1.0 - holders.absence), posts, newly_qualified, vacant }
    }
}

/// What the average child counts as: 1 and, for those of each kind, what they count as more. An hour of travel counts as
/// the share it takes of a worker's hours for a case at the target. Exactly 1 where every weight is neutral.
pub(super) fn weight(inputs: &CaseloadInputs, target: f64) -> f64 {
    let an_hour = inputs.hours.map_or(0.0, |hours| target / hours.a_month());
    inputs.mix.iter().fold(1.0, |weight, kind| {
        weight + kind.children * (kind.weight - 1.0 + kind.travel_hours * an_hour) / inputs.children
    })
}
