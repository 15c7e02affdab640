import { describe, expect, test } from "vitest";
import { contentType, fileInFolder } from "../../src/host/serve/files";

describe("fileInFolder()", () => {
  test("finds a file in a folder below", () => {
    expect(fileInFolder("/srv", "assets/a%20b.png")).toBe("/srv/assets/a b.png");
  });

  test.each([
    "../secret",
    "assets/../../secret",
    "%2e%2e/secret",
    "..%2fsecret",
    "..\\secret",
    "/../srv-other/x",
    "a%00.html",
    "%E0%A4%A",
    "",
  ])("refuses %j", (urlPath) => {
    expect(fileInFolder("/srv", urlPath)).toBeUndefined();
  });
});

describe("contentType()", () => {
  test.each([
    ["a.JS", "text/javascript; charset=utf-8"],
    ["a.json", "application/json; charset=utf-8"],
    ["a.unheard-of", "application/octet-stream"],
  ])("%s is %s", (file, type) => {
    expect(contentType(file)).toBe(type);
  });
});
