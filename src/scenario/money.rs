//! What posts cost.

use super::holders::KnockOn;

/// Cost of posts, in pounds. All but the first is neutral by default.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    /// Cost of a full-time post a year with on-costs, in the first month.
    pub per_post: f64,
    /// On-costs as a share of `per_post`, where that is without them.
    pub on_costs: f64,
    /// Share of all posts, those of now and new ones, filled by agency workers, 0 to 1.
    pub agency_share: f64,
    /// How much more an agency worker costs, as a share of the cost of a post.
    pub agency_premium: f64,
    /// How long agency workers stay.
    pub agency: Agency,
    /// The pay award, if there is one.
    pub award: Option<Award>,
    /// Cost of recruiting and inducting a full-time starter, paid in the month of the start.
    pub per_starter: f64,
    /// Cost of a full-time leaver, paid in the month of leaving.
    pub per_leaver: f64,
}

/// How long agency workers stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agency {
    /// As long as the months looked ahead.
    #[default]
    Always,
    /// To the end of this month.
    Until(usize),
    /// Fewer each month, evenly, so that there are none from this month on.
    FallingTo(usize),
}

/// A pay award each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Award {
    /// The award as a share: 0.03 is 3% a year.
    pub share: f64,
    /// The first month it is paid in; then every twelve months.
    pub month: usize,
}

impl Costs {
    /// How pay in a month compares with pay in month 1.
    fn pay(&self, month: usize) -> f64 {
        let Some(award) = self.award.filter(|award| month >= award.month) else { return 1.0 };
        (0..=(month - award.month) / 12).fold(1.0, |pay, _| pay * (1.0 + award.share))
    }

    /// What a full-time post costs a year without agency workers, at the pay of a month.
    fn post(&self, month: usize) -> f64 {
        self.per_post * (1.0 + self.on_costs) * self.pay(month)
    }

    /// What a full-time post costs a year on average, at the pay and with the share of agency workers of a month: a post of
    /// today, a new one, and one that stands empty for a while.
    pub fn average_post(&self, month: usize) -> f64 {
        self.post(month) * (1.0 + self.agency_share * self.agency_left(month) * self.agency_premium)
    }

    /// What so many posts, and those that follow from them, cost a year, at the pay and with the agency workers of a month;
    /// below 0 where they are fewer than now.
    pub(super) fn posts(&self, posts: f64, month: usize, knock_on: &[KnockOn]) -> f64 {
        let follow = |cost: f64, each: &KnockOn| cost + self.following(posts, month, each);
        posts * self.average_post(month) + knock_on.iter().fold(0.0, follow)
    }

    /// What the posts that follow from so many workers cost a year, at the pay of a month.
    pub(super) fn following(&self, posts: f64, month: usize, each: &KnockOn) -> f64 {
        each.of_workers(posts) * each.cost * self.pay(month)
    }

    /// What the posts that follow from so many children cost a year, at the pay of a month.
    pub(super) fn of_children(&self, children: f64, month: usize, knock_on: &[KnockOn]) -> f64 {
        let follow =
            |cost: f64, each: &KnockOn| cost + each.of_children(children) * each.cost * self.pay(month);
        knock_on.iter().fold(0.0, follow)
    }

    /// What vacant posts save a year, at first: those that nobody fills, less what agency workers in those `covered` cost more
    /// than the post.
    pub(super) fn saved_by_vacant(&self, vacant: f64, covered: f64) -> f64 {
        (vacant - covered) * self.average_post(1) - covered * self.post(1) * self.agency_premium
    }

    /// The share of the agency workers still there in a month.
    #[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
    fn agency_left(&self, month: usize) -> f64 {
        match self.agency {
            Agency::Always => 1.0,
            Agency::Until(last) => f64::from(u8::from(month <= last)),
            Agency::FallingTo(none) if month >= none => 0.0,
            Agency::FallingTo(none) => (none - month) as f64 / (none - 1) as f64,
        }
    }
}
