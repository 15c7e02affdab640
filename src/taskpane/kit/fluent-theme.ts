// Every value of Fluent's themes, for its elements. Fluent's own `setTheme` brings its whole base of elements along.
import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/tokens";

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `:root{${values(webLightTheme)}}:root[data-theme="dark"]{${values(webDarkTheme)}}`,
);
document.adoptedStyleSheets.push(sheet);

/** A theme as custom properties. */
function values(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
