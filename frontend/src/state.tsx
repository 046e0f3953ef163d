// State: what every part may ask for: the payload, the route, and links to other routes.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Payload } from "./payload";
import { format, parse, type Route } from "./route";

export interface State {
  readonly payload: Payload;
  readonly route: Route;
  /** Go to this route with some of it changed; `keep` leaves the browser's history as it is. */
  go(change: Partial<Route>, keep?: "keep"): void;
  /** The address of this route with some of it changed. */
  link(change: Partial<Route>): string;
}

const Context = createContext<State | null>(null);
export const Provider = Context.Provider;

export function useReport(): State {
  const state = useContext(Context);
  if (!state) throw new Error("outside of a report");
  return state;
}

/** The route of the page's address, and how to change it. */
export function useRoute(): Omit<State, "payload"> {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const read = () => setRoute(parse(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const link = (change: Partial<Route>) => format({ ...route, ...change });
  const go = (change: Partial<Route>, keep?: "keep") => {
    const next = { ...route, ...change };
    history[keep ? "replaceState" : "pushState"](null, "", format(next));
    setRoute(next);
  };
  return { route, link, go };
}

/** The number of a source group's colour; groups keep theirs throughout a report. */
export function tone(payload: Payload, group: string): number {
  return Math.max(0, (payload.groups ?? []).findIndex((candidate) => candidate.id === group)) % 10;
}

export function groupLabel(payload: Payload, group: string): string {
  return payload.groups?.find((candidate) => candidate.id === group)?.label ?? group;
}
