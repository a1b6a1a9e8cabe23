import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Jūsų kodas: {requester}',
  codeMail:
    'Jūsų kodas yra {code}\n\nĮveskite jį jo paprašiusiame puslapyje ({requester}). Jis galioja {minutes} min.\n\nNiekam jo nesakykite, net telefonu. Jei kodo neprašėte, nieko daryti nereikia.',
  codeText: '{code} yra jūsų kodas ({requester}). Niekam jo nesakykite.',
  linkSubject: '{requester}: tęskite šiame įrenginyje',
  linkMail:
    'Paprašėte tęsti kitame įrenginyje. Atverkite ten šią nuorodą:\n\n{link}\n\nJi veikia vieną kartą, vieną valandą. Jei jos neprašėte, neatverkite.',
  linkText: '{requester}: tęskite čia: {link}',
} satisfies MessageWords;
