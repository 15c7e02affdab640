import type { DOMWindow } from "jsdom";

/** Gives a page without a screen what jsdom lacks and the pane's components ask for at start. */
export function fillPageGaps(window: DOMWindow): void {
  class StyleSheet {
    replaceSync(): void {}
  }
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  const media = (query: string) => ({
    media: query,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  const gaps: Readonly<Record<string, unknown>> = {
    CSS: { supports: () => false, escape: (text: string) => text.replace(/\W/g, "\\$&") },
    CSSStyleSheet: StyleSheet,
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    matchMedia: media,
  };
  for (const [name, value] of Object.entries(gaps)) {
    Object.defineProperty(window, name, { configurable: true, writable: true, value });
  }
  // Form-associated elements report to their form through these; jsdom's forms do not ask.
  const formMembers: Readonly<Record<string, unknown>> = {
    setFormValue: () => undefined,
    setValidity: () => undefined,
    checkValidity: () => true,
    reportValidity: () => true,
    validity: { valid: true },
    validationMessage: "",
    willValidate: true,
    form: null,
    labels: [],
  };
  for (const [name, value] of Object.entries(formMembers)) {
    if (name in window["ElementInternals"].prototype) continue;
    Object.defineProperty(window["ElementInternals"].prototype, name, {
      configurable: true,
      value,
    });
  }
  const roots = [window.Document.prototype, window.ShadowRoot.prototype];
  for (const root of roots) {
    Object.defineProperty(root, "adoptedStyleSheets", {
      configurable: true,
      writable: true,
      value: [],
    });
  }
}
