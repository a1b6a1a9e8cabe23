import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Готово, благодарим ви',
  successText: 'Това беше всичко. Можете да се върнете.',
  reviewTitle: 'Благодарим ви, имаме всичко',
  reviewText: 'Наш служител ще го прегледа. {requester} ще ви съобщи резултата; не е нужно да чакате тук.',
  successReturn: 'Връщане към {requester}',
  successReturning: 'Връщаме ви към {requester}',
  successClose: 'Затваряне',
  successMayClose: 'Вече можете да затворите тази страница.',
  failedTitle: 'Не успяхме да завършим проверката',
  failedText: 'Ето какво попречи:',
  failedTextPlain: '{requester} може да ви каже какво да направите сега.',
  failedNext: 'Ако ви трябва помощ, свържете се с {requester}.',
  restart: 'Започване отначало',
  expiredTitle: 'Тази проверка е изтекла',
  expiredText: 'За ваша сигурност тя остава отворена ограничено време. Върнете се към {requester} и започнете отново.',
  expiredTextPlain:
    'За ваша сигурност тя остава отворена ограничено време. Върнете се там, откъдето идвате, и започнете отново.',
} satisfies Translated<typeof en>;
