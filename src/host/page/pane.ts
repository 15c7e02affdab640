import { byId } from "./elements";

const NARROWEST = 320;
const WIDEST = 450;
const USUAL = 350;
const KEY_STEP = 10;

/** The add-in's pane: its frame, its caption and the edge that resizes it. */
export type Pane = Readonly<ReturnType<typeof openPane>>;

/** Makes the pane of the page work; the add-in in it keeps running while it is hidden. */
export function openPane(title: string) {
  const element = byId("pane");
  const splitter = byId("splitter");
  const frame = byId("pane-frame", HTMLIFrameElement);
  byId("pane-title").textContent = title;
  frame.title = `${title} pane`;

  let width = USUAL;
  const resize = (wanted: number): void => {
    width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));
    element.style.width = `${width}px`;
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuetext", `${width} pixels`);
  };
  const setVisible = (visible: boolean): void => {
    element.classList.toggle("is-hidden", !visible);
    element.inert = !visible;
    splitter.hidden = !visible;
  };
  splitter.setAttribute("aria-valuemin", String(NARROWEST));
  splitter.setAttribute("aria-valuemax", String(WIDEST));
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(width + step);
  });
  splitter.addEventListener("pointerdown", ({ pointerId }) => {
    splitter.setPointerCapture(pointerId);
    document.body.classList.add("is-resizing");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  });
  splitter.addEventListener("lostpointercapture", () => {
    document.body.classList.remove("is-resizing");
  });
  byId("pane-close").addEventListener("click", () => setVisible(false));
  resize(USUAL);

  return {
    frame,
    /** Takes keys before anything else does, those pressed in the pane too: its window is a new one each time the add-in opens. */
    takeKeys(take: (event: KeyboardEvent) => void) {
      const listen = (target: Window | null) =>
        target?.addEventListener("keydown", take, { capture: true });
      listen(window);
      listen(frame.contentWindow);
      frame.addEventListener("load", () => listen(frame.contentWindow));
    },
    /** Sets the width in pixels, kept from 320 to 450 as Excel does. */
    resize,
    show: () => setVisible(true),
    hide: () => setVisible(false),
    isVisible: () => !element.inert,
  };
}
