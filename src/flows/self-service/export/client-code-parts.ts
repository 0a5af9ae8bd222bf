/** Code that cookies are kept with. */
export const BROWSER_PART = `/** Keeps cookies as a browser does, and lets redirects be. */
const cookies = new Map<string, string>();
const browser = axios.create({ headers: { Accept: 'application/json' }, maxRedirects: 0 });
const keep = (headers: unknown): void => {
  const set: unknown = (headers as Record<string, unknown> | undefined)?.['set-cookie'];
  for (const line of Array.isArray(set) ? set.map(String) : []) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
};
browser.interceptors.request.use((config) => {
  const header = [...cookies].map(([name, value]) => \`\${name}=\${value}\`).join('; ');
  if (header) config.headers.set('Cookie', header);
  return config;
});
browser.interceptors.response.use(
  (response) => {
    keep(response.headers);
    return response;
  },
  (error: unknown) => {
    if (axios.isAxiosError(error)) keep(error.response?.headers);
    throw error;
  },
);`;

/** Functions that exported code can call, each with what shows that it does. */
export const HELPERS: readonly { readonly when: RegExp; readonly code: string }[] = [
  {
    when: /\bsecret\(/,
    code: `/** A secret from the environment. */
const secret = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(\`Set \${name}.\`);
  return value;
};`,
  },
  {
    when: /\brefused</,
    code: `/** The body of an answer that was no success when this was recorded. */
const refused = async <T>(request: Promise<unknown>): Promise<T> => {
  try {
    await request;
  } catch (error) {
    if (axios.isAxiosError(error) && error.response) return error.response.data as T;
    throw error;
  }
  throw new Error('This was refused when it was recorded.');
};`,
  },
  {
    when: /\b(at|idIn)\(/,
    code: `/** A text in an answer, by its path. */
const at = (answer: unknown, ...path: readonly (string | number)[]): string => {
  let value = answer;
  for (const part of path) value = (value as Record<string | number, unknown> | undefined)?.[part];
  if (typeof value !== 'string') throw new Error(\`The answer holds no \${path.join('.')}.\`);
  return value;
};`,
  },
  {
    when: /\bidIn\(/,
    code: `/** The id of a flow in an address. */
const idIn = (url: string): string => {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0];
  if (!id) throw new Error('The address names no flow.');
  return id;
};`,
  },
  {
    when: /\bcsrfOf\(/,
    code: `/** The CSRF token of a flow. */
const csrfOf = (flow: unknown): string => {
  const { ui } = flow as { ui: { nodes: { attributes: { name?: string; value?: unknown } }[] } };
  const token = ui.nodes.find(({ attributes }) => attributes.name === 'csrf_token')?.attributes.value;
  return typeof token === 'string' ? token : '';
};`,
  },
];
