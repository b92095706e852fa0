// An address that leads nowhere: says so, and shows the ways back.

import { Button } from "../parts/button.tsx";
import { words } from "../words.ts";
import { Head, type HeadProps } from "./start.tsx";

export function Nowhere({ path, links, onStart }: HeadProps & { path: string; onStart: () => void }) {
  const { nowhere } = words;
  return (
    <div class="start nowhere">
      <Head links={links} />
      <main id="main" tabIndex={-1}>
        <h1 class="finding">{nowhere.title}</h1>
        <p class="dim">{nowhere.line(path)}</p>
        <Button look="primary" icon="left" onPress={onStart}>
          {nowhere.start}
        </Button>
      </main>
    </div>
  );
}
