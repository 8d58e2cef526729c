//! The one-page case of a caseload scenario: what is shown, printed and put into a Word document.

use crate::area::Area;
use crate::scenario::{self, Caseload, CaseloadError, CaseloadInputs, Held, Role, Sensitivity, Staffing};
use crate::words::business_case as words;
use crate::words::caseload::vacancies_sentence;
use crate::words::chance::chance_sentence;
use crate::words::sensitivity as sensitive;

use super::caseload_charts::path_lines;
use super::{Chart, PathLine, Table, inert, options_table, path_chart, recruitment_table, sensitivity_table};

/// What a case is made of.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The name of the scenario.
    pub name: &'a str,
    /// Who holds the cases.
    pub role: Role,
    /// Every box with something in it, by its label.
    pub given: &'a [(&'static str, String)],
    /// Where the cost of a placement comes from.
    pub placement_source: &'a str,
    /// What is recommended; empty where nothing is yet.
    pub recommendation: &'a str,
    /// The date on which it is written; empty where it is not known.
    pub prepared: &'a str,
    /// The official caseload of the council.
    pub official: Option<&'a str>,
    /// How many cases each worker holds; empty where that is not given or may not leave.
    pub held: &'a [Held],
    /// What the answer was worked out from.
    pub inputs: &'a CaseloadInputs,
    /// The answer.
    pub found: &'a Caseload,
}

/// A case on one page.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its title.
    pub title: String,
    /// When it was written.
    pub prepared: String,
    /// What is asked.
    pub question: String,
    /// What it comes to.
    pub lead: String,
    /// What it takes.
    pub answer: Vec<String>,
    /// What is recommended; empty where it is to be filled in.
    pub recommendation: String,
    /// The options with their cost by year.
    pub options: Table,
    /// Posts and cost by growth and turnover, for each recruitment that is looked at by its name, that entered first; empty where
    /// nobody is recruited.
    pub sensitivity: Vec<(String, Table)>,
    /// The same by recruitment.
    pub recruitment: Table,
    /// Posts and cost by growth and turnover of the target of the scenario alone.
    pub around: Table,
    /// What breaking even takes, where the cost of a placement is given.
    pub break_even: Option<String>,
    /// The months ahead.
    pub path: Chart,
    /// The same as lines.
    pub lines: Vec<PathLine>,
    /// What may turn out otherwise.
    pub risks: Vec<String>,
    /// Everything that was entered.
    pub assumptions: Table,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// The mark of what is for internal use; empty otherwise.
    pub mark: &'static str,
}

impl Case {
    /// The numbers with decimals or thousands in the recommendation that are nowhere in the case: it may be older than they are.
    pub fn numbers_gone(&self) -> Vec<String> {
        let texts = [&self.lead, &self.question].into_iter().chain(&self.answer).chain(&self.risks);
        let cells = [&self.options, &self.around, &self.assumptions, &self.recruitment];
        let cells = cells.into_iter().flat_map(|table| table.rows.iter().flatten());
        let all: Vec<&str> =
            texts.chain(cells).chain(&self.break_even).flat_map(|text| long_numbers(text)).collect();
        long_numbers(&self.recommendation).filter(|number| !all.contains(number)).map(str::to_owned).collect()
    }

    /// About as many lines as it has on paper, apart from its chart and headings.
    pub fn lines(&self) -> usize {
        // About as many letters as a line holds.
        const LETTERS: usize = 110;
        let texts = self.answer.iter().chain(&self.risks).chain(&self.break_even);
        let lists = [self.options.notes.join(" "), self.sources.join(" "), self.recommendation.clone()];
        let of_text = |text: &String| text.chars().count().div_ceil(LETTERS);
        let assumptions: usize =
            self.assumptions.rows.iter().flatten().map(|text| text.chars().count() + 2).sum();
        self.options.rows.len()
            + 2 * self.around.rows.len()
            + texts.map(of_text).sum::<usize>()
            + lists.iter().map(of_text).sum::<usize>()
            + assumptions / LETTERS
    }

    /// The case of a scenario that has an answer.
    pub fn of(stated: Stated<'_>, council: Option<&Area>, mark: &'static str) -> Self {
        let Stated {
            name,
            role,
            given,
            placement_source,
            recommendation,
            prepared,
            official,
            inputs,
            found,
            ..
        } = stated;
        let options = scenario::options(inputs, found).unwrap_or_default();
        let mut options = options_table(inputs, role, &options);
        options.notes.extend(vacancies_sentence(inputs, found));
        let of_recruits = |cells: fn(&CaseloadInputs) -> Result<Vec<Sensitivity>, CaseloadError>| {
            if inputs.has_recruits() { cells(inputs).unwrap_or_default() } else { Vec::new() }
        };
        let grid = of_recruits(scenario::sensitivity);
        let recruitment = of_recruits(scenario::recruitment_sensitivity);
        let is_of_target = |cell: &&Sensitivity| cell.target.total_cmp(&inputs.target).is_eq();
        let of_target: Vec<Sensitivity> = grid.iter().filter(is_of_target).copied().collect();
        let break_even = words::break_even(inputs, found, placement_source);
        let simulation = found.simulation.as_ref();
        let chance = simulation.and_then(|simulation| chance_sentence(inputs, simulation));
        let around = sensitivity_table(inputs, role, &of_target);
        let is_entered = |staffing: &Staffing| *staffing == inputs.staffing;
        let (entered, others): (Vec<Staffing>, Vec<Staffing>) =
            scenario::recruitments(inputs).into_iter().partition(is_entered);
        let grids = entered.into_iter().chain(others).filter(|_| inputs.has_recruits()).map(|staffing| {
            let grid = scenario::sensitivity_with(inputs, staffing).unwrap_or_default();
            (sensitive::recruits_chosen(inputs, &staffing), sensitivity_table(inputs, role, &grid))
        });
        let sensitivity = grids.collect();
        let mut risks: Vec<String> = chance.into_iter().collect();
        let others = scenario::risks(inputs).unwrap_or_default();
        let spread = scenario::distribution(stated.held, inputs.target);
        risks.extend(sensitive::risks(inputs, found, &of_target, &others, spread.as_ref()));
        risks.extend(around.notes.iter().cloned());
        let mut sources = vec![role.known().to_owned()];
        sources.extend(official.map(words::official));
        let source = Some(placement_source).filter(|source| !source.is_empty());
        sources.extend(source.map(|source| words::source_of_placement(&inert(source))));
        sources.push(words::method(inputs.recruiting));
        let mut answer = words::answer(inputs, found, role);
        answer.extend(official.map(words::official_in_answer));
        Self {
            title: inert(&words::title(name, council)),
            prepared: words::prepared(prepared),
            question: words::question(inputs, found, role),
            recommendation: inert(recommendation),
            lead: words::lead(inputs, found),
            answer,
            options,
            sensitivity,
            recruitment: recruitment_table(inputs, role, &recruitment),
            around,
            break_even,
            path: path_chart(inputs, found, role),
            lines: path_lines(inputs, found, role),
            risks,
            assumptions: Table {
                title: words::ASSUMPTIONS.to_owned(),
                headings: words::ASSUMPTION_COLUMNS.map(str::to_owned).to_vec(),
                rows: given.iter().map(|(label, text)| vec![(*label).to_owned(), inert(text)]).collect(),
                notes: words::newly_qualified_note(inputs)
                    .into_iter()
                    .chain([words::NEUTRAL.to_owned()])
                    .collect(),
            },
            sources,
            mark,
        }
    }
}

/// The numbers with decimals or thousands in a text.
fn long_numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    text.split(move |letter: char| !is_of_number(letter))
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| number.contains(['.', ',']))
}
