import { describe, expect, test } from "vitest";
import { scaleOf, ticks } from "../src/scale";

describe("a scale", () => {
  test.each([
    [{ low: 0, high: 100, log: false }, 50, 0.5],
    [{ low: 10, high: 1000, log: true }, 100, 0.5],
    [{ low: 40, high: 40, log: false }, 40, 0.5],
  ])("of %o has %d at %d", (row, value, place) => {
    expect(scaleOf({ extent: "event", ...row }, [10, 1000]).at(value)).toBeCloseTo(place);
  });

  test("keeps zero apart, at the left, from the smallest above it", () => {
    const scale = scaleOf({ extent: "event", low: 0, high: 10_000, log: true }, [0, 5, 10_000]);
    expect(scale.at(0)).toBeLessThan(scale.at(5) - 0.05);
    expect(scale.at(10_000)).toBeGreaterThan(0.9);
  });

  test("never leaves the line, whatever the value", () => {
    for (const log of [true, false]) {
      const scale = scaleOf({ extent: "event", low: 5, high: 500, log }, [5, 500]);
      for (const value of [0, 1, 5, 500, 10 ** 9]) {
        expect(scale.at(value)).toBeGreaterThanOrEqual(0);
        expect(scale.at(value)).toBeLessThanOrEqual(1);
      }
    }
  });

  test("grows with the value", () => {
    const scale = scaleOf({ extent: "event", low: 1, high: 90_000, log: true }, [1, 90_000]);
    const places = [1, 2, 10, 500, 90_000].map((value) => scale.at(value));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

describe("ticks", () => {
  test.each([
    [{ low: 210, high: 451, log: false }, [300, 400]],
    [{ low: 1, high: 50_000, log: true }, [10, 100, 1000, 10_000]],
    [{ low: 7, high: 7, log: false }, []],
    [{ low: 0, high: 0.9, log: false }, [0.5]],
  ])("of %o are round", (row, expected) => {
    expect(ticks(scaleOf({ extent: "event", ...row }, [row.low, row.high]))).toEqual(expected);
  });
});
