import { byId, make } from "./elements";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly list?: readonly string[];
  /** Label of the button that continues; without it there is nothing to decide. */
  readonly go?: string;
}

/** Shows a dialog until it is answered; true when the person continues, false also after Escape. */
export function askInDialog({ title, text, list = [], go }: Question): Promise<boolean> {
  const dialog = byId("file-dialog", HTMLDialogElement);
  byId("file-dialog-title").textContent = title;
  byId("file-dialog-text").textContent = text;
  const items = byId("file-dialog-list");
  items.replaceChildren(...list.map((item) => make("li", "", item)));
  items.hidden = list.length === 0;
  const goButton = byId("file-dialog-go");
  goButton.textContent = go ?? "";
  goButton.hidden = go === undefined;
  byId("file-dialog-close").textContent = go === undefined ? "Close" : "Cancel";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    // Not at the event "close", which comes a frame later: a shortcut pressed in between would be ignored.
    new MutationObserver((_, observer) => {
      if (dialog.open) return;
      observer.disconnect();
      resolve(dialog.returnValue === "go");
    }).observe(dialog, { attributeFilter: ["open"] });
  });
}
