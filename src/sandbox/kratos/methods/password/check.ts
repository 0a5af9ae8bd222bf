import { compareSync, hashSync } from 'bcryptjs';
import { at } from '../../../json/values.ts';
import type { SelfService } from '../../config/self-service.ts';
import type { Identity } from '../../identities/model.ts';
import { complain } from '../../flows/problems.ts';
import { tooSimilar } from './similarity.ts';

/** What bcrypt looks at; the server refuses what is longer. */
const BCRYPT_BYTES = 72;

/** True when that is the password of the person. Other hashes than bcrypt's are kept, but not checked. */
export function passwordFits({ credentials }: Identity, password: string): boolean {
  const hash = at(credentials.password?.config, 'hashed_password');
  return typeof hash === 'string' && /^\$2[aby]?\$/.test(hash) && compareSync(password, hash);
}

export const hashPassword = (password: string, cost: number): string => hashSync(password, cost);

/** Throws an InputProblem when the policy does not allow the password for somebody with these login names. */
export function checkPolicy(
  { password: policy }: SelfService,
  password: string,
  identifiers: readonly string[],
): void {
  if (identifiers.length === 0) throw complain('noIdentifier');
  const length = Buffer.byteLength(password);
  if (length < policy.minLength) {
    throw complain('passwordTooShort', 'password', { min_length: policy.minLength, actual_length: length });
  }
  if (policy.checkSimilarity && identifiers.some((identifier) => tooSimilar(identifier, password))) {
    throw complain('passwordLikeIdentifier', 'password');
  }
  if (length > BCRYPT_BYTES) {
    throw complain('passwordTooLong', 'password', { max_length: BCRYPT_BYTES, actual_length: length });
  }
}
