import type { Decision } from '../state.js';
import { consensus } from './consensus.js';
import { core } from './core.js';
import type { Form } from './form.js';
import { vetoWindow } from './veto-window.js';

export { end, type Ending } from './form.js';

/** Every form of decision. A new one is a line here and a file of its own. */
const FORMS: Record<Decision['form'], Form> = { consensus, 'veto-window': vetoWindow, core };

/** How decisions of a form open, end and read. */
export const formOf = ({ form }: Pick<Decision, 'form'>): Form => FORMS[form];
