import type { LocalHost } from "../model/local-host";
import { BatchExecutor } from "./executor";
import { notImplemented } from "./host-error";
import type { HostObject } from "./host-object";
import { PANE_SERVICE, type PaneControl, PaneService } from "./pane-service";
import { type BatchRequest, encodeEvent } from "./protocol";
import { REQUIREMENT_SETS } from "./requirement-sets";
import { type CommandMessage, RibbonCommands } from "./ribbon-commands";

/** The traffic between the add-in and the workbook. */
export interface Trace {
  batches: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
  lastBatchMs: number;
  /** One line for each refusal, oldest first. */
  readonly notImplemented: string[];
  /** One line for each failure of the local workbook itself. */
  readonly internalErrors: string[];
}

/** Colours of Office's theme, as 0xRRGGBB numbers. */
export interface OfficeTheme {
  readonly primaryFontColor: number;
  readonly primaryBackgroundColor: number;
  readonly secondaryFontColor: number;
  readonly secondaryBackgroundColor: number;
}

export interface PortOptions {
  /** Without it the add-in shows and hides its pane to no effect. */
  readonly pane?: PaneControl;
  /** Asked each time the client reads the theme; light unless given. */
  readonly theme?: () => OfficeTheme;
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Further objects that the client asks for by name. */
  readonly services?: Readonly<Record<string, HostObject | null>>;
  /** Runs before each action; throw a HostError to make that action fail. */
  readonly beforeAction?: (batchNumber: number, actionIndex: number, name: string) => void;
  /** Called at every change of the trace. */
  readonly onTrace?: (trace: Trace) => void;
}

/** The whole conversation between one add-in page and the workbook. */
export interface HostPort {
  readonly documentName: string;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly theme: () => OfficeTheme;
  readonly trace: Trace;
  /** Answers a batch of rich-API calls; both are JSON. */
  execute(requestJson: string): Promise<string>;
  onEvents(listener: (entries: readonly (readonly unknown[])[]) => void): void;
  onCommands(listener: (command: CommandMessage) => void): void;
  /** Ends the conversation when the add-in's page closes: nothing more is sent to it, and another page may connect. */
  disconnect(): void;
  completeCommand(id: string, status: number): void;
  /** Clicks a ribbon button: resolves when its function calls `event.completed()`. */
  runCommand(functionName: string, controlId?: string): Promise<void>;
  /** Counts a call that is not imitated. */
  refuse(what: string): void;
  /** Counts a failure of the local workbook itself. */
  report(what: string): void;
}

export const LIGHT_THEME: OfficeTheme = {
  primaryFontColor: 0x242424,
  primaryBackgroundColor: 0xffffff,
  secondaryFontColor: 0x424242,
  secondaryBackgroundColor: 0xf5f5f5,
};

/** Services that the client calls on its own account, to no effect here. */
const IGNORED_SERVICES: Readonly<Record<string, null>> = {
  "Microsoft.InternalService.AddinInternalService": null,
};

/** Joins one add-in page to the workbook. */
export function makePort(host: LocalHost, options: PortOptions = {}): HostPort {
  const trace: Trace = {
    batches: 0,
    actions: 0,
    bytesIn: 0,
    bytesOut: 0,
    lastBatchMs: 0,
    notImplemented: [],
    internalErrors: [],
  };
  const commands = new RibbonCommands();
  const listeners: ((entries: readonly (readonly unknown[])[]) => void)[] = [];
  host.onEvent((event) => {
    const connected = [...listeners];
    queueMicrotask(() => {
      for (const listener of connected) listener([encodeEvent(event)]);
    });
  });
  const changed = (): void => options.onTrace?.(trace);
  const noting = (lines: string[]) => (message: string) => {
    lines.push(message);
    console.error(`[local workbook] ${message}`);
    changed();
  };
  const refused = noting(trace.notImplemented);
  const report = noting(trace.internalErrors);
  const executor = new BatchExecutor({
    root: () => host.workbook,
    settle: () => host.grid.settle(),
    services: {
      ...IGNORED_SERVICES,
      [PANE_SERVICE]: options.pane ? new PaneService(options.pane) : null,
      ...options.services,
    },
    onNotImplemented: refused,
    onInternalError: (statement, error) => report(`${statement}: ${describeFailure(error)}`),
    ...(options.beforeAction ? { beforeAction: options.beforeAction } : {}),
  });
  return {
    documentName: host.workbook._fileName,
    requirementSets: options.requirementSets ?? REQUIREMENT_SETS,
    theme: options.theme ?? (() => LIGHT_THEME),
    trace,
    async execute(requestJson) {
      const started = performance.now();
      const request: BatchRequest = JSON.parse(requestJson);
      const answer = JSON.stringify(await executor.execute(request));
      trace.batches += 1;
      trace.actions += request.Actions.length;
      trace.bytesIn += requestJson.length;
      trace.bytesOut += answer.length;
      trace.lastBatchMs = performance.now() - started;
      changed();
      return answer;
    },
    onEvents: (listener) => listeners.push(listener),
    onCommands: (listener) => commands.connect(listener),
    disconnect() {
      listeners.length = 0;
      commands.disconnect();
      host.wantedEvents.clear();
    },
    completeCommand: (id, status) => commands.complete(id, status),
    runCommand: (functionName, controlId = functionName) => commands.run(functionName, controlId),
    refuse: (what) => refused(notImplemented(what).message),
    report,
  };
}

function describeFailure(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
