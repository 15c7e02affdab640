const COMMITMENT =
  "[^.;‹]{0,25}(?:‹money\\d+›[^.;‹]{0,12})?\\b(?:commit\\w*|minimum)\\b(?: of ‹money\\d+›)?";
const TOWARD = `\\b(?:(?:count\\w*|appl(?:y|ies|ied)|credit\\w*|contribut\\w*|includ\\w+|eligible)\\b[^.;‹]{0,20}\\b(?:towards?|against|to|in|from|for)\\b|(?:draw\\w*|burn\\w*)\\b(?: down\\b| off\\b)?)${COMMITMENT}`;
const COUNTS = new RegExp(TOWARD, "g");
const COUNTS_NOT = new RegExp(
  `(?:\\b(?:not|never|no|none|neither|cannot|nor)\\b|n't\\b)[^.;‹]{0,25}(?:${TOWARD})|\\b(?:outside|excluded from|separate(?:ly)? from|no part of|not (?:a )?part of)\\b${COMMITMENT}|(?:${TOWARD})\\W{1,3}no\\b`,
  "g",
);

/** Whether a sentence says that seats count, and the rest of it. */
export function countingIn(text: string): {
  readonly counts: boolean | undefined;
  readonly rest: string;
} {
  const withoutNot = text.replace(COUNTS_NOT, " … ");
  const rest = withoutNot.replace(COUNTS, " … ");
  if (withoutNot !== text && rest !== withoutNot) return { counts: undefined, rest };
  return { counts: withoutNot === text ? (rest === text ? undefined : true) : false, rest };
}
