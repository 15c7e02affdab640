import { PARAMETER_TYPES, type ParameterType } from "./coercion";

export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type: ParameterType;
  readonly isMatrix: boolean;
  readonly optional: boolean;
  readonly repeating: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  readonly requiresAddress: boolean;
  /** Whether error cells reach `any` parameters. */
  readonly takesErrors: boolean;
}

/** Options of functions.json that change how a function is called in ways not imitated. */
const REFUSED_OPTIONS = ["stream", "cancelable", "volatile", "requiresParameterAddresses"];

/** Reads functions.json as Excel does; what the local workbook cannot honour is refused by name. */
export function parseFunctionMetadata(metadata: unknown): readonly FunctionMetadata[] {
  const functions = get(metadata, "functions");
  if (!Array.isArray(functions)) throw new Error("functions.json has no list of functions.");
  const takesData = get(metadata, "allowCustomDataForDataTypeAny") === true;
  const takesErrors = get(metadata, "allowErrorForDataTypeAny") === true;
  return functions.map((entry: unknown) => {
    const id = text(entry, "id");
    const options = get(entry, "options");
    const refused = REFUSED_OPTIONS.filter((option) => get(options, option) === true);
    if (refused.length > 0) {
      throw new Error(`The local workbook does not imitate ${refused.join(", ")}: function ${id}.`);
    }
    const parameters = get(entry, "parameters");
    return {
      id,
      name: text(entry, "name"),
      description: text(entry, "description"),
      parameters: Array.isArray(parameters) ? parameters.map(parseParameter) : [],
      requiresAddress: get(options, "requiresAddress") === true,
      takesErrors: takesData || takesErrors || get(options, "allowErrorForDataTypeAny") === true,
    };
  });
}

function parseParameter(parameter: unknown): FunctionParameter {
  const type = get(parameter, "type") ?? "any";
  const known = PARAMETER_TYPES.find((candidate) => candidate === type);
  const name = text(parameter, "name");
  if (known === undefined) throw new Error(`The parameter ${name} has the type ${String(type)}.`);
  return {
    name,
    description: text(parameter, "description"),
    type: known,
    isMatrix: get(parameter, "dimensionality") === "matrix",
    optional: get(parameter, "optional") === true,
    repeating: get(parameter, "repeating") === true,
  };
}

function get(record: unknown, key: string): unknown {
  return typeof record === "object" && record !== null ? Reflect.get(record, key) : undefined;
}

function text(record: unknown, key: string): string {
  const value = get(record, key);
  return typeof value === "string" ? value : "";
}
