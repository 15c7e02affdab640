const DARK = "(prefers-color-scheme: dark)";

/**
 * Follows the theme of Office where it says one, else the one of the system (it is undefined on the web).
 *
 * The pane's first lines need only the values in theme.css; Fluent's elements need all of them, and come later too.
 */
export function followTheme(): void {
  const systemIsDark = matchMedia(DARK);
  const apply = (): void => {
    const isDark = officeIsDark() ?? systemIsDark.matches;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  systemIsDark.addEventListener("change", apply);
  // Office says nothing when its theme changes, but the pane is looked at again afterwards.
  window.addEventListener("focus", apply);
  document.addEventListener("visibilitychange", apply);
  // Without it Fluent's elements are plain: nothing that stops the user.
  import(/* webpackChunkName: "theme" */ "./fluent-theme").catch(() => {});
}

function officeIsDark(): boolean | undefined {
  // The typings promise a theme; Excel on the web has none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.isDarkTheme;
}
