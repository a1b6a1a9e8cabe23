/** The kinds of documents as the person sees them: a drawing and what of it is photographed. */
import type {TemplateResult} from 'lit';
import type {DocumentType} from '../../../protocol/government-id.ts';
import {
  cardBackDrawing,
  cardFrontDrawing,
  licenceDrawing,
  passportDrawing,
  visaDrawing,
} from '../../../ui/illustrations.ts';
import {t} from '../../words.ts';

const drawings: Record<DocumentType, () => TemplateResult> = {
  pp: passportDrawing,
  dl: licenceDrawing,
  id: cardFrontDrawing,
  pr: cardFrontDrawing,
  visa: visaDrawing,
  other: cardBackDrawing,
};

export interface Kind {
  value: DocumentType;
  title: string;
  detail: string;
  drawing: TemplateResult;
}

export function kindOf(type: DocumentType): Kind {
  return {
    value: type,
    title: t(`document.type_${type}`),
    detail: t(`document.type_${type}_detail`),
    drawing: drawings[type](),
  };
}
