import assert from 'node:assert/strict';
import type { Received } from '../support/test-server.ts';

/** Headers that HTTP libraries set as they like; the API gives them no meaning. */
const transportHeaders = new Set([
  'host',
  'connection',
  'user-agent',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
]);

const paramsOf = (query: string): [string, string][] =>
  [...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** A request as far as it has a meaning: the order of different parameters has none, that of a list's values has. */
export function meaningOf({ method, url, headers, body }: Received) {
  const at = url.indexOf('?');
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return {
    method,
    // One peer's URL library writes an apostrophe as %27; in a path both are the same character.
    path: (at < 0 ? url : url.slice(0, at)).replaceAll('%27', "'"),
    query: paramsOf(at < 0 ? '' : url.slice(at + 1)),
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !transportHeaders.has(name) && name !== 'accept')
        // The peers' HTTP library names a content type for no content.
        .filter(([name]) => name !== 'content-type' || body !== '')
        .sort(),
    ),
    body: form && body !== '' ? paramsOf(body) : body,
  };
}

/** Fails unless both requests mean the same, and our `Accept` names one type that the peer's takes too. */
export function assertSame(ours: Received, peers: Received, accepted: string): void {
  assert.deepEqual(meaningOf(ours), meaningOf(peers));
  assert.equal(ours.headers.accept, accepted);
  assert.ok(peers.headers.accept?.includes('*/*'), `the peer accepts ${peers.headers.accept}`);
}
