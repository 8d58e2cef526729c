//! A whole release as it is downloaded: an archive of official files beside guidance and other things.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::read::encoding;
use crate::read::problem::{OfficialProblem, SourceProblem};
use crate::read::progress::Progress;
use crate::read::workbook::{MAX_PARTS, MAX_UNPACKED};

use super::OfficialFile;
use super::file::begins_official;

/// How much of a part is unpacked to see whether it is an official file.
const BEGINNING: u64 = 4_096;

impl OfficialFile {
    /// Reads the official files of an archive, with those of which nothing is known; `None` if it holds none. How many of
    /// its tables are done is told as they are read.
    ///
    /// # Errors
    /// When it is no archive, is damaged, or unpacks to more than is read.
    pub fn read_archive(
        bytes: &[u8],
        tell: &mut dyn FnMut(Progress),
    ) -> Result<Option<Vec<Self>>, SourceProblem> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SourceProblem::CutOff)?;
        if archive.len() > MAX_PARTS {
            return Err(SourceProblem::TooManyParts(archive.len()));
        }
        let is_table = |part: &usize| {
            let name = archive.name_for_index(*part).and_then(Result::ok);
            name.is_some_and(|name| name.to_lowercase().ends_with(".csv"))
        };
        let parts: Vec<usize> = (0..archive.len()).filter(is_table).collect();
        let mut room = Room(MAX_UNPACKED);
        let mut files = Vec::new();
        for (done, index) in parts.iter().enumerate() {
            tell(Progress { done, of: parts.len() });
            let mut part = archive.by_index(*index).map_err(|_| SourceProblem::Damaged)?;
            let mut unpacked = Vec::new();
            room.unpack(&mut part, BEGINNING, &mut unpacked)?;
            if !begins_official(&String::from_utf8_lossy(&unpacked)) {
                continue;
            }
            room.unpack(&mut part, u64::MAX, &mut unpacked)?;
            let text = encoding::decode(&unpacked)?;
            let name = part.name().unwrap_or_default();
            files.extend(Self::read(&text, name.rsplit(['/', '\\']).next().unwrap_or_default()));
        }
        Ok(Some(files).filter(|files| !files.is_empty()))
    }

    /// The files of a release as one of this name: what they say alike is kept once, and those with nothing known are
    /// named together.
    pub(super) fn of_release(files: Vec<Self>, name: &str) -> Self {
        let mut all = Self { name: name.to_owned(), ..Self::default() };
        let of = files.len();
        let mut unused = Vec::new();
        for mut file in files {
            let before = file.problems.len();
            file.problems.retain(|problem| !matches!(problem, OfficialProblem::NoneKnown { .. }));
            if file.problems.len() < before {
                unused.push(std::mem::take(&mut file.name));
            }
            all.take(file);
        }
        all.settle();
        if !unused.is_empty() {
            all.problems.push(OfficialProblem::FilesUnused { names: unused, of });
        }
        all
    }
}

/// How many bytes may still be unpacked. What an archive says about its sizes may be a lie.
struct Room(u64);

impl Room {
    /// Unpacks at most so many bytes more of a part.
    fn unpack(&mut self, part: &mut impl Read, most: u64, into: &mut Vec<u8>) -> Result<(), SourceProblem> {
        let before = into.len();
        part.take(most.min(self.0 + 1)).read_to_end(into).map_err(|_| SourceProblem::Damaged)?;
        let unpacked = u64::try_from(into.len() - before).unwrap_or(u64::MAX);
        self.0 = self.0.checked_sub(unpacked).ok_or(SourceProblem::UnpacksTooLarge)?;
        Ok(())
    }
}
