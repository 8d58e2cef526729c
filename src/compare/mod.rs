//! A council's figures compared with the official ones.
//!
//! [`scorecard()`] compares a council's own figures, [`profile()`] its official ones, with the same rows. They give
//! values, never text for people; the sentences are in [`crate::words`].
//!
//! | | |
//! |---|---|
//! | what is compared | `own_figures`, `of_period`, `local`, `missing`, `history`, `series` |
//! | with what | `choices`, `comparator`, `target`, `stated`, `spans`, `breaks`, `one_off` |
//! | what comes of it, for a row | `row`, `comparison`, `change`, `trend`, `gap`, `position`, `base`, `verdict`, `standing`, `trail`, `doubt`, `occasion` |
//! | for all rows | `scorecard`, `profile`, `selection`, `agenda`, `heat_map`, `over_time` |

mod agenda;
mod agreement;
mod base;
mod breaks;
mod change;
mod choices;
mod comparator;
mod comparison;
mod doubt;
mod gap;
mod getting;
mod heat_map;
mod history;
mod local;
mod missing;
mod occasion;
mod of_period;
mod one_off;
mod over_time;
mod own_figures;
mod plain;
mod position;
mod profile;
mod row;
mod scorecard;
mod selection;
mod series;
mod spans;
mod standing;
mod stated;
mod target;
mod trail;
mod trend;
mod usual;
mod verdict;

pub use agenda::{AgainstCouncil, Agenda, Group, Topic, against_councils, agenda, counted_once};
pub use agreement::{Agreement, agreement, is_same_time};
pub use base::Base;
pub use breaks::{Break, OwnBreak};
pub use change::{Change, Finer};
pub use choices::Choices;
pub use comparator::{
    Average, Comparator, ComparatorKind, Compares, ENGLAND, FURTHER, Members, NEIGHBOURS, Name, REGION,
    RankScope, SAME_TYPE, USUAL, UnknownComparator,
};
pub use comparison::{Age, Compared, Comparison, NoComparison};
pub use doubt::{Doubt, doubts};
pub use gap::Gap;
pub use getting::{Getting, Shown};
pub use heat_map::{Across, HeatCell, HeatColumn, HeatMap, HeatRow, Judged, OfOthers};
pub use history::{Origin, Past};
pub use local::Differs;
pub use missing::Missing;
pub use occasion::Occasion;
pub use of_period::{agree, periods};
pub use one_off::{OneOff, OneOffs};
pub use over_time::{
    Aside, Begins, Course, LastPeriods, Length, Level, Limits, Meaning, NotJudged, Outlook, OverTime,
    OverTimeCell, OverTimeRow, Pattern, Season, Shift, Stretch, Widened, begin_over_time, measures_without,
};
pub use own_figures::LeftOut;
pub use plain::{InARow, NotPlain};
pub use position::{Distribution, Position, Rank};
pub use profile::{profile, scorecard_or_profile};
pub use row::{Row, SMALL_COHORT};
pub use scorecard::{Scorecard, scorecard};
pub use selection::{Charted, Extent, Mark, Order, Selection};
pub use series::{Entered, Of, OfYear, Official as OfficialSeries, Series, series};
pub use spans::{Spans, TimeOf};
pub use standing::{FAR_POINTS, Standing};
pub use stated::StatedDiffers;
pub use target::{AgainstTarget, Miss, Target, TargetError, TargetField};
pub use trail::{Number, Operand, Origins, Step, Trail, trails};
pub use trend::{NoTrend, Steady, Trend};
pub use usual::{ByOwn, Unusual, WorseThanUsual};
pub use verdict::{CannotSay, Quartile, Side, Verdict, Way};
