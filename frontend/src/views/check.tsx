// Check: an article's claims in reading order, each against what else was read.
import { ClaimCard } from "../parts/claim-card";
import { ExcerptView } from "../parts/excerpt";
import type { CheckedClaim } from "../payload";
import { useReport } from "../state";
import { count, day } from "../words";

const VERDICTS: Record<string, string> = { "in line": "In line", differs: "Differs", both: "In line and differs", "nothing found": "Nothing found" };

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
        {count(check.claims.length, "claim")} in reading order
      </p>
      <ol class="checked">
        {check.claims.map((checked) => (
          <Checked key={checked.claim} checked={checked} />
        ))}
      </ol>
    </div>
  );
}

function Checked({ checked }: { checked: CheckedClaim }) {
  const { payload, route } = useReport();
  const claim = payload.claims[checked.claim];
  if (!claim) return null;
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
        <ul class="against">
          {checked.against.map((other) => (
            <Against key={other.claim} {...other} />
          ))}
        </ul>
      </div>
    </li>
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
