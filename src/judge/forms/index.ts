import type { Decision } from '../state.js';
import { consensus } from './consensus.js';
import { core } from './core.js';
import { escalation } from './escalation.js';
import type { Form } from './form.js';
import { coreVeto, leadVeto } from './vetoes.js';
import { vetoWindow } from './veto-window.js';
import { vote } from './vote.js';

export { end, toCore, type Ending } from './form.js';
export { decisionInForce } from './vetoes.js';

/** Every form of decision. A new one is a line here and a file of its own. */
const FORMS: Record<Decision['form'], Form> = {
  consensus,
  vote,
  'veto-window': vetoWindow,
  core,
  'core-veto': coreVeto,
  'lead-veto': leadVeto,
  escalation,
};

/** How decisions of a form open, end and read. */
export const formOf = ({ form }: Pick<Decision, 'form'>): Form => FORMS[form];
