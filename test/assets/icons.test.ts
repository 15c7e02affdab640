import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const PICTURES = readdirSync("assets").filter((file) => file.endsWith(".png"));
const PNG_SIGNATURE = "89504e470d0a1a0a";

/** Width, height and whether there is transparency, from a PNG's first chunk. */
function header(file: string) {
  const bytes = readFileSync(`assets/${file}`);
  return {
    signature: bytes.subarray(0, 8).toString("hex"),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: bytes.readUInt8(25) === 6,
  };
}

describe("icons", () => {
  test("there is a picture for every one that the manifest names", () => {
    const named = [...readFileSync("manifest.xml", "utf8").matchAll(/assets\/([\w-]+\.png)/g)];
    expect(named.length).toBeGreaterThan(10);
    expect(PICTURES).toEqual(expect.arrayContaining(named.map(([, file]) => file)));
  });

  test.each(PICTURES)("%s is as large as its name says, and see-through", (file) => {
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    expect(header(file)).toEqual({
      signature: PNG_SIGNATURE,
      width: size,
      height: size,
      hasAlpha: true,
    });
  });
});
