/** Saves the open workbook, and opens another one. */
export interface WorkbookFiles {
  save(): Promise<Uint8Array>;
  open(file: Uint8Array): void;
}

/** The parts of a page's Office.js that are used here. Office.context is what this factory gives, and its members are fixed. */
interface Client {
  readonly OSF: {
    readonly _OfficeAppFactory: { getContext(): { readonly document: object } };
  };
  readonly Excel: object;
}

type Answer = (result: {
  readonly status: "succeeded" | "failed";
  readonly value?: unknown;
  readonly error?: Error;
}) => void;

/** Lets a page's Office.js give the workbook as a file, and open one, as Excel does. To be called once Office.js is ready. */
export function addFileMembers(page: object, { save, open }: WorkbookFiles): void {
  const { OSF, Excel } = page as Client;
  const factory = OSF._OfficeAppFactory;
  const context = factory.getContext();
  const document: unknown = Object.create(context.document, {
    getFileAsync: {
      value(_type: unknown, { sliceSize }: { readonly sliceSize: number }, answer: Answer): void {
        save().then(
          (bytes) => answer({ status: "succeeded", value: fileOf(bytes, sliceSize) }),
          (error: unknown) => answer({ status: "failed", error: error as Error }),
        );
      },
    },
  });
  const withFiles = Object.create(context, { document: { value: document } });
  factory.getContext = () => withFiles;
  Object.defineProperty(Excel, "createWorkbook", {
    configurable: true,
    async value(base64: string): Promise<void> {
      open(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    },
  });
}

function fileOf(bytes: Uint8Array, sliceSize: number) {
  return {
    sliceCount: Math.max(1, Math.ceil(bytes.length / sliceSize)),
    getSliceAsync(index: number, answer: Answer): void {
      const data = [...bytes.slice(index * sliceSize, (index + 1) * sliceSize)];
      answer({ status: "succeeded", value: { index, data } });
    },
    closeAsync(): void {},
  };
}
