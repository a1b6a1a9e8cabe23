import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ituloy sa telepono',
  titleElsewhere: 'Ituloy sa ibang device',
  text: 'Itutok ang camera ng telepono sa code na ito. Naka-save ang lahat ng nagawa na ninyo.',
  textElsewhere: 'Buksan ang link na ito sa ibang browser o device. Naka-save ang lahat ng nagawa na ninyo.',
  codeAlt: 'QR code na magbubukas ng pag-verify na ito sa telepono',
  preparing: 'Ginagawa ang code',
  link: 'O buksan doon ang link na ito',
  copy: 'Kopyahin ang link',
  copied: 'Nakopya na',
  expires: 'Isang beses gagana ang link, sa loob ng isang oras.',
  another: 'Gumawa ng bagong code',
  here: 'Dito na lang ituloy',
  byEmail: 'Ang inyong email address',
  bySms: 'Ang inyong mobile number, kasama ang country code',
  send: 'Ipadala ang link',
  sent: 'Paparating na ang link.',
  sendWrong: 'Hindi namin ito maipadala roon. Pakitingnan ang inilagay ninyo.',
  joinedTitle: 'Nakakonekta na ang telepono',
  joinedText: 'Doon magpatuloy. Kusang susunod ang pahinang ito, at walang mawawala kung isasara ninyo.',
  joinedAt: 'Nakakonekta nang {time}',
  refuse: 'Hindi ako iyon',
  refused: 'Wala nang magagawa ang device na iyon. Narito ang bagong code.',
  inAppTitle: 'Buksan ito sa inyong browser',
  inAppText:
    'Hindi pinapayagan ng app na ito ang mga pahina na gumamit ng camera. Kopyahin ang link at buksan sa browser, o mag-upload ng litrato.',
  inAppOpen: 'Buksan sa browser',
} satisfies Translated<typeof en>;
