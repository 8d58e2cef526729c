//! What the colours, signs and letters of a heat map mean.

use yew::prelude::*;

use crate::compare::{HeatCell, HeatMap, Judged, Quartile, Standing, Verdict};
use crate::figure::Withheld;
use crate::sorting::Sorting;

use crate::words::screens::heat_map as words;

/// What cells are coloured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shading {
    /// What the list says.
    #[default]
    Verdict,
    /// The quarter of all councils.
    Quarter,
}

/// A colour, its sign, and what both mean.
pub(super) type Shade = (&'static str, &'static str, &'static str);

/// How a quarter is shown.
pub(super) const fn quarter_shade(quarter: Quartile) -> Shade {
    let class = match quarter {
        Quartile::A => "heat-best",
        Quartile::B => "heat-good",
        Quartile::C => "heat-poor",
        Quartile::D => "heat-worst",
    };
    let (sign, meaning) = words::quarter(quarter);
    (class, sign, meaning)
}

/// How what the list says is shown.
pub(super) const fn judged_shade(judged: Judged) -> Shade {
    let class = match judged.standing {
        Standing::Better => "heat-best",
        Standing::AheadByChance => "heat-good",
        Standing::FarByChance => "heat-poor",
        Standing::Worse => "heat-worst",
        _ => "heat-plain",
    };
    let (sign, meaning) = words::judged(judged);
    (class, sign, meaning)
}

/// How each status in a heat map is shown, the best first: its colour, its signs and what they mean.
fn judged_shades(map: &HeatMap) -> Vec<(&'static str, String, String)> {
    let judged = map.rows.iter().flat_map(|row| row.cells.iter().flatten()).filter_map(|cell| cell.judged);
    let mut found: Vec<Judged> = Vec::new();
    for each in judged {
        if !found.contains(&each) {
            found.push(each);
        }
    }
    // Verdicts before quarters, and these from the best.
    found.arrange_by_key(|judged| match judged.verdict {
        Verdict::In(quarter) => Some(quarter),
        _ => None,
    });
    let of_standing = |standing: &Standing| {
        let same = found.iter().filter(|judged| judged.standing == *standing);
        let shades: Vec<Shade> = same.map(|judged| judged_shade(*judged)).collect();
        let (class, ..) = shades.first()?;
        let signs: Vec<&str> = shades.iter().map(|(_, sign, _)| *sign).collect();
        let meanings: Vec<&str> = shades.iter().map(|(.., meaning)| *meaning).collect();
        Some((*class, signs.join(" "), words::any_of(&meanings)))
    };
    Standing::ALL.iter().rev().filter_map(of_standing).collect()
}

/// What letters in place of a figure mean.
pub(super) fn key_of_letters(map: &HeatMap) -> Html {
    let letter = |letter: &Withheld| {
        html! { <li><span class="heat-swatch">{ letter.symbol() }</span>{ " " }{ letter.meaning() }</li> }
    };
    let letters = letters(map);
    html! {
        if !letters.is_empty() {
            <ul class="heat-key" aria-label={words::KEY_OF_LETTERS}>
                { for letters.iter().map(letter) }
            </ul>
        }
    }
}

/// What colours and signs mean.
pub(super) fn key(shading: Shading, map: &HeatMap) -> Html {
    let cells = || map.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let has_chance = shading == Shading::Quarter && cells().any(|cell| by_chance(shading, cell));
    let sign = |sign: &'static str, meaning: &'static str| html! { <li><span class="heat-swatch">{ sign }</span>{ " " }{ meaning }</li> };
    let quarter = |(class, sign, meaning): Shade| (class, sign.to_owned(), meaning.to_owned());
    let shades: Vec<(&'static str, String, String)> = match shading {
        Shading::Quarter => Quartile::ALL.into_iter().map(quarter_shade).map(quarter).collect(),
        Shading::Verdict => judged_shades(map),
    };
    html! {
        <ul class="heat-key" aria-label={words::KEY}>
            { for shades.into_iter().map(|(class, sign, meaning)| html! {
                <li><span class={classes!("heat-swatch", class)}>{ sign }</span>{ " " }{ meaning }</li>
            }) }
            if has_chance {
                { sign(words::CHANCE, words::CHANCE_IN_FULL) }
            }
            if cells().any(HeatCell::is_doubted) {
                { sign(words::DOUBTED, words::DOUBTED_IN_FULL) }
            }
        </ul>
    }
}

/// The letters in the cells that are no numbers, each once.
fn letters(map: &HeatMap) -> Vec<Withheld> {
    let mut letters: Vec<Withheld> = Vec::new();
    for symbol in
        map.rows.iter().flat_map(|row| row.cells.iter().flatten()).filter_map(|cell| cell.value.err())
    {
        if !letters.contains(&symbol) {
            letters.push(symbol);
        }
    }
    letters
}

/// Whether a cell that is coloured by its quarter differs from England by no more than chance could explain.
pub(super) fn by_chance(shading: Shading, cell: &HeatCell) -> bool {
    shading == Shading::Quarter && cell.quarter.is_some() && cell.verdict == Some(Verdict::Similar)
}
