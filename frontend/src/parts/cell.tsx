// A cell: the headline as of a day, a row of marks for each source group, and the days with claims.
import type { Cell, Headline, Row } from "../payload";
import { lanesOf } from "../select";
import { useReport } from "../state";
import { count, day, period } from "../words";
import { Band } from "./band";
import { DayStrip } from "./day-strip";

interface Props {
  row: Row;
  cell: Cell;
  index: number;
  shown: readonly { extent: string; groups: readonly string[] }[];
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
      {shown.map(({ extent, groups }) => (
        <Band key={extent} {...{ row, cell, index, extent, groups, lanes }} />
      ))}
      {situation && <DayStrip since={situation.since} until={situation.until} days={cell.days} />}
    </div>
  );
}

function HeadlineView({ row, cell, index, name }: Omit<Props, "shown"> & { name: string }) {
  const { link } = useReport();
  const { headline } = cell;
  const here = { row: row.id, situation: String(index), extent: "", group: "", claim: "" };
  const href = link({ ...here, pick: headline ? "headline" : "" });
  return (
    <>
      <p class="big">
        <a href={href} data-opens aria-label={`${headline?.text ?? "No figure to stand for it"}: claims on ${row.label}, ${name}`}>
          {headline?.text ?? <span class="no-figure">no figure to stand for it</span>}
        </a>
      </p>
      <p class="quiet">
        {headline && `${headline.extent}, ${coverage(headline)} · `}
        {headline?.claims.length === 1 && "rests on one figure · "}
        <a href={link({ ...here, pick: "" })} data-opens>
          {count(cell.claims, "claim")}, {count(cell.origins, "origin")}
          <span class="unseen"> on {row.label}, {name}</span>
        </a>
      </p>
      {headline && <Rule headline={headline} open={(pick) => link({ ...here, pick })} />}
    </>
  );
}

function coverage({ since = null, until = null, as_of }: Headline): string {
  return since || until ? period(since, until) : `as of ${day(as_of)}`;
}

function Rule({ headline, open }: { headline: Headline; open(pick: string): string }) {
  return (
    <details class="rule">
      <summary>How this was chosen{headline.others.length ? ", and other ways" : ""}</summary>
      <p>{headline.rule}</p>
      {headline.others.length > 0 && (
        <dl>
          {headline.others.map(({ rule, text }, index) => (
            <div key={rule}>
              <dt>{rule}</dt>
              <dd>
                <a href={open(String(index))} data-opens>
                  {text}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
