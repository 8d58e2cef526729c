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

export type Theme = "our-children" | "safe" | "healthy" | "stability" | "adulthood" | "voices" | "workforce" | "own" | "all-pupils";

export type Kind = "share" | "rate" | "mean" | "count" | "days" | "score";

export type Good = "high" | "low" | "none";

export type NoteKind = "break" | "gap" | "caution";

export type Level = "country" | "region" | "council";

export type Severity = "error" | "warning" | "note";

export type NeighbourModel = "2025" | "2021";

/** c hidden, x not available, z not applicable, k rounds to 0 but is not 0, u unreliable. */
export type WithheldSymbol = "c" | "x" | "z" | "k" | "u";

export type Way = "interval" | "target" | "quartile";

export type FindingKind = "counts-with-percentage" | "possible" | "change" | "sum" | "share-sum" | "percentage-column" | "trend-word" | "official" | "rank" | "timescale" | "comparator-range" | "own";

/** The most serious first. */
export type FindingVerdict = "impossible" | "differs" | "swapped" | "stale" | "close" | "cannot-check" | "truncated" | "agrees";

export type CommentaryPart = "showing" | "why" | "doing" | "who" | "by";

export type DocumentFormat = "docx" | "xlsx";

export type NamedComparator = "england" | "region" | "neighbours" | "same-type";

/** A is the best quarter of all councils. */
export type Quartile = "A" | "B" | "C" | "D";

/** By interval; of a target `met`, `near` or `missed`; by quartile a letter. */
export type Verdict = "better" | "worse" | "similar" | "higher" | "lower" | "met" | "near" | "missed" | "A" | "B" | "C" | "D" | "no comparison";

/** One of these, or any council by its number: "926". */
export type Comparator = NamedComparator | `${number}`;

/** Which page this is. */
export interface Version {
  version: string;
  /** Newest year of the official figures. */
  dataReleased: string;
  /** The commit the page was built from, if known. */
  commit?: string;
}

/** A measure of the catalogue. */
export interface Indicator {
  id: string;
  title: string;
  theme: Theme;
  kind: Kind;
  /** Which direction is better. */
  good: Good;
  unit: string;
  numerator: string;
  denominator: string;
  definition: string;
  source: string;
  /** Decimals a value computed from counts is shown with. */
  decimals: number;
  /** Whether official figures are built in; otherwise the indicator is local. */
  published: boolean;
  /** Other names it is found by. */
  aliases: Array<string>;
  breaks: Array<SeriesNote>;
}

/**
 * What must be known before figures from `period` on are compared with earlier ones: after a "break" they are not
 * compared; a "gap" is years without figures; a "caution" says why to compare with care.
 */
export interface SeriesNote {
  kind: NoteKind;
  period: Period;
  note: string;
}

/** England, a region or a council. */
export interface Area {
  /** Three digits for councils, nine characters for England and regions. */
  code: string;
  name: string;
  level: Level;
  /** Code of the region, for councils. */
  region?: string;
}

/** Which official figure is asked for. */
export interface PublishedQuery {
  indicator: string;
  /** Code or name. */
  area: string;
  period: Period;
}

/** An official figure. */
export interface Published {
  /** In the indicator's unit (7.9 is 7.9%). Absent where `symbol` says why. */
  value?: number;
  symbol?: WithheldSymbol;
  /** Decimals the value was published with. */
  decimals?: number;
  /** The counts behind the value, where they are published: of councils exact, of England and regions rounded to 10. */
  numerator?: number;
  denominator?: number;
  /** England's value in the first release, where it was revised since. */
  firstPublished?: number;
  source: string;
}

/** What is known about what is read. */
export interface ReadOptions {
  /** Its ending says what kind of file the bytes are. */
  fileName?: string;
  /** Code or name, given to figures that do not say theirs. */
  council?: string;
  /** Given to figures that do not say theirs. */
  period?: Period;
  /** Names to read as measures of the council's own. */
  ownMeasures?: Array<OwnMeasureRequest>;
}

/** What was read. */
export interface Reading {
  /** Layouts found, joined by commas: counts, years, months, periods-down, areas-down, breakdown, tidy, lines, prose, official. */
  layout: string;
  figures: Array<Figure>;
  problems: Array<Problem>;
  questions: Array<Question>;
  /**
   * The measures of the council's own that were read, and the names that can be kept as one because no measure has them:
   * give `read()` and `scorecard()` those you want.
   */
  ownMeasures: Array<OwnMeasure>;
  targets: Array<StatedTarget>;
  comparators: Array<StatedComparator>;
  commentary: Array<StatedComment>;
}

/** A name that is not settled, once under its headings. A name that is near no measure is a problem only. */
export interface Question {
  label: string;
  context?: string;
  /** Every place the name stands at. */
  where: Array<Place>;
  /** What it could be, the most likely first. */
  options: Array<Candidate>;
}

/** An indicator that a name could be. */
export interface Candidate {
  indicator: string;
  title: string;
}

/** A measure of the council's own, as `read()` gives it or described by the caller. */
export interface OwnMeasureRequest {
  /** "own:" and the words of the title, which is also what it is without one. */
  id?: string;
  title: string;
  /** What its figures appear to be by default. */
  kind?: Kind;
  /** Neither direction by default. */
  good?: Good;
  /** What its heading or its name says by default. */
  theme?: Theme;
  definition?: string;
}

/** A measure of the council's own, or a name that can be kept as one. */
export interface OwnMeasure {
  id: string;
  title: string;
  kind: Kind;
  theme: Theme;
}

/** A target that the text states. */
export interface StatedTarget {
  indicator: string;
  period?: Period;
  value: number;
  /** How far from it is near. */
  tolerance?: number;
  where: Place;
}

/** A figure that the text states beside the council's own: of others, or the council's year to date. */
export interface StatedComparator {
  /** england, region, neighbours, the code of a region or council, or year-to-date: the council's own, up to `period`. */
  with: string;
  indicator: string;
  period?: Period;
  value: number;
  where: Place;
}

/** What the text says in words about a measure. */
export interface StatedComment {
  indicator: string;
  period?: Period;
  part: CommentaryPart;
  text: string;
  where: Place;
}

/** What the council says of a measure. What `read()` gives is taken as it is. */
export interface CommentaryRequest {
  indicator: string;
  /** Without it, of every period of which nothing else is said. */
  period?: Period;
  /** Of which part `text` is; "showing" by default. */
  part?: CommentaryPart;
  text?: string;
  /** What the figure shows. */
  showing?: string;
  why?: string;
  /** What is being done. */
  doing?: string;
  /** Who does it: a role or a team, not a name. */
  who?: string;
  /** By when. */
  by?: string;
}

/** What the council says of a figure. */
export interface Commentary {
  showing?: string;
  why?: string;
  doing?: string;
  who?: string;
  by?: string;
  /** What `showing` says and the figure does not, in whole sentences. */
  doubts: Array<string>;
}

/** What could not be read, or is to be known. */
export interface Problem {
  severity: Severity;
  where: Place;
  found: string;
  message: string;
}

/** Where something was read. */
export interface Place {
  /** Name of the file, where one was read. */
  file?: string;
  sheet?: string;
  /** Line of the text, from 1. */
  row: number;
  /** 1 is column A; 0 means the whole row. */
  column: number;
}

/** One reported value: `numerator` and `denominator`, or `value`, or `symbol`. */
export interface Figure {
  indicator: string;
  area?: string;
  period?: Period;
  numerator?: number;
  denominator?: number;
  value?: number;
  /** Decimals `value` was stated with. */
  decimals?: number;
  symbol?: WithheldSymbol;
  /** The percentage the source states along with its counts. */
  stated?: string;
  where?: Place;
}

/** What is known about a draft. */
export interface CheckOptions {
  /** Code or name of the council whose report it is. */
  council?: string;
  /** What it reports on. */
  period?: Period;
  /** How many there are, by the indicator that counts them, for percentages whose base the text does not give. */
  bases?: Record<string, number>;
}

/** What was found in a draft. */
export interface Checked {
  /** One for each number that was checked, in the order of the text. */
  findings: Array<Finding>;
  /** Personal data, for which nothing was checked, or what was left out. */
  problems: Array<Problem>;
}

/** One stated number, recomputed and judged. */
export interface Finding {
  /** Where it begins, in units of UTF-16, as JavaScript counts. */
  start: number;
  /** Where it ends: `source.slice(start, end)` is `text`. */
  end: number;
  /** The number with its unit, as written. */
  text: string;
  kind: FindingKind;
  verdict: FindingVerdict;
  /** The number without its unit. */
  stated: number;
  /** What it should be: a number, or a length of time such as "6 weeks". */
  expected?: number | string;
  /** The recomputation. */
  message: string;
  /** What to write in place of `text`. */
  suggestion?: string;
}

/** What to compare, and how. */
export interface ScorecardRequest {
  figures: Array<Figure>;
  /** What figures of the council's own measures are of. */
  ownMeasures?: Array<OwnMeasureRequest>;
  /** Official figures that come before the built-in ones: what `read()` gives of an official file. */
  official?: Array<Figure>;
  /** Code or name. Without it, only England is compared with. */
  council?: string;
  period?: Period;
  /** The newest by default. */
  neighbourModel?: NeighbourModel;
  /** "median" by default. */
  neighbourAverage?: "median" | "mean";
  /** What to compare with besides England, the region and the statistical neighbours. */
  also?: Comparator[];
  /**
   * How verdicts are reached: by the figure's 95% interval and each comparator (the default), by the council's own
   * target, or by the quarter of all councils.
   */
  verdictBy?: Way;
  /** The council's own targets by indicator. */
  targets?: Record<string, TargetRequest>;
  /** What the council says of its figures. Personal data in it throws an `Error`. */
  commentary?: Array<CommentaryRequest>;
  /**
   * Official figures as they were known in November of this year, of the releases that are kept. As they are now by
   * default.
   */
  knownIn?: string;
  /** Children aged 0 to 17 in the area, for the rate per 10,000. */
  population?: number;
  /**
   * What figures of months and quarters are of, where a measure is counted over a year. Those of 12 months are compared with
   * official figures of a year, as without this none is.
   */
  monthsAre?: "in-month" | "year-to-date" | "rolling-year";
}

/** What file to make of a scorecard, besides all that `scorecard()` takes. */
export interface DocumentRequest {
  /** A Word or an Excel file. */
  format: DocumentFormat;
  /** Whether it stays inside the council: nothing is hidden, and every part of the file says so. */
  internal?: boolean;
}

/** Whose official figures are asked for. */
export interface ProfileRequest {
  /** Code or name. */
  council: string;
  /** Each indicator's newest figure up to this period; the newest of all by default. */
  period?: Period;
  /** The newest by default. */
  neighbourModel?: NeighbourModel;
  /** "median" by default. */
  neighbourAverage?: "median" | "mean";
  /** What to compare with besides England, the region and the statistical neighbours. */
  also?: Comparator[];
  /** How verdicts are reached; "interval" by default. */
  verdictBy?: Way;
}

/** A target in the unit of its indicator. Within `tolerance` of it is near. */
export interface TargetRequest {
  value: number;
  tolerance?: number;
}

/** Figures compared with the official ones. */
export interface Scorecard {
  rows: Array<ScorecardRow>;
  /** What was left out, and why, in whole sentences. */
  problems: Array<string>;
  verdictBy: Way;
  /** What to talk about first. */
  agenda: Array<AgendaPart>;
  /** A paragraph for each theme that has rows, ready for a report. */
  paragraphs: Array<Paragraph>;
  /** How verdicts are reached, sources, attribution: for under the table. */
  notes: Array<string>;
}

/** A heading of the agenda, and the points under it. */
export interface AgendaPart {
  heading: string;
  points: Array<AgendaPoint>;
}

/** A point of the agenda. */
export interface AgendaPoint {
  indicator: string;
  text: string;
}

/** What the rows of a theme say. */
export interface Paragraph {
  theme: Theme;
  text: string;
}

/** Where a number comes from. */
export interface TrailLine {
  /**
   * Which number it is: `figure`, `counts`, `interval`, `change`, the id of a comparator, `rank-` and that id, `quarter`,
   * `target`, `one-child`.
   */
  of: string;
  /** What it was made from, in sentences. */
  text: string;
}

/** A figure and its comparisons. */
export interface ScorecardRow {
  indicator: string;
  period?: Period;
  numerator?: number;
  denominator?: number;
  /** Not rounded. Absent where the figure is withheld. */
  value?: number;
  /** As on the screen. */
  shown: string;
  /** 95% interval where counts or the base are known: Wilson's for percentages, Byar's for rates and numbers. */
  interval?: Interval;
  /** The official population a rate was computed with. */
  population?: Population;
  /** The figures up to this one, oldest first. Years of which none was given are the council's official ones. */
  history: Array<Past>;
  /** Since the period before. */
  change?: Change;
  trend?: Trend;
  /** By interval, compared with England. */
  verdict: Verdict;
  /** The verdict in plain words, such as "Big gap: lower, could be chance (98 care leavers)". */
  standing: string;
  /**
   * How the verdict was reached. Where chance cannot be tested it is the quarter of all councils or, failing that, the
   * target.
   */
  verdictBy: Way;
  /** Of how many a percentage or rate without counts is, where that is known from elsewhere. */
  base?: Base;
  /** Why there is no verdict. */
  reason?: string;
  comparisons: Array<Comparison>;
  target?: AgainstTarget;
  /** What one child is worth, in percentage points. */
  oneChild?: number;
  /** The council's own published figure of the same year, where it differs. */
  published?: PublishedElse;
  /** Ready for a report. */
  sentence: string;
  commentary?: Commentary;
  /** Where each of its numbers comes from. */
  trail: Array<TrailLine>;
}

/** A figure of a series. */
export interface Past {
  period: Period;
  value?: number;
  /** In place of a number. */
  symbol?: string;
  /** Whether it was given, rather than published. */
  own: boolean;
}

/** Limits of a value, in its unit. */
export interface Interval {
  low: number;
  high: number;
}

/** Of how many a figure without counts is. */
export interface Base {
  people: number;
  /** For which year that was published; absent where it was given. */
  period?: Period;
}

/** Children aged 0 to 17. */
export interface Population {
  children: number;
  /** For the rates of this year. */
  year: number;
}

/** A change since an earlier period. Numbers have no `interval`: a count is exact. */
export interface Change {
  from: Period;
  /** Whether the figure before is the council's official one, because none was given. */
  fromPublished: boolean;
  /** Not rounded. */
  points: number;
  shown: string;
  interval?: Interval;
  verdict: Verdict;
  /** The break in series in between. */
  note?: string;
  /** What else to know when comparing the two. */
  cautions?: Array<string>;
}

/** Over the last five periods with counts since a break in series. */
export interface Trend {
  from: Period;
  to: Period;
  /** For each period, in the unit of the indicator. */
  slope: number;
  chiSquare: number;
  verdict: Verdict;
}

/** A figure and the council's own target. */
export interface AgainstTarget {
  value: number;
  /** Figure minus target, not rounded. */
  points: number;
  /** `no comparison` where neither direction is better. */
  verdict: Verdict;
  /** Of a target that is missed: whether chance could explain it. Absent where that cannot be tested. */
  couldBeChance?: boolean;
  /** How many more (positive) or fewer (negative) in the numerator would reach it. */
  children?: number;
  /** The figure then, not rounded. */
  becomes?: number;
}

/** A figure that was published otherwise. */
export interface PublishedElse {
  period: Period;
  value: number;
  shown: string;
}

/** A figure and an official one. */
export interface Comparison {
  with: Comparator;
  label: string;
  /** Year of the official figure; older than the row's where that is not yet published. */
  period?: Period;
  /** Not rounded. Absent where there is no comparison. */
  value?: number;
  shown: string;
  /** Figure minus official value, not rounded. */
  points?: number;
  verdict: Verdict;
  /** Why there is no comparison or no verdict. */
  reason?: string;
  /** How many more (positive) or fewer (negative) in the numerator would reach the comparator. */
  children?: number;
  /** The figure then, not rounded. */
  becomes?: number;
  /** How many neighbours had a figure. */
  count?: number;
  /**
   * With England among all councils, with the neighbours among them, the council included; 1 is the best, or the
   * highest if neither direction is better.
   */
  rank?: number;
  of?: number;
  /** How many have no figure and are not counted. */
  without?: number;
  /** With England: the quarter of all councils. */
  quartile?: Quartile;
  /** England's value as first published, where it was revised since. */
  firstPublished?: number;
  /** England's value now, where `knownIn` gives another. */
  now?: number;
  source?: string;
}

/** Shares are fractions: 0.16 is 16%. Either `workersFte` or `caseload`; at most one of the two growths. */
export interface CaseloadInputs {
  children: number;
  workersFte?: number;
  caseload?: number;
  target: number;
  newlyQualifiedFte?: number;
  /** 0 leaves them out, 1 counts them in full. */
  newlyQualifiedCountAs?: number;
  /** By months from now, or from the start of a recruit. */
  newlyQualifiedStages?: Array<CaseloadStage>;
  /** Of the recruits; where `caseload` is given, also of the team. */
  newlyQualifiedShare?: number;
  /** Of the workers, those that hold no cases. */
  vacantFte?: number;
  /** Share of the vacant posts filled by agency workers who hold cases. */
  vacanciesCovered?: number;
  /** Share of working time lost to sickness and leave. */
  absence?: number;
  advancedFte?: number;
  advancedCountAs?: number;
  /** 1 by default, for `peopleNeeded`. */
  ftePerPerson?: number;
  knockOn?: Array<CaseloadKnockOn>;
  /** Kinds of case; the other children count as one case each. */
  caseMix?: Array<CaseloadKind>;
  childrenGrowthPerYear?: number;
  childrenGrowthNumber?: number;
  /** Of the children, those counted apart with a growth of their own. */
  unaccompanied?: number;
  unaccompaniedGrowthPerYear?: number;
  turnoverPerYear?: number;
  /** Infinity for as many as the target takes. */
  hiresPerMonth?: number;
  monthsToStart?: number;
  /** Recruitment stops at the target unless this is true. */
  keepRecruiting?: boolean;
  /** The first month, such as `2026-04`. Without it, `byYear` counts years from now. */
  startMonth?: string;
  costPerPost?: number;
  /** On top of `costPerPost`, as a share of it. */
  onCosts?: number;
  agencyShare?: number;
  agencyPremium?: number;
  /** The last month with agency workers. */
  agencyUntilMonth?: number;
  /** Agency workers fall evenly, with none from this month on. */
  agencyFallingToMonth?: number;
  payAward?: number;
  /** The first month of the award, 13 by default; then every twelve months. */
  payAwardMonth?: number;
  costPerStarter?: number;
  costPerLeaver?: number;
  /** What a year of a placement costs more, for `breakEvenPlacements`. */
  placementCost?: number;
  /** To compare besides 18, 16, 15 and `target`. */
  targets?: Array<number>;
  /** The cases of each worker, for `distribution`, with `target` as the limit. */
  caseloads?: Array<number>;
  hoursPerWeek?: number;
  directShare?: number;
  /** 24 by default. */
  months?: number;
  /** For `hiresPerMonthNeeded` and `chance`. */
  byMonth?: number;
  seed?: number;
  ranges?: CaseloadRanges;
}

/** What a newly qualified worker counts as from a month on. */
export interface CaseloadStage {
  month: number;
  countAs: number;
}

/** Posts that follow from the workers (managers, business support) or from the children (reviewing officers). */
export interface CaseloadKnockOn {
  post: "manager" | "businessSupport" | "reviewingOfficer";
  /** Workers, or children, per post. */
  per: number;
  /** Of a full-time post a year. */
  cost?: number;
}

/** A kind of case. */
export interface CaseloadKind {
  children: number;
  /** 1 by default. */
  weight?: number;
  /** Of each a month; needs `hoursPerWeek`. */
  travelHours?: number;
}

/** What is uncertain, each from lowest to highest. */
export interface CaseloadRanges {
  childrenGrowthPerYear?: [number, number];
  turnoverPerYear?: [number, number];
  hiresPerMonth?: [number, number];
}

/** A caseload scenario. Numbers are not rounded. */
export interface Caseload {
  holdingFte: number;
  caseload: number;
  fteNeeded: number;
  peopleNeeded: number;
  /** With the children of now. */
  extraFte: number;
  postsNow: number;
  /** Posts that `extraFte` takes. */
  extraPosts: number;
  /** The same with the children of the last month. */
  extraPostsAtEnd: number;
  weightPerChild: number;
  childrenAboveCapacity: number;
  childrenHeldAtTarget: number;
  highestWithPresentTeam: number;
  /** A third for 20 to 15. */
  timePerChildChange: number;
  hoursPerChild?: HoursPerChild;
  /** Full-year effect: a year of `extraPostsAtEnd`, or of all gained with `keepRecruiting`, and of the posts that follow. */
  costPerYear?: number;
  /** What the path costs more than if nothing is done: the sum of `extraCost` in `byYear`. */
  costOverPeriod?: number;
  /** Of that, what is saved while fewer are in post than now. */
  savedByEmptyPosts?: number;
  /** Posts that follow, more than now, in the order of `knockOn`. */
  knockOn: Array<number>;
  /** What the vacant posts save a year. */
  vacancySaving?: number;
  /** How many placements that do not escalate cost as much as `costPerYear`. Not a forecast. */
  breakEvenPlacements?: number;
  /** Starters less leavers over the path. */
  netRecruits: number;
  grossRecruits: number;
  leavers: number;
  byYear: Array<CaseloadYear>;
  /** Doing nothing, then targets from the highest. */
  options: Array<CaseloadOption>;
  /** By growth, turnover and target. */
  sensitivity: Array<CaseloadSensitivity>;
  /** By recruitment and target. */
  recruitment: Array<CaseloadSensitivity>;
  distribution?: CaseloadDistribution;
  table: Array<CaseloadTarget>;
  path: Array<CaseloadMonth>;
  /** The first month from which the average stays at or under the target, or null. */
  reachedInMonth: number | null;
  lostPerMonth: number;
  hiresPerMonthNeeded?: number;
  /** Share of 10,000 simulated paths at or under the target by `byMonth`, or at the end. */
  chance?: number;
  bands?: Array<CaseloadBand>;
}

/** Hours of direct work for a child each week. */
export interface HoursPerChild {
  now: number;
  target: number;
}

/** What another target would need. */
export interface CaseloadTarget {
  target: number;
  fteNeeded: number;
  extraFte: number;
}

/** A month of the path. */
export interface CaseloadMonth {
  month: number;
  children: number;
  workersFte: number;
  caseload: number;
  /** In post: those who are paid. */
  postsFte: number;
  starters: number;
  leavers: number;
}

/** A financial year of the path: the state at its end, or at the end of the path, and its costs in whole pence. */
export interface CaseloadYear {
  /** `2026/27`; without `startMonth` `year 1`. */
  year: string;
  /** Months of the path in it. */
  months: number;
  children: number;
  workersFte: number;
  caseload: number;
  /** In post, more than now. */
  extraFte: number;
  /** More than if nothing is done; below 0 while fewer are in post than now. */
  extraCost?: number;
  totalCost?: number;
}

/** A target with what it takes. */
export interface CaseloadOption {
  /** Absent for doing nothing: each leaver is replaced. */
  target?: number;
  fteNeeded: number;
  /** With the children of now. */
  extraFte: number;
  netRecruits: number;
  grossRecruits: number;
  reachedInMonth: number | null;
  chance?: number;
  /** At the end of the path. */
  hoursPerChild?: number;
  costPerYear?: number;
  costOverPeriod?: number;
  savedByEmptyPosts?: number;
  byYear: Array<CaseloadYear>;
}

/** The path with something else: posts gained, cost over the path, and when the target is reached. */
export interface CaseloadSensitivity {
  growth: number;
  turnover: number;
  hiresPerMonth: number;
  monthsToStart: number;
  target: number;
  extraFte: number;
  cost?: number;
  reachedInMonth: number | null;
}

/** How the cases are spread over the team. */
export interface CaseloadDistribution {
  workers: number;
  cases: number;
  mean: number;
  median: number;
  highest: number;
  workersAbove: number;
  casesAbove: number;
  /** Cases that workers under the limit could take. */
  room: number;
  /** The smallest caseload if spread evenly. */
  levelledSmallest: number;
  /** The largest. */
  levelledLargest: number;
  /** Cases that would change hands for that. */
  moved: number;
}

/** Where the simulated caseloads of a month lie, and the share of them at or under the target. */
export interface CaseloadBand {
  low: number;
  middle: number;
  high: number;
  chance: number;
}

/** A share, and the target it should reach. */
export interface ReachRequest {
  indicator?: string;
  numerator: number;
  denominator: number;
  /** In percent. */
  target: number;
  /** Needed without an indicator. */
  good?: "high" | "low";
}

/** What reaches the target. */
export interface Reach {
  /** How many more (positive) or fewer (negative) in the numerator. */
  children: number;
  /** The percentage then, not rounded. */
  becomes: number;
  shown: string;
}

declare global {
  var corporateParenting: CorporateParenting;
}
