/** Adds up what several runs counted, and tells it as they end. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  /** Runs `check` and adds what it counts; what it throws is one failure. */
  async measure(name, check) {
    const started = performance.now();
    let counted;
    try {
      counted = await check();
    } catch (error) {
      counted = { passed: 0, failed: 1, output: error.stack ?? String(error) };
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    this.add(`${name} (${seconds} s)`, counted);
  }

  add(name, { passed, failed, skipped = 0, output = '' }) {
    this.#passed += passed;
    this.#failed += failed;
    this.#skipped += skipped;
    const mark = failed > 0 ? '✘' : '✔';
    this.say(`${mark} ${name}: ${describe({ passed, failed, skipped })}`);
    if (output.trim()) this.say(indent(output.trim()));
  }

  say(text) {
    process.stdout.write(`${text}\n`);
  }

  /** Prints the line that everything ends with, and returns the exit code. */
  close() {
    const sum = {
      passed: this.#passed,
      failed: this.#failed,
      skipped: this.#skipped,
    };
    this.say(`\n${describe(sum)}`);
    // a run that tested nothing proves nothing
    return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  }
}

function describe({ passed, failed, skipped }) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skips}`;
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
