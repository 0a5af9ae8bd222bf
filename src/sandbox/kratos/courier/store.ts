/** A message to a person, as Kratos' courier keeps it. */
export interface CourierMessage {
  readonly id: string;
  readonly status: string;
  readonly type: string;
  readonly recipient: string;
  readonly body: string;
  readonly subject: string;
  readonly template_type: string;
  readonly channel: string;
  readonly send_count: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The message queue; nothing is ever sent from here. */
export class CourierStore {
  private messages: CourierMessage[] = [];

  add(message: CourierMessage): void {
    this.messages.push(message);
  }

  get(id: string): CourierMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  /** The newest first. */
  all(): readonly CourierMessage[] {
    return [...this.messages].sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  }

  snapshot(): readonly CourierMessage[] {
    return this.messages;
  }

  restore(messages: readonly CourierMessage[]): void {
    this.messages = [...messages];
  }
}
