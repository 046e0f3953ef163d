// Payload: what a report is made from, as docs/report-payload.md has it. Nothing here is computed in the browser.

export interface Payload {
  format: string;
  kind: "comparison" | "check";
  title: string;
  example: boolean;
  version: string;
  rules: string;
  fairness_rules?: string;
  situations?: Situation[];
  groups?: Group[];
  dimensions?: Dimension[];
  rows?: Row[];
  check?: Check;
  left_out?: LeftOut[];
  claims: Record<string, Claim>;
  documents: Record<string, Doc>;
  unread: Unread[];
  limits: string[];
}

export interface Situation {
  name: string;
  places: Place[];
  radius_km: number | null;
  inside: string;
  since: string | null;
  until: string | null;
  period_from: string;
  as_of: string | null;
  days: number | null;
  sides: { name: string; parties: string[] }[];
  claims: number;
  documents: number;
}

export interface Place {
  id: string;
  name: string;
  lat: number;
  lon: number;
  feature: string;
  country: string;
}

export interface Group {
  id: string;
  label: string;
}

export interface Dimension {
  id: string;
  label: string;
  counts: string;
}

export interface Row {
  id: string;
  dimension: string;
  label: string;
  who: string | null;
  unit: string;
  cells: Cell[];
  scales: RowScale[];
  fairness: Fairness;
}

export interface RowScale {
  extent: string;
  low: number;
  high: number;
  log: boolean;
}

export interface Cell {
  claims: number;
  origins: number;
  documents: number;
  nothing: boolean;
  headline: Headline | null;
  lanes: Lane[];
  days: [string, number][];
}

export interface Headline {
  text: string;
  low: number | null;
  high: number | null;
  extent: string;
  as_of: string | null;
  since?: string | null;
  until?: string | null;
  covers?: string;
  rule: string;
  claims: string[];
  others: { rule: string; text: string; claims: string[] }[];
}

export interface Lane {
  extent: string;
  group: string;
  marks: Mark[];
}

export interface Mark {
  claim: string;
  repeats: string[];
  low: number | null;
  high: number | null;
  bound: string;
  approximate: boolean;
  day: string | null;
  speaker: string;
  said_of: string | null;
  denied: boolean;
  hedged: boolean;
  forecast: boolean;
  words: string;
  why: string | null;
}

export interface Fairness {
  verdict: string;
  restriction: string | null;
  checked: { by: string; on: string; note: string | null } | null;
  reasons: Reason[];
}

export interface Reason {
  code: string;
  version: number;
  name: string;
  outcome: string;
  words: string;
  inputs: Record<string, string | number | null>;
}

export interface Claim {
  id: string;
  text: string;
  dimensions: string[];
  low: number | null;
  high: number | null;
  bound: string;
  approximate: boolean;
  unit: string | null;
  affected: string | null;
  civil: string | null;
  actor: string | null;
  place: string | null;
  located: { name: string; precision: number; guess: boolean } | null;
  since: string | null;
  until: string | null;
  said: string | null;
  day: string | null;
  day_from: string | null;
  extent: string | null;
  polarity: string;
  hedged: boolean;
  modality: string;
  repeat_of: string | null;
  chain: Source[];
  speaker: string;
  group: string;
  document: string;
  start: number;
  end: number;
  excerpt: Excerpt;
}

export interface Source {
  name: string | null;
  kind: string;
  anonymous: boolean;
}

/** `start16` and `end16` count as JavaScript's `slice` does. */
export interface Range {
  start: number;
  end: number;
  start16: number;
  end16: number;
}

export interface Excerpt {
  text: string;
  before: boolean;
  after: boolean;
  words: Range;
  sentence: Range;
  cues: Range[];
  source: Range | null;
  place: Range | null;
}

export interface Doc {
  id: string;
  name: string;
  title: string | null;
  outlet: string | null;
  publisher: string | null;
  publisher_kind: string | null;
  author: string | null;
  published: string | null;
  url: string | null;
  path: string;
  language: string | null;
  claims: number;
  notes: string[];
  example: boolean;
}

export interface Unread {
  path: string;
  reason: string;
}

export interface LeftOut {
  reason: string;
  claims: number;
}

export interface Check {
  document: string;
  claims: CheckedClaim[];
}

export interface CheckedClaim {
  claim: string;
  verdict: string;
  words: string;
  against: { claim: string; relation: string; words: string }[];
}
