import { expect, test } from "vitest";
import { EVENT_CATEGORY, type HostEvent } from "../../src/host/office/protocol";
import { hostForNode } from "../support/host-bundle";
import { openLocalWorkbook } from "../support/local-workbook";

const RUNTIME = "Microsoft.ExcelServices.CustomFunctions";
const INVOKE = 1000;
/** Flag 3: a shared runtime that runs custom functions itself. */
const RUNTIME_HOST_INFO = "Excel$Win32$16.01$en-US$$$disableLogging$3";

interface Result {
  readonly id: number;
  readonly failed: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}

const { HostObject } = hostForNode;

/** Calls that the runtime makes to Excel's side. */
class CustomFunctionsService extends HostObject {
  readonly results: Result[] = [];
  isReady = false;

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.isReady = true;
  }

  _GetEnabledFeatures(): readonly number[] {
    return [1, 2, 3, 4];
  }

  setInvocationResults(results: readonly Result[]): void {
    this.results.push(...results);
  }

  setInvocationArrayResults(
    results: readonly (readonly [number, boolean, unknown, number?])[],
  ): void {
    for (const [id, succeeded, value, errorCode] of results) {
      this.results.push({
        id,
        failed: !succeeded,
        value,
        ...(errorCode === undefined ? {} : { errorCode }),
      });
    }
  }
}

test("the built functions answer through Microsoft's own runtime as they do in cells", async () => {
  const service = new CustomFunctionsService();
  const book = await openLocalWorkbook({
    hostInfo: RUNTIME_HOST_INFO,
    services: { [RUNTIME]: service },
    registerFunctions: false,
  });
  await expect.poll(() => service.isReady).toBe(true);
  const bands = [
    [0, 0],
    [250000, 0.05],
    [1000000, 0.12],
  ];
  const invoke = (id: number, name: string, parameters: readonly unknown[]): HostEvent => ({
    category: EVENT_CATEGORY.customFunction,
    type: INVOKE,
    targetId: "",
    message: [id, name, parameters, "Sheet1!A1", 0, null],
  });
  for (const event of [
    invoke(1, "BAND_RATE", [300000, bands]),
    invoke(2, "BAND_RATE", [-1, bands]),
    invoke(3, "SETTLEMENT", [900000, 1000000, bands, null]),
    invoke(4, "NO_SUCH_FUNCTION", []),
  ]) {
    book.host.send(event);
  }
  await expect.poll(() => service.results.length).toBe(4);
  const results = new Map(service.results.map((result) => [result.id, result]));
  expect(results.get(1)).toMatchObject({ value: 0.05 });
  expect(results.get(2)).toMatchObject({ failed: true, errorCode: 7 });
  expect(JSON.stringify(results.get(2))).toMatch(/-1/);
  expect(results.get(3)?.value).toBeInstanceOf(Array);
  expect(results.get(4)).toMatchObject({ failed: true });
  book.close();
});
