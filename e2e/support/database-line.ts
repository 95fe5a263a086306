import { createServer, type Server, type Socket, connect as tcp } from "node:net";
import { freePort } from "../../scripts/ports.mjs";

type Trouble = "none" | "refused" | "frozen" | "too many connections" | "starting up";

/** What PostgreSQL says when it takes no more connections, or none yet. */
const words = {
  "too many connections": { code: "53300", message: "sorry, too many clients already" },
  "starting up": { code: "57P03", message: "the database system is starting up" },
};

/** A proxy of the test's own between one server and the database, which can fail without harming other tests. */
export class DatabaseLine {
  private trouble: Trouble = "none";
  private listener: Server | undefined;
  private readonly pairs = new Set<{ near: Socket; far: Socket }>();
  /** What the server had PostgreSQL run, statement by statement: its text where it was sent, or "prepared". */
  readonly statements: string[] = [];

  private constructor(
    private readonly target: URL,
    private readonly port: number,
  ) {}

  static async open(): Promise<DatabaseLine> {
    const line = new DatabaseLine(new URL(process.env.DATABASE_URL ?? ""), await freePort());
    await line.listen();
    return line;
  }

  /** The database's address by way of this line. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = "127.0.0.1";
    url.port = String(this.port);
    return url.href;
  }

  /** Cuts what is connected; new connections are refused. */
  async refuse() {
    this.trouble = "refused";
    this.cut();
    const closed = new Promise((resolve) => this.listener?.close(resolve) ?? resolve(null));
    this.listener = undefined;
    await closed;
  }

  /** Nothing passes any more, in either direction, and connections stay open. */
  freeze() {
    this.trouble = "frozen";
    for (const { near, far } of this.pairs) {
      near.pause();
      far.pause();
    }
  }

  /** Cuts what is connected; new connections hear these words. */
  say(trouble: keyof typeof words) {
    this.trouble = trouble;
    this.cut();
  }

  /** Breaks every connection once, as a restart does; new ones pass. */
  cut() {
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** New connections pass; those that were frozen stay silent for good, as after a failover. */
  forgetFrozen() {
    this.trouble = "none";
  }

  /** Everything passes again. */
  async restore() {
    this.trouble = "none";
    for (const { near, far } of this.pairs) {
      near.resume();
      far.resume();
    }
    if (!this.listener) await this.listen();
  }

  async close() {
    await this.refuse();
  }

  private async listen() {
    const listener = createServer((near) => this.accept(near));
    this.listener = listener;
    await new Promise<void>((resolve, reject) => {
      listener.once("error", reject);
      listener.listen(this.port, "127.0.0.1", resolve);
    });
  }

  private accept(near: Socket) {
    near.on("error", () => {});
    if (this.trouble === "too many connections" || this.trouble === "starting up") {
      near.once("data", () => near.end(errorResponse(words[this.trouble as keyof typeof words])));
      return;
    }
    const far = tcp(Number(this.target.port || 5432), this.target.hostname);
    const pair = { near, far };
    this.pairs.add(pair);
    near.pipe(far).pipe(near);
    near.on("data", readStatements(this.statements));
    far.on("error", () => near.destroy());
    far.on("close", () => near.destroy());
    near.on("close", () => {
      far.destroy();
      this.pairs.delete(pair);
    });
    if (this.trouble === "frozen") this.freeze();
  }
}

/** PostgreSQL's ErrorResponse message: type, length, fields. */
function errorResponse({ code, message }: { code: string; message: string }): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/**
 * Reads the frontend's messages off a connection: each Query and each Bind is one statement run; a Bind names what a
 * Parse has prepared (PostgreSQL documentation, "Message Formats").
 */
function readStatements(into: string[]): (chunk: Buffer) => void {
  const prepared = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let hasStarted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    // Only the very first message has no type.
    for (;;) {
      const head = hasStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const [type, body] = [rest.toString("latin1", 0, head), rest.toString("utf8", head + 4, length)];
      rest = rest.subarray(length);
      hasStarted = true;
      const [first = "", second = ""] = body.split("\0");
      if (type === "P") prepared.set(first, second);
      if (type === "B") into.push(prepared.get(second) ?? "prepared");
      if (type === "Q") into.push(first);
    }
  };
}
