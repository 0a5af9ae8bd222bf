import { readFileSync } from 'node:fs';

/** The documents, by what they describe. */
export const DOCUMENTS = {
  first: 'ory-client-v0.2.0-alpha.18.json',
  today: 'ory-client-v1.22.65.json',
  kratos: 'kratos-v26.2.0.api.json',
  hydra: 'hydra-v26.2.0.api.json',
  keto: 'keto-v26.2.0.api.json',
} as const;

export interface DocumentedField {
  readonly in?: string;
  readonly type: string;
  readonly required: boolean;
}

/** An operation as a document has it, in the catalogue's terms. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** The path without the names of its parameters. */
  readonly shape: string;
  readonly parameters: Readonly<Record<string, DocumentedField>>;
  readonly body:
    | {
        readonly contentTypes: readonly string[];
        readonly fields: Readonly<Record<string, DocumentedField>>;
      }
    | undefined;
  /** Content types of its successful answers. */
  readonly answer: readonly string[];
  readonly bucket: string | undefined;
  credential(age: 'first' | 'today'): string;
}

interface Node {
  readonly [member: string]: unknown;
  readonly $ref?: string;
}
const asNode = (value: unknown): Node => (value ?? {}) as Node;

const credentials: Readonly<Record<string, string>> = {
  oryAccessToken: 'project-key',
  oryWorkspaceApiKey: 'workspace-key',
  bearer: 'bearer',
  oauth2: 'bearer',
  basic: 'basic',
  sessionToken: 'session-token',
};

/** Reads an OpenAPI document. */
export function readDocument(file: string): DocumentedOperation[] {
  const root = JSON.parse(readFileSync(file, 'utf8')) as Node;
  const resolve = (node: Node): Node =>
    node.$ref === undefined
      ? node
      : resolve(
          node.$ref
            .slice(2)
            .split('/')
            .reduce<Node>((at, member) => asNode(at[member]), root),
        );
  const typeOf = (schema: Node): string => {
    const { type, items } = resolve(schema);
    return type === 'array' ? `${typeOf(asNode(items))}[]` : String(type);
  };
  const parametersOf = (operation: Node) =>
    ((operation.parameters ?? []) as Node[])
      .map(resolve)
      .map(({ name, in: place, required, schema }): [string, DocumentedField] => [
        place === 'header' ? String(name).toLowerCase() : String(name),
        { in: String(place), type: typeOf(asNode(schema)), required: required === true },
      ]);
  const bodyOf = ({ requestBody }: Node): DocumentedOperation['body'] => {
    if (requestBody === undefined) return undefined;
    const content = asNode(resolve(asNode(requestBody)).content);
    const form = resolve(asNode(asNode(content['application/x-www-form-urlencoded']).schema));
    const required = (form.required ?? []) as string[];
    return {
      contentTypes: Object.keys(content),
      fields: Object.fromEntries(
        Object.entries(asNode(form.properties)).map(([name, schema]) => [
          name,
          { type: typeOf(asNode(schema)), required: required.includes(name) },
        ]),
      ),
    };
  };
  const answerOf = ({ responses }: Node) =>
    Object.entries(asNode(responses))
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, response]) => Object.keys(asNode(resolve(asNode(response)).content)));

  return Object.entries(asNode(root.paths)).flatMap(([path, methods]) =>
    Object.entries(asNode(methods))
      .filter(([method]) => ['get', 'put', 'post', 'patch', 'delete'].includes(method))
      .map(([method, value]): DocumentedOperation => {
        const operation = asNode(value);
        const security = ((operation.security ?? []) as Node[]).flatMap((one) => Object.keys(one));
        const answer = answerOf(operation);
        return {
          operationId: String(operation.operationId),
          method: method.toUpperCase(),
          path,
          shape: path.replace(/\{\w+\}/g, '{}'),
          parameters: Object.fromEntries(parametersOf(operation)),
          body: bodyOf(operation),
          answer,
          bucket: operation['x-ory-ratelimit-bucket'] as string | undefined,
          credential: (age) => {
            const known = credentials[security[0] ?? ''] ?? 'none';
            // The first age had one key for everything.
            return age === 'first' && known === 'project-key' && path.startsWith('/projects')
              ? 'workspace-key'
              : known;
          },
        };
      }),
  );
}
