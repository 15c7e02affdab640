/**
 * A file keeps add-ins' settings in document properties of the local workbook's own.
 *
 * Excel keeps them in a web extension part, under the catalogue that the add-in was installed from. The local
 * workbook cannot know that catalogue, and a part that names another may make Excel ask about an add-in that is not
 * there. So Excel does not see these settings; the local workbook does when it opens the file again.
 */
const PREFIX = "Local workbook settings ";

/** Longest text that Excel surely keeps in a property. */
const LONGEST = 255;

type Settings = readonly (readonly [key: string, value: unknown])[];

/** The settings as JSON in plain letters, cut into as many properties as it takes. */
export function toProperties(settings: Settings): Record<string, string> {
  if (settings.length === 0) return {};
  const json = JSON.stringify(settings).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const pieces = json.match(new RegExp(`.{1,${LONGEST}}`, "g")) ?? [];
  return Object.fromEntries(pieces.map((piece, index) => [`${PREFIX}${index + 1}`, piece]));
}

/** The settings among a file's properties; none when they are not whole. */
export function fromProperties(properties: Readonly<Record<string, unknown>>): Settings {
  const pieces: string[] = [];
  for (let number = 1; typeof properties[`${PREFIX}${number}`] === "string"; number += 1) {
    pieces.push(String(properties[`${PREFIX}${number}`]));
  }
  const settings = parse(pieces.join(""));
  if (!Array.isArray(settings)) return [];
  return settings.flatMap((entry: unknown) =>
    Array.isArray(entry) && typeof entry[0] === "string" ? [[entry[0], entry[1]] as const] : [],
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No settings, or another program truncated them: part of them would be worse than none.
    return undefined;
  }
}
