import type { Person } from '../types.js';
import { isGroup, isOrganisation, isWholeRole } from './person-words.js';

/** Words that stand in remarks about a search or a state, and in nobody's name. */
const REMARK =
  /(?<![\p{L}\p{N}-])(?:welcome|wanted|need(?:s|ed)?|progress|review|discuss(?:ion|ing|ed)?|found|any(?:one|body)?|some(?:one|body)|none|nobody|please|current(?:ly)?|volunteers?|tb[adc]|todo|seek(?:s|ing)?|search(?:ing)?|looking|wait(?:ing)?|await(?:s|ing)?|pending|discord|slack|interested|requir(?:es|ed)|request(?:ed|ing|s)?|confirm(?:ed|ation)?|approved|unknown|yet|maybe|perhaps|possibly|tentative(?:ly)?|help|(?:co-?)?sponsor(?:s|ed|ing|ship)?|unsponsored|formerly|previously|yourself|self|myself|here|various|multiple|several|ping|cc)(?![\p{L}\p{N}-])/iu;
/** Words that only a name in small letters could share: a sentence is made of them, and no name. */
const SENTENCE =
  /(?:^|\s)(?:a|an|and|are|as|ask|at|be|by|ex|for|from|now|was|has|have|i|if|in|is|no|not|of|on|or|our|see|that|the|this|to|under|until|via|we|when|who|will|with|your)(?=[\s:]|$)/;
/** Words for several people or for none in particular, which an author may still be called by: `Community Proposal`. */
const NOBODY_IN_PARTICULAR =
  /(?<![\p{L}\p{N}-])(?:maintainers?|groups?|teams?|community|proposals?|core|committee|council|board|project|contributors?|authors?|members?|developers|organi[sz]ation|company|steering|working|wg|ig|sig|mcp|everyone)(?![\p{L}\p{N}-])/iu;

const PARTICLE = /^(?:van|von|de|der|den|da|das|del|della|di|du|do|dos|el|al|bin|ibn|la|le|ter|ten|zu|y|e|af|av|st)$/;

/** `In progress`, `waiting for`: what somebody says about a person or the lack of one. */
export function readsLikeRemark(text: string): boolean {
  return REMARK.test(text) || SENTENCE.test(text);
}

/** Whether words can be somebody's full name: capitals (where the script has them), and nothing that says otherwise. */
export function isFullName(text: string): boolean {
  const words = text.split(/\s+/);
  const capitals = words.filter((word) => /^["'“(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) && !/\d/.test(word));
  if (words.length !== capitals.length + words.filter((word) => PARTICLE.test(word)).length) return false;
  const enough = capitals.length > 1 || /^\p{Lo}{2,}$/u.test(text);
  return enough && readsLikeName(text);
}

/** Whether nothing in the words says that they are a remark, a company, a group, or what somebody does. */
export function readsLikeName(text: string): boolean {
  const other = isOrganisation(text) || isGroup(text) || isWholeRole(text);
  return !other && !readsLikeRemark(text) && !NOBODY_IN_PARTICULAR.test(text);
}

/** Whether a login or a mail address is made of a name: `ada-x`, `aexample` and `adalove` of `Ada Example`. */
export function resembles({ github, email }: Person, name: string): boolean {
  const words = name.split(/[\s.-]+/).map(folded);
  return [github, email?.split('@')[0]].some((written) => {
    const account = folded(written ?? '');
    return (
      account !== '' &&
      words.some(
        (word) =>
          (word.length > 2 && account.includes(word)) ||
          (word.length > 1 && (account.startsWith(word) || (account.length > 1 && word.startsWith(account)))) ||
          (word.length > 2 && account.startsWith(word.slice(0, 3))),
      )
    );
  });
}

/** Whether a login is made of both a given and a family name: `adoe` and `alicedoe` of `Alice` and `Doe`. */
export function resemblesBoth({ github }: Person, given: string, family: string): boolean {
  const account = folded(github ?? '');
  const [first, last] = [folded(given), folded(family)];
  if (first === '' || last.length < 2 || !account.includes(last)) return false;
  const rest = account.replace(last, '');
  return rest !== '' && (first.startsWith(rest) || rest.startsWith(first));
}

/** Whether an address belongs to a company: `ada@acme.example` to `Acme`. */
export function worksAt({ email }: Person, company: string): boolean {
  const labels = email?.split('@')[1]?.toLowerCase().split('.').slice(0, -1) ?? [];
  return labels.some((label) => folded(label) === folded(company));
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
