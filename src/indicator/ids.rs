//! Every indicator by its id in capitals, so that an id that code needs and the data no longer have does not compile.

use super::{INDICATORS, Indicator};

include!(concat!(env!("OUT_DIR"), "/indicator_ids.rs"));
