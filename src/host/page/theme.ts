import { LIGHT_THEME, type OfficeTheme } from "../office/port";

const DARK: OfficeTheme = {
  primaryFontColor: 0xffffff,
  primaryBackgroundColor: 0x292929,
  secondaryFontColor: 0xd6d6d6,
  secondaryBackgroundColor: 0x1f1f1f,
};

const darkPreferred = window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the person's machine asks for dark pages. */
export function isDark(): boolean {
  return darkPreferred.matches;
}

export function onThemeChange(listener: (dark: boolean) => void): void {
  darkPreferred.addEventListener("change", ({ matches }) => listener(matches));
}

/** Office's theme as the person's machine asks for it now. */
export function officeTheme(): OfficeTheme {
  return isDark() ? DARK : LIGHT_THEME;
}
