/**
 * The JavaScript API of the Corporate Parenting Calculator: `window.corporateParenting`.
 *
 * Await `corporateParenting.ready` once; every call after that is synchronous, takes and gives plain objects, and
 * throws an `Error` with a whole sentence on misuse. A field without a value is absent. Nothing is sent anywhere.
 */

export interface CorporateParenting {
  /** Resolves, with this object, when the program inside the page has started; rejects when it could not. */
  ready: Promise<CorporateParenting>;
  version: Version;
  /** The catalogue of indicators, by theme. */
  indicators(): Indicator[];
  /** England, its regions, and councils by name. */
  areas(): Area[];
  /** Codes of a council's ten statistical neighbours, closest first; empty where the model does not list it. */
  neighbours(council: string, model: NeighbourModel): string[];
  /** The official figure, or null where none was published for that year. */
  published(query: PublishedQuery): Published | null;
  /**
   * Reads pasted text, or the bytes of a file: text in any encoding, Excel (.xlsx), OpenDocument (.ods), or an official
   * file of the Department for Education. Never fails as a whole: what cannot be placed is a problem. Where there is
   * personal data nothing is read, and the problems say where it is. Hidden sheets are left out. The first 20,000
   * lines are taken, and a problem says what was not read; more than 100 million characters or bytes throw an `Error`.
   */
  read(input: string | Uint8Array, options?: ReadOptions): Reading;
  /** Compares figures with the official ones. */
  scorecard(request: ScorecardRequest): Scorecard;
  /** The official figures of a council, each indicator's newest, compared as `scorecard()` compares. */
  profile(request: ProfileRequest): Scorecard;
  /**
   * A file of a scorecard as bytes, which Word or Excel opens. Small counts of children, and what would give them away, are
   * hidden in it, and commentary that says one is left out, unless it is `internal`. Without figures it is of the council's
   * official ones.
   */
  document(request: ScorecardRequest & DocumentRequest): Uint8Array;
  /**
   * Recomputes and judges the numbers that a draft states: percentages of counts, totals, changes, official figures and
   * timescales. What is not understood is left alone. Where there is personal data nothing is checked, and the problems say so.
   */
  check(text: string, options?: CheckOptions): Checked;
  /** A caseload scenario. Numbers are not rounded. */
  caseload(inputs: CaseloadInputs): Caseload;
  /** How many more (positive) or fewer (negative) in the numerator would reach `target` percent. */
  reach(request: ReachRequest): Reach;
}

/** A year ending 31 March `"2023"`, a quarter of it `"2023-Q1"`, or a month `"2023-03"`. Input may also say "2022/23". */
export type Period = string;
