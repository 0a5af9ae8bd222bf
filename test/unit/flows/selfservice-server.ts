import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

interface Scripted {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string | string[]>;
}

/** Answers one after the other, as a Kratos would; the last one again and again. */
export async function scripted(...answers: readonly Scripted[]): Promise<TestServer> {
  return startTestServer((_, response, count) => {
    const { status = 200, body = {}, headers = {} } = answers[Math.min(count, answers.length) - 1] ?? {};
    answerJson(response, body, status, headers as Record<string, string>);
  });
}
