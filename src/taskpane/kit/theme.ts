import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";

const DARK = "(prefers-color-scheme: dark)";

/** Follows the theme of Office where it says one, else the one of the system (it is undefined on the web). */
export function followTheme(): void {
  const systemIsDark = matchMedia(DARK);
  const apply = (): void => {
    const isDark = officeIsDark() ?? systemIsDark.matches;
    setTheme(isDark ? webDarkTheme : webLightTheme);
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  systemIsDark.addEventListener("change", apply);
  // Office says nothing when its theme changes, but the pane is looked at again afterwards.
  window.addEventListener("focus", apply);
  document.addEventListener("visibilitychange", apply);
}

function officeIsDark(): boolean | undefined {
  // The typings promise a theme; Excel on the web has none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.isDarkTheme;
}
