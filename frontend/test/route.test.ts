import { describe, expect, test } from "vitest";
import { format, isOpen, parse, START } from "../src/route";

describe("a route", () => {
  test.each(["#compare", "#reading?q=two+words", "#compare?row=killed.civilian.people&situation=0&claim=c1", "#limits", "#check?claim=c9"])("comes back from its address: %s", (address) => {
    expect(format(parse(address))).toBe(address);
  });

  test.each(["", "#", "#nowhere", "#compare?unknown=1", "#%%%"])("that is not understood is the start: %s", (address) => {
    expect(parse(address)).toEqual(START);
  });

  test("keeps what a user may type", () => {
    const route = { ...START, q: "a&b=c #d ? é 😀 ?" };
    expect(parse(format(route))).toEqual(route);
  });

  test("is open with a row or a claim", () => {
    expect([parse("#compare"), parse("#compare?row=x"), parse("#check?claim=y")].map(isOpen)).toEqual([false, true, true]);
  });
});
