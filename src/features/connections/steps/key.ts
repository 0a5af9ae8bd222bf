import * as l10n from '@vscode/l10n';
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
    return l10n.t('The key opens {0}.', question.where);
  });
}

/** Asks for a workspace's API key and tries it. */
export function askWorkspaceKey(place: StepPlace, question: KeyQuestion): Promise<Answered<string>> {
  return askKey(place, question, 'workspace', async (trial) => foundWords(await tryWorkspaceKey(trial)));
}

const foundWords = (projects: readonly ProjectMetadata[]): string =>
  projects.length === 1
    ? l10n.t('The key sees one project.')
    : l10n.t('The key sees {0} projects.', projects.length);

async function askKey(
  place: StepPlace,
  { where, baseUrl, value, from, settings, reached, because, learn }: KeyQuestion,
  kind: 'project' | 'workspace',
  attempt: (trial: Parameters<typeof tryProjectKey>[0]) => Promise<string>,
): Promise<Answered<string>> {
  const prefix = kind === 'project' ? l10n.t('ory_pat_… or ory_apikey_…') : 'ory_wak_…';
  const origins = [originOf(baseUrl)];
  const prompt = from
    ? l10n.t(
        'The {0} API key for {1}, taken from {2}. It is kept in VS Code’s secret store.',
        kind,
        where,
        from,
      )
    : l10n.t(
        'The {0} API key ({1}) for {2}. It is kept in VS Code’s secret store, never in settings.',
        kind,
        prefix,
        where,
      );
  const answer = await enter(place, {
    heading: headingFor(l10n.t('{0} API key', kind), origins, reached),
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
  return named.length === 0 ? what : l10n.t('{0} for {1}', what, named.join(', '));
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
    ? l10n.t('The key was refused by {0} (401): was it copied whole, and is it still valid?', where)
    : errorWords(error, where).message;
  return { severity: 'wrong', message };
}
