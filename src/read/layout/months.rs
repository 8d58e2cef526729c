//! Monthly and quarterly tables: periods across, indicators down.

use crate::read::block::Block;
use crate::read::header::Header;
use crate::read::{Layout, Reading};

pub(super) fn read(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    super::use_layout(Layout::Months, &mut reading.layouts);
    for row in &block.rows {
        super::read_across(block, header, row, reading);
    }
}
