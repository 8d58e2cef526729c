//! What a number is to the council: its own figure, a target, another area's, a change, or one of an earlier time.

use super::piece::{Opening, Piece};
use super::statement::Statement;
use super::token::{CHANGE, Kind, Token};

/// What a stated number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The council's own figure.
    Own,
    /// England's, a region's, neighbours' or another council's.
    Comparator,
    /// A target or an aim.
    Target,
    /// A difference.
    Change,
    /// The council's own of an earlier time.
    Earlier,
    /// Not exact: "about", "over".
    Rough,
}

pub(super) const COMPARATOR: &[&str] = &[
    "england",
    "national",
    "nationally",
    "neighbour",
    "neighbours",
    "neighbors",
    "regional",
    "regionally",
    "region",
    "regions",
    "peers",
    "peer",
    "comparator",
    "comparators",
    "comparable",
    "sn",
    "sns",
    "statistical",
    "ipf",
    "cipfa",
    "country",
    "authorities",
    "councils",
    "benchmark",
    "benchmarks",
    "midlands",
    "yorkshire",
    "elsewhere",
    "countrywide",
];

const TARGET: &[&str] = &[
    "target",
    "targets",
    "targeted",
    "ambition",
    "aim",
    "aims",
    "aimed",
    "aiming",
    "goal",
    "threshold",
    "tolerance",
    "trajectory",
    "forecast",
    "forecasts",
    "projected",
    "projection",
    "predicted",
    "expectation",
    "hoped",
];

/// Words of a judgement or a comparison that names nobody.
const JUDGING: &[&str] = &[
    "better",
    "worse",
    "higher",
    "lower",
    "highest",
    "lowest",
    "best",
    "worst",
    "above",
    "below",
    "similar",
    "line",
    "close",
    "fewer",
    "less",
    "more",
    "good",
    "strong",
    "slightly",
    "steady",
    "stable",
    "unchanged",
    "static",
    "same",
    "short",
    "pleased",
    "disappointing",
    "points",
    "positive",
    "encouraging",
    "challenging",
    "concern",
    "graph",
    "chart",
    "table",
    "broadly",
    "consistent",
    "satisfactory",
    "excellent",
    "outstanding",
    "continues",
    "continued",
    "remains",
    "remained",
    "poor",
    "weak",
    "weakness",
    "strength",
    "inconsistent",
];

/// Words before a number that make it rough.
const ROUGH: &[&str] = &[
    "about",
    "around",
    "approximately",
    "nearly",
    "almost",
    "over",
    "roughly",
    "circa",
    "c",
    "some",
    "estimated",
    "under",
    "approx",
    "up",
];

/// Forms of "make" in "made up 12%".
const MAKES: [&str; 4] = ["made", "make", "makes", "making"];

pub(super) fn any(tokens: &[Token], words: &[&str]) -> bool {
    tokens.iter().any(|token| words.contains(&without_genitive(token.word())))
}

/// "England's" as "england".
fn without_genitive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}

/// Whether words name England, a region, neighbours or other councils.
pub(crate) fn names_comparator(tokens: &[Token]) -> bool {
    const SIDES: &[&str] = &["north", "south", "east", "west"];
    let is_side = |pair: &[Token]| {
        SIDES.contains(&pair[0].word()) && matches!(pair[1].word(), "east" | "west")
            || pair[0].word() == "east" && pair[1].word() == "of"
            || pair[0].word() == "group" && pair[1].word() == "average"
            || pair[0].word() == "london"
                && matches!(pair[1].word(), "average" | "rate" | "figure" | "boroughs")
            || matches!(pair[0].word(), "below" | "above" | "than" | "with" | "against")
                && pair[1].word() == "london"
            || pair[0].word() == "family" && pair[1].word() == "group"
    };
    // "Below the London (49) and national average (64)".
    let is_capital = |of: &[Token]| of[0].word() == "the" && of[1].word() == "london" && of[2].is_mark('(');
    any(tokens, COMPARATOR) || tokens.windows(2).any(is_side) || tokens.windows(3).any(is_capital)
}

/// "The contract requires 95%", "against 90% expected"; the expected standard is none.
fn is_required(tokens: &[Token]) -> bool {
    let is_number = |token: &Token| token.number().is_some() || token.is_mark('%');
    tokens.windows(2).any(|pair| {
        matches!(pair[0].word(), "requires" | "require") && is_number(&pair[1])
            || is_number(&pair[0]) && matches!(pair[1].word(), "expected" | "required")
    }) && !any(tokens, &["standard", "standards"])
}

/// Whether words call a number the target or what is aimed for, and no forecast or hope.
pub(crate) fn calls_target(tokens: &[Token]) -> bool {
    const OTHERS: &[&str] =
        &["forecast", "forecasts", "projected", "projection", "predicted", "trajectory", "future", "next"];
    const NAMES: &[&str] = &["target", "threshold", "goal", "ambition", "aim", "aims", "aimed", "aiming"];
    (any(tokens, NAMES) || is_required(tokens)) && !any(tokens, OTHERS)
}

/// Whether a word says whose a number is or that it is to be reached, and nothing of what it is of.
pub(crate) fn names_others(word: &str) -> bool {
    COMPARATOR.contains(&word)
        || TARGET.contains(&word)
        || matches!(
            word,
            "average" | "figure" | "rate" | "expected" | "required" | "requires" | "contract" | "contractual"
        )
}

pub(crate) fn names_target(tokens: &[Token]) -> bool {
    any(tokens, TARGET) || is_required(tokens)
}

/// Whether a piece without a statement only compares, judges or tells of a change, and says nothing of who or what is
/// counted.
pub(crate) fn is_aside(piece: &Piece, tokens: &[Token]) -> bool {
    let own = &tokens[piece.tokens.clone()];
    // "..., most of them in the next county".
    let is_of_some = || {
        const SOME: [&str; 7] = ["most", "many", "some", "mainly", "mostly", "usually", "often"];
        piece.opening == Opening::Comma && own.first().is_some_and(|first| SOME.contains(&first.word()))
    };
    matches!(piece.opening, Opening::Comparison | Opening::Aside)
        || is_of_some()
        || names_comparator(own)
        || names_target(own)
        || any(own, CHANGE)
        || own.iter().enumerate().any(|(at, token)| {
            let is_education = || own.get(at + 1).is_some_and(|next| next.word() == "education");
            let is_bound = || at > 0 && matches!(own[at - 1].word(), "or" | "and");
            // "Three or more placements", "in higher education".
            JUDGING.contains(&token.word())
                && !(token.word() == "higher" && is_education())
                && !(matches!(token.word(), "more" | "fewer" | "less") && is_bound())
        })
}

/// Whether a piece is opened as a comparison with what came before.
pub(crate) fn compares(piece: &Piece, tokens: &[Token]) -> bool {
    const COMPARING: &[&str] = &[
        "than", "against", "compared", "above", "below", "like", "with", "line", "to", "unlike", "though",
        "although",
    ];
    piece.opening == Opening::Comparison || any(&tokens[piece.tokens.clone()], COMPARING)
}

/// What the number of a piece is, by the words of the piece.
pub(crate) fn role(piece: &Piece, statement: &Statement, tokens: &[Token]) -> Role {
    let own = &tokens[piece.tokens.clone()];
    let before = &tokens[piece.tokens.start..statement.tokens.start];
    let after = &tokens[statement.tokens.end..piece.tokens.end];
    // "We are 10% below the national figure".
    let is_apart = before.last().is_some_and(|token| matches!(token.word(), "is" | "are" | "was" | "were"))
        && tokens.get(statement.tokens.end).is_some_and(|next| matches!(next.word(), "below" | "above"));
    if statement.sign.is_some() || is_apart || is_change(before, after) {
        return Role::Change;
    }
    if names_target(own) {
        return Role::Target;
    }
    if names_comparator(own) {
        return Role::Comparator;
    }
    // "Compared with 68% of all pupils in the county": now, of others of the council's own.
    let is_of_all_pupils = own.windows(2).any(|pair| (pair[0].word(), pair[1].word()) == ("all", "pupils"));
    if !is_of_all_pupils && is_earlier(piece, tokens, before, after) {
        return Role::Earlier;
    }
    let last = before.last().map_or("", Token::word);
    let is_bound = last == "than"
        || last == "least"
        || (last == "most" && before.iter().rev().nth(1).is_some_and(|token| token.word() == "at"));
    // "Agency workers made up 12%."
    let makes_up =
        last == "up" && before.iter().rev().nth(1).is_some_and(|token| MAKES.contains(&token.word()));
    // "No more than 38%" is said of 38%.
    let no_more = before.iter().rev().nth(2).is_some_and(|token| token.word() == "no");
    // "Just over half (54%)" gives the exact one.
    if statement.ratio.is_some() {
        return Role::Own;
    }
    if statement.is_rough || (ROUGH.contains(&last) && !makes_up) || (is_bound && !no_more) {
        return Role::Rough;
    }
    Role::Own
}

/// "An increase of 14", "up by 3%", "17 more children", "a 3.7% increase", "9 percentage points".
fn is_change(before: &[Token], after: &[Token]) -> bool {
    let next = |index: usize| after.get(index).map_or("", Token::word);
    // "19% more than 20 miles from home", "23 went missing more than once".
    let is_measure = (next(0), next(1)) == ("more", "than")
        && (matches!(next(2), "once" | "twice" | "one" | "two" | "three")
            || matches!(next(3), "mile" | "miles" | "week" | "weeks" | "month" | "months" | "days"));
    let is_move =
        next(0) == "changed" && matches!(next(1), "school" | "schools" | "placement" | "placements");
    let is_missing = is_move || next(1) == "missing" && matches!(next(0), "went" | "gone");
    let follows = !is_measure
        && matches!(
            next(0),
            "more"
                | "fewer"
                | "less"
                | "higher"
                | "lower"
                | "points"
                | "pp"
                | "ppts"
                | "additional"
                | "extra"
                | "better"
                | "worse"
        )
        || CHANGE.contains(&next(0)) && !is_missing && !matches!(next(0), "up" | "down")
        || matches!(next(0), "percentage" | "point" | "year" | "net")
            && (CHANGE.contains(&next(1)) || matches!(next(1), "point" | "points"));
    if follows {
        return true;
    }
    // The change word before it, unless "to" or "at" leads to the number.
    // "Unaccompanied children made up 10% of them."
    let makes_up = |at: usize| {
        let made = at.checked_sub(1).map_or("", |made| before[made].word());
        before[at].word() == "up" && MAKES.contains(&made)
    };
    let changes = (0..before.len()).rev().find(|at| CHANGE.contains(&before[*at].word()) && !makes_up(*at));
    let Some(change) = changes else { return false };
    let leads = before[change..].iter().rev().find(|token| {
        matches!(
            token.word(),
            "to" | "at" | "by" | "of" | "reached" | "reaching" | "was" | "were" | "is" | "stood" | "stands"
        )
    });
    let is_mark = |token: &&Token| matches!(token.kind, Kind::Mark(':'));
    match leads.map(Token::word) {
        Some("to" | "at" | "reached" | "reaching" | "stood" | "stands") => false,
        _ => !before[change..].iter().any(|token| is_mark(&token)),
    }
}

/// "Compared with 772", "against 115", "from 8%", "previously 29%", "it had been 60%".
fn is_earlier(piece: &Piece, tokens: &[Token], before: &[Token], after: &[Token]) -> bool {
    let is_reported = after_reporting(tokens) > 0;
    let says = |words: &[&str]| any(before, words);
    let is_there = |token: &Token| matches!(token.word(), "there" | "children" | "people" | "lac" | "cla");
    // "It was reported that visits had been 86%" tells of now.
    let had_been = !is_reported
        && before.windows(2).any(|pair| pair[0].word() == "had" && pair[1].word() == "been")
        && !before.iter().any(is_there);
    // "More than 20 miles from home".
    let than = before.iter().enumerate().any(|(at, token)| {
        let is_bound = at > 0
            && matches!(before[at - 1].word(), "more" | "less" | "longer")
            && before.get(at + 1).is_some_and(|next| next.number().is_some());
        token.word() == "than" && !is_bound
    });
    matches!(piece.opening, Opening::Comparison | Opening::From)
        || than
        || says(&["compared", "compares", "against", "previously", "formerly", "originally"])
        || (had_been && before.len() < 5)
        || after.iter().take(2).any(|token| matches!(token.word(), "previously" | "before" | "earlier"))
}

/// The token after a reporting lead: "Members were advised that", "It was noted that".
pub(super) fn after_reporting(tokens: &[Token]) -> usize {
    const REPORTING: &[&str] = &[
        "advised",
        "told",
        "noted",
        "said",
        "heard",
        "reported",
        "informed",
        "highlighted",
        "explained",
        "stated",
        "showed",
        "shows",
        "see",
        "note",
        "confirmed",
        "updated",
        "understood",
        "were",
        "notes",
        "meant",
        "means",
        "found",
        "reminded",
        "replied",
        "answered",
        "responded",
        "added",
        "clarified",
        "pleased",
        "happy",
        "proud",
        "concerned",
        "disappointed",
        "disappointing",
        "encouraging",
    ];
    let word = |at: usize| tokens.get(at).map_or("", Token::word);
    // "The Director said there were".
    let leads = |at: &usize| {
        word(*at) == "that"
            || (word(*at + 1) == "there" && matches!(word(*at), "said" | "reported" | "stated" | "confirmed"))
    };
    let Some(that) = (0..tokens.len().min(16)).find(leads) else { return 0 };
    let lead = &tokens[..=that];
    let reports = that == 0 || lead.iter().any(|token| REPORTING.contains(&token.word()));
    if reports && lead.iter().all(|token| token.number().is_none()) { that + 1 } else { 0 }
}
