/** What can be pressed; Fluent's buttons are elements of their own. */
const PRESSED = "button, fluent-button, a, summary, label";
/** A pointer that moves farther, in pixels, drags or thinks better of it. */
const FAR = 8;

/**
 * The press decides what a click is for. A result that arrives between press and release may move a row from under the
 * pointer; the browser then gives the click to what holds both places, and nothing would happen.
 */
export function steadyPress(page: Document): void {
  let press: { readonly on: HTMLElement; readonly x: number; readonly y: number } | undefined;
  page.addEventListener(
    "pointerdown",
    (event) => {
      const on = event.composedPath().find(isPressed);
      press = on && { on, x: event.clientX, y: event.clientY };
    },
    true,
  );
  page.addEventListener(
    "click",
    (event) => {
      const pressed = press;
      press = undefined;
      // Keys and scripts click with a detail of 0, without a press.
      if (!pressed || event.detail === 0 || event.composedPath().includes(pressed.on)) return;
      const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
      if (moved > FAR || !pressed.on.isConnected) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed.on.click();
    },
    true,
  );
}

function isPressed(node: EventTarget): node is HTMLElement {
  return "matches" in node && (node as Element).matches(PRESSED);
}
