/** Where things lie on the record branch. */

/** A segment is closed when it is this long, so that GitHub still gives its text whole (it cuts at 512,000 bytes). */
export const SEGMENT_BYTES = 256_000;

/** The folder of a subject's ledger; subjects are pull requests and issues by number, never SEP numbers. */
export const ledgerFolder = (number: number): string => `ledgers/${number}`;

/** The name of a ledger's segment, from 1: `0001.jsonl`. */
export const segmentName = (index: number): string => `${String(index).padStart(4, '0')}.jsonl`;

/** Logins as they were at first sight, with the ids of their accounts. */
export const PEOPLE_FILE = 'people.json';

/** Who is away until when. */
export const AWAY_FILE = 'away.json';

/** What channels of other services were told, or are being told. */
export const TOLD_FILE = 'told.json';

/** The rules that lines name by hash, so that a reader years later needs nothing but this branch. */
export const rulesFile = (sha256: string): string => `rules/${sha256}.json`;

/** What the dashboard needs of a subject, written together with its ledger. */
export const indexFile = (number: number): string => `index/${number}.json`;

/** The same of an issue in which somebody is nominated. In a folder of its own: what groups have shown does not hang on it. */
export const nominationFile = (number: number): string => `nominations/${number}.json`;
