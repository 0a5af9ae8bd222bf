/** A message to a person, with what it was written for. */
export interface InboxMail {
  readonly at: string;
  readonly to: string;
  /** `email` or `sms`. */
  readonly via: string;
  readonly template: string;
  readonly subject: string;
  /** The code that it carries. */
  readonly code?: string;
  /** The link that it carries. */
  readonly link?: string;
  readonly body: string;
}
