import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Where the unpacked browser is kept between runs, inside this checkout. */
const CACHE = path.resolve("node_modules/.cache/bandwise");

/** Set before the package is loaded, this makes it unpack the system libraries that it carries. */
const CARRIED_LIBRARIES = ["AWS_LAMBDA_JS_RUNTIME", "nodejs20.x"] as const;

const TOUCHED = [CARRIED_LIBRARIES[0], "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"] as const;

export interface UnpackedBrowser {
  readonly executablePath: string;
  /** Variables the browser must be started with. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium that the package `@sparticuz/chromium` carries, once for each version.
 *
 * It runs on 64-bit Linux and brings its own libraries and one font, so that a machine with
 * nothing but Node can show the local workbook. Unpacking writes a fresh folder that is renamed
 * when complete: an interrupted run leaves nothing that looks finished.
 */
export async function unpackBundledChromium(version: string): Promise<UnpackedBrowser> {
  const home = path.join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(CACHE, { recursive: true });
    const fresh = await mkdtemp(path.join(CACHE, "unpacking-"));
    await unpackInto(fresh);
    await writeFile(path.join(fresh, "fonts", "fonts.conf"), fontsConfiguration(home));
    await rename(fresh, home).catch(async (error: unknown) => {
      if (!existsSync(home)) throw error;
      await rm(fresh, { recursive: true, force: true });
    });
  }
  return {
    executablePath: path.join(home, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [path.join(home, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]]
        .filter(Boolean)
        .join(":"),
      FONTCONFIG_PATH: path.join(home, "fonts"),
    },
  };
}

/** The package unpacks into the folder for temporary files and changes this process's environment: this sets both, then restores them. */
async function unpackInto(folder: string): Promise<void> {
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  process.env["TMPDIR"] = folder;
  process.env[CARRIED_LIBRARIES[0]] = CARRIED_LIBRARIES[1];
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function fontsConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(home, "fonts")}</dir>
  <cachedir>${path.join(home, "fonts-cache")}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
