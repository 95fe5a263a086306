import { language } from "@/lib/format/locale";
import { shop } from "@/lib/shop";

/** The content of a mail, as plain text: the template escapes it. */
export type Letter = {
  heading: string;
  paragraphs: string[];
  /** Items and amounts, in two columns. */
  rows?: [what: string, amount: string][];
  button?: { label: string; url: string };
  /** Below the line: why the reader got this mail, and what to do if it was not them. */
  note: string;
};

// The colours of app/globals.css in its light theme. Mail programs know no variables and no stylesheets.
const ink = "#2a231d";
const soft = "#675b50";
const line = "#e3d9ca";
const paper = "#faf7f1";
const accent = "#a2472a";
const onAccent = "#fffaf3";
const serif = "font-family:Fraunces,Georgia,'Times New Roman',serif;font-weight:400";
const sans = "font-family:'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/** Renders a letter as plain text and as HTML in the shop's look, which loads nothing from anywhere. */
export function renderLetter(letter: Letter): { text: string; html: string } {
  return { text: renderText(letter), html: renderHtml(letter) };
}

function renderText({ heading, paragraphs, rows = [], button, note }: Letter): string {
  const table = rows.length > 0 ? [rows.map(([what, amount]) => `${what}: ${amount}`).join("\n")] : [];
  const link = button ? [`${button.label}:\n${button.url}`] : [];
  return `${[heading, ...paragraphs, ...table, ...link, note, `-- \n${shop.name}\n${shop.line}`].join("\n\n")}\n`;
}

function renderHtml({ heading, paragraphs, rows = [], button, note }: Letter): string {
  const text = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`).join("\n");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(heading)}</title>
</head>
<body style="margin:0;padding:32px 16px;background:${paper};color:${ink};${sans};font-size:16px;line-height:1.6">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 32px;padding-bottom:16px;border-bottom:1px solid ${line};${serif};font-size:22px">${escapeHtml(shop.name)}</p>
<h1 style="margin:0 0 20px;${serif};font-size:30px;line-height:1.15">${escapeHtml(heading)}</h1>
${text}
${rows.length > 0 ? renderRows(rows) : ""}
${button ? renderButton(button) : ""}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid ${line};color:${soft};font-size:14px">${escapeHtml(note)}</p>
<p style="margin:12px 0 0;color:${soft};font-size:14px">${escapeHtml(`${shop.name}. ${shop.line}`)}</p>
</div>
</body>
</html>
`;
}

function renderRows(rows: [string, string][]): string {
  const cell = `padding:10px 0;border-bottom:1px solid ${line}`;
  const cells = rows.map(
    ([what, amount]) =>
      `<tr><td style="${cell}">${escapeHtml(what)}</td><td style="${cell};text-align:right">${escapeHtml(amount)}</td></tr>`,
  );
  return `<table style="width:100%;border-collapse:collapse;margin:24px 0">${cells.join("")}</table>`;
}

/** With the address below the button, for programs that show no links. */
function renderButton({ label, url }: { label: string; url: string }): string {
  const address = escapeHtml(url);
  return `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 28px;border-radius:3px;background:${accent};color:${onAccent};font-weight:500;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:0;color:${soft};font-size:14px;overflow-wrap:anywhere">If the button does not work, copy this address into your browser:<br>${address}</p>`;
}

/** Escapes text for HTML and turns the marks of `isolate` into <bdi>. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const escaped = text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
  return escaped.replaceAll("\u2068", "<bdi>").replaceAll("\u2069", "</bdi>");
}
