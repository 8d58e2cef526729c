//! Who of the workers holds fewer cases, or none, and the posts that follow from them.

/// Newly qualified workers and how they count. Where a team is given in full-time equivalents, those there now come in
/// addition to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewlyQualified {
    /// Full-time equivalents now; not used where the team is given by its average.
    pub fte: f64,
    /// What one counts as: 0 left out (as the 2022/23 report does), 0.6 in use elsewhere, 1 in full.
    pub count_as: f64,
    /// What one counts as later, by months from now, or from the start of a recruit; in order. Empty: always the same.
    pub stages: Vec<Stage>,
    /// Share of the recruits who are newly qualified; where the team is given by its average, also of the team.
    pub share: f64,
}

/// A stage of the assessed year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// The first month in which it applies, 1 to 24.
    pub month: usize,
    /// What a worker counts as from then on, 0 to 1.
    pub count_as: f64,
}

impl NewlyQualified {
    /// What one counts as so many months after the start.
    pub(super) fn counts_after(&self, months: usize) -> f64 {
        let stage = self.stages.iter().rfind(|stage| stage.month <= months);
        stage.map_or(self.count_as, |stage| stage.count_as)
    }

    /// What a recruit counts as at the start, on average.
    pub(super) fn recruit(&self) -> f64 {
        1.0 - self.share + self.share * self.count_as
    }
}

/// What else keeps workers from a full caseload. Neutral by default.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holders {
    /// Share of working time lost to sickness and leave, 0 to below 1.
    pub absence: f64,
    /// Share of the vacant posts that agency workers fill; these hold cases.
    pub vacancies_covered: f64,
    /// Full-time equivalents of advanced practitioners in the team.
    pub advanced_fte: f64,
    /// What an advanced practitioner counts as.
    pub advanced_count_as: f64,
    /// Full-time equivalents per person: 0.8 where people work four days a week on average.
    pub fte_per_person: f64,
}

impl Default for Holders {
    fn default() -> Self {
        Self {
            absence: 0.0,
            vacancies_covered: 0.0,
            advanced_fte: 0.0,
            advanced_count_as: 1.0,
            fte_per_person: 1.0,
        }
    }
}

/// A post that follows from the number of workers or of children.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnockOn {
    /// Which post.
    pub post: KnockOnPost,
    /// How many workers, or children, there are per post.
    pub per: f64,
    /// Cost of a full-time post a year with on-costs; 0 where not known.
    pub cost: f64,
}

/// Which post follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnockOnPost {
    /// A team manager, for six or seven workers.
    Manager,
    /// Business support, for a number of workers.
    BusinessSupport,
    /// An independent reviewing officer, for 50 to 70 children: they follow from the children, not from the target.
    ReviewingOfficer,
}

impl KnockOn {
    /// Posts more than now that follow from so many more workers in post and children.
    pub(super) fn extra(&self, posts: f64, children: f64) -> f64 {
        self.of_workers(posts) + self.of_children(children)
    }

    /// Posts that so many workers in post take; none where the post follows from the children.
    pub(super) fn of_workers(&self, posts: f64) -> f64 {
        if self.post == KnockOnPost::ReviewingOfficer { 0.0 } else { posts / self.per }
    }

    /// Posts that so many children take; none where the post follows from the workers.
    pub(super) fn of_children(&self, children: f64) -> f64 {
        if self.post == KnockOnPost::ReviewingOfficer { children / self.per } else { 0.0 }
    }
}
