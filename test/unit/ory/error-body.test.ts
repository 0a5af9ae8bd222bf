import assert from 'node:assert/strict';
import { readErrorBody } from '../../../src/ory/error-body.ts';

describe('error bodies', () => {
  it('prefers what is wrong over what only repeats the status (Kratos)', () => {
    const body = {
      error: {
        code: 400,
        status: 'Bad Request',
        reason: 'Unable to find JSON Schema ID: nosuch',
        message: 'The request was malformed or contained invalid parameters',
        request: 'req-1',
      },
    };
    assert.deepEqual(readErrorBody(JSON.stringify(body)), {
      reason: 'Unable to find JSON Schema ID: nosuch',
      requestId: 'req-1',
    });
  });

  it('reads Go’s own words where only they are there', () => {
    const body = { error: { code: 400, message: 'json: unknown field "nickname"' } };
    assert.equal(readErrorBody(JSON.stringify(body)).reason, 'json: unknown field "nickname"');
  });

  it('reads what a refused flow says at its fields', () => {
    const message = (text: string) => ({ id: 4000002, text, type: 'error' });
    const body = {
      id: 'flow',
      ui: {
        messages: [message('Try again.')],
        nodes: [
          { messages: [] },
          { messages: [message('Property identifier is missing.')] },
          { messages: [message('Property identifier is missing.')] },
        ],
      },
    };
    assert.equal(readErrorBody(JSON.stringify(body)).reason, 'Try again. Property identifier is missing.');
  });

  it('reads Hydra’s pair', () => {
    const body = {
      error: 'invalid_client_metadata',
      error_description: 'redirect_uris must not contain a fragment',
    };
    assert.equal(
      readErrorBody(JSON.stringify(body)).reason,
      'invalid_client_metadata: redirect_uris must not contain a fragment',
    );
    assert.equal(
      readErrorBody('{"error":"Unable to locate the resource","error_description":""}').reason,
      'Unable to locate the resource',
    );
  });

  it('leaves out what Hydra says before every complaint, where a complaint follows', () => {
    const preamble =
      'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.';
    const reasonOf = (description: string) =>
      readErrorBody(JSON.stringify({ error: 'invalid_request', error_description: description })).reason;
    assert.equal(
      reasonOf(`${preamble} Field 'user_code' must not be empty.`),
      "invalid_request: Field 'user_code' must not be empty.",
    );
    assert.equal(reasonOf(preamble), `invalid_request: ${preamble}`);
    assert.equal(
      readErrorBody(
        '{"error":"Conflict","error_description":"Unable to process the requested resource because of conflict in the current state The login request was already used and can no longer be changed."}',
      ).reason,
      'Conflict: The login request was already used and can no longer be changed.',
    );
  });

  it('keeps the id by which the server knows the error', () => {
    const body = { error: { id: 'security_csrf_violation', code: 403, reason: 'CSRF' } };
    assert.equal(readErrorBody(JSON.stringify(body)).errorId, 'security_csrf_violation');
  });

  it('reads what Talos says, with what programs tell it by, in the forms of both its ages', () => {
    const details = [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_NOT_FOUND',
        domain: 'www.ory.com/talos',
      },
    ];
    const said = { reason: 'API key not found', errorId: 'API_KEY_NOT_FOUND' };
    const today = { error: { code: 404, message: 'API key not found', status: 'NOT_FOUND', details } };
    assert.deepEqual(readErrorBody(JSON.stringify(today)), said);
    assert.deepEqual(readErrorBody(JSON.stringify({ code: 5, message: 'API key not found', details })), said);
  });

  it('takes short plain text, but no page of HTML', () => {
    assert.equal(readErrorBody('404 page not found\n').reason, '404 page not found');
    assert.deepEqual(readErrorBody('<!doctype html><p>no'), {});
    assert.deepEqual(readErrorBody(''), {});
  });

  it('reads the messages of a refused flow', () => {
    const flow = { id: 'f', ui: { messages: [{ id: 4000006, text: 'The credentials are invalid.' }] } };
    assert.equal(readErrorBody(JSON.stringify(flow)).reason, 'The credentials are invalid.');
  });
});
