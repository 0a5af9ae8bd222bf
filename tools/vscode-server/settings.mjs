// User settings of a VS Code that this project starts: nothing that calls home, nothing that pops up.

/** For every start, tests and product alike. */
export const quietSettings = {
  // The trimmed server has no assistant host; with this on, the workbench waits for one.
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'window.confirmBeforeClose': 'never',
  'remote.autoForwardPorts': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Opens folders without asking. Leave it out where a test is about a stranger's folder. */
export const trustEverything = { 'security.workspace.trust.enabled': false };
