import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Twój kod dla firmy {requester}',
  codeMail:
    'Twój kod to {code}\n\nWpisz go na stronie firmy {requester}, która o niego poprosiła. Działa przez {minutes} min.\n\nNie podawaj go nikomu, nawet przez telefon. Jeśli to nie Ty prosisz o kod, nie musisz nic robić.',
  codeText: '{code} to Twój kod dla firmy {requester}. Nie podawaj go nikomu.',
  linkSubject: 'Kontynuuj z firmą {requester} na tym urządzeniu',
  linkMail:
    'To prośba o przejście na inne urządzenie. Otwórz na nim ten link:\n\n{link}\n\nDziała jeden raz, przez godzinę. Jeśli to nie Twoja prośba, nie otwieraj go.',
  linkText: '{requester}: kontynuuj tutaj: {link}',
} satisfies MessageWords;
