import type { LocalHost } from "../model/local-host";
import { captureWorkbook } from "./capture-workbook";
import { writeWorkbookFile } from "./write-xlsx";

/**
 * What a file of the open workbook would not keep: a sentence for each, to show before saving.
 *
 * @param addinName The add-in's name, as a person knows it.
 */
export function lossesOfSaving(
  { grid, settings }: LocalHost,
  addinName: string,
): readonly string[] {
  const sheets = grid.sheets();
  const rules = sheets.flatMap(({ id }) => grid.whole.validations(id));
  const hidesArrow = rules.some(
    ({ validation: { rule } }) => rule.type === "list" && !rule.showDropDown,
  );
  return [
    ...(settings.size > 0
      ? [
          `Excel will not know what ${addinName} built: its list of tables is empty there, so Remove is not offered. The cells, names and formulas are all there. Opened here again, the list is complete.`,
        ]
      : []),
    ...sheets.flatMap(({ id, name }) =>
      grid.whole.untold(id).map((what) => `Not in the file: ${what}, on ${name}.`),
    ),
    ...(hidesArrow ? ["Lists in cells will have an arrow in the file."] : []),
  ];
}

/**
 * The open workbook as the bytes of an .xlsx file.
 *
 * @throws With a sentence, when a file cannot hold it.
 */
export async function saveWorkbook(host: LocalHost): Promise<Uint8Array> {
  return writeWorkbookFile(await captureWorkbook(host), host.grid.functionNames());
}
