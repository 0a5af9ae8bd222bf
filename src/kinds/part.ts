/** What a row of a tree stands for where that has no document of its own. */
export type Part =
  | { readonly is: 'key'; readonly set: string; readonly kid: string }
  | {
      readonly is: 'credential';
      readonly identity: string;
      readonly identityName: string;
      readonly type: string;
      readonly identifiers: readonly string[];
    }
  | { readonly is: 'consents'; readonly subject: string; readonly subjectName: string }
  | {
      readonly is: 'consent';
      readonly subject: string;
      readonly subjectName: string;
      readonly client: string;
      readonly clientName: string;
    }
  | { readonly is: 'message'; readonly id: string; readonly name: string }
  | { readonly is: 'member'; readonly project: string; readonly id: string; readonly name: string };
