import type { MessageSchema } from '../../webviews/shared/contract.ts';

/** One kind of view, declared by the feature that shows it. */
export interface WebviewKind<Message> {
  /** Its folder in `src/webviews`; the editor knows its panels as `ory.<name>`. */
  readonly name: string;
  /** What it can send, from its `contract.ts`. */
  readonly messages: MessageSchema<Message>;
  /** Whether pictures may be shown that are their own address (`data:`); none is ever loaded from anywhere. */
  readonly dataImages?: boolean;
}

/** What a panel shows, and what is done about it. */
export interface WebviewContent<Model, Message> {
  readonly title: string;
  /** All that is shown now. Asked for whenever the view has nothing to draw, so it must be quick and hold no secret. */
  readonly model: () => Model;
  /** Hears what the view sends, once it was found to keep to its contract. */
  readonly onMessage: (message: Message) => unknown;
  /**
   * From what the panel is made again after a reload of the window (see `restoreWebviews`): ids, and input that is no
   * secret. It is written to disk.
   */
  readonly restore?: () => unknown;
}
