// What a rule can work out from the scenario alone is worked out once for each set of rules.

import type { Rules } from "../scenario.ts";

/** A function of the rules that remembers its answer. The answer must not be written to. */
export function once<T>(make: (rules: Rules) => T): (rules: Rules) => T {
  const known = new WeakMap<Rules, T>();
  // Nearly always asked about the same rules as before: then there is nothing to look up.
  let last: Rules | undefined;
  let answer: T;
  return (rules) => {
    if (rules === last) return answer;
    answer = known.get(rules) ?? make(rules);
    known.set(rules, answer);
    last = rules;
    return answer;
  };
}
