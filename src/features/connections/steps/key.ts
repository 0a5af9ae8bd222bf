import type { ProjectMetadata } from '@ory/client';
import { looksOf } from '../../../connections/key-prefix.ts';
import { probe } from '../../../connections/probe/probe.ts';
import { tryProjectKey, tryWorkspaceKey } from '../../../connections/trial.ts';
import { errorWords } from '../../../editor/error-words.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding } from '../../../editor/wizard-input.ts';
import { hasStatus, isOryError } from '../../../ory/errors.ts';
import type { TransportSettings } from '../../../ory/http/transport.ts';

export interface KeyQuestion {
  /** What the key opens, for messages: "acme" or "Ory Network". */
  readonly where: string;
  readonly baseUrl: string;
  readonly value?: string;
  /** Environment variable that the value is from. */
  readonly from?: string;
  readonly settings?: TransportSettings;
}

/** Asks for a project's API key and tries it. */
export function askProjectKey(place: StepPlace, question: KeyQuestion): Promise<Answered<string>> {
  return askKey(place, question, 'project', async (trial) => {
    await tryProjectKey(trial);
    return `The key opens ${question.where}.`;
  });
}

/** Asks for a workspace's API key and tries it. */
export function askWorkspaceKey(place: StepPlace, question: KeyQuestion): Promise<Answered<string>> {
  return askKey(place, question, 'workspace', async (trial) => foundWords(await tryWorkspaceKey(trial)));
}

const foundWords = (projects: readonly ProjectMetadata[]): string =>
  projects.length === 1 ? 'The key sees one project.' : `The key sees ${projects.length} projects.`;

async function askKey(
  place: StepPlace,
  { where, baseUrl, value, from, settings }: KeyQuestion,
  kind: 'project' | 'workspace',
  attempt: (trial: Parameters<typeof tryProjectKey>[0]) => Promise<string>,
): Promise<Answered<string>> {
  const prefix = kind === 'project' ? 'ory_pat_… or ory_apikey_…' : 'ory_wak_…';
  const answer = await enter(place, {
    heading: `${kind} API key`,
    prompt: from
      ? `The ${kind} API key for ${where}, taken from ${from}. It is kept in VS Code’s secret store.`
      : `The ${kind} API key (${prefix}) for ${where}. It is kept in VS Code’s secret store, never in settings.`,
    placeholder: prefix,
    password: true,
    live: true,
    ...(value ? { value } : {}),
    validate: (text) => lookFinding(text, kind),
    check: async (key, signal) => {
      try {
        return {
          severity: 'ok',
          message: await attempt({ baseUrl, key, signal, ...(settings ? { settings } : {}) }),
        };
      } catch (error) {
        return trialFinding(error, where);
      }
    },
  });
  return answer === BACK || answer === CANCELLED ? answer : answer.text;
}

/** Asks for the access token of servers behind a gateway, and tries it at one of them. */
export async function askAccessToken(
  place: StepPlace,
  { where, baseUrl: address, settings }: KeyQuestion,
): Promise<Answered<string>> {
  const answer = await enter(place, {
    heading: 'access token',
    prompt: `Access token for ${where}: sent as “Authorization: Bearer …”. Leave it empty to do without.`,
    password: true,
    validate: (text) =>
      /\s/.test(text)
        ? { severity: 'refused', message: 'A token has no spaces in it: give it without “Bearer”.' }
        : { severity: 'ok' },
    check: async (token, signal) => {
      try {
        const probed = await probe(address, {
          authorization: `Bearer ${token}`,
          signal,
          ...(settings ? { settings } : {}),
        });
        return probed.refusal
          ? { severity: 'wrong', message: 'The token was refused (401).' }
          : { severity: 'ok', message: 'The token was taken.' };
      } catch (error) {
        return trialFinding(error, where);
      }
    },
  });
  return answer === BACK || answer === CANCELLED ? answer : answer.text;
}

function lookFinding(text: string, kind: 'project' | 'workspace'): Finding {
  const { refused, doubt } = looksOf(text, kind);
  if (refused) return { severity: 'refused', message: refused };
  return doubt ? { severity: 'doubt', message: doubt } : { severity: 'ok' };
}

function trialFinding(error: unknown, where: string): Finding {
  if (!isOryError(error) || error.kind === 'cancelled') throw error;
  const message = hasStatus(error, 401)
    ? `The key was refused by ${where} (401): was it copied whole, and is it still valid?`
    : errorWords(error, where).message;
  return { severity: 'wrong', message };
}
