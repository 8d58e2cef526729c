//! What undo goes back to.

use std::rc::Rc;

use crate::published::Published;
use crate::read::Mapping;

use crate::app::commentary::Commentary;
use crate::app::corrections::Corrections;
use crate::app::draft::Draft;
use crate::app::lines::Lines;
use crate::app::names::Names;
use crate::app::scenarios::Scenarios;
use crate::app::settings::Settings;
use crate::app::stated::Stated;
use crate::app::targets::Targets;

/// All that a person entered and chose. What is still on its way in is not part of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Snapshot {
    pub(super) lines: Lines,
    pub(super) names: Names,
    pub(super) settings: Settings,
    pub(super) targets: Targets,
    pub(super) corrections: Corrections,
    pub(super) stated: Stated,
    pub(super) commentary: Commentary,
    pub(super) published: Published,
    pub(super) scenarios: Scenarios,
    pub(super) draft: Draft,
    pub(super) mappings: Rc<Vec<Mapping>>,
}
