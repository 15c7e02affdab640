import { describe, expect, test } from "vitest";
import { addinUrl, withAddress } from "../scripts/address.mjs";

describe("addinUrl()", () => {
  test("is the development server unless ADDIN_URL says otherwise", () => {
    expect(addinUrl({})).toBe("https://localhost:3000/");
    expect(addinUrl({ ADDIN_URL: "https://addins.example.com/bandwise" })).toBe(
      "https://addins.example.com/bandwise/",
    );
  });

  test.each(["http://addins.example.com/", "addins.example.com", "https://a.example/?x=1"])(
    "refuses %s",
    (url) => {
      expect(() => addinUrl({ ADDIN_URL: url })).toThrow("give an https address");
    },
  );
});

describe("withAddress()", () => {
  test("moves every address of a text", () => {
    expect(withAddress('<a href="https://localhost:3000/x.html"/>', "https://e.example/")).toBe(
      '<a href="https://e.example/x.html"/>',
    );
  });
});
