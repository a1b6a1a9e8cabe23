import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Váš kód pro firmu {requester}',
  codeMail:
    'Váš kód je {code}\n\nZadejte ho na stránce firmy {requester}, která o něj žádala. Platí {minutes} min.\n\nNikomu ho neříkejte, ani po telefonu. Pokud jste o kód nežádali, nemusíte nic dělat.',
  codeText: '{code} je váš kód pro firmu {requester}. Nikomu ho neříkejte.',
  linkSubject: 'Pokračujte s firmou {requester} na tomto zařízení',
  linkMail:
    'Chtěli jste pokračovat na jiném zařízení. Otevřete na něm tento odkaz:\n\n{link}\n\nFunguje jednou, do hodiny. Pokud jste o něj nežádali, neotevírejte ho.',
  linkText: '{requester}: pokračujte zde: {link}',
} satisfies MessageWords;
