import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { extracted } from './tools/lint/extracted.mjs';

/** Layers from the bottom up: a folder may import those before it in the list, and itself. */
const layers = ['ory', 'kinds', 'schemas', 'saving', 'connections', 'flows', 'editor', 'features'];

/** The folders whose code must run without an editor. */
const pure = [
  'src/ory/**',
  'src/kinds/**',
  'src/schemas/**',
  'src/saving/**',
  'src/connections/**',
  'src/flows/**',
  'src/permissions/**',
  'src/sandbox/**',
];

/** Folders whose texts are not extracted for translation yet. */
const notYetExtracted = [
  'src/editor/commands/**',
  'src/features/operations/form/**',
  'src/features/self-service/**',
  'src/webviews/**',
];

const openExternal = {
  selector: 'MemberExpression[property.name="openExternal"]',
  message: 'A Uri arrives encoded otherwise: openOutside (src/editor) opens an address as it is.',
};

/** Browser code: each folder is a view, beside `shared`. */
const views = readdirSync('src/webviews').filter((name) => !name.includes('.'));

const zones = [
  ...layers.flatMap((layer, at) =>
    layers.slice(at + 1).map((above) => ({
      target: `./src/${layer}`,
      from: `./src/${above}`,
      message: `${layer} lies below ${above}: arrows run features → editor → connections → resources → ory.`,
    })),
  ),
  {
    target: './src/sandbox',
    from: './src',
    except: ['./sandbox', './permissions'],
    message:
      'The sandbox is a product of its own: it must not share code with the client that is tested on it.',
  },
  {
    target: './src/permissions',
    from: './src',
    except: ['./permissions'],
    message: 'The permission language is neutral ground: it knows nobody who uses it.',
  },
  {
    target: ['./src/!(sandbox)/**', './src/*.ts'],
    from: './src/sandbox',
    message: 'The sandbox runs as a process of its own: talk to it over HTTP.',
  },
  {
    target: ['./src/!(permissions)/**', './src/*.ts'],
    from: './src/permissions/**/!(index).ts',
    message: 'Of the permission language, import its index.ts.',
  },
  {
    target: ['./test/!(unit)/**', './test/unit/!(sandbox)/**', './test/unit/*.ts', './bench'],
    from: './src/sandbox',
    except: ['./start.ts'],
    message:
      'Tests of something else start the sandbox and ask it over HTTP; its own are in test/unit/sandbox.',
  },
  ...[...layers.filter((layer) => !['editor', 'features'].includes(layer)), 'sandbox'].map((layer) => ({
    target: `./src/${layer}`,
    from: './src/webviews',
    message: 'The cores know no views.',
  })),
  ...['editor', 'features'].map((layer) => ({
    target: `./src/${layer}`,
    from: './src/webviews/**/!(contract).ts',
    message: 'Of a view, only its contract.ts is shared with the extension host.',
  })),
  ...[...layers.filter((layer) => layer !== 'features'), 'sandbox'].map((layer) => ({
    target: `./src/${layer}`,
    from: './src/container.ts',
    message: 'The container is built from this: name what you need of it as an interface.',
  })),
  {
    target: './src/webviews',
    from: './src',
    except: ['./webviews'],
    message: 'A view is browser code: it knows its own files, shared ones and what the host sends.',
  },
  ...views.map((view) => ({
    target: `./src/webviews/${view}`,
    from: './src/webviews',
    except: [...new Set([`./${view}`, './shared'])],
    message: 'No view imports another: what they share is in src/webviews/shared.',
  })),
  ...[...layers, 'sandbox'].map((layer) => ({
    target: `./src/${layer}`,
    from: ['./src/extension.ts', './src/main.ts'],
    message: 'Nothing imports the composition root.',
  })),
];

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '.cache', 'coverage'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // An empty string of a server or a field is no value.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    // Texts of others are read in a time that grows with them: test/unit/growth looks at each expression as well.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/editor/open-outside.ts'],
    rules: {
      'no-restricted-syntax': ['error', openExternal],
    },
  },
  {
    // Every write passes the door, and the client's watch announces it: nobody does either by hand.
    files: ['src/features/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        openExternal,
        ...[
          ['fire', 'changes', 'The door announces what an operation touches: src/kinds/touched.ts.'],
          ['save', 'writing', 'Saves pass the door: saveChange (src/editor/door/write.ts).'],
          ['create', 'creating', 'Creations pass the door: createFrom (src/editor/door/write.ts).'],
          ['remove', 'removing', 'Deletions pass the door: removeAll (src/editor/door/remove.ts).'],
        ].flatMap(([method, of, message]) => [
          {
            selector: `CallExpression[callee.property.name="${method}"][callee.object.name="${of}"]`,
            message,
          },
          {
            selector: `CallExpression[callee.property.name="${method}"][callee.object.property.name="${of}"]`,
            message,
          },
        ]),
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    // The sandbox speaks as servers do, and models are checked by whoever has words for it.
    ignores: [
      'src/sandbox/**',
      'src/permissions/**',
      // Words of shells, of code, of servers, of names and for whoever maintains this.
      'src/flows/self-service/export/**',
      'src/editor/webview/page.ts',
      'src/features/support/report.ts',
      'src/ory/curl.ts',
      'src/ory/error-body.ts',
      'src/ory/secrets/secret-names.ts',
      ...notYetExtracted,
    ],
    plugins: { texts: { rules: { extracted } } },
    rules: { 'texts/extracted': 'error' },
  },
  {
    files: pure,
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'The cores know no editor.' }] },
      ],
    },
  },
  {
    files: ['src/webviews/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'vscode', message: 'A view asks the host by a message.' },
            {
              name: '@vscode-elements/elements',
              message: 'Import one component: …/dist/vscode-button/index.js',
            },
          ],
          patterns: [
            { group: ['node:*'], message: 'A view runs in a browser.' },
            { group: ['**/unsafe-html*', '**/unsafe-svg*'], message: 'Texts of servers are no markup.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/webviews/**/contract.ts'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document'] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URLSearchParams: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
