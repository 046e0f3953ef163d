// The report: its head, its views and the panel beside them.
import { useEffect, useRef } from "preact/hooks";
import { Head } from "./parts/head";
import { Panel } from "./parts/panel";
import type { Payload } from "./payload";
import { CLOSED, isOpen, type View } from "./route";
import { opened } from "./select";
import { Provider, useRoute } from "./state";
import { CheckView } from "./views/check";
import { CompareView } from "./views/compare";
import { LimitsView } from "./views/limits";
import { ReadingView } from "./views/reading";

const PAGES: Record<View, () => preact.JSX.Element> = { compare: CompareView, check: CheckView, reading: ReadingView, limits: LimitsView };

export function App({ payload }: { payload: Payload }) {
  const routing = useRoute();
  const { go } = routing;
  const route = payload.kind === "check" && routing.route.view === "compare" ? { ...routing.route, view: "check" as const } : routing.route;
  const found = isOpen(route) ? opened(payload, route) : null;
  const came = useRef<HTMLElement | null>(null);
  const View = PAGES[route.view];

  const close = () => {
    go(CLOSED);
    const back = came.current;
    requestAnimationFrame(() => back?.isConnected && back.focus());
  };

  const shown = useRef(route.view);
  useEffect(() => {
    if (shown.current === route.view) return;
    shown.current = route.view;
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [route.view]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && found && close();
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  const remember = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-opens]") : null;
    if (target) came.current = target;
  };

  return (
    <Provider value={{ payload, ...routing, route }}>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Head />
      <div class={found ? "page with-panel" : "page"} onClickCapture={remember}>
        <main id="main" tabIndex={-1}>
          <View />
        </main>
        {found && <Panel opened={found} close={close} />}
      </div>
    </Provider>
  );
}

/** The address says what is shown, so a jump within the page must leave it alone. */
function skip(event: Event) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
