import { expect, test } from "@playwright/test";
import { isolate } from "@/lib/format/isolate";
import { renderLetter } from "./template";

const letter = {
  heading: "Choose a new password",
  paragraphs: ["Hello Ada,", "the link works once."],
  button: { label: "Choose a new password", url: "http://localhost:3000/reset-password/abc?a=1&b=2" },
  note: "If this was not you, nothing has changed.",
};

test("both parts say the same", () => {
  const { text, html } = renderLetter(letter);
  for (const words of [letter.heading, ...letter.paragraphs, letter.note]) {
    expect(text).toContain(words);
    expect(html).toContain(words);
  }
  expect(text).toContain(letter.button.url);
  expect(html).toContain('href="http://localhost:3000/reset-password/abc?a=1&amp;b=2"');
});

test("what people call themselves stays text", () => {
  const name = `<img src=x onerror="alert('1')"> & co`;
  const { html } = renderLetter({ ...letter, heading: name, paragraphs: [name], note: name });
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co");
});

test("what is written from right to left turns nothing about it round, in either part", () => {
  const { text, html } = renderLetter({ ...letter, paragraphs: [`Hello ${isolate("נועה \u202e<b>")}, welcome.`] });
  expect(text).toContain("Hello \u2068נועה <b>\u2069, welcome.");
  expect(html).toContain("Hello <bdi>נועה &lt;b&gt;</bdi>, welcome.");
});

test("nothing is fetched from anywhere", () => {
  const { html } = renderLetter(letter);
  expect(html).not.toMatch(/<(img|link|script|iframe|style)\b|url\(/i);
});
