// A cell: the headline as of a day, a row of marks for each source group, and the days with claims.
import type { Cell, Headline, Row } from "../payload";
import { lanesOf } from "../select";
import { useReport } from "../state";
import { count, day } from "../words";
import { Band } from "./band";
import { DayStrip } from "./day-strip";

interface Props {
  row: Row;
  cell: Cell;
  index: number;
  shown: readonly string[];
}

export function CellView({ row, cell, index, shown }: Props) {
  const { payload, route } = useReport();
  const situation = payload.situations?.[index];
  const name = situation?.name ?? "";
  if (cell.nothing) {
    return (
      <div role="cell" class="cell nothing">
        <p class="cell-name">{name}</p>
        <p>
          <strong>Nothing found</strong>
        </p>
        <p class="quiet">No claim in what was read. This is not zero.</p>
      </div>
    );
  }
  const open = route.row === row.id && route.situation === String(index);
  const lanes = lanesOf(payload, cell, route);
  return (
    <div role="cell" class={open ? "cell open" : "cell"}>
      <div class="headline">
        <p class="cell-name">{name}</p>
        <HeadlineView row={row} cell={cell} index={index} name={name} />
      </div>
      {shown.map((extent) => (
        <Band key={extent} row={row} cell={cell} index={index} extent={extent} lanes={lanes} />
      ))}
      {situation && <DayStrip since={situation.since} until={situation.until} days={cell.days} />}
    </div>
  );
}

function HeadlineView({ row, cell, index, name }: Omit<Props, "shown"> & { name: string }) {
  const { link } = useReport();
  const href = link({ row: row.id, situation: String(index), extent: "", group: "", claim: "" });
  const { headline } = cell;
  return (
    <>
      <p class="big">
        <a href={href} data-opens aria-label={`${headline?.text ?? "No figure to stand for it"}: claims on ${row.label}, ${name}`}>
          {headline?.text ?? <span class="no-figure">no figure to stand for it</span>}
        </a>
      </p>
      <p class="quiet">
        {headline ? `${headline.extent}${headline.as_of ? ` as of ${day(headline.as_of)}` : ""} · ` : ""}
        {count(cell.claims, "claim")}, {count(cell.origins, "origin")}
      </p>
      {headline && <Rule headline={headline} />}
    </>
  );
}

function Rule({ headline }: { headline: Headline }) {
  return (
    <details class="rule">
      <summary>How this was chosen{headline.others.length ? ", and other ways" : ""}</summary>
      <p>{headline.rule}</p>
      {headline.others.length > 0 && (
        <dl>
          {headline.others.map(({ rule, text }) => (
            <div key={rule}>
              <dt>{rule}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
