/** What a verification that a backend leads asks: the defaults of its kind, or what a template's step of that kind says. */
import {CountersignError} from '../protocol/errors.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Reader} from '../storage/database.ts';
import {findTemplate, findTemplateVersion} from '../storage/template.ts';
import type {VerificationRow} from '../storage/verification.ts';

export interface AskedConfig {
  config: object;
  templateVersionId?: string;
}

type Kind = VerificationRow['kind'];

/** No camera was there, so nothing can be said of liveness; what says nothing must not be required where nobody asked for it. */
const defaults: Partial<Record<Kind, object>> = {selfie: {liveness: 'not_required'}};

const pointer = '/data/attributes/verification-template-id';

/** @throws CountersignError `not_found` for a template that is not there or has no such step */
export async function askedConfig(
  reader: Reader,
  envId: string,
  {kind, templateId}: {kind: Kind; templateId?: string | undefined},
): Promise<AskedConfig> {
  if (templateId === undefined) return {config: defaults[kind] ?? {}};
  const template = await findTemplate(reader, envId, templateId);
  const versionId = template?.published_version_id;
  const version = versionId ? await findTemplateVersion(reader, envId, versionId) : undefined;
  const config = version && configIn(version.graph, kind);
  if (!version || !config) {
    throw new CountersignError('not_found', {
      details: `Expected the id of an inquiry template that has a step for a ${kind}.`,
      pointer,
    });
  }
  return {config, templateVersionId: version.id};
}

function configIn({steps}: TemplateGraph, kind: Kind): object | undefined {
  const step = Object.values(steps).find((one) => one.kind === (stepKinds[kind] ?? kind));
  return step && 'config' in step ? step.config : undefined;
}

/** What templates call the step of a kind, where it is not the kind's own name. */
const stepKinds: Partial<Record<Kind, string>> = {
  'government-id': 'document',
  document: 'generic-document',
};
