import type { Commands } from '../command.ts';
import { not } from '../condition.ts';
import { documentIs, hasConnections, key, scheme, unlessKnown } from '../conditions.ts';

const shown = scheme('ory');
const request = { key: 'resource', in: 'ory.requestDocuments' } as const;
const projects = { view: 'ory.projects' } as const;

/** Every operation of the API. */
export const OPERATIONS = {
  runOperation: {
    title: 'Run Operation…',
    icon: 'play',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    titles: [{ ...projects, group: '2_run@1', when: hasConnections }],
    rows: [{ on: 'document', group: '4_run@1' }],
    editor: [{ group: '1_ory@3', when: shown }],
  },
  sendOperation: {
    title: 'Run This Operation…',
    icon: 'play',
    effect: 'read',
    palette: request,
    editor: [{ group: 'navigation@1', when: request }],
  },
  showOperationHistory: {
    title: 'Show Operation History…',
    icon: 'history',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    titles: [{ ...projects, group: '2_run@2', when: hasConnections }],
  },
  revealAnswer: {
    title: 'Reveal Secrets of Answer',
    icon: 'eye',
    effect: 'read',
    palette: documentIs('masked'),
    editor: [{ group: '1_ory@2', when: documentIs('masked') }],
  },
  openAnswered: {
    title: 'Open What Was Answered…',
    icon: 'go-to-file',
    effect: 'read',
    palette: documentIs('answered'),
    editor: [{ group: '1_ory@1', when: documentIs('answered') }],
  },
} as const satisfies Commands;

/** Resources side by side, and differences that are applied. */
export const COMPARE = {
  compare: {
    title: 'Compare…',
    icon: 'diff',
    effect: 'read',
    many: true,
    palette: documentIs('document'),
    rows: [{ on: 'document', group: '3_compare@1' }],
    editor: [{ group: '1_ory@4' }],
  },
  compareProjects: {
    title: 'Compare Project Configurations…',
    icon: 'diff',
    effect: 'read',
    palette: 'always',
  },
  applyDifferences: {
    title: 'Apply Differences…',
    icon: 'checklist',
    effect: 'write',
    palette: documentIs('applicable', 'writable'),
    editor: [{ group: 'navigation@1', when: documentIs('applicable', 'writable') }],
  },
  previewPatch: {
    title: 'See the Result of the Patch',
    icon: 'open-preview',
    effect: 'read',
    palette: documentIs('patch'),
    editor: [{ group: 'navigation@1', when: documentIs('patch') }],
  },
  sendPatch: {
    title: 'Send Patch',
    icon: 'cloud-upload',
    effect: 'write',
    palette: documentIs('patch', 'writable'),
    editor: [{ group: 'navigation@2', when: documentIs('patch', 'writable') }],
  },
} as const satisfies Commands;

/** What was saved before. */
export const HISTORY = {
  showHistory: {
    title: 'Show History…',
    icon: 'history',
    effect: 'read',
    palette: documentIs('kept'),
    rows: [{ on: 'kept', group: '3_compare@2' }],
    editor: [{ group: '1_ory@5', when: documentIs('kept') }],
  },
  restoreVersion: {
    title: 'Restore This Version',
    icon: 'discard',
    effect: 'write',
    palette: key('ory.versionInFront'),
    editor: [{ group: 'navigation@1', when: key('ory.versionInFront') }],
  },
  clearHistory: { title: 'Clear History…', effect: 'read', palette: 'always' },
} as const satisfies Commands;

/** What lenses, links and hovers run. */
export const LENSES = {
  copyFact: { title: 'Copy', effect: 'read', palette: 'never' },
  followLink: { title: 'Follow Link', effect: 'read', palette: 'never', internal: true },
} as const satisfies Commands;

const running = key('ory.sandbox.running');

/** The local sandbox. */
export const SANDBOX = {
  startSandbox: {
    title: 'Start Local Sandbox',
    icon: 'beaker',
    effect: 'read',
    palette: 'always',
    titles: [{ ...projects, group: '2_sandbox@1', when: not(running) }],
  },
  stopSandbox: {
    title: 'Stop Local Sandbox',
    icon: 'debug-stop',
    effect: 'read',
    palette: running,
    titles: [{ ...projects, group: '2_sandbox@1', when: running }],
  },
} as const satisfies Commands;

/** The log, a report of what went wrong, where keys are found. */
export const SUPPORT = {
  showProductionWrites: { title: 'Show Writes on Production', effect: 'read', palette: 'always' },
  showLog: {
    title: 'Show Log',
    icon: 'output',
    effect: 'read',
    palette: 'always',
    titles: [{ ...projects, group: '3_support@1' }],
  },
  reportIssue: {
    title: 'Report Issue…',
    icon: 'bug',
    effect: 'read',
    palette: 'always',
    titles: [{ ...projects, group: '3_support@2' }],
  },
  showKeyHelp: { title: 'Where Do I Find a Key?', icon: 'question', effect: 'read', palette: 'always' },
} as const satisfies Commands;
