import type { LineOf } from '../../ledger/lines.js';

/** What a form of decision is called. */
export const FORM_NAMES: Readonly<Record<LineOf<'opens'>['form'], string>> = {
  consensus: 'lazy consensus',
  'veto-window': 'window for objections',
  core: 'decision of the core',
  vote: 'vote',
  'core-veto': 'veto of the core',
  'lead-veto': 'veto of a Lead Maintainer',
  escalation: 'escalation',
};
