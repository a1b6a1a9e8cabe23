import type en from '../en/waiting.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  processingTitle: 'Asiakirjaa tarkistetaan',
  processingSelfie: 'Selfietä tarkistetaan',
  processingDetails: 'Tietoja tarkistetaan',
  processingPhone: 'Numeroa tarkistetaan',
  processingEmail: 'Osoitetta tarkistetaan',
  processingText: 'Tämä kestää yleensä muutaman sekunnin. Teidän ei tarvitse tehdä mitään.',
  processingSlow: 'Tämä kestää tavallista kauemmin. Voitte jäädä tai poistua: tarkistus jatkuu ilman teitä.',
  word_received: 'Kuvat saatu',
  word_found_document: 'Asiakirja löytyi',
  word_reading_text: 'Luetaan tekstiä',
  word_reading_barcode: 'Luetaan viivakoodia',
  word_checking_dates: 'Tarkistetaan päiväyksiä',
  word_finding_face: 'Etsitään kasvojanne',
  word_checking_liveness: 'Tarkistetaan, että olette paikalla',
  word_comparing_faces: 'Verrataan asiakirjaan',
  word_searching_records: 'Haetaan tietojanne rekisteristä',
  word_deciding: 'Kootaan tulosta',
  stateDone: 'valmis',
  stateNow: 'käynnissä',
  stateNext: 'tulossa',
} satisfies Translated<typeof en>;
