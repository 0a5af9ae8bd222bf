/**
 * What was typed where secrets go: in this page's memory only, until it is sent, answered or hidden. It is never drawn
 * from a model, never kept, and no message but the submit carries it.
 */
const typed = new Map<string, string>();
let round = -1;

/** What was typed since the latest answer. */
export function secretsOf(current: number): Record<string, string> {
  begin(current);
  return Object.fromEntries(typed);
}

export function secretOf(current: number, name: string): string {
  begin(current);
  return typed.get(name) ?? '';
}

export function setSecret(name: string, value: string): void {
  typed.set(name, value);
}

/** What was typed for one answer does not belong to the next. */
function begin(current: number): void {
  if (current === round) return;
  round = current;
  typed.clear();
}
