//! Whom to ask about a report: names, telephone numbers and addresses of officers and offices, which are left out without
//! refusing the rest.

use super::Kind;
use super::word_list::WordList;

/// Words that say who is answerable for a report, an indicator or a service.
static OFFICE: WordList = WordList::new(
    " officer officers manager managers director directors lead leads author authors cllr councillor councillors \
    chair chairman chairperson chairwoman analyst owner sponsor portfolio contact contacts enquiries inspector \
    commissioner apologies introduced presented minutes clerk executive cabinet responsible accountable \
    head helpline switchboard press consultant statistician statistics holder champion attendees attendance \
    headteacher headteachers designated cc prof professor research researchers ",
);

/// The same in two words, with a space between.
const OFFICE_PAIRS: &[&str] = &[
    "ask for",
    "speak to",
    "prepared for",
    "who by",
    "by whom",
    "assigned to",
    "action by",
    "report of",
    "report by",
    "quality assured",
    "signed off",
];

/// What is done to a report or a table by who holds an office: "prepared by".
static DONE: WordList = WordList::new(
    " prepared approved produced compiled reviewed written checked signed verified authorised completed agreed presented \
    drafted collated updated created extracted supplied provided submitted owned calculated issued authored published \
    edited amended maintained circulated analysed validated audited collected entered moderated commissioned led chaired \
    requested run sent ",
);

/// What somebody does who speaks at a meeting.
static SPEAKING: WordList = WordList::new(
    " reported advised stated replied noted confirmed explained informed highlighted outlined responded queried added \
    said told commented asked introduced presented clarified updated observed acknowledged reminded ",
);

/// What is somebody's who works with figures: "Priya's figures".
static WORK: WordList = WordList::new(
    " report reports figures paper presentation email comments update question questions summary slides data analysis \
    spreadsheet suggestion caseload ",
);

/// Words behind a name that make it one of a team.
static TEAM: WordList = WordList::new(" team teams unit units pod pods cluster clusters service services ");

/// Whether a word behind a name with its s says that a team is called after who leads it: "Sarah's team".
pub(super) fn is_team(word: &str) -> bool {
    TEAM.has(word)
}

/// Whether a word behind a name with its s says that somebody works with figures.
pub(super) fn is_work(word: &str) -> bool {
    WORK.has(word)
}

/// Whether a word says what somebody does who speaks at a meeting.
pub(super) fn is_speaking(word: &str) -> bool {
    SPEAKING.has(word)
}

/// Words of headings whose addresses and telephone numbers are those of children or of who looks after them.
static PRIVATE: WordList = WordList::new(
    " child childs children young yp home placement carer carers mother mothers father fathers parent parents pupil \
    client current last birth family leaver next ",
);

/// Whether a word, in lower case, says that a person is named for an office.
pub(super) fn is_office_word(word: &str) -> bool {
    OFFICE.has(word)
}

/// Whether a text says that whoever it names is named for an office.
pub(super) fn is_of_office(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut before = "";
    let mut is_said = |word| {
        let pair = (std::mem::replace(&mut before, word), word);
        is_office_word(word)
            || (word == "by" && DONE.has(pair.0))
            || OFFICE_PAIRS.iter().any(|office| office.split_once(' ') == Some(pair))
    };
    words.into_iter().any(&mut is_said)
        || (lower.contains(':') && ["present:", "members:"].iter().any(|word| lower.contains(word)))
        || lower.contains(".gov.uk")
}

/// Whether a heading between those of tasks and their dates is of who does them: "Who" beside "By when".
pub(super) fn is_who_acts<'a>(heading: &str, mut others: impl Iterator<Item = &'a str>) -> bool {
    static WHO: WordList = WordList::new(" who whom assignee resource ");
    static TASKS: WordList =
        WordList::new(" action actions task tasks when deadline due timescale timescales ");
    let says = |heading: &str, list: &WordList| {
        heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| list.has(word))
    };
    says(heading, &WHO) && others.any(|other| says(other, &TASKS))
}

/// Whether a heading says that the people under it work with children, and nothing else: "IRO", "Allocated social worker".
fn names_workers(heading: &str) -> bool {
    static WORKERS: WordList =
        WordList::new(" iro iros sw sws ssw ssws pa pas worker workers adviser advisers ");
    static BESIDE: WordList = WordList::new(
        " social personal independent reviewing allocated supervising senior key support name names ",
    );
    let lower = heading.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| WORKERS.has(word)) && words().all(|word| WORKERS.has(word) || BESIDE.has(word))
}

/// Whether data of a kind under a heading is that of an office: contact details, unless the heading says whose.
pub(super) fn is_office_heading(kind: Kind, heading: &str) -> bool {
    match kind {
        Kind::Email | Kind::Telephone | Kind::Postcode | Kind::Address => {
            !heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| PRIVATE.has(word))
        }
        Kind::Name => is_of_office(heading) || names_workers(heading),
        _ => false,
    }
}
