import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Nadaljujte v telefonu',
  titleElsewhere: 'Nadaljujte v drugi napravi',
  text: 'Kamero telefona usmerite v to kodo. Dosedanji koraki so shranjeni.',
  textElsewhere: 'Odprite to povezavo v drugem brskalniku ali drugi napravi. Dosedanji koraki so shranjeni.',
  codeAlt: 'Koda QR, ki odpre to preverjanje v telefonu',
  preparing: 'Koda se pripravlja',
  link: 'Ali pa tam odprite to povezavo',
  copy: 'Kopiraj povezavo',
  copied: 'Kopirano',
  expires: 'Povezava deluje enkrat, v eni uri.',
  another: 'Nova koda',
  here: 'Raje nadaljuj tukaj',
  byEmail: 'Vaš e-poštni naslov',
  bySms: 'Vaša mobilna številka s klicno kodo države',
  send: 'Pošlji povezavo',
  sent: 'Povezava je na poti.',
  sendWrong: 'Tja je ne moremo poslati. Preverite, kaj ste vnesli.',
  joinedTitle: 'Telefon je povezan',
  joinedText: 'Nadaljujte tam. Ta stran sledi sama in nič se ne izgubi, če jo zaprete.',
  joinedAt: 'Povezano ob {time}',
  refuse: 'To nisem jaz',
  refused: 'Tista naprava ne more storiti ničesar več. Tukaj je nova koda.',
  inAppTitle: 'Odprite to v brskalniku',
  inAppText:
    'Aplikacija, v kateri ste, stranem ne dovoli uporabe kamere. Kopirajte povezavo in jo odprite v brskalniku ali naložite fotografijo.',
  inAppOpen: 'Odpri v brskalniku',
} satisfies Translated<typeof en>;
