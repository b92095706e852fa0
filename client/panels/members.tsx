// The list of all states: beside the map, and among the data, where it stands for the map on narrow screens.

import { useEffect, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Note } from "../parts/note.tsx";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { useGame } from "./context.ts";

type Loaded<T> = { kind: "loading" } | { kind: "here"; part: T } | { kind: "failed" };

/** A part of the page that comes with its own script. */
export function useLazy<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ kind: "loading" });
  useEffect(() => {
    let gone = false;
    load().then(
      (part) => !gone && setState({ kind: "here", part }),
      () => !gone && setState({ kind: "failed" }),
    );
    return () => {
      gone = true;
    };
  }, []);
  return state;
}

const loadTable = () => import("../maptable.tsx");

export function States() {
  const { store, rules, view } = useGame();
  const loaded = useLazy(loadTable);
  if (loaded.kind === "failed") return <Note text={words.errors.chunk} />;
  if (loaded.kind === "loading") return <p role="status">{words.errors.loading}</p>;
  const { MapTable } = loaded.part;
  return (
    <MapTable
      rules={rules}
      view={view}
      lens={store.lens.value}
      selection={store.selection.value}
      onSelect={(code) => {
        store.selection.value = code;
      }}
    />
  );
}

/** Among the data: closed until asked for, where nothing else is said. */
export function MembersTable({ open: initially = false }: { open?: boolean }) {
  const [open, setOpen] = useState(initially);
  return (
    <section>
      <h3>{speech.dataPanel.members}</h3>
      {open ? (
        <States />
      ) : (
        <Button size="small" onPress={() => setOpen(true)}>
          {speech.dataPanel.membersOpen}
        </Button>
      )}
    </section>
  );
}
