import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "./bundle.mjs";

const LONGEST_BUILD_MS = 240_000;

/**
 * Builds when the inputs or the outputs differ from those after the last build. It compares
 * contents, so that switching branches costs nothing. Two programs never build at once: the
 * second waits, and finds the work done, or fails as the first did.
 *
 * @param {{name: string, inputs: string[], outputs: string[], build: () => Promise<void>}} step
 *   Inputs and outputs are files or folders, as paths from the root of the repository.
 * @returns {Promise<boolean>} Whether it had to build.
 */
export async function buildWhenStale({ name, inputs, outputs, build }) {
  const stamp = path.join(root, "build", "stamps", `${name}.txt`);
  const failure = path.join(root, "build", "stamps", `${name}.failed.txt`);
  const isFresh = async () =>
    existsSync(stamp) &&
    (await readFile(stamp, "utf8")) === `${await digest(inputs)}\n${await digest(outputs)}\n`;
  if (await isFresh()) return false;
  const { unlock, hasWaited } = await lock(name);
  try {
    if (await isFresh()) return false;
    const before = await digest(inputs);
    if (hasWaited && (await readFile(failure, "utf8").catch(() => "")) === before)
      throw new Error(`the build of ${name} failed in another process, which says why`);
    await mkdir(path.dirname(stamp), { recursive: true });
    await build().catch(async (error) => {
      await writeFile(failure, before);
      throw error;
    });
    await writeFile(stamp, `${before}\n${await digest(outputs)}\n`);
    return true;
  } finally {
    await unlock();
  }
}

/** One short text that changes when any of the files does. */
async function digest(paths) {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(paths.map(filesUnder))).flat().sort()) {
    hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function filesUnder(relative) {
  const start = path.join(root, relative);
  if (!existsSync(start)) return [];
  if ((await stat(start)).isFile()) return [start];
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A folder is the lock: making one fails when it is there. Its file names the process that holds it. */
async function lock(name) {
  const folder = path.join(root, "build", "locks", name);
  const holder = path.join(folder, "pid");
  await mkdir(path.dirname(folder), { recursive: true });
  for (let started = Date.now(), hasWaited = false; ; hasWaited = true, await wait(100)) {
    try {
      await mkdir(folder);
      await writeFile(holder, String(process.pid));
      return { hasWaited, unlock: () => rm(folder, { recursive: true }) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const pid = Number(await readFile(holder, "utf8").catch(() => "0"));
    if (pid !== 0 && !isRunning(pid)) await rm(folder, { recursive: true, force: true });
    else if (Date.now() - started > LONGEST_BUILD_MS) {
      throw new Error(
        `another build of ${name} holds ${path.relative(root, folder)}: remove it if none is running`,
      );
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
