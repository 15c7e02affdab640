import fc from "fast-check";

/** Each change to the code is tried against every property, so a property ends there on its first failure, or after this long. */
const LONGEST_PROPERTY_MS = 250;

fc.configureGlobal({ interruptAfterTimeLimit: LONGEST_PROPERTY_MS, endOnFailure: true });
