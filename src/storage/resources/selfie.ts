import type {SelfieVerificationResource} from '../../protocol/verification.ts';
import type {SelfiePose} from '../../protocol/selfie.ts';
import type {Row} from '../schema.ts';
import {kebabDeep, toTransaction} from './government-id.ts';
import type {FileUrl, GovernmentIdRelated} from './government-id.ts';
import {epochSeconds, isoTime} from './time.ts';

/** What `row.result` of a selfie holds: how it was taken, and its pictures. No measurement of the face itself. */
export interface SelfieAttributes {
  'capture-method'?: string;
  frames?: readonly SelfieFrame[];
}

export interface SelfieFrame {
  pose: SelfiePose;
  evidenceId: string;
  /** The picture of this pose that people look at, re-encoded by us. */
  displayFileId?: string;
}

export function selfieAttributes(row: Pick<Row<'verification'>, 'result'>): SelfieAttributes {
  return row.result;
}

/** A verification of a selfie as the API and its events show it; without `fileUrl` (in events) pictures have no address. */
export function presentSelfieVerification(
  row: Row<'verification'>,
  related: GovernmentIdRelated = {},
  fileUrl?: FileUrl,
): SelfieVerificationResource {
  const {frames = [], 'capture-method': captureMethod = null} = selfieAttributes(row);
  const photos = frames.flatMap(({pose, displayFileId}) => {
    const size = displayFileId === undefined ? undefined : related.sizes?.get(displayFileId);
    if (displayFileId === undefined || size === undefined || !fileUrl) return [];
    return [{page: pose, url: fileUrl(displayFileId, `${pose}.jpg`), filename: `${pose}.jpg`, 'byte-size': size}];
  });
  const urlOf = (pose: SelfiePose) => photos.find(({page}) => page === pose)?.url ?? null;
  const comparison = row.checks.find(({name}) => name === 'selfie_id_comparison')?.metadata.value ?? null;
  return {
    type: 'verification/selfie',
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'created-at-ts': epochSeconds(row.created_at),
      'submitted-at': isoTime(row.submitted_at),
      'submitted-at-ts': epochSeconds(row.submitted_at),
      'completed-at': isoTime(row.completed_at),
      'completed-at-ts': epochSeconds(row.completed_at),
      'redacted-at': isoTime(row.redacted_at),
      'country-code': null,
      tags: [],
      checks: row.checks.map((check) => ({...check, metadata: kebabDeep(check.metadata)})),
      'capture-method': captureMethod,
      'center-photo-url': urlOf('center'),
      'left-photo-url': urlOf('left'),
      'right-photo-url': urlOf('right'),
      'photo-urls': photos,
      'document-similarity-score': comparison,
      'video-url': null,
    },
    relationships: {
      inquiry: {data: row.inquiry_id === null ? null : {type: 'inquiry', id: row.inquiry_id}},
      template: {data: null},
      'inquiry-template': {data: related.templateId ? {type: 'inquiry-template', id: related.templateId} : null},
      'inquiry-template-version': {
        data: row.template_version_id ? {type: 'inquiry-template-version', id: row.template_version_id} : null,
      },
      transaction: toTransaction(row),
      accounts: {data: row.account_id === null ? [] : [{type: 'account', id: row.account_id}]},
    },
  };
}
