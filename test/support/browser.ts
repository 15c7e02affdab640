import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { unpackBundledChromium } from "./bundled-chromium";

/** The version of `@sparticuz/chromium` in package.json; a new version is unpacked beside the old. */
const BUNDLED_VERSION = "143.0.4";

/** The browser for a browser test, or why there is none. */
export type BrowserChoice =
  | {
      readonly kind: "browser";
      readonly name: string;
      readonly executablePath: string;
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly kind: "none"; readonly reason: string };

/** The facts that {@link findBrowser} reads, so that a test can describe a machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const THIS_MACHINE: Machine = {
  platform: process.platform,
  arch: process.arch,
  environment: process.env,
  exists: existsSync,
};

/**
 * Finds a Chromium, Chrome or Edge to test with.
 *
 * In this order: the program named by CHROME_PATH; one installed in a usual place; on 64-bit
 * Linux, the one that the package `@sparticuz/chromium` carries. BANDWISE_BROWSER=bundled takes
 * the last at once. Where there is none, the answer gives the reason in a sentence.
 */
export async function findBrowser(machine: Machine = THIS_MACHINE): Promise<BrowserChoice> {
  const { environment, exists } = machine;
  if (environment["BANDWISE_BROWSER"] !== "bundled") {
    const named = environment["CHROME_PATH"];
    if (named) {
      return exists(named)
        ? { kind: "browser", name: path.basename(named), executablePath: named, environment: {} }
        : { kind: "none", reason: `CHROME_PATH is ${named}: no such file` };
    }
    const installed = usualPlaces(machine).find((file) => exists(file));
    if (installed) {
      const name = path.basename(installed);
      return { kind: "browser", name, executablePath: installed, environment: {} };
    }
  }
  if (machine.platform !== "linux" || machine.arch !== "x64") {
    return {
      kind: "none",
      reason: `no Chromium, Chrome or Edge found on this machine (${machine.platform} ${machine.arch}): install one, or set CHROME_PATH to its program`,
    };
  }
  const bundled = await unpackBundledChromium(BUNDLED_VERSION);
  return { kind: "browser", name: `bundled Chromium ${BUNDLED_VERSION}`, ...bundled };
}

/** Where Chromium, Chrome and Edge install themselves. */
export function usualPlaces({ platform, environment }: Machine): readonly string[] {
  if (platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .map((name) => environment[name])
      .filter((root): root is string => root !== undefined);
    return [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
      ["Chromium", "Application", "chrome.exe"],
    ].flatMap((parts) => roots.map((root) => path.win32.join(root, ...parts)));
  }
  if (platform === "darwin") {
    const programs = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const roots = ["", environment["HOME"] ?? ""];
    return programs.flatMap((name) =>
      roots.map((root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
  ];
}

/**
 * Starts the browser without a window and without a way off this machine: every name but this
 * machine's own fails to resolve, and its own background requests are off.
 */
export function launchBrowser(choice: BrowserChoice & { kind: "browser" }): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: choice.executablePath,
    headless: true,
    env: { ...definedOnly(process.env), ...choice.environment },
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
      // As vitest.config.ts has it for Node: with more room for what is soon let go, V8 collects it cheaper.
      "--js-flags=--min-semi-space-size=32 --max-semi-space-size=64",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  });
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
