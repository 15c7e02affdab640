import type { OfficeTheme } from "../port";

const LIGHT: OfficeTheme = {
  primaryFontColor: 0x242424,
  primaryBackgroundColor: 0xffffff,
  secondaryFontColor: 0x424242,
  secondaryBackgroundColor: 0xf5f5f5,
};

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

/** Office's theme as it is whenever it is read; the client reads it anew now and then. */
export const officeTheme: OfficeTheme = {
  get primaryFontColor() {
    return current().primaryFontColor;
  },
  get primaryBackgroundColor() {
    return current().primaryBackgroundColor;
  },
  get secondaryFontColor() {
    return current().secondaryFontColor;
  },
  get secondaryBackgroundColor() {
    return current().secondaryBackgroundColor;
  },
};

function current(): OfficeTheme {
  return isDark() ? DARK : LIGHT;
}
