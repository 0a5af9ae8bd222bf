import { createContext, Script } from 'node:vm';

/** Milliseconds after which a run counts as one that never ends. */
const NEVER = 3000;
/** The length at which each text is tried first. */
const LENGTH = 16 * 1024;
/** An expression that reads such a text once takes far less than this (ms): such a text is not looked at more closely. */
const FAST = 15;
/** How many times longer a text four times as long may take: 4 where the growth is linear, 16 where it is quadratic. */
const LINEAR = 9;
const MILLION = 1024 * 1024;

const context = createContext({});
// As `test`, `replace` and `matchAll` go through a text.
const use = new Script(`
  expression.lastIndex = 0;
  if (!expression.global) expression.exec(text);
  else for (let found; (found = expression.exec(text)) !== null;) if (found[0] === '') expression.lastIndex += 1;`);

/** Milliseconds that an expression takes for a text; Infinity where it doesn't end. @throws what it throws */
function time(expression: RegExp, text: string): number {
  Object.assign(context, { expression, text });
  const started = performance.now();
  try {
    use.runInContext(context, { timeout: NEVER });
    return performance.now() - started;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return Infinity;
    throw error;
  }
}

/** The fastest of some tries: what else the machine does counts for little. */
function fastest(expression: RegExp, text: string, tries = 3): number {
  let least = Infinity;
  for (let at = 0; at < tries; at++) {
    least = Math.min(least, time(expression, text));
    if (least === Infinity) break;
  }
  return least;
}

type Attack = (length: number) => string;

/** Why an expression may not be used on what others write; undefined where nothing speaks against it. */
export function faultOf(expression: RegExp, attacks: readonly Attack[]): string | undefined {
  const times = attacks.map((attack) => {
    // What is exponential never ends with a few characters.
    const short = time(expression, attack(64)) > FAST ? 64 : LENGTH;
    return { attack, length: short, ms: time(expression, attack(short)) };
  });
  const [slowest, ...others] = times.sort((a, b) => b.ms - a.ms);
  if (!slowest) return undefined;
  for (const { attack, length } of [slowest, ...others.filter(({ ms }) => ms > FAST).slice(0, 5)]) {
    const ms = fastest(expression, attack(length));
    if (ms === Infinity) return words(attack, length, ms);
    if (ms > FAST && ms / fastest(expression, attack(length / 4)) > LINEAR) return words(attack, length, ms);
  }
  const million = fastest(expression, slowest.attack(MILLION));
  const grows = million > 10 * FAST && million / fastest(expression, slowest.attack(MILLION / 4)) > LINEAR;
  return grows ? words(slowest.attack, MILLION, million) : undefined;
}

function words(attack: Attack, length: number, ms: number): string {
  const shown = JSON.stringify(attack(12)).slice(0, 80);
  return `${ms === Infinity ? `more than ${NEVER}` : Math.round(ms)} ms for ${length} characters like ${shown}`;
}
