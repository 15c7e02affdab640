import { describe, expect, test } from "vitest";
import { withLocalOffice } from "../../src/host/serve/pane-page";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

describe("withLocalOffice()", () => {
  test.each([
    `<script src="${CDN}"></script>`,
    `<script src=${CDN}></script>`,
    `<script type="text/javascript" src='${CDN}'></script>`,
  ])("puts the bridge and the local office.js in place of %s", (tag) => {
    expect(
      withLocalOffice(`<head>${tag}<script src=a.js></script></head>`, "/b.js", "/o.js"),
    ).toEqual({
      ok: true,
      html: '<head><script src="/b.js"></script><script src="/o.js"></script><script src=a.js></script></head>',
    });
  });

  test("refuses a page that does not load office.js", () => {
    expect(withLocalOffice("<p>", "/b.js", "/o.js")).toMatchObject({
      ok: false,
      error: expect.stringContaining("0 times"),
    });
  });

  test("refuses a page that loads office.js twice", () => {
    const tag = `<script src="${CDN}"></script>`;
    expect(withLocalOffice(tag + tag, "/b.js", "/o.js")).toMatchObject({
      ok: false,
      error: expect.stringContaining("2 times"),
    });
  });
});
