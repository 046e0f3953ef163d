// Legend: how to read the marks.
import type { Mark } from "../payload";
import { Shape } from "./shape";

const BASE: Mark = {
  claim: "", repeats: [], low: 1, high: 1, bound: "exact", approximate: false, day: null, speaker: "", said_of: null,
  denied: false, hedged: false, forecast: false, words: "", why: null,
};

const SAMPLES: [string, Partial<Mark>][] = [
  ["exact", {}],
  ["about", { approximate: true }],
  ["at least", { bound: "at least", high: null }],
  ["at most", { bound: "at most", low: null }],
  ["range", { bound: "range" }],
  ["denied", { denied: true }],
  ["foreseen", { forecast: true }],
  ["repeated", { repeats: ["", ""] }],
];

export function Legend() {
  return (
    <div class="legend">
      <ul aria-label="Marks">
        {SAMPLES.map(([label, change]) => (
          <li key={label}>
            <svg width="26" height="16" aria-hidden="true">
              {change.bound === "range" && <line class="range" x1="3" x2="23" y1="8" y2="8" />}
              {change.bound !== "range" && (
                <svg x="11" y="8" overflow="visible">
                  <Shape mark={{ ...BASE, ...change }} />
                </svg>
              )}
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <p>
        One mark is one origin; small dots beside it repeat it. All marks of one kind in a row share one scale. The upright line, or the band, is the headline. The strip shows days with claims: a gap
        is a gap in reports, not zero.
      </p>
    </div>
  );
}
