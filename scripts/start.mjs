// Opens the local workbook: `npm start`. Options: --port NUMBER, --no-open.
// Loads only Node's own modules until it has checked the version of Node and the packages.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FIRST_PORT = 3100;
const OLDEST_NODE = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stop(`This needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}
if (!existsSync(fileURLToPath(new URL("../node_modules/esbuild", import.meta.url)))) {
  stop("The packages are not installed yet: run `npm ci` first.");
}

const options = readOptions(process.argv.slice(2));
const { buildLocalWorkbook, folders } = await import("./build-host.mjs");
const { loadTypeScript } = await import("./bundle.mjs");

try {
  await buildLocalWorkbook(console.log);
  const { startServer } = await loadTypeScript("src/host/serve/server.ts");
  const server = await startServer(folders, options.port);
  console.log(`${server.addin.name} is in a local workbook at ${server.url} (Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        (error) => stop(String(error)),
      );
    });
  }
  if (options.open && hasDisplay()) openBrowser(server.url);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

function readOptions(args) {
  const options = { port: FIRST_PORT, open: true };
  for (let i = 0; i < args.length; i += 1) {
    const port = Number(args[i + 1]);
    if (args[i] === "--no-open") options.open = false;
    else if (args[i] === "--port" && Number.isInteger(port) && port >= 0 && port < 65536) {
      options.port = port;
      i += 1;
    } else
      stop(`${args[i]} is not an option: give --port NUMBER (0 is any free one) or --no-open.`);
  }
  return options;
}

function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openBrowser(url) {
  const [program, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : [process.platform === "darwin" ? "open" : "xdg-open", url];
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => console.log(`No browser could be opened: go to ${url} yourself.`));
  child.unref();
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
