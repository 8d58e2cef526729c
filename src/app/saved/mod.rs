//! What copies keep of the state: one that is published of the figures as they may leave, a private one of everything.

mod choices;
mod figures;
pub mod kept;
pub mod page;
mod private;
mod publishable;
mod release;
