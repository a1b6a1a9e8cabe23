import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Подтвердите свою личность',
  noscript:
    'Чтобы использовать камеру, этой странице нужен JavaScript. Включите его или откройте страницу в другом браузере.',
  refusedTitle: 'Здесь это открыть нельзя',
  refusedText:
    'Сайту, который вас сюда направил, нужно изменить настройку. Ничего не сохранено. Вернитесь и сообщите об этом.',
  refusedOwner: 'Для разработчиков сайта',
} satisfies Translated<typeof en>;
