//! Telling the council's own figures from those of others by the titles and headings over them.

use crate::figure::Place;

use crate::read::With;
use crate::read::block::{self, Block};
use crate::read::problem::{Problem, TableProblem};
use crate::read::side::{self, Side, Title};
use crate::read::vocabulary;

use super::draft::{self, Draft, Sort};

/// Goes over the values of a block: gives them the area that their heading names, makes targets and comparators of those
/// under such a heading, and says what else a heading leaves open.
pub(super) fn by_titles(table: &Block<'_>, drafts: &mut Vec<Draft>, problems: &mut Vec<Problem>) {
    for (section, lines) in table.sections.iter().enumerate() {
        let is_own = |draft: &Draft| draft.sort == Sort::Own && draft.entry.area.is_empty();
        let range = draft::of_section(drafts, section);
        if !drafts[range.clone()].iter().any(is_own) {
            continue;
        }
        let corner = table.headers.first().and_then(|row| block::corner(row));
        let corner = corner.filter(|text| !vocabulary::names_teams(text));
        let texts = lines.headings.iter().rev().map(|heading| heading.text.as_str()).chain(corner);
        let mut texts = texts.chain(table.titles.iter().rev().map(|heading| heading.text.as_str()));
        let Some((text, said)) = texts.find_map(|text| {
            Some((text, side::of_title(&vocabulary::without_by_teams(text))))
                .filter(|(_, said)| *said != Title::Unsaid)
        }) else {
            continue;
        };
        let place = Place { row: lines.rows.first().map_or(1, |row| row.line), ..Place::default() };
        let own = drafts[range.clone()].iter_mut().filter(|draft| is_own(draft));
        match said {
            Title::Unsaid | Title::Of(Side::Own) => {}
            Title::Of(Side::Area(area)) => own.for_each(|draft| area.name.clone_into(&mut draft.entry.area)),
            Title::Of(Side::Target) => own.for_each(|draft| draft.sort = Sort::Target),
            Title::Of(Side::Region) => own.for_each(|draft| draft.sort = Sort::Comparator(With::Region)),
            Title::Of(Side::Neighbours) => {
                own.for_each(|draft| draft.sort = Sort::Comparator(With::Neighbours));
            }
            Title::Of(Side::Others) => {
                let count = own.count();
                drafts.retain(|draft| draft.section != section || !is_own(draft));
                problems.push(Problem::new(place, text, TableProblem::UnderComparator(count)));
            }
            Title::Part => own.for_each(|draft| draft.is_doubtful = true),
            Title::Doubtful => problems.push(Problem::new(place, text, TableProblem::HeadingOfPart)),
            Title::Mentions => {
                problems.push(Problem::new(place, text, TableProblem::HeadingMentionsComparator));
            }
        }
    }
}
