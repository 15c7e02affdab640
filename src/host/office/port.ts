import type { LocalHost } from "../model/local-host";
import { BatchExecutor, type ExecutorOptions } from "./executor";
import { notImplemented } from "./host-error";
import { PANE_SERVICE, type PaneControl, PaneService } from "./pane-service";
import { type BatchRequest, encodeEvent } from "./protocol";
import { REQUIREMENT_SETS } from "./requirement-sets";
import { type CommandMessage, RibbonCommands } from "./ribbon-commands";

/** The traffic between the add-in and the workbook. */
export type Trace = ReturnType<typeof beginTrace>;

/** Colours of Office's theme, as 0xRRGGBB numbers. */
export type OfficeTheme = Readonly<typeof LIGHT_THEME>;

export interface PortOptions extends Partial<Pick<ExecutorOptions, "services" | "beforeAction">> {
  /** Without it the add-in shows and hides its pane to no effect. */
  readonly pane?: PaneControl;
  /** Asked each time the client reads the theme; light unless given. */
  readonly theme?: () => OfficeTheme;
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Called at every change of the trace. */
  readonly onTrace?: (trace: Trace) => void;
}

/** The whole conversation between one add-in page and the workbook. */
export type HostPort = ReturnType<typeof makePort>;

type EventListener = (entries: readonly (readonly unknown[])[]) => void;

export const LIGHT_THEME = {
  primaryFontColor: 0x242424,
  primaryBackgroundColor: 0xffffff,
  secondaryFontColor: 0x424242,
  secondaryBackgroundColor: 0xf5f5f5,
};

/** Joins one add-in page to the workbook. */
export function makePort(host: LocalHost, options: PortOptions = {}) {
  const trace = beginTrace();
  const commands = new RibbonCommands();
  const listeners: EventListener[] = [];
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
    ...options,
    root: () => host.workbook,
    settle: () => host.grid.settle(),
    services: {
      // The client calls it on its own account, to no effect here.
      "Microsoft.InternalService.AddinInternalService": null,
      [PANE_SERVICE]: options.pane ? new PaneService(options.pane) : null,
      ...options.services,
    },
    onNotImplemented: refused,
    onInternalError: (statement, error) => report(`${statement}: ${stackOf(error)}`),
  });
  return {
    documentName: host.workbook._fileName,
    requirementSets: options.requirementSets ?? REQUIREMENT_SETS,
    theme: options.theme ?? (() => LIGHT_THEME),
    trace,
    /** Answers a batch of rich-API calls; both are JSON. */
    async execute(requestJson: string): Promise<string> {
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
    onEvents: (listener: EventListener): void => void listeners.push(listener),
    onCommands: (listener: (command: CommandMessage) => void) => commands.connect(listener),
    /** Ends the conversation when the add-in's page closes: nothing more is sent to it, and another page may connect. */
    disconnect() {
      listeners.length = 0;
      commands.disconnect();
      host.wantedEvents.clear();
    },
    completeCommand: (id: string, status: number) => commands.complete(id, status),
    /** Clicks a ribbon button: resolves when its function calls `event.completed()`. */
    runCommand: (functionName: string, controlId = functionName) =>
      commands.run(functionName, controlId),
    /** Counts a call that is not imitated. */
    refuse: (what: string) => refused(notImplemented(what).message),
    /** Counts a failure of the local workbook itself. */
    report,
  };
}

function beginTrace() {
  return {
    ...{ batches: 0, actions: 0, bytesIn: 0, bytesOut: 0, lastBatchMs: 0 },
    /** One line for each refusal, oldest first. */
    notImplemented: [] as string[],
    /** One line for each failure of the local workbook itself. */
    internalErrors: [] as string[],
  };
}

function stackOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}
