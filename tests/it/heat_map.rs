//! The heat map: the same values and quarters as each council's own scorecard has.

use corporate_parenting_calculator::area::{self, Area, NeighbourModel, neighbours};
use corporate_parenting_calculator::compare::{
    Across, CannotSay, Choices, ComparatorKind, HeatCell, HeatColumn, HeatMap, NEIGHBOURS, OfOthers,
    Quartile, REGION, Row, Scorecard, Spans, Standing, Target, Verdict, Way, profile, scorecard,
};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator::{self, Kind, Span};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::read::read;

use crate::common::decimal;

fn cambridgeshire() -> Choices {
    Choices { council: area::by_code("873"), ..Choices::default() }
}

fn of(council: &'static Area, period: Option<Period>) -> Scorecard {
    profile(&Choices { council: Some(council), period, ..Choices::default() })
}

/// A value, its quarter and the status.
type Said = (Option<String>, Option<&'static str>, Option<(&'static str, Standing)>);

/// What the scorecard of a council says of a figure.
fn said(row: &Row) -> Said {
    let quarter = row.position.as_ref().ok().and_then(|position| position.quartile.ok());
    let status = (row.standing() != Standing::NotCompared).then(|| (row.verdict.id(), row.standing()));
    (row.shown.map(|shown| shown.to_string()), quarter.map(Quartile::letter), status)
}

fn shown(cell: HeatCell) -> Said {
    let status = cell.judged.map(|judged| (judged.verdict.id(), judged.standing));
    (cell.value.ok().map(|value| value.to_string()), cell.quarter.map(Quartile::letter), status)
}

/// Better, worse, higher or lower by more than chance explains.
fn is_clear(standing: Standing) -> bool {
    [Standing::Better, Standing::Worse, Standing::Different].contains(&standing)
}

#[test]
fn each_kind_of_columns_has_its_name() {
    let names = Across::ALL.map(Across::id);
    assert_eq!(names, ["neighbours", "councils", "periods"]);
    assert_eq!(names.map(Across::by_id), Across::ALL.map(Some));
}

/// Beside measures that nobody publishes there are no columns of others; of a time after the newest figures the others are of that year.
#[test]
fn others_are_there_where_they_have_figures_and_say_of_which_year() {
    let latest = published::latest_year();
    let map = |text: &str, period: u16, across, council| {
        let choices = Choices { council, period: Some(Period::Year(period)), ..Choices::default() };
        HeatMap::of(&scorecard(&read(text).figures(), &choices), &choices, across)
    };
    let council = area::by_code("873");
    let local = map("Reviews held on time: 97%", 2023, Across::Neighbours, council);
    assert_eq!(local.columns, [HeatColumn::Own]);
    let both = "Reviews held on time: 97%\nDental checks: 70 of 100";
    for (period, across, expected) in [
        (2023, Across::Neighbours, OfOthers::SameTime),
        (latest + 1, Across::Neighbours, OfOthers::Year(latest)),
        (latest + 1, Across::Periods, OfOthers::SameTime),
    ] {
        let found: Vec<OfOthers> =
            map(both, period, across, council).rows.iter().map(|row| row.others).collect();
        assert!(found.contains(&OfOthers::SameTime) && found.contains(&expected), "{period}: {found:?}");
    }
    // Without a council it has no place among them, and is beside England of its own year.
    let alone = map("Dental checks: 70 of 100", 2023, Across::Neighbours, None);
    let checks = indicator::by_id("dental-checks").expect("the catalogue has it");
    let england = published::official(checks, area::england(), 2023).map(|official| official.value);
    assert_eq!(alone.rows[0].cells[1].map(|cell| cell.value), england);
}

/// The population that a person typed is that of the own council, not of others.
#[test]
fn a_population_is_of_one_council_only() {
    let cells = |population| {
        let choices = Choices { population, period: Some(Period::Year(2023)), ..cambridgeshire() };
        let card = scorecard(&read("Rate of children in care per 10,000: 48.1").figures(), &choices);
        let map = HeatMap::of(&card, &choices, Across::Neighbours);
        map.rows[0].cells[1..].to_vec()
    };
    let of_others = cells(None);
    assert!(of_others.iter().flatten().filter(|cell| cell.verdict.is_some()).count() > 5, "{of_others:?}");
    assert_eq!(cells(Some(500)), of_others);
}

#[test]
fn neighbours_have_the_quarters_of_their_own_scorecards() {
    let choices = cambridgeshire();
    let card = profile(&choices);
    let map = HeatMap::of(&card, &choices, Across::Neighbours);
    assert_eq!(map.rows.len(), card.rows.len());
    let closest = choices.council.map(|council| neighbours(council, NeighbourModel::default()));
    let averages = [&REGION, &NEIGHBOURS].map(HeatColumn::Comparator);
    let expected: Vec<HeatColumn> = [HeatColumn::Own, HeatColumn::Area(area::england())]
        .into_iter()
        .chain(averages)
        .chain(closest.into_iter().flatten().map(HeatColumn::Area))
        .collect();
    assert_eq!(map.columns, expected);
    for (row, heat) in card.rows.iter().zip(&map.rows) {
        assert_eq!(heat.differs, is_clear(row.standing()), "{}", row.indicator.id);
    }
    let mut compared = 0;
    for (column, heading) in map.columns.iter().enumerate() {
        let HeatColumn::Area(council) = *heading else { continue };
        if council == area::england() {
            continue;
        }
        let own = of(council, None);
        for (row, heat) in card.rows.iter().zip(&map.rows) {
            let theirs = own.rows.iter().find(|each| each.indicator == row.indicator);
            let same_year = theirs.filter(|theirs| {
                theirs.period == row.period && !theirs.is_old() && heat.others == OfOthers::SameTime
            });
            if let Some((theirs, cell)) = same_year.zip(heat.cells[column]) {
                assert_eq!(shown(cell), said(theirs), "{} of {}", row.indicator.id, council.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared} cells were compared");
    for (column, kind) in [(2, &REGION), (3, &NEIGHBOURS)] {
        for (row, heat) in
            card.rows.iter().zip(&map.rows).filter(|(_, heat)| heat.others == OfOthers::SameTime)
        {
            let stated = row.comparisons.iter().find(|it| it.with.kind == kind);
            let outcome = stated.and_then(|it| it.outcome.as_ref().ok());
            let same_year =
                outcome.filter(|it| Some(it.year) == row.period.map(|own| own.year_on(row.indicator.basis)));
            let cell = heat.cells[column].map(|cell| cell.value);
            assert_eq!(cell, same_year.map(|it| Ok(it.shown)), "{} of {}", row.indicator.id, kind.id);
        }
    }
}

#[test]
fn periods_have_the_quarters_of_their_own_years() {
    let choices = cambridgeshire();
    let card = profile(&choices);
    let map = HeatMap::of(&card, &choices, Across::Periods);
    for (column, heading) in map.columns.iter().enumerate() {
        let HeatColumn::Period(period) = *heading else { panic!("{heading:?} is not a period") };
        for (row, heat) in card.rows.iter().zip(&map.rows) {
            // Each figure up to the newest has its cell.
            let past = row.history.iter().find(|past| past.period == period).map(|past| match past.amount {
                Amount::Withheld(symbol) => Err(symbol),
                _ => Ok(past.shown),
            });
            let cell = heat.cells[column].map(|cell| cell.value.map(Some));
            assert_eq!(cell, past, "{} of {period}", row.indicator.id);
            let judged = heat.cells.iter().flatten().filter_map(|cell| cell.judged);
            assert_eq!(
                heat.differs,
                judged.map(|judged| judged.standing).any(is_clear),
                "{}",
                row.indicator.id
            );
        }
        let then = choices.council.map(|council| of(council, Some(period)));
        for (row, heat) in card.rows.iter().zip(&map.rows) {
            let rows = then.iter().flat_map(|card| &card.rows);
            let of_year =
                rows.into_iter().find(|each| each.indicator == row.indicator && each.period == Some(period));
            let cell = heat.cells[column];
            if let Some((of_year, cell)) =
                of_year.zip(cell).filter(|(of_year, _)| !of_year.is_old() && !row.is_old())
            {
                assert_eq!(shown(cell), said(of_year), "{} of {period}", row.indicator.id);
                let few = Verdict::CannotSay(CannotSay::FewMeasured);
                let verdicts = [cell.verdict, of_year.england().map(|england| england.verdict)];
                let [here, there] = verdicts.map(|verdict| verdict.filter(|it| *it != few));
                assert_eq!(here, there, "{} of {period}", row.indicator.id);
            }
        }
    }
    let newest: Vec<Option<Period>> = map.rows.iter().map(|row| row.period).collect();
    assert!(newest.iter().flatten().all(|period| map.columns.contains(&HeatColumn::Period(*period))));
}

#[test]
fn chosen_councils_stand_side_by_side_with_own_figures() {
    let also = ["926", "873", "935"].into_iter().filter_map(ComparatorKind::by_id).collect();
    let choices = Choices { also, period: Period::parse("2023").ok(), ..cambridgeshire() };
    let card = scorecard(&read("Three or more placements: 51 of 646\nMissing: 20\n").figures(), &choices);
    let map = HeatMap::of(&card, &choices, Across::Councils);
    let names: Vec<&str> = map
        .columns
        .iter()
        .filter_map(|column| match column {
            HeatColumn::Area(area) => Some(area.name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["England", "Norfolk", "Suffolk"]);
    let placements = map.rows.iter().find(|row| row.measure.id == "three-or-more-placements");
    // At a glance it has no more decimals than England's beside it.
    let glance = placements.and_then(|row| row.at_a_glance(&row.cells[0]?).ok());
    assert_eq!(glance.map(|value| value.to_string()).as_deref(), Some("8"));
    let own = placements.and_then(|row| row.cells[0]).map(shown);
    assert_eq!(own, Some((Some("7.9".to_owned()), Some("A"), Some(("better", Standing::Better)))));
    // Numbers of children have no quarter and no verdict.
    let counts = map.rows.iter().filter(|row| row.measure.kind == Kind::Count);
    let cells: Vec<HeatCell> = counts.flat_map(|row| &row.cells).flatten().copied().collect();
    assert!(cells.iter().all(|cell| cell.quarter.is_none() && cell.judged.is_none()));
}

/// By whatever way is chosen, the council's own figure has the status that its row in the list has, and no other council is judged by a
/// target, which is its own.
#[test]
fn own_figures_have_the_status_of_the_list() {
    let text = "Three or more placements: 51 of 646\nDental checks\t57.1%\nPathway plans in place: 90 of 100";
    let figures = read(text).figures();
    let target = Target { value: decimal("95"), tolerance: decimal("0") };
    let targets = figures.iter().map(|figure| (figure.indicator.clone(), target)).collect();
    let base = Choices { period: Period::parse("2023").ok(), targets, ..cambridgeshire() };
    for way in Way::ALL {
        let choices = Choices { way, ..base.clone() };
        for card in [scorecard(&figures, &choices), profile(&choices)] {
            for across in Across::ALL {
                let map = HeatMap::of(&card, &choices, across);
                for (row, heat) in card.rows.iter().zip(&map.rows) {
                    let at = map.columns.iter().position(|column| match *column {
                        HeatColumn::Own => true,
                        HeatColumn::Period(period) => row.period == Some(period),
                        _ => false,
                    });
                    let own = at.and_then(|at| heat.cells[at]);
                    let (value, quarter, status) = said(row);
                    // Over time, what has no status is as its target says.
                    let by_target = (across == Across::Periods && row.is_judged_by_target_alone())
                        .then_some((row.verdict.id(), Standing::Worse));
                    let said = (value, quarter, status.or(by_target));
                    assert_eq!(own.map(shown), Some(said), "{} by {}", row.indicator.id, way.id());
                    let others = heat.cells.iter().enumerate().filter(|(index, _)| Some(*index) != at);
                    let is_judged = others.flat_map(|(_, cell)| cell).any(|cell| cell.judged.is_some());
                    assert!(
                        across == Across::Periods || way != Way::Target || !is_judged,
                        "{}",
                        row.indicator.id
                    );
                }
            }
        }
    }
}

/// What a table of months says of care leavers and children, as heat maps of different columns have it.
fn of_months(span: Span, across: Across) -> HeatMap {
    let text = "Measure\tJan 2025\tFeb 2025\tMar 2025\nCare leavers in suitable accommodation\t60%\t60%\t90%\n\
        Children who started to be looked after\t20\t22\t21\nThree or more placements\t10.1%\t10.2%\t10.5%\n";
    let spans = Spans { of_table: Some(span), ..Spans::default() };
    let choices = Choices { period: Period::parse("2025-03").ok(), spans, ..cambridgeshire() };
    HeatMap::of(&scorecard(&read(text).figures(), &choices), &choices, across)
}

/// Beside a month alone there are no figures of years, in no column, as in the list; beside twelve months there are.
#[test]
fn figures_of_years_are_not_set_beside_a_month_alone() {
    let alone = of_months(Span::InMonth, Across::Neighbours);
    for row in &alone.rows {
        assert_eq!(row.others, OfOthers::NotShown, "{}", row.measure.id);
        assert_eq!(row.cells.iter().flatten().count(), 1, "{}", row.measure.id);
    }
    let rolling = of_months(Span::RollingYear, Across::Neighbours);
    for row in &rolling.rows {
        assert_eq!(row.others, OfOthers::Year(2025), "{}", row.measure.id);
        assert!(row.cells.iter().flatten().count() > 5, "{}", row.measure.id);
    }
}
