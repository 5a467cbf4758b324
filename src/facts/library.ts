import type { RawBlob } from '../github/queries/fragments.js';
import { wholeText } from '../github/read.js';
import { proposalFile, readProposal, relationsOf } from '../proposal/index.js';
import type { Library } from './facts.js';

/** Nothing merged, and no template. */
export const EMPTY_LIBRARY: Library = { texts: new Map(), relations: new Map(), template: null };

/**
 * The merged proposals, as the folder of the default branch has them. A file that is no text, or too long to be had
 * whole, is there and says nothing.
 * @param folder of the proposals, by the rules
 * @param template the file that authors begin from; null where there is none
 */
export function libraryOf(
  tree: RawBlob | null | undefined,
  template: RawBlob | null | undefined,
  folder: string,
): Library {
  const texts = new Map((tree?.entries ?? []).map(({ name, object }) => [`${folder}/${name}`, wholeText(object)]));
  const relations = new Map(
    [...texts].flatMap(([path, text]) => {
      const number = proposalFile(path, { folder })?.number ?? null;
      return number === null || text === null ? [] : [[number, relationsOf(readProposal(text, { path }))] as const];
    }),
  );
  return { texts, relations, template: wholeText(template) };
}
