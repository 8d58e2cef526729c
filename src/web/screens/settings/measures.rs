//! The measures that lists offer.

use std::rc::Rc;

use yew::prelude::*;

use crate::indicator::{self, Measure};

use crate::web::parts::combobox::Choice;
use crate::words::screens::settings as words;

/// The measures of lists: the council's own, and those of the catalogue.
#[derive(Clone, PartialEq)]
pub(crate) struct Measures {
    own: Rc<Vec<Measure>>,
    /// Each as a choice.
    pub choices: Rc<Vec<Choice>>,
}

impl Measures {
    /// Those of the catalogue, and the council's own before them.
    pub(crate) fn with_own(own: &Rc<Vec<Measure>>) -> Self {
        let of_own = own.iter().map(|measure| Choice {
            key: AttrValue::from(measure.id.to_string()),
            text: words::own_measure(&measure.title).into(),
            also: "".into(),
        });
        let of_catalogue = indicator::all().iter().map(|indicator| Choice {
            key: AttrValue::Static(&indicator.id),
            text: (*indicator.title).into(),
            also: indicator.aliases.join(" ").into(),
        });
        let choices = Rc::new(of_own.chain(of_catalogue).collect());
        Self { own: own.clone(), choices }
    }

    /// The measure that a key is of.
    pub(crate) fn by_key(&self, key: &str) -> Option<Measure> {
        let own = self.own.iter().find(|measure| measure.id == key).cloned();
        own.or_else(|| indicator::by_id(key).map(Measure::from))
    }
}

/// How many indicators are offered for a text that is in none of their names.
const MEANT: usize = 5;

/// The keys of the indicators that a text means in other words: "lac rate" is "Children in care per 10,000 children".
pub(crate) fn indicators_meant() -> Callback<String, Vec<AttrValue>> {
    Callback::from(|text: String| {
        let candidates = indicator::candidates(&text, "", MEANT);
        candidates.into_iter().map(|indicator| AttrValue::Static(&indicator.id)).collect()
    })
}
