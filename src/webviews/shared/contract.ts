import * as v from 'valibot';

/** What the extension host sends to a view. */
export type ToView<Model> =
  /** Translations by the English text, before anything is drawn; not sent in English. */
  | {
      readonly kind: 'texts';
      readonly texts: Readonly<Record<string, string | { readonly message: string }>>;
    }
  /** All that is shown; `restore` is what the panel can be made from again. */
  | { readonly kind: 'model'; readonly model: Model; readonly restore: unknown }
  /** A sentence for whoever uses a screen reader. */
  | { readonly kind: 'announce'; readonly text: string }
  /** Moves the keyboard's focus to the element with this id. */
  | { readonly kind: 'focus'; readonly id: string };

const envelope = v.variant('kind', [
  /** The view is loaded, for the first time or after it was hidden: it has nothing to show yet. */
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('copy'), text: v.string(), what: v.string() }),
  v.object({ kind: v.literal('open'), url: v.string() }),
  /** Something of ours is broken. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
  /** A message of the view itself, checked by its own contract. */
  v.object({ kind: v.literal('message'), message: v.unknown() }),
]);

/** What every view sends, around its own messages. */
export type FromView = v.InferOutput<typeof envelope>;

/** Reads what came from a view; undefined where it is none of this. */
export function readEnvelope(value: unknown): FromView | undefined {
  const read = v.safeParse(envelope, value);
  return read.success ? read.output : undefined;
}

/** What a view of a feature can send: each view's `contract.ts` declares it, and types follow from it. */
export type MessageSchema<Message> = v.GenericSchema<unknown, Message>;

/** Reads a view's own message; undefined where it doesn't keep to its contract. */
export function readMessage<Message>(schema: MessageSchema<Message>, value: unknown): Message | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
