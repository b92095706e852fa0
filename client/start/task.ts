import { useRef, useState } from "preact/hooks";
import { tell } from "../words.ts";

interface Task<Place extends string> {
  /** Where something is on its way. */
  busy: Place | undefined;
  /** What went wrong last, and where. */
  failure: { place: Place; text: string } | undefined;
  /** Begins something, unless something else is on its way. */
  run(place: Place, work: () => Promise<void>): void;
}

/** One thing at a time: what runs, and what became of it, to be shown where it was asked for. */
export function useTask<Place extends string>(): Task<Place> {
  const [state, setState] = useState<Pick<Task<Place>, "busy" | "failure">>({
    busy: undefined,
    failure: undefined,
  });
  const running = useRef(false);
  const run = async (place: Place, work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: place, failure: undefined });
    try {
      await work();
      setState({ busy: undefined, failure: undefined });
    } catch (error) {
      setState({ busy: undefined, failure: { place, text: tell(error) } });
    } finally {
      running.current = false;
    }
  };
  return { ...state, run };
}
