import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Jatkakaa puhelimella',
  titleElsewhere: 'Jatkakaa toisella laitteella',
  text: 'Suunnatkaa puhelimen kamera tähän koodiin. Kaikki tähän asti tekemänne on tallessa.',
  textElsewhere:
    'Avatkaa tämä linkki toisessa selaimessa tai toisella laitteella. Kaikki tähän asti tekemänne on tallessa.',
  codeAlt: 'QR-koodi, joka avaa tämän vahvistuksen puhelimessanne',
  preparing: 'Koodia luodaan',
  link: 'Tai avatkaa siellä tämä linkki',
  copy: 'Kopioi linkki',
  copied: 'Kopioitu',
  expires: 'Linkki toimii kerran, tunnin ajan.',
  another: 'Luo uusi koodi',
  here: 'Jatka sittenkin tässä',
  byEmail: 'Sähköpostiosoitteenne',
  bySms: 'Matkapuhelinnumeronne maatunnuksineen',
  send: 'Lähetä linkki',
  sent: 'Linkki on matkalla.',
  sendWrong: 'Emme voi lähettää sitä sinne. Tarkistakaa, mitä kirjoititte.',
  joinedTitle: 'Puhelimenne on yhdistetty',
  joinedText: 'Jatkakaa siellä. Tämä sivu seuraa itsestään, eikä mitään katoa, jos suljette sen.',
  joinedAt: 'Yhdistetty: {time}',
  refuse: 'Se en ollut minä',
  refused: 'Se laite ei voi enää tehdä mitään. Tässä on uusi koodi.',
  inAppTitle: 'Avatkaa tämä selaimessa',
  inAppText:
    'Sovellus, jossa olette, ei anna sivujen käyttää kameraa. Kopioikaa linkki ja avatkaa se selaimessa, tai lähettäkää valmis kuva.',
  inAppOpen: 'Avaa selaimessa',
} satisfies Translated<typeof en>;
