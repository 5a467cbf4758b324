import type { Facts } from '../../facts/facts.js';
import type { Verdict } from '../../judge/verdict.js';
import { plain, within } from '../escape.js';
import { remark } from '../remark.js';
import { words } from '../../templates/index.js';

/** Findings of one weight that an answer lists; the check has them all. */
const MOST = 15;
/** Characters of one sentence. */
const SENTENCE = 400;

const TITLES = { error: 'To be mended', warning: 'Worth a look', info: 'For your information' } as const;

/** What the check of the document says, line by line. */
export function documentAnswer({ document, governing, pull }: Facts, { findings }: Verdict): string {
  const groups = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.slice(0, MOST).map(({ line, message, help, code }) => ({
      line,
      message: within(remark(message), SENTENCE),
      help: help === undefined ? null : within(remark(help), SENTENCE),
      code,
    }));
    return all.length === 0 ? [] : [{ title: TITLES[severity], findings: shown, more: all.length - shown.length }];
  });
  const said = {
    path: plain(document.path),
    isGone: document.isGone,
    commit: pull.head.slice(0, 7),
    check: governing.rules.checks.proposal,
    groups,
  };
  return words('answer-document', said, governing.templates);
}
