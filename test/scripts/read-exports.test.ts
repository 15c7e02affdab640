import { expect, test } from "vitest";
import { runNode } from "../../scripts/run-node.mjs";
import expected from "../cases/exports/expected.json";

const FOLDER = "test/cases/exports";

test("read-exports prints what an import gives, and ends well where a file is refused", async () => {
  const printed = await runNode(
    "scripts/read-exports.mjs",
    ...["--book", "test/cases/price-book.csv"],
    ...[`${FOLDER}/12-empty.csv`, `${FOLDER}/13-heading-only.csv`],
  );
  const { id, about, files, ...report } = expected.imports.find((one) => one.id === "empty") ?? {};
  expect([id, files?.length]).toEqual(["empty", 2]);
  expect(about).toBeDefined();
  expect(JSON.parse(printed)).toEqual(report);
});
