/** A text for what is a text, a number or a boolean; JSON for anything else; nothing for what is absent. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
