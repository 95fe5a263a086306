/** A Playwright reporter that writes how many tests passed, and which did not, to the file SUMMARY_FILE names. */
import { writeFileSync } from "node:fs";

export default class SummaryReporter {
  #errors = [];

  onBegin(_config, suite) {
    this.suite = suite;
  }

  /** Outside any test: a broken configuration, a spec that does not load. */
  onError(error) {
    this.#errors.push(error.message ?? String(error.value));
  }

  onEnd() {
    const summary = { passed: 0, failed: [], flaky: [], skipped: [], errors: this.#errors };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      const name = test.titlePath().filter(Boolean).join(" › ");
      if (outcome === "unexpected") summary.failed.push(name);
      else if (outcome === "skipped") summary.skipped.push(name);
      else summary.passed += 1;
      if (outcome === "flaky") summary.flaky.push(name);
    }
    writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(summary));
  }

  printsToStdio() {
    return false;
  }
}
