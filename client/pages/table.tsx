import { printCode } from "../route.ts";

/** The main screen of a session. */
export function Table({ code }: { code: string; onLeave: () => void }) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>{printCode(code)}</h1>
    </main>
  );
}
