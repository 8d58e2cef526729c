//! Next month: what is asked when a table comes again with a month more.

use corporate_parenting_calculator::app::corrections::CorrectionsAction;
use corporate_parenting_calculator::app::lines::OwnAction;
use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::figure::Figure;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::screens::incoming;
use corporate_parenting_calculator::words::status::Status;

/// Next month: a column more, or the whole table again. What changed in earlier months is asked, and everything else stays.
#[test]
fn the_next_month_asks_about_corrections_and_keeps_the_rest() {
    let table = |rows: &[&str]| Action::Read(rows.join("\n"));
    let start = State::default()
        .after(table(&[
            "Indicator\tTarget\tJan 2024\tFeb 2024\tMar 2024",
            "Children in care\t\t640\t641\t638",
            "Dental checks\t90%\t80%\t81%\t82%",
            "Our golden thread score\t\t4\t5\t6",
        ]))
        .after(Setting::Period(Some(Period::Month(2024, 3))));
    let saved = start.private_copy().expect("it may stay inside");
    let kept = State::restored((*saved).clone());
    let next = kept.after(table(&[
        "Indicator\tTarget\tFeb 2024\tMar 2024\tApr 2024",
        "Children in care\t\t641\t631\t629",
        "Dental checks\t90%\t81%\t82.0%\t84%",
        "Our golden thread score\t\t5\t6\t7",
    ]));
    let values = |state: &State| {
        let figures = state.figures();
        let value = |month| {
            let is_of = |figure: &&Figure| {
                figure.indicator.id == "children-in-care" && figure.period == Some(Period::Month(2024, month))
            };
            figures.iter().filter(is_of).map(|figure| figure.amount.count().unwrap_or(0)).collect::<Vec<_>>()
        };
        [value(2), value(3), value(4)]
    };
    let asked: Vec<String> = next
        .corrections
        .as_slice()
        .iter()
        .map(|each| {
            let line = next.lines.get(each.line).expect("it is there");
            incoming::correction(&line.entry, &each.entry)
        })
        .collect();
    assert_eq!(asked, ["Children in care, March 2024: was 638, is 631"]);
    // The month that follows is reported on, once and for all measures.
    assert_eq!(next.settings.period, Some(Period::Month(2024, 4)));
    assert_eq!(
        next.targets.typed(&indicator::by_id("dental-checks").expect("the catalogue has it").into()).value,
        "90"
    );
    assert_eq!(values(&next), [vec![641], vec![638], vec![629]]);
    let taken = next.after(CorrectionsAction::Take(None));
    assert_eq!(values(&taken), [vec![641], vec![631], vec![629]]);
    assert!(taken.corrections.is_empty());
    assert_eq!(taken.message, Status::Corrected(1).into());
    let turned_down = next.after(CorrectionsAction::Keep(None));
    assert_eq!(values(&turned_down), values(&next));
    assert!(turned_down.corrections.is_empty());
    // One step back asks again, two take the month away.
    assert_eq!(taken.after(Action::Undo).corrections, next.corrections);
    assert_eq!(values(&next.after(Action::Undo))[2], Vec::<u64>::new());
    // A question that is open is kept with the page.
    let again = State::restored((*next.private_copy().expect("it may stay inside")).clone());
    assert_eq!(again.corrections.as_slice().len(), 1);
    assert_eq!(values(&again.after(CorrectionsAction::Take(None)))[1], [631]);
}

/// A column alone has no title above it: names settled below one are read as before, where that is certain.
#[test]
fn a_column_alone_is_read_as_the_table_with_its_title_was() {
    let settled = State::default()
        .after(Action::Read(
            "Ourtown corporate parenting scorecard\nIndicator\tJan 2024\tFeb 2024\nHugs at the party\t4\t5\nDental checks\t80%\t81%\n"
                .to_owned(),
        ))
        .after(OwnAction::KeepUnsettled);
    let own = |state: &State| {
        let figures = state.figures();
        figures.iter().filter(|figure| figure.indicator.is_own()).count()
    };
    assert_eq!(own(&settled), 2);
    for (column, expected) in [
        ("Indicator\tMar 2024\nHugs at the party\t6\nDental checks\t82%\n", 3),
        // Which of two it is nobody knows.
        ("Indicator\tMar 2024\nHugs at the party\t6\nHugs at the party\t7\nDental checks\t82%\n", 2),
    ] {
        assert_eq!(own(&settled.after(Action::Read(column.to_owned()))), expected, "{column}");
    }
}
