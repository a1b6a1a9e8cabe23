import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Valmista, kiitos',
  successText: 'Siinä oli kaikki. Voitte nyt palata.',
  reviewTitle: 'Kiitos, saimme kaiken',
  reviewText: 'Joku katsoo tiedot läpi. {requester} kertoo teille tuloksen; teidän ei tarvitse odottaa tässä.',
  successReturn: 'Palaa: {requester}',
  successReturning: 'Palataan: {requester}',
  successClose: 'Sulje',
  successMayClose: 'Voitte nyt sulkea tämän sivun.',
  failedTitle: 'Vahvistusta ei voitu viedä loppuun',
  failedText: 'Tämä oli esteenä:',
  failedTextPlain: '{requester} voi kertoa, mitä tehdä nyt.',
  failedNext: 'Jos tarvitsette apua, teitä auttaa {requester}.',
  restart: 'Aloita alusta',
  expiredTitle: 'Tämä vahvistus on vanhentunut',
  expiredText:
    'Turvallisuutenne vuoksi se on auki rajoitetun ajan. Palatkaa lähtöpaikkaan ({requester}) ja aloittakaa uudelleen.',
  expiredTextPlain:
    'Turvallisuutenne vuoksi se on auki rajoitetun ajan. Palatkaa sinne, mistä tulitte, ja aloittakaa uudelleen.',
} satisfies Translated<typeof en>;
