//! The frame of the page: header, navigation, and the screen the address names.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::corrections::{Correction, CorrectionsAction};
use crate::app::draft::DraftAction;
use crate::app::intake::IntakeAction;
use crate::app::state::{Action, Edition, Setting, State};
use crate::web::browser::theme::show as show_theme;
use crate::web::browser::{clipboard, files, focus, leaving, location, print, trouble};
use crate::web::parts::inputs::{is_checked, select_field};
use crate::web::reader::Reader;
use crate::web::screens::about::About;
use crate::web::screens::check::CheckReport;
use crate::web::screens::figures::Figures;
use crate::web::screens::find::{FIND, FindMeasure};
use crate::web::screens::present::Present;
use crate::web::screens::report::ReportScreen;
use crate::web::screens::scorecard::{ScorecardScreen, Shown, Sought};
use crate::web::screens::share::SaveAndShare;
use crate::web::screens::what_if::caseloads::Caseloads;
use crate::web::screens::what_if::reach::WhatItWouldTake;
use crate::web::store::{Dispatcher, Root, Store};
use crate::words::report::ATTRIBUTION;
use crate::words::screens::{
    about, caseloads, check, copies, figures, frame as words, incoming, present, reach, report, scorecard,
    share,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Screen {
    Figures,
    Scorecard,
    Present,
    Caseloads,
    Reach,
    Check,
    Report,
    Save,
    About,
}

impl Screen {
    const ALL: [Self; 9] = [
        Self::Figures,
        Self::Scorecard,
        Self::Present,
        Self::Caseloads,
        Self::Reach,
        Self::Check,
        Self::Report,
        Self::Save,
        Self::About,
    ];

    /// Whether the menu leads to it: a presentation is reached from the scorecard.
    fn is_in_menu(self) -> bool {
        self != Self::Present
    }

    const fn hash(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Scorecard => "scorecard",
            Self::Present => "present",
            Self::Caseloads => "caseloads",
            Self::Reach => location::REACH,
            Self::Check => "check",
            Self::Report => "report",
            Self::Save => "save",
            Self::About => "about",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Figures => figures::HEADING,
            Self::Scorecard => scorecard::HEADING,
            Self::Present => present::HEADING,
            Self::Caseloads => caseloads::HEADING,
            Self::Reach => reach::HEADING,
            Self::Check => check::HEADING,
            Self::Report => report::HEADING,
            Self::Save => share::HEADING,
            Self::About => about::HEADING,
        }
    }

    /// Whether a page has it: in a publishable copy there is nothing to enter.
    fn is_of(self, edition: Edition) -> bool {
        edition != Edition::Publishable || self != Self::Figures
    }

    /// The screen of the present address. With none, a page that was saved opens on its scorecard.
    fn at_start(state: &State) -> Self {
        if location::hash().is_empty() && !state.lines.is_empty() { Self::Scorecard } else { Self::now() }
    }

    /// The screen of the present address; the first one for an empty or unknown one.
    fn now() -> Self {
        if location::council().is_some() {
            return Self::Scorecard;
        }
        let hash = location::hash();
        Self::ALL.into_iter().find(|screen| screen.hash() == hash).unwrap_or(Self::Figures)
    }
}

#[component]
fn App() -> Html {
    let root = use_reducer(Root::at_start);
    let store = Store::of(&root);
    let screen = use_state(|| Screen::at_start(store.state()));
    let menu = use_state(Menu::default);
    let sought = use_state(|| None::<Sought>);
    let slash = use_state(|| Slash::Finds);
    let theme = use_state(String::new);
    let shown = Shown { order: use_state(|| None), standing: use_state(|| None), mark: use_state(|| None) };
    {
        let (screen, menu, dispatcher) = (screen.clone(), menu.clone(), store.dispatcher());
        use_effect_with((), move |()| {
            choose_council(&dispatcher);
            // The address may have changed since the page was first drawn.
            if !location::hash().is_empty() {
                screen.set(Screen::now());
            }
            let listener = EventListener::new(&gloo_utils::window(), "hashchange", move |_| {
                // The skip link's address names no screen and changes none.
                if location::hash() != "main" {
                    choose_council(&dispatcher);
                    screen.set(Screen::now());
                    menu.set(Menu::Closed);
                    focus::focus_unless_at("screen-heading", CORRECTIONS);
                }
            });
            move || drop(listener)
        });
    }
    {
        let was_asked = use_mut_ref(|| false);
        use_effect_with(store.state().corrections.is_empty(), move |is_settled| {
            if was_asked.replace(!is_settled) || !is_settled {
                let ids = if *is_settled { &["outcome", "screen-heading"][..] } else { &[CORRECTIONS][..] };
                focus::focus_first_soon(ids.iter().map(|id| (*id).to_owned()).collect());
            }
        });
    }
    {
        let dispatcher = store.dispatcher();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo_utils::document(), "paste", move |event| {
                if let Some(action) = pasted(event) {
                    dispatcher.dispatch(action);
                    if Screen::now() != Screen::Check {
                        location::show(Screen::Figures.hash());
                    }
                }
            });
            move || drop(listener)
        });
    }
    use_effect_with((), |()| {
        let listeners = print::finish_typing();
        move || drop(listeners)
    });
    use_effect_with((*screen, store.state().edition), |(screen, edition)| {
        location::set_title(screen.title(), *edition);
    });
    use_effect_with(store.state().edition, |edition| {
        if *edition == Edition::Private {
            leaving::ask_before_sharing();
        }
    });
    use_effect_with(store.state().is_unsaved(), |is_unsaved| {
        let listener = is_unsaved.then(leaving::ask);
        move || drop(listener)
    });
    {
        let menu = menu.clone();
        use_effect_with(*slash, move |slash| {
            let listener = (*slash == Slash::Finds).then(|| find_key(&menu));
            move || drop(listener)
        });
    }
    let seek = {
        let sought = sought.clone();
        Callback::from(move |measure| {
            // The same measure can be looked for twice.
            let times = sought.as_ref().map_or(0, |before| before.times + 1);
            sought.set(Some(Sought { measure, times }));
            location::show(Screen::Scorecard.hash());
        })
    };
    let keys = undo_keys(&store);
    html! {
        <ContextProvider<Store> context={store.clone()}>
        <div class={classes!("page", (*screen == Screen::Present).then_some("page-present"))} onkeydown={keys}>
            <a class="skip-link" href="#main">{ words::SKIP }</a>
            <header class="header">
                <p class="header-name">{ words::NAME }</p>
                { menu_button(&menu) }
                <div id="menu" class={classes!("header-menu", (*menu == Menu::Closed).then_some("header-menu-closed"))}>
                    <nav aria-label={words::SCREENS}>
                        <ul class="nav">
                            { for Screen::ALL.into_iter().filter(|each| each.is_in_menu() && each.is_of(store.state().edition)).map(|each| nav_item(each, *screen)) }
                        </ul>
                    </nav>
                    <FindMeasure store={store.clone()} on_found={seek} />
                </div>
            </header>
            <main id="main" class="main" tabindex="-1">
                <div>
                    { edition_notice(&store) }
                    <Reader store={store.clone()} />
                    { told_elsewhere(&store, *screen) }
                    <div>{ corrections(&store) }</div>
                </div>
                <div>{ match *screen {
                    hidden if !hidden.is_of(store.state().edition) => html! { <ScorecardScreen {store} sought={(*sought).clone()} {shown} /> },
                    Screen::Figures => html! { <Figures {store} /> },
                    Screen::Scorecard => html! { <ScorecardScreen {store} sought={(*sought).clone()} {shown} /> },
                    Screen::Present => html! { <Present {store} {shown} /> },
                    Screen::Caseloads => html! { <Caseloads {store} /> },
                    Screen::Reach => html! { <WhatItWouldTake {store} /> },
                    Screen::Check => html! { <CheckReport {store} /> },
                    Screen::Report => html! { <ReportScreen {store} {shown} /> },
                    Screen::Save => html! { <SaveAndShare {store} /> },
                    Screen::About => html! { <About {store} /> },
                } }</div>
            </main>
            <footer class="footer">
                { theme_field(&theme) }
                { slash_field(&slash) }
                <p>{ words::PRIVATE }</p>
                <p>{ words::OFFICIAL_FIGURES }{ ATTRIBUTION }</p>
            </footer>
        </div>
        </ContextProvider<Store>>
    }
}

/// The menu of screens, where the window is too narrow for all of them in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Menu {
    #[default]
    Closed,
    Open,
}

fn menu_button(menu: &UseStateHandle<Menu>) -> Html {
    let is_open = **menu == Menu::Open;
    let onclick = {
        let menu = menu.clone();
        Callback::from(move |_: MouseEvent| menu.set(if is_open { Menu::Closed } else { Menu::Open }))
    };
    html! {
        <button type="button" class={classes!("button", "button-quiet", "menu-button")} aria-expanded={is_open.to_string()} aria-controls="menu" {onclick}>
            { words::MENU }
        </button>
    }
}

/// What the key `/` does. A key of one letter must be possible to switch off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slash {
    /// It leads to the box that finds a measure.
    Finds,
    Nothing,
}

fn slash_field(slash: &UseStateHandle<Slash>) -> Html {
    let onchange = {
        let slash = slash.clone();
        Callback::from(move |event: Event| {
            slash.set(if is_checked(&event) { Slash::Finds } else { Slash::Nothing });
        })
    };
    html! {
        <div class="field field-check">
            <input autocomplete="off" spellcheck="false" id="slash" type="checkbox" checked={**slash == Slash::Finds} {onchange} />
            <label for="slash">{ words::SLASH_FINDS }</label>
        </div>
    }
}

/// The key that leads to the box that finds a measure.
fn find_key(menu: &UseStateHandle<Menu>) -> EventListener {
    let menu = menu.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo_utils::document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let has_modifier = key.ctrl_key() || key.meta_key() || key.alt_key();
        if key.key() == "/" && !has_modifier && !event.default_prevented() && !is_in_text(event) {
            event.prevent_default();
            menu.set(Menu::Open);
            focus::select(FIND.to_owned());
        }
    })
}

/// Text pasted anywhere but into a box is read as figures, or is the draft where drafts are checked.
fn pasted(event: &Event) -> Option<Action> {
    if event.default_prevented() || is_in_text(event) {
        return None;
    }
    let text = clipboard::pasted_text(event)?;
    if Screen::now() == Screen::Check {
        return Some(DraftAction::Offer(text.into()).into());
    }
    if let Some(file) = files::keep_text(&text) {
        return Some(IntakeAction::Files(vec![file]).into());
    }
    let text = String::from(text);
    (!text.trim().is_empty()).then_some(Action::Read(text))
}

/// Chooses the council that the address names, if it names one.
fn choose_council(dispatcher: &Dispatcher) {
    if let Some(council) = location::council() {
        dispatcher.dispatch(Setting::Council(Some(council)).into());
    }
}

/// What the page was opened as, where it is not the usual page.
fn edition_notice(store: &Store) -> Html {
    match store.state().edition {
        Edition::Page => html! {},
        Edition::Private => html! {
            <p class={classes!("notice", "edition", "screen-only")}><strong>{ copies::PRIVATE_HEADING }</strong>{ copies::PRIVATE }<a href="#save">{ share::HEADING }</a>{ "." }</p>
        },
        Edition::Publishable => html! {
            <div class={classes!("notice", "edition", "screen-only")}>
                <p><strong>{ copies::READ_ONLY_HEADING }</strong>{ copies::READ_ONLY }</p>
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::EditCopy)}>{ copies::EDIT_COPY }</button>
            </div>
        },
    }
}

/// What became of a file while the person was on another screen.
fn told_elsewhere(store: &Store, screen: Screen) -> Html {
    let state = store.state();
    if screen == Screen::Figures {
        return html! {};
    }
    html! {
        <p class="message message-elsewhere" role="status">
            if state.tells_incoming {
                { state.message.to_string() }{ " " }
                if state.intake.asked().is_some() {
                    <a href="#figures">{ words::ANSWER }</a>
                }
            }
        </p>
    }
}

/// The id of the heading of corrections, to which the keyboard goes when they are first asked about.
const CORRECTIONS: &str = "corrections-heading";

/// Figures that a table gives otherwise than they were known: on every screen, until the person says which hold.
fn corrections(store: &Store) -> Html {
    let state = store.state();
    let asked = state.corrections.as_slice();
    if asked.is_empty() || state.edition == Edition::Publishable {
        return html! {};
    }
    let said = |action: CorrectionsAction| store.on(move |_: MouseEvent| action);
    let item = |correction: &Correction| {
        let text =
            state.lines.get(correction.line).map(|line| incoming::correction(&line.entry, &correction.entry));
        let line = Some(correction.line);
        html! {
            <li>
                { text.unwrap_or_default() }
                if asked.len() > 1 {
                    { " " }<button type="button" class="link" onclick={said(CorrectionsAction::Take(line))}>{ incoming::USE_THIS }</button>
                    { " " }<button type="button" class="link" onclick={said(CorrectionsAction::Keep(line))}>{ incoming::KEEP_THIS }</button>
                }
            </li>
        }
    };
    html! {
        <section class="problems screen-only" aria-labelledby={CORRECTIONS}>
            <h2 id={CORRECTIONS} tabindex="-1">{ incoming::corrections_heading(asked.len()) }</h2>
            <ul>{ for asked.iter().map(item) }</ul>
            <div class="buttons">
                <button type="button" class="button" onclick={said(CorrectionsAction::Take(None))}>{ incoming::USE_NEW }</button>
                <button type="button" class="button button-quiet" onclick={said(CorrectionsAction::Keep(None))}>{ incoming::KEEP_OLD }</button>
            </div>
        </section>
    }
}

fn nav_item(each: Screen, now: Screen) -> Html {
    let current = (each == now).then_some("page");
    html! { <li><a href={format!("#{}", each.hash())} aria-current={current}>{ each.title() }</a></li> }
}

/// The colours: the system's, light or dark.
fn theme_field(theme: &UseStateHandle<String>) -> Html {
    let on_choose = {
        let theme = theme.clone();
        Callback::from(move |chosen: String| {
            show_theme((!chosen.is_empty()).then_some(chosen.as_str()));
            theme.set(chosen);
        })
    };
    let choices = [("", words::AS_DEVICE), ("light", words::LIGHT), ("dark", words::DARK)]
        .map(|(id, name)| (id.to_owned(), name.to_owned(), **theme == *id));
    select_field("theme", words::COLOURS, choices, on_choose)
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z), except where the browser's own undo is at work.
fn undo_keys(store: &Store) -> Callback<KeyboardEvent> {
    let dispatcher = store.dispatcher();
    Callback::from(move |event: KeyboardEvent| {
        if is_in_text(&event) || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        let action = match event.key().to_lowercase().as_str() {
            "z" if event.shift_key() => Action::Redo,
            "z" => Action::Undo,
            "y" => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        dispatcher.dispatch(action);
    })
}

/// Whether an event is of a box that text is typed into.
fn is_in_text(event: &Event) -> bool {
    event.target().is_some_and(|target| {
        target.dyn_ref::<web_sys::HtmlInputElement>().is_some()
            || target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
    })
}

/// Draws the page into `#app`, which is emptied first: a page saved while it ran holds an old drawing.
pub fn start() {
    trouble::log_panics();
    let Some(root) = gloo_utils::document().get_element_by_id("app") else { return };
    root.set_text_content(None);
    yew::set_custom_panic_hook(std::panic::take_hook());
    yew::Renderer::<App>::with_root(root).render();
}
