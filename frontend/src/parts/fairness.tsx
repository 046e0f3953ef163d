// Fairness: whether a row's cells can be compared, by which codes and for which reasons.
import type { Reason, Row } from "../payload";
import { day } from "../words";

/** The verdicts as the page writes them, in the order in which it lists them. */
export const VERDICTS: Record<string, string> = {
  yes: "Yes",
  "with care": "With care",
  no: "No",
  "one side only": "One side only",
  "nothing found": "Nothing found",
};
const OUTCOMES: Record<string, string> = { fine: "fine", care: "with care", no: "no", "cannot tell": "cannot tell" };

export function FairnessView({ row }: { row: Row }) {
  const { verdict, restriction, checked, reasons } = row.fairness;
  const telling = reasons.filter((reason) => reason.outcome !== "fine");
  return (
    <div role="cell" class="fair">
      <p>
        <span class="verdict" data-verdict={verdict}>
          {VERDICTS[verdict] ?? verdict}
        </span>{" "}
        <span class="quiet">{checked ? `checked by ${checked.by} on ${day(checked.on)}` : "unchecked"}</span>
      </p>
      {checked?.note && <p>{checked.note}</p>}
      {restriction && (
        <p class="restriction">
          <strong>Condition:</strong> {restriction}
        </p>
      )}
      {telling.length > 0 && (
        <ul class="reasons">
          {telling.map((reason) => (
            <li key={reason.code}>
              <Code reason={reason} /> {reason.words}
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <details>
          <summary>
            {reasons.length === 1 ? "The rule and what it" : `All ${reasons.length} rules and what they`} looked at<span class="unseen">: {row.label}</span>
          </summary>
          <Rules reasons={reasons} />
        </details>
      )}
    </div>
  );
}

function Code({ reason }: { reason: Reason }) {
  return (
    <abbr class="code" data-outcome={reason.outcome} title={`${reason.name}, version ${reason.version}: ${OUTCOMES[reason.outcome] ?? reason.outcome}`}>
      {reason.code}
    </abbr>
  );
}

function Rules({ reasons }: { reasons: Reason[] }) {
  return (
    <dl class="rules">
      {reasons.map((reason) => (
        <div key={reason.code}>
          <dt>
            <Code reason={reason} /> {reason.name}: {OUTCOMES[reason.outcome] ?? reason.outcome}
          </dt>
          <dd>
            {reason.words}
            <ul>
              {Object.entries(reason.inputs).map(([label, value]) => (
                <li key={label}>
                  <bdi>{label}</bdi>: {String(value ?? "not stated")}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
