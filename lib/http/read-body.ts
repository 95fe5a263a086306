/** Reads a body of at most `limit` bytes as text. Null when it is longer; then no more than that is read. */
export async function readBody(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(chunks).toString("utf8");
    length += value.length;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
}
