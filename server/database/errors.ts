/** Why a database cannot be opened. */
const UNUSABLE = [
  "locked",
  "corrupt",
  "not-a-database",
  "foreign",
  "newer",
  "unreadable",
  "old-node",
] as const;
export type Unusable = (typeof UNUSABLE)[number];

/** The database cannot be opened, and was not changed. The message says which file, why, and what to do. */
export class StoreUnusable extends Error {
  override name = "StoreUnusable";
  readonly kind: Unusable;
  constructor(kind: Unusable, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** Nothing more fits on the disk. What was acknowledged is safe; the same call succeeds once there is room again. */
export class StoreFull extends Error {
  override name = "StoreFull";
  constructor(cause: unknown) {
    super("The disk of the database is full. Nothing is lost; play can go on when there is room again.", {
      cause,
    });
  }
}

/** A line or a snapshot whose number does not follow the journal: a number used twice or left out. */
export class JournalGap extends Error {
  override name = "JournalGap";
  readonly session: string;
  readonly n: number;
  /** The number that the next line of the session must have. */
  readonly next: number;
  constructor(session: string, n: number, next: number) {
    super(`Journal of session ${session}: got number ${n}, but the next line is ${next}.`);
    this.session = session;
    this.n = n;
    this.next = next;
  }
}

/** No session has this id, or it has been purged. */
export class UnknownSession extends Error {
  override name = "UnknownSession";
  readonly session: string;
  constructor(session: string) {
    super(`There is no session ${session}.`);
    this.session = session;
  }
}

/** The store was closed before this call. */
export class StoreClosed extends Error {
  override name = "StoreClosed";
  constructor() {
    super("The database is closed.");
  }
}
