// A claim: its words in their sentence, who says it through whom, and where to find it.
import { useEffect, useRef } from "preact/hooks";
import { webAddress } from "../link";
import type { Claim, Doc, Mark } from "../payload";
import { useReport } from "../state";
import { day, number, period } from "../words";
import { ExcerptView } from "./excerpt";

const NOBODY = "not stated"; // the speaker of a third party's prose that names nobody

interface Props {
  claim: Claim;
  mark?: Mark;
  chosen?: boolean;
}

export function ClaimCard({ claim, mark, chosen = false }: Props) {
  const { payload, link } = useReport();
  const element = useRef<HTMLElement>(null);
  const document = payload.documents[claim.document];

  useEffect(() => {
    if (!chosen) return;
    element.current?.scrollIntoView({ block: "nearest" });
    element.current?.focus({ preventScroll: true });
  }, [chosen]);

  return (
    <article class={chosen ? "claim chosen" : "claim"} data-claim={claim.id} tabIndex={-1} ref={element} aria-label={claim.text}>
      <ExcerptView excerpt={claim.excerpt} />
      <p class="said">
        <Chain claim={claim} />
        {mark?.said_of ? ` ${mark.said_of}` : ""}
        <Flags claim={claim} />
      </p>
      <p class="about quiet">{about(claim)}</p>
      {document && <DocLine document={document} />}
      <p class="offsets quiet">
        characters {number(claim.start)}–{number(claim.end)} ·{" "}
        <a href={link({ claim: claim.id })} aria-label={`Link to this claim: ${claim.text}`}>
          link
        </a>
      </p>
    </article>
  );
}

/** From who says it outwards to who prints it. */
function Chain({ claim }: { claim: Claim }) {
  if (claim.chain.length === 0) return <bdi class="speaker">{claim.speaker === NOBODY ? "source not stated" : claim.speaker}</bdi>;
  return (
    <>
      {[...claim.chain].reverse().map((source, index) => (
        <span key={index}>
          {index > 0 && <span class="via"> according to </span>}
          <bdi class={index === 0 ? "speaker" : undefined}>{source.name ?? "somebody not named"}</bdi>
          {source.anonymous && source.name && <span class="quiet"> (anonymous)</span>}
        </span>
      ))}
    </>
  );
}

function Flags({ claim }: { claim: Claim }) {
  const flags = [
    claim.polarity === "denied" && "denied",
    claim.hedged && "hedged",
    claim.modality !== "asserted" && claim.modality.replace("-", " "),
    claim.repeat_of && "again in this document",
  ].filter((flag): flag is string => Boolean(flag));
  return (
    <>
      {flags.map((flag) => (
        <span key={flag} class="flag">
          {flag}
        </span>
      ))}
    </>
  );
}

function about(claim: Claim): string {
  const place = claim.place ? `${claim.place}${claim.located?.guess ? ` (taken for ${claim.located.name}, a guess)` : ""}` : "place not stated";
  const time = claim.since || claim.until ? period(claim.since, claim.until) : `${day(claim.day)}${claim.day_from === "published" ? " (day of publication)" : ""}`;
  return [claim.extent ?? "extent not stated", place, time].join(" · ");
}

function DocLine({ document }: { document: Doc }) {
  const address = webAddress(document.url);
  const title = document.title ?? document.name;
  return (
    <p class="doc">
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
      <span class="quiet">
        {" · "}
        <bdi>{document.outlet ?? document.publisher ?? "outlet not stated"}</bdi>
        {` · ${day(document.published)}`}
      </span>
    </p>
  );
}
