import { spawn } from "node:child_process";
import { root } from "./bundle.mjs";

/**
 * Runs a Node program of this repository or of a package.
 *
 * @param {string[]} argv The program, as a path from the root of the repository, and its arguments.
 * @returns {Promise<string>} What it printed; when it fails, that is the error's message.
 */
export async function runNode(...argv) {
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error(printed.trim() || `${argv.join(" ")} ended with ${code}`);
  return printed;
}
