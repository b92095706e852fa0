// A socket without the client library: sends any bytes, and keeps what comes back.

export interface RawSocket {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  received: Buffer[];
  /** Code of the close, once it has come. */
  closed: Promise<number>;
  isOpen(): boolean;
  close(): void;
}

/** Bytes at the head of a message, as Colyseus has them. */
export const CODES = { join: 10, data: 13, bytes: 17, ping: 18, request: 21 } as const;

/** Reserves a place in a room and opens a socket to it; the server takes it for a client that has just come in. */
export async function openSocket(url: string, code: string, origin?: string): Promise<RawSocket> {
  const reserved = await fetch(`${url}/matchmake/joinById/${code}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const { sessionId, processId } = (await reserved.json()) as Record<string, string>;
  const path = `${url.replace("http", "ws")}/${processId}/${code}?sessionId=${sessionId}`;
  const headers = origin ? { origin } : {};
  const socket = new WebSocket(path, { headers } as never);
  socket.binaryType = "arraybuffer";
  const received: Buffer[] = [];
  const closed = new Promise<number>((resolve) => {
    socket.onclose = (event) => resolve(event.code);
    socket.onerror = () => {};
  });
  await new Promise<void>((resolve, reject) => {
    socket.onmessage = (event) => {
      received.push(Buffer.from(event.data as ArrayBuffer));
      if (received.length > 1) return;
      socket.send(Uint8Array.of(CODES.join));
      resolve();
    };
    closed.then((code) => reject(new Error(`closed with ${code} before it was open`)));
  });
  return {
    send: (bytes) => socket.send(bytes),
    received,
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.close(),
  };
}
