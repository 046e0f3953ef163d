// The panel: the claims under a number or a mark, each with its sentence.
import { useEffect, useRef } from "preact/hooks";
import type { Lane, Mark } from "../payload";
import { claimIds, type Opened } from "../select";
import { groupLabel, tone, useReport } from "../state";
import { count, extents } from "../words";
import { ClaimCard } from "./claim-card";
import { counts } from "./matrix-row";

export function Panel({ opened, close }: { opened: Opened; close(): void }) {
  const { payload, route, link } = useReport();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = route.claim;
  const key = [route.row, route.situation, route.extent, route.group, route.pick].join("|");
  const { figure } = opened;

  useEffect(() => {
    if (!chosen) heading.current?.focus();
  }, [key, chosen]);

  const others = figure ? without(opened.lanes, figure.claims) : opened.lanes;
  const narrowed = route.extent || route.group;
  return (
    <aside class="panel" aria-labelledby="panel-heading">
      <div class="panel-head">
        <h2 id="panel-heading" tabIndex={-1} ref={heading}>
          {opened.heading}
        </h2>
        <button type="button" class="plain close" onClick={close}>
          Close <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
      {opened.cell && (
        <p class="quiet">
          {narrowed ? [route.group && groupLabel(payload, route.group), route.extent && extents(route.extent).toLowerCase()].filter(Boolean).join(", ") : counts(opened.cell)}
          {" · no person has read them yet"}
          {narrowed && (
            <>
              {" · "}
              <a href={link({ extent: "", group: "", pick: "", claim: "" })}>all of this cell</a>
            </>
          )}
        </p>
      )}
      {opened.row === null && opened.claim && <ClaimCard claim={opened.claim} chosen />}
      {figure && (
        <section class="behind" aria-labelledby="behind">
          <h3 id="behind">Behind “{figure.text}”</h3>
          <p class="quiet">{figure.rule}</p>
          {marksUnder(opened, figure.claims).map(({ mark, group }) => (
            <div key={mark.claim} data-tone={tone(payload, group)} class="toned">
              <MarkCards mark={mark} />
            </div>
          ))}
        </section>
      )}
      {figure && others.length > 0 && <h3 class="others">Other claims in this cell</h3>}
      {others.map((lane) => (
        <section key={`${lane.extent} ${lane.group}`} data-tone={tone(payload, lane.group)} class="panel-lane">
          <h3>
            {groupLabel(payload, lane.group)} <span class="quiet">{extents(lane.extent).toLowerCase()}</span>
          </h3>
          {inOrder(lane.marks).map((mark) => (
            <MarkCards key={mark.claim} mark={mark} />
          ))}
        </section>
      ))}
      {opened.row && opened.lanes.length === 0 && <p class="empty">No claim passes the filters.</p>}
    </aside>
  );
}

function MarkCards({ mark }: { mark: Mark }) {
  const { payload, route } = useReport();
  const claim = payload.claims[mark.claim];
  const repeats = mark.repeats.flatMap((id) => payload.claims[id] ?? []);
  if (!claim) return null;
  return (
    <div class="origin">
      <ClaimCard claim={claim} mark={mark} chosen={route.claim === claim.id} />
      {repeats.length > 0 && (
        <details class="repeats" open={repeats.some((repeat) => repeat.id === route.claim)}>
          <summary>
            {count(repeats.length, "repeat")}
            <span class="unseen"> of {claim.text}</span>
          </summary>
          {mark.why && <p class="quiet">Linked because {mark.why}.</p>}
          {repeats.map((repeat) => (
            <ClaimCard key={repeat.id} claim={repeat} chosen={route.claim === repeat.id} />
          ))}
        </details>
      )}
    </div>
  );
}

/** The marks that show these claims, with their source groups. */
function marksUnder(opened: Opened, claims: readonly string[]): { mark: Mark; group: string }[] {
  const marks = opened.lanes.flatMap((lane) => lane.marks.map((mark) => ({ mark, group: lane.group })));
  return marks.filter(({ mark }) => claimIds(mark).some((id) => claims.includes(id)));
}

function without(lanes: readonly Lane[], claims: readonly string[]): Lane[] {
  const left = lanes.map((lane) => ({ ...lane, marks: lane.marks.filter((mark) => !claimIds(mark).some((id) => claims.includes(id))) }));
  return left.filter((lane) => lane.marks.length > 0);
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((one, other) => (other.day ?? "").localeCompare(one.day ?? ""));
}
