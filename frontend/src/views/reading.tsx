// Reading: what was read, what was not, and why.
import { webAddress } from "../link";
import type { Doc } from "../payload";
import { hasAll, plain } from "../select";
import { useReport } from "../state";
import { count, day, number } from "../words";

export function ReadingView() {
  const { payload, route, go } = useReport();
  const all = Object.values(payload.documents).sort(byDay);
  const shown = route.q ? all.filter((document) => hasAll(plain([document.title, document.outlet, document.name].join(" ")), route.q)) : all;
  return (
    <>
      <section aria-labelledby="section-unread">
        <h2 id="section-unread">Not read: {count(payload.unread.length, "file")}</h2>
        {payload.unread.length === 0 && <p>Everything that was given could be read.</p>}
        {payload.unread.length > 0 && (
          <table class="list">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {payload.unread.map(({ path, reason }, index) => (
                <tr key={index}>
                  <td>
                    <bdi>{path}</bdi>
                  </td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section aria-labelledby="section-read">
        <h2 id="section-read">Read: {count(all.length, "document")}</h2>
        <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
          <label>
            <span>Words</span>
            <input type="search" value={route.q} placeholder="in titles and outlets" onInput={(event) => go({ q: event.currentTarget.value }, "keep")} />
          </label>
          <p class="quiet shown" role="status">
            {route.q ? `${shown.length} of ${all.length}` : ""}
          </p>
        </form>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Title</th>
              <th scope="col">Outlet</th>
              <th scope="col" class="right">
                Claims
              </th>
              <th scope="col">Noted</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((document) => (
              <DocRow key={document.id} document={document} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function DocRow({ document }: { document: Doc }) {
  const address = webAddress(document.url);
  const title = document.title ?? document.name;
  return (
    <tr>
      <td class="figure">{document.published ? day(document.published) : "not stated"}</td>
      <td>
        {address ? (
          <a href={address} target="_blank" rel="noopener noreferrer">
            <bdi>{title}</bdi>
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
        <div class="quiet">
          <bdi>{document.path || document.name}</bdi>
        </div>
      </td>
      <td>
        <bdi>{document.outlet ?? document.publisher ?? "not stated"}</bdi>
      </td>
      <td class="figure right">{number(document.claims)}</td>
      <td class="quiet">{document.notes.join("; ")}</td>
    </tr>
  );
}

function byDay(one: Doc, other: Doc): number {
  return (one.published ?? "9").localeCompare(other.published ?? "9") || one.name.localeCompare(other.name);
}
