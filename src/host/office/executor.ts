import { HostError, invalidObjectPath, isHostError, notImplemented } from "./host-error";
import { HostObject } from "./host-object";
import { callMember, memberName, readMember, writeMember } from "./member";
import { project } from "./projection";
import {
  ACTION_KIND,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type ObjectPath,
  PATH_KIND,
} from "./protocol";
import { describeAction } from "./statement";

export interface ExecutorOptions {
  readonly root: () => HostObject;
  /** Objects outside the workbook, by the name the client asks for; null takes every call and does nothing. */
  readonly services: Readonly<Record<string, HostObject | null>>;
  /** Resolves when everything written so far has been calculated. */
  readonly settle: () => Promise<void>;
  readonly onNotImplemented: (message: string) => void;
  readonly onInternalError: (statement: string, error: unknown) => void;
  /** Runs before each action; throw a HostError to make that action fail. */
  readonly beforeAction?: (batchNumber: number, actionIndex: number, statement: string) => void;
}

/** Takes every call and does nothing: the client's telemetry and the like. */
const IGNORED = new (class IgnoredService extends HostObject {})();

/** Methods whose answer depends on calculated cells, so that they wait for them. */
const CALCULATED_MEMBERS: readonly string[] = ["getUsedRangeOrNullObject"];

/** A request, with the objects that its paths have led to so far. */
interface Batch {
  readonly request: BatchRequest;
  readonly resolved: Map<number, HostObject | null>;
}

/**
 * Runs batches against a model by the names of its members.
 *
 * Batches run one after another. The first failing action ends its batch; what
 * earlier actions did stays done, as in Excel.
 */
export class BatchExecutor {
  readonly #kept = new Map<string, HostObject>();
  readonly #keptIds = new WeakMap<HostObject, string>();
  #nextKept = 1;
  #batches = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ExecutorOptions) {}

  /** The answer is what the client reads: results by action, and how the batch failed. */
  execute(request: BatchRequest): Promise<object> {
    const answer = this.#last.then(() => this.#run(request));
    this.#last = answer;
    return answer;
  }

  async #run(request: BatchRequest): Promise<object> {
    this.#batches += 1;
    const results: object[] = [];
    const traceIds: number[] = [];
    const batch: Batch = { request, resolved: new Map() };
    for (const [index, action] of request.Actions.entries()) {
      const statement = describeAction(request, action);
      try {
        this.options.beforeAction?.(this.#batches, index, statement);
        if (action.ActionType === ACTION_KIND.trace) {
          traceIds.push(action.Id);
          results.push({ ActionId: action.Id, Value: null });
          continue;
        }
        const value = await this.#act(action, batch);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        return { Results: results, TraceIds: traceIds, Error: this.#fail(error, statement, index) };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  #fail(error: unknown, statement: string, index: number): object {
    if (!isHostError(error)) this.options.onInternalError(statement, error);
    const failure = isHostError(error)
      ? error
      : new HostError("GeneralException", `The local workbook failed: ${String(error)}`, 500);
    if (failure.code === "NotImplemented") this.options.onNotImplemented(failure.message);
    return {
      Code: failure.code,
      Message: failure.message,
      Location: statement,
      ActionIndex: index,
      HttpStatusCode: failure.httpStatus,
    };
  }

  async #act(action: Action, batch: Batch): Promise<unknown> {
    const target = await this.#resolve(action.ObjectPathId, batch);
    const args = await this.#arguments(action.ArgumentInfo, batch);
    switch (action.ActionType) {
      case ACTION_KIND.instantiate:
        return target === null ? null : this.#identify(target);
      case ACTION_KIND.query:
        if (target === null) return null;
        await this.options.settle();
        return project(target, action.QueryInfo ?? {}, (object) => this.#identify(object));
      case ACTION_KIND.setProperty:
        if (target === null) throw invalidObjectPath(`${action.Name} set on a null object`);
        writeMember(target, memberName(action.Name), args[0]);
        return undefined;
      case ACTION_KIND.method:
        return this.#method(target, action, args);
      default:
        throw notImplemented(`actions of kind ${action.ActionType}`);
    }
  }

  async #method(
    target: HostObject | null,
    action: Action,
    args: readonly unknown[],
  ): Promise<unknown> {
    if (target === IGNORED) return null;
    if (action.Name === "_KeepReference") {
      if (target !== null) this.#keep(target);
      return undefined;
    }
    if (action.Name === "_RemoveReference") {
      this.#kept.delete(String(args[0]));
      return undefined;
    }
    if (target === null) throw invalidObjectPath(`${memberName(action.Name)} on a null object`);
    return (await this.#call(target, memberName(action.Name), args)) ?? null;
  }

  async #call(target: HostObject, member: string, args: readonly unknown[]): Promise<unknown> {
    if (CALCULATED_MEMBERS.includes(member)) await this.options.settle();
    return await callMember(target, member, args);
  }

  async #resolve(id = 0, batch: Batch): Promise<HostObject | null> {
    const known = batch.resolved.get(id);
    if (known !== undefined) return known;
    const path = batch.request.ObjectPaths[String(id)];
    if (path === undefined) throw invalidObjectPath(`unknown path ${id}`);
    const made = await this.#make(path, batch);
    batch.resolved.set(id, made);
    return made;
  }

  async #make(path: ObjectPath, batch: Batch): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PATH_KIND.root:
        return this.options.root();
      case PATH_KIND.nullObject:
        return null;
      case PATH_KIND.keptReference: {
        const kept = this.#kept.get(path.Name);
        if (kept) return kept;
        throw new HostError("InvalidReference", "This reference is no longer valid.");
      }
      case PATH_KIND.service: {
        const service = this.options.services[path.Name];
        if (service === undefined) throw notImplemented(`the service ${path.Name}`);
        return service ?? IGNORED;
      }
      default:
        return this.#makeMember(path, batch);
    }
  }

  async #makeMember(path: ObjectPath, batch: Batch): Promise<HostObject | null> {
    const parent = await this.#resolve(path.ParentObjectPathId, batch);
    const isProperty = path.ObjectPathType === PATH_KIND.property;
    const member = path.ObjectPathType === PATH_KIND.indexer ? "getItem" : memberName(path.Name);
    if (parent === null) {
      if (isProperty || member.endsWith("OrNullObject")) return null;
      throw invalidObjectPath(`${member} on a null object`);
    }
    const value = isProperty
      ? readMember(parent, member)
      : await this.#call(parent, member, await this.#arguments(path.ArgumentInfo, batch));
    if (value === null || value instanceof HostObject) return value;
    throw notImplemented(`${parent.constructor.name}.${member} as an object`);
  }

  #keep(object: HostObject): void {
    const id = this.#keptIds.get(object) ?? `kept-${this.#nextKept++}`;
    this.#keptIds.set(object, id);
    this.#kept.set(id, object);
  }

  #identify(object: HostObject): Record<string, unknown> {
    const keptId = this.#keptIds.get(object);
    return { ...object._identity(), ...(keptId && { _ReferenceId: keptId }) };
  }

  /** Arguments with the objects in place of their path numbers. */
  async #arguments(info: ArgumentInfo | undefined, batch: Batch): Promise<readonly unknown[]> {
    return Promise.all(
      (info?.Arguments ?? []).map((value, index) => {
        const reference = info?.ReferencedObjectPathIds?.[index];
        const isPath = typeof reference === "number" && reference > 0;
        return isPath ? this.#resolve(reference, batch) : value;
      }),
    );
  }
}
