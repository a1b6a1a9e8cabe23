import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Koodinne: {requester}',
  codeMail:
    'Koodinne on {code}\n\nKirjoittakaa se sivulle, joka sitä pyysi ({requester}). Se on voimassa {minutes} minuuttia.\n\nÄlkää kertoko sitä kenellekään, ei edes puhelimessa. Jos ette pyytänyt koodia, teidän ei tarvitse tehdä mitään.',
  codeText: '{code} on koodinne ({requester}). Älkää kertoko sitä kenellekään.',
  linkSubject: 'Jatkakaa tällä laitteella: {requester}',
  linkMail:
    'Pyysitte saada jatkaa toisella laitteella. Avatkaa siellä tämä linkki:\n\n{link}\n\nSe toimii kerran, tunnin ajan. Jos ette pyytänyt sitä, älkää avatko linkkiä.',
  linkText: '{requester}: jatkakaa tästä: {link}',
} satisfies MessageWords;
