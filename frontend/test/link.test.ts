import { describe, expect, test } from "vitest";
import { webAddress } from "../src/link";

describe("an address", () => {
  test.each(["http://example.org/", "https://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/x"])("of the web is followed: %s", (address) => {
    expect(webAddress(address)).toBe(new URL(address).href);
  });

  test.each([null, "", "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "https://", "ftp://example.org", "example.org"])(
    "of another kind is not: %s",
    (address) => {
      expect(webAddress(address)).toBeNull();
    },
  );
});
