// Day strip: a situation's days in even boxes, with the claims that fall in each.

const DAY = 86_400_000;

export interface Box {
  readonly since: string;
  readonly until: string;
  readonly claims: number;
}

/** At most `most` boxes from the first day to the last, each of the same number of days; empty where the window is not known. */
export function strip(since: string | null, until: string | null, days: readonly [string, number][], most = 62): Box[] {
  const first = at(since);
  const last = at(until);
  if (first === null || last === null || last < first) return [];
  const length = Math.round((last - first) / DAY) + 1;
  const size = Math.ceil(length / most);
  const counts = new Array<number>(Math.ceil(length / size)).fill(0);
  for (const [day, claims] of days) {
    const box = Math.floor(((at(day) ?? NaN) - first) / DAY / size);
    if (box >= 0 && box < counts.length) counts[box]! += claims;
  }
  return counts.map((claims, index) => ({
    since: iso(first + index * size * DAY),
    until: iso(Math.min(last, first + ((index + 1) * size - 1) * DAY)),
    claims,
  }));
}

function at(day: string | null): number | null {
  const time = day ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
