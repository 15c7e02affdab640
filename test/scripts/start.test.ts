import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, test } from "vitest";
import { buildLocalWorkbook } from "../../scripts/build-host.mjs";

function start(...options: string[]) {
  const child = spawn(process.execPath, ["scripts/start.mjs", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, line: async () => String((await lines.next()).value) };
}

describe("npm start", () => {
  beforeAll(() => buildLocalWorkbook());

  test("prints the address in one line, serves there, and ends cleanly on Ctrl+C", async () => {
    const { child, line } = start("--no-open", "--port", "0");
    const said = await line();
    expect(said).toMatch(
      /^Bandwise is in a local workbook at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl\+C ends it\)$/,
    );
    const [url] = /http:\S+/.exec(said) ?? [];
    const page = await fetch(String(url));
    expect(await page.text()).toContain("<title>Local workbook</title>");
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([0, null]);
  });

  test.each([
    [["--prot", "1"], "--prot is not an option"],
    [["--port", "eighty"], "--port is not an option"],
  ])("refuses %j with a sentence", async (options, sentence) => {
    const { child } = start(...options);
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    expect(await once(child, "close")).toEqual([1, null]);
    expect(said).toContain(sentence);
    expect(said).toContain("give --port NUMBER (0 is any free one) or --no-open");
  });
});
