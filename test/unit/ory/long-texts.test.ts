// What servers say and send may be of any length: it is shown in parts, without secrets, and stops nothing.
import assert from 'node:assert/strict';
import { wholeReason } from '../../../src/ory/error-body.ts';
import { isOryError, OryError } from '../../../src/ory/errors.ts';
import { listOAuth2Clients } from '../../../src/ory/operations/clients.ts';
import { REDACTED, Redactor } from '../../../src/ory/secrets/redactor.ts';
import { cutOff, SHOWN } from '../../../src/ory/shorten.ts';
import { complaintsOf } from '../../../src/saving/complaints.ts';
import { parseJson } from '../../../src/ory/json/tree.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer } from '../support/test-server.ts';

const KEY = 'ory_pat_abcdefghijklmnop';
const MEGABYTE = 1024 * 1024;

const refused = (body: string) => new OryError('refused', 'Refused', { status: 400, body });

/** Processor time, so that what else the machine does counts for nothing. How much longer four times the text takes: 4 where the growth is linear, 16 where it is quadratic. */
function growth(work: (length: number) => unknown, length: number): number {
  const fastest = (size: number) =>
    Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const before = process.cpuUsage();
        work(size);
        return process.cpuUsage(before).user / 1000;
      }),
    );
  return fastest(length) / Math.max(fastest(length / 4), 5);
}

describe('long texts', function () {
  this.timeout(120_000);

  it('take the redactor a time that grows with them', () => {
    const heads = [
      'eyJ-',
      'eyJaaaaaaaa.',
      'ory_st_',
      '"d":"',
      '"d" ',
      '://a:',
      '$pbkdf2',
      '?token=',
      'Bearer ',
      'a_v1_',
      `a_v1_${'b'.repeat(50)}_`,
      'mc_v1_',
    ];
    const feet = ['-----BEGIN PRIVATE KEY-----', '-----BEGIN PRIVATE KEY-----a-----END ', '-----BEGIN '];
    const redactor = new Redactor();
    redactor.learn('aaaaaa');
    redactor.learn('a'.repeat(5000));
    for (const head of [...heads, ...feet, 'a', '-a', 'aaaaaa ']) {
      const grown = growth((length) => redactor.text(head.repeat(length / head.length)), MEGABYTE);
      assert.ok(grown < 9, `${head}: ${grown}`);
    }
  });

  it('are no trouble where they are secrets themselves', () => {
    for (const secret of [
      's3cret-'.repeat((16 * MEGABYTE) / 7),
      'a'.repeat(16 * MEGABYTE),
      'é"'.repeat(MEGABYTE),
    ]) {
      const redactor = new Redactor();
      redactor.learn(secret);
      assert.equal(redactor.text(`it is ${secret}!`), `it is ${REDACTED}!`);
      assert.equal(redactor.text(JSON.stringify({ it: secret })), `{"it":"${REDACTED}"}`);
      assert.equal(redactor.text(`?it=${encodeURIComponent(secret)}&x`), `?it=${REDACTED}&x`);
      assert.equal(redactor.text(`cut off: ${secret.slice(0, 5000)}`), `cut off: ${REDACTED}`);
    }
  });

  it('are shortened without a secret that lies across the end', () => {
    const redactor = new Redactor();
    const learned = 'correct horse battery staple 17';
    redactor.learn(learned);
    const jwt = `eyJhbGciOiJIUzI1NiJ9.${'p'.repeat(3000)}.signature`;
    for (const secret of [KEY, learned, jwt]) {
      for (let before = SHOWN - 40; before <= SHOWN + 5; before++) {
        const shown = redactor.beginning(
          `${'x '.repeat(before / 2)}${secret} and more`.padEnd(SHOWN * 3, '.'),
          SHOWN,
        );
        assert.ok(shown.length <= SHOWN + 1 && shown.endsWith('…'));
        const left = secret.slice(0, 9);
        assert.ok(!shown.includes(left), `${before}: ${shown.slice(-60)}`);
      }
    }
  });

  it('lose no half of a character, and end behind a word', () => {
    assert.equal(cutOff('one two three', 9), 'one two…');
    assert.equal(cutOff('a😀b', 2), 'a…');
    assert.equal(cutOff('short', 9), 'short');
  });

  for (const size of [MEGABYTE, 16 * MEGABYTE]) {
    it(`of ${size / MEGABYTE} MB in a refusal are shown in part`, async () => {
      const reason = `You sent ${KEY}: ${`"eyJ-eyJ-" `.repeat(size / 11)}`;
      const server = await startTestServer((_request, response) =>
        answerJson(response, { error: { reason, request: 'r'.repeat(size), id: 'i'.repeat(size) } }, 400),
      );
      try {
        const redactor = new Redactor();
        const client = testClient(server.url, undefined, { redactor });
        const error: unknown = await client.call(listOAuth2Clients, {}).catch((thrown: unknown) => thrown);
        assert.ok(isOryError(error, 'refused'));
        const { message, facts } = error;
        assert.ok(message.startsWith(`You sent ${REDACTED}:`), message.slice(0, 80));
        for (const text of [message, facts.reason, facts.errorId, facts.requestId]) {
          assert.ok((text?.length ?? 0) < SHOWN + 20, `${text?.length}`);
        }
        assert.equal(wholeReason(facts.body ?? ''), reason);
      } finally {
        await server.close();
      }
    });
  }

  it('of a validation are read to their end, and each complaint is shortened', () => {
    const filler = Array.from(
      { length: 60 },
      (_, at) => `I[#/traits/n${at}] S[#/x] ${'expected '.repeat(20)}`,
    );
    const said = [...filler, `I[#/traits/last] S[#/x] ${'wrong '.repeat(2000)}`].join('\n');
    const body = JSON.stringify({ error: { reason: said } });
    const error = refused(body);
    const complaints = complaintsOf(error, parseJson('{"traits":{}}'));
    assert.equal(complaints.at(-1)?.at, '/traits/last');
    assert.ok(complaints.every(({ message }) => message.length <= SHOWN + 1));
  });

  it('of validations take a time that grows with them', () => {
    for (const piece of ['I[#', 'I[#a] S[', 'I[#a] S[a] ', 'I[#a]\n', ' ']) {
      const work = (length: number) =>
        complaintsOf(
          refused(JSON.stringify({ error: { reason: piece.repeat(length / piece.length) } })),
          parseJson('{}'),
        );
      const grown = growth(work, MEGABYTE);
      assert.ok(grown < 9, `${piece}: ${grown}`);
    }
  });
});
