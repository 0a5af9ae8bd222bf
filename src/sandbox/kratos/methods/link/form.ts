import type { JsonObject } from '../../../json/values.ts';
import { BodyForm, textAt } from '../../flows/body.ts';
import type { Extras } from '../../flows/model.ts';
import { InputProblem, methodDisabled } from '../../flows/problems.ts';
import { ALSO_AS_LINK } from '../../flows/values.ts';
import type { Exchange } from '../../http/exchange.ts';

const text = { type: 'string' };
const FORM = new BodyForm({
  email: { type: 'string', format: 'email', maxLength: 320 },
  token: text,
  flow: text,
});

/** What is submitted to the method `link`: the token of a mail's link, or '' where a link is asked for. */
export interface LinkForm {
  readonly fields: JsonObject;
  readonly token: string;
}

/**
 * Reads a submission and keeps its transient payload. Throws an InputProblem where a field is not as it must be, and
 * the disabled method's error where a token comes that no link can have.
 */
export function readLink(ex: Exchange, extras: Extras): LinkForm {
  const { fields, complaints } = FORM.read(ex, { ...ALSO_AS_LINK, withQuery: true });
  if (complaints.length > 0) throw new InputProblem(complaints);
  extras.transient_payload = fields.transient_payload;
  const token = textAt(fields, 'token');
  if (token !== '' && !ex.kratos.settings.selfService.link.enabled) throw methodDisabled();
  return { fields, token };
}
