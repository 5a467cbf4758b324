import { saysAbsent } from './absent.js';

/** Last words of a company's or an institute's name. */
const ORGANISATION_ENDING =
  /(?:^|\s)(?:inc|llc|llp|ltd|limited|gmbh|ag|corp|corporation|company|labs?|laboratory|laboratories|foundation|university|institute|technologies|technology|systems|software|solutions|research|consulting|services|networks?|security|studios?|ventures|partners|holdings|pbc|plc|oyj?|b\.?v|s\.?a|s\.?r\.?l|pty|pte|ai|cloud|platforms?|industries|international|bank|media|robotics|analytics|enterprises?|association|consortium|alliance|society|college|agency|widgets|motors)\.?$/i;

/** Organisations that people name beside themselves without saying more. Only a help where a comma could mean both. */
const ORGANISATION_NAME =
  /^(?:google(?: cloud| deepmind)?|deepmind|microsoft(?: azure)?|github|amazon(?: web services)?|aws|anthropic|openai|ibm|red hat|meta|apple|nvidia|intel|oracle|sap|salesforce|cisco|ericsson|nokia|huawei|alibaba|tencent|bytedance|baidu|block|stripe|shopify|cloudflare|okta|auth0|hugging ?face|mozilla|vercel|netflix|uber|airbnb|atlassian|bloomberg|jetbrains|linkedin|twilio|datadog|elastic|mongodb|thomson reuters|siemens|bosch|samsung|sony|adobe|vmware|broadcom|dell|hpe?|independent|self)$/i;

/** Companies whose name is nobody's first name, before what they call a part of themselves: `Google Example Team`. */
const ORGANISATION_FIRST =
  /^(?:google|deepmind|microsoft|github|amazon|anthropic|openai|ibm|nvidia|salesforce|cisco|ericsson|nokia|huawei|alibaba|tencent|bytedance|stripe|shopify|cloudflare|mozilla|vercel|netflix|atlassian|bloomberg|jetbrains|linkedin|datadog)\s/i;

// "co" without its hyphen: two ways to read "co-co-co-…" would double the time with each.
const ROLE =
  /^(?:(?:lead|co|primary|original|former|current|corresponding|contributing|initial|principal|second|first|chief|software|product|engineering|technical|research|developer|core)[\s-]*)*(?:authors?|editors?|leads?|shepherds?|maintainers?|core maintainers?|lead maintainers?|contributors?|champions?|proposers?|reviewers?|facilitators?|originators?|drafters?|writers?|co-?authors?|proposals?|implementers?|sponsors?|founders?|co-?founders?|ceo|cto|cio|heads?|developers?|scientists?|researchers?|chairs?|coordinators?|advocates?|directors?|engineers?|architects?|professors?|managers?|(?:senior|staff)\s+\w+)\b/i;

/** What somebody does, and where, without anything behind it: `CTO at Initech`, `Senior Engineer`. */
const WHOLE_ROLE = new RegExp(
  `${ROLE.source.replace(/\\b$/, '')}(?:\\s+(?:engineers?|architects?|scientists?|managers?|developers?))?(?:\\s+(?:at|of|for|in)\\s.{1,80})?$`,
  'i',
);

/** `Lanterns WG lead`. */
const GROUP_ROLE =
  /(?:^|\s)(?:working group|interest group|WG|IG|SIG)\s+(?:co-?)?(?:leads?|chairs?|facilitators?|maintainers?|members?)$/i;

const GROUP =
  /(?:^|\s)(?:(?:working |interest |steering )?groups?|WG|IG|SIG|task ?force|committee|team|council|board|maintainers)$/i;

export function isOrganisation(text: string): boolean {
  return ORGANISATION_ENDING.test(text) || ORGANISATION_NAME.test(text) || ORGANISATION_FIRST.test(text);
}

/** `original proposal`, `Editor`: what somebody did, not where they work. */
export function isRole(text: string): boolean {
  return namesRole(text) || /^[a-z]/.test(text);
}

/** Only what begins with a word for a role; `isRole` also takes any phrase in small letters. */
export function namesRole(text: string): boolean {
  return ROLE.test(text);
}

/** A role and nothing else: "Lead Maintainer" and "CTO at Initech", not "Professor Ada Example". */
export function isWholeRole(text: string): boolean {
  return WHOLE_ROLE.test(text) || GROUP_ROLE.test(text);
}

/** What follows a name behind a comma and is part of it. */
export function isTitle(text: string): boolean {
  return /^(?:jr|sr|ii|iii|iv|ph\.?d|md|m\.?sc)\.?$/i.test(text);
}

export function isGroup(text: string): boolean {
  return GROUP.test(text);
}

/** `she/her`: how to speak of somebody. */
export function isPronouns(text: string): boolean {
  return /^(?:he|she|they|ze|xe|any|it)\s?\/\s?[a-z]{2,6}(?:\s?\/\s?[a-z]{2,6})?$/i.test(text);
}

/** GitHub's rule for logins (39 letters, digits and single hyphens), with the underscore of managed accounts. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9])){0,62}$/;

export function isLogin(word: string): boolean {
  return LOGIN.test(word);
}

/** A single word that is a login rather than a name: small letters only, with digits, or with capitals inside. */
export function looksLikeLogin(word: string): boolean {
  return isLogin(word) && (word === word.toLowerCase() || /\d/.test(word) || /[a-z][A-Z]/.test(word));
}

/** Words before somebody who was there and is no more. */
export function isPast(text: string): boolean {
  return /^(?:formerly|previously|was|ex)\b/i.test(text);
}

/** Words that say that somebody is not there yet: `@handle (to be confirmed)`. */
export function isUnconfirmed(text: string): boolean {
  if (/\bco-?sponsor/i.test(text)) return false;
  return (
    saysAbsent(text) ||
    /^(?:pending|invited|asked|requested|proposed|tentative(?:ly)?|candidate|potential(?:ly)?|possibl[ey]|perhaps|maybe|probably|hopefully|interested|approached|contacted|ping(?:ed|ing)?|waiting|will be|to (?:be )?confirm(?:ed)?|under discussion|in (?:talks|discussion)|considering|suggested|unconfirmed|tbc|hoping)\b/i.test(
      text,
    ) ||
    /\b(?:pending|awaiting|to be confirmed|not (?:yet )?confirmed|unconfirmed)\b/i.test(text)
  );
}
