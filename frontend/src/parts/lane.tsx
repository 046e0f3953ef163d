// A lane: what one source group says in one cell, as marks on the shared line; one stop for the keyboard, arrows go along.
import { useRef, useState } from "preact/hooks";
import { dodge } from "../dodge";
import type { Headline, Lane, Mark } from "../payload";
import type { Scale } from "../scale";
import { tone, useReport } from "../state";
import { count, day } from "../words";
import { Shape } from "./shape";

interface Props {
  lane: Lane | null;
  label: string;
  where: { row: string; situation: string; extent: string; group: string };
  scale: Scale | null;
  marks: readonly number[];
  band: Headline | null;
  /** Some cell of the row has words without a point here, below the line. */
  worded: boolean;
}

const LEVEL = 7; // pixels between marks set apart
const APART = 0.035; // of the line's length: about a mark's width

export function LaneView({ lane, label, where, scale, marks, band, worded }: Props) {
  const { payload, link } = useReport();
  const drawn = lane && scale ? lane.marks.filter(hasPoint) : [];
  const vague = lane?.marks.filter((mark) => !hasPoint(mark)) ?? [];
  const places = drawn.map((mark) => (scale ? placeOf(mark, scale) : 0));
  const levels = dodge(places, APART);
  const height = 22 + LEVEL * 2 * Math.max(0, ...levels.map(Math.abs));
  if (!lane) {
    return (
      <div class={worded ? "lane none worded" : "lane none"}>
        <span class="lane-label">{label}</span>
        <span class="track nothing-found">nothing found</span>
      </div>
    );
  }
  return (
    <div class={worded ? "lane worded" : "lane"} data-tone={tone(payload, where.group)}>
      <a class="lane-label" href={link({ ...where, pick: "", claim: "" })} data-opens>
        {label}
      </a>
      {(drawn.length > 0 || vague.length === 0) && <Line {...{ drawn, places, levels, height, scale, marks, band, where }} label={`${label}, ${where.extent}: ${count(drawn.length, "mark")}`} />}
      <Wordy marks={vague} where={where} />
    </div>
  );
}

interface LineProps extends Omit<Props, "lane" | "worded"> {
  drawn: readonly Mark[];
  places: readonly number[];
  levels: readonly number[];
  height: number;
}

function Line({ drawn, places, levels, height, scale, marks, band, where, label }: LineProps) {
  const { link, route } = useReport();
  const [at, setAt] = useState(0);
  const element = useRef<SVGSVGElement>(null);
  const order = drawn.map((_, index) => index).sort((one, other) => places[one]! - places[other]!);
  const middle = height / 2;
  if (!scale || drawn.length === 0) return <span class="track" />;

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(drawn.length - 1, Math.max(0, at + step));
    setAt(next);
    element.current?.querySelectorAll<SVGAElement>("a")[next]?.focus();
  };

  return (
    <svg class="track" ref={element} height={height} role="group" aria-label={label} onKeyDown={move}>
      {band && <BandMark band={band} scale={scale} height={height} />}
      {marks.map((value) => (
        <line key={value} class="tick" x1={percent(scale.at(value))} x2={percent(scale.at(value))} y1="0" y2={height} />
      ))}
      <line class="base" x1="0" x2="100%" y1={middle} y2={middle} />
      {order.map((index, position) => {
        const mark = drawn[index]!;
        const y = middle + LEVEL * (levels[index] ?? 0);
        const words = describe(mark);
        return (
          <a
            key={mark.claim}
            href={link({ ...where, pick: "", claim: mark.claim })}
            data-opens
            class={route.claim === mark.claim ? "mark chosen" : "mark"}
            tabIndex={position === at ? 0 : -1}
            onFocus={() => setAt(position)}
            aria-label={words}
          >
            <title>{words}</title>
            {isRange(mark) && <line class={mark.approximate ? "range open" : "range"} x1={percent(scale.at(mark.low!))} x2={percent(scale.at(mark.high!))} y1={y} y2={y} />}
            <svg x={percent(places[index]!)} y={y} overflow="visible">
              {isRange(mark) ? <RangeEnds mark={mark} /> : <Shape mark={mark} />}
            </svg>
          </a>
        );
      })}
    </svg>
  );
}

/** What a range has besides its bar: a place to point at, and its strokes and dots. */
function RangeEnds({ mark }: { mark: Mark }) {
  return (
    <>
      <circle class="target" r="9" />
      {mark.denied && <path class="denied" d="M-6 6L6-6" />}
      {mark.repeats.slice(0, 4).map((_, index) => (
        <circle key={index} class="repeat" cx={4 + index * 3.6} cy="-5" r="1.4" />
      ))}
    </>
  );
}

/** The headline: a band between its ends, and a line at each end that it states. */
function BandMark({ band, scale, height }: { band: Headline; scale: Scale; height: number }) {
  const edges = [band.low, band.high].filter((value) => value !== null).map((value) => scale.at(value));
  const [start, end] = [edges[0], edges.at(-1)];
  if (start === undefined || end === undefined) return null;
  return (
    <>
      <rect class="headline-band" x={percent(start)} width={percent(end - start)} y="0" height={height} />
      {[...new Set(edges)].map((edge) => (
        <line key={edge} class="headline-edge" x1={percent(edge)} x2={percent(edge)} y1="0" y2={height} />
      ))}
    </>
  );
}

/** Words that give no point ("dozens") are printed. */
function Wordy({ marks, where }: { marks: readonly Mark[]; where: Props["where"] }) {
  const { link } = useReport();
  if (marks.length === 0) return null;
  return (
    <p class="wordy">
      no point:{" "}
      {marks.map((mark, index) => (
        <span key={mark.claim}>
          {index > 0 && ", "}
          <a href={link({ ...where, pick: "", claim: mark.claim })} data-opens aria-label={describe(mark)}>
            {mark.denied ? "denied: " : ""}“{mark.words}”
          </a>
        </span>
      ))}
    </p>
  );
}

export function hasPoint(mark: Mark): boolean {
  return mark.low !== null || mark.high !== null;
}

function isRange(mark: Mark): boolean {
  return mark.low !== null && mark.high !== null && mark.low !== mark.high;
}

/** Where a mark stands: a range in the middle of its bar. */
function placeOf(mark: Mark, scale: Scale): number {
  return (scale.at((mark.low ?? mark.high)!) + scale.at((mark.high ?? mark.low)!)) / 2;
}

function describe(mark: Mark): string {
  const flags = [mark.denied && "denied", mark.hedged && "hedged", mark.forecast && "foreseen"].filter(Boolean).join(", ");
  const repeated = mark.repeats.length ? `, repeated ${mark.repeats.length} times` : "";
  return `${mark.words}: ${mark.speaker}${mark.said_of ? ` ${mark.said_of}` : ""}, ${day(mark.day)}${flags ? `, ${flags}` : ""}${repeated}`;
}

function percent(share: number): string {
  return `${Math.round(share * 10000) / 100}%`;
}
