/** Names and sentences of errors that many services share, because standards define them. */
import { functionWords } from './function-words.ts';
import { reasonPhrases } from './statuses.ts';
import { stem } from './stem.ts';

const standards = [
  ...reasonPhrases,
  // google.rpc.Code, which is also the status of gRPC.
  `ok cancelled unknown invalid_argument deadline_exceeded not_found already_exists
  permission_denied unauthenticated resource_exhausted failed_precondition aborted out_of_range
  unimplemented internal unavailable data_loss`,
  // OAuth 2.0: RFC 6749, sections 4 and 5.2, and RFC 6750, section 3.1.
  `invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type
  invalid_scope access_denied unsupported_response_type server_error temporarily_unavailable
  invalid_token insufficient_scope access_token refresh_token expired`,
  // JSON-RPC 2.0, section 5.1.
  'parse_error invalid_request method_not_found invalid_params internal_error',
  // HTTP rate limiting: RFC 6585 and draft-ietf-httpapi-ratelimit-headers.
  'too many requests rate_limit quota exceeded try again later',
  // POSIX strerror().
  `operation not permitted no such file or directory permission denied resource busy file exists
  is a directory connection refused connection reset operation timed out time out param null`,
];

const words = new Set(standards.flatMap(wordsOf));

/**
 * Returns whether a name or a sentence consists of words of the standards only, so that it does not
 * tell which service sent it.
 *
 * @example isStandardError('RATE_LIMIT_EXCEEDED') // => true
 * @example isStandardError('Access token is expired.') // => true
 */
export function isStandardError(text: string): boolean {
  const own = wordsOf(text);
  return own.length > 0 && own.every((word) => words.has(word));
}

/** Stems of the words of a text, without those that only hold it together. */
function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !functionWords.has(word))
    .map(stem);
}
