// The head: what this is, made from what, and the way to the other views.
import type { View } from "../route";
import { CLOSED } from "../route";
import { useReport } from "../state";
import { count } from "../words";

export function Head() {
  const { payload, route, link } = useReport();
  const first: [View, string] = payload.kind === "check" ? ["check", "Check"] : ["compare", "Compare"];
  const tabs: [View, string][] = [first, ["reading", "What was read"], ["limits", "Limits"]];
  return (
    <header class="head">
      {payload.example && (
        <p class="banner" role="note">
          <strong>Examples, not the originals.</strong> The texts marked “sayso example, after …” are in sayso’s own words. Quote the outlet that each names, not the wording here.
        </p>
      )}
      <div class="title">
        <h1>
          <bdi>{payload.title}</bdi>
          {payload.kind === "comparison" && <span class="quiet">, side by side</span>}
        </h1>
        <p class="quiet">{summary(payload)}</p>
      </div>
      <nav aria-label="Views">
        {tabs.map(([view, label]) => (
          <a key={view} href={link({ view, ...CLOSED })} aria-current={route.view === view ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </header>
  );
}

function summary(payload: ReturnType<typeof useReport>["payload"]): string {
  const unread = payload.unread.length ? `, ${count(payload.unread.length, "file")} not read` : "";
  const read = count(Object.keys(payload.documents).length, "document");
  return `${count(Object.keys(payload.claims).length, "claim")} from ${read}${unread}. Each figure is a claim: somebody’s word. This page never says who is right.`;
}
