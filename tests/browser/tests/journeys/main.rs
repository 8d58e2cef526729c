//! The journeys through the built page, each in three engines.
//!
//! To add one: write an async function in the file of its screen, and name it in one of the lists below.

mod checking;
mod copies;
mod face;
mod failing;
mod faults;
mod figures;
mod foreign;
mod incoming;
mod names;
mod opening;
mod over_time;
mod present;
mod profile;
mod saving;
mod scenarios;
mod scorecard;
mod showing;

use std::process::ExitCode;

use browser_tests::{Journey, run};

/// Every screen in the order of the menu, as its address ends.
const SCREENS: [&str; 8] = ["figures", "scorecard", "caseloads", "reach", "check", "report", "save", "about"];

/// A journey of the same name as its function.
macro_rules! journeys {
    ($($file:ident::$name:ident),* $(,)?) => {
        &[$((stringify!($name), |page| Box::pin($file::$name(page)))),*]
    };
}

/// What may depend on where the page came from: how it starts, its address and workers, the clipboard, what is saved and
/// opened again.
const EVERYWHERE: &[Journey] = journeys![
    opening::opens_and_is_ready,
    opening::keeps_everything_inside,
    opening::a_copy_saved_by_the_browser_starts_again,
    opening::a_damaged_copy_says_so,
    opening::a_browser_that_is_too_old_is_told_so,
    profile::an_address_opens_on_a_council,
    figures::ten_thousand_rows_stay_usable,
    incoming::a_workbook_is_read_sheet_by_sheet,
    incoming::official_files_come_before_the_built_in_figures,
    incoming::personal_data_is_turned_away,
    incoming::bad_files_leave_the_page_alive,
    failing::a_program_that_fails_loses_nothing,
    failing::a_mass_of_text_is_read_as_a_file_is,
    scorecard::the_example_is_compared,
    scorecard::the_table_is_copied,
    scorecard::a_copy_saved_with_figures_starts_clean,
    saving::a_blank_copy_is_the_page_itself,
    saving::downloads_hide_small_counts,
    saving::word_and_excel_files_are_downloaded,
    copies::a_private_working_copy_goes_on_where_it_was_left,
    copies::a_publishable_copy_holds_nothing_else,
    copies::a_file_is_saved_over,
    saving::leaving_with_unsaved_figures_asks,
    saving::the_promise_can_be_tried,
    scenarios::a_case_has_one_set_of_numbers,
    checking::a_draft_is_checked_by_keyboard,
    showing::charts_are_shown_and_saved,
    showing::from_paste_to_report_by_keyboard_alone,
    face::the_face_answers,
    foreign::copies_hold_nothing_of_an_extension,
    foreign::boxes_ask_that_nothing_is_kept_or_sent,
    foreign::junk_is_answered_with_an_error,
    foreign::why_it_does_not_start_is_told,
    foreign::why_a_file_is_not_read_is_told,
    faults::a_policy_on_top_is_borne_or_told,
];

/// What does not depend on it.
const FROM_DISK: &[Journey] = journeys![
    profile::choosing_a_council_shows_its_official_figures,
    profile::the_heat_map_shows_neighbours_councils_and_periods,
    profile::a_short_answer_leads_to_its_rows,
    profile::a_measure_is_found_from_anywhere,
    profile::a_council_that_is_no_more_opens_on_its_successor,
    profile::a_narrow_header_is_one_line_with_a_menu,
    faults::a_path_of_any_letters,
    faults::a_browser_without_storage_or_clock_is_enough,
    faults::what_a_browser_refuses_is_told,
    faults::a_worker_that_is_gone_can_be_given_up,
    faults::without_scripts_the_page_says_why,
    faults::two_pages_do_not_meet,
    faults::a_wrong_clock_changes_no_figure,
    faults::hours_of_rest_lose_nothing,
    faults::tables_that_come_and_go_leave_nothing,
    figures::pastes_the_real_tables,
    figures::tells_what_is_wrong_and_keeps_the_rest,
    figures::asks_what_an_unknown_name_means,
    figures::types_adds_deletes_and_undoes,
    figures::a_table_is_typed_by_hand,
    figures::a_key_draws_only_the_rows_it_changes,
    incoming::headings_that_are_not_understood_are_asked_for_once,
    incoming::another_separator_reads_again,
    incoming::problems_are_mended_where_they_are_listed,
    names::names_are_settled_once_by_keyboard_and_for_all_tables,
    names::own_measures_have_their_place_everywhere,
    names::two_hundred_names_are_asked_in_pages,
    scorecard::choices_change_the_comparison_at_once,
    scorecard::verdicts_are_reached_three_ways,
    scorecard::few_children_are_led_by_their_count,
    scorecard::pasted_care_leavers_are_compared,
    scorecard::every_screen_is_accessible_when_narrow,
    scorecard::a_number_leads_to_where_it_comes_from,
    over_time::months_open_over_time_and_rows_say_why,
    over_time::the_next_month_takes_few_presses,
    present::a_meeting_sees_one_measure_at_a_time,
    present::a_council_without_figures_is_presented,
    copies::commentary_is_written_by_keyboard,
    scenarios::caseloads_answer_at_once,
    scenarios::a_bad_input_keeps_the_last_answer,
    scenarios::what_it_would_take_is_exact,
    scenarios::scenarios_survive_other_screens,
    checking::a_draft_is_replaced_only_when_asked,
    checking::a_long_draft_is_left_to_workers,
    showing::hidden_figures_are_not_drawn,
    showing::the_report_is_whole,
    showing::a_long_report_is_folded,
    showing::every_screen_is_accessible_in_light_and_dark,
    showing::assistive_programs_are_given_names,
    showing::cells_move_as_in_a_spreadsheet,
    face::commentary_goes_with_its_measure,
    face::scenarios_answer,
    face::answers_are_of_the_declared_types,
    face::misuse_throws_a_whole_sentence,
];

fn main() -> ExitCode {
    run(EVERYWHERE, FROM_DISK)
}
