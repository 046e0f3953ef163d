// The page: loads its payload and shows it, or says why it cannot.
import { render } from "preact";
import { App } from "./app";
import { embedded } from "./source";
import "./style.css";

const root = document.getElementById("app")!;

embedded(document)
  .load()
  .then((payload) => {
    root.textContent = "";
    document.title = `${payload.title} - sayso`;
    render(<App payload={payload} />, root);
  })
  .catch((error: unknown) => {
    root.textContent = error instanceof Error ? error.message : String(error);
  });
