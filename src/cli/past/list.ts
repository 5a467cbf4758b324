import { z } from 'zod';
import { decode } from '../../proposal/source.js';
import { readNamedFile } from '../disk.js';
import { readJson, type Place } from '../json.js';

const login = z.string().min(1);
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'This is no instant.');

/** A pull request with what GitHub says around it. Further keys are left alone: lists are made by many programs. */
const listed = z.object({
  number: z.int().positive(),
  title: z.string(),
  author: login.nullable(),
  assignee: login.nullable().default(null),
  createdAt: instant,
  updatedAt: instant,
  mergedAt: instant.nullable().default(null),
  closedAt: instant.nullable().default(null),
  labels: z.array(z.string()),
  reviews: z.int().min(0).default(0),
});
/** See {@link listed}. */
export type Listed = z.infer<typeof listed>;

const listSchema = z.object({ asOf: instant.nullable().default(null), pullRequests: z.array(listed) });

/**
 * A list of pull requests, by number, and when GitHub was asked for it, null where it does not say; or why it cannot be
 * read: one sentence with the next step.
 */
export type ListResult = { ok: true; asOf: string | null; pulls: Map<number, Listed> } | { ok: false; problem: string };

/**
 * Reads a file with the labels, people and dates of pull requests.
 * @param path absolute
 * @param shown the file as the person wrote it
 */
export async function readList(path: string, shown: string): Promise<ListResult> {
  const file = await readNamedFile(path);
  if (!file.ok) return { ok: false, problem: `"${shown}" ${file.refusal.message}. ${file.refusal.help}` };
  const { text, problem } = decode(file.bytes);
  if (problem !== null)
    return { ok: false, problem: `"${shown}" is no JSON: it is no text of at most 1 MiB in UTF-8.` };
  const json = readJson(text);
  const at = ({ line, column }: Place): string => `line ${line}, column ${column}`;
  if (!json.ok) return { ok: false, problem: `"${shown}" is no JSON: ${at(json)}: ${json.message}` };
  const no = (path: readonly PropertyKey[], message: string): ListResult => {
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    return {
      ok: false,
      problem: `"${shown}" is no list of pull requests: ${at(json.placeOf(path))}: ${where}${message}`,
    };
  };
  const read = listSchema.safeParse(json.value);
  if (!read.success) {
    const [first] = read.error.issues;
    return no(first?.path ?? [], first?.message ?? '');
  }
  const pulls = new Map<number, Listed>();
  for (const [index, one] of read.data.pullRequests.entries()) {
    if (pulls.has(one.number)) return no(['pullRequests', index, 'number'], `#${one.number} is there twice.`);
    pulls.set(one.number, one);
  }
  return { ok: true, asOf: read.data.asOf, pulls };
}
