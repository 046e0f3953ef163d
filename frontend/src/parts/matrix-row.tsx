// A row of the matrix: one dimension and who is counted, a cell for each situation, and whether they can be compared.
import type { Row } from "../payload";
import { extentsOf, lanesOf } from "../select";
import { useReport } from "../state";
import { count, extents } from "../words";
import { CellView } from "./cell";
import { FairnessView } from "./fairness";

export function MatrixRow({ row }: { row: Row }) {
  const { payload, route, go } = useReport();
  const { first, rest } = extentsOf(row);
  const unfolded = route.more === "all" || route.more === row.id;
  const shown = (unfolded ? [...first, ...rest] : first).filter((extent) => row.cells.some((cell) => lanesOf(payload, cell, route).some((lane) => lane.extent === extent)));
  const folded = rest.map((extent) => ({ extent, marks: marksOf(row, extent) })).filter(({ marks }) => marks > 0);
  const dimension = payload.dimensions?.find(({ id }) => id === row.dimension);
  const toggle = () => go({ more: unfolded ? "" : row.id }, "keep");
  return (
    <div role="row" class="row" id={`row-${row.id}`} style={{ "--bands": String(shown.length + 2) }}>
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

function marksOf(row: Row, extent: string): number {
  return row.cells.flatMap((cell) => cell.lanes.filter((lane) => lane.extent === extent)).reduce((sum, lane) => sum + lane.marks.length, 0);
}

export function counts(cell: { claims: number; origins: number; documents: number }): string {
  return `${count(cell.claims, "claim")}, ${count(cell.origins, "origin")}, ${count(cell.documents, "document")}`;
}
