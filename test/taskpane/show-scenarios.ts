declare global {
  interface Window {
    showScenario?: (name: string) => void;
  }
}

/** Lets tests show scenarios in this document, each in place of the one before. */
export function showScenarios(draw: (name: string) => HTMLElement): void {
  const { title } = document;
  let drawn: HTMLElement | undefined;
  window.showScenario = (name) => {
    drawn?.remove();
    document.title = title;
    window.scrollTo(0, 0);
    drawn = document.body.appendChild(draw(name));
  };
}
