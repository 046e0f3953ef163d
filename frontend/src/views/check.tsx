// Check: an article's claims in reading order, each against what else was read.
import { ClaimCard } from "../parts/claim-card";
import { ExcerptView } from "../parts/excerpt";
import type { CheckedClaim } from "../payload";
import { useReport } from "../state";
import { count, day, number } from "../words";

const NEAR = "near"; // of another scope, so never for or against the claim
const NEAREST = 3; // shown at once; the rest on request
const VERDICTS: Record<string, string> = { "in line": "In line", differs: "Differs", both: "In line and differs", near: "Near only", "nothing found": "Nothing found" };

export function CheckView() {
  const { payload } = useReport();
  const { check } = payload;
  if (!check) return <p class="empty">This report checks no article.</p>;
  const document = payload.documents[check.document];
  return (
    <div class="check">
      <p class="quiet">
        {document && (
          <>
            <bdi>{document.title ?? document.name}</bdi> · <bdi>{document.outlet ?? "outlet not stated"}</bdi> · {day(document.published)} ·{" "}
          </>
        )}
        {count(check.claims.length, "claim")} in reading order: {summary(check.claims)}
      </p>
      <ol class="checked">
        {check.claims.map((checked) => (
          <Checked key={checked.claim} checked={checked} />
        ))}
      </ol>
    </div>
  );
}

function summary(claims: readonly CheckedClaim[]): string {
  const known = Object.keys(VERDICTS).map((verdict): [string, number] => [verdict, claims.filter((claim) => claim.verdict === verdict).length]);
  return known.filter(([, size]) => size > 0).map(([verdict, size]) => `${number(size)} ${(VERDICTS[verdict] ?? verdict).toLowerCase()}`).join(", ");
}

function Checked({ checked }: { checked: CheckedClaim }) {
  const { payload, route } = useReport();
  const claim = payload.claims[checked.claim];
  if (!claim) return null;
  const near = checked.against.filter((other) => other.relation === NEAR);
  const same = checked.against.filter((other) => other.relation !== NEAR);
  return (
    <li>
      <div class="checked-claim">
        <ClaimCard claim={claim} chosen={route.claim === claim.id} />
      </div>
      <div class="checked-against">
        <p>
          <span class="verdict" data-verdict={checked.verdict}>
            {VERDICTS[checked.verdict] ?? checked.verdict}
          </span>
        </p>
        <p>{checked.words}</p>
        <Others others={same} />
        {near.length > 0 && <Near others={near} text={claim.text} />}
      </div>
    </li>
  );
}

function Near({ others, text }: { others: CheckedClaim["against"]; text: string }) {
  const rest = others.slice(NEAREST);
  return (
    <div class="near">
      <p class="near-head">
        Near it, but of another scope: neither for it nor against it<span class="unseen">: {text}</span>
      </p>
      <Others others={others.slice(0, NEAREST)} />
      {rest.length > 0 && (
        <details>
          <summary>
            {count(rest.length, "more claim")} near it
            <span class="unseen">: {text}</span>
          </summary>
          <Others others={rest} />
        </details>
      )}
    </div>
  );
}

function Others({ others }: { others: CheckedClaim["against"] }) {
  if (others.length === 0) return null;
  return (
    <ul class="against">
      {others.map((other) => (
        <Against key={other.claim} {...other} />
      ))}
    </ul>
  );
}

function Against({ claim: id, relation, words }: CheckedClaim["against"][number]) {
  const { payload, link } = useReport();
  const claim = payload.claims[id];
  if (!claim) return null;
  const document = payload.documents[claim.document];
  return (
    <li>
      <span class="flag">{relation}</span> <bdi class="speaker">{claim.speaker}</bdi>: {words}
      <ExcerptView excerpt={claim.excerpt} />
      <p class="quiet">
        <bdi>{document?.title ?? document?.name}</bdi> · {day(document?.published ?? null)} ·{" "}
        <a href={link({ claim: id })} data-opens aria-label={`Open: ${claim.text}`}>
          open
        </a>
      </p>
    </li>
  );
}
