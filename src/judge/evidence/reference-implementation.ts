import type { Facts } from '../../facts/facts.js';
import { exempt, missing, there, unread, type Sight } from './sight.js';
import { implementationNow, shownLink, whyNot } from './shown.js';

/**
 * A section for the reference implementation that links to it and promises nothing any more (SEP guidelines, "Reference
 * Implementation": completed before final).
 */
export function referenceImplementation(facts: Facts): Sight {
  const otherwise = unread(facts.document) ?? exempt(facts.document, facts.governing.rules.rules.acceptance.tracks);
  if (otherwise) return otherwise;
  const { links, sections, promise } = implementationNow(facts);
  const [section] = sections;
  if (!section) return missing('There is no section "Reference Implementation".');
  const own = links.filter((link) => link.section !== null);
  const [code] = own.filter(({ leadsTo }) => leadsTo === 'code');
  if (promise) return missing(`Its section only promises something on line ${promise.line}: "${promise.words}".`);
  return code
    ? there(`${shownLink(code)}.`)
    : missing(`Its section (line ${section.line}) links to no code.${whyNot(own)}`);
}
