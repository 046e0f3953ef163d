// Verdicts: how many rows can be compared, as a filter.
import { verdictsOf } from "../select";
import { useReport } from "../state";
import { VERDICTS } from "./fairness";

export function Verdicts() {
  const { payload, route, link } = useReport();
  const counts = verdictsOf(payload, route);
  const known = Object.keys(VERDICTS).filter((verdict) => counts.has(verdict));
  if (known.length === 0) return null;
  return (
    <p class="verdicts">
      <span>Fair to compare?</span>
      {known.map((verdict) => (
        <a
          key={verdict}
          class="verdict"
          data-verdict={verdict}
          href={link({ verdict: route.verdict === verdict ? "" : verdict })}
          aria-current={route.verdict === verdict ? "true" : undefined}
        >
          {VERDICTS[verdict]} <span class="figure">{counts.get(verdict)}</span>
        </a>
      ))}
    </p>
  );
}
