//! The declarations of the JavaScript API are those of the structures it takes and gives, and of the names the rooms use.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use corporate_parenting_calculator::area::{Level, NeighbourModel};
use corporate_parenting_calculator::check;
use corporate_parenting_calculator::commentary::Part;
use corporate_parenting_calculator::compare::{CannotSay, FURTHER, Quartile, USUAL, Verdict, Way};
use corporate_parenting_calculator::figure::Withheld;
use corporate_parenting_calculator::indicator::{Good, Kind, NoteKind, Theme};
use corporate_parenting_calculator::office::Format;
use corporate_parenting_calculator::read::Severity;
use ts_rs::{Config, TS};

#[expect(dead_code, reason = "the page makes and reads them; here their declarations are of interest")]
#[path = "../../src/web/face/shapes/mod.rs"]
mod shapes;

/// The calls; they come first.
const CALLS: &str = include_str!("../../src/web/face/calls.d.ts");
const GLOBAL: &str = "\ndeclare global {\n  var corporateParenting: CorporateParenting;\n}\n";
const DECLARATIONS: &str = "www/corporate-parenting-calculator.d.ts";

#[test]
fn declarations_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DECLARATIONS);
    let (expected, found) = (declarations(), fs::read_to_string(&path).expect("it can be read"));
    if found != expected {
        fs::write(&path, expected).expect("it can be written");
        panic!("{DECLARATIONS} was out of date and has been written anew");
    }
}

fn declarations() -> String {
    let mut text = CALLS.to_owned();
    names(&mut text);
    macro_rules! shapes {
        ($($shape:ident),* $(,)?) => { $(shape::<shapes::$shape>(&mut text);)* };
    }
    shapes!(
        Version,
        Indicator,
        SeriesNote,
        Area,
        PublishedQuery,
        Published,
        ReadOptions,
        Reading,
        Question,
        Candidate,
        OwnMeasureRequest,
        OwnMeasure,
        StatedTarget,
        StatedComparator,
        StatedComment,
        CommentaryRequest,
        Commentary,
        Problem,
        Place,
        Figure,
        CheckOptions,
        Checked,
        Finding,
        ScorecardRequest,
        DocumentRequest,
        ProfileRequest,
        TargetRequest,
        Scorecard,
        AgendaPart,
        AgendaPoint,
        Paragraph,
        TrailLine,
        ScorecardRow,
        Past,
        Interval,
        Base,
        Population,
        Change,
        Trend,
        AgainstTarget,
        PublishedElse,
        Comparison,
        CaseloadInputs,
        CaseloadStage,
        CaseloadKnockOn,
        CaseloadKind,
        CaseloadRanges,
        Caseload,
        HoursPerChild,
        CaseloadTarget,
        CaseloadMonth,
        CaseloadYear,
        CaseloadOption,
        CaseloadSensitivity,
        CaseloadDistribution,
        CaseloadBand,
        ReachRequest,
        Reach,
    );
    text + GLOBAL
}

/// The names that some fields have instead of any text.
fn names(text: &mut String) {
    let mut union = |name: &str, comment: &str, members: &[&str]| {
        let members: Vec<String> = members.iter().map(|member| format!("\"{member}\"")).collect();
        if !comment.is_empty() {
            write!(text, "\n/** {comment} */").expect("a text takes all");
        }
        write!(text, "\nexport type {name} = {};\n", members.join(" | ")).expect("a text takes all");
    };
    union("Theme", "", &Theme::ALL.map(Theme::id));
    union("Kind", "", &Kind::ALL.map(Kind::id));
    union("Good", "", &Good::ALL.map(Good::id));
    union("NoteKind", "", &NoteKind::ALL.map(NoteKind::id));
    union("Level", "", &Level::ALL.map(Level::id));
    union("Severity", "", &Severity::ALL.map(Severity::id));
    union("NeighbourModel", "", &NeighbourModel::ALL.map(NeighbourModel::id));
    union(
        "WithheldSymbol",
        "c hidden, x not available, z not applicable, k rounds to 0 but is not 0, u unreliable.",
        // The last two are hidden too.
        &Withheld::ALL.map(Withheld::symbol)[..5],
    );
    union("Way", "", &Way::ALL.map(Way::id));
    union("FindingKind", "", &check::Kind::ALL.map(check::Kind::id));
    union("FindingVerdict", "The most serious first.", &check::Verdict::ALL.map(check::Verdict::id));
    union("CommentaryPart", "", &Part::ALL.map(Part::id));
    union("DocumentFormat", "", &Format::ALL.map(Format::id));
    let comparators: Vec<&str> = USUAL.iter().chain(&FURTHER).map(|kind| kind.id).collect();
    union("NamedComparator", "", &comparators);
    union("Quartile", "A is the best quarter of all councils.", &Quartile::ALL.map(Quartile::letter));
    let [a, b, c, d] = Quartile::ALL.map(Verdict::In);
    let verdicts = [
        Verdict::Better,
        Verdict::Worse,
        Verdict::Similar,
        Verdict::Higher,
        Verdict::Lower,
        Verdict::Met,
        Verdict::Near,
        Verdict::Missed,
        a,
        b,
        c,
        d,
        Verdict::CannotSay(CannotSay::NoTarget),
    ];
    union(
        "Verdict",
        "By interval; of a target `met`, `near` or `missed`; by quartile a letter.",
        &verdicts.map(Verdict::id),
    );
    text.push_str(COMPARATOR);
}

/// What figures are compared with.
const COMPARATOR: &str = "
/** One of these, or any council by its number: \"926\". */
export type Comparator = NamedComparator | `${number}`;
";

/// A structure as an interface, a line for each field.
fn shape<T: TS>(text: &mut String) {
    let declaration = T::decl(&Config::default());
    let (name, fields) = declaration.split_once(" = {").expect("it has fields");
    let name = name.trim_start_matches("type ");
    let docs = T::docs().unwrap_or_default();
    write!(text, "\n{}export interface {name} {{\n", comment(&docs, "")).expect("a text takes all");
    for part in fields.trim_end_matches(", };").split("\n/**") {
        let (docs, fields) = part.split_once("*/\n").unwrap_or(("", part));
        text.push_str(&comment(docs, "  "));
        // A comma is between two fields, or within a type: then no name follows it.
        let mut lines: Vec<String> = Vec::new();
        for piece in fields.trim().trim_end_matches(',').split(", ").filter(|piece| !piece.is_empty()) {
            match lines.last_mut() {
                Some(line) if !piece.contains(": ") => *line = format!("{line}, {piece}"),
                _ => lines.push(format!("  {piece}")),
            }
        }
        text.extend(lines.iter().map(|line| line.clone() + ";\n"));
    }
    text.push_str("}\n");
}

/// A comment anew: on one line where it has only one.
fn comment(docs: &str, indent: &str) -> String {
    let lines = docs.lines().map(|line| line.trim_start_matches([' ', '*', '/']));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: Vec<String> = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{}{indent} */\n", lines.concat())
        }
    }
}
