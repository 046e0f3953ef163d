// Source: where the payload comes from. The one-file report holds it; an app would ask its server.
import type { Payload } from "./payload";

export const FORMAT = "sayso report 1";

export interface PayloadSource {
  load(): Promise<Payload>;
}

/** The payload in the page itself. */
export function embedded(page: Document): PayloadSource {
  return { load: async () => understood(JSON.parse(page.getElementById("payload")?.textContent ?? "null")) };
}

/** The payload, if it is of the format that this page reads; throws with a reason in words. */
export function understood(value: unknown): Payload {
  if (value === null || typeof value !== "object") throw new Error("This page holds no report.");
  const format = (value as { format?: unknown }).format;
  if (format !== FORMAT) throw new Error(`This report is of another format (${String(format)}); this page reads "${FORMAT}".`);
  const payload = value as Payload;
  return { ...payload, claims: keyed(payload.claims), documents: keyed(payload.documents) };
}

/** The same without what every object inherits, so that an id such as "constructor" finds nothing. */
function keyed<T>(values: Record<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, values);
}
