// A band: the mark rows of one extent in a cell, one for each source group, on the row's shared scale.
import type { Cell, Lane, Row } from "../payload";
import { scaleOf, ticks } from "../scale";
import { groupLabel, useReport } from "../state";
import { extents, short } from "../words";
import { hasPoint, LaneView } from "./lane";

interface Props {
  row: Row;
  cell: Cell;
  index: number;
  extent: string;
  groups: readonly string[];
  lanes: readonly Lane[];
}

export function Band({ row, cell, index, extent, groups, lanes }: Props) {
  const { payload } = useReport();
  const own = row.scales.find((scale) => scale.extent === extent);
  const scale = own ? scaleOf(own, valuesOf(row, extent)) : null;
  const marks = scale ? ticks(scale) : [];
  const band = cell.headline?.extent === extent ? cell.headline : null;
  return (
    <div class={lanes.some((lane) => lane.extent === extent) ? "band" : "band unmarked"} style={{ "--lines": String(groups.length + 2) }}>
      <p class="extent">{extents(extent)}</p>
      {groups.map((group) => (
        <LaneView
          key={group}
          lane={lanes.find((lane) => lane.extent === extent && lane.group === group) ?? null}
          label={groupLabel(payload, group)}
          where={{ row: row.id, situation: String(index), extent, group }}
          worded={wordedIn(row, extent, group)}
          {...{ scale, marks, band }}
        />
      ))}
      {scale ? (
        <div class="axis" aria-hidden="true">
          <span>{short(scale.low)}</span>
          {scale.log && <em>log scale</em>}
          {scale.low !== scale.high && <span>{short(scale.high)}</span>}
        </div>
      ) : (
        <div />
      )}
    </div>
  );
}

function wordedIn(row: Row, extent: string, group: string): boolean {
  const lanes = row.cells.flatMap((cell) => cell.lanes.filter((lane) => lane.extent === extent && lane.group === group));
  return lanes.some((lane) => lane.marks.some((mark) => !hasPoint(mark)));
}

function valuesOf(row: Row, extent: string): number[] {
  const lanes = row.cells.flatMap((cell) => cell.lanes.filter((lane) => lane.extent === extent));
  return lanes.flatMap((lane) => lane.marks.flatMap(({ low, high }) => [low, high])).filter((value) => value !== null);
}
