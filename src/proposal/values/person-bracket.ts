import { hasIdentity, nameFrom, type Draft, type PieceOfPeople } from './person-draft.js';
import { resembles } from './person-name.js';
import { splitOutside } from './person-text.js';
import { isLogin, isOrganisation, isPronouns, isRole, isUnconfirmed, looksLikeLogin } from './person-words.js';

/** What stands in brackets: logins, addresses, an affiliation, a role; several of them by comma. */
export function readBracket(
  text: string,
  draft: Draft,
  result: PieceOfPeople,
  identity: (part: 'github' | 'email', value: string) => void,
): void {
  if (!draft.afterDash && !hasIdentity(draft)) nameFrom(draft);
  for (const part of splitOutside(text, /[,;|]|\s\/\s/)) {
    const inner = part.text.replace(/^(?:github(?: id| handle| username)?|gh|e-?mail|mail)(?:\s*:\s*|\s+(?=@))/i, '');
    const labelled = inner !== part.text;
    const email = /^<?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?$/.exec(inner)?.[1];
    const login = /^@\s?([A-Za-z0-9][A-Za-z0-9_-]*)$/.exec(inner)?.[1];
    if (email !== undefined) identity('email', email);
    else if (login !== undefined) identity('github', login);
    else if (labelled && isLogin(inner)) identity('github', inner);
    else if (/^\^?[\d./-]{1,10}$/.test(inner) || CONFIRMED.test(inner) || ELSEWHERE.test(inner)) continue;
    else if (NAMED.test(inner)) namedInside(inner, draft, identity);
    else if (isPronouns(inner)) continue;
    else if (/^[A-Za-z ]{2,20}:/.test(inner)) result.remarks.push(inner);
    else if (isRole(inner) && !looksLikeLogin(inner)) {
      result.remarks.push(inner);
      draft.person.role ??= inner;
    } else if (
      /^(?:editor|author|lead|maintainer|contributor|shepherd|champion|reviewer|sponsor|facilitator)s?$/i.test(inner)
    ) {
      draft.person.role ??= inner;
    } else if (looksLikeLogin(inner) && draft.person.github === undefined && !isOrganisation(inner)) {
      result.remarks.push(inner);
      identity('github', inner);
      result.liberties.push(`"${inner}" was taken for a GitHub login`);
    } else {
      result.remarks.push(inner);
      insideBracket(inner, draft, result);
    }
  }
}

/** `@ada (Ada Example)` gives the name, `Ada Example (Initech)` and `@ada (Initech)` the affiliation. */
function insideBracket(text: string, draft: Draft, result: PieceOfPeople): void {
  const { person } = draft;
  if (isUnconfirmed(text)) return;
  if (person.name !== undefined || !hasIdentity(draft) || isOrganisation(text)) {
    person.affiliation ??= text;
  } else if (/\s/.test(text) || resembles(person, text)) person.name = text;
  else {
    person.affiliation ??= text;
    result.liberties.push(`"${text}" was taken for an affiliation`);
  }
}

/** `Ada Example @ada`, as it may stand in brackets behind a company. */
const NAMED = /^([^@]{2,80}?)\s+@([A-Za-z0-9][A-Za-z0-9_-]{0,62})$/;
/** An account of another service. */
const ELSEWHERE = /^(?:twitter|x|mastodon|bluesky|linkedin|discord|slack|gitlab)\s*:/i;
/** A sponsor's or author's agreement, which is what naming them says already. */
const CONFIRMED = /^(?:confirmed|agreed|accepted|approved|ok|yes)$/i;

/** Of a name outside and one inside of the brackets, the one of several words is the person's. */
function namedInside(inner: string, draft: Draft, identity: (part: 'github', value: string) => void): void {
  const [, words = '', login = ''] = NAMED.exec(inner) ?? [];
  const outside = draft.person.name;
  if (outside === undefined || (/\s/.test(words) && (!/\s/.test(outside) || isOrganisation(outside)))) {
    draft.person.name = words;
    if (outside !== undefined) draft.person.affiliation ??= outside;
  } else draft.person.affiliation ??= words;
  identity('github', login);
}
