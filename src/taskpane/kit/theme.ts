import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/tokens";

const DARK = "(prefers-color-scheme: dark)";

/** Follows the theme of Office where it says one, else the one of the system (it is undefined on the web). */
export function followTheme(): void {
  const systemIsDark = matchMedia(DARK);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const apply = (): void => {
    const isDark = officeIsDark() ?? systemIsDark.matches;
    sheet.replaceSync(`:root{${tokens(isDark ? webDarkTheme : webLightTheme)}}`);
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  systemIsDark.addEventListener("change", apply);
  // Office says nothing when its theme changes, but the pane is looked at again afterwards.
  window.addEventListener("focus", apply);
  document.addEventListener("visibilitychange", apply);
}

/** A theme as custom properties. Fluent's own `setTheme` brings its whole base of elements along, which the first load has no use for. */
function tokens(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

function officeIsDark(): boolean | undefined {
  // The typings promise a theme; Excel on the web has none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.isDarkTheme;
}
