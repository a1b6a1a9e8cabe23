/** Verifications and documents of any kind, each in the shape of its own. */
import type {DocumentVerificationResource, GenericDocumentResource} from '../../protocol/generic-document-resources.ts';
import type {GovernmentIdDocumentResource} from '../../protocol/document.ts';
import type {
  DatabaseVerificationResource,
  EmailAddressVerificationResource,
  GovernmentIdVerificationResource,
  PhoneNumberVerificationResource,
  SelfieVerificationResource,
} from '../../protocol/verification.ts';
import type {Row} from '../schema.ts';
import {presentDatabaseVerification} from './database.ts';
import {presentEmailAddressVerification, presentPhoneNumberVerification} from './contact.ts';
import {presentDocumentVerification, presentGenericDocument} from './generic-document.ts';
import {presentGovernmentIdDocument, presentGovernmentIdVerification} from './government-id.ts';
import type {FileUrl, GovernmentIdRelated} from './government-id.ts';
import {presentSelfieVerification} from './selfie.ts';

export function presentVerification(
  row: Row<'verification'>,
  related?: GovernmentIdRelated,
  fileUrl?: FileUrl,
):
  | GovernmentIdVerificationResource
  | DocumentVerificationResource
  | SelfieVerificationResource
  | DatabaseVerificationResource
  | PhoneNumberVerificationResource
  | EmailAddressVerificationResource {
  switch (row.kind) {
    case 'government-id':
      return presentGovernmentIdVerification(row, related, fileUrl);
    case 'document':
      return presentDocumentVerification(row, related, fileUrl);
    case 'database':
      return presentDatabaseVerification(row, related);
    case 'selfie':
      return presentSelfieVerification(row, related, fileUrl);
    case 'phone-number':
      return presentPhoneNumberVerification(row, related);
    case 'email-address':
      return presentEmailAddressVerification(row, related);
  }
}

export function presentDocument(
  row: Row<'document'>,
  fileUrl?: FileUrl,
  related?: GovernmentIdRelated,
): GovernmentIdDocumentResource | GenericDocumentResource {
  switch (row.kind) {
    case 'government-id':
      return presentGovernmentIdDocument(row, fileUrl, related);
    case 'generic':
      return presentGenericDocument(row, fileUrl, related);
  }
}
