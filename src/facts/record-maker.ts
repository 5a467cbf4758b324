import type { RawMaker } from '../github/queries/fragments.js';

/** The address that GitHub gives an app as an author: the id of its account, its name, and a domain of the host's own. */
const APP = /^\d+\+(.+\[bot\])@users\.noreply\.[^@]+$/;

/**
 * Why a commit of the record is not the app's own; null where it is. The app adds to no other head, so one that is its own
 * holds nothing in all its history that anybody else committed: whatever a stranger writes, however well it follows, is
 * noticed for as long as it stands.
 * @param viewer login of who asks: the app itself, as `convenor[bot]`. A person, who only reads, takes any app's word.
 */
export function notOurs({ oid, author, signature }: RawMaker, viewer: string): string | null {
  const app = APP.exec(author?.email ?? '')?.[1];
  const what = `The last commit of the record, ${oid.slice(0, 12)},`;
  const isOurs = viewer.endsWith('[bot]') ? app === viewer : app !== undefined;
  if (!isOurs) return `${what} is by ${author?.name ?? 'nobody known'}, and not by this app.`;
  // Anybody can write any name over a commit; only GitHub signs as GitHub, and only for whom it knows.
  if (signature?.isValid !== true || !signature.wasSignedByGitHub)
    return `${what} is not signed by GitHub for this app.`;
  return null;
}
