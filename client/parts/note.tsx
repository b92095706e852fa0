import "./note.css";

export interface NoteProps {
  text: string;
  /** First words, bold: "Not accepted:". */
  lead?: string;
  id?: string;
}

/** Something that went wrong, at the place where it did. Read out at once, and it stays. */
export function Note({ text, lead, id }: NoteProps) {
  return (
    <p class="note" role="alert" id={id}>
      {lead && <b>{lead} </b>}
      {text}
    </p>
  );
}
