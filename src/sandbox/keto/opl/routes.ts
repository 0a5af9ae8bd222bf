import { readModel } from '../../../permissions/index.ts';
import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { serverPositionOf } from './server-position.ts';

/** POST /opl/syntax/check: always 200, whatever the content type says. */
export function checkSyntax(request: SandboxRequest): SandboxAnswer {
  const source = request.body.toString('utf8');
  const place = (index: number) => {
    const { line, column } = serverPositionOf(source, index);
    return { Line: line, column };
  };
  const errors = readModel(source).problems.map(({ message, start, end }) => ({
    message,
    start: place(start),
    end: place(end),
  }));
  return json(200, errors.length === 0 ? {} : { errors });
}
