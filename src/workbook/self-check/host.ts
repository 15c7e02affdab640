/** Where the add-in runs, as Office says it. */
export interface HostFacts {
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  readonly language: string;
  /** The highest version of each requirement set that is there, such as ExcelApi 1.16. */
  readonly requirementSets: readonly string[];
}

/** Requirement sets worth knowing, and the highest minor version of each to ask for. */
const SETS: readonly (readonly [name: string, highestMinor: number])[] = [
  ["ExcelApi", 20],
  ["ExcelApiDesktop", 3],
  ["ExcelApiOnline", 1],
  ["CustomFunctionsRuntime", 5],
  ["SharedRuntime", 2],
  ["AddinCommands", 3],
  ["RibbonApi", 2],
  ["KeyboardShortcuts", 1],
];

/** Asks Office what it is. Nothing of the workbook is in it. */
export function describeHost(): HostFacts {
  const { diagnostics, displayLanguage, requirements } = Office.context;
  return {
    host: String(diagnostics.host),
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    language: displayLanguage,
    requirementSets: SETS.flatMap(([name, highestMinor]) => {
      const minor = countdown(highestMinor).find((version) =>
        requirements.isSetSupported(name, `1.${version}`),
      );
      return minor === undefined ? [] : [`${name} 1.${minor}`];
    }),
  };
}

function countdown(from: number): readonly number[] {
  return Array.from({ length: from }, (_, index) => from - index);
}
