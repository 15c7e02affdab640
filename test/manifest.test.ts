import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const text = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");

/** An element: its name, attributes, text and children, in the order of the file. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

type Ordered = Readonly<Record<string, unknown>>;

function elements(nodes: readonly Ordered[]): readonly Element[] {
  return nodes.flatMap((node) => {
    const [name = ""] = Object.keys(node).filter((key) => key !== ":@");
    if (name === "#text" || name.startsWith("?")) return [];
    const inner = node[name] as readonly Ordered[];
    return [
      {
        name,
        attributes: (node[":@"] as Record<string, string> | undefined) ?? {},
        text: inner.map((child) => child["#text"] ?? "").join(""),
        children: elements(inner),
      },
    ];
  });
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
});
const [app] = elements(parser.parse(text) as Ordered[]);
if (!app) throw new Error("manifest.xml is empty");

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

function only(element: Element, name: string): Element {
  const [found, ...more] = all(element, name);
  if (!found || more.length > 0)
    throw new Error(`${name}: ${more.length + (found ? 1 : 0)} of them`);
  return found;
}

const names = (element: Element): readonly string[] => element.children.map(({ name }) => name);
const overrides = only(app, "VersionOverrides");
const resources = only(overrides, "Resources");
const defined = ["bt:Image", "bt:Url", "bt:String"].flatMap((name) => all(resources, name));
const value = (resid: string): string =>
  defined.find(({ attributes }) => attributes["id"] === resid)?.attributes["DefaultValue"] ?? "";

/** Every element that names a resource. */
function residsUsed(element: Element): readonly string[] {
  return element.children.flatMap((child) => [
    ...(child.attributes["resid"] ? [child.attributes["resid"]] : []),
    ...residsUsed(child),
  ]);
}

describe("manifest.xml", () => {
  test("has its elements in the order that Office demands", () => {
    expect(names(app)).toEqual([
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "SupportUrl",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
    expect(names(overrides)).toEqual(["Hosts", "Resources"]);
    const host = only(only(overrides, "Hosts"), "Host");
    expect(names(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    expect(names(only(host, "DesktopFormFactor"))).toEqual([
      "GetStarted",
      "FunctionFile",
      "ExtensionPoint",
      "ExtensionPoint",
    ]);
    expect(names(resources)).toEqual(["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"]);
    for (const control of all(overrides, "Control"))
      expect(names(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  });

  test("defines every resource that it uses, once, with a short id, and uses every one", () => {
    const ids = defined.map(({ attributes }) => attributes["id"] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(residsUsed(overrides))].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("keeps its texts within Office's limits", () => {
    for (const one of all(only(resources, "bt:ShortStrings"), "bt:String"))
      expect(one.attributes["DefaultValue"]?.length).toBeLessThanOrEqual(125);
    for (const one of all(only(resources, "bt:LongStrings"), "bt:String"))
      expect(one.attributes["DefaultValue"]?.length).toBeLessThanOrEqual(250);
    expect(only(app, "DisplayName").attributes["DefaultValue"]?.length).toBeLessThanOrEqual(125);
    expect(
      app.children.find(({ name }) => name === "Description")?.attributes["DefaultValue"]?.length,
    ).toBeLessThanOrEqual(250);
  });

  test("names one page for the shared runtime everywhere", () => {
    const host = only(only(overrides, "Hosts"), "Host");
    const runtime = only(host, "Runtime").attributes["resid"];
    const page = only(only(host, "Page"), "SourceLocation").attributes["resid"];
    const functionFile = only(host, "FunctionFile").attributes["resid"];
    const panes = all(host, "Action")
      .flatMap((action) => all(action, "SourceLocation"))
      .map(({ attributes }) => attributes["resid"]);
    expect(new Set([runtime, page, functionFile, ...panes])).toEqual(new Set(["Taskpane.Url"]));
    expect(only(only(app, "DefaultSettings"), "SourceLocation").attributes["DefaultValue"]).toBe(
      value("Taskpane.Url"),
    );
  });

  test("requires what the add-in needs, and no more", () => {
    const sets = all(only(app, "Requirements"), "Set").map(({ attributes }) => [
      attributes["Name"],
      attributes["MinVersion"],
    ]);
    expect(sets).toEqual([
      ["SharedRuntime", "1.1"],
      ["CustomFunctionsRuntime", "1.3"],
      ["ExcelApi", "1.12"],
    ]);
    expect(only(app, "Permissions").text).toBe("ReadWriteDocument");
  });

  test("shows icons that exist in the size it says", () => {
    for (const image of all(overrides, "bt:Image").filter(({ attributes }) => attributes["size"])) {
      const file = path.join(ROOT, new URL(value(image.attributes["resid"] ?? "")).pathname);
      expect(existsSync(file), file).toBe(true);
      const png = readFileSync(file);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
        image.attributes["size"],
        image.attributes["size"],
      ]);
    }
    for (const icon of ["IconUrl", "HighResolutionIconUrl"])
      expect(
        existsSync(
          path.join(ROOT, new URL(only(app, icon).attributes["DefaultValue"] ?? "").pathname),
        ),
      ).toBe(true);
  });

  test("says the version of the package", () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
      version: string;
    };
    expect(only(app, "Version").text).toBe(`${version}.0`);
  });

  test("points to one origin alone", () => {
    const urls = [...text.matchAll(/DefaultValue="(https:[^"]+)"/g)].map(
      ([, url = ""]) => new URL(url).origin,
    );
    expect(new Set(urls)).toEqual(new Set(["https://localhost:3000"]));
  });

  test("has a function for every command that runs one", () => {
    const commands = readFileSync(path.join(ROOT, "src/commands/commands.ts"), "utf8");
    const functions = all(overrides, "FunctionName").map(({ text: name }) => name);
    // Explain is in the ribbon and in the menu of a cell.
    expect(functions).toEqual(["insertExample", "buildTable", "explainCell", "explainCell"]);
    for (const name of functions) expect(commands).toContain(`Office.actions.associate("${name}"`);
  });
});
