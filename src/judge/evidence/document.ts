import type { Facts } from '../../facts/facts.js';
import { review } from '../review.js';
import { missing, there, unread, type Sight } from './sight.js';

/** A document in which an editor finds no error, looked at as one in review: what is decided is spoken of more gently. */
export function documentInOrder(facts: Facts): Sight {
  const gone = unread(facts.document);
  if (gone) return gone;
  const errors = review(facts, { status: 'in-review', takenOver: null }).filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return there('The document has no errors.');
  const lines = [...new Set(errors.map(({ line }) => line))].slice(0, 5).join(', ');
  const count = `${errors.length} ${errors.length === 1 ? 'thing' : 'things'} to be mended`;
  return missing(`The document has ${count} (line ${lines}).`);
}
