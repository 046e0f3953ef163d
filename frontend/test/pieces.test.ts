import { describe, expect, test } from "vitest";
import type { Excerpt, Range } from "../src/payload";
import { pieces } from "../src/pieces";

const range = (start16: number, end16: number): Range => ({ start: start16, end: end16, start16, end16 });

function excerpt(change: Partial<Excerpt>): Excerpt {
  return { text: "Before. The monitor said 40 people died in Riverton. After.", before: false, after: false, words: range(25, 34), sentence: range(8, 52), cues: [], source: null, place: null, ...change };
}

describe("the pieces of an excerpt", () => {
  test("are cut at the claim's words", () => {
    expect(pieces(excerpt({})).map((part) => part.map(({ text }) => text).join(""))).toEqual(["Before. The monitor said ", "40 people", " died in Riverton. After."]);
  });

  test("say what lies outside of the sentence, and what names the source, the cue and the place", () => {
    const [before, , after] = pieces(excerpt({ source: range(8, 19), cues: [range(20, 24)], place: range(43, 51) }));
    expect(before.map(({ text, kinds }) => [text, kinds.join(" ")])).toEqual([["Before. ", "outside"], ["The monitor", "source"], [" ", ""], ["said", "cue"], [" ", ""]]);
    expect(after.map(({ text, kinds }) => [text, kinds.join(" ")])).toEqual([[" died in ", ""], ["Riverton", "place"], [".", ""], [" After.", "outside"]]);
  });

  test.each([range(0, 0), range(0, 59), range(59, 59), range(30, 45)])("lose and double nothing, wherever ranges cut through each other: %o", (words) => {
    const cut = pieces(excerpt({ words, source: range(20, 40), place: range(33, 51), cues: [range(0, 59), range(28, 29)] }));
    expect(cut.flat().map(({ text }) => text).join("")).toBe(excerpt({}).text);
  });
});
