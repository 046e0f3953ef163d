// Selection: which rows, marks and claims a route asks for.
import type { Cell, Claim, Lane, Mark, Payload, Row } from "./payload";
import type { Route } from "./route";

/** What the panel shows: a heading, the figure that was opened, and the marks in the order of their lanes. */
export interface Opened {
  readonly heading: string;
  readonly figure: Figure | null;
  readonly row: Row | null;
  readonly cell: Cell | null;
  readonly lanes: readonly Lane[];
  readonly claim: Claim | null;
}

/** A figure that stands for a cell, the rule that gives it, and the claims under it. */
export interface Figure {
  readonly text: string;
  readonly rule: string;
  readonly claims: readonly string[];
}

/** The rows that pass the filters. */
export function rowsOf(payload: Payload, route: Route): Row[] {
  const rows = withoutVerdict(payload, route);
  return route.verdict ? rows.filter((row) => row.fairness.verdict === route.verdict) : rows;
}

/** How many rows have which verdict, in the order of first appearance, whichever verdict is chosen. */
export function verdictsOf(payload: Payload, route: Route): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fairness } of withoutVerdict(payload, route)) counts.set(fairness.verdict, (counts.get(fairness.verdict) ?? 0) + 1);
  return counts;
}

function withoutVerdict(payload: Payload, route: Route): Row[] {
  const rows = (payload.rows ?? []).filter((row) => !route.dimension || row.dimension === route.dimension);
  if (!route.from && !route.q) return rows;
  return rows.filter((row) => row.cells.some((cell) => lanesOf(payload, cell, route).length > 0));
}

/** The lanes of a cell with the marks that pass the filters; lanes that keep none are left out. */
export function lanesOf(payload: Payload, cell: Cell, route: Route): Lane[] {
  const lanes = cell.lanes.filter((lane) => !route.from || lane.group === route.from);
  if (!route.q) return lanes;
  const kept = lanes.map((lane) => ({ ...lane, marks: lane.marks.filter((mark) => found(payload, mark, route.q)) }));
  return kept.filter((lane) => lane.marks.length > 0);
}

function found(payload: Payload, mark: Mark, query: string): boolean {
  return claimIds(mark).some((id) => hasAll(haystack(payload, id), query));
}

/** All claims of a mark: the one to show, then its repeats. */
export function claimIds(mark: Mark): string[] {
  return [mark.claim, ...mark.repeats];
}

/** Tell whether every word of the query is in the text, whatever its case and accents. */
export function hasAll(text: string, query: string): boolean {
  return plain(query).split(/\s+/).every((word) => text.includes(word));
}

export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const haystacks = new WeakMap<Claim, string>();

function haystack(payload: Payload, id: string): string {
  const claim = payload.claims[id];
  if (!claim) return "";
  const known = haystacks.get(claim);
  if (known !== undefined) return known;
  const document = payload.documents[claim.document];
  const text = plain([claim.excerpt.text, claim.speaker, claim.place, document?.title, document?.outlet, document?.name].join(" "));
  haystacks.set(claim, text);
  return text;
}

/** What a route opens; null where it opens nothing that is there. */
export function opened(payload: Payload, route: Route): Opened | null {
  const row = payload.rows?.find((candidate) => candidate.id === route.row);
  const cell = row?.cells[Number(route.situation || "-1")];
  if (row && cell) {
    const lanes = lanesOf(payload, cell, route).filter(
      (lane) => (!route.extent || lane.extent === route.extent) && (!route.group || lane.group === route.group),
    );
    const heading = `${row.label}, ${payload.situations?.[Number(route.situation)]?.name ?? ""}`;
    return { heading, figure: figureOf(cell, route.pick), row, cell, lanes, claim: payload.claims[route.claim] ?? null };
  }
  const claim = payload.claims[route.claim];
  return claim ? { heading: claim.text, figure: null, row: null, cell: null, lanes: [], claim } : null;
}

function figureOf(cell: Cell, pick: string): Figure | null {
  if (!cell.headline || !pick) return null;
  return pick === "headline" ? cell.headline : (cell.headline.others[Number(pick)] ?? null);
}

/** The extents of a row in the payload's order: those of its headlines (or the first there is), and the rest. */
export function extentsOf(row: Row): { first: string[]; rest: string[] } {
  const all = row.scales.map((scale) => scale.extent);
  const lanes = row.cells.flatMap((cell) => cell.lanes.map((lane) => lane.extent));
  const every = [...new Set([...all, ...lanes])];
  const heads = row.cells.flatMap((cell) => (cell.headline ? [cell.headline.extent] : []));
  const first = every.filter((extent) => heads.includes(extent));
  const shown = first.length ? first : every.slice(0, 1);
  return { first: shown, rest: every.filter((extent) => !shown.includes(extent)) };
}
