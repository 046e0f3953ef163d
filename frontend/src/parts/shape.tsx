// Shape: one mark, drawn around the point where it stands.
import type { Mark } from "../payload";

const MOST_DOTS = 4;

export function Shape({ mark }: { mark: Mark }) {
  const style = ["shape", mark.approximate ? "open" : "", mark.forecast ? "foreseen" : ""].filter(Boolean).join(" ");
  return (
    <>
      <circle class="target" r="9" />
      {outline(mark, style)}
      {mark.denied && <path class="denied" d="M-6 6L6-6" />}
      {mark.repeats.slice(0, MOST_DOTS).map((_, index) => (
        <circle key={index} class="repeat" cx={7 + index * 3.6} cy="-4.5" r="1.4" />
      ))}
    </>
  );
}

function outline(mark: Mark, style: string) {
  if (mark.high === null && mark.low !== null) return <path class={style} d="M-3.6-4.6L4.8 0L-3.6 4.6Z" />;
  if (mark.low === null && mark.high !== null) return <path class={style} d="M3.6-4.6L-4.8 0L3.6 4.6Z" />;
  return <circle class={style} r="4" />;
}
