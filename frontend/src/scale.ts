// Scale: where a figure stands on a row's shared line. Zero has a place of its own on a logarithmic line.
import type { RowScale } from "./payload";

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  /** The place of a value: a share of the line's length, a little off its ends so that marks have room. */
  at(value: number): number;
}

const ROOM_FOR_ZERO = 0.07;
const MARGIN = 0.025;

/** The line of a row; `values` are what is drawn on it, to find the smallest above zero. */
export function scaleOf({ low, high, log }: RowScale, values: readonly number[]): Scale {
  if (low === high) return { low, high, log: false, at: () => 0.5 };
  if (!log) return { low, high, log, at: (value) => placed((value - low) / (high - low)) };
  const smallest = Math.min(high, ...values.filter((value) => value > 0));
  if (smallest === high) return { low, high, log, at: (value) => placed(value <= 0 ? 0 : 1) };
  const start = low > 0 ? 0 : ROOM_FOR_ZERO;
  const share = (value: number) => Math.log(value / smallest) / Math.log(high / smallest);
  return { low, high, log, at: (value) => placed(value <= 0 ? 0 : start + (1 - start) * share(value)) };
}

/** Round values inside the line, to draw as faint lines. */
export function ticks(scale: Scale, most = 4): number[] {
  if (scale.low === scale.high) return [];
  const inside = (scale.log ? powers(scale) : steps(scale, most)).filter((value) => value > scale.low && value < scale.high);
  const every = Math.ceil(inside.length / most);
  return inside.filter((_, index) => index % every === 0);
}

function powers({ high }: Scale): number[] {
  return Array.from({ length: Math.floor(Math.log10(high)) + 1 }, (_, exponent) => 10 ** exponent);
}

function steps({ low, high }: Scale, most: number): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: most + 1 }, (_, index) => (first + index) * step);
}

function placed(share: number): number {
  return MARGIN + (1 - 2 * MARGIN) * Math.min(1, Math.max(0, share));
}
