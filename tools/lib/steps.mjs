// Named steps, one after the other, each with its time; a failed one does not stop the rest.

/** @typedef {{ passed: number, failed: number }} Count what a step adds to the sum; a step without tests counts as one */
/** @typedef {{ name: string, about: string, needs?: string[], run: () => Promise<Count | void> }} Step */

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The chosen steps and, before them, those that they need; in the table's order. */
function choose(steps, names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no step called ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}`,
    );
  if (names.length === 0) return steps;
  const wanted = new Set(names);
  for (const step of [...steps].reverse())
    if (wanted.has(step.name)) step.needs?.forEach((name) => wanted.add(name));
  return steps.filter((step) => wanted.has(step.name));
}

/** @returns {Promise<Count>} */
async function runStep(step, broken) {
  const missing = step.needs?.find((name) => broken.has(name));
  if (missing) {
    console.error(`not run: ${missing} failed`);
    return { passed: 0, failed: 1 };
  }
  try {
    return (await step.run()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {Step[]} steps
 * @param {string[]} names of the steps to run; none: all
 * @returns {Promise<Count>} the sum over all steps
 */
export async function runSteps(steps, names) {
  const sum = { passed: 0, failed: 0 };
  const broken = new Set();
  const lines = [];
  for (const step of choose(steps, names)) {
    console.log(`\n=== ${step.name}: ${step.about}`);
    const start = performance.now();
    const { passed, failed } = await runStep(step, broken);
    if (failed > 0) broken.add(step.name);
    sum.passed += passed;
    sum.failed += failed;
    const line = `${failed > 0 ? 'FAILED' : 'ok    '} ${step.name} (${seconds(start)}): ${passed} passed, ${failed} failed`;
    console.log(line);
    lines.push(line);
  }
  console.log(`\n=== summary\n${lines.join('\n')}`);
  return sum;
}
