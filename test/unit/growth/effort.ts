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

/**
 * Milliseconds of processor time that an expression takes for a text: what else the machine does counts for nothing.
 * Infinity where it doesn't end.
 * @throws what it throws
 */
function time(expression: RegExp, text: string): number {
  Object.assign(context, { expression, text });
  const before = process.cpuUsage();
  try {
    use.runInContext(context, { timeout: NEVER });
    return process.cpuUsage(before).user / 1000;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return Infinity;
    throw error;
  }
}

/** The fastest of some tries. */
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
  let slowest: { readonly ms: number; readonly attack: Attack } | undefined;
  for (const attack of attacks) {
    // What is exponential never ends with a few characters.
    for (const length of [64, LENGTH]) {
      const ms = time(expression, attack(length));
      const fault = ms > FAST ? growthOf(expression, attack, length) : undefined;
      if (fault !== undefined) return fault;
      if (length === LENGTH && ms > (slowest?.ms ?? 0)) slowest = { ms, attack };
    }
  }
  if (!slowest) return undefined;
  const million = fastest(expression, slowest.attack(MILLION));
  const grows = million > 10 * FAST && million / fastest(expression, slowest.attack(MILLION / 4)) > LINEAR;
  return grows ? words(slowest.attack, MILLION, million) : undefined;
}

/** Looks more closely at a text that takes long. */
function growthOf(expression: RegExp, attack: Attack, length: number): string | undefined {
  const ms = fastest(expression, attack(length));
  if (ms === Infinity) return words(attack, length, ms);
  if (ms < FAST) return undefined;
  const longer = fastest(expression, attack(4 * length));
  return longer / ms > LINEAR ? words(attack, 4 * length, longer) : undefined;
}

function words(attack: Attack, length: number, ms: number): string {
  const shown = JSON.stringify(attack(12)).slice(0, 80);
  return `${ms === Infinity ? `more than ${NEVER}` : Math.round(ms)} ms for ${length} characters like ${shown}`;
}
