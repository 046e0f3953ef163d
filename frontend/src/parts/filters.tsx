// Filters: by dimension, by source group, and by words.
import { UNFILTERED } from "../route";
import { useReport } from "../state";
import { count } from "../words";

export function Filters({ shown }: { shown: number }) {
  const { payload, route, go } = useReport();
  const filtered = Boolean(route.dimension || route.from || route.verdict || route.q);
  return (
    <form class="filters" role="search" aria-label="Filter the claims" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Dimension" value={route.dimension} all="All dimensions" options={payload.dimensions ?? []} choose={(dimension) => go({ dimension })} />
      <Choice label="Said by" value={route.from} all="All source groups" options={payload.groups ?? []} choose={(from) => go({ from })} />
      <label>
        <span>Words</span>
        <input type="search" value={route.q} placeholder="in sentences, speakers, titles" onInput={(event) => go({ q: event.currentTarget.value }, "keep")} />
      </label>
      <button type="button" class="plain" aria-pressed={route.more === "all"} onClick={() => go({ more: route.more === "all" ? "" : "all" })}>
        All mark rows
      </button>
      {filtered && (
        <button type="button" class="plain" onClick={() => go(UNFILTERED)}>
          Clear filters
        </button>
      )}
      <p class="quiet shown" role="status">
        {count(shown, "row")}
        {filtered ? ` of ${payload.rows?.length ?? 0}` : ""}
      </p>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  all: string;
  options: { id: string; label: string }[];
  choose(id: string): void;
}

function Choice({ label, value, all, options, choose }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
