import type { HostPort, OfficeTheme } from "./port";

/**
 * The description of the host in a pane's address, `?_host_Info=`.
 *
 * The fields are host, platform, version, locale, correlation, dialog, logging
 * and flags; flag 1 is a shared runtime, and logging off keeps the client from
 * sending telemetry.
 */
export const HOST_INFO = "Excel$Win32$16.01$en-US$$$disableLogging$1";

const EXECUTE_BATCH = 93;
const COMMAND_COMPLETED = 94;
const BATCH_EVENT = 33;
const RIBBON_COMMAND = 39;
const SUCCEEDED = 0;
const FAILED = 5001;
const HTTP_OK = 200;

/** Arrays go to the client as objects that can turn into arrays. */
interface SafeArray {
  toArray(): readonly unknown[];
}

type Answer = (answer: SafeArray) => void;
type EventHandler = (eventId: number, payload: SafeArray) => void;

function safeArray(values: readonly unknown[]): SafeArray {
  return { toArray: () => values };
}

/**
 * Gives a page the object that Excel's own web view gives it, before Office.js
 * loads. Only text crosses: batches as JSON, events as JSON.
 */
export function installBridge(window: object, port: HostPort): void {
  Object.defineProperty(window, "external", {
    configurable: true,
    writable: true,
    value: {
      GetContext: () => hostContext(port),
      Execute: (method: number, params: readonly unknown[], done: Answer) =>
        execute(port, method, params, done),
      RegisterEvent: (event: number, _target: string, handler: EventHandler, done: Answer) =>
        done(safeArray([register(port, event, handler)])),
      UnregisterEvent: (_event: number, _target: string, done: Answer) =>
        done(safeArray([SUCCEEDED])),
    },
  });
}

function execute(port: HostPort, method: number, params: readonly unknown[], done: Answer): void {
  const [first, second] = params;
  if (method === EXECUTE_BATCH && Array.isArray(first)) {
    void port
      .execute(String(first[4]))
      .then((body) => done(safeArray([SUCCEEDED, [HTTP_OK, [], body]])));
  } else if (method === COMMAND_COMPLETED) {
    port.completeCommand(String(first), Number(second));
    done(safeArray([SUCCEEDED]));
  } else {
    port.refuse(`the Common API call ${method}`);
    done(safeArray([FAILED]));
  }
}

function register(port: HostPort, event: number, handler: EventHandler): number {
  if (event === BATCH_EVENT) {
    port.onEvents((entries) => handler(event, safeArray(entries.map(safeArray))));
  } else if (event === RIBBON_COMMAND) {
    port.onCommands((command) => handler(event, safeArray(command)));
  } else {
    port.refuse(`the Common API event ${event}`);
    return FAILED;
  }
  return SUCCEEDED;
}

/** What the client asks about its host once, as `GetAppType()` and the like. */
function hostContext(port: HostPort): Readonly<Record<string, () => unknown>> {
  const answers: Readonly<Record<string, unknown>> = {
    AppType: 1,
    SolutionRef: "local-workbook",
    AppVersionMajor: 16,
    AppVersionMinor: 1,
    AppUILocale: "en-US",
    AppDataLocale: "en-US",
    DocUrl: port.documentName,
    AppCapabilities: 0,
    ActivationMode: 2,
    ControlIntegrationLevel: 1,
    SolutionToken: "",
    SupportedMatrix: JSON.stringify(port.requirementSets),
    // The one answer in the host's own words: Office has no name for a host and a platform of this kind.
    HostFullVersion: "Local workbook",
    // Settings of the Common API: none, and none can be kept.
    Settings: {
      Read: () => undefined,
      Write: () => port.refuse("Office.context.document.settings"),
    },
  };
  const getters = Object.entries(answers).map(([name, answer]) => [`Get${name}`, () => answer]);
  return {
    ...Object.fromEntries(getters),
    ["GetOfficeThemeInfo"]: () => JSON.stringify(publishedTheme(port.theme())),
  };
}

/** The theme under the names that Office publishes, with those that its hosts send. */
function publishedTheme(theme: OfficeTheme): Readonly<Record<string, number>> {
  return {
    ...theme,
    bodyForegroundColor: theme.primaryFontColor,
    bodyBackgroundColor: theme.primaryBackgroundColor,
    controlForegroundColor: theme.secondaryFontColor,
    controlBackgroundColor: theme.secondaryBackgroundColor,
  };
}
