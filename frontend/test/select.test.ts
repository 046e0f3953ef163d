import { describe, expect, test } from "vitest";
import { dodge } from "../src/dodge";
import type { Payload } from "../src/payload";
import { parse } from "../src/route";
import { extentsOf, hasAll, lanesOf, opened, plain, rowsOf } from "../src/select";
import { embedded, understood } from "../src/source";
import { strip } from "../src/strip";
import { count, day, number, period, short } from "../src/words";
import example from "./payload.json";

const payload = understood(example as unknown as Payload);
const first = payload.rows![0]!;

describe("what a route asks for", () => {
  test.each([
    ["#compare", 3],
    ["#compare?dimension=killed", 1],
    ["#compare?from=monitors", 1],
    ["#compare?q=VALLEY+monitor", 1],
    ["#compare?q=valley+corridor", 0],
  ])("%s gives %d rows", (address, rows) => {
    expect(rowsOf(payload, parse(address))).toHaveLength(rows);
  });

  test("is a cell, one extent of it, or one group in that", () => {
    const marks = (address: string) => opened(payload, parse(address))?.lanes.flatMap((lane) => lane.marks.map(({ claim }) => claim));
    const cell = "#compare?row=killed.civilian.people&situation=0";
    expect(marks(cell)).toEqual(["c1", "c2", "c4", "c5"]);
    expect(marks(`${cell}&extent=event`)).toEqual(["c4", "c5"]);
    expect(marks(`${cell}&extent=event&group=medics`)).toEqual(["c5"]);
  });

  test.each(["#compare", "#compare?row=nothing&situation=0", "#compare?row=killed.civilian.people&situation=9", "#compare?claim=constructor"])("is nothing: %s", (address) => {
    expect(opened(payload, parse(address))).toBeNull();
  });

  test("keeps the marks that the words are in, repeats included", () => {
    const lanes = lanesOf(payload, first.cells[0]!, parse("#compare?q=agency+two"));
    expect(lanes.flatMap((lane) => lane.marks.map(({ claim }) => claim))).toContain("c2");
  });
});

test("the extents of the headlines come first and the others after", () => {
  expect(extentsOf(first)).toEqual({ first: ["running total"], rest: ["event", "not stated"] });
});

test("words are found whatever their case and accents", () => {
  expect(hasAll(plain("Médecins Sans Frontières"), "medecins FRONT")).toBe(true);
  expect(hasAll(plain("Médecins"), "medics")).toBe(false);
});

test("a payload of another format is refused with its name", () => {
  expect(() => understood({ format: "sayso report 9" })).toThrow("sayso report 9");
  expect(() => understood(null)).toThrow("no report");
});

test("a page without a payload holds no report", async () => {
  await expect(embedded({ getElementById: () => null } as unknown as Document).load()).rejects.toThrow("no report");
});

describe("marks that would lie on each other", () => {
  test.each([
    [[], []],
    [[0.1, 0.5, 0.9], [0, 0, 0]],
    [[0.5, 0.5, 0.5, 0.51], [0, 1, -1, 2]],
    [[0.9, 0.1, 0.9], [0, 0, 1]],
  ])("%o are set on the levels %o", (places, levels) => {
    expect(dodge(places, 0.04)).toEqual(levels);
  });
});

describe("a day strip", () => {
  test("has a box a day, and the claims in it", () => {
    const boxes = strip("2031-05-01", "2031-05-04", [["2031-05-03", 2], ["2031-06-01", 9]]);
    expect(boxes.map(({ claims }) => claims)).toEqual([0, 0, 2, 0]);
  });

  test("has even boxes of several days where the window is long", () => {
    const boxes = strip("2016-01-01", "2016-12-31", [["2016-12-31", 1], ["2016-01-01", 3]], 62);
    expect(boxes.length).toBeLessThanOrEqual(62);
    expect(boxes[0]).toEqual({ since: "2016-01-01", until: "2016-01-06", claims: 3 });
    expect(boxes.at(-1)).toMatchObject({ until: "2016-12-31", claims: 1 });
  });

  test.each([[null, "2031-05-01"], ["2031-05-02", "2031-05-01"], ["then", "now"]])("from %s to %s is none", (since, until) => {
    expect(strip(since, until, [])).toEqual([]);
  });
});

test.each([
  [number(71436), "71,436"],
  [number(0.25), "0.25"],
  [short(403_000), "403,000"],
  [short(2_600_000), "2.6M"],
  [day("2031-05-04"), "4 May 2031"],
  [day(null), "day not stated"],
  [day("some day"), "some day"],
  [period("2031-05-04", "2031-05-04"), "4 May 2031"],
  [period(null, "2031-05-04"), "until 4 May 2031"],
  [count(1, "claim"), "1 claim"],
  [count(1200, "claim"), "1,200 claims"],
])("%s is written as %s", (written, expected) => {
  expect(written).toBe(expected);
});
