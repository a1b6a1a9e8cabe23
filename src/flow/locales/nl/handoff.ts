import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Verder op uw telefoon',
  titleElsewhere: 'Verder op een ander apparaat',
  text: 'Richt de camera van uw telefoon op deze code. Alles wat u hebt gedaan, blijft bewaard.',
  textElsewhere:
    'Open deze link in een andere browser of op een ander apparaat. Alles wat u hebt gedaan, blijft bewaard.',
  codeAlt: 'QR-code die deze verificatie op uw telefoon opent',
  preparing: 'De code wordt gemaakt',
  link: 'Of open daar deze link',
  copy: 'Link kopiëren',
  copied: 'Gekopieerd',
  expires: 'De link werkt één keer, binnen een uur.',
  another: 'Nieuwe code maken',
  here: 'Toch hier verdergaan',
  byEmail: 'Uw e-mailadres',
  bySms: 'Uw mobiele nummer, met landnummer',
  send: 'Link sturen',
  sent: 'De link is onderweg.',
  sendWrong: 'We kunnen hem daar niet naartoe sturen. Controleer wat u hebt ingevoerd.',
  joinedTitle: 'Uw telefoon is verbonden',
  joinedText: 'Ga daar verder. Deze pagina volgt vanzelf en er gaat niets verloren als u haar sluit.',
  joinedAt: 'Verbonden om {time}',
  refuse: 'Dat was ik niet',
  refused: 'Dat apparaat kan niets meer doen. Hier is een nieuwe code.',
  inAppTitle: 'Open dit in uw browser',
  inAppText:
    'In de app waarin u bent, kunnen pagina’s de camera niet gebruiken. Kopieer de link en open hem in uw browser, of upload een foto.',
  inAppOpen: 'Openen in de browser',
} satisfies Translated<typeof en>;
