//! Which rows of the scorecard are shown, and in which order.

use yew::prelude::*;

use crate::compare::{Mark, Order, Origin, Scorecard, Standing, Topic};

/// Which rows of the scorecard are shown and in which order, on the scorecard as in a meeting; in no order of the person's own,
/// official figures come worst first and others by theme.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    pub order: UseStateHandle<Option<Order>>,
    pub standing: UseStateHandle<Option<Standing>>,
    pub mark: UseStateHandle<Option<Mark>>,
}

impl Shown {
    /// The order of a scorecard.
    pub(crate) fn order_of(&self, card: &Scorecard) -> Order {
        let by_default = if card.origin == Origin::Published { Order::Worst } else { Order::Theme };
        self.order.unwrap_or(by_default)
    }

    /// Returns what shows all rows of a topic when its link is followed, or `None` if it has no filter.
    pub(crate) fn link_to(&self, topic: Topic) -> Option<Callback<MouseEvent>> {
        let shown = self.clone();
        filter_of(topic).map(|_| Callback::from(move |_: MouseEvent| shown.show(topic)))
    }

    /// Shows all rows of a topic.
    pub(super) fn show(&self, topic: Topic) {
        if let Some((standing, mark)) = filter_of(topic) {
            self.standing.set(standing);
            self.mark.set(mark);
        }
    }

    /// Leaves the rows of a mark.
    pub(super) fn show_marked(&self, mark: Mark) {
        self.standing.set(None);
        self.mark.set(Some(mark));
    }
}

/// Returns the filter that leaves the rows of a topic, or `None` if there is none.
const fn filter_of(topic: Topic) -> Option<(Option<Standing>, Option<Mark>)> {
    match topic {
        Topic::Bad => Some((Some(Standing::Worse), None)),
        Topic::Good => Some((Some(Standing::Better), None)),
        Topic::Missed => Some((None, Some(Mark::TargetMissed))),
        Topic::Met => Some((None, Some(Mark::TargetMet))),
        Topic::Different => Some((Some(Standing::Different), None)),
        Topic::Uncertain => Some((Some(Standing::FarByChance), None)),
        Topic::Worsening => Some((None, Some(Mark::GettingWorse))),
        Topic::WorseThanBefore => Some((None, Some(Mark::WorseThanBefore))),
        Topic::WorseThanUsual | Topic::Unusual | Topic::Missing => None,
    }
}
