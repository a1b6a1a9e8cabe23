import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Підтвердьте свою особу',
  noscript:
    'Щоб використовувати камеру, цій сторінці потрібен JavaScript. Увімкніть його або відкрийте сторінку в іншому браузері.',
  refusedTitle: 'Тут це відкрити не можна',
  refusedText:
    'Сайту, який вас сюди спрямував, потрібно змінити налаштування. Нічого не збережено. Поверніться й повідомте про це.',
  refusedOwner: 'Для розробників сайту',
} satisfies Translated<typeof en>;
