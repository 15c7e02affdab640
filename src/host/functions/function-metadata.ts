import { fieldOf } from "../field-of";

export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly isMatrix: boolean;
  readonly optional: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  /** Whether error cells reach its parameters. */
  readonly takesErrors: boolean;
}

/** Options of functions.json that change how Excel calls a function, in ways not imitated here. */
const REFUSED_OPTIONS = [
  "stream",
  "cancelable",
  "volatile",
  "requiresAddress",
  "requiresParameterAddresses",
];

/** Reads functions.json as Excel does; refuses by name what the local workbook cannot honour. */
export function parseFunctionMetadata(metadata: unknown): readonly FunctionMetadata[] {
  const functions = fieldOf(metadata, "functions");
  if (!Array.isArray(functions)) throw new Error("functions.json has no list of functions.");
  const takesData = fieldOf(metadata, "allowCustomDataForDataTypeAny") === true;
  const takesErrors = fieldOf(metadata, "allowErrorForDataTypeAny") === true;
  return functions.map((entry: unknown) => {
    const id = text(entry, "id");
    const options = fieldOf(entry, "options");
    const refused = REFUSED_OPTIONS.filter((option) => fieldOf(options, option) === true);
    if (refused.length > 0) {
      throw new Error(`The local workbook does not imitate ${refused.join(", ")}: function ${id}.`);
    }
    const parameters = fieldOf(entry, "parameters");
    return {
      id,
      name: text(entry, "name"),
      description: text(entry, "description"),
      parameters: Array.isArray(parameters) ? parameters.map(parseParameter) : [],
      takesErrors:
        takesData || takesErrors || fieldOf(options, "allowErrorForDataTypeAny") === true,
    };
  });
}

function parseParameter(parameter: unknown): FunctionParameter {
  const type = fieldOf(parameter, "type") ?? "any";
  const name = text(parameter, "name");
  if (type !== "any") throw new Error(`The parameter ${name} has the type ${String(type)}.`);
  if (fieldOf(parameter, "repeating") === true)
    throw new Error(`The parameter ${name} is repeating.`);
  return {
    name,
    description: text(parameter, "description"),
    isMatrix: fieldOf(parameter, "dimensionality") === "matrix",
    optional: fieldOf(parameter, "optional") === true,
  };
}

function text(record: unknown, key: string): string {
  const value = fieldOf(record, key);
  return typeof value === "string" ? value : "";
}
