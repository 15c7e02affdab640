import { readText, type TextReading, type TextToRead } from "./text-reading";

/** What the pane needs of a worker. */
export interface ReadingWorker {
  postMessage(text: TextToRead): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<TextReading | undefined>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** Characters that are read at once, in a few milliseconds; more of them go to a worker. Each answer is a further reading. */
const AT_ONCE = 2_000;

interface Read {
  readonly of: TextToRead;
  readonly reading: TextReading | undefined;
}

/** A long text that is being read. */
interface Task {
  readonly of: TextToRead;
  /** Undefined where it was given up. */
  readonly end: Promise<TextReading | undefined>;
  giveUp(): void;
}

/**
 * Reads the text of a proposal without holding the page.
 *
 * What was read is kept, since the pane draws far more often than the text changes. A long text goes to a worker, which ends where
 * the text changes; until it has answered, what was read before is shown.
 */
export class TextReader {
  readonly #start: () => ReadingWorker;
  readonly #draw: () => void;
  #last: Read | undefined;
  #task: Task | undefined;

  /**
   * @param start Starts a worker; it may throw, and then the page reads the text itself.
   * @param draw Called once what `shown` answers has changed.
   */
  constructor(start: () => ReadingWorker, draw: () => void) {
    this.#start = start;
    this.#draw = draw;
  }

  /** What was read of a text, or of the one before it while that is not done. */
  shown(text: TextToRead): TextReading | undefined {
    void this.whole(text);
    return this.#last?.reading;
  }

  /** What was read of a text, once that is done; undefined where there is none, or where another text came before it was done. */
  whole(text: TextToRead): Promise<TextReading | undefined> {
    if (this.#task && isSame(this.#task.of, text)) return this.#task.end;
    this.#task?.giveUp();
    if (!this.#last || !isSame(this.#last.of, text)) {
      if (text.text.length * (1 + text.answers.length) > AT_ONCE) return this.#readLater(text);
      this.#last = { of: text, reading: readText(text) };
    }
    return Promise.resolve(this.#last.reading);
  }

  #readLater(of: TextToRead): Promise<TextReading | undefined> {
    const worker = this.#started();
    let resolve: (reading: TextReading | undefined) => void = () => {};
    const end = new Promise<TextReading | undefined>((done) => {
      resolve = done;
    });
    const task: Task = {
      ...{ of, end },
      giveUp: () => {
        worker?.terminate();
        this.#task = undefined;
        resolve(undefined);
      },
    };
    this.#task = task;
    const finish = (reading: TextReading | undefined): void => {
      if (this.#task !== task) return;
      worker?.terminate();
      this.#task = undefined;
      this.#last = { of, reading };
      resolve(reading);
      this.#draw();
    };
    const readHere = (): void => {
      if (this.#task === task) finish(readText(of));
    };
    if (worker) {
      worker.onmessage = ({ data }) => finish(data);
      worker.onerror = readHere;
      worker.onmessageerror = readHere;
      worker.postMessage({ text: of.text, answers: of.answers, seatsAnswers: of.seatsAnswers });
    } else setTimeout(readHere);
    return end;
  }

  #started(): ReadingWorker | undefined {
    try {
      return this.#start();
    } catch {
      return undefined;
    }
  }
}

export function isSame(one: TextToRead, other: TextToRead): boolean {
  return (
    one.text === other.text &&
    one.answers === other.answers &&
    one.seatsAnswers === other.seatsAnswers
  );
}
