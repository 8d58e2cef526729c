//! What needs a person's attention in the lines.

use std::rc::Rc;

use crate::app::lines::unsettled::is_unsettled;
use crate::app::lines::{Line, LineId, Lines};
use crate::read::{self, Problem, Severity};
use crate::sorting::Sorting;

impl Lines {
    /// Problems of pasted tables as a whole.
    pub fn table_problems(&self) -> &Rc<Vec<Problem>> {
        &self.of_tables
    }

    /// Problems of tables and of lines, worst first and then in the order they stand, each with its line if it is of one.
    /// Lines whose name is not settled have none: what they need is asked by name.
    pub fn all_problems(&self) -> Vec<(Option<LineId>, Problem)> {
        let of_tables = self.of_tables.iter().map(|problem| (None, problem.clone()));
        let of_lines = self
            .iter()
            .filter(|line| !is_unsettled(&line.entry))
            .map(|line| (Some(line.id), &line.entry, line.checked.problems.clone()));
        let of_lines = read::problems_of_entries(of_lines);
        let with_figure: Vec<&Rc<Line>> = self.iter().filter(|line| line.checked.figure.is_some()).collect();
        let together = read::contradictions(&self.each_figure().collect::<Vec<_>>());
        let together = together.into_iter().map(|(index, problem)| (Some(with_figure[index].id), problem));
        let mut problems: Vec<_> = of_tables.chain(of_lines).chain(together).collect();
        problems.arrange_by_key(|(_, problem)| problem.severity);
        // Twelve months of one unknown name are one problem.
        problems.dedup_by(|(_, later), (_, first)| later == first);
        let mut asked = false;
        problems.retain(|(_, problem)| !problem.kind.is_asked_once() || !std::mem::replace(&mut asked, true));
        problems
    }
}

/// How many problems are errors and how many are not.
pub fn counted(problems: &[(Option<LineId>, Problem)]) -> (usize, usize) {
    let errors = problems.iter().filter(|(_, problem)| problem.severity == Severity::Error).count();
    (errors, problems.len() - errors)
}
