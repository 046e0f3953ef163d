// Words: numbers, days and counts as the page writes them.

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const DAYS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function number(value: number): string {
  return NUMBERS.format(value);
}

/** A number short enough for an axis: "18,000", "1.2M". */
export function short(value: number): string {
  return value < 1_000_000 ? NUMBERS.format(value) : SHORT.format(value);
}

/** "4 May 2031"; what is no ISO day is given back as it is. */
export function day(iso: string | null): string {
  if (!iso) return "day not stated";
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : DAYS.format(time);
}

/** "4 May 2031 to 20 May 2031", "until ...", "since ...", or one day. */
export function period(since: string | null, until: string | null): string {
  if (since && until) return since === until ? day(since) : `${day(since)} to ${day(until)}`;
  if (since) return `since ${day(since)}`;
  return until ? `until ${day(until)}` : "period not stated";
}

/** "1 claim", "2 claims". */
export function count(size: number, one: string, many = `${one}s`): string {
  return `${number(size)} ${size === 1 ? one : many}`;
}

/** "running totals", "events": the heading of the mark rows of one extent. */
export function extents(extent: string): string {
  return extent === "not stated" ? "Extent not stated" : `${extent.charAt(0).toUpperCase()}${extent.slice(1)}s`;
}
