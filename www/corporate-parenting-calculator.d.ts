/**
 * The JavaScript face of the Corporate Parenting Calculator: `window.corporateParenting`.
 *
 * Await `corporateParenting.ready` once; every call after that is synchronous, takes and gives plain objects, and
 * throws an `Error` with a whole sentence on misuse. A field without a value is absent. Nothing is sent anywhere.
 */

export interface CorporateParenting {
  /** Resolves, with this object, when the program inside the page has started; rejects when it could not. */
  ready: Promise<CorporateParenting>;
  /** Version of the page, newest year of its official figures, and the commit it was built from, if known. */
  version: { version: string; dataReleased: string; commit?: string };
  /** The catalogue of indicators, by theme. */
  indicators(): Indicator[];
  /** England, its regions, and councils by name. */
  areas(): Area[];
  /** Codes of a council's ten statistical neighbours, closest first; empty where the model does not list it. */
  neighbours(council: string, model: NeighbourModel): string[];
  /** The official figure, or null where none was published for that year. */
  published(query: { indicator: string; area: string; period: string }): Published | null;
  /**
   * Reads pasted text, or the bytes of a file: text in any encoding, Excel (.xlsx), OpenDocument (.ods), or an official
   * file of the Department for Education. Never fails as a whole: what cannot be placed is a problem. Where there is
   * personal data nothing is read, and the problems say where it stands. Hidden sheets are left out. The first 20,000
   * lines are taken, and a problem says what was not read; more than 100 million characters or bytes throw an `Error`.
   * `council` and `period` are given to figures that do not say theirs.
   */
  read(input: string | Uint8Array, options?: { fileName?: string; council?: string; period?: string }): Reading;
  /** Compares figures with the official ones. */
  scorecard(request: ScorecardRequest): Scorecard;
  /** A caseload scenario. Numbers are not rounded. */
  caseload(inputs: CaseloadInputs): Caseload;
  /** How many more (positive) or fewer (negative) in the numerator would reach `target` percent. */
  reach(request: {
    indicator?: string;
    numerator: number;
    denominator: number;
    target: number;
    /** Needed without an indicator. */
    good?: "high" | "low";
  }): { children: number; becomes: number; shown: string };
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
  /** Of the workers, those that hold no cases. */
  vacantFte?: number;
  childrenGrowthPerYear?: number;
  childrenGrowthNumber?: number;
  /** Of the children, those counted apart with a growth of their own. */
  unaccompanied?: number;
  unaccompaniedGrowthPerYear?: number;
  turnoverPerYear?: number;
  hiresPerMonth?: number;
  monthsToStart?: number;
  costPerPost?: number;
  agencyShare?: number;
  agencyPremium?: number;
  hoursPerWeek?: number;
  directShare?: number;
  /** 24 by default. */
  months?: number;
  /** For `hiresPerMonthNeeded` and `chance`. */
  byMonth?: number;
  seed?: number;
  /** What is uncertain, each from lowest to highest. */
  ranges?: {
    childrenGrowthPerYear?: [number, number];
    turnoverPerYear?: [number, number];
    hiresPerMonth?: [number, number];
  };
}

export interface Caseload {
  holdingFte: number;
  caseload: number;
  fteNeeded: number;
  peopleNeeded: number;
  extraFte: number;
  childrenAboveCapacity: number;
  childrenHeldAtTarget: number;
  highestWithPresentTeam: number;
  /** A third for 20 to 15. */
  timePerChildChange: number;
  hoursPerChild?: { now: number; target: number };
  costPerYear?: number;
  costOverPeriod?: number;
  table: { target: number; fteNeeded: number; extraFte: number }[];
  path: { month: number; children: number; workersFte: number; caseload: number }[];
  /** The first month from which the average stays at or under the target, or null. */
  reachedInMonth: number | null;
  lostPerMonth: number;
  hiresPerMonthNeeded?: number;
  /** Share of 10,000 simulated paths at or under the target by `byMonth`, or at the end. */
  chance?: number;
  bands?: { low: number; middle: number; high: number; chance: number }[];
}

export type Theme = "our-children" | "safe" | "healthy" | "stability" | "adulthood" | "voices" | "workforce";
export type Kind = "share" | "rate" | "mean" | "count" | "days" | "score";
export type NeighbourModel = "2021" | "2025";

/** A year ending 31 March `"2023"`, a quarter of it `"2023-Q1"`, or a month `"2023-03"`. Input may also say "2022/23". */
export type Period = string;

export interface Indicator {
  id: string;
  title: string;
  theme: Theme;
  kind: Kind;
  /** Which direction is better. */
  good: "high" | "low" | "none";
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
  aliases: string[];
  /**
   * What must be known before figures from `period` on are compared with earlier ones: after a "break" they are not
   * compared; a "gap" is years without figures; a "caution" says why to compare with care. With an area, it concerns
   * the figures of that area only.
   */
  breaks: { kind: "break" | "gap" | "caution"; period: Period; area?: string; note: string }[];
}

export interface Area {
  /** Three digits for councils, nine characters for England and regions. */
  code: string;
  name: string;
  level: "country" | "region" | "council";
  /** Code of the region, for councils. */
  region?: string;
}

export interface Published {
  /** In the indicator's unit (7.9 is 7.9%). Absent where `symbol` says why. */
  value?: number;
  /** c hidden, x not available, z not applicable, k rounds to 0 but is not 0, u unreliable. */
  symbol?: "c" | "x" | "z" | "k" | "u";
  /** Decimals the value was published with. */
  decimals?: number;
  /** The counts behind the value, where they are published: of councils exact, of England and regions rounded to 10. */
  numerator?: number;
  denominator?: number;
  /** England's value in the first release, where it was revised since. */
  firstPublished?: number;
  source: string;
}

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
  symbol?: "c" | "x" | "z" | "k" | "u";
  /** The percentage the source states along with its counts. */
  stated?: string;
  where?: Place;
}

export interface Reading {
  /** Layouts found, joined by commas: counts, years, months, breakdown, tidy, lines, official. */
  layout: string;
  figures: Figure[];
  problems: { severity: "error" | "warning" | "note"; where: Place; found: string; message: string }[];
  /**
   * Names that are not settled, each once under its headings, with every place it stands at. What it could be, the most
   * likely first; a name that is near no measure is a problem only.
   */
  questions: {
    label: string;
    context?: string;
    where: Place[];
    options: { indicator: string; title: string }[];
  }[];
}

export interface ScorecardRequest {
  figures: Figure[];
  /** Official figures that come before the built-in ones: what `read()` gives of an official file. */
  official?: Figure[];
  /** Code or name. Without it, only England is compared with. */
  council?: string;
  period?: Period;
  /** "2025" by default. */
  neighbourModel?: NeighbourModel;
  /** "median" by default. */
  neighbourAverage?: "median" | "mean";
  /**
   * How verdicts are reached: by the figure's 95% interval and each comparator (the default), by the council's own
   * target, or by the quarter of all councils.
   */
  verdictBy?: "interval" | "target" | "quartile";
  /** The council's own targets by indicator, in its unit. Within `tolerance` of it is near. */
  targets?: Record<string, { value: number; tolerance?: number }>;
  /** Official figures as they were known in November of this year, of the releases that are kept. As they are now by default. */
  knownIn?: string;
  /** Children aged 0 to 17 in the area, for the rate per 10,000. */
  population?: number;
}

/** By interval; of a target `met`, `near` or `missed`; by quartile a letter, A the best quarter of all councils. */
export type Verdict =
  | "better" | "worse" | "similar" | "higher" | "lower"
  | "met" | "near" | "missed"
  | "A" | "B" | "C" | "D"
  | "no comparison";

export interface Scorecard {
  rows: ScorecardRow[];
  /** What was left out, and why, in whole sentences. */
  problems: string[];
  verdictBy: "interval" | "target" | "quartile";
  /** What to talk about first. */
  agenda: { heading: string; points: { indicator: string; text: string }[] }[];
  /** A paragraph for each theme that has rows, ready for a report. */
  paragraphs: { theme: Theme; text: string }[];
  /** How verdicts are reached, sources, attribution: for under the table. */
  notes: string[];
}

export interface ScorecardRow {
  indicator: string;
  period?: Period;
  numerator?: number;
  denominator?: number;
  /** Not rounded. Absent where the figure is withheld. */
  value?: number;
  /** As on the screen. */
  shown: string;
  /** 95% interval where counts are known: Wilson's for percentages, Byar's for rates and numbers. */
  interval?: { low: number; high: number };
  /** The official population a rate was computed with: children aged 0 to 17, for the rates of `year`; `file` where you opened one. */
  population?: { children: number; year: number; file?: string };
  /** Since the period before; `points` is not rounded; `note` names a break in series in between, `cautions` what else to know when comparing the two. Numbers have no `interval`: a count is exact. */
  change?: { from: Period; points: number; shown: string; interval?: { low: number; high: number }; verdict: Verdict; note?: string; cautions?: string[] };
  /** Over the last five periods with counts since a break in series; `slope` for each period, in the unit of the indicator. */
  trend?: { from: Period; to: Period; slope: number; chiSquare: number; verdict: Verdict };
  /** By the chosen way; by interval, compared with England. */
  verdict: Verdict;
  /** Why there is no verdict. */
  reason?: string;
  comparisons: Comparison[];
  /** `children` would reach it, and the figure would be `becomes` then. */
  target?: { value: number; points: number; verdict: Verdict; children?: number; becomes?: number };
  /** What one child is worth, in percentage points. */
  oneChild?: number;
  /** The council's own published figure of the same year, where it differs. */
  published?: { period: Period; value: number; shown: string };
  /** Ready for a report. */
  sentence: string;
}

export interface Comparison {
  with: "england" | "region" | "neighbours";
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
  /** With England among all councils, with the neighbours among them, the council included; 1 is the best, or the highest if neither direction is better. */
  rank?: number;
  of?: number;
  /** How many have no figure and are not counted. */
  without?: number;
  /** Beside England: the quarter of all councils. */
  quartile?: "A" | "B" | "C" | "D";
  /** England's value as first published, where it was revised since. */
  firstPublished?: number;
  /** England's value now, where `knownIn` gives another. */
  now?: number;
  source?: string;
}

declare global {
  var corporateParenting: CorporateParenting;
}
