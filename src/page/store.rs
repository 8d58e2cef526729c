//! The state as the framework keeps it, and as screens receive it.

use std::rc::Rc;

use yew::prelude::*;

use super::browser::own_page;
use super::browser::saved_text::saved_from_text;
use super::state::{Action, State};

/// The state as the framework keeps it.
#[derive(Default)]
pub(super) struct Root(Rc<State>);

impl Reducible for Root {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.after(action))))
    }
}

impl Root {
    /// With the figures that were saved in this page, if there are any.
    pub(super) fn at_start() -> Self {
        let state = State::default();
        let Some(text) = own_page::saved_figures() else { return Self(Rc::new(state)) };
        let state = match saved_from_text(&text) {
            Ok(saved) => State::restored(saved),
            Err(_) => State::with_message(
                "Figures were saved in this page, but the file is damaged and they cannot be read. The page itself works.",
            ),
        };
        Self(Rc::new(state))
    }
}

/// Sends actions.
pub(super) type Dispatcher = UseReducerDispatcher<Root>;

/// The state and the way to change it, as screens receive it. Two are equal if they hold the very same state.
#[derive(Clone)]
pub(super) struct Store {
    state: Rc<State>,
    dispatcher: Dispatcher,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Store {
    pub(super) fn of(root: &UseReducerHandle<Root>) -> Self {
        Self { state: root.0.clone(), dispatcher: root.dispatcher() }
    }

    pub(super) fn state(&self) -> &State {
        &self.state
    }

    pub(super) fn send(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    pub(super) fn dispatcher(&self) -> Dispatcher {
        self.dispatcher.clone()
    }

    /// A callback that sends the action made of its event.
    pub(super) fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }
}

/// What a screen receives.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ScreenProps {
    pub store: Store,
}
