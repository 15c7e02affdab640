import type { Univer } from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { byId } from "./elements";
import type { Pane } from "./pane";

/** Lets F6 take the focus from the grid to the ribbon to the pane and round, Shift+F6 the other way, as in Excel. */
export function cycleFocus(univer: Univer, pane: Pane): void {
  const layout = univer.__getInjector().get(ILayoutService);
  const stops: readonly (() => void)[] = [
    () => layout.focus(),
    () => byId("ribbon").querySelector("button")?.focus(),
    () => pane.frame.contentWindow?.focus(),
  ];
  const at = (): number => {
    if (document.activeElement === pane.frame) return 2;
    return byId("ribbon").contains(document.activeElement) ? 1 : 0;
  };
  // Before the grid, which takes every key for itself.
  pane.takeKeys((event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    const open = pane.isVisible() ? stops : stops.slice(0, 2);
    const next = (at() + (event.shiftKey ? open.length - 1 : 1)) % open.length;
    if (document.activeElement === pane.frame) pane.frame.blur();
    open[next]?.();
  });
}
