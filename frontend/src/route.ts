// Route: what is open and what is filtered, as the address says it, so that every state has a link.

export const VIEWS = ["compare", "check", "reading", "limits"] as const;
export type View = (typeof VIEWS)[number];

const KEYS = ["row", "situation", "extent", "group", "pick", "claim", "dimension", "from", "verdict", "q", "more"] as const;
type Key = (typeof KEYS)[number];

/**
 * `row` to `claim` say what the panel shows (`situation` is the column's number from 0; `pick` is "headline", or the number of
 * another rule's figure); `dimension`, `from` (a source group), `verdict` and `q` filter; `more` names the row whose further mark
 * rows are unfolded, or "all". Empty: not given.
 */
export type Route = { readonly view: View } & { readonly [key in Key]: string };

export const CLOSED = { row: "", situation: "", extent: "", group: "", pick: "", claim: "" } as const;
export const UNFILTERED = { dimension: "", from: "", verdict: "", q: "" } as const;
export const START: Route = { view: "compare", ...CLOSED, ...UNFILTERED, more: "" };

/** Read an address such as "#compare?row=killed.civilian.people&situation=0"; what is not understood is left out. */
export function parse(hash: string): Route {
  const [name = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const values = new URLSearchParams(query);
  const given = Object.fromEntries(KEYS.map((key) => [key, values.get(key) ?? ""]));
  return { ...START, ...given, view: VIEWS.find((view) => view === name) ?? START.view };
}

/** Write the address of a route. */
export function format(route: Route): string {
  const query = new URLSearchParams(KEYS.filter((key) => route[key]).map((key) => [key, route[key]])).toString();
  return `#${route.view}${query ? `?${query}` : ""}`;
}

export function isOpen(route: Route): boolean {
  return Boolean(route.row || route.claim);
}
