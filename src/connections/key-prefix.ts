import * as l10n from '@vscode/l10n';
/** The two keys of Ory Network: neither works for the other's API. */
export type KeyKind = 'project' | 'workspace';

export interface KeyLooks {
  /** It can't work: not to be sent at all. */
  readonly refused?: string;
  /** It may work, and looks unusual. */
  readonly doubt?: string;
}

/** Says what is wrong with a key by its look alone, before it is sent anywhere. */
export function looksOf(key: string, wanted: KeyKind): KeyLooks {
  if (key === '') return { refused: l10n.t('Paste the key.') };
  if (/\s/.test(key))
    return { refused: l10n.t('A key has no spaces or line breaks in it: was it pasted whole, and alone?') };
  const isProject = /^ory_(pat|apikey)_/.test(key);
  const isWorkspace = key.startsWith('ory_wak_');
  if (wanted === 'project' && isWorkspace) {
    return {
      refused: l10n.t(
        'This is a workspace API key (ory_wak_…). A project’s identities need a project API key (ory_pat_… or ory_apikey_…).',
      ),
    };
  }
  if (wanted === 'workspace' && isProject) {
    return {
      refused: l10n.t(
        'This is a project API key. Listing a workspace’s projects needs a workspace API key (ory_wak_…).',
      ),
    };
  }
  if (/^ory_(st|at|rt|ac)_/.test(key))
    return { refused: l10n.t('This is a token of a session or of OAuth 2.0, not an API key.') };
  if (!isProject && !isWorkspace) {
    return {
      doubt:
        wanted === 'project'
          ? l10n.t('Project API keys begin with ory_pat_ or ory_apikey_.')
          : l10n.t('Workspace API keys begin with ory_wak_.'),
    };
  }
  return {};
}
