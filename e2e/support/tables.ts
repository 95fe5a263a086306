import { sql } from "./database";

// Looks through everything that stands in the database, whosever it is.

const UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

export const tables = () =>
  sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
  );

/** The tables in which `text` stands, in whatever column and, for bytes, in whatever way of writing them. */
export async function tablesWith(text: string): Promise<string[]> {
  return tablesWhere("strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0", [text, Buffer.from(text).toString("hex")]);
}

/** The tables in which a short word stands by itself. Within an id, a hash or a longer number it means nothing. */
export async function tablesWithWord(word: string): Promise<string[]> {
  return tablesWhere(`regexp_replace(t::text, '${UUID}', '', 'g') ~ ('\\y' || $1 || '\\y')`, [word]);
}

async function tablesWhere(condition: string, values: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await tables()) {
    const [row] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}" t WHERE ${condition}`, values);
    if (row && row.n > 0) found.push(name);
  }
  return found;
}
