import { LitElement } from "lit";
import { pause } from "./in-slices";

/** A part that is drawn in a task of its own, so that the chart above it is drawn first. */
export class LaterElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    await pause(0);
    super.scheduleUpdate();
  }
}
