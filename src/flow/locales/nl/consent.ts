import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Beelden van uw gezicht. Het wordt gemeten: daaruit ontstaan getallen die het van andere onderscheiden.',
  phone: 'Uw telefoonnummer en de code die u daar krijgt.',
  email: 'Uw e-mailadres en de code die u daar krijgt.',
  answers: 'Wat u op de volgende pagina’s invult of toevoegt.',
  records: 'Wat de registers die wij raadplegen over u zeggen.',
  whyFace: 'Om te controleren dat u het echt bent, nu.',
  whyGiven: 'Om te controleren dat wat u opgeeft klopt en van u is.',
  startText: '{requester} vraagt u enkele gegevens te bevestigen. Dit duurt ongeveer twee minuten.',
  startPrivate: 'Uw gegevens worden versleuteld verzonden en alleen voor deze controle gebruikt',
  papers: 'Een brief, rekening of ander papier en de gegevens die erop staan.',
} satisfies Translated<typeof en>;
