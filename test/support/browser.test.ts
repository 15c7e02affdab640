import { describe, expect, test } from "vitest";
import { findBrowser, type Machine, usualPlaces } from "./browser";

const BARE_MAC: Machine = {
  platform: "darwin",
  arch: "arm64",
  environment: { HOME: "/Users/ada" },
  exists: () => false,
};

describe("findBrowser()", () => {
  test("takes the program that CHROME_PATH names", async () => {
    const machine = { ...BARE_MAC, environment: { CHROME_PATH: "/opt/own" }, exists: () => true };
    expect(await findBrowser(machine)).toMatchObject({ executablePath: "/opt/own" });
  });

  test("reports a CHROME_PATH that names nothing", async () => {
    const machine = { ...BARE_MAC, environment: { CHROME_PATH: "/opt/own" } };
    expect(await findBrowser(machine)).toEqual({
      kind: "none",
      reason: "CHROME_PATH is /opt/own: no such file",
    });
  });

  test("takes an installed browser before the bundled one", async () => {
    const machine: Machine = {
      platform: "linux",
      arch: "x64",
      environment: {},
      exists: (file) => file === "/usr/bin/google-chrome",
    };
    expect(await findBrowser(machine)).toMatchObject({ executablePath: "/usr/bin/google-chrome" });
  });

  test("gives the reason where there is none and the bundled one cannot run", async () => {
    expect(await findBrowser(BARE_MAC)).toEqual({
      kind: "none",
      reason:
        "no Chromium, Chrome or Edge found on this machine (darwin arm64): install one, or set CHROME_PATH to its program",
    });
  });
});

describe("usualPlaces()", () => {
  test("looks in a Mac's and in its user's applications", () => {
    expect(usualPlaces(BARE_MAC)).toContain(
      "/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium",
    );
  });

  test("looks in each of the program folders of Windows", () => {
    const machine: Machine = {
      ...BARE_MAC,
      platform: "win32",
      environment: { PROGRAMFILES: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\ada\\Local" },
    };
    expect(usualPlaces(machine)).toEqual(
      expect.arrayContaining([
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Users\\ada\\Local\\Microsoft\\Edge\\Application\\msedge.exe",
      ]),
    );
  });
});
