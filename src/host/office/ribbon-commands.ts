/** A ribbon click as the client reads it: our number, the function's name, the event as JSON. */
export type CommandMessage = readonly [id: string, functionName: string, event: string];

const SUCCEEDED = 0;

interface Running {
  readonly functionName: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Runs ExecuteFunction commands through the client's own ribbon event. */
export class RibbonCommands {
  readonly #running = new Map<string, Running>();
  #send: ((message: CommandMessage) => void) | undefined;
  #next = 1;

  connect(send: (message: CommandMessage) => void): void {
    this.#send = send;
  }

  /** Fails the commands that ran in the add-in's page when it closes. */
  disconnect(): void {
    this.#send = undefined;
    for (const { functionName, reject } of this.#running.values()) {
      reject(new Error(`${functionName} did not end: the add-in was opened anew.`));
    }
    this.#running.clear();
  }

  /** Resolves when the function calls `event.completed()`. */
  run(functionName: string, controlId: string): Promise<void> {
    const send = this.#send;
    if (send === undefined) {
      return Promise.reject(new Error(`${functionName}: Office.js is not ready for commands.`));
    }
    const id = `command-${this.#next++}`;
    return new Promise((resolve, reject) => {
      this.#running.set(id, { functionName, resolve, reject });
      send([id, functionName, JSON.stringify({ source: { id: controlId } })]);
    });
  }

  complete(id: string, status: number): void {
    const command = this.#running.get(id);
    if (command === undefined) return;
    this.#running.delete(id);
    if (status === SUCCEEDED) command.resolve();
    else command.reject(new Error(`The ribbon function ${command.functionName} was not found.`));
  }
}
