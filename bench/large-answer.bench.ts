// How long a 10 MB answer takes to become a document: read without loss, masked, and printed again; next to what keeps
// neither digits nor order (JSON) and to the parser that VS Code's own JSON support uses (jsonc-parser), which only read.
import { parseTree } from 'jsonc-parser';
import { parseJson, printJson } from '../src/ory/json/tree.ts';
import { listIdentities } from '../src/ory/operations/identities.ts';
import { maskJson } from '../src/ory/secrets/mask.ts';

const ROUNDS = Number(process.env.ORY_BENCH_ROUNDS ?? 7);
/** How many times as long as jsonc-parser needs for reading alone it may take. */
const ALLOWED = 2;

const identity = JSON.stringify({
  id: '0083a032-9001-4888-94af-92c7790e54aa',
  schema_id: 'default',
  state: 'active',
  traits: { email: 'esra.kumar40@example.com', name: { first: 'Esra', last: 'Kumar' } },
  credentials: {
    password: { type: 'password', identifiers: ['esra'], config: { hashed_password: '$2a$10$x' } },
  },
  metadata_public: null,
});
const text = `[${Array.from({ length: Math.ceil(10_000_000 / identity.length) }, () => identity).join(',')}]`;

const rivals: Record<string, () => unknown> = {
  ours: () => printJson(maskJson(parseJson(text), listIdentities.answer.secrets), 2),
  'JSON round trip': () => JSON.stringify(JSON.parse(text), null, 2),
  'jsonc-parser, reading alone': () => parseTree(text),
};
const times: Record<string, number[]> = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(rivals)) {
    const started = performance.now();
    run();
    (times[name] ??= []).push(performance.now() - started);
  }
}
const median = (name: string) => (times[name] ?? []).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
for (const name of Object.keys(rivals)) console.log(`${name}: ${Math.round(median(name))} ms`);
const ratio = median('ours') / median('jsonc-parser, reading alone');
console.log(`large answer ratio ${ratio.toFixed(2)}`);
if (ratio > ALLOWED) process.exitCode = 1;
