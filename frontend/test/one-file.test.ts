import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { assemble } from "../one-file";

const PAGE = "<head><!--POLICY--><!--STYLE--></head><body><!--SCRIPT--><!--LICENCE--></body>";

test("script and style are in the page, and the policy names their hashes", () => {
  const page = assemble(PAGE, "let $x = '$&';", "a { b: c }", "Free to use.");
  const hash = createHash("sha256").update("let $x = '$&';", "utf8").digest("base64");
  expect(page).toContain(`script-src 'sha256-${hash}'`);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("Free to use.");
  expect(page).toContain("<script type=\"module\">let $x = '$&';</script>");
});

test.each(["'</script>'", "'</SCRIPT'", "'<!--'"])("a script that could end its own element is refused: %s", (script) => {
  expect(() => assemble(PAGE, script, "", "")).toThrow("would end");
});

test("a page without its places is refused", () => {
  expect(() => assemble("<head></head>", "", "", "")).toThrow("POLICY stands in the page 0 times");
});
