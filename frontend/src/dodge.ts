// Dodging: marks that would lie on each other are set apart, up and down in turn.

/** A level for each place (0 the middle, 1 below, -1 above, 2 ...): places on one level keep their distance while there are levels left. */
export function dodge(places: readonly number[], distance: number, most = 5): number[] {
  const last = new Map<number, number>();
  const order = places.map((_, index) => index).sort((one, other) => places[one]! - places[other]!);
  const levels = new Array<number>(places.length).fill(0);
  for (const index of order) {
    const place = places[index]!;
    const level = LEVELS.slice(0, most).find((candidate) => place - (last.get(candidate) ?? -Infinity) >= distance) ?? 0;
    last.set(level, place);
    levels[index] = level;
  }
  return levels;
}

const LEVELS = [0, 1, -1, 2, -2];
