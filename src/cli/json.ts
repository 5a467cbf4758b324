import { isNode, parseDocument } from 'yaml';
import { firstFault } from './json-fault.js';

/** A place in a text, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A value with where each part of it stands; or the first place at which the text is no JSON, and what is wrong there. */
export type JsonResult =
  | { ok: true; value: unknown; placeOf: (path: readonly PropertyKey[]) => Place }
  | ({ ok: false; message: string } & Place);

/** Reads JSON, strictly, so that people find the place of a mistake. A byte order mark in front is let pass. */
export function readJson(source: string): JsonResult {
  const text = source.replace(/^\uFEFF/, '');
  const fault = firstFault(text);
  if (fault) return { ok: false, message: fault.message, ...placeAt(text, fault.offset) };
  // What is JSON is YAML, too, whose reader knows where each part stands, and that a key is there twice.
  const document = parseDocument(text, { schema: 'json', uniqueKeys: true });
  const [error] = document.errors;
  if (error) return { ok: false, message: 'this key is there twice.', ...placeAt(text, error.pos[0]) };
  return {
    ok: true,
    value: JSON.parse(text) as unknown,
    // What is missing stands where it should be: in what holds it.
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return placeAt(text, node.range[0]);
      }
      return { line: 1, column: 1 };
    },
  };
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
