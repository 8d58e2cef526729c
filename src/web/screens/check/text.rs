//! The text of a draft as it was pasted, with its marks.

use std::ops::Range;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::check::Verdict;
use crate::report::{CheckedDraft, Found, Piece, pieces};

use crate::web::browser::focus::focus_soon;
use crate::web::screens::check::mark::{mark_id, sign, tone};
use crate::words::screens::check as words;

/// How much of a long draft is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Extent {
    /// What a person looks at.
    #[default]
    Part,
    /// All of it, to be printed.
    Whole,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub draft: Rc<CheckedDraft>,
    pub extent: Extent,
    /// The finding that is looked at.
    pub selected: Option<usize>,
    /// Looks at a finding.
    pub on_select: Callback<usize>,
    /// The finding whose mark is to be brought into view, and how often that was asked.
    pub sought: Option<(usize, usize)>,
}

/// Pieces drawn at once.
const PART: usize = 120;

#[component]
pub(super) fn MarkedText(Props { draft, extent, selected, on_select, sought }: &Props) -> Html {
    let all = use_memo(draft.clone(), |draft| pieces(&draft.text));
    let part = use_state(|| 0_usize);
    let parts = all.len().div_ceil(PART).max(1);
    let now = (*part).min(parts - 1);
    // Shows the part of a finding and puts the keyboard on its mark.
    let show = {
        let (all, draft, part) = (all.clone(), draft.clone(), part.clone());
        move |finding: usize| {
            if let Some(found) = draft.found.get(finding) {
                let position = all.partition_point(|piece| end_of(piece) <= found.span.start);
                part.set(position / PART);
                focus_soon(mark_id(finding));
            }
        }
    };
    {
        let show = show.clone();
        use_effect_with(*sought, move |sought| {
            if let Some((finding, _)) = sought {
                show(*finding);
            }
        });
    }
    let onkeydown = {
        let last = draft.found.len().saturating_sub(1);
        Callback::from(move |event: KeyboardEvent| {
            let target = event.target_dyn_into::<HtmlElement>();
            let at = target.and_then(|target| target.id().strip_prefix("mark-")?.parse::<usize>().ok());
            let Some(at) = at else { return };
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (at + 1).min(last),
                "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            show(next);
        })
    };
    let drawn = match extent {
        Extent::Part => now * PART..((now + 1) * PART).min(all.len()),
        Extent::Whole => 0..all.len(),
    };
    let marks = Marks { draft, selected: *selected, on_select };
    html! {
        <section class="draft" aria-labelledby="draft-heading">
            <h2 id="draft-heading">{ words::TEXT }</h2>
            <p class="hint screen-only">{ words::TEXT_HINT }</p>
            <div class="draft-text" {onkeydown}>{ for drawn.map(|at| marks.piece(&all, at)) }</div>
            if parts > 1 && *extent == Extent::Part {
                { pager(&part, now, parts) }
            }
        </section>
    }
}

/// Where a piece ends.
fn end_of(piece: &Piece) -> usize {
    match piece {
        Piece::Line(line) => line.end,
        Piece::Rows(rows) => rows.last().and_then(|row| row.last()).map_or(0, |cell| cell.end),
    }
}

fn pager(part: &UseStateHandle<usize>, now: usize, parts: usize) -> Html {
    let go = |to: usize| {
        let part = part.clone();
        Callback::from(move |_: MouseEvent| {
            part.set(to);
            focus_soon("draft-heading".to_owned());
        })
    };
    html! {
        <nav class="buttons" aria-label={words::PARTS}>
            <button type="button" class="button button-quiet" disabled={now == 0} onclick={go(now.saturating_sub(1))}>{ words::PREVIOUS }</button>
            <span class="draft-part">{ words::part(now + 1, parts) }</span>
            <button type="button" class="button button-quiet" disabled={now + 1 == parts} onclick={go(now + 1)}>{ words::NEXT }</button>
        </nav>
    }
}

/// How many tables there are.
fn tables(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|piece| matches!(piece, Piece::Rows(_))).count()
}

/// What pieces are drawn with.
struct Marks<'a> {
    draft: &'a CheckedDraft,
    selected: Option<usize>,
    on_select: &'a Callback<usize>,
}

impl Marks<'_> {
    fn piece(&self, all: &[Piece], at: usize) -> Html {
        match &all[at] {
            Piece::Line(line) => html! { <p>{ self.marked(line) }</p> },
            Piece::Rows(rows) => html! {
                <div class="table-scroll" role="region" tabindex="0" aria-label={words::table(tables(&all[..=at]))}>
                    <table class="draft-table"><tbody>
                        { for rows.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! { <td>{ self.marked(cell) }</td> }) }</tr> }) }
                    </tbody></table>
                </div>
            },
        }
    }

    /// A part of the text, its numbers that were checked as marks.
    fn marked(&self, range: &Range<usize>) -> Html {
        let found = &self.draft.found;
        let text = |range: Range<usize>| self.draft.text.get(range).unwrap_or_default().to_owned();
        let first = found.partition_point(|each| each.span.start < range.start);
        let mut drawn: Vec<Html> = Vec::new();
        let mut start = range.start;
        for (at, each) in
            found.iter().enumerate().skip(first).take_while(|(_, each)| each.span.end <= range.end)
        {
            if each.span.start < start {
                continue;
            }
            drawn.push(text(start..each.span.start).into());
            drawn.push(self.mark(at, each, text(each.span.clone())));
            start = each.span.end;
        }
        drawn.push(text(start..range.end).into());
        drawn.into_iter().collect()
    }

    fn mark(&self, at: usize, found: &Found, text: String) -> Html {
        let on_select = self.on_select.clone();
        let onclick = Callback::from(move |_: MouseEvent| on_select.emit(at));
        let word = if found.verdict == Verdict::Agrees { "visually-hidden" } else { "mark-word" };
        html! {
            <mark class={tone(found.verdict)}>
                <button type="button" id={mark_id(at)} aria-current={(self.selected == Some(at)).then_some("true")} {onclick}>
                    { text }{ sign(found.verdict) }<span class={word}>{ " " }{ words::verdict(found.verdict) }</span>
                </button>
            </mark>
        }
    }
}
