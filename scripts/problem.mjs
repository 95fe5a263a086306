/** A failure that people can act on: one sentence, and perhaps the output that shows why. */
export class Problem extends Error {
  constructor(sentence, output = "") {
    super(sentence);
    this.output = lastLines(output);
  }
}

function lastLines(text, count = 80) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
