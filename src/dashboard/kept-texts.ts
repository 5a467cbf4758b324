import type { RepositoryRef } from '../facts/facts.js';
import { textOf } from '../facts/governing.js';
import type { GitHubClient } from '../github/clients.js';
import { BLOB, type RawBlob } from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import { blobName } from '../ledger/verify/blobs.js';
import { withKept } from './kept.js';
import { inFormat } from './mdx.js';
import type { Page } from './page.js';

/** Where pages stand already: Git's names of the files, by their paths in the dashboard's folder. */
export interface Standing {
  there: ReadonlyMap<string, string>;
  /** A name of an object of the repository, which tells what hash it names objects by. */
  like: string;
}

/** Pages as they are to stand there, in the format of the rules, each with what people have written on it by hand. */
export async function keptIn(
  client: GitHubClient,
  repository: RepositoryRef,
  made: readonly Page[],
  format: 'md' | 'mdx',
  { there, like }: Standing,
): Promise<Page[]> {
  const shaped = inFormat(made, format);
  const isPage = ({ path }: Page): boolean => path.endsWith(`.${format}`);
  const bare = shaped.map((page) => (isPage(page) ? { ...page, text: withKept(page.text, null, format) } : page));
  // Only where a page is not as we would make it without them, somebody may have written something.
  const asked = bare.filter((page) => {
    const oid = there.get(page.path);
    return isPage(page) && oid !== undefined && oid !== blobName(Buffer.from(page.text), like);
  });
  const texts = await textsOf(
    client,
    repository,
    asked.flatMap(({ path }) => there.get(path) ?? []),
  );
  return bare.map((page, index) => {
    const text = asked.includes(page) ? texts.get(there.get(page.path) ?? '') : undefined;
    return text === undefined ? page : { ...page, text: withKept(shaped[index]?.text ?? '', text, format) };
  });
}

/** How many texts are asked for in one request. */
const AT_ONCE = 50;

/** Texts of blobs, by their names. */
async function textsOf(
  client: GitHubClient,
  { owner, name }: RepositoryRef,
  oids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < oids.length; from += AT_ONCE) {
    const part = oids.slice(from, from + AT_ONCE);
    const asked = part.map((oid, index) => `b${index}: object(oid: "${oid}") { ...Content }`).join('\n');
    const text = `query Texts($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${asked} } } ${BLOB}`;
    const { repository } = await query<{ repository: Record<string, RawBlob | null> | null }>(client, text, {
      owner,
      name,
    });
    for (const [index, oid] of part.entries()) {
      const text = textOf(repository?.[`b${index}`] ?? null, oid);
      // Without it what people have written there would be lost.
      if (text === null) throw new Error(`A page of the dashboard could not be read (${oid}).`);
      found.set(oid, text);
    }
  }
  return found;
}
