// A band: the mark rows of one extent in a cell, one for each source group, on the row's shared scale.
import type { Cell, Lane, Row } from "../payload";
import { scaleOf, ticks } from "../scale";
import { lanesOf } from "../select";
import { groupLabel, useReport } from "../state";
import { extents, short } from "../words";
import { LaneView } from "./lane";

interface Props {
  row: Row;
  cell: Cell;
  index: number;
  extent: string;
  lanes: readonly Lane[];
}

export function Band({ row, cell, index, extent, lanes }: Props) {
  const { payload, route } = useReport();
  const own = row.scales.find((scale) => scale.extent === extent);
  const scale = own ? scaleOf(own, valuesOf(row, extent)) : null;
  const marks = scale ? ticks(scale) : [];
  const groups = groupsOf(row, extent, (candidate) => lanesOf(payload, candidate, route));
  const band = cell.headline?.extent === extent ? cell.headline : null;
  return (
    <div class="band">
      <p class="extent">{extents(extent)}</p>
      {groups.map((group) => (
        <LaneView
          key={group}
          lane={lanes.find((lane) => lane.extent === extent && lane.group === group) ?? null}
          label={groupLabel(payload, group)}
          where={{ row: row.id, situation: String(index), extent, group }}
          {...{ scale, marks, band }}
        />
      ))}
      {scale && (
        <div class="axis" aria-hidden="true">
          <span>{short(scale.low)}</span>
          {scale.low !== scale.high && <span>{short(scale.high)}</span>}
          {scale.log && <em>logarithmic</em>}
        </div>
      )}
    </div>
  );
}

function groupsOf(row: Row, extent: string, lanes: (cell: Cell) => Lane[]): string[] {
  const found = new Set(row.cells.flatMap((cell) => lanes(cell).filter((lane) => lane.extent === extent).map((lane) => lane.group)));
  return [...found];
}

function valuesOf(row: Row, extent: string): number[] {
  const lanes = row.cells.flatMap((cell) => cell.lanes.filter((lane) => lane.extent === extent));
  return lanes.flatMap((lane) => lane.marks.flatMap(({ low, high }) => [low, high])).filter((value) => value !== null);
}
