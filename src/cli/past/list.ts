import { z } from 'zod';
import { decode } from '../../proposal/source.js';
import { readNamedFile } from '../disk.js';

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

const listSchema = z.object({ pullRequests: z.array(listed) });

/** A list of pull requests, by number; or why it cannot be read: one sentence with the next step. */
export type ListResult = { ok: true; pulls: Map<number, Listed> } | { ok: false; problem: string };

/**
 * Reads a file with the labels, people and dates of pull requests.
 * @param path absolute
 * @param shown the file as the person wrote it
 */
export async function readList(path: string, shown: string): Promise<ListResult> {
  const file = await readNamedFile(path);
  if (!file.ok) return { ok: false, problem: `"${shown}" ${file.refusal.message}. ${file.refusal.help}` };
  const { text, problem } = decode(file.bytes);
  const value = problem === null ? parsed(text) : undefined;
  if (value === undefined) return { ok: false, problem: `"${shown}" is no JSON. See: convenor help import` };
  const read = listSchema.safeParse(value);
  if (!read.success) {
    const [first] = read.error.issues;
    const where = first?.path.join('.') ?? '';
    return {
      ok: false,
      problem: `"${shown}" is no list of pull requests: ${where === '' ? '' : `${where}: `}${first?.message ?? ''}`,
    };
  }
  const pulls = new Map<number, Listed>();
  for (const one of read.data.pullRequests) {
    if (pulls.has(one.number)) return { ok: false, problem: `"${shown}" names #${one.number} twice.` };
    pulls.set(one.number, one);
  }
  return { ok: true, pulls };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
