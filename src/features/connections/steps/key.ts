import type { ProjectMetadata } from '@ory/client';
import { originOf } from '../../../connections/address.ts';
import { destinationWords, namedOrigins, type Reached } from '../../../connections/destination.ts';
import { looksOf } from '../../../connections/key-prefix.ts';
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
  /** How it is sent there, and whose settings say so. */
  readonly reached: Reached;
  /** Takes note of a key before it is sent, so that no text shows it. */
  readonly learn: (secret: string) => void;
  /** Why it is asked for again, as a sentence. */
  readonly because?: string;
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
  { where, baseUrl, value, from, settings, reached, because, learn }: KeyQuestion,
  kind: 'project' | 'workspace',
  attempt: (trial: Parameters<typeof tryProjectKey>[0]) => Promise<string>,
): Promise<Answered<string>> {
  const prefix = kind === 'project' ? 'ory_pat_… or ory_apikey_…' : 'ory_wak_…';
  const origins = [originOf(baseUrl)];
  const prompt = from
    ? `The ${kind} API key for ${where}, taken from ${from}. It is kept in VS Code’s secret store.`
    : `The ${kind} API key (${prefix}) for ${where}. It is kept in VS Code’s secret store, never in settings.`;
  const answer = await enter(place, {
    heading: headingFor(`${kind} API key`, origins, reached),
    prompt: [because, prompt, destinationWords(origins, reached)].filter(Boolean).join(' '),
    placeholder: prefix,
    password: true,
    // Half a key goes nowhere that a workspace's settings name.
    live: reached.scope === 'user',
    ...(value ? { value } : {}),
    validate: (text) => lookFinding(text, kind),
    check: async (key, signal) => {
      learn(key);
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

/** A finding takes the place of the prompt; the title stays, so that the origin is seen all the time. */
export function headingFor(what: string, origins: readonly string[], reached: Reached): string {
  const named = namedOrigins(origins, reached);
  return named.length === 0 ? what : `${what} for ${named.join(', ')}`;
}

function lookFinding(text: string, kind: 'project' | 'workspace'): Finding {
  const { refused, doubt } = looksOf(text, kind);
  if (refused) return { severity: 'refused', message: refused };
  return doubt ? { severity: 'doubt', message: doubt } : { severity: 'ok' };
}

/** @throws what is no failure of the API, and a cancellation */
export function trialFinding(error: unknown, where: string): Finding {
  if (!isOryError(error) || error.kind === 'cancelled') throw error;
  const message = hasStatus(error, 401)
    ? `The key was refused by ${where} (401): was it copied whole, and is it still valid?`
    : errorWords(error, where).message;
  return { severity: 'wrong', message };
}
