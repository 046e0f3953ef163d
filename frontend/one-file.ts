// One file: puts the built script and style into the page and names their hashes in its content security policy.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const CLOSING_TAG = /<\/(script|style)|<!--/i;
const EXTERNAL = /[ \t]*<(?:script|link)\b[^>]*\b(?:src|href)="\.?\/[^"]*"[^>]*>(?:<\/script>)?\n?/g;

export function oneFile(): Plugin {
  return {
    name: "one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const parts = Object.values(bundle);
      const page = parts.find((part) => part.fileName.endsWith(".html"));
      const scripts = parts.flatMap((part) => (part.type === "chunk" ? [part.code] : []));
      const styles = parts.flatMap((part) => (part.type === "asset" && part.fileName.endsWith(".css") ? [String(part.source)] : []));
      if (page?.type !== "asset" || scripts.length !== 1 || styles.length !== 1) this.error("expected one page, one script and one style");
      const licence = readFileSync(new URL("node_modules/preact/LICENSE", import.meta.url), "utf8");
      page.source = assemble(String(page.source).replace(EXTERNAL, ""), scripts[0]!.trim(), styles[0]!.trim(), licence.trim());
      for (const part of parts) if (part !== page) delete bundle[part.fileName];
    },
  };
}

/** The page with script, style and the licence of what it bundles; throws where one of them could end its own element. */
export function assemble(page: string, script: string, style: string, licence: string): string {
  if (CLOSING_TAG.test(script) || CLOSING_TAG.test(style) || licence.includes("--")) throw new Error("a part holds what would end its element");
  return fill(page, {
    POLICY: `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`,
    STYLE: `<style>${style}</style>`,
    SCRIPT: `<script type="module">${script}</script>`,
    LICENCE: `<!-- sayso is under the Apache License 2.0. This page also contains Preact:\n\n${licence}\n-->`,
  });
}

/** Nothing is loaded, sent or run but this script and this style. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

function fill(page: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((text, [name, value]) => {
    const parts = text.split(`<!--${name}-->`);
    if (parts.length !== 2) throw new Error(`${name} stands in the page ${parts.length - 1} times`);
    return parts.join(value);
  }, page);
}
