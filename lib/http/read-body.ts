/** A body is longer than its reader allows; no more than that was read. */
export class BodyTooLong extends Error {
  override name = "BodyTooLong";
}

/** Reads a body of at most `limit` bytes as text. Throws BodyTooLong. */
export async function readBody(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new BodyTooLong();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(chunks).toString("utf8");
    length += value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new BodyTooLong();
    }
    chunks.push(value);
  }
}
