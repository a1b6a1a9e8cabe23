import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Ваш код за {requester}',
  codeMail:
    'Ваш код је {code}\n\nУнесите га на страници која га је затражила ({requester}). Важи {minutes} мин.\n\nНемојте га никоме рећи, ни телефоном. Ако нисте тражили код, не морате ништа да радите.',
  codeText: '{code} је ваш код за {requester}. Немојте га никоме рећи.',
  linkSubject: '{requester}: наставите на овом уређају',
  linkMail:
    'Затражили сте наставак на другом уређају. Тамо отворите овај линк:\n\n{link}\n\nРади једном, у року од једног сата. Ако га нисте затражили, немојте га отварати.',
  linkText: '{requester}: наставите овде: {link}',
} satisfies MessageWords;
