import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Потвърждаване на самоличността',
  noscript:
    'Тази страница се нуждае от JavaScript, за да използва камерата ви. Включете го или отворете страницата в друг браузър.',
  refusedTitle: 'Това не може да се отвори тук',
  refusedText:
    'Сайтът, който ви изпрати тук, трябва да промени настройка. Нищо не е запазено. Моля, върнете се и им кажете.',
  refusedOwner: 'За разработчиците на сайта',
} satisfies Translated<typeof en>;
