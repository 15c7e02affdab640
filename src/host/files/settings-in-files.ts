/**
 * Where a file keeps what add-ins' settings say: in document properties of its own.
 *
 * Excel keeps them in a web extension part, under the catalogue that the add-in was installed from. The local
 * workbook cannot know that catalogue, and a part that names another may make Excel ask about an add-in that is not
 * there. So Excel does not see these settings; the local workbook does when it opens the file again.
 */
const PREFIX = "Local workbook setting: ";

type Settings = readonly (readonly [key: string, value: unknown])[];

export function toProperties(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    settings.map(([key, value]) => [PREFIX + key, JSON.stringify(value ?? null)]),
  );
}

/** The settings among a file's properties; what is not JSON is somebody else's. */
export function fromProperties(properties: Readonly<Record<string, unknown>>): Settings {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!name.startsWith(PREFIX) || typeof value !== "string") return [];
    const parsed = parse(value);
    return parsed === undefined ? [] : [[name.slice(PREFIX.length), parsed.value] as const];
  });
}

function parse(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    // Written by another program under our prefix: no setting of ours.
    return undefined;
  }
}
