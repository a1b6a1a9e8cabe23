import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Потврда идентитета',
  noscript:
    'Овој страници је потребан JavaScript да би користила камеру. Укључите га или отворите страницу у другом прегледачу.',
  refusedTitle: 'Ово не може овде да се отвори',
  refusedText: 'Сајт који вас је послао мора да промени подешавање. Ништа није сачувано. Вратите се и јавите им.',
  refusedOwner: 'За програмере сајта',
} satisfies Translated<typeof en>;
