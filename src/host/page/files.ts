import type { LocalHost } from "../model/local-host";
import type { Opening } from "../xlsx/open-workbook";
import { byId, make } from "./elements";
import { askInDialog } from "./file-dialog";
import type { Pane } from "./pane";
import type { StatusStrip } from "./status-strip";

const EXTENSION = /\.xlsx$/i;

/** The parts of the page that opening and saving files needs. */
export interface FilesOptions {
  readonly host: LocalHost;
  readonly addinName: string;
  readonly pane: Pane;
  readonly status: StatusStrip;
  /** Reloads the add-in, as Excel does for each workbook. */
  readonly reopenAddin: () => Promise<unknown>;
}

/** Makes *Open .xlsx* and *Save as .xlsx* work, and Ctrl+O and Ctrl+S, in the pane too. */
export function offerFiles(options: FilesOptions): void {
  const { status } = options;
  const input = byId("file-input", HTMLInputElement);
  let fileName = "Local workbook.xlsx";
  let isWorking = false;

  const work = async (button: HTMLElement, task: () => Promise<void>): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    button.setAttribute("aria-busy", "true");
    try {
      await task();
    } finally {
      isWorking = false;
      button.removeAttribute("aria-busy");
    }
  };
  const openButton = byId("file-open");
  const saveButton = byId("file-save");
  const chooseFile = (): void => {
    if (!isWorking) input.click();
  };
  const save = (): void => {
    void work(saveButton, () => saveFile(options, fileName));
  };

  openButton.addEventListener("click", chooseFile);
  saveButton.addEventListener("click", save);
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void work(openButton, async () => {
      if (await status.during("Opening", openFile(options, file))) {
        fileName = EXTENSION.test(file.name) ? file.name : `${file.name}.xlsx`;
      }
    }).finally(() => {
      // The same file may be chosen again.
      input.value = "";
    });
  });
  options.pane.takeKeys((event) => {
    const act = { o: chooseFile, s: save }[event.key.toLowerCase()];
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (act === undefined || !isShortcut) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

/** Opens a file and lists what of it is not shown; answers whether it is open now. */
async function openFile(options: FilesOptions, file: File): Promise<boolean> {
  const screen = byId("opening");
  byId("opening-step").textContent = `Opening ${file.name}`;
  screen.hidden = false;
  const opening = await putFile(options, file).catch((error: unknown): Opening => {
    console.error(error);
    return { ok: false, sentence: `${file.name}: ${sentenceOf(error)}` };
  });
  screen.hidden = true;
  if (!opening.ok) await askInDialog({ title: "Not opened", text: opening.sentence });
  else if (opening.leftOut.length > 0)
    await askInDialog({
      title: `Opened ${file.name}`,
      text: "The local workbook does not show these. A file saved from here will not have them; formulas that show their last values are kept. The file you opened is unchanged.",
      list: opening.leftOut,
    });
  return opening.ok;
}

/** Puts a file in the place of the workbook, and opens the add-in for it. */
async function putFile({ host, reopenAddin }: FilesOptions, file: File): Promise<Opening> {
  const { openWorkbook } = await import("../xlsx/open-workbook");
  const opening = await openWorkbook(host, file.name, new Uint8Array(await file.arrayBuffer()));
  if (!opening.ok) return opening;
  await reopenAddin();
  await host.grid.settle();
  byId("file-said").textContent = `Opened ${file.name}`;
  return opening;
}

/** Saves the workbook as a file, after listing what the file will not keep. */
async function saveFile({ host, addinName, status }: FilesOptions, name: string): Promise<void> {
  try {
    const { lossesOfSaving, saveWorkbook } = await import("../xlsx/save-workbook");
    const losses = lossesOfSaving(host, addinName);
    if (losses.length > 0) {
      const goesOn = await askInDialog({
        title: `Before you save ${name}`,
        text: "The file keeps the rest, but not this:",
        list: losses,
        go: "Save",
      });
      if (!goesOn) return;
    }
    const bytes = await status.during("Saving", saveWorkbook(host));
    downloadWorkbook(bytes, name);
  } catch (error) {
    console.error(error);
    await askInDialog({ title: "Not saved", text: `${name} was not saved: ${sentenceOf(error)}` });
  }
}

/** The type of an .xlsx file, for browsers. */
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Gives a workbook to the user as a file. */
export function downloadWorkbook(file: Uint8Array, name: string): void {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([file.slice()], { type: XLSX_TYPE }));
  link.download = name;
  link.click();
  // The browser has taken the file when the click's task is over.
  setTimeout(() => URL.revokeObjectURL(link.href));
  byId("file-said").textContent = `Saved ${name}`;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
