import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Din kod för {requester}',
  codeMail:
    'Din kod är {code}\n\nSkriv in den på sidan hos {requester} som bad om den. Den gäller i {minutes} minuter.\n\nGe den inte till någon, inte ens i telefon. Om du inte har bett om en kod behöver du inte göra något.',
  codeText: '{code} är din kod för {requester}. Ge den inte till någon.',
  linkSubject: 'Fortsätt med {requester} på den här enheten',
  linkMail:
    'Du har bett om att fortsätta på en annan enhet. Öppna den här länken där:\n\n{link}\n\nDen fungerar en gång, inom en timme. Om du inte har bett om den ska du inte öppna den.',
  linkText: '{requester}: fortsätt här: {link}',
} satisfies MessageWords;
