// Compare: the matrix of what is said of each situation, dimension by dimension.
import { Filters } from "../parts/filters";
import { Legend } from "../parts/legend";
import { Verdicts } from "../parts/verdicts";
import { MatrixRow } from "../parts/matrix-row";
import type { Situation } from "../payload";
import { rowsOf } from "../select";
import { useReport } from "../state";
import { count, day, number, period } from "../words";

export function CompareView() {
  const { payload, route } = useReport();
  const situations = payload.situations ?? [];
  const rows = rowsOf(payload, route);
  return (
    <>
      <Verdicts />
      <Filters shown={rows.length} />
      <Legend />
      <div class={situations.length > 2 ? "matrix many" : "matrix"} role="table" aria-label={`${payload.title}: claims by dimension`} style={{ "--situations": String(situations.length) }}>
        <div role="rowgroup" class="columns">
          <div role="row" class="columns-row">
            <span role="columnheader" class="corner">
              What is claimed
            </span>
            {situations.map((situation, index) => (
              <div role="columnheader" key={index}>
                <h2>
                  <bdi>{situation.name}</bdi>
                </h2>
              </div>
            ))}
            <span role="columnheader" class="fair-head">
              Fair to compare?
            </span>
          </div>
        </div>
        <div role="rowgroup">
          <div role="row" class="columns-row covered">
            <span role="rowheader" class="quiet">
              Covered
            </span>
            {situations.map((situation, index) => (
              <Covered key={index} situation={situation} />
            ))}
            <span role="cell" class="quiet">
              By rules; each row names those that it rests on.
            </span>
          </div>
        </div>
        <div role="rowgroup">
          {rows.map((row) => (
            <MatrixRow key={row.id} row={row} />
          ))}
        </div>
      </div>
      {rows.length === 0 && <p class="empty">No claim passes these filters. That says nothing about what happened.</p>}
      <LeftOut />
    </>
  );
}

function Covered({ situation }: { situation: Situation }) {
  const from = situation.period_from === "claims" ? " (the range of the claims)" : "";
  return (
    <div role="cell" class="quiet">
      <p class="cell-name">{situation.name}</p>
      <p>
        {period(situation.since, situation.until)}
        {from}
      </p>
      <p>{situation.inside}</p>
      <p>
        {count(situation.claims, "claim")} in {count(situation.documents, "document")}
        {situation.as_of && situation.as_of !== situation.until ? `, as of ${day(situation.as_of)}` : ""}
      </p>
    </div>
  );
}

function LeftOut() {
  const { payload } = useReport();
  const left = (payload.left_out ?? []).filter(({ claims }) => claims > 0);
  if (left.length === 0) return null;
  return (
    <section class="left-out" aria-labelledby="section-left-out">
      <h2 id="section-left-out">In the ledger, but in no cell above</h2>
      <ul>
        {left.map(({ reason, claims }) => (
          <li key={reason}>
            <span class="figure">{number(claims)}</span> {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
