import { text } from "./text.ts";

/** What the model leaves out. */
export function Limits() {
  return (
    <ul class="reading-list">
      {text.guide.limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}
