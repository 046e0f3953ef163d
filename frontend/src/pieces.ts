// Pieces: an excerpt cut where its ranges begin and end, so that each piece is plain text with what it is.
import type { Excerpt, Range } from "./payload";

export interface Piece {
  readonly text: string;
  /** Names of style classes: "outside" (of the sentence), "cue", "source", "place". */
  readonly kinds: readonly string[];
}

/** The pieces before the claim's words, of the words, and after them. */
export function pieces(excerpt: Excerpt): [Piece[], Piece[], Piece[]] {
  const { start16, end16 } = excerpt.words;
  return [cut(excerpt, 0, start16), cut(excerpt, start16, end16), cut(excerpt, end16, excerpt.text.length)];
}

function cut(excerpt: Excerpt, start: number, end: number): Piece[] {
  const ranges = named(excerpt);
  const edges = ranges.flatMap(([, range]) => [range.start16, range.end16]).filter((edge) => edge > start && edge < end);
  const ends = [...new Set([start, ...edges, end])].sort((one, other) => one - other);
  return ends.slice(1).map((stop, index) => {
    const begin = ends[index]!;
    const kinds = ranges.filter(([, range]) => range.start16 <= begin && stop <= range.end16).map(([kind]) => kind);
    const inside = kinds.includes("sentence");
    return { text: excerpt.text.slice(begin, stop), kinds: [...kinds.filter((kind) => kind !== "sentence"), ...(inside ? [] : ["outside"])] };
  });
}

function named({ sentence, cues, source, place }: Excerpt): [string, Range][] {
  const cueRanges = cues.map((range): [string, Range] => ["cue", range]);
  return [["sentence", sentence], ...cueRanges, ...(source ? [["source", source] as [string, Range]] : []), ...(place ? [["place", place] as [string, Range]] : [])];
}
