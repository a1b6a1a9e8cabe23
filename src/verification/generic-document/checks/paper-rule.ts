/** A row of the table of checks on papers; the outcomes are those of identity documents. */
import type {CheckRule} from '../../document/checks/check-rule.ts';
import type {PaperReading} from '../reading.ts';

export type PaperRule = CheckRule<PaperReading>;
