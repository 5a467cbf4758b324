import type { Facts } from '../../facts/facts.js';
import { exempt, missing, there, unread, type Sight } from './sight.js';
import { implementationNow, shownLink, whyNot } from './shown.js';

/**
 * A link to code that shows how the proposal works, in the section for it or in the preamble. By the guidelines
 * ("Prototype Requirements") a branch or fork of an SDK, a proof of concept, tests, a server or client will do; pseudocode
 * and a design document will not. Whether it shows enough is for people to judge.
 */
export function prototype(facts: Facts): Sight {
  const otherwise = unread(facts.document) ?? exempt(facts.document, facts.governing.rules.rules.acceptance.tracks);
  if (otherwise) return otherwise;
  const { links, sections } = implementationNow(facts);
  const code = links.filter(({ leadsTo }) => leadsTo === 'code');
  const [first] = code;
  if (first) {
    const more = code.length > 1 ? `, and ${code.length - 1} more` : '';
    return there(`${shownLink(first)}${more}.`);
  }
  const where = sections.length > 0 ? '' : ' There is no section for it either.';
  return missing(`The document links to no code that shows how it works.${whyNot(links)}${where}`);
}
