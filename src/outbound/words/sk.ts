import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Váš kód pre {requester}',
  codeMail:
    'Váš kód je {code}\n\nZadajte ho na stránke {requester}, ktorá oň požiadala. Platí {minutes} min.\n\nNikomu ho nehovorte, ani po telefóne. Ak ste o kód nežiadali, nemusíte nič robiť.',
  codeText: '{code} je váš kód pre {requester}. Nikomu ho nehovorte.',
  linkSubject: '{requester}: pokračujte na tomto zariadení',
  linkMail:
    'Požiadali ste o pokračovanie na inom zariadení. Otvorte tam tento odkaz:\n\n{link}\n\nFunguje raz, do hodiny. Ak ste oň nežiadali, neotvárajte ho.',
  linkText: '{requester}: pokračujte tu: {link}',
} satisfies MessageWords;
