//! Measures of the council's own, as JavaScript describes them.

use wasm_bindgen::JsError;

use super::{indicator_of, shapes};
use crate::indicator::{Good, Kind, Measure, OwnMeasure, Theme};
use crate::read::{Entry, Reading, guessed_measure};
use crate::words::face::Misuse;

/// The measures that a caller describes.
pub(super) struct OwnMeasures(Vec<Described>);

struct Described {
    id: String,
    title: String,
    kind: Option<Kind>,
    good: Option<Good>,
    theme: Option<Theme>,
    definition: String,
}

impl OwnMeasures {
    /// The measures of a request.
    pub(super) fn of(given: Option<&[shapes::OwnMeasureRequest]>) -> Result<Self, Misuse> {
        given.unwrap_or_default().iter().map(described).collect::<Result<_, _>>().map(Self)
    }

    /// Reads their names as these measures.
    pub(super) fn keep_in(&self, reading: &mut Reading) {
        let ids: Vec<&str> = self.0.iter().map(|each| each.id.as_str()).collect();
        reading.keep_own(&ids, |id, guessed| match self.find(id) {
            Some(described) => described.over(&guessed),
            None => guessed,
        });
    }

    /// The measure of an id, in the catalogue or described here. What is not described is guessed from its figures.
    pub(super) fn measure(&self, id: &str, figures: &[shapes::Figure]) -> Result<Measure, JsError> {
        if !OwnMeasure::is_id(id) {
            return Ok(indicator_of(id)?.into());
        }
        let described = self.find(id).ok_or_else(|| Misuse::NoOwnMeasure(id.to_owned()))?;
        let entries: Vec<Entry> = figures.iter().filter(|figure| figure.indicator == id).map(entry).collect();
        let guessed = guessed_measure(&described.title, "", &entries.iter().collect::<Vec<_>>());
        Ok(Measure::from(&described.over(&guessed)))
    }

    fn find(&self, id: &str) -> Option<&Described> {
        self.0.iter().find(|each| each.id == id)
    }
}

impl Described {
    /// The measure described, with what it appears to be for what is not.
    fn over(&self, guessed: &OwnMeasure) -> OwnMeasure {
        OwnMeasure {
            id: self.id.clone(),
            title: self.title.clone(),
            kind: self.kind.unwrap_or(guessed.kind),
            good: self.good.unwrap_or(guessed.good),
            theme: self.theme.unwrap_or(guessed.theme),
            definition: self.definition.clone(),
        }
    }
}

fn described(given: &shapes::OwnMeasureRequest) -> Result<Described, Misuse> {
    let title = OwnMeasure::titled(&given.title);
    if title.title.is_empty() {
        return Err(Misuse::NoTitle);
    }
    let id = given.id.clone().unwrap_or(title.id);
    if !OwnMeasure::is_id(&id) {
        return Err(Misuse::NotAnOwnId(id));
    }
    Ok(Described {
        id,
        title: title.title,
        kind: named("kind", given.kind.as_deref(), Kind::ALL, Kind::id)?,
        good: named("good", given.good.as_deref(), Good::ALL, Good::id)?,
        theme: named("theme", given.theme.as_deref(), Theme::ALL, Theme::id)?,
        definition: given.definition.clone().unwrap_or_default(),
    })
}

/// The one of all that has the name given, if one is.
fn named<T: Copy, const N: usize>(
    field: &'static str,
    given: Option<&str>,
    all: [T; N],
    id: fn(T) -> &'static str,
) -> Result<Option<T>, Misuse> {
    let Some(given) = given else { return Ok(None) };
    let found = all.into_iter().find(|each| id(*each) == given);
    let names = || all.map(|each| id(each).to_owned()).to_vec();
    found.map(Some).ok_or_else(|| Misuse::NotOneOf(field, names(), given.to_owned()))
}

/// The numbers of a figure, from which its kind is guessed.
fn entry(figure: &shapes::Figure) -> Entry {
    let text = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    Entry {
        numerator: text(figure.numerator),
        denominator: text(figure.denominator),
        value: text(figure.value),
        ..Entry::default()
    }
}
