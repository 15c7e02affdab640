/** Of the add-in; package.json and manifest.xml hold the same. */
export const VERSION = "0.1.0";

/** What made a sheet, and when: "Made by Bandwise 0.1.0 on 28 November 2026". */
export function madeBy(madeOn: string): string {
  return `Made by Bandwise ${VERSION} on ${madeOn}`;
}
