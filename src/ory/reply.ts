import * as l10n from '@vscode/l10n';
import { notOry } from './answer-failure.ts';
import { type FailureFacts, OryError } from './errors.ts';
import type { HttpResponse } from './http/transport.ts';
import { isTooDeep, TOO_DEEP } from './json/depth.ts';
import type { Operation } from './operations/operation.ts';
import type { Redactor } from './secrets/redactor.ts';
import { isList, type Misfit, misfitOf } from './shapes/check.ts';

/** What came back. `data` is parsed when it is first looked at; `text` is what the server sent, digit for digit. */
export interface Reply<A> {
  readonly status: number;
  readonly headers: HttpResponse['headers'];
  /** Cookies that a browser would keep, each as the server wrote it. */
  readonly setCookie: readonly string[];
  readonly text: string;
  readonly data: A;
}

/** An answer whose data is parsed, and held against what code relies on, when it is first looked at. */
export class ParsedReply<A> implements Reply<A> {
  private parsed: { readonly value: A } | undefined;

  constructor(
    private readonly answer: HttpResponse,
    private readonly facts: FailureFacts,
    private readonly redactor: Redactor,
    private readonly operation: Operation,
  ) {}

  get status(): number {
    return this.answer.status;
  }

  get headers(): HttpResponse['headers'] {
    return this.answer.headers;
  }

  get setCookie(): readonly string[] {
    return this.answer.setCookie ?? [];
  }

  get text(): string {
    return this.answer.text;
  }

  get data(): A {
    this.parsed ??= { value: this.parse() };
    return this.parsed.value;
  }

  private parse(): A {
    if (this.operation.answer.contentType.startsWith('text/')) return this.answer.text as A;
    if (this.answer.text === '') return this.checked(undefined);
    const { origin = l10n.t('The server'), operation = '' } = this.facts;
    if (isTooDeep(this.answer.text))
      throw new OryError(
        'not-ory',
        l10n.t('The answer of {0} to {1} is {2}.', origin, operation, TOO_DEEP),
        this.facts,
      );
    let data: unknown;
    try {
      data = JSON.parse(this.answer.text);
    } catch (cause) {
      throw new OryError('not-ory', notOry(this.facts, this.answer, this.redactor), {
        ...this.facts,
        cause,
      });
    }
    return this.checked(data);
  }

  private checked(data: unknown): A {
    const misfit = misfitOf(this.operation.id, data);
    if (misfit) throw new OryError('not-ory', misfitWords(this.facts, misfit), this.facts);
    return (isList(this.operation.id) ? withoutGaps(data) : data) as A;
  }
}

/** Old servers write an empty list as null, and the end of one as a gap. */
function withoutGaps(list: unknown): readonly unknown[] {
  const items = (list ?? []) as readonly unknown[];
  return items.includes(null) ? items.filter((item) => item !== null) : items;
}

/** Names the server, the request and the place: whoever runs the server, or what stands before it, looks there. */
function misfitWords(
  { origin = l10n.t('The server'), operation = '' }: FailureFacts,
  misfit: Misfit,
): string {
  const { place, expected, found } = misfit;
  const where = place === '' ? '' : ` at ${place}`;
  return l10n.t(
    '{0} answered {1} with {2}{3}, where {4} was expected.',
    origin,
    operation,
    found,
    where,
    expected,
  );
}
