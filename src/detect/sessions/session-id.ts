import { known, parts } from '../../lib/redacted.ts';
import type { SessionEvent } from './book.ts';

/** The UUID of the session that this line names; undefined where privacy took it. */
export function sessionIdOf(event: SessionEvent): string | undefined {
  return known(parts(event.fields.session)?.id);
}
