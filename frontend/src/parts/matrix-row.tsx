// A row of the matrix: one dimension and who is counted, a cell for each situation, and whether they can be compared.
import type { Payload, Row } from "../payload";
import type { Route } from "../route";
import { extentsOf, lanesOf } from "../select";
import { useReport } from "../state";
import { count, extents } from "../words";
import { CellView } from "./cell";
import { FairnessView } from "./fairness";

export function MatrixRow({ row }: { row: Row }) {
  const { payload, route, go } = useReport();
  const { first, rest } = extentsOf(row);
  const unfolded = route.more === "all" || route.more === row.id;
  const shown = (unfolded ? [...first, ...rest] : first).map((extent) => ({ extent, groups: groupsOf(payload, row, extent, route) })).filter(({ groups }) => groups.length > 0);
  const lines = shown.reduce((sum, { groups }) => sum + groups.length + 2, 2);
  const folded = rest.map((extent) => ({ extent, marks: marksOf(row, extent) })).filter(({ marks }) => marks > 0);
  const dimension = payload.dimensions?.find(({ id }) => id === row.dimension);
  const toggle = () => go({ more: unfolded ? "" : row.id }, "keep");
  return (
    <div role="row" class="row" id={`row-${row.id}`} style={{ "--lines": String(lines) }}>
      <div role="rowheader" class="what">
        <h3>{row.label}</h3>
        {dimension && <p class="quiet">{dimension.counts}</p>}
        {row.unit !== "people" && <p class="quiet">counted in {row.unit}</p>}
        {folded.length > 0 && (
          <button type="button" class="plain unfold" aria-expanded={unfolded} onClick={toggle}>
            {unfolded ? "Fewer mark rows" : `Also: ${folded.map(({ extent, marks }) => `${extents(extent).toLowerCase()} (${marks})`).join(", ")}`}
          </button>
        )}
      </div>
      {row.cells.map((cell, index) => (
        <CellView key={index} row={row} cell={cell} index={index} shown={shown} />
      ))}
      <FairnessView row={row} />
    </div>
  );
}

/** The source groups that have marks of an extent in some cell, in the payload's order: every cell has a line for each. */
function groupsOf(payload: Payload, row: Row, extent: string, route: Route): string[] {
  const found = new Set(row.cells.flatMap((cell) => lanesOf(payload, cell, route)).filter((lane) => lane.extent === extent).map((lane) => lane.group));
  return (payload.groups ?? []).map(({ id }) => id).filter((id) => found.has(id));
}

function marksOf(row: Row, extent: string): number {
  return row.cells.flatMap((cell) => cell.lanes.filter((lane) => lane.extent === extent)).reduce((sum, lane) => sum + lane.marks.length, 0);
}

export function counts(cell: { claims: number; origins: number; documents: number }): string {
  return `${count(cell.claims, "claim")}, ${count(cell.origins, "origin")}, ${count(cell.documents, "document")}`;
}
