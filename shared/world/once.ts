// What a rule can work out from the scenario alone is worked out once for each set of rules.

import type { Rules } from "../scenario.ts";

/** A function of the rules that remembers its answer. The answer must not be written to. */
export function once<T>(make: (rules: Rules) => T): (rules: Rules) => T {
  const known = new WeakMap<Rules, T>();
  return (rules) => {
    let answer = known.get(rules);
    if (answer === undefined) {
      answer = make(rules);
      known.set(rules, answer);
    }
    return answer;
  };
}
