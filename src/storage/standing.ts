/** An inquiry with the graph it walks and where it stands in it. */
import type {FlowState} from '../domain/flow.ts';
import {readStepState} from '../domain/flow.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Reader, Tx} from './database.ts';
import {findInquiry, lockInquiry} from './inquiry.ts';
import type {Row} from './schema.ts';
import {findTemplateVersion} from './template.ts';

export interface Standing {
  row: Row<'inquiry'>;
  graph: TemplateGraph;
  state: FlowState;
}

/** Held until the transaction ends, so that two devices' submits come one after the other. */
export async function lockStanding(tx: Tx, envId: string, inquiryId: string): Promise<Standing> {
  return standingOf(tx, await lockInquiry(tx, envId, inquiryId));
}

export async function readStanding(reader: Reader, envId: string, inquiryId: string): Promise<Standing> {
  return standingOf(reader, await findInquiry(reader, envId, inquiryId));
}

/** @throws CountersignError `not_found`, and `gone` once redacted */
async function standingOf(reader: Reader, row: Row<'inquiry'> | undefined): Promise<Standing> {
  if (!row) throw new CountersignError('not_found');
  if (row.redacted_at) throw new CountersignError('gone');
  const version = await findTemplateVersion(reader, row.env_id, row.template_version_id);
  if (!version) throw new Error(`The template version of ${row.id} is missing.`);
  return {row, graph: version.graph, state: flowState(row, version.graph)};
}

function flowState(row: Row<'inquiry'>, graph: TemplateGraph): FlowState {
  return {
    status: row.status,
    step: row.step,
    stepState: readStepState(graph, row.step, row.step_state),
    expiresAt: row.expires_at,
  };
}
