import * as vscode from 'vscode';
import { withoutSlash } from '../../../ory/trim.ts';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { logTraced } from '../../../editor/log-exchange.ts';
import { EditorBrowser } from '../../../flows/oauth2/browser/follow.ts';
import { type ParsedChallenge, parseChallenge } from '../../../flows/oauth2/challenges/parse.ts';
import { type ChallengeRequest, findRequest } from '../../../flows/oauth2/challenges/request.ts';
import { assertDevices } from '../../../flows/oauth2/runs/device.ts';
import { Trace } from '../../../flows/oauth2/trace.ts';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { performOAuth2DeviceVerificationFlow } from '../../../ory/operations/device.ts';
import { OryError } from '../../../ory/errors.ts';
import { ChallengePanel } from '../challenge/challenge-panel.ts';
import type { OAuth2 } from '../oauth2.ts';
import { providerOf } from '../run/run-parts.ts';

/**
 * Opens a request that waits for a decision.
 * @param given a challenge, the address of a page with one, or a device's code
 */
export async function run(oauth2: OAuth2, given?: unknown): Promise<void> {
  const { container } = oauth2;
  const connection = await requireConnection(container, { service: 'hydra-admin', writes: false });
  if (!connection) return;
  const text = typeof given === 'string' ? given : await ask(connection);
  const parsed = parseChallenge(text ?? '');
  if (!parsed) return;
  if (parsed.challenge) container.redactor.learn(parsed.challenge);
  const read = await perform(
    container,
    {
      connection,
      title: vscode.l10n.t('Reading the request'),
      couldnt: vscode.l10n.t('read the request'),
      lacks: 'challenges',
    },
    (api, call) => requestOf(oauth2, connection, api, parsed, call),
  );
  if (read) await new ChallengePanel(oauth2, connection, read.value).show();
}

const ask = (connection: Connection): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Open Challenge · {0}', connection.name),
    prompt: vscode.l10n.t(
      'A login, consent, logout or device challenge, the address of a page with one, or a device’s user code',
    ),
    placeHolder: 'http://127.0.0.1:3000/login?login_challenge=…',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || parseChallenge(value)
        ? undefined
        : vscode.l10n.t('There is no challenge and no user code in it.'),
  });

/** A device's code alone has no challenge yet: the provider gives one to whoever opens its page. */
async function requestOf(
  { container }: OAuth2,
  connection: Connection,
  api: OryClient,
  parsed: ParsedChallenge,
  call: CallOptions,
): Promise<ChallengeRequest> {
  if (parsed.challenge) return findRequest(api, parsed, call);
  const provider = await providerOf(api, connection, call.signal);
  assertDevices(provider);
  const { redactor } = container;
  const trace = new Trace(redactor, undefined, logTraced(container.log, connection.id));
  const signal = call.signal ?? new AbortController().signal;
  const endpoints = await container.endpoints(connection);
  const browser = new EditorBrowser({ provider, endpoints, trace, redactor, signal });
  const url = new URL(withoutSlash(provider.issuer) + performOAuth2DeviceVerificationFlow.path);
  if (parsed.userCode) url.searchParams.set('user_code', parsed.userCode);
  const at = await browser.visit(url);
  if (at.at !== 'challenge')
    throw new OryError(
      'refused',
      at.at === 'error'
        ? `${at.error}: ${at.description}`
        : vscode.l10n.t('The provider gave no device challenge'),
    );
  return findRequest(api, { ...parsed, kind: at.kind, challenge: at.challenge }, call);
}
