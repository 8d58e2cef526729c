//! How many measures go which way and how many miss their target, each a filter of the rows.

use yew::prelude::*;

use crate::compare::{Course, Outlook, OverTime, OverTimeRow};
use crate::indicator::Theme;

use crate::web::screens::scorecard::over_time::row::sign;
use crate::words::courses;
use crate::words::screens::{over_time as labels, scorecard};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    /// Those that go so.
    Course(Course),
    /// Those that miss their target.
    MissesTarget,
    /// Those that cannot reach it as things are.
    CannotReach,
}

impl Filter {
    /// Whether it leaves a row in: none of all pupils, who are no children in care.
    pub(super) fn shows(self, row: &OverTimeRow) -> bool {
        is_of_care(row)
            && match self {
                Self::Course(course) => row.course() == Some(course),
                Self::MissesTarget => row.misses_target(),
                Self::CannotReach => row.outlook == Some(Outlook::CannotMeet),
            }
    }
}

fn is_of_care(row: &OverTimeRow) -> bool {
    row.measure.theme != Theme::AllPupils
}

/// A filter for each way that some of the rows go, and one for those that miss their target.
pub(super) fn filter_bar(over_time: &OverTime, filter: &UseStateHandle<Option<Filter>>) -> Html {
    let chip = |each: Option<Filter>, sign: Html, text: String| {
        let onclick = {
            let filter = filter.clone();
            Callback::from(move |_: MouseEvent| filter.set(if *filter == each { None } else { each }))
        };
        html! {
            <button type="button" class="filter" aria-pressed={(**filter == each).to_string()} {onclick}>{ sign }{ text }</button>
        }
    };
    let counted = |each: Filter, sign: Html, text: &dyn Fn(usize) -> String| {
        let count = over_time.rows.iter().filter(|row| each.shows(row)).count();
        (count > 0).then(|| chip(Some(each), sign, text(count)))
    };
    let of_course = |course: Course| {
        let text = |count| labels::counted(courses::course_text(course), count);
        counted(Filter::Course(course), sign(course), &text)
    };
    let of_care = over_time.rows.iter().filter(|row| is_of_care(row)).count();
    if of_care < 2 {
        return html! {};
    }
    html! {
        <div class="filters over-time-filters" role="group" aria-label={scorecard::FILTER}>
            { chip(None, html! {}, scorecard::all_measures(of_care)) }
            { for Course::ALL.into_iter().filter_map(of_course) }
            { for counted(Filter::MissesTarget, html! {}, &labels::targets_missed) }
            { for counted(Filter::CannotReach, html! {}, &labels::cannot_reach) }
        </div>
    }
}
