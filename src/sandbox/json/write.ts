/** JSON text of a value that `readJson` gave: numbers come out as they went in. */
export function writeJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  return text.includes('\\u0000number:') ? text.replace(/"\\u0000number:([-+.0-9eE]+)\\u0000"/g, '$1') : text;
}
