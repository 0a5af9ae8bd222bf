import * as vscode from 'vscode';
import type { ConnectionStore } from '../../../editor/connection-store.ts';
import { enter } from '../../../editor/door/gate.ts';
import type { LiveConnection } from '../../../editor/live-connection.ts';
import { openOutside } from '../../../editor/open-outside.ts';
import { refresh } from '../../../flows/oauth2/runs/grants.ts';
import { assertSecure } from '../../../flows/oauth2/secure.ts';
import { decodeToken } from '../../../flows/oauth2/tokens/decode.ts';
import { type Inspection, inspectToken } from '../../../flows/oauth2/tokens/inspect.ts';
import { introspect, logoutUrl, revoke, userInfo } from '../../../flows/oauth2/tokens/token-actions.ts';
import { type TokenName, tokenOf, type TokenSet } from '../../../flows/oauth2/tokens/token-set.ts';
import type { ResultModel } from '../../../webviews/oauth2-run/contract.ts';
import type { Action, TokenModel } from '../../../webviews/shared/oauth2/contract.ts';
import { rowsOf, tokenModel } from '../token/token-model.ts';
import type { Run } from './run.ts';

const TITLES: Record<TokenName, string> = {
  access_token: vscode.l10n.t('Access token'),
  refresh_token: vscode.l10n.t('Refresh token'),
  id_token: vscode.l10n.t('ID token'),
};
const NAMES = Object.keys(TITLES) as TokenName[];

const COPY: Action = { id: 'copy', label: vscode.l10n.t('Copy'), icon: 'copy' };
const CHECK: Action = { id: 'check', label: vscode.l10n.t('Check Again'), icon: 'refresh' };
const REVOKE: Action = { id: 'revoke', label: vscode.l10n.t('Revoke…'), icon: 'circle-slash' };

/** The tokens of a run, and what can be done with them. */
export class RunTokens {
  private readonly inspections = new Map<TokenName, Inspection>();
  results: readonly ResultModel[] = [];

  constructor(
    private readonly run: Run,
    private readonly live: LiveConnection,
    readonly connections: Pick<ConnectionStore, 'byId'>,
    private set: TokenSet,
  ) {}

  /** Looks into all tokens, and asks the server about them. */
  async inspect(): Promise<void> {
    const { context } = this.run;
    if (!context) return;
    for (const name of NAMES) {
      const token = tokenOf(this.set, name);
      if (!token) this.inspections.delete(name);
      else this.inspections.set(name, await inspectToken(token, context.api, context.redactor));
    }
  }

  models(): TokenModel[] {
    return NAMES.flatMap((name) => {
      const inspection = this.inspections.get(name);
      return inspection
        ? [tokenModel(inspection, { id: name, title: TITLES[name], actions: this.actions(name) })]
        : [];
    });
  }

  /** Does one of a token's actions. @throws {OryError} where the server refuses */
  async act(name: TokenName, action: string): Promise<void> {
    const { context, trace } = this.run;
    const token = tokenOf(this.set, name);
    if (!context || !token) return;
    switch (action) {
      case 'copy':
        await vscode.env.clipboard.writeText(token);
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('$(check) Copied the {0}', TITLES[name].toLowerCase()),
          4000,
        );
        return;
      case 'userinfo': {
        this.live.forReading();
        const subject = await this.subject();
        const claims = await trace.step(vscode.l10n.t('Ask for the userinfo'), () =>
          userInfo(context, token, subject),
        );
        this.results = [
          { title: vscode.l10n.t('userinfo'), rows: rowsOf(claims, new Date()) },
          ...this.others('userinfo'),
        ];
        return;
      }
      case 'check':
        this.live.forReading();
        if (name !== 'id_token')
          await trace.step(vscode.l10n.t('Introspect the {0}', TITLES[name].toLowerCase()), () =>
            introspect(context, token),
          );
        return this.inspect();
      case 'refresh':
        this.live.forWriting();
        this.set = await trace.step(vscode.l10n.t('Refresh the tokens'), () => refresh(context, this.set));
        return this.inspect();
      case 'revoke':
        this.live.forWriting();
        if (!(await this.sure(name))) return;
        this.live.forWriting();
        await trace.step(vscode.l10n.t('Revoke the {0}', TITLES[name].toLowerCase()), () =>
          revoke(context, token),
        );
        return this.inspect();
    }
  }

  /** Signs the user out, in the browser that signed in. */
  async signOut(postLogoutRedirectUri: string | undefined): Promise<void> {
    const { context, setup } = this.run;
    if (!context) return;
    this.live.forWriting();
    const system = setup.browser === 'system';
    // At a temporary client's callback nobody listens any more: the provider's own page is a better end.
    const back = system && !setup.client ? undefined : postLogoutRedirectUri;
    const url = logoutUrl(context, { idToken: this.set.idToken, postLogoutRedirectUri: back });
    if (system) {
      assertSecure(vscode.l10n.t('The provider’s address'), url.href);
      await openOutside(url.href);
      return;
    }
    const end = await this.run.browseTo(context, url, postLogoutRedirectUri);
    if (end) {
      const rows = [{ name: vscode.l10n.t('The browser ended at'), value: `${end.origin}${end.pathname}` }];
      this.results = [
        { title: vscode.l10n.t('Signed out'), rows },
        ...this.others(vscode.l10n.t('Signed out')),
      ];
    }
    await this.inspect();
  }

  get canSignOut(): boolean {
    return this.set.idToken !== undefined && this.run.setup.flow === 'code';
  }

  private others(title: string): ResultModel[] {
    return this.results.filter((one) => one.title !== title);
  }

  private async subject(): Promise<string | undefined> {
    const decoded = this.set.idToken ? await decodeToken(this.set.idToken) : undefined;
    return decoded?.form === 'jwt' && typeof decoded.claims.sub === 'string' ? decoded.claims.sub : undefined;
  }

  private actions(name: TokenName): Action[] {
    switch (name) {
      case 'access_token':
        return [
          COPY,
          CHECK,
          ...(this.set.scope?.split(' ').includes('openid') || this.set.idToken
            ? [{ id: 'userinfo', label: vscode.l10n.t('Userinfo'), icon: 'account' }]
            : []),
          REVOKE,
        ];
      case 'refresh_token':
        return [COPY, { id: 'refresh', label: vscode.l10n.t('Refresh'), icon: 'sync' }, CHECK, REVOKE];
      case 'id_token':
        return [COPY, CHECK];
    }
  }

  private sure(name: TokenName): Promise<boolean> {
    const what = TITLES[name].toLowerCase();
    return enter(this, {
      effect: 'destroys',
      question: vscode.l10n.t('Revoke the {0} of this run on {1}?', what, this.live.now.name),
      consequence: vscode.l10n.t('Hydra ends the other token of the pair too. It can’t be undone.'),
      verb: vscode.l10n.t('Revoke'),
      name: what,
      connection: this.live.now,
    });
  }
}
