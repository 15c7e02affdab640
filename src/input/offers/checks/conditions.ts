/** Words that begin a condition, as alternatives of an expression. */
export const CONDITIONS =
  "if(?! any\\b)|unless(?! (?:otherwise|agreed|stated))|provided(?! by\\b)(?: that)?|(?:as|so) long as|on (?:(?:the )?condition|the (?:understanding|basis))(?: that)?|as soon as|were (?:you|we|they|it) to|(?:conditional|contingent)(?: (?:on|upon))?|subject to|assuming|should(?= (?:you|we|they|it|the|your|our|customer|usage|actual|spend|prices)\\b)|in case|in the event|in (?:exchange|return) for(?! (?:which|this|that|it)\\b)";
