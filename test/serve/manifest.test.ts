import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readManifest } from "../../src/host/serve/manifest";

const OURS = readFileSync("manifest.xml", "utf8");

describe("readManifest()", () => {
  test("finds the pane, the functions and the ribbon as Excel would", () => {
    const reading = readManifest(OURS);
    expect(reading).toMatchObject({
      ok: true,
      addin: {
        paneUrl: "/taskpane.html",
        functions: {
          scriptUrl: "/functions.js",
          metadataUrl: "/functions.json",
          namespace: "COMMIT",
        },
        ribbonGroup: { label: "Bandwise" },
      },
    });
    if (!reading.ok) throw new Error(reading.errors.join());
    expect(reading.addin.ribbonGroup.buttons.map(({ action }) => action)).toEqual([
      { kind: "showTaskpane" },
      { kind: "executeFunction", functionName: "insertExample" },
      { kind: "executeFunction", functionName: "buildTable" },
      { kind: "executeFunction", functionName: "explainCell" },
    ]);
    expect(reading.addin.ribbonGroup.buttons[0]?.icons[32]).toBe("/assets/icon-32.png");
    expect(reading.addin.requirements).toContainEqual({ name: "SharedRuntime", minVersion: "1.1" });
  });

  test("names every fault", () => {
    const faulty = OURS.replace(/<bt:String id="Group.Label"[^>]*>/, "")
      .replace('xsi:type="ShowTaskpane"', 'xsi:type="ShowDialog"')
      .replace(
        'DefaultValue="https://localhost:3000/functions.json"',
        'DefaultValue="functions.json"',
      );
    expect(readManifest(faulty)).toEqual({
      ok: false,
      errors: expect.arrayContaining([
        "manifest: the label of the ribbon group names the resource Group.Label, which is not there",
        "manifest: the action of button Bandwise.OpenPane is ShowDialog: the local workbook runs ShowTaskpane and ExecuteFunction",
        "manifest: functions' metadata is functions.json: give a whole address, such as https://host/page.html",
      ]),
    });
  });

  test("gives the line at which a file stops being XML", () => {
    expect(readManifest("<OfficeApp>\n<Id>7</OfficeApp>")).toEqual({
      ok: false,
      errors: [expect.stringMatching(/^manifest: line 2 is not XML: /)],
    });
  });
});
