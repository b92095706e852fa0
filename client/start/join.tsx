import { useId, useRef, useState } from "preact/hooks";
import { newName } from "../names.ts";
import { Button, IconButton } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Note } from "../parts/note.tsx";
import { parseCode, printCode } from "../route.ts";
import { words } from "../words.ts";

export interface JoinProps {
  /** From an invitation; then joining is what the page is for. */
  invited: string | undefined;
  busy: boolean;
  blocked: boolean;
  failure: string | undefined;
  onJoin: (code: string, name: string) => void;
}

/** A code, a made-up name, one button. The name is drawn, not typed, so that no real one is ever kept. */
export function Join({ invited, busy, blocked, failure, onJoin }: JoinProps) {
  const [code, setCode] = useState(printCode(invited ?? ""));
  const [name, setName] = useState(() => newName());
  const [error, setError] = useState<string>();
  const note = useId();
  const field = useRef<HTMLInputElement>(null);
  const text = words.start;
  const known = invited !== undefined && parseCode(invited) !== undefined;

  const join = (event: Event) => {
    event.preventDefault();
    const parsed = parseCode(code);
    setError(parsed ? undefined : code.trim() === "" ? text.codeMissing : text.codeWrong);
    if (parsed) onJoin(parsed, name);
    else field.current?.focus();
  };

  return (
    <form class={`start-join${known ? " invited" : ""}`} onSubmit={join} noValidate>
      {known ? <h1 class="finding">{text.joinLink(printCode(invited))}</h1> : <h2>{text.join}</h2>}
      {known && <p class="start-lead">{text.joinNote}</p>}
      <div class="start-join-row">
        <Field
          label={text.code}
          value={code}
          onInput={setCode}
          onLeave={() => setCode(printCode(code))}
          example={text.codeExample}
          errorId={error && note}
          maxLength={12}
          code
          inputRef={field}
        />
        <div class="field-box start-name">
          <span class="field-label" id="start-name">
            {text.name}
          </span>
          <div class="row">
            <output class="field" aria-labelledby="start-name">
              {name}
            </output>
            <IconButton
              icon="refresh"
              name={text.anotherName}
              onPress={() => setName(newName(undefined, name))}
            />
          </div>
        </div>
        <Button
          type="submit"
          look={known ? "primary" : "secondary"}
          pending={busy}
          pendingLabel={text.entering}
          blocked={blocked}
        >
          {text.enter}
        </Button>
      </div>
      {(error ?? failure) && <Note id={note} text={(error ?? failure)!} />}
    </form>
  );
}
