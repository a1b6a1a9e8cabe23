import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Вашият код за {requester}',
  codeMail:
    'Вашият код е {code}\n\nВъведете го на страницата на {requester}, която го е поискала. Той важи {minutes} минути.\n\nНе го казвайте на никого, дори по телефона. Ако не сте поискали код, не е нужно да правите нищо.',
  codeText: '{code} е вашият код за {requester}. Не го казвайте на никого.',
  linkSubject: 'Продължете с {requester} на това устройство',
  linkMail:
    'Поискахте да продължите на друго устройство. Отворете там тази връзка:\n\n{link}\n\nТя работи веднъж, в рамките на един час. Ако не сте я поискали, не я отваряйте.',
  linkText: '{requester}: продължете тук: {link}',
} satisfies MessageWords;
