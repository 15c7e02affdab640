import { attribute, childrenNamed, descend, readXml, textOf, type XmlElement } from "./xml";

/**
 * An add-in as its manifest describes it. Addresses are paths on the server that serves the
 * add-in, whatever origin the manifest names.
 */
export type Addin = Extract<ReturnType<typeof readManifest>, { readonly ok: true }>["addin"];

export type RibbonButton = Addin["ribbonGroup"]["buttons"][number];

/** Reads from a manifest what Excel reads to show an add-in; gives every fault found. */
export function readManifest(xml: string) {
  const reading = readXml(xml);
  if (!reading.ok) return { ok: false as const, errors: [`manifest: ${reading.error}`] };
  const errors: string[] = [];
  const overrides = descend(reading.root, "VersionOverrides");
  const host = childrenNamed(descend(overrides, "Hosts"), "Host").find(
    (element) => attribute(element, "type") === "Workbook",
  );
  const functions = extensionPoint(descend(host, "AllFormFactors"), "CustomFunctions");
  const commands = extensionPoint(descend(host, "DesktopFormFactor"), "PrimaryCommandSurface");
  const group = descend(commands, "OfficeTab", "Group");
  const resources = resourcesOf(descend(overrides, "Resources"));

  const need = (value: string | undefined, what: string): string => {
    if (value === undefined || value === "") errors.push(`manifest: ${what} is missing`);
    return value ?? "";
  };
  const resource = (element: XmlElement, what: string): string => {
    const id = attribute(element, "resid");
    const value = id === undefined ? undefined : resources.get(id);
    if (id !== undefined && value === undefined) {
      errors.push(`manifest: ${what} names the resource ${id}, which is not there`);
      return "";
    }
    return need(value, what);
  };
  const local = (url: string, what: string): string => {
    if (url === "") return "";
    if (URL.canParse(url)) return new URL(url).pathname;
    errors.push(
      `manifest: ${what} is ${url}: give a whole address, such as https://host/page.html`,
    );
    return "";
  };
  const localResource = (element: XmlElement, what: string) => local(resource(element, what), what);

  const button = (control: XmlElement) => {
    const id = need(attribute(control, "id"), "the id of a ribbon button");
    const supertip = descend(control, "Supertip");
    return {
      id,
      label: resource(descend(control, "Label"), `the label of button ${id}`),
      tipTitle: resource(descend(supertip, "Title"), `the tip's title of button ${id}`),
      tip: resource(descend(supertip, "Description"), `the tip of button ${id}`),
      // Address of the picture for each size in pixels.
      icons: Object.fromEntries(
        childrenNamed(descend(control, "Icon"), "Image").map((image) => [
          Number(attribute(image, "size")),
          localResource(image, `an icon of button ${id}`),
        ]),
      ),
      action: action(control, id),
    };
  };
  // What the button does when it is chosen.
  const action = (control: XmlElement, id: string) => {
    const element = descend(control, "Action");
    const type = attribute(element, "type");
    if (type === "ShowTaskpane") return { kind: "showTaskpane" as const };
    if (type !== "ExecuteFunction") {
      errors.push(
        `manifest: the action of button ${id} is ${type ?? "missing"}: the local workbook runs ShowTaskpane and ExecuteFunction`,
      );
    }
    const functionName = need(
      textOf(descend(element, "FunctionName")),
      `the function of button ${id}`,
    );
    return { kind: "executeFunction" as const, functionName };
  };

  const source = descend(reading.root, "DefaultSettings", "SourceLocation");
  const addin = {
    name: need(attribute(descend(reading.root, "DisplayName"), "DefaultValue"), "DisplayName"),
    paneUrl: local(need(attribute(source, "DefaultValue"), "SourceLocation"), "SourceLocation"),
    functions: {
      scriptUrl: localResource(descend(functions, "Script", "SourceLocation"), "functions' script"),
      metadataUrl: localResource(
        descend(functions, "Metadata", "SourceLocation"),
        "functions' metadata",
      ),
      namespace: resource(descend(functions, "Namespace"), "functions' namespace"),
    },
    ribbonGroup: {
      label: resource(descend(group, "Label"), "the label of the ribbon group"),
      buttons: childrenNamed(group, "Control").map(button),
    },
    // Requirement sets that the add-in cannot do without.
    requirements: childrenNamed(descend(reading.root, "Requirements", "Sets"), "Set").map(
      (set) => ({
        name: need(attribute(set, "Name"), "the name of a requirement set"),
        minVersion: attribute(set, "MinVersion") ?? "1.1",
      }),
    ),
  };
  return errors.length > 0 ? { ok: false as const, errors } : { ok: true as const, addin };
}

function extensionPoint(form: XmlElement, type: string): XmlElement {
  return childrenNamed(form, "ExtensionPoint").find((point) => attribute(point, "type") === type);
}

/** Every picture, address and text of the manifest by its id. */
function resourcesOf(element: XmlElement): ReadonlyMap<string, string> {
  const groups = ["Images", "Urls", "ShortStrings", "LongStrings"];
  const entries = groups.flatMap((group) =>
    ["Image", "Url", "String"].flatMap((kind) => childrenNamed(descend(element, group), kind)),
  );
  return new Map(
    entries.map((entry) => [attribute(entry, "id") ?? "", attribute(entry, "DefaultValue") ?? ""]),
  );
}
