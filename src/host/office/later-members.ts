/** The parts of a page's Office.js that are used here. */
interface Client {
  readonly Excel: { readonly ConditionalFormat: { readonly prototype: object } };
  readonly OfficeExtension: {
    readonly BatchApiHelper: {
      invokeMethod(owner: object, member: string, ...call: readonly unknown[]): void;
    };
  };
}

/** The client's flags of a method that changes something and answers nothing. */
const CHANGES = 0;
const ANSWERS_NOTHING = [0, 0] as const;

/**
 * Adds the members of ExcelApi 1.17 that the add-in uses and the client of the npm package does not have yet, as the client that
 * Excel loads has them. To be called once Office.js is ready.
 */
export function addLaterMembers(page: object): void {
  const { Excel, OfficeExtension } = page as Client;
  const { prototype } = Excel.ConditionalFormat;
  if ("setRanges" in prototype) return;
  Object.defineProperty(prototype, "setRanges", {
    value(this: object, ranges: unknown): void {
      const { invokeMethod } = OfficeExtension.BatchApiHelper;
      invokeMethod(this, "SetRanges", CHANGES, [ranges], ...ANSWERS_NOTHING);
    },
  });
}
