import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Готово, спасибо',
  successText: 'Это всё. Теперь можно вернуться.',
  reviewTitle: 'Спасибо, мы всё получили',
  reviewText: 'Данные проверит сотрудник. {requester} сообщит вам результат; ждать здесь не нужно.',
  successReturn: 'Вернуться на сайт {requester}',
  successReturning: 'Возвращаем вас на сайт {requester}',
  successClose: 'Закрыть',
  successMayClose: 'Теперь эту страницу можно закрыть.',
  failedTitle: 'Завершить проверку не удалось',
  failedText: 'Вот что помешало:',
  failedTextPlain: '{requester} подскажет, что делать дальше.',
  failedNext: 'Если нужна помощь, обратитесь в компанию {requester}.',
  restart: 'Начать заново',
  expiredTitle: 'Срок этой проверки истёк',
  expiredText: 'Для вашей безопасности она открыта ограниченное время. Вернитесь на сайт {requester} и начните заново.',
  expiredTextPlain:
    'Для вашей безопасности она открыта ограниченное время. Вернитесь туда, откуда перешли, и начните заново.',
} satisfies Translated<typeof en>;
