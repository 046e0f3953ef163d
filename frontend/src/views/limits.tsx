// Limits: what this page cannot tell, and how it was made.
import type { Situation } from "../payload";
import { useReport } from "../state";
import { day, period } from "../words";

export function LimitsView() {
  const { payload } = useReport();
  return (
    <div class="prose">
      <section aria-labelledby="section-limits">
        <h2 id="section-limits">What this page cannot tell</h2>
        <ul>
          {payload.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      {payload.situations && payload.situations.length > 0 && (
        <section aria-labelledby="section-situations">
          <h2 id="section-situations">Situations</h2>
          {payload.situations.map((situation, index) => (
            <SituationView key={index} situation={situation} />
          ))}
        </section>
      )}
      <section aria-labelledby="section-words">
        <h2 id="section-words">Words used here</h2>
        <dl class="glossary">
          {GLOSSARY.map(([word, meaning]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="section-made">
        <h2 id="section-made">How it was made</h2>
        <p>
          sayso {payload.version}, rules {payload.rules}
          {payload.fairness_rules ? `, fairness rules ${payload.fairness_rules}` : ""}. The page holds excerpts, not full texts. It fetches nothing and sends nothing.
        </p>
      </section>
    </div>
  );
}

function SituationView({ situation }: { situation: Situation }) {
  const from = situation.period_from === "claims" ? " (the range of the claims; no period was given)" : " (as given)";
  return (
    <>
      <h3>
        <bdi>{situation.name}</bdi>
      </h3>
      <p>
        {situation.inside}; {period(situation.since, situation.until)}
        {from}; headlines as of {day(situation.as_of)}.
      </p>
      {situation.sides.length > 0 && (
        <ul>
          {situation.sides.map((side) => (
            <li key={side.name}>
              {side.name}: {side.parties.join(", ")}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const GLOSSARY: [string, string][] = [
  ["claim", "a figure that somebody put on something, in the words of a document"],
  ["origin", "claims that trace to one speaker; of two origins this page says at most that no link between them was found"],
  ["as of", "the headline counts only what was known by that day, so that growth does not read as dispute"],
  ["running total, period, stock, event", "what stretch of time a figure adds up; figures of different kinds are never drawn in one row of marks"],
  ["near", "on the same dimension, at or around the place, on days in common, but of another scope: what differs is said, and nothing is held against anything"],
  ["rests on one figure", "one claim stands behind the headline: a figure that the program missed or misread would change it"],
  ["nothing found", "no claim in what was read; never zero"],
  ["unchecked", "no person has read the claims under this verdict yet"],
  ["not stated", "the text does not say"],
];
