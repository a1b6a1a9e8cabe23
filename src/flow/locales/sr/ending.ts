import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Готово, хвала вам',
  successText: 'То је било све. Можете се вратити.',
  reviewTitle: 'Хвала вам, имамо све',
  reviewText: 'Неко ће то прегледати. {requester} ће вам јавити резултат; не морате чекати овде.',
  successReturn: 'Повратак: {requester}',
  successReturning: 'Враћамо вас: {requester}',
  successClose: 'Затвори',
  successMayClose: 'Сада можете затворити ову страницу.',
  failedTitle: 'Нисмо успели да завршимо проверу',
  failedText: 'Ево шта је то спречило:',
  failedTextPlain: '{requester} вам може рећи шта сада да урадите.',
  failedNext: 'Ако вам треба помоћ, контакт: {requester}.',
  restart: 'Почни испочетка',
  expiredTitle: 'Ова провера је истекла',
  expiredText: 'Ради ваше безбедности отворена је ограничено време. Вратите се ({requester}) и почните поново.',
  expiredTextPlain: 'Ради ваше безбедности отворена је ограничено време. Вратите се одакле сте дошли и почните поново.',
} satisfies Translated<typeof en>;
