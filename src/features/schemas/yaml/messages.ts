import type { CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver-types';

/** A text to be looked at. */
export interface YamlText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The address of the schema that it follows. */
  readonly schema: string;
}

/** What can be asked of the language service of YAML, and what it answers. */
export interface Questions {
  readonly complete: {
    readonly asked: { readonly text: YamlText; readonly position: Position };
    readonly answer: CompletionList;
  };
  readonly hover: {
    readonly asked: { readonly text: YamlText; readonly position: Position };
    readonly answer: Hover | null;
  };
  readonly problems: { readonly asked: { readonly text: YamlText }; readonly answer: readonly Diagnostic[] };
}
export type Question = keyof Questions;

/** What the thread of the service is told. */
export type ToService =
  | { readonly is: 'question'; readonly id: number; readonly what: Question; readonly asked: unknown }
  | { readonly is: 'schema'; readonly address: string; readonly text?: string }
  | { readonly is: 'forget'; readonly address: string }
  | { readonly is: 'close'; readonly uri: string };

/** What it tells. */
export type FromService =
  | { readonly is: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly is: 'failure'; readonly id: number; readonly message: string }
  /** It needs the schema at an address of ours. */
  | { readonly is: 'read'; readonly address: string };
