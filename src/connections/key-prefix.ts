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
  if (key === '') return { refused: 'Paste the key.' };
  if (/\s/.test(key))
    return { refused: 'A key has no spaces or line breaks in it: was it pasted whole, and alone?' };
  const isProject = /^ory_(pat|apikey)_/.test(key);
  const isWorkspace = key.startsWith('ory_wak_');
  if (wanted === 'project' && isWorkspace) {
    return {
      refused:
        'This is a workspace API key (ory_wak_…). A project’s identities need a project API key (ory_pat_… or ory_apikey_…).',
    };
  }
  if (wanted === 'workspace' && isProject) {
    return {
      refused:
        'This is a project API key. Listing a workspace’s projects needs a workspace API key (ory_wak_…).',
    };
  }
  if (/^ory_(st|at|rt|ac)_/.test(key))
    return { refused: 'This is a token of a session or of OAuth 2.0, not an API key.' };
  if (!isProject && !isWorkspace) {
    return {
      doubt:
        wanted === 'project'
          ? 'Project API keys begin with ory_pat_ or ory_apikey_.'
          : 'Workspace API keys begin with ory_wak_.',
    };
  }
  return {};
}
