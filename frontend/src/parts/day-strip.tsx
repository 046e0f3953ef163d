// The day strip: on which days of the situation's window there are claims at all.
import type { Cell } from "../payload";
import { strip } from "../strip";
import { count, day, period } from "../words";

interface Props {
  since: string | null;
  until: string | null;
  days: Cell["days"];
}

export function DayStrip({ since, until, days }: Props) {
  const boxes = strip(since, until, days);
  const filled = boxes.filter((box) => box.claims > 0).length;
  if (boxes.length === 0) return <div />;
  const label = `${count(days.length, "day")} with claims, ${day(since)} to ${day(until)}`;
  return (
    <div class="days">
      <svg class="strip" role="img" aria-label={label} data-filled={filled}>
        {boxes.map((box, index) => (
          <rect
            key={box.since}
            class={box.claims === 0 ? "gap" : box.claims > 4 ? "many" : "some"}
            x={`${(index * 100) / boxes.length}%`}
            width={`${Math.max(0.4, 100 / boxes.length - 0.35)}%`}
            height="8"
          >
            <title>{`${period(box.since, box.until)}: ${box.claims ? count(box.claims, "claim") : "no claim found"}`}</title>
          </rect>
        ))}
      </svg>
    </div>
  );
}
